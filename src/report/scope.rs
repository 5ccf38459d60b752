//! What a report is about: a place, or the whole catalogue by the parts of its countries.

use crate::{
    answers::{Answer, Answers},
    catalogue::{Catalogue, OfferIndex},
    eligibility::Verdict,
    region::RegionIndex,
};

/// What someone has told who lives in this place and cares for someone there.
pub fn answers_at(catalogue: &Catalogue, place: RegionIndex) -> Answers {
    let mut answers = Answers::default();
    for question in [catalogue.landmarks().carer_place, catalogue.landmarks().recipient_place] {
        answers.give(catalogue, question, Answer::Place(place));
    }
    answers
}

/// The offers that someone there gets or may get, in order of id.
pub fn offers_at(catalogue: &Catalogue, place: RegionIndex) -> Vec<OfferIndex> {
    let answers = answers_at(catalogue, place);
    let is_there = |(index, offer): (OfferIndex, &crate::catalogue::Offer)| {
        (offer.fits.verdict(&answers) != Verdict::NotMet).then_some(index)
    };
    catalogue.offers().filter_map(is_there).collect()
}

/// The parts a report of the whole catalogue is divided into: a country, or the regions of a country that has regions
/// with provinces.
pub fn areas(catalogue: &Catalogue) -> Vec<RegionIndex> {
    let regions = catalogue.regions();
    let inside = |outer: RegionIndex| regions.iter().filter(move |(_, region)| region.parent == Some(outer));
    let mut areas = Vec::new();
    for (country, _) in regions.iter().filter(|(_, region)| region.parent.is_none()) {
        let has_provinces = inside(country).any(|(part, _)| inside(part).any(|(_, smaller)| !smaller.is_municipality));
        if has_provinces {
            areas.extend(inside(country).map(|(part, _)| part));
        } else {
            areas.push(country);
        }
    }
    areas
}
