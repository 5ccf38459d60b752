//! The home page: whom to call now, and every way into the catalogue.

use super::{
    HOME, PARTNERS, Page, Site,
    frame::Draft,
    markup::{El, Href, el},
    offer::is_always_open,
    texts::PageText,
};
use crate::{
    catalogue::{Offer, OfferIndex, OfferKind, Part},
    contact,
    language::Said,
    region::RegionIndex,
    wording::Phrase,
};

impl Site<'_> {
    /// The home page.
    pub(super) fn home(&self) -> Page {
        let title = self.wording.say(Phrase::Title);
        let countries: Vec<String> =
            self.countries().into_iter().map(|country| self.region(country).to_owned()).collect();
        let lead = self.texts.fill(PageText::HomeLead, &[("places", &self.wording.list(&countries))]);
        let offers = self.catalogue.offers().count().to_string();
        let partners = self.offerers().len().to_string();
        let count = self.texts.fill(PageText::HomeCount, &[("offers", &offers), ("partners", &partners)]);
        let mut body = vec![el("h1").text(title), el("p").class("lead").text(&lead)];
        body.extend(self.lines_now());
        body.extend([
            self.needs_section(),
            self.kinds_section(),
            self.places_section(),
            el("section")
                .put(self.words_in("h2", PageText::GroupPartner))
                .put(el("p").text(&count))
                .put(el("p").put(self.plain_link(HOME, PARTNERS, self.say(PageText::PartnersTitle)))),
        ]);
        self.page(Draft {
            path: HOME.to_owned(),
            title: title.to_owned(),
            schema: self.list_schema(HOME, title, &lead, &[]),
            about: lead,
            above: Vec::new(),
            name: Said { text: title.to_owned(), language: self.wording.language() },
            body,
        })
    }

    /// Lines where somebody is there day and night, by country.
    fn lines_now(&self) -> Option<El> {
        let regions = self.catalogue.regions();
        let mut groups = Vec::new();
        for country in self.countries() {
            let is_there = |offer: &Offer| {
                is_always_open(offer)
                    && offer.contact.phone.is_some()
                    && offer.area.regions.iter().any(|region| regions.is_within(*region, country))
            };
            let mut lines: Vec<(OfferIndex, &Offer)> =
                self.catalogue.offers().filter(|(_, offer)| is_there(offer)).collect();
            lines.sort_by_key(|(index, offer)| {
                (offer.area.regions.iter().min().copied(), offer.line.as_ref().map(|line| line.theme), *index)
            });
            if !lines.is_empty() {
                let title = self.texts.fill(PageText::InPlace, &[("place", self.region(country))]);
                groups.push(
                    el("div")
                        .put(el("h3").text(&title))
                        .put(el("ul").all(lines.iter().map(|(line, _)| self.line_now(country, *line)))),
                );
            }
        }
        let more = self.kinds().contains(&OfferKind::Helpline).then(|| {
            let path = self.kind_path(OfferKind::Helpline);
            el("p").put(self.plain_link(HOME, &path, self.say(PageText::NowMore)))
        });
        let section = el("section")
            .class("now")
            .set("id", "nu")
            .put(self.phrase("h2", Phrase::TalkTitle))
            .put(self.words_in("p", PageText::NowLead));
        (!groups.is_empty()).then(|| section.put(el("div").class("columns").all(groups)).all(more))
    }

    fn line_now(&self, country: RegionIndex, index: OfferIndex) -> El {
        let offer = self.catalogue.offer(index);
        let name = self.link(HOME, &self.offer_path(offer), &self.said(&offer.name));
        let theme = offer.line.as_ref().map_or("", |line| self.wording.theme(line.theme));
        let places: Vec<&str> =
            offer.area.regions.iter().filter(|region| **region != country).map(|region| self.region(*region)).collect();
        let mut about = vec![theme.to_owned()];
        about.extend((!places.is_empty()).then(|| places.join(", ")));
        let phrase = if offer.unverified.contains(&Part::Phone) { Phrase::CallUnverified } else { Phrase::Call };
        let call = offer.contact.phone.as_deref().map(|phone| {
            let label = el("bdi").text(&self.wording.fill(phrase, &[("phone", &contact::together(phone))]));
            match contact::dial(phone).as_deref().and_then(Href::outward) {
                Some(href) => el("a").class("call").to(href).put(label),
                None => el("span").put(label),
            }
        });
        el("li").put(el("div").put(el("p").put(name)).put(el("p").class("small").text(&about.join(" · ")))).all(call)
    }

    fn needs_section(&self) -> El {
        let question = self.catalogue.questionnaire().get(self.catalogue.landmarks().needs);
        let tiles = (0..self.catalogue.need_count()).map(|need| {
            let (text, name) = self.need_names(need);
            let more = (text != name).then(|| el("p").class("small").said(&text, self.wording));
            el("li").put(el("p").put(self.link(HOME, &self.need_path(need), &name))).all(more)
        });
        el("section")
            .set("id", "nood")
            .put(el("h2").said(&self.said(&question.text), self.wording))
            .put(el("ul").class("tiles").all(tiles))
    }

    fn kinds_section(&self) -> El {
        let tiles = self.kinds().into_iter().map(|kind| {
            let count = self.catalogue.offers().filter(|(_, offer)| offer.kind == kind).count();
            let link = self.plain_link(HOME, &self.kind_path(kind), self.wording.kind(kind));
            el("li").put(el("p").put(link)).put(el("p").class("small").text(&self.texts.count(count)))
        });
        el("section")
            .set("id", "soort")
            .put(self.phrase("h2", Phrase::BrowseKind))
            .put(el("ul").class("tiles").all(tiles))
    }

    fn places_section(&self) -> El {
        let countries = self.countries().into_iter().map(|country| {
            el("div")
                .put(el("h3").put(self.plain_link(HOME, &self.place_path(country), self.region(country))))
                .all(self.tree(country))
        });
        el("section")
            .set("id", "plaats")
            .put(self.phrase("h2", Phrase::BrowsePlace))
            .put(self.words_in("p", PageText::PlacesLead))
            .put(el("div").class("columns").all(countries))
    }

    /// The regions and provinces in a region; its municipalities are on its own page.
    fn tree(&self, region: RegionIndex) -> Option<El> {
        let regions = self.catalogue.regions();
        let inner = self.places_in(region).into_iter().filter(|place| !regions.get(*place).is_municipality);
        let rows: Vec<El> = inner
            .map(|place| {
                el("li").put(self.plain_link(HOME, &self.place_path(place), self.region(place))).all(self.tree(place))
            })
            .collect();
        (!rows.is_empty()).then(|| el("ul").class("tree").all(rows))
    }
}
