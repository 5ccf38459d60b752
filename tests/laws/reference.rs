//! The naive reference: the contract's 'Meaning' 1 by trying every completion.
//!
//! Written from the prose alone, before reading `eligibility.rs` and `matching.rs`.
//! It is to be believed by reading it: keep it naive.

use mantelwijzer::{
    catalogue::raw::{RawKind, RawQuestion, RawQuestionnaire, RawRegions, RawRule},
    eligibility::Verdict,
};
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

/// The exact value of one question.
#[derive(Clone, Debug, PartialEq)]
pub enum Fact {
    /// An option or a municipality.
    One(String),
    Number(u32),
    Set(BTreeSet<String>),
}

/// Exact values by question.
pub type World = BTreeMap<String, Fact>;

/// What the words in a rule mean.
#[derive(Clone, Copy)]
pub struct Reference<'a> {
    pub questionnaire: &'a RawQuestionnaire,
    pub regions: &'a RawRegions,
    pub today: &'a str,
}

impl Reference<'_> {
    /// The verdict, and the questions of which two completions that differ in it alone differ in verdict.
    pub fn judge(&self, rule: &RawRule, answers: &BTreeMap<String, Value>) -> (Verdict, BTreeSet<String>) {
        let facts: Vec<(String, Vec<Fact>)> =
            named(rule).into_iter().map(|name| (name.clone(), self.completions(&name, answers.get(&name)))).collect();
        let mut worlds = vec![World::new()];
        for (name, facts) in &facts {
            let with = |world: &World, fact: &Fact| world.clone().into_iter().chain([(name.clone(), fact.clone())]);
            worlds = worlds.iter().flat_map(|w| facts.iter().map(move |fact| with(w, fact).collect())).collect();
        }
        let holds: Vec<bool> = worlds.iter().map(|world| self.holds(rule, world)).collect();
        let verdict = match (holds.contains(&true), holds.contains(&false)) {
            (true, false) => Verdict::Met,
            (false, true) => Verdict::NotMet,
            _ => Verdict::Unknown,
        };
        // Worlds are listed as numbers are counted, the last question fastest: worlds that differ in one question alone
        // stand a multiple of `step` apart within a stretch of `step * size`.
        let mut depends_on = BTreeSet::new();
        let mut step = 1;
        for (name, facts) in facts.iter().rev() {
            let is_mixed = |stretch: &[bool]| (step..stretch.len()).any(|i| stretch[i] != stretch[i - step]);
            if holds.chunks(step * facts.len()).any(is_mixed) {
                depends_on.insert(name.clone());
            }
            step *= facts.len();
        }
        (verdict, depends_on)
    }

    /// Whether a rule holds when everything is known.
    pub fn holds(&self, rule: &RawRule, world: &World) -> bool {
        let chosen = |question: &String, option: &String| match &world[question] {
            Fact::One(one) => one == option,
            Fact::Set(set) => set.contains(option),
            Fact::Number(number) => self.bucket(question, option).contains(number),
        };
        let number = |question: &String| match &world[question] {
            Fact::Number(number) => *number,
            other => panic!("{other:?} is no number"),
        };
        match rule {
            RawRule::All(parts) => parts.iter().all(|part| self.holds(part, world)),
            RawRule::Any(parts) => parts.iter().any(|part| self.holds(part, world)),
            RawRule::Not(part) => !self.holds(part, world),
            RawRule::Is(is) => chosen(&is.question, &is.option),
            RawRule::AnyOf(of) => of.options.iter().any(|option| chosen(&of.question, option)),
            RawRule::AllOf(of) => of.options.iter().all(|option| chosen(&of.question, option)),
            RawRule::AtLeast(bound) => number(&bound.question) >= bound.number,
            RawRule::Below(bound) => number(&bound.question) < bound.number,
            RawRule::PlaceIn(place) => match &world[&place.question] {
                Fact::One(town) => place.regions.iter().any(|region| self.lies_in(town, region)),
                other => panic!("{other:?} is no place"),
            },
            RawRule::Today(days) => {
                let begun = days.from.as_deref().is_none_or(|from| from <= self.today);
                begun && days.until.as_deref().is_none_or(|until| self.today <= until)
            }
        }
    }

    /// Every exact value that an answer leaves possible; null, too, is no answer.
    fn completions(&self, question: &str, given: Option<&Value>) -> Vec<Fact> {
        let question = self.question(question);
        let given = given.filter(|given| !given.is_null());
        let is_given = |id: &str| given.is_none_or(|given| given.as_str() == Some(id));
        let options = question.options.iter().map(|option| option.id.clone());
        match question.kind {
            RawKind::Single => options.filter(|id| is_given(id)).map(Fact::One).collect(),
            RawKind::Range => options
                .filter(|id| is_given(id))
                .flat_map(|id| self.bucket(&question.id, &id))
                .map(Fact::Number)
                .collect(),
            RawKind::Place => {
                let towns = self.regions.municipalities.iter().map(|town| &town.id);
                let is_in = |town: &str| given.and_then(Value::as_str).is_none_or(|region| self.lies_in(town, region));
                towns.filter(|town| is_in(town)).cloned().map(Fact::One).collect()
            }
            RawKind::Multi => {
                let mut sets = vec![BTreeSet::new()];
                for option in question.options.iter().filter(|option| !option.alone) {
                    let with = |set: &BTreeSet<String>| set.iter().cloned().chain([option.id.clone()]).collect();
                    sets.extend(sets.iter().map(with).collect::<Vec<_>>());
                }
                let none: BTreeSet<String> =
                    question.options.iter().filter(|o| o.alone).map(|o| o.id.clone()).collect();
                sets[0] = none.clone();
                let ids =
                    |given: &Value| given.as_array().into_iter().flatten().map(text).collect::<BTreeSet<String>>();
                let wanted = given.map(ids).map(|set| if set.is_empty() { none } else { set });
                sets.into_iter()
                    .filter(|set| wanted.as_ref().is_none_or(|wanted| wanted == set))
                    .map(Fact::Set)
                    .collect()
            }
        }
    }

    fn question(&self, id: &str) -> &RawQuestion {
        self.questionnaire.questions.iter().find(|question| question.id == id).expect("a known question")
    }

    fn bucket(&self, question: &str, option: &str) -> Range<u32> {
        let option = self.question(question).options.iter().find(|known| known.id == option).expect("a known option");
        option.from.expect("a range")..option.to.expect("a range")
    }

    /// Whether a place is a region or lies in it.
    pub fn lies_in(&self, place: &str, region: &str) -> bool {
        let known = self.regions.regions.iter().chain(&self.regions.municipalities).find(|known| known.id == place);
        let around = known.and_then(|known| known.within.as_deref());
        place == region || around.is_some_and(|around| self.lies_in(around, region))
    }
}

/// The questions a rule names.
pub fn named(rule: &RawRule) -> BTreeSet<String> {
    match rule {
        RawRule::All(parts) | RawRule::Any(parts) => parts.iter().flat_map(named).collect(),
        RawRule::Not(part) => named(part),
        RawRule::Is(is) => [is.question.clone()].into(),
        RawRule::AnyOf(of) | RawRule::AllOf(of) => [of.question.clone()].into(),
        RawRule::AtLeast(bound) | RawRule::Below(bound) => [bound.question.clone()].into(),
        RawRule::PlaceIn(place) => [place.question.clone()].into(),
        RawRule::Today(_) => BTreeSet::new(),
    }
}

fn text(id: &Value) -> String {
    id.as_str().expect("an id between quotes").to_owned()
}
