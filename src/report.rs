//! What a catalogue has and lacks, in one place or as a whole: data first, then a page, a table and letters.

use crate::{
    catalogue::{Catalogue, OfferIndex, parse::RawCatalogue},
    date::Date,
    language::Language,
    region::RegionIndex,
};
use std::collections::{BTreeMap, BTreeSet};

pub mod fresh;
pub mod gaps;
pub mod heat;
pub mod languages;
pub mod page;
pub mod reach;
pub mod review;
pub mod rules;
pub mod scope;

/// Everything there is to report.
#[derive(Clone, Debug)]
pub struct Report {
    /// The place it is about; `None` for the whole catalogue.
    pub place: Option<RegionIndex>,
    /// The day it was made for.
    pub today: Date,
    /// The offers it is about, in order of id.
    pub offers: Vec<OfferIndex>,
    /// How much there is, for the place or for each part of the countries.
    pub heats: Vec<heat::Heat>,
    /// Who finds nothing, in the same order.
    pub gaps: Vec<(RegionIndex, Vec<gaps::Gap>)>,
    /// Rules that overlap or decide nothing, and questions without work.
    pub rules: rules::Findings,
    /// What is hard to reach, and what hangs on one offer.
    pub reach: reach::Reach,
    /// How fresh the facts are.
    pub ageing: fresh::Ageing,
    /// In which languages the offers are told.
    pub languages: Vec<languages::Told>,
    /// How hard the Dutch is.
    pub level: languages::Level,
    /// What each partner is asked to look at.
    pub reviews: BTreeMap<String, Vec<review::Item>>,
}

/// Reports on a place, or on the whole catalogue.
pub fn report(catalogue: &Catalogue, raw: &RawCatalogue, today: Date, place: Option<RegionIndex>) -> Report {
    let areas = place.map_or_else(|| scope::areas(catalogue), |place| vec![place]);
    let offers: Vec<OfferIndex> = match place {
        Some(place) => scope::offers_at(catalogue, place),
        None => catalogue.offers().map(|(index, _)| index).collect(),
    };
    let heats: Vec<heat::Heat> = areas.iter().map(|area| heat::heat(catalogue, *area)).collect();
    let reach = reach::reach(catalogue, &offers, &heats, place);
    // What nobody gets any more is to be looked at too.
    let to_review: BTreeSet<OfferIndex> = offers.iter().chain(&reach.never).copied().collect();
    Report {
        place,
        today,
        gaps: areas.iter().map(|area| (*area, gaps::gaps(catalogue, *area))).collect(),
        rules: rules::findings(catalogue, raw, today, &offers),
        reach,
        ageing: fresh::ageing(catalogue, today, &offers),
        languages: languages::languages(catalogue, &offers),
        level: languages::level(catalogue, &offers),
        reviews: review::items(catalogue, today, &to_review),
        offers,
        heats,
    }
}

/// A letter or table to write beside the page: its path, and its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    /// Relative to the folder of the page.
    pub path: String,
    /// What is in it.
    pub text: String,
}

/// The table of what to look at again, a letter to each partner with something to look at, and a list of what belongs to
/// whom no letter can reach.
pub fn beside(catalogue: &Catalogue, report: &Report) -> Vec<Beside> {
    let table = Beside { path: "review.csv".to_owned(), text: review::csv(catalogue, &report.reviews) };
    let (reached, others): (Vec<_>, Vec<_>) =
        report.reviews.iter().partition(|(_, items)| review::is_reachable(catalogue, items));
    let letters = reached.into_iter().filter_map(|(partner, items)| {
        Some(Beside { path: format!("mails/{partner}.txt"), text: review::mail(catalogue, items, report.today)? })
    });
    let ours = review::for_ourselves(catalogue, others.into_iter().map(|(_, items)| items.as_slice()));
    let ours = ours.map(|text| Beside { path: "zelf-nakijken.txt".to_owned(), text });
    [table].into_iter().chain(ours).chain(letters).collect()
}

/// The name of a place, as the report says it.
pub fn place_name(catalogue: &Catalogue, place: RegionIndex) -> &str {
    catalogue.regions().get(place).name.words(Language::Nl)
}

/// Where someone lives, with the article that some regions have: 'in Gent', 'in het Brussels Hoofdstedelijk Gewest'.
pub fn in_place(catalogue: &Catalogue, place: RegionIndex) -> String {
    let name = place_name(catalogue, place);
    let article = match name {
        name if name.ends_with("Gewest") => "het ",
        name if name.ends_with("Gemeenschap") => "de ",
        _ => "",
    };
    format!("in {article}{name}")
}

/// Words in a row: 'a, b en c'.
pub fn listed<T: AsRef<str>>(words: &[T], and: &str) -> String {
    match words {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} {and} {}", first.join(", "), last.as_ref())
        }
    }
}
