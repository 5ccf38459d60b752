//! What matching and the interview look at in every offer, close together: with a hundred thousand offers, what is far apart
//! has to be fetched from far away each time.

use super::{Catalogue, Confidence, Freshness, Landmarks, NeedIndex, Offer};
use crate::{answers::Chosen, eligibility::Root, matching::nearness, questionnaire::Questions};

/// An offer in brief.
#[derive(Clone, Copy, Debug)]
pub struct Brief {
    /// What it helps with.
    pub needs: Needs,
    /// The phases it is for, as bits.
    pub phases: Chosen,
    /// Who it is for.
    pub fits: Root,
    /// For whom it is meant most of all.
    pub typical_for: Option<Root>,
    /// When it belongs on top of every screen.
    pub urgent_when: Option<Root>,
    /// By how many questions, beside those for places, it says whom it is for.
    pub meant: u8,
    /// How near it is: [`nearness`].
    pub near: u8,
    /// Whether the core of it was not confirmed, or a part of it is in doubt.
    pub is_unconfirmed: bool,
    /// Narrow or thin.
    pub is_weak: bool,
    /// Whether it is a line to call or chat with.
    pub is_line: bool,
    /// Whether nobody has to look again yet.
    pub is_fresh: bool,
}

impl Brief {
    /// Each offer in brief, in the same order.
    pub(super) fn all(catalogue: &Catalogue) -> Vec<Self> {
        let Landmarks { carer_place, recipient_place, .. } = catalogue.landmarks;
        let places = Questions::none().with(carer_place).with(recipient_place);
        let brief = |offer: &Offer| Self {
            needs: Needs::of(&offer.needs),
            phases: offer.phases.iter().fold(0, |phases, phase| phases | 1 << phase),
            fits: offer.fits.root(),
            typical_for: offer.typical_for.as_ref().map(|rule| rule.root()),
            urgent_when: offer.urgent_when.as_ref().map(|rule| rule.root()),
            meant: offer.fits.questions().without(places).len() as u8,
            near: nearness(catalogue, offer) as u8,
            is_unconfirmed: offer.confidence == Confidence::Unverified || offer.doubt.is_some(),
            is_weak: offer.weak,
            is_line: offer.line.is_some(),
            is_fresh: matches!(offer.freshness, Freshness::Until(_)),
        };
        catalogue.offers.iter().map(brief).collect()
    }
}

/// Needs, each with how strongly something helps with it: 1 to 3.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Needs {
    /// The needs as bits: those it helps with at all, those with 2 or more, those with 3.
    levels: [Chosen; 3],
}

impl Needs {
    fn of(needs: &[(NeedIndex, u8)]) -> Self {
        let mut levels = [0; 3];
        for (need, strength) in needs {
            levels.iter_mut().take((*strength).into()).for_each(|level| *level |= 1 << need);
        }
        Self { levels }
    }

    /// Those among these.
    pub fn among(self, chosen: Chosen) -> Self {
        Self { levels: self.levels.map(|level| level & chosen) }
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.levels[0] == 0
    }

    /// Whether one of them is among these.
    pub fn meet(self, chosen: Chosen) -> bool {
        self.levels[0] & chosen != 0
    }

    /// Whether one of them is this.
    pub fn contains(self, need: NeedIndex) -> bool {
        self.strength(need) > 0
    }

    /// How strongly it helps with a need: 0 when it doesn't.
    pub fn strength(self, need: NeedIndex) -> i32 {
        self.levels.iter().map(|level| (level >> need & 1) as i32).sum()
    }

    /// Whether it helps with one of them more than a bit.
    pub fn helps_much(self) -> bool {
        self.levels[1] != 0
    }

    /// The strengths of all of them, added up.
    pub fn strengths(self) -> i32 {
        self.levels.iter().map(|level| level.count_ones() as i32).sum()
    }

    /// The needs, the best served first.
    pub fn best_first(self) -> Vec<NeedIndex> {
        let mut left = self;
        std::iter::from_fn(|| {
            let next = left.first()?;
            left = left.among(!(1 << next));
            Some(next)
        })
        .collect()
    }

    /// The best served, if there is any.
    pub fn first(self) -> Option<NeedIndex> {
        let best = self.levels.into_iter().rev().find(|level| *level != 0)?;
        Some(best.trailing_zeros() as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn needs_come_best_served_first() {
        let needs = Needs::of(&[(5, 1), (63, 3), (2, 3), (0, 2)]);
        assert_eq!(needs.best_first(), [2, 63, 0, 5]);
        assert_eq!((needs.strengths(), needs.first()), (9, Some(2)));
        assert_eq!([0, 2, 5, 7].map(|need| needs.strength(need)), [2, 3, 1, 0]);
        let some = needs.among(1 << 5 | 1 << 7);
        assert_eq!((some.best_first(), some.contains(63), some.is_empty()), (vec![5], false, false));
        assert!(needs.among(0).is_empty());
    }
}
