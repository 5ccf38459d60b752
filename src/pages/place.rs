//! One place: what is there alone, then what holds there because it holds all around.

use super::{
    Page, Site,
    frame::Draft,
    markup::{El, el},
    texts::PageText,
};
use crate::{catalogue::OfferIndex, language::Said, region::RegionIndex};

/// So many offers need headings.
const FEW: usize = 7;

impl Site<'_> {
    /// The page of a place.
    pub(super) fn place(&self, region: RegionIndex) -> Page {
        let regions = self.catalogue.regions();
        let found = regions.get(region);
        let path = self.place_path(region);
        let place = self.region(region);
        let fill = |text| self.texts.fill(text, &[("place", place)]);
        let heading = fill(if found.is_municipality { PageText::TownTitle } else { PageText::PlaceTitle });
        let own = self.offers_for(region);
        let lead = if found.parent.is_none() { PageText::PlaceLeadCountry } else { PageText::PlaceLead };
        let mut body = vec![
            el("p").class("kind").text(self.say(PageText::GroupPlace)),
            el("h1").text(&heading),
            el("p").class("lead").text(&fill(if own.is_empty() { PageText::PlaceOwnNone } else { lead })),
            self.words_in("p", PageText::PlaceWhose),
        ];
        body.extend((!found.is_municipality).then(|| self.inside(&path, region)));
        let mut all = own.len();
        if !own.is_empty() {
            let cards = |heading, offers: &[OfferIndex]| {
                el("ul").class("cards").all(offers.iter().map(|offer| self.short_card(&path, heading, *offer)))
            };
            let cards = match own.len() {
                0..FEW => vec![cards("h3", &own)],
                _ => self.by_kind(&own, |offers| cards("h4", offers)),
            };
            body.push(el("section").put(el("h2").text(&fill(PageText::PlaceOwn))).all(cards));
        }
        for around in regions.around(region) {
            // What was named further in already holds here for a nearer reason.
            let is_new = |offer: &OfferIndex| {
                let named = &self.catalogue.offer(*offer).area.regions;
                !named.iter().any(|named| {
                    regions.is_within(region, *named) && regions.get(*named).depth > regions.get(around).depth
                })
            };
            let offers: Vec<OfferIndex> = self.offers_for(around).into_iter().filter(is_new).collect();
            all += offers.len();
            if !offers.is_empty() {
                let title = self.texts.fill(PageText::PlaceAround, &[("place", self.region(around))]);
                let lines = self.by_kind(&offers, |offers| {
                    el("ul").class("lines").all(offers.iter().map(|offer| self.short_line(&path, *offer)))
                });
                body.push(el("section").put(el("h2").text(&title)).all(lines));
            }
        }
        let mut around: Vec<RegionIndex> = regions.around(region).collect();
        around.reverse();
        let names: Vec<&str> = around.iter().rev().map(|region| self.region(*region)).collect();
        let title = match names.as_slice() {
            [] => heading.clone(),
            names => self.texts.fill(PageText::PlaceName, &[("place", &heading), ("around", &names.join(", "))]),
        };
        let count = self.texts.count(all);
        let about = match all > own.len() {
            true => self.texts.fill(PageText::PlaceAboutAround, &[("title", &heading), ("count", &count)]),
            false => [&heading, ": ", &count].concat(),
        };
        self.page(Draft {
            schema: self.list_schema(&path, &heading, &about, &own),
            above: around.iter().map(|region| (self.place_path(*region), self.region(*region).to_owned())).collect(),
            name: Said { text: place.to_owned(), language: self.wording.language() },
            path,
            title,
            about,
            body,
        })
    }

    /// The offers that name just this place, what is sure first.
    pub(super) fn offers_for(&self, region: RegionIndex) -> Vec<OfferIndex> {
        let named = self.catalogue.offers().filter(|(_, offer)| offer.area.regions.contains(&region));
        let mut offers: Vec<OfferIndex> = named.map(|(index, _)| index).collect();
        offers.sort_by_key(|index| self.order(*index));
        offers
    }

    /// Offers under a heading for each kind.
    fn by_kind(&self, offers: &[OfferIndex], list: impl Fn(&[OfferIndex]) -> El) -> Vec<El> {
        let mut parts = Vec::new();
        for kind in self.kinds() {
            let of = offers.iter().copied().filter(|offer| self.catalogue.offer(*offer).kind == kind);
            let of: Vec<OfferIndex> = of.collect();
            if !of.is_empty() {
                parts.push(el("h3").text(self.wording.kind(kind)));
                parts.push(list(&of));
            }
        }
        parts
    }

    /// The places in it that have a page, and what holds for someone who lives in none of them.
    fn inside(&self, path: &str, region: RegionIndex) -> El {
        let regions = self.catalogue.regions();
        let places = self.places_in(region);
        if places.is_empty() {
            return el("p").text(&self.texts.fill(PageText::PlaceInsideNone, &[("place", self.region(region))]));
        }
        let covered = places.iter().map(|inner| self.size(*inner)).sum::<u32>();
        let are_regions = places.iter().all(|inner| !regions.get(*inner).is_municipality);
        let (heading, rest) = match are_regions && covered == self.size(region) {
            true => (PageText::PlaceRegions, PageText::PlaceRegionsAll),
            false => (PageText::PlaceInside, PageText::PlaceInsideSome),
        };
        let links = places
            .iter()
            .map(|inner| el("li").put(self.plain_link(path, &self.place_path(*inner), self.region(*inner))));
        el("nav")
            .class("inside")
            .set("aria-label", self.say(heading))
            .put(self.words_in("h2", heading))
            .put(self.words_in("p", rest))
            .put(el("ul").all(links))
    }

    /// The places right in a region that have a page, by name.
    pub(super) fn places_in(&self, region: RegionIndex) -> Vec<RegionIndex> {
        let inner =
            self.places().into_iter().filter(|place| self.catalogue.regions().get(*place).parent == Some(region));
        let mut inner: Vec<RegionIndex> = inner.collect();
        inner.sort_by_key(|place| self.region(*place));
        inner
    }
}
