//! Random caregivers: what they tell, as in an answers file, and what is true of them.

use super::{
    catalogues::Made,
    random::Random,
    reference::{Fact, World},
};
use mantelwijzer::{
    answers::{Answers, file},
    catalogue::{
        diagnostic::Spot,
        raw::{RawKind, RawQuestion},
    },
};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// What a caregiver tells, by question.
pub type Told = BTreeMap<String, Value>;

/// What was told, as the core knows it.
pub fn answers(made: &Made, told: &Told) -> Answers {
    let (answers, found) = file::read(&made.catalogue, told, &Spot::file("answers.json"));
    assert!(found.is_empty(), "{found:?}");
    answers
}

/// As an answers file, to play a failure again.
pub fn shown(told: &Told) -> String {
    json!({"answers": told}).to_string()
}

/// While it lives, a test that fails tells which case it was.
pub struct Case(pub String);

impl Case {
    pub fn new(made: &Made, seed: u64, told: &Told) -> Self {
        Self(format!("{}, seed {seed}\n{}", made.name, shown(told)))
    }
}

impl Drop for Case {
    fn drop(&mut self) {
        if std::thread::panicking() {
            println!("{}", self.0);
        }
    }
}

/// Some questions answered, some declined, some not asked; places of any size.
pub fn partly(made: &Made, random: &mut Random) -> Told {
    let mut told = Told::new();
    let answered = 20 + random.below(70);
    for question in &made.questionnaire().questions {
        if random.chance(answered) {
            told.insert(question.id.clone(), answer(made, random, question, Region::Any));
        } else if random.chance(25) {
            told.insert(question.id.clone(), Value::Null);
        }
    }
    told
}

/// Every question answered, as well as a person can; most live near the one they care for and want a few things.
pub fn fully(made: &Made, random: &mut Random) -> Told {
    let questions = made.questionnaire().questions.iter();
    let mut told: Told =
        questions.map(|question| (question.id.clone(), answer(made, random, question, Region::Municipality))).collect();
    if random.chance(80) {
        told.insert("recipient-place".to_owned(), told["carer-place"].clone());
    }
    let all: Vec<&str> = options(made, "needs");
    let needs = match random.below(10) {
        0 => Vec::new(),
        1 => random.some(&all, all.len().min(5), all.len()),
        _ => random.some(&all, 1, 4),
    };
    told.insert("needs".to_owned(), json!(needs));
    told
}

/// The options of a question.
pub fn options<'a>(made: &'a Made, question: &str) -> Vec<&'a str> {
    let question = made.questionnaire().questions.iter().find(|known| known.id == question).expect("a known question");
    question.options.iter().map(|option| option.id.as_str()).collect()
}

/// The same and more: some open questions answered, some places told more exactly.
pub fn more(made: &Made, random: &mut Random, told: &Told) -> Told {
    let mut more = told.clone();
    for question in &made.questionnaire().questions {
        match told.get(&question.id) {
            None | Some(Value::Null) if random.chance(50) => {
                more.insert(question.id.clone(), answer(made, random, question, Region::Any));
            }
            Some(Value::String(region)) if question.kind == RawKind::Place => {
                more.insert(question.id.clone(), json!(inside(made, random, region)));
            }
            _ => {}
        }
    }
    more
}

enum Region {
    Any,
    Municipality,
}

fn answer(made: &Made, random: &mut Random, question: &RawQuestion, region: Region) -> Value {
    let (regions, towns) = (&made.regions().regions, &made.regions().municipalities);
    let is_coarse = matches!(region, Region::Any) && random.chance(50);
    match question.kind {
        RawKind::Single | RawKind::Range => json!(random.pick(&question.options).id),
        RawKind::Place => json!(random.pick(if is_coarse { regions } else { towns }).id),
        RawKind::Multi => {
            let ids = |alone: bool| question.options.iter().filter(move |option| option.alone == alone).map(|o| &o.id);
            let chosen = random.some(&ids(false).collect::<Vec<_>>(), 0, 2);
            match ids(true).next() {
                Some(alone) if chosen.is_empty() && random.chance(50) => json!([alone]),
                _ => json!(chosen),
            }
        }
    }
}

fn inside(made: &Made, random: &mut Random, region: &str) -> String {
    let reference = made.reference();
    let all = made.regions().regions.iter().chain(&made.regions().municipalities);
    let inside: Vec<&String> = all.map(|place| &place.id).filter(|place| reference.lies_in(place, region)).collect();
    (*random.pick(&inside)).clone()
}

/// Something that is true of someone who tells this.
pub fn truth(made: &Made, random: &mut Random, told: &Told) -> World {
    let one = |question: &RawQuestion, random: &mut Random| {
        let given = match told.get(&question.id).filter(|given| !given.is_null()) {
            Some(given) => given.clone(),
            None => answer(made, random, question, Region::Municipality),
        };
        match (question.kind, given) {
            (RawKind::Single, Value::String(id)) => Fact::One(id),
            (RawKind::Range, Value::String(id)) => {
                let option = question.options.iter().find(|option| option.id == id).expect("an option");
                let (from, to) = (option.from.expect("a range"), option.to.expect("a range"));
                Fact::Number(from + random.below((to - from) as usize) as u32)
            }
            (RawKind::Place, Value::String(id)) => {
                let towns = made.regions().municipalities.iter().map(|town| &town.id);
                let towns: Vec<&String> = towns.filter(|town| made.reference().lies_in(town, &id)).collect();
                Fact::One((*random.pick(&towns)).clone())
            }
            (RawKind::Multi, Value::Array(ids)) if ids.is_empty() => {
                let none = question.options.iter().filter(|option| option.alone);
                Fact::Set(none.map(|option| option.id.clone()).collect())
            }
            (RawKind::Multi, Value::Array(ids)) => {
                Fact::Set(ids.iter().filter_map(Value::as_str).map(str::to_owned).collect())
            }
            (kind, given) => panic!("{given} is no answer to a {kind:?} question"),
        }
    };
    made.questionnaire().questions.iter().map(|question| (question.id.clone(), one(question, random))).collect()
}
