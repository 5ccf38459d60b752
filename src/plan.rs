//! The caregiver's own plan: what to do next, with notes. Lives in memory only.

use crate::catalogue::OfferIndex;

/// The longest note that is kept, in characters.
pub const LONGEST_NOTE: usize = 1000;

/// Offers the caregiver wants to do something with, in the order they were chosen. Each comes once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    items: Vec<Item>,
}

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// With which offer.
    pub offer: OfferIndex,
    /// What the caregiver wrote about it: at most [`LONGEST_NOTE`] characters, may be empty.
    pub note: String,
    /// Whether the caregiver ticked it off.
    pub is_done: bool,
}

/// What can happen to a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// An offer comes at the end, unless it is there already.
    Put(OfferIndex),
    /// An offer goes, and its note with it.
    Remove(OfferIndex),
    /// The note of an offer becomes this. Changes nothing when the offer isn't in the plan.
    Note(OfferIndex, String),
    /// An offer is ticked off, or not any more. Changes nothing when the offer isn't in the plan.
    Done(OfferIndex, bool),
}

impl Plan {
    /// What the plan is after this change.
    pub fn apply(&self, change: Change) -> Self {
        let mut after = self.clone();
        match change {
            Change::Put(offer) if self.has(offer) => {}
            Change::Put(offer) => after.items.push(Item { offer, note: String::new(), is_done: false }),
            Change::Remove(offer) => after.items.retain(|item| item.offer != offer),
            Change::Note(offer, mut note) => {
                if let Some((end, _)) = note.char_indices().nth(LONGEST_NOTE) {
                    note.truncate(end);
                }
                after.edit(offer, |item| item.note = note);
            }
            Change::Done(offer, is_done) => after.edit(offer, |item| item.is_done = is_done),
        }
        after
    }

    fn edit(&mut self, offer: OfferIndex, edit: impl FnOnce(&mut Item)) {
        if let Some(item) = self.items.iter_mut().find(|item| item.offer == offer) {
            edit(item);
        }
    }

    /// What is in it, in the order it was put there.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// Whether an offer is in it.
    pub fn has(&self, offer: OfferIndex) -> bool {
        self.items.iter().any(|item| item.offer == offer)
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        catalogue::{
            build::build,
            parse::{Source, parse},
        },
        date::Date,
    };

    /// Two offers of the real catalogue.
    fn offers() -> (OfferIndex, OfferIndex) {
        let questions = Source { file: "q", text: include_str!("../catalogue/questionnaire.json") };
        let regions = Source { file: "r", text: include_str!("../catalogue/regions.json") };
        let one = Source { file: "one", text: include_str!("../catalogue/partners/samana.json") };
        let other = Source { file: "other", text: include_str!("../catalogue/partners/caw.json") };
        let (raw, _) = parse(questions, regions, &[one, other]);
        let catalogue = build(&raw, Date::parse("2026-11-22").unwrap()).0.unwrap();
        let mut offers = catalogue.offers().map(|(offer, _)| offer);
        (offers.next().unwrap(), offers.next().unwrap())
    }

    fn plan(changes: &[Change]) -> Plan {
        changes.iter().fold(Plan::default(), |plan, change| plan.apply(change.clone()))
    }

    #[test]
    fn each_offer_comes_once_and_keeps_its_place_and_note() {
        let (a, b) = offers();
        let plan = plan(&[Change::Put(b), Change::Put(a), Change::Note(b, "bel maandag".to_owned()), Change::Put(b)]);
        assert_eq!(plan.items().iter().map(|item| item.offer).collect::<Vec<_>>(), [b, a]);
        assert_eq!(plan.items()[0].note, "bel maandag");
        assert!(plan.has(a) && plan.has(b) && !plan.is_empty());
    }

    #[test]
    fn what_goes_takes_its_note_along() {
        let (a, _) = offers();
        let note = Change::Note(a, "x".to_owned());
        let after = plan(&[Change::Put(a), note, Change::Done(a, true), Change::Remove(a)]);
        assert_eq!(after, Plan::default());
        assert_eq!(after.apply(Change::Put(a)), plan(&[Change::Put(a)]));
    }

    #[test]
    fn ticking_off_can_be_undone() {
        let (a, _) = offers();
        let done = plan(&[Change::Put(a), Change::Done(a, true)]);
        assert!(done.items()[0].is_done);
        assert_eq!(done.apply(Change::Done(a, false)), plan(&[Change::Put(a)]));
    }

    #[test]
    fn what_is_not_in_the_plan_has_no_note_and_is_never_done() {
        let (a, b) = offers();
        assert!(plan(&[Change::Note(a, "x".to_owned()), Change::Done(a, true), Change::Remove(b)]).is_empty());
    }

    #[test]
    fn a_note_is_cut_between_characters() {
        let (a, _) = offers();
        let long = "é".repeat(LONGEST_NOTE);
        for given in [long.clone(), long.clone() + "é", long.clone() + "😀😀"] {
            assert_eq!(plan(&[Change::Put(a), Change::Note(a, given)]).items()[0].note, long);
        }
    }
}
