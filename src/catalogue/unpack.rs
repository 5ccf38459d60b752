//! A published catalogue, as the widget reads it. [`super::pack`] wrote it, after every check.
//!
//! It is read with care all the same: it came over a network, perhaps from another version.
//! An offer that can't be read is left out; it never takes the others along.

use super::{
    Area, Catalogue, Confidence, Contact, Cost, CostLevel, Hours, Landmarks, Line, Offer, OfferKind, Part, Partner,
    Rung, Source, SourceKind, Theme, Whose, raw::FORMAT,
};
use crate::{
    date::{Date, PartialDate},
    eligibility::Diagram,
    id::{OfferId, OptionId, PartnerId, QuestionId},
    language::{Language, Text},
    questionnaire::{AnswerOption, Kind, Question, Questionnaire, Topic, TopicIndex, Unit},
    region::Regions,
    span::Span,
    wording::Wording,
};
use serde_json::Value;

mod guide;

/// Why a published catalogue can't be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unusable {
    /// It isn't JSON, or it was cut off.
    NotJson,
    /// It has a newer format.
    NewerFormat,
    /// Questions, places or partners can't be read.
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
    let (bundle, places) = (json(bundle)?, json(places)?);
    let (language, wording) = wording(&bundle).ok_or(Unusable::Incomplete)?;
    let regions = Regions::unpack(&places).ok_or(Unusable::Incomplete)?;
    let reader = Reader { language, regions: &regions };
    let questionnaire = reader.questionnaire(&bundle).ok_or(Unusable::Incomplete)?;
    let landmarks = landmarks(&questionnaire).ok_or(Unusable::Incomplete)?;
    let partners = reader.list(&bundle, "partners", |packed| reader.partner(packed)).ok_or(Unusable::Incomplete)?;
    let packed = array(bundle.get("offers")).ok_or(Unusable::Incomplete)?;
    let questions = questionnaire.questions.len();
    let read = packed.iter().map(|packed| reader.offer(packed, partners.len(), questions));
    let mut offers: Vec<Offer> = read.flatten().collect();
    let left_out = packed.len() - offers.len();
    offers.retain(|offer| today.is_within(offer.valid));
    offers.sort_by(|a, b| a.id.cmp(&b.id));
    offers.dedup_by(|a, b| a.id == b.id);
    let guide = bundle.get("guide").and_then(|packed| reader.guide(packed, questions)).unwrap_or_default();
    let catalogue = Catalogue { questionnaire, regions, landmarks, guide, partners, offers };
    Ok(Unpacked { catalogue, wording, left_out })
}

fn json(text: &str) -> Result<Value, Unusable> {
    let value: Value = serde_json::from_str(text).map_err(|_| Unusable::NotJson)?;
    match value.get("format").and_then(Value::as_u64) {
        Some(format) if format == u64::from(FORMAT) => Ok(value),
        Some(_) => Err(Unusable::NewerFormat),
        None => Err(Unusable::Incomplete),
    }
}

fn wording(bundle: &Value) -> Option<(Language, Wording)> {
    let language = Language::from_tag(bundle.get("language")?.as_str()?)?;
    let words = bundle.get("wording")?;
    let word = |name: &str| words.get(name).and_then(Value::as_str).map(str::to_owned);
    Some((language, Wording::new(language, word).0))
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

struct Reader<'a> {
    language: Language,
    regions: &'a Regions,
}

impl Reader<'_> {
    fn questionnaire(&self, bundle: &Value) -> Option<Questionnaire> {
        let topic = |packed: &Value| match array(Some(packed))? {
            [id, name] => Some(Topic { id: id.as_str()?.to_owned(), name: self.text(name)? }),
            _ => None,
        };
        let topics = self.list(bundle, "topics", topic)?;
        let questions = self.list(bundle, "questions", |packed| self.question(packed))?;
        let sound = |question: &Question| question.topic.0 < topics.len() && question.options.len() <= 64;
        questions.iter().all(sound).then_some(Questionnaire { topics, questions })
    }

    fn question(&self, packed: &Value) -> Option<Question> {
        let kind = match array(packed.get("kind"))? {
            [kind, unit] => match (kind.as_u64()?, unit.as_u64()?) {
                (0, _) => Kind::Single,
                (1, _) => Kind::Multi,
                (2, _) => Kind::Place,
                (_, 0) => Kind::Range(Unit::Years),
                (_, 1) => Kind::Range(Unit::HoursPerWeek),
                (_, 2) => Kind::Range(Unit::Months),
                _ => Kind::Range(Unit::Weeks),
            },
            _ => return None,
        };
        Some(Question {
            id: QuestionId::new(packed.get("id")?.as_str()?)?,
            kind,
            topic: TopicIndex(number(packed.get("topic"))?),
            group: string(packed.get("group")),
            text: self.text(packed.get("text")?)?,
            short: self.text(packed.get("short")?)?,
            hint: self.optional(packed.get("hint")),
            why: self.text(packed.get("why")?)?,
            options: self.list(packed, "options", |packed| self.option(packed))?,
            eased_by: self.list(packed, "eased_by", |packed| number(Some(packed)))?,
            carries: packed.get("carries").is_some(),
        })
    }

    fn option(&self, packed: &Value) -> Option<AnswerOption> {
        let [id, text, short, from, to, alone, weight, says @ ..] = array(Some(packed))? else { return None };
        Some(AnswerOption {
            id: OptionId::new(id.as_str()?)?,
            text: self.text(text)?,
            short: self.optional(Some(short)),
            says: self.optional(says.first()),
            span: Span::new(number(Some(from))? as u32, number(Some(to))? as u32),
            alone: alone.as_bool()?,
            weight: number(Some(weight))?.min(2) as u8,
        })
    }

    fn partner(&self, packed: &Value) -> Option<Partner> {
        let [id, name] = array(Some(packed))? else { return None };
        Some(Partner { id: PartnerId::new(id.as_str()?)?, name: self.text(name)?, website: None, about: None })
    }

    fn offer(&self, packed: &Value, partners: usize, questions: usize) -> Option<Offer> {
        let diagram = |name: &str| match packed.get(name) {
            Some(packed) => Diagram::unpack(packed, questions).map(Some),
            None => Some(None),
        };
        let day = |name: &str| packed.get(name).map_or(Some(None), |day| Date::parse(day.as_str()?).map(Some));
        let need = |packed: &Value| match array(Some(packed))? {
            [need, strength] => {
                Some((number(Some(need)).filter(|need| *need < 64)?, number(Some(strength))?.min(3) as u8))
            }
            _ => None,
        };
        let [whose, regions] = array(packed.get("area"))? else { return None };
        let region = |id: &Value| self.regions.find(id.as_str()?);
        let regions = array(Some(regions))?.iter().map(region).collect::<Option<_>>()?;
        Some(Offer {
            id: OfferId::new(packed.get("id")?.as_str()?)?,
            partner: number(packed.get("partner")).filter(|partner| *partner < partners)?,
            name: self.text(packed.get("name")?)?,
            kind: one_of(OfferKind::ALL, packed.get("kind"))?,
            gives: self.text(packed.get("gives")?)?,
            first_step: self.text(packed.get("first_step")?)?,
            needs: self.list(packed, "needs", need)?,
            phases: self.list(packed, "phases", |packed| number(Some(packed)))?,
            area: Area { whose: one_of(Whose::ALL, Some(whose))?, regions },
            valid: (day("from")?, day("until")?),
            fits: diagram("fits")??,
            typical_for: diagram("typical_for")?,
            urgent_when: diagram("urgent_when")?,
            conditions: self.list(packed, "conditions", |packed| self.text(packed))?,
            cost: Cost {
                level: one_of(CostLevel::ALL, packed.get("cost"))?,
                note: self.optional(packed.get("cost_note")),
            },
            contact: Contact {
                phone: string(packed.get("phone")),
                email: string(packed.get("email")),
                website: string(packed.get("website")),
            },
            source: Source {
                url: string(packed.get("source_url")),
                kind: one_of(SourceKind::ALL, packed.get("source"))?,
            },
            checked_on: packed.get("checked_on").and_then(Value::as_str).and_then(PartialDate::parse),
            confidence: one_of(Confidence::ALL, packed.get("confidence"))?,
            unverified: self.list(packed, "unverified", |packed| one_of(Part::ALL, Some(packed)))?,
            doubt: self.optional(packed.get("doubt")),
            weak: packed.get("weak").is_some(),
            respite: self.list(packed, "respite", |packed| one_of(Rung::ALL, Some(packed)))?,
            line: match packed.get("line") {
                Some(packed) => Some(line(packed)?),
                None => None,
            },
        })
    }

    /// A list that may be left out when it is empty.
    fn list<T>(&self, packed: &Value, name: &str, read: impl Fn(&Value) -> Option<T>) -> Option<Vec<T>> {
        packed.get(name).map_or(Some(Vec::new()), |list| list.as_array()?.iter().map(read).collect())
    }

    fn text(&self, packed: &Value) -> Option<Text> {
        match packed {
            Value::String(text) => Some([(self.language, text.clone())].into_iter().collect()),
            packed => named(packed).map(|named| [named].into_iter().collect()),
        }
    }

    fn optional(&self, packed: Option<&Value>) -> Option<Text> {
        self.text(packed?)
    }
}

fn line(packed: &Value) -> Option<Line> {
    let [theme, open] = array(Some(packed))? else { return None };
    let hours = |packed: &Value| match array(Some(packed))? {
        [days, from, to] => Some(Hours {
            days: number(Some(days))? as u8 & 0b111_1111,
            from: number(Some(from))?.min(1440) as u16,
            to: number(Some(to))?.min(1440) as u16,
        }),
        _ => None,
    };
    let open = match array(Some(open)) {
        Some(open) => Some(open.iter().map(hours).collect::<Option<_>>()?),
        None => None,
    };
    Some(Line { theme: one_of(Theme::ALL, Some(theme))?, open })
}

/// A text with its language: `["nl", "…"]`.
pub(crate) fn named(packed: &Value) -> Option<(Language, String)> {
    let [tag, text] = packed.as_array()?.as_slice() else { return None };
    Some((Language::from_tag(tag.as_str()?)?, text.as_str()?.to_owned()))
}

fn array(packed: Option<&Value>) -> Option<&[Value]> {
    packed?.as_array().map(Vec::as_slice)
}

fn number(packed: Option<&Value>) -> Option<usize> {
    packed?.as_u64().map(|number| number as usize)
}

fn string(packed: Option<&Value>) -> Option<String> {
    packed?.as_str().map(str::to_owned)
}

fn one_of<T: Copy>(all: &[T], packed: Option<&Value>) -> Option<T> {
    all.get(number(packed)?).copied()
}
