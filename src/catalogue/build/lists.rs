//! The closed lists: places, topics, questions and their options.

use super::{duplicate, malformed_id, text, unknown};
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Spot},
        raw::{RawKind, RawQuestion, RawQuestionnaire, RawRegion, RawRegions, RawUnit},
    },
    id::{OptionId, QuestionId, RegionId},
    questionnaire::{AnswerOption, Kind, Question, Questionnaire, Questions, Topic, TopicIndex, Unit},
    region::{Regions, Seed},
    says,
    span::Span,
};
use std::collections::BTreeMap;

/// The tree of places.
pub(super) fn build_regions(raw: &RawRegions, spot: Spot, found: &mut Vec<Diagnostic>) -> Regions {
    let mut seeds = Vec::new();
    let mut spots = BTreeMap::new();
    for (list, regions) in [("regions", &raw.regions), ("municipalities", &raw.municipalities)] {
        for (position, region) in regions.iter().enumerate() {
            let spot = spot.at(list).at(position);
            match seed(region) {
                None => found.push(malformed_id(&spot.at("id"), &region.id)),
                Some(seed) => match spots.insert(seed.id.clone(), spot.clone()) {
                    Some(_) => found.push(duplicate(&spot.at("id"), &region.id, spot.file_name())),
                    None => seeds.push(seed),
                },
            }
        }
    }
    let (regions, left_out) = Regions::grow(seeds);
    for id in left_out {
        if let Some(spot) = spots.get(&id) {
            let message =
                says!("de regio waarin `{id}` ligt, bestaat niet", "the region that `{id}` lies in doesn't exist");
            found.push(spot.at("in").error(
                "unknown-region",
                message,
                says!(
                    "vul de id in van een land, regio of provincie",
                    "fill in the id of a country, region or province"
                ),
            ));
        }
    }
    regions
}

fn seed(region: &RawRegion) -> Option<Seed> {
    Some(Seed {
        id: RegionId::new(&region.id)?,
        parent: match &region.within {
            Some(parent) => Some(RegionId::new(parent)?),
            None => None,
        },
        name: text(&region.name),
        also: region.also.clone(),
        postcodes: region.postcodes.clone(),
        replaces: region.replaces.iter().filter_map(|id| RegionId::new(id)).collect(),
    })
}

/// The questions.
pub(super) fn build_questionnaire(raw: &RawQuestionnaire, spot: Spot, found: &mut Vec<Diagnostic>) -> Questionnaire {
    let topics: Vec<Topic> =
        raw.topics.iter().map(|topic| Topic { id: topic.id.clone(), name: text(&topic.name) }).collect();
    let needs: Vec<&str> = raw
        .questions
        .iter()
        .filter(|question| question.id == "needs")
        .flat_map(|question| question.options.iter().map(|option| option.id.as_str()))
        .collect();
    let mut questions: Vec<Question> = Vec::new();
    for (position, question) in raw.questions.iter().enumerate() {
        let spot = spot.at("questions").at(position);
        if questions.iter().any(|other| other.id.as_str() == question.id) {
            found.push(duplicate(&spot.at("id"), &question.id, spot.file_name()));
            continue;
        }
        if questions.len() == Questions::MOST {
            found.push(spot.error(
                "too-many-questions",
                says!("er zijn meer dan {} vragen", "there are more than {} questions", Questions::MOST),
                says!("haal er een weg die het minst beslist", "take out one that decides least"),
            ));
            break;
        }
        questions.extend(build_question(question, &topics, &needs, &spot, found));
    }
    Questionnaire { topics, questions }
}

fn build_question(
    raw: &RawQuestion,
    topics: &[Topic],
    needs: &[&str],
    spot: &Spot,
    found: &mut Vec<Diagnostic>,
) -> Option<Question> {
    let topic = topics.iter().position(|topic| topic.id == raw.topic);
    // Without a topic it stays a question: who names it in a rule has done nothing wrong.
    if topic.is_none() {
        found.push(unknown(
            &spot.at("topic"),
            "unknown-topic",
            ("onderwerp", "topic"),
            &raw.topic,
            topics.iter().map(|topic| topic.id.as_str()),
        ));
    }
    let id = QuestionId::new(&raw.id);
    if id.is_none() {
        found.push(malformed_id(&spot.at("id"), &raw.id));
    }
    let kind = match (raw.kind, raw.unit) {
        (RawKind::Single, _) => Kind::Single,
        (RawKind::Multi, _) => Kind::Multi,
        (RawKind::Place, _) => Kind::Place,
        (RawKind::Range, unit) => Kind::Range(match unit {
            Some(RawUnit::HoursPerWeek) => Unit::HoursPerWeek,
            Some(RawUnit::Months) => Unit::Months,
            Some(RawUnit::Weeks) => Unit::Weeks,
            Some(RawUnit::Years) | None => Unit::Years,
        }),
    };
    if (raw.kind == RawKind::Place) != raw.options.is_empty() || raw.options.len() > 64 {
        let message = says!(
            "de vraag `{}` kan zo niet beantwoord worden",
            "the question `{}` can't be answered like this",
            raw.id
        );
        found.push(spot.at("options").error(
            "unanswerable-question",
            message,
            says!(
                "een plaats heeft geen opties; elke andere vraag 1 tot 64",
                "a place has no options; every other question has 1 to 64"
            ),
        ));
        return None;
    }
    let mut eased_by = Vec::new();
    for (position, need) in raw.eased_by.iter().enumerate() {
        match needs.iter().position(|other| other == need) {
            Some(need) => eased_by.push(need),
            None => found.push(unknown(
                &spot.at("eased_by").at(position),
                "unknown-need",
                ("behoefte", "need"),
                need,
                needs.iter().copied(),
            )),
        }
    }
    Some(Question {
        id: id?,
        kind,
        topic: TopicIndex(topic.or_else(|| (!topics.is_empty()).then_some(0))?),
        group: raw.group.clone(),
        text: text(&raw.text),
        short: text(&raw.short),
        hint: raw.hint.as_ref().map(text),
        why: text(&raw.why),
        options: build_options(raw, spot, found)?,
        eased_by,
        carries: raw.carries,
    })
}

fn build_options(raw: &RawQuestion, spot: &Spot, found: &mut Vec<Diagnostic>) -> Option<Vec<AnswerOption>> {
    let mut options: Vec<AnswerOption> = Vec::new();
    let mut sound: Vec<Span> = Vec::new();
    for (position, option) in raw.options.iter().enumerate() {
        let spot = spot.at("options").at(position);
        let mut span = match (raw.kind, option.from, option.to) {
            (RawKind::Range, Some(from), Some(to)) => Span::new(from, to),
            (RawKind::Range, ..) => Span::new(0, 0),
            _ => Span::single(position as u32),
        };
        if span.is_empty() || sound.iter().any(|other| other.meets(span)) {
            found.push(spot.error(
                "wrong-interval",
                says!("de getallen van `{}` kloppen niet", "the numbers of `{}` aren't right", option.id),
                says!(
                    "geef elke optie een `from` en een hogere `to`, die geen andere optie overlappen",
                    "give each option a `from` and a higher `to` that overlap no other option"
                ),
            ));
            // It stays an option: who names it in a rule has done nothing wrong.
            if span.is_empty() {
                span = Span::single(options.last().map_or(0, |before| before.span.to));
            }
        } else {
            sound.push(span);
        }
        let Some(id) = OptionId::new(&option.id) else {
            found.push(malformed_id(&spot.at("id"), &option.id));
            continue;
        };
        if options.iter().any(|other| other.id == id) {
            found.push(duplicate(&spot.at("id"), &option.id, spot.file_name()));
        }
        let short = option.short.as_ref().map(text);
        options.push(AnswerOption {
            id,
            text: text(&option.text),
            short,
            says: option.says.as_ref().map(text),
            span,
            alone: option.alone,
            weight: option.weight.min(2),
        });
    }
    Some(options)
}
