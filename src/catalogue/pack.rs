//! What the widget loads: one language, only what is valid, rules compiled. [`super::unpack`] reads it.
//!
//! Offers and questions are lists of values in a fixed order, which `fields` names for people who look into the file.
//! Closed lists are written as positions, and a text that had to fall back as `["nl", "…"]`.
//! What only partners need (notes, further sources, rules as written) stays behind.

use super::{Catalogue, Line, Offer, raw::FORMAT};
use crate::{
    contact::together,
    date::Date,
    eligibility::Diagram,
    guide::{Guide, Passage, PhaseGuide, RungGuide, SheetGuide},
    informal::verbs,
    language::{Language, Text},
    questionnaire::{AnswerOption, Kind, Question, QuestionIndex, Unit},
    region::Region,
    wording::YOUNG,
};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Packs a catalogue for one language, as it is on the day it was built for.
/// Offers that nobody can get on that day are left out.
pub fn pack(catalogue: &Catalogue, language: Language, wording: &BTreeMap<String, String>, today: Date) -> Value {
    let packer = Packer { catalogue, language };
    let questionnaire = catalogue.questionnaire();
    let topics = questionnaire.topics.iter().map(|topic| json!([topic.id, packer.text(&topic.name)]));
    // What is alike stands together, told in the language first: so it packs best. The reader puts them in order.
    let mut offers: Vec<&Offer> =
        catalogue.offers().map(|(_, offer)| offer).filter(|offer| !offer.fits.is_never()).collect();
    offers.sort_by_key(|offer| {
        (!offer.gives.said(language).language.is_kin_of(language), offer.kind as usize, offer.partner)
    });
    let rules = Diagram::share(offers.iter().copied().flat_map(Offer::rules));
    let shared = rules.first().map_or_else(|| json!([[], []]), Diagram::pack_all);
    let mut rules = rules.into_iter();
    let offers = offers.into_iter().map(|offer| packer.offer(offer, &mut rules));
    let (offer_fields, offers) = in_order(offers);
    let (question_fields, questions) = in_order(questionnaire.iter().map(|(_, question)| packer.question(question)));
    json!({
        "fields": {"offers": offer_fields, "questions": question_fields},
        "format": FORMAT,
        "version": env!("CARGO_PKG_VERSION"),
        "language": language.tag(),
        "made_on": today.to_string(),
        "wording": wording,
        "topics": topics.collect::<Vec<_>>(),
        "questions": questions,
        "partners": catalogue.partners.iter().map(|partner| json!([partner.id.as_str(), packer.text(&partner.name)])).collect::<Vec<_>>(),
        "rules": shared,
        "offers": offers,
        "guide": packer.guide(catalogue.guide()),
    })
}

/// Packs the places, in the order of the tree, each after the region around it.
pub fn pack_places(catalogue: &Catalogue, sources: &[String]) -> Value {
    let regions = catalogue.regions();
    let names = |text: &Text| text.all().map(|(language, name)| json!([language.tag(), name])).collect::<Vec<_>>();
    let positions: BTreeMap<_, _> =
        regions.iter().enumerate().map(|(position, (index, _))| (index, position)).collect();
    let region = |region: &Region| {
        let parent = region.parent.and_then(|parent| positions.get(&parent));
        json!([region.id.as_str(), parent, names(&region.name), region.also, region.postcodes])
    };
    let replaced = regions.replaced().map(|(old, new)| json!([old, positions.get(&new)]));
    json!({
        "format": FORMAT,
        "version": env!("CARGO_PKG_VERSION"),
        "sources": sources,
        "regions": regions.iter().map(|(_, found)| region(found)).collect::<Vec<_>>(),
        "replaced": replaced.collect::<Vec<_>>(),
    })
}

/// A value with its name.
type Field = (&'static str, Value);

/// The names of the fields, and the values of each thing in the same order.
fn in_order<const N: usize>(things: impl Iterator<Item = [Field; N]>) -> (Vec<&'static str>, Vec<Vec<Value>>) {
    let mut names = Vec::new();
    let mut values = Vec::new();
    for fields in things {
        names = fields.iter().map(|(name, _)| *name).collect();
        values.push(fields.into_iter().map(|(_, value)| value).collect());
    }
    (names, values)
}

struct Packer<'a> {
    catalogue: &'a Catalogue,
    language: Language,
}

impl Packer<'_> {
    /// What is said to who is under 18 follows, where that is something else: as [`verbs`] where that is all.
    fn text(&self, text: &Text) -> Value {
        let said = text.said(self.language);
        if !said.language.is_kin_of(self.language) {
            return json!([said.language.tag(), said.text]);
        }
        let is_dutch = self.language.is_kin_of(Language::Nl);
        let young = text.all().find(|(language, _)| is_dutch && *language == Language::NlYoung).map(|(_, young)| young);
        // Easy words with `u` are easier than other words with `je`.
        let is_easier = said.language == Language::NlSimple
            && young.is_some_and(|young| verbs(text.words(Language::Nl), young).is_some());
        let made = young.and_then(|young| verbs(&said.text, young));
        match made.or_else(|| young.filter(|_| !is_easier).map(str::to_owned)) {
            Some(young) => json!([said.text.as_str(), &young].join(&YOUNG.to_string())),
            None if self.language.is_rtl() => json!(numbers_apart(&said.text)),
            None => json!(said.text),
        }
    }

    fn question(&self, question: &Question) -> [Field; 12] {
        let (kind, unit) = match question.kind {
            Kind::Single => (0, Unit::Years),
            Kind::Multi => (1, Unit::Years),
            Kind::Place => (2, Unit::Years),
            Kind::Range(unit) => (3, unit),
        };
        [
            ("id", json!(question.id.as_str())),
            ("kind", json!(kind)),
            ("unit", json!(unit as usize)),
            ("topic", json!(question.topic.0)),
            ("group", json!(question.group)),
            ("text", self.text(&question.text)),
            ("short", self.text(&question.short)),
            ("hint", self.optional(&question.hint)),
            ("why", self.text(&question.why)),
            ("options", question.options.iter().map(|option| self.option(option)).collect()),
            ("eased_by", json!(question.eased_by)),
            ("carries", json!(question.carries)),
        ]
    }

    fn option(&self, option: &AnswerOption) -> Value {
        let AnswerOption { id, text, short, says, span, alone, weight } = option;
        let words = (self.text(text), self.optional(short), self.optional(says));
        json!([id.as_str(), words.0, words.1, words.2, span.from, span.to, alone, weight])
    }

    fn guide(&self, guide: &Guide) -> Value {
        let Guide { recognition, phases, rungs, sheets, breathe, synonyms } = guide;
        json!([
            self.texts(&recognition.questions),
            self.passage(&recognition.yes),
            self.passage(&recognition.perhaps),
            self.passage(breathe),
            phases.iter().map(|phase| self.phase(phase)).collect::<Vec<_>>(),
            rungs.iter().map(|rung| self.rung(rung)).collect::<Vec<_>>(),
            sheets.iter().map(|sheet| self.sheet(sheet)).collect::<Vec<_>>(),
            synonyms,
        ])
    }

    fn phase(&self, guide: &PhaseGuide) -> Value {
        let PhaseGuide { phase, title, lead, tips, ahead } = guide;
        let tips = tips.iter().map(|tip| json!([self.text(&tip.text), tip.source]));
        json!([phase, self.text(title), self.text(lead), tips.collect::<Vec<_>>(), self.texts(ahead)])
    }

    fn rung(&self, guide: &RungGuide) -> Value {
        json!([guide.rung as usize, self.text(&guide.title), self.text(&guide.lead)])
    }

    fn sheet(&self, guide: &SheetGuide) -> Value {
        let SheetGuide { id, title, lead, opening, does, weighs, needs, asks, farewell, rights } = guide;
        let positions = |questions: &[QuestionIndex]| questions.iter().map(|index| index.0).collect::<Vec<_>>();
        let rights = rights.iter().map(|kind| *kind as usize).collect::<Vec<_>>();
        let (title, lead, opening) = (self.text(title), self.text(lead), self.text(opening));
        let (does, weighs) = (positions(does), positions(weighs));
        let (asks, farewell) = (self.texts(asks), self.texts(farewell));
        json!([id, title, lead, opening, does, weighs, needs, asks, farewell, rights])
    }

    fn passage(&self, passage: &Passage) -> Value {
        json!([self.text(&passage.title), self.texts(&passage.text)])
    }

    fn texts(&self, texts: &[Text]) -> Value {
        texts.iter().map(|text| self.text(text)).collect()
    }

    fn optional(&self, text: &Option<Text>) -> Value {
        text.as_ref().map_or(Value::Null, |text| self.text(text))
    }

    /// An offer, with its rules in the order of [`Offer::rules`].
    fn offer(&self, offer: &Offer, rules: &mut impl Iterator<Item = Diagram>) -> [Field; 31] {
        let mut rule = || rules.next().map(|rule| rule.pack());
        let fits = rule();
        let typical_for = offer.typical_for.as_ref().and_then(|_| rule());
        let urgent_when = offer.urgent_when.as_ref().and_then(|_| rule());
        let regions = offer.area.regions.iter().map(|region| self.catalogue.regions().get(*region).id.as_str());
        let day = |day: Option<Date>| day.map(|day| day.to_string());
        let (from, until) = offer.valid;
        [
            ("id", json!(offer.id.as_str())),
            ("partner", json!(offer.partner)),
            ("name", self.text(&offer.name)),
            ("kind", json!(offer.kind as usize)),
            ("gives", self.text(&offer.gives)),
            ("first_step", self.text(&offer.first_step)),
            ("needs", json!(offer.needs)),
            ("phases", json!(offer.phases)),
            ("whose", json!(offer.area.whose as usize)),
            ("regions", regions.collect()),
            ("from", json!(day(from))),
            ("until", json!(day(until))),
            ("fits", json!(fits)),
            ("typical_for", json!(typical_for)),
            ("urgent_when", json!(urgent_when)),
            ("conditions", offer.conditions.iter().map(|text| self.text(text)).collect()),
            ("cost", json!(offer.cost.level as usize)),
            ("cost_note", self.optional(&offer.cost.note)),
            ("phone", json!(offer.contact.phone.as_deref().map(together))),
            ("email", json!(offer.contact.email)),
            ("website", json!(offer.contact.website)),
            ("source", json!(offer.source.kind as usize)),
            ("source_url", json!(offer.source.url)),
            ("checked_on", json!(offer.checked_on.map(|date| date.to_string()))),
            ("due", json!(day(offer.freshness.due()))),
            ("confidence", json!(offer.confidence as usize)),
            ("unverified", offer.unverified.iter().map(|part| *part as usize).collect()),
            ("doubt", self.optional(&offer.doubt)),
            ("weak", json!(offer.weak)),
            ("respite", offer.respite.iter().map(|rung| *rung as usize).collect()),
            ("line", json!(offer.line.as_ref().map(line))),
        ]
    }
}

/// Keeps the order of numbers in a line from right to left: a telephone number is written in groups, and each would stand
/// before the next.
fn numbers_apart(text: &str) -> String {
    let mut apart = String::new();
    let mut number = String::new();
    for sign in text.chars().chain([' ']) {
        let joins = matches!(sign, ' ' | '.' | '/' | '-' | '–') && !number.is_empty();
        if sign.is_ascii_digit() || sign == '+' || joins {
            number.push(sign);
            continue;
        }
        isolate(&mut apart, &mut number);
        apart.push(sign);
    }
    isolate(&mut apart, &mut number);
    apart.pop();
    apart
}

fn isolate(apart: &mut String, number: &mut String) {
    let figures = number.trim_end_matches([' ', '.', '/', '-', '–']);
    let rest = &number[figures.len()..];
    if figures.contains([' ', '/', '-', '–', '+']) {
        apart.extend(["\u{2066}", figures, "\u{2069}", rest]);
    } else {
        apart.push_str(number);
    }
    number.clear();
}

/// Theme and hours; without hours when they aren't known.
fn line(line: &Line) -> Value {
    let hours = line.open.as_ref().map(|open| {
        let hours = open.iter().map(|hours| json!([hours.days, hours.from, hours.to]));
        hours.collect::<Vec<_>>()
    });
    json!([line.theme as usize, hours])
}
