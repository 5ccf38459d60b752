//! How fresh the facts are, by partner and over the months to come.

use crate::{
    catalogue::{Catalogue, Freshness, OfferIndex},
    date::{Date, PartialDate},
};
use std::{cmp::Reverse, collections::BTreeMap};

/// How fresh some offers are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Nobody has to look yet.
    pub fresh: usize,
    /// Someone should have looked again.
    pub overdue: usize,
    /// Nobody knows how old the facts are.
    pub undated: usize,
}

/// How fresh everything is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ageing {
    /// All offers.
    pub all: Tally,
    /// By partner, by its position in the catalogue: who has most to look at comes first.
    pub partners: Vec<(usize, Tally)>,
    /// The offers with the oldest date.
    pub oldest: Vec<(OfferIndex, PartialDate)>,
    /// For this month and the five after it (year, month): how many offers come due.
    pub coming: Vec<(u16, u8, usize)>,
}

impl Tally {
    /// How many offers there are.
    pub fn total(self) -> usize {
        self.fresh + self.overdue + self.undated
    }

    /// How many someone should look at.
    pub fn to_do(self) -> usize {
        self.overdue + self.undated
    }

    fn add(&mut self, freshness: Freshness) {
        match freshness {
            Freshness::Until(_) => self.fresh += 1,
            Freshness::OverdueSince(_) => self.overdue += 1,
            Freshness::Undated => self.undated += 1,
        }
    }
}

/// Counts how fresh these offers are.
pub fn ageing(catalogue: &Catalogue, today: Date, offers: &[OfferIndex]) -> Ageing {
    let mut all = Tally::default();
    let mut partners: BTreeMap<usize, Tally> = BTreeMap::new();
    let mut oldest = Vec::new();
    let mut coming = months_from(today);
    for index in offers {
        let offer = catalogue.offer(*index);
        all.add(offer.freshness);
        partners.entry(offer.partner).or_default().add(offer.freshness);
        oldest.extend(offer.checked_on.map(|checked_on| (*index, checked_on)));
        if let Freshness::Until(due) = offer.freshness
            && let (year, Some(month), _) = parts(due)
            && let Some(slot) = coming.iter_mut().find(|slot| (slot.0, slot.1) == (year, month))
        {
            slot.2 += 1;
        }
    }
    oldest.sort_by_key(|(index, checked_on)| (checked_on.latest(), *index));
    oldest.truncate(10);
    let mut partners: Vec<(usize, Tally)> = partners.into_iter().collect();
    partners.sort_by_key(|(partner, tally)| (Reverse(tally.to_do()), Reverse(tally.total()), *partner));
    Ageing { all, partners, oldest, coming }
}

fn months_from(today: Date) -> Vec<(u16, u8, usize)> {
    let months = (0..6).map(|months| parts(today.plus_months(months)));
    months.filter_map(|(year, month, _)| Some((year, month?, 0))).collect()
}

fn parts(date: Date) -> (u16, Option<u8>, Option<u8>) {
    PartialDate::parse(&date.written()).map_or((0, None, None), PartialDate::parts)
}
