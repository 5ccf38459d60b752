//! Lists of offers: for a need, of a kind, of each partner.

use super::{
    PARTNERS, Page, Site, Standing,
    frame::Draft,
    markup::{El, Href, el},
    texts::PageText,
};
use crate::{
    catalogue::{Confidence, OfferIndex, OfferKind},
    language::Said,
    region::RegionIndex,
};
use std::cmp::Reverse;

impl Site<'_> {
    /// What helps with a need.
    pub(super) fn need(&self, need: usize) -> Page {
        let mut offers: Vec<(u8, OfferIndex)> = Vec::new();
        for (index, offer) in self.catalogue.offers() {
            offers
                .extend(offer.needs.iter().filter(|(other, _)| *other == need).map(|(_, strength)| (*strength, index)));
        }
        let (text, name) = self.need_names(need);
        self.list(List {
            path: self.need_path(need),
            group: PageText::GroupNeed,
            name,
            text,
            lead: PageText::NeedLead,
            offers,
        })
    }

    /// What is of a kind.
    pub(super) fn kind(&self, kind: OfferKind) -> Page {
        let offers = self.catalogue.offers().filter(|(_, offer)| offer.kind == kind);
        // Here all weigh the same.
        let offers: Vec<(u8, OfferIndex)> = offers.map(|(index, _)| (u8::MAX, index)).collect();
        let said = |text: &str| Said { text: text.to_owned(), language: self.wording.language() };
        let name = said(self.wording.kind(kind));
        let text = said(&self.texts.count(offers.len()));
        self.list(List {
            path: self.kind_path(kind),
            group: PageText::GroupKind,
            name,
            text,
            lead: PageText::KindLead,
            offers,
        })
    }

    /// What is sure comes before what is doubtful or thin; the rest is in order of id.
    pub(super) fn order(&self, index: OfferIndex) -> (bool, bool, bool, OfferIndex) {
        let offer = self.catalogue.offer(index);
        let is_gone = self.standing(offer) != Standing::Now;
        (is_gone, offer.weak, offer.confidence == Confidence::Unverified, index)
    }

    /// In how many municipalities of a country an offer can be had.
    fn reach(&self, index: OfferIndex, country: RegionIndex) -> u32 {
        let named = self.catalogue.offer(index).area.regions.iter();
        let there = named.filter(|region| self.catalogue.regions().is_within(**region, country));
        there.map(|region| self.size(*region)).sum()
    }

    /// The offers of a list that are in a country. Of the visitor nothing is known: what most can use comes first,
    /// even before what helps a bit more in fewer places, but what hardly helps comes last.
    fn list_in(&self, list: &List, country: RegionIndex) -> Vec<OfferIndex> {
        let is_there = |(_, index): &&(u8, OfferIndex)| self.reach(*index, country) > 0;
        let mut offers: Vec<(u8, OfferIndex)> = list.offers.iter().filter(is_there).copied().collect();
        offers.sort_by_cached_key(|(strength, index)| {
            let is_gone = self.standing(self.catalogue.offer(*index)) != Standing::Now;
            let reach = self.reach(*index, country);
            (is_gone, *strength == 1, Reverse(reach), Reverse(*strength), self.order(*index))
        });
        offers.into_iter().map(|(_, index)| index).collect()
    }

    /// A list by country.
    fn list(&self, list: List) -> Page {
        let regions = self.catalogue.regions();
        let groups = self.countries().into_iter().map(|country| (country, self.list_in(&list, country)));
        let groups: Vec<(RegionIndex, Vec<OfferIndex>)> = groups.filter(|(_, offers)| !offers.is_empty()).collect();
        let mut shown: Vec<OfferIndex> = Vec::new();
        for offer in groups.iter().flat_map(|(_, offers)| offers) {
            if !shown.contains(offer) {
                shown.push(*offer);
            }
        }
        let title = |country: RegionIndex| self.texts.fill(PageText::InPlace, &[("place", self.region(country))]);
        let id = |country: RegionIndex| regions.get(country).id.as_str();
        let jumps = groups.iter().map(|(country, offers)| {
            let words = [&title(*country), " (", &offers.len().to_string(), ")"].concat();
            el("li").put(el("a").to(Href::part(id(*country))).text(&words))
        });
        let nav = el("nav").class("jumps").set("aria-label", self.say(PageText::HomeHere)).put(el("ul").all(jumps));
        let sections = groups.iter().map(|(country, offers)| {
            let cards = offers.iter().map(|offer| self.short_card(&list.path, "h3", *offer));
            el("section")
                .set("id", id(*country))
                .put(el("h2").text(&title(*country)))
                .put(el("ul").class("cards").all(cards))
        });
        let group = self.say(list.group);
        let lead = if list.offers.is_empty() { PageText::CountNone } else { list.lead };
        let body = [
            el("p").class("kind").text(group),
            el("h1").said(&list.name, self.wording),
            el("p").class("lead").said(&list.text, self.wording),
            self.words_in("p", lead),
        ];
        let body = body.into_iter().chain((groups.len() > 1).then_some(nav)).chain(sections).collect();
        let title = [list.name.text.as_str(), " – ", &group.to_lowercase()].concat();
        let about = [&title, ": ", &self.texts.count(list.offers.len())].concat();
        let schema = self.list_schema(&list.path, &list.name.text, &about, &shown);
        let above = Vec::new();
        self.page(Draft { path: list.path, title, about, above, name: list.name, body, schema })
    }

    /// Everyone who offers something, by name.
    pub(super) fn partners(&self) -> Page {
        let offerers = self.offerers();
        let rows = offerers.iter().map(|(partner, offers)| {
            let site = partner.website.as_deref().and_then(Href::outward).map(|href| {
                let words = self.texts.fill(PageText::PartnerSite, &[("partner", self.words(&partner.name))]);
                el("p").put(el("a").to(href).set("rel", "noreferrer").text(&words))
            });
            el("li")
                .set("id", partner.id.as_str())
                .put(el("h2").said(&self.said(&partner.name), self.wording))
                .all(partner.about.as_ref().map(|about| el("p").said(&self.said(about), self.wording)))
                .put(el("ul").all(offers.iter().map(|offer| self.short_line(PARTNERS, *offer))))
                .all(site)
        });
        let title = self.say(PageText::PartnersTitle);
        let lead = self.texts.fill(PageText::PartnersLead, &[("count", &offerers.len().to_string())]);
        let body: Vec<El> =
            vec![el("h1").text(title), el("p").class("lead").text(&lead), el("ul").class("partners").all(rows)];
        self.page(Draft {
            path: PARTNERS.to_owned(),
            title: title.to_owned(),
            schema: self.list_schema(PARTNERS, title, &lead, &[]),
            about: lead,
            above: Vec::new(),
            name: Said { text: title.to_owned(), language: self.wording.language() },
            body,
        })
    }
}

/// A list before it is a page.
struct List {
    path: String,
    /// What it is a list of.
    group: PageText,
    name: Said,
    /// More about the name.
    text: Said,
    /// In which order it is.
    lead: PageText,
    /// With how much each helps.
    offers: Vec<(u8, OfferIndex)>,
}
