//! The whole catalogue as a social map: by what was typed, by need, by kind of help, by place.
//!
//! What was typed becomes terms (`words`), one for each word that matters. An offer that is found meets every term;
//! when none does, those that meet most. Whether it does hangs on the text alone, so that a filter only takes away.

use crate::{
    catalogue::{Catalogue, Confidence, NeedIndex, Offer, OfferIndex, OfferKind},
    region::RegionIndex,
    spelling::fold,
    wording::Wording,
};
use std::cmp::Reverse;

mod repair;
mod words;
use words::{Term, Vocabulary, terms};

/// What to look for. What isn't filled in takes nothing away.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    /// Words, as typed.
    pub text: String,
    /// A need that the offer helps with.
    pub need: Option<NeedIndex>,
    /// A kind of help.
    pub kind: Option<OfferKind>,
    /// A place where the offer is to be had, if only in a part of it.
    pub place: Option<RegionIndex>,
}

/// What a word counts for in the parts of an offer: name, kind, what it gives, partner, first step, how long.
const PARTS: [i32; 6] = [6, 3, 3, 2, 1, 3];
/// The most that a term can give; keeps the parts of [`order`] apart.
const MOST: i32 = 1023;

/// The offers that meet every part of a search, best first.
pub fn find(catalogue: &Catalogue, wording: &Wording, search: &Search) -> Vec<OfferIndex> {
    let vocabulary = vocabulary(catalogue, wording);
    let terms = terms(catalogue, &vocabulary, &search.text);
    let wanted = terms.iter().filter(|term| term.is_wanted).count();
    let mut found: Vec<(OfferIndex, Fit)> = Vec::new();
    let mut most = wanted.min(1);
    for ((index, offer), line) in catalogue.offers().zip(vocabulary.offers.split('\n')) {
        let fit = fit(catalogue, &terms, offer, line);
        if fit.met > most {
            most = fit.met;
            found.clear();
        }
        if fit.met == most {
            found.push((index, fit));
        }
    }
    let mut order: Vec<(Reverse<i32>, OfferIndex)> = Vec::with_capacity(found.len());
    for (index, fit) in found {
        let offer = catalogue.offer(index);
        let near = search.place.map(|place| nearness(catalogue, offer, place));
        let strength = search.need.map(|need| strength(offer, need));
        let is_kind = search.kind.is_none_or(|kind| kind == offer.kind);
        if is_kind && near != Some(0) && strength != Some(0) {
            let points = place(fit, near.unwrap_or_default(), strength.unwrap_or_default(), sureness(offer));
            order.push((Reverse(points), index));
        }
    }
    order.sort_unstable();
    order.into_iter().map(|(_, index)| index).collect()
}

/// All words there are: of each offer and of each need a line, its parts apart.
fn vocabulary(catalogue: &Catalogue, wording: &Wording) -> Vocabulary {
    let language = wording.language();
    let mut offers = String::with_capacity(300 * catalogue.offers().count());
    for (_, offer) in catalogue.offers() {
        let parts = [
            offer.name.words(language),
            wording.kind(offer.kind),
            offer.gives.words(language),
            catalogue.partner(offer).name.words(language),
            offer.first_step.words(language),
        ];
        for part in parts {
            fold(part, &mut offers);
            offers.push('\t');
        }
        // Last: for how long someone else can take over, in words.
        for rung in catalogue.guide().rungs.iter().filter(|rung| offer.respite.contains(&rung.rung)) {
            fold(rung.title.words(language), &mut offers);
            offers.push(' ');
        }
        offers.push('\n');
    }
    let mut needs = String::new();
    for option in &catalogue.questionnaire().get(catalogue.landmarks().needs).options {
        fold(option.short.as_ref().unwrap_or(&option.text).words(language), &mut needs);
        needs.push('\t');
        fold(option.text.words(language), &mut needs);
        needs.push('\n');
    }
    Vocabulary { offers, needs }
}

/// How well an offer meets the terms.
#[derive(Clone, Copy, Default)]
struct Fit {
    /// How many wanted terms it meets.
    met: usize,
    /// The best place of each wanted term, together.
    best: i32,
    /// All places of all terms.
    sum: i32,
}

fn fit(catalogue: &Catalogue, terms: &[Term], offer: &Offer, line: &str) -> Fit {
    let mut fit = Fit::default();
    for term in terms {
        let (mut best, mut sum) = (0, 0);
        let mut add = |points: i32| {
            best = best.max(points);
            sum += points;
        };
        for (weight, part) in PARTS.iter().zip(line.split('\t')) {
            add(weight * term.grade(part));
        }
        for (need, strength) in &offer.needs {
            let (heading, text) = term.needs.get(*need).copied().unwrap_or_default();
            let strength = i32::from(*strength);
            add(heading * (1 + strength) + text * strength);
        }
        for place in &term.places {
            add(2 * nearness(catalogue, offer, *place));
        }
        fit.sum += sum;
        if term.is_wanted && best > 0 {
            fit.met += 1;
            fit.best += best;
        }
    }
    fit
}

/// The order of what was found, as one number: the best place of the words, then nearness, strength,
/// all places of the words, and how sure the facts are.
fn place(fit: Fit, near: i32, strength: i32, sureness: i32) -> i32 {
    (((fit.best.min(MOST) * 8 + near) * 4 + strength) * (MOST + 1) + fit.sum.min(MOST)) * 4 + sureness
}

/// 0 when an offer is not to be had in a place, 1 when in a part of it only; else more for an area of its own size
/// (5 for a municipality) than for a whole country (2).
fn nearness(catalogue: &Catalogue, offer: &Offer, place: RegionIndex) -> i32 {
    let wanted = catalogue.regions().get(place).span;
    let mut nearest = 0;
    for index in &offer.area.regions {
        let region = catalogue.regions().get(*index);
        if region.span.covers(wanted) {
            let steps = if region.is_municipality { 3 } else { i32::from(region.depth).min(2) };
            nearest = nearest.max(2 + steps);
        } else if region.span.meets(wanted) {
            nearest = nearest.max(1);
        }
    }
    nearest
}

fn strength(offer: &Offer, need: NeedIndex) -> i32 {
    offer.needs.iter().find(|(other, _)| *other == need).map_or(0, |(_, strength)| i32::from(*strength))
}

/// 2 for facts that are confirmed and an offer that is worth much; one less for a doubt and for a weak offer.
fn sureness(offer: &Offer) -> i32 {
    2 - i32::from(offer.confidence == Confidence::Unverified || offer.doubt.is_some()) - i32::from(offer.weak)
}
