//! What fits, by the caregiver's own needs.

use super::{Card, Maker};
use crate::{
    catalogue::NeedIndex,
    eligibility::Verdict,
    interview::open_questions,
    language::Said,
    matching::{Match, match_offers},
    wording::Phrase,
};

/// The results.
#[derive(Clone, Debug, PartialEq)]
pub struct Results {
    /// How much fits, in words.
    pub title: Said,
    /// How much may fit, in words.
    pub possible: Option<String>,
    /// How many offers there are to see: those that fit and those that may.
    pub count: usize,
    /// By need, the best served first.
    pub groups: Vec<Group>,
    /// How many screens may still come.
    pub left: usize,
}

/// What helps with one need.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// For hooks: the need's id, or `other`.
    pub id: String,
    /// The need.
    pub title: Said,
    /// One sentence below it.
    pub lead: Option<String>,
    /// What fits and what may fit, in rank order.
    pub cards: Vec<Card>,
}

impl Maker<'_> {
    /// Each offer stands once: under the chosen need it serves best. Groups come in the order of their best offer.
    pub(super) fn results(&self) -> Results {
        let ranking = match_offers(self.catalogue, self.answers);
        let is_chosen = self.answers.chosen(self.catalogue.landmarks().needs).is_some();
        let mut groups: Vec<(Option<NeedIndex>, Vec<Card>)> = Vec::new();
        for (place, found) in ranking.shown().enumerate() {
            // What may help with something the caregiver didn't ask for is no news.
            if found.needs.is_empty() && found.verdict != Verdict::Met {
                continue;
            }
            let need = found.needs.first().copied();
            let card = self.card(found, place + 1, need.filter(|_| is_chosen));
            match groups.iter_mut().find(|(other, _)| *other == need) {
                Some((_, cards)) => cards.push(card),
                None => groups.push((need, vec![card])),
            }
        }
        // What nobody asked for comes after what they did.
        groups.sort_by_key(|(need, _)| need.is_none());
        let wanted = |found: &[Match]| found.iter().filter(|one| !one.needs.is_empty()).count();
        let (certain, possible) = match (wanted(&ranking.matches), wanted(&ranking.undecided)) {
            (0, 0) => (ranking.matches.len(), 0),
            counts => counts,
        };
        Results {
            title: match certain {
                0 => self.said(self.wording.say(Phrase::ResultsNone)),
                1 => self.said(self.wording.say(Phrase::ResultsOne)),
                count => self.said(&self.wording.fill(Phrase::ResultsTitle, &[("count", &count.to_string())])),
            },
            possible: match possible {
                0 => None,
                1 => Some(self.wording.say(Phrase::ResultsPossibleOne).to_owned()),
                count => Some(self.wording.fill(Phrase::ResultsPossible, &[("count", &count.to_string())])),
            },
            count: groups.iter().map(|(_, cards)| cards.len()).sum(),
            groups: groups.into_iter().map(|(need, cards)| self.group(need, cards)).collect(),
            left: self.screens(&open_questions(self.catalogue, self.answers)),
        }
    }

    fn group(&self, need: Option<NeedIndex>, cards: Vec<Card>) -> Group {
        let options = &self.catalogue.questionnaire().get(self.catalogue.landmarks().needs).options;
        match need.and_then(|need| Some((need, options.get(need)?))) {
            Some((need, option)) => Group { id: option.id.to_string(), title: self.need(need), lead: None, cards },
            None => Group {
                id: "other".to_owned(),
                title: self.said(self.wording.say(Phrase::OtherNeeds)),
                lead: Some(self.wording.say(Phrase::OtherNeedsLead).to_owned()),
                cards,
            },
        }
    }
}
