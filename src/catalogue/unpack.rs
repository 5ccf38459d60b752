//! A published catalogue, as the widget reads it. [`super::pack`] wrote it, after every check.
//!
//! It is read with care all the same: it came over a network, perhaps from another version.
//! An offer that can't be read is left out; it never takes the others along.
//!
//! Fields come in the order in which they were packed. A [`Reader`] that has failed gives empty values;
//! whoever makes something out of them looks at the end whether it had.

use super::{
    Area, Catalogue, Confidence, Contact, Cost, CostLevel, Freshness, Hours, Landmarks, Line, NeedIndex, Offer,
    OfferKind, Part, Partner, Rung, Source, SourceKind, Theme, Whose, raw::FORMAT,
};
use crate::{
    date::{Date, PartialDate},
    eligibility::{Diagram, Diagrams},
    id::{OfferId, PartnerId},
    informal::informal,
    json::Reader,
    language::{Language, Text},
    questionnaire::{Kind, Questionnaire},
    region::{RegionIndex, Regions},
    wording::{Wording, YOUNG, mark},
};
use std::sync::Arc;

mod guide;
mod questions;

/// The most options that a question may have.
const MOST_OPTIONS: usize = 64;

/// Why a published catalogue can't be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unusable {
    /// It isn't JSON, or it was cut off.
    NotJson,
    /// It has a newer format.
    NewerFormat,
    /// Words, questions, places or partners can't be read.
    Incomplete,
}

/// What a published catalogue holds.
#[derive(Clone, Debug)]
pub struct Unpacked {
    /// The catalogue.
    pub catalogue: Catalogue,
    /// The words of the interface.
    pub wording: Wording,
    /// How many offers could not be read.
    pub left_out: usize,
}

/// Reads a bundle and its places, as they are on a day.
///
/// # Errors
/// Why nothing can be shown.
pub fn unpack(bundle: &str, places: &str, today: Date) -> Result<Unpacked, Unusable> {
    let mut found: [Reader; 9] = Default::default();
    let parts = ["language", "wording", "topics", "questions", "partners", "rules", "offers", "guide", "made_on"];
    find(bundle, &parts, &mut found)?;
    let mut located: [Reader; 2] = Default::default();
    find(places, &["regions", "replaced"], &mut located)?;

    let [regions, replaced] = &mut located;
    let regions = Regions::unpack(regions, replaced);
    let [language, words, topics, questions, partners, rules, offers, guide, made_on] = &mut found;
    // A clock that stands before the day on which the bundle was made is wrong.
    let today = day(made_on).map_or(today, |made_on| today.max(made_on));
    let language = spoken(language);
    let wording = wording(language, words);
    let mut unpacker =
        Unpacker { language, today, regions: &regions, partners: 0, questions: 0, rules: Arc::default() };
    let questionnaire = unpacker.questionnaire(topics, questions);
    let partners = unpacker.all_partners(partners);
    unpacker.partners = partners.len();
    unpacker.questions = questionnaire.questions.len();
    unpacker.rules = Arc::new(Diagrams::unpack(rules, unpacker.questions));
    let (offers, left_out) = unpacker.all_offers(offers);
    let guide = unpacker.guide(guide);
    // All but the last two, the guide and the day, must be whole.
    let is_failed = found.iter().take(7).chain(&located).any(Reader::is_failed);
    match (landmarks(&questionnaire), wording) {
        (Some(landmarks), Some(wording)) if !is_failed => {
            let rules = unpacker.rules;
            let catalogue =
                Catalogue { questionnaire, regions, landmarks, guide, partners, offers, rules, briefs: Vec::new() };
            Ok(Unpacked { catalogue: catalogue.in_brief(), wording, left_out })
        }
        _ => Err(Unusable::Incomplete),
    }
}

/// Finds the parts of a text by their names. Of a part that isn't there nothing can be read.
fn find<'a>(text: &'a str, names: &[&str], parts: &mut [Reader<'a>]) -> Result<(), Unusable> {
    let mut reader = Reader::new(text);
    let mut format = Reader::default();
    if reader.peek() == b'{' {
        reader.into_fields();
        while let Some(name) = reader.field() {
            let found = reader.apart();
            if name == "format" {
                format = found;
            } else if let Some((_, part)) = names.iter().zip(parts.iter_mut()).find(|(wanted, _)| **wanted == name) {
                *part = found;
            }
        }
    } else {
        reader.skip();
    }
    reader.end();
    let number = format.number();
    if reader.is_failed() {
        Err(Unusable::NotJson)
    } else if format.is_failed() {
        Err(Unusable::Incomplete)
    } else if number != FORMAT {
        Err(Unusable::NewerFormat)
    } else {
        Ok(())
    }
}

fn wording(language: Language, reader: &mut Reader) -> Option<Wording> {
    let mut words = Vec::new();
    reader.into_fields();
    while let Some(name) = reader.field() {
        words.push((mark(&name), reader.text()));
    }
    Wording::published(language, &words)
}

fn landmarks(questionnaire: &Questionnaire) -> Option<Landmarks> {
    let find = |id: &str, kind: Kind| questionnaire.find(id).filter(|index| questionnaire.get(*index).kind == kind);
    Some(Landmarks {
        needs: find("needs", Kind::Multi)?,
        phase: find("phase", Kind::Single)?,
        carer_place: find("carer-place", Kind::Place)?,
        recipient_place: find("recipient-place", Kind::Place)?,
    })
}

/// What the parts of a bundle are read with.
struct Unpacker<'a> {
    language: Language,
    today: Date,
    regions: &'a Regions,
    /// How many partners there are.
    partners: usize,
    /// How many questions there are.
    questions: usize,
    /// What the rules of the offers are made of.
    rules: Arc<Diagrams>,
}

impl Unpacker<'_> {
    fn all_partners(&self, reader: &mut Reader) -> Vec<Partner> {
        let mut partners = Vec::new();
        reader.into_list();
        while reader.has_more() {
            reader.into_list();
            let (id, name) = (PartnerId::new(&reader.text()), self.text(reader));
            reader.leave();
            match id {
                Some(id) => partners.push(Partner { id, name, website: None, about: None }),
                None => reader.fail(),
            }
        }
        partners
    }

    /// The offers that exist on a day, in order of id, and how many could not be read.
    fn all_offers(&self, reader: &mut Reader) -> (Vec<Offer>, usize) {
        let mut offers: Vec<Option<Offer>> = Vec::new();
        let mut left_out = 0;
        reader.into_list();
        while reader.has_more() {
            let before = reader.clone();
            match self.offer(reader) {
                Some(offer) if self.today.is_within(offer.valid) => offers.push(Some(offer)),
                Some(_) => {}
                None => {
                    left_out += 1;
                    *reader = before;
                    reader.skip();
                }
            }
        }
        (in_order(offers), left_out)
    }

    fn offer(&self, reader: &mut Reader) -> Option<Offer> {
        reader.into_list();
        let id = OfferId::new(&reader.text())?;
        let offer = Offer {
            id,
            partner: reader.position(self.partners),
            name: self.text(reader),
            kind: one_of(reader, OfferKind::ALL, OfferKind::Advice),
            gives: self.text(reader),
            first_step: self.text(reader),
            needs: needs(reader),
            phases: reader.positions(MOST_OPTIONS),
            area: Area { whose: one_of(reader, Whose::ALL, Whose::Recipient), regions: self.area(reader) },
            valid: (day(reader), day(reader)),
            fits: Diagram::unpack(reader, &self.rules),
            typical_for: self.may_rule(reader),
            urgent_when: self.may_rule(reader),
            conditions: self.texts(reader),
            cost: Cost { level: one_of(reader, CostLevel::ALL, CostLevel::Unknown), note: self.may_text(reader) },
            contact: Contact { phone: reader.may_text(), email: reader.may_text(), website: reader.may_text() },
            source: Source { kind: one_of(reader, SourceKind::ALL, SourceKind::Memory), url: reader.may_text() },
            checked_on: reader.may_text().and_then(|date| PartialDate::parse(&date)),
            freshness: Freshness::on(self.today, day(reader)),
            confidence: one_of(reader, Confidence::ALL, Confidence::Unverified),
            unverified: some_of(reader, Part::ALL),
            doubt: self.may_text(reader),
            weak: reader.flag(),
            respite: some_of(reader, Rung::ALL),
            line: if reader.is_null() { None } else { Some(line(reader)) },
        };
        reader.leave();
        if reader.is_failed() { None } else { Some(offer) }
    }

    fn area(&self, reader: &mut Reader) -> Vec<RegionIndex> {
        let mut regions = Vec::new();
        reader.into_list();
        while reader.has_more() {
            match self.regions.find(&reader.text()) {
                Some(region) => regions.push(region),
                None => reader.fail(),
            }
        }
        regions
    }

    fn may_rule(&self, reader: &mut Reader) -> Option<Diagram> {
        if reader.is_null() { None } else { Some(Diagram::unpack(reader, &self.rules)) }
    }

    fn text(&self, reader: &mut Reader) -> Text {
        let (language, words) = if reader.peek() == b'[' { named(reader) } else { (self.language, reader.text()) };
        match words.split_once(YOUNG) {
            Some((grown, young)) => {
                let mut text = Text::of(language, grown.to_owned());
                let is_made = young.bytes().all(|sign| sign.is_ascii_digit());
                let young = if is_made { informal(grown, young) } else { young.to_owned() };
                text.add(Language::NlYoung, young);
                text
            }
            None => Text::of(language, words),
        }
    }

    fn may_text(&self, reader: &mut Reader) -> Option<Text> {
        if reader.is_null() { None } else { Some(self.text(reader)) }
    }

    fn texts(&self, reader: &mut Reader) -> Vec<Text> {
        let mut texts = Vec::new();
        reader.into_list();
        while reader.has_more() {
            texts.push(self.text(reader));
        }
        texts
    }
}

/// Offers in order of id; of two with one id the first. Their places are sorted: an offer is large to move.
fn in_order(mut offers: Vec<Option<Offer>>) -> Vec<Offer> {
    let id = |place: usize| offers.get(place)?.as_ref().map(|offer| offer.id.as_str());
    let mut order: Vec<usize> = (0..offers.len()).collect();
    order.sort_unstable_by(|one, other| id(*one).cmp(&id(*other)).then(one.cmp(other)));
    order.dedup_by(|later, first| id(*later) == id(*first));
    order.into_iter().filter_map(|place| offers.get_mut(place)?.take()).collect()
}

/// A text with its language: `["nl", "…"]`.
pub(crate) fn named(reader: &mut Reader) -> (Language, String) {
    reader.into_list();
    let named = (spoken(reader), reader.text());
    reader.leave();
    named
}

fn spoken(reader: &mut Reader) -> Language {
    Language::from_tag(&reader.text()).unwrap_or_else(|| {
        reader.fail();
        Language::Nl
    })
}

fn needs(reader: &mut Reader) -> Vec<(NeedIndex, u8)> {
    let mut needs = Vec::new();
    reader.into_list();
    while reader.has_more() {
        reader.into_list();
        needs.push((reader.position(MOST_OPTIONS), reader.position(4) as u8));
        reader.leave();
    }
    needs
}

fn day(reader: &mut Reader) -> Option<Date> {
    let day = reader.may_text()?;
    let date = Date::parse(&day);
    if date.is_none() {
        reader.fail();
    }
    date
}

fn line(reader: &mut Reader) -> Line {
    reader.into_list();
    let theme = one_of(reader, Theme::ALL, Theme::Listening);
    let open = if reader.is_null() { None } else { Some(hours(reader)) };
    reader.leave();
    Line { theme, open }
}

fn hours(reader: &mut Reader) -> Vec<Hours> {
    let mut hours = Vec::new();
    reader.into_list();
    while reader.has_more() {
        reader.into_list();
        let (days, from, to) = (reader.position(128), reader.position(1441), reader.position(1441));
        hours.push(Hours { days: days as u8, from: from as u16, to: to as u16 });
        reader.leave();
    }
    hours
}

/// One of a closed list, by its position. The other one stands in when the reader fails.
fn one_of<T: Copy>(reader: &mut Reader, all: &[T], other: T) -> T {
    let position = reader.position(all.len());
    all.get(position).copied().unwrap_or(other)
}

fn some_of<T: Copy>(reader: &mut Reader, all: &[T]) -> Vec<T> {
    let mut some = Vec::new();
    reader.into_list();
    while reader.has_more() {
        some.extend(all.get(reader.position(all.len())).copied());
    }
    some
}
