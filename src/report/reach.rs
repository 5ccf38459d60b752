//! Offers that nobody comes to see, and offers that carry something alone.

use super::{
    heat::{Heat, case},
    scope::answers_at,
};
use crate::{
    catalogue::{Catalogue, NeedIndex, OfferIndex},
    eligibility::Verdict,
    matching::{Match, Ranking, match_offers},
    region::RegionIndex,
};
use std::collections::BTreeMap;

/// An offer that stands lower than this is hardly looked at.
pub const FIRST: usize = 10;

/// What is hard to reach, and what hangs on one offer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// Offers whose area lies there, and that nobody there gets: their days are over, or their rule excludes it.
    pub never: Vec<OfferIndex>,
    /// Offers that never stand among the first ten, with the best place they come to. Looked at is every need they help
    /// with, in each situation and phase; what hangs on other answers counts as if these were the best.
    pub low: Vec<(OfferIndex, usize)>,
    /// In how many cases that was looked at.
    pub cases: usize,
    /// Offers that are the only one.
    pub lone: Vec<Lone>,
}

/// An offer that is the only one for a need, in some situations or all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lone {
    /// Where.
    pub place: RegionIndex,
    /// The offer.
    pub offer: OfferIndex,
    /// The need.
    pub need: NeedIndex,
    /// In which situations.
    pub situations: Vec<usize>,
    /// Whether these are all situations there are.
    pub always: bool,
}

/// What is hard to reach in these places; `whole` when they are the whole catalogue.
pub fn reach(catalogue: &Catalogue, offers: &[OfferIndex], heats: &[Heat], place: Option<RegionIndex>) -> Reach {
    let mut best: BTreeMap<OfferIndex, usize> = BTreeMap::new();
    let mut cases = 0;
    for heat in heats {
        for cell in &heat.cells {
            for phase in 0..cell.phases.len() {
                cases += 1;
                let answers = case(catalogue, heat.place, cell.need, cell.situation, Some(phase));
                look(&match_offers(catalogue, &answers), &mut best);
            }
        }
    }
    let low = offers.iter().filter_map(|offer| {
        let place = best.get(offer).copied()?;
        (place > FIRST).then_some((*offer, place))
    });
    let mut low: Vec<(OfferIndex, usize)> = low.collect();
    low.sort_by_key(|(offer, place)| (std::cmp::Reverse(*place), *offer));
    Reach { never: never(catalogue, place), low, cases, lone: heats.iter().flat_map(lone).collect() }
}

/// Keeps the best place each offer came to. What may fit is counted as if it did.
fn look(ranking: &Ranking, best: &mut BTreeMap<OfferIndex, usize>) {
    let serves = |found: &&Match| !found.needs.is_empty();
    let certain: Vec<i32> = ranking.matches.iter().filter(serves).map(|found| found.points.total()).collect();
    for found in ranking.shown().filter(serves) {
        // What its own rule asks would be answered, so nothing would mark it as meant for others.
        let points = found.points.total() - found.points.typical.min(0);
        let place = 1 + certain.iter().filter(|other| **other > points).count();
        let known = best.entry(found.offer).or_insert(place);
        *known = place.min(*known);
    }
}

/// Offers whose area meets the place, and that nobody there gets; of the whole catalogue, those nobody gets anywhere.
fn never(catalogue: &Catalogue, place: Option<RegionIndex>) -> Vec<OfferIndex> {
    let answers = place.map(|place| answers_at(catalogue, place)).unwrap_or_default();
    let regions = catalogue.regions();
    let lies_there =
        |area: &RegionIndex| place.is_none_or(|place| regions.get(*area).span.meets(regions.get(place).span));
    catalogue
        .offers()
        .filter(|(_, offer)| offer.area.regions.iter().any(lies_there))
        .filter(|(_, offer)| offer.fits.verdict(&answers) == Verdict::NotMet)
        .map(|(index, _)| index)
        .collect()
}

fn lone(heat: &Heat) -> Vec<Lone> {
    let mut found: BTreeMap<(NeedIndex, OfferIndex), Vec<usize>> = BTreeMap::new();
    for cell in &heat.cells {
        if let Some(offer) = cell.only {
            found.entry((cell.need, offer)).or_default().push(cell.situation);
        }
    }
    let of_need = |need: NeedIndex| heat.row(need).count();
    found
        .into_iter()
        .map(|((need, offer), situations)| Lone {
            place: heat.place,
            offer,
            need,
            always: situations.len() == of_need(need),
            situations,
        })
        .collect()
}
