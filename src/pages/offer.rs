//! One offer: what its card says, for someone of whom nothing is known.

use super::{
    Page, Site, Standing,
    audience::{Choice, audience},
    frame::Draft,
    markup::{El, Href, el},
    texts::PageText,
};
use crate::{
    catalogue::{Offer, OfferIndex, Whose},
    language::Said,
    questionnaire::QuestionIndex,
    screen::Card,
    wording::Phrase,
};

impl Site<'_> {
    /// The page of an offer.
    pub(super) fn offer(&self, index: OfferIndex) -> Page {
        let offer = self.catalogue.offer(index);
        let path = self.offer_path(offer);
        let mut body = vec![
            el("p").class("kind").text(self.wording.kind(offer.kind)),
            el("h1").said(&self.said(&offer.name), self.wording),
        ];
        if let Some(card) = self.card(index) {
            body.extend(self.facts(&path, offer, &card));
        }
        body.push(self.partner_section(&path, index, offer));
        body.push(self.related(&path, offer));
        let name = self.said(&offer.name);
        self.page(Draft {
            title: self.title(offer),
            about: self.words(&offer.gives).to_owned(),
            above: vec![(self.kind_path(offer.kind), self.wording.kind(offer.kind).to_owned())],
            schema: self.offer_schema(&path, offer),
            path,
            name,
            body,
        })
    }

    /// Name and partner; with the id where another offer has both.
    fn title(&self, offer: &Offer) -> String {
        let of =
            |offer: &Offer| [self.words(&offer.name), ", ", self.words(&self.catalogue.partner(offer).name)].concat();
        let title = of(offer);
        let has_twin = self.catalogue.offers().any(|(_, other)| other.id != offer.id && of(other) == title);
        if has_twin { [&title, " (", offer.id.as_str(), ")"].concat() } else { title }
    }

    fn facts(&self, path: &str, offer: &Offer, card: &Card) -> Vec<El> {
        let section = |heading: El| el("section").put(heading);
        let said = |said: &Said| el("p").said(said, self.wording);
        let mut facts = vec![said(&card.partner).class("partner"), said(&card.gives).class("lead")];
        let doubts = self.doubts(offer, card);
        if !doubts.is_empty() {
            facts.push(el("div").class("doubts").all(doubts));
        }
        facts.push(
            section(self.phrase("h2", Phrase::FirstStep))
                .class("step")
                .put(said(&card.first_step))
                .all(self.ways(card))
                .all(
                    self.hours(offer).map(|hours| el("p").text(&self.texts.fill(PageText::Open, &[("hours", &hours)]))),
                ),
        );
        facts.push(self.audience(path, offer));
        if !card.conditions.is_empty() {
            let conditions = card.conditions.iter().map(|condition| el("li").said(condition, self.wording));
            facts.push(section(self.phrase("h2", Phrase::CheckYourself)).put(el("ul").all(conditions)));
        }
        if let Some(cost) = &card.cost {
            facts
                .push(section(self.phrase("h2", Phrase::Costs)).put(said(cost)).all(card.cost_note.as_ref().map(said)));
        }
        let source = match card.source_link.as_deref().and_then(Href::outward) {
            Some(href) => el("p").put(el("a").to(href).set("rel", "noreferrer").text(&card.source)),
            None => el("p").text(&card.source),
        };
        facts.push(section(self.words_in("h2", PageText::SourceTitle)).put(source));
        facts
    }

    /// What no source confirmed, what may be out of date, and what can't be had today.
    fn doubts(&self, offer: &Offer, card: &Card) -> Vec<El> {
        let dated = |text, date| self.texts.fill(text, &[("date", &self.day(date))]);
        let standing = match (self.standing(offer), offer.valid.1) {
            (Standing::NotYet(from), _) => Some(dated(PageText::NotYet, from)),
            (Standing::Ended(until), _) => Some(dated(PageText::Ended, until)),
            (Standing::Nobody, _) => Some(self.say(PageText::NobodyNow).to_owned()),
            (Standing::Now, Some(until)) => Some(dated(PageText::Until, until)),
            (Standing::Now, None) => None,
        };
        let old = self.overdue(offer).map(|due| dated(PageText::Stale, due));
        let plain = |text: String| el("p").text(&text);
        let mut doubts: Vec<El> = standing.map(plain).into_iter().collect();
        doubts.extend(card.doubt.as_ref().map(|doubt| el("p").said(doubt, self.wording)));
        doubts.extend(card.unverified.clone().map(plain));
        doubts.extend(old.map(plain));
        doubts
    }

    /// Every way to reach who gives it.
    fn ways(&self, card: &Card) -> Option<El> {
        let call = card.phone.as_ref().map(|phone| match phone.href.as_deref().and_then(Href::outward) {
            Some(href) => el("a").class("call").to(href).put(el("bdi").text(&phone.label)),
            None => el("span").put(el("bdi").text(&phone.label)),
        });
        let outward = |link: &crate::screen::Link| {
            Some(el("a").to(Href::outward(&link.href)?).set("rel", "noreferrer").text(&link.label))
        };
        let site = card.website.as_ref().and_then(outward);
        let mail = card.mail.as_ref().and_then(outward);
        let ways: Vec<El> = [call, site, mail].into_iter().flatten().map(|way| el("li").put(way)).collect();
        (!ways.is_empty()).then(|| el("ul").class("ways").all(ways))
    }

    /// When somebody is there, in words; none for what is no line.
    pub(super) fn hours(&self, offer: &Offer) -> Option<String> {
        let hours = offer.line.as_ref()?.open.as_deref().unwrap_or(&[]);
        let words = || hours.iter().map(|hours| self.wording.hours(hours)).collect::<Vec<_>>().join(", ");
        Some(match hours {
            [] => self.wording.say(Phrase::HoursUnknown).to_owned(),
            _ if is_always_open(offer) => self.wording.say(Phrase::HoursAlways).to_owned(),
            _ => words(),
        })
    }

    fn audience(&self, path: &str, offer: &Offer) -> El {
        let section = el("section").put(self.words_in("h2", PageText::Audience));
        let lead = |text| self.words_in("p", text);
        let lines = |choices: &[Choice]| choices.iter().map(|choice| self.choice_line(choice)).collect::<Vec<_>>();
        let place = self.place_line(path, offer);
        let Some(audience) = audience(self.catalogue, offer) else { return section.put(el("ul").put(place)) };
        let is_open = audience.needed.is_empty() && audience.enough.is_empty() && audience.also.is_empty();
        let everyone = is_open.then(|| lead(PageText::AudienceEveryone));
        let section = section
            .all(everyone)
            .put(lead(PageText::AudienceNeeded))
            .put(el("ul").put(place).all(lines(&audience.needed)));
        let enough = el("ul").all(lines(&audience.enough));
        let enough = (!audience.enough.is_empty()).then(|| [lead(PageText::AudienceEnough), enough]);
        let also = audience.also.iter().map(|question| el("li").text(self.label(*question)));
        let also = (!audience.also.is_empty()).then(|| [lead(PageText::AudienceAlso), el("ul").all(also)]);
        section.all(enough.into_iter().flatten()).all(also.into_iter().flatten())
    }

    /// Whose place counts, and where that must be.
    fn place_line(&self, path: &str, offer: &Offer) -> El {
        let landmarks = self.catalogue.landmarks();
        let label = match offer.area.whose {
            Whose::Carer => self.label(landmarks.carer_place),
            Whose::Recipient => self.label(landmarks.recipient_place),
            Whose::Either => self.say(PageText::WhereEither),
        };
        let mut line = el("li").text(&self.texts.fill(PageText::AudienceLine, &[("label", label)]));
        let last = offer.area.regions.len().saturating_sub(1);
        for (place, region) in offer.area.regions.iter().enumerate() {
            let or = [" ", self.say(PageText::ListOr), " "].concat();
            let between = if place == 0 {
                ""
            } else if place == last {
                or.as_str()
            } else {
                ", "
            };
            line = line.text(between).put(self.plain_link(path, &self.place_path(*region), self.region(*region)));
        }
        line
    }

    /// A question and the answers that will do; where nearly all do, those that don't.
    fn choice_line(&self, choice: &Choice) -> El {
        let (question, chosen) = choice;
        let all = self.catalogue.questionnaire().get(*question).options.len();
        let others: Vec<usize> = (0..all).filter(|option| !chosen.contains(option)).collect();
        let line = |text, options: &str| {
            el("li").text(&self.texts.fill(text, &[("label", self.label(*question)), ("options", options)]))
        };
        if chosen.len() == 1 {
            line(PageText::AudienceLine, &self.options(choice).concat())
        } else if others.len() <= 2 && chosen.len() > 3 {
            let others = self.options(&(*question, others));
            let quoted: Vec<String> = others.iter().map(|option| ["‘", option, "’"].concat()).collect();
            line(PageText::AudienceBut, &self.texts.any(&quoted))
        } else {
            let options = self.options(choice).into_iter().map(|option| el("li").text(&option));
            line(PageText::AudienceOneOf, "").put(el("ul").class("options").all(options))
        }
    }

    /// A question and the answers that will do, in one line.
    pub(super) fn choice(&self, choice: &Choice) -> String {
        let gaps = [("label", self.label(choice.0)), ("options", &self.texts.any(&self.options(choice)))];
        self.texts.fill(PageText::AudienceLine, &gaps)
    }

    fn options(&self, (question, options): &Choice) -> Vec<String> {
        let asked = &self.catalogue.questionnaire().get(*question).options;
        let options = options.iter().filter_map(|position| asked.get(*position));
        options.map(|option| self.words(option.short.as_ref().unwrap_or(&option.text)).to_owned()).collect()
    }

    fn label(&self, question: QuestionIndex) -> &str {
        self.words(&self.catalogue.questionnaire().get(question).short)
    }

    fn partner_section(&self, path: &str, index: OfferIndex, offer: &Offer) -> El {
        let partner = self.catalogue.partner(offer);
        let name = self.words(&partner.name);
        // Where both have one website, the link to it stands at the first step.
        let website = partner.website.as_deref().filter(|site| offer.contact.website.as_deref() != Some(*site));
        let site = website.and_then(Href::outward).map(|href| {
            let words = self.texts.fill(PageText::PartnerSite, &[("partner", name)]);
            el("p").put(el("a").to(href).set("rel", "noreferrer").text(&words))
        });
        let about = partner.about.as_ref().map(|about| el("p").said(&self.said(about), self.wording));
        let others =
            self.catalogue.offers().filter(|(other, offered)| *other != index && offered.partner == offer.partner);
        let others: Vec<El> = others.map(|(other, _)| self.short_line(path, other)).collect();
        let more = (!others.is_empty()).then(|| [self.words_in("p", PageText::PartnerMore), el("ul").all(others)]);
        let section = el("section").put(self.words_in("h2", PageText::PartnerTitle));
        section
            .put(el("p").put(el("strong").said(&self.said(&partner.name), self.wording)))
            .all(about)
            .all(site)
            .all(more.into_iter().flatten())
    }

    /// The lists on which the offer stands.
    fn related(&self, path: &str, offer: &Offer) -> El {
        let needs =
            offer.needs.iter().map(|(need, _)| self.link(path, &self.need_path(*need), &self.need_names(*need).1));
        let kind = self.plain_link(path, &self.kind_path(offer.kind), self.wording.kind(offer.kind));
        let places = offer
            .area
            .regions
            .iter()
            .map(|region| self.plain_link(path, &self.place_path(*region), self.region(*region)));
        let row = |text, links: Vec<El>| {
            let links = links.into_iter().map(|link| el("dd").put(link));
            el("div").put(self.words_in("dt", text)).all(links)
        };
        let rows = el("dl")
            .put(row(PageText::GroupNeed, needs.collect()))
            .put(row(PageText::GroupKind, vec![kind]))
            .put(row(PageText::GroupPlace, places.collect()));
        el("section").class("related").put(self.words_in("h2", PageText::RelatedTitle)).put(rows)
    }
}

/// Whether somebody is there at every hour.
pub(super) fn is_always_open(offer: &Offer) -> bool {
    let hours = offer.line.as_ref().and_then(|line| line.open.as_deref()).unwrap_or(&[]);
    hours.iter().any(|hours| hours.days == 0x7f && hours.from == 0 && hours.to == 24 * 60)
}
