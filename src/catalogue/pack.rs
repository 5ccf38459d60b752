//! What the widget loads: one language, only what is valid, rules compiled. [`super::unpack`] reads it.
//!
//! Closed lists are written as positions, and a text that had to fall back as `["nl", "…"]`.
//! What only partners need (notes, further sources, rules as written) stays behind.

use super::{Catalogue, Line, Offer, raw::FORMAT};
use crate::{
    answers::Answers,
    date::Date,
    eligibility::Verdict,
    guide::{Guide, Passage, PhaseGuide, RungGuide, SheetGuide},
    language::{Language, Text},
    questionnaire::{AnswerOption, Kind, Question, QuestionIndex, Unit},
    region::Region,
};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// Packs a catalogue for one language, as it is on the day it was built for.
/// Offers that nobody can get on that day are left out.
pub fn pack(catalogue: &Catalogue, language: Language, wording: &BTreeMap<String, String>, today: Date) -> Value {
    let packer = Packer { catalogue, language };
    let questionnaire = catalogue.questionnaire();
    let topics = questionnaire.topics.iter().map(|topic| json!([topic.id, packer.text(&topic.name)]));
    let nobody = |offer: &Offer| offer.fits.verdict(&Answers::default()) == Verdict::NotMet;
    let offers = catalogue.offers().filter(|(_, offer)| !nobody(offer)).map(|(_, offer)| packer.offer(offer));
    json!({
        "format": FORMAT,
        "language": language.tag(),
        "made_on": today.to_string(),
        "wording": wording,
        "topics": topics.collect::<Vec<_>>(),
        "questions": questionnaire.iter().map(|(_, question)| packer.question(question)).collect::<Vec<_>>(),
        "partners": catalogue.partners.iter().map(|partner| json!([partner.id.as_str(), packer.text(&partner.name)])).collect::<Vec<_>>(),
        "offers": offers.collect::<Vec<_>>(),
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
        "sources": sources,
        "regions": regions.iter().map(|(_, found)| region(found)).collect::<Vec<_>>(),
        "replaced": replaced.collect::<Vec<_>>(),
    })
}

struct Packer<'a> {
    catalogue: &'a Catalogue,
    language: Language,
}

impl Packer<'_> {
    fn text(&self, text: &Text) -> Value {
        let said = text.said(self.language);
        if said.language.is_kin_of(self.language) { json!(said.text) } else { json!([said.language.tag(), said.text]) }
    }

    fn question(&self, question: &Question) -> Value {
        let (kind, unit) = match question.kind {
            Kind::Single => (0, Unit::Years),
            Kind::Multi => (1, Unit::Years),
            Kind::Place => (2, Unit::Years),
            Kind::Range(unit) => (3, unit),
        };
        present([
            ("id", json!(question.id.as_str())),
            ("kind", json!([kind, unit as usize])),
            ("topic", json!(question.topic.0)),
            ("group", json!(question.group)),
            ("text", self.text(&question.text)),
            ("short", self.text(&question.short)),
            ("hint", self.optional(&question.hint)),
            ("why", self.text(&question.why)),
            ("options", question.options.iter().map(|option| self.option(option)).collect()),
            ("eased_by", json!(question.eased_by)),
            ("carries", if question.carries { json!(true) } else { Value::Null }),
        ])
    }

    fn option(&self, option: &AnswerOption) -> Value {
        let AnswerOption { id, text, short, says, span, alone, weight } = option;
        let mut packed = vec![json!(id.as_str()), self.text(text), self.optional(short)];
        packed.extend([json!(span.from), json!(span.to), json!(alone), json!(weight)]);
        packed.extend(says.as_ref().map(|says| self.text(says)));
        Value::Array(packed)
    }

    fn guide(&self, guide: &Guide) -> Value {
        let Guide { recognition, phases, rungs, sheets, breathe, synonyms } = guide;
        json!([
            self.texts(&recognition.questions),
            [self.passage(&recognition.yes), self.passage(&recognition.perhaps), self.passage(breathe)],
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
        let SheetGuide { id, title, lead, opening, does, weighs, needs, asks, rights } = guide;
        let positions = |questions: &[QuestionIndex]| questions.iter().map(|index| index.0).collect::<Vec<_>>();
        let rights = rights.iter().map(|kind| *kind as usize).collect::<Vec<_>>();
        let words = [self.text(title), self.text(lead), self.text(opening)];
        json!([id, words, positions(does), positions(weighs), needs, self.texts(asks), rights])
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

    fn offer(&self, offer: &Offer) -> Value {
        let regions = offer.area.regions.iter().map(|region| self.catalogue.regions().get(*region).id.as_str());
        let day = |day: Option<Date>| day.map(|day| day.to_string());
        let (from, until) = offer.valid;
        present([
            ("id", json!(offer.id.as_str())),
            ("partner", json!(offer.partner)),
            ("name", self.text(&offer.name)),
            ("kind", json!(offer.kind as usize)),
            ("gives", self.text(&offer.gives)),
            ("first_step", self.text(&offer.first_step)),
            ("needs", json!(offer.needs)),
            ("phases", json!(offer.phases)),
            ("area", json!([offer.area.whose as usize, regions.collect::<Vec<_>>()])),
            ("from", json!(day(from))),
            ("until", json!(day(until))),
            ("fits", offer.fits.pack()),
            ("typical_for", json!(offer.typical_for.as_ref().map(|rule| rule.pack()))),
            ("urgent_when", json!(offer.urgent_when.as_ref().map(|rule| rule.pack()))),
            ("conditions", offer.conditions.iter().map(|text| self.text(text)).collect()),
            ("cost", json!(offer.cost.level as usize)),
            ("cost_note", self.optional(&offer.cost.note)),
            ("phone", json!(offer.contact.phone)),
            ("email", json!(offer.contact.email)),
            ("website", json!(offer.contact.website)),
            ("source", json!(offer.source.kind as usize)),
            ("source_url", json!(offer.source.url)),
            ("checked_on", json!(offer.checked_on.map(|date| date.to_string()))),
            ("confidence", json!(offer.confidence as usize)),
            ("unverified", offer.unverified.iter().map(|part| *part as usize).collect()),
            ("doubt", self.optional(&offer.doubt)),
            ("weak", if offer.weak { json!(true) } else { Value::Null }),
            ("respite", offer.respite.iter().map(|rung| *rung as usize).collect()),
            ("line", json!(offer.line.as_ref().map(line))),
        ])
    }
}

/// Theme and hours; without hours when they aren't known.
fn line(line: &Line) -> Value {
    let hours = line.open.as_ref().map(|open| {
        let hours = open.iter().map(|hours| json!([hours.days, hours.from, hours.to]));
        hours.collect::<Vec<_>>()
    });
    json!([line.theme as usize, hours])
}

/// An object of the fields that hold something.
fn present<const N: usize>(fields: [(&str, Value); N]) -> Value {
    let is_empty = |value: &Value| value.is_null() || value.as_array().is_some_and(Vec::is_empty);
    let fields = fields.into_iter().filter(|(_, value)| !is_empty(value));
    Value::Object(fields.map(|(name, value)| (name.to_owned(), value)).collect::<Map<_, _>>())
}
