//! The whole catalogue as pages that need no script: by need, by kind, by place, and one for each offer.
//!
//! An offer says here what its card says, for someone of whom nothing is known.
//! Pages lead to each other by relative addresses, so that the folder works anywhere, and each language has its own.

use crate::{
    answers::Answers,
    catalogue::{Catalogue, Freshness, Offer, OfferIndex, OfferKind, Partner},
    contact::together,
    date::{Date, PartialDate},
    language::{Said, Text},
    region::{Region, RegionIndex},
    screen::{Body, Card, Moment, screen},
    visit::{Deed, Spot, Visit},
    wording::Wording,
};
use serde_json::Value;
use std::collections::BTreeSet;

pub mod audience;
mod card;
mod frame;
mod home;
mod lists;
pub(crate) mod markup;
mod offer;
mod place;
mod schema;
pub mod texts;
use texts::{PageText, PageTexts};

/// The style of all pages of a folder.
const STYLE: &str = include_str!("pages/hulp.css");

/// A file of the folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its path in the folder.
    pub path: String,
    /// What is in it.
    pub text: String,
}

/// All pages of one language, as they are on a day, and their style.
pub fn pages(catalogue: &Catalogue, wording: &Wording, texts: &PageTexts, today: Date) -> Vec<Page> {
    let site = Site { catalogue, wording, texts, today };
    let mut pages = vec![Page { path: "hulp.css".to_owned(), text: STYLE.to_owned() }, site.home(), site.partners()];
    pages.extend((0..catalogue.need_count()).map(|need| site.need(need)));
    pages.extend(site.kinds().into_iter().map(|kind| site.kind(kind)));
    pages.extend(site.places().into_iter().map(|region| site.place(region)));
    pages.extend(catalogue.offers().map(|(index, _)| site.offer(index)));
    pages.sort_by(|one, other| one.path.cmp(&other.path));
    pages
}

/// The offers and their partners as linked data with the words of schema.org, all or those of one partner.
pub fn linked_data(
    catalogue: &Catalogue,
    wording: &Wording,
    texts: &PageTexts,
    today: Date,
    partner: Option<&str>,
) -> Value {
    Site { catalogue, wording, texts, today }.linked_data(partner)
}

/// What all pages are made from.
struct Site<'a> {
    catalogue: &'a Catalogue,
    wording: &'a Wording,
    texts: &'a PageTexts,
    today: Date,
}

/// Whether an offer can be had on the day of the pages.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    Now,
    NotYet(Date),
    Ended(Date),
    Nobody,
}

impl<'a> Site<'a> {
    /// The card of an offer, as the widget shows it to someone who told nothing.
    fn card(&self, index: OfferIndex) -> Option<Card> {
        let visit = Visit::new(Answers::default()).after(self.catalogue, &Deed::Go(Spot::Offer(index)));
        // The hour makes no difference to a card.
        let moment = Moment { today: self.today, weekday: 0, minutes: 0 };
        let Body::Offer(mut card) = screen(self.catalogue, self.wording, &visit, moment).body else { return None };
        // The widget finds numbers so in its bundle.
        if let (Some(phone), Some(written)) = (&mut card.phone, &self.catalogue.offer(index).contact.phone) {
            phone.label = phone.label.replace(written, &together(written));
        }
        Some(*card)
    }

    fn standing(&self, offer: &Offer) -> Standing {
        match offer.valid {
            (Some(from), _) if self.today < from => Standing::NotYet(from),
            (_, Some(until)) if until < self.today => Standing::Ended(until),
            _ if offer.fits.is_never() => Standing::Nobody,
            _ => Standing::Now,
        }
    }

    fn overdue(&self, offer: &Offer) -> Option<Date> {
        match offer.freshness {
            Freshness::OverdueSince(due) => Some(due),
            Freshness::Until(_) | Freshness::Undated => None,
        }
    }

    /// A day as people say it.
    fn day(&self, day: Date) -> String {
        PartialDate::parse(&day.written()).map_or_else(String::new, |day| self.wording.date(day))
    }

    fn say(&self, text: PageText) -> &'a str {
        self.texts.say(text)
    }

    fn said(&self, text: &Text) -> Said {
        text.said(self.wording.language())
    }

    fn words(&self, text: &'a Text) -> &'a str {
        text.words(self.wording.language())
    }

    /// The words of a need, and its short name.
    fn need_names(&self, need: usize) -> (Said, Said) {
        let options = &self.catalogue.questionnaire().get(self.catalogue.landmarks().needs).options;
        let names = options
            .get(need)
            .map(|option| (self.said(&option.text), self.said(option.short.as_ref().unwrap_or(&option.text))));
        names.unwrap_or_else(|| (self.said(&Text::default()), self.said(&Text::default())))
    }

    fn region(&self, region: RegionIndex) -> &'a str {
        self.words(&self.catalogue.regions().get(region).name)
    }

    /// How many municipalities a region has.
    fn size(&self, region: RegionIndex) -> u32 {
        let span = self.catalogue.regions().get(region).span;
        span.to.saturating_sub(span.from)
    }

    /// The country a region lies in, or the region itself.
    fn country(&self, region: RegionIndex) -> RegionIndex {
        self.catalogue.regions().around(region).last().unwrap_or(region)
    }

    /// All countries, in the order of the tree.
    fn countries(&self) -> Vec<RegionIndex> {
        let all = self.catalogue.regions().iter();
        all.filter(|(_, region)| region.parent.is_none()).map(|(index, _)| index).collect()
    }

    /// The places with a page: every region and province, and every municipality that an offer names.
    fn places(&self) -> Vec<RegionIndex> {
        let named: BTreeSet<RegionIndex> =
            self.catalogue.offers().flat_map(|(_, offer)| offer.area.regions.iter().copied()).collect();
        let all = self.catalogue.regions().iter();
        let has_page = |(index, region): &(RegionIndex, &Region)| !region.is_municipality || named.contains(index);
        all.filter(has_page).map(|(index, _)| index).collect()
    }

    /// The kinds of which there is an offer.
    fn kinds(&self) -> Vec<OfferKind> {
        let has_some = |kind: &OfferKind| self.catalogue.offers().any(|(_, offer)| offer.kind == *kind);
        OfferKind::ALL.iter().copied().filter(has_some).collect()
    }

    /// The partners that offer something, with what they offer.
    fn offerers(&self) -> Vec<(&'a Partner, Vec<OfferIndex>)> {
        let mut found: Vec<(&Partner, Vec<OfferIndex>)> = Vec::new();
        for (index, offer) in self.catalogue.offers() {
            let partner = self.catalogue.partner(offer);
            match found.iter_mut().find(|(known, _)| known.id == partner.id) {
                Some((_, offers)) => offers.push(index),
                None => found.push((partner, vec![index])),
            }
        }
        found.sort_by_cached_key(|(partner, _)| (self.words(&partner.name).to_lowercase(), partner.id.clone()));
        found
    }

    fn need_path(&self, need: usize) -> String {
        let options = &self.catalogue.questionnaire().get(self.catalogue.landmarks().needs).options;
        ["nood/", options.get(need).map_or("", |option| option.id.as_str()), ".html"].concat()
    }

    fn kind_path(&self, kind: OfferKind) -> String {
        let name = serde_json::to_value(kind).unwrap_or(Value::Null);
        ["soort/", name.as_str().unwrap_or_default(), ".html"].concat()
    }

    fn place_path(&self, region: RegionIndex) -> String {
        ["plaats/", self.catalogue.regions().get(region).id.as_str(), ".html"].concat()
    }

    fn offer_path(&self, offer: &Offer) -> String {
        ["aanbod/", offer.id.as_str(), ".html"].concat()
    }
}

const HOME: &str = "index.html";
const PARTNERS: &str = "organisaties.html";
