//! The naive reference: the contract's 'Meaning' 1 by trying every completion.
//!
//! Written from the prose alone, before reading `eligibility.rs` and `matching.rs`; keep it so simple that it can be
//! believed by reading it.

use mantelwijzer::catalogue::raw::{RawKind, RawQuestion, RawQuestionnaire, RawRegions, RawRule};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The exact value of one question in a complete world: an option, a municipality, a number as text, or a set.
#[derive(Clone, Debug, PartialEq)]
pub enum Fact {
    One(String),
    Number(u32),
    Set(BTreeSet<String>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    Met,
    NotMet,
    Unknown,
}

/// What words in a rule mean.
pub struct Reference<'a> {
    pub questionnaire: &'a RawQuestionnaire,
    pub regions: &'a RawRegions,
    pub today: &'a str,
}

impl Reference<'_> {
    /// Met when all completions meet the rule, not met when none does; and the questions of which some two completions
    /// that differ in it alone differ in verdict.
    pub fn judge(&self, rule: &RawRule, answers: &BTreeMap<String, Value>) -> (Outcome, BTreeSet<String>) {
        let names: Vec<String> = named(rule).into_iter().collect();
        let mut worlds: Vec<Vec<Fact>> = vec![Vec::new()];
        for name in &names {
            let facts = self.completions(self.question(name), answers.get(name).unwrap_or(&Value::Null));
            worlds = worlds.into_iter().flat_map(|w| facts.iter().map(move |f| [&w[..], &[f.clone()]].concat())).collect();
        }
        let verdicts: Vec<bool> = worlds.iter().map(|world| self.holds(rule, &names, world)).collect();
        let outcome = match (verdicts.contains(&true), verdicts.contains(&false)) {
            (true, false) => Outcome::Met,
            (false, true) => Outcome::NotMet,
            _ => Outcome::Unknown,
        };
        // Worlds are counted like numbers, the last question fastest: `step` apart means one question differs.
        let mut depends_on = BTreeSet::new();
        let mut step = 1;
        for name in names.iter().rev() {
            let size = self.completions(self.question(name), answers.get(name).unwrap_or(&Value::Null)).len();
            let differs = |i: usize| (1..size - i / step % size).any(|j| verdicts[i] != verdicts[i + j * step]);
            if (0..verdicts.len()).any(differs) {
                depends_on.insert(name.clone());
            }
            step *= size;
        }
        (outcome, depends_on)
    }

    fn holds(&self, rule: &RawRule, names: &[String], world: &[Fact]) -> bool {
        let fact = |question: &String| &world[names.iter().position(|name| name == question).expect("a named question")];
        let chosen = |question: &String, option: &String| match fact(question) {
            Fact::One(one) => one == option,
            Fact::Set(set) => set.contains(option),
            Fact::Number(number) => self.bucket(question, option).contains(number),
        };
        let number = |question: &String| match fact(question) {
            Fact::Number(number) => *number,
            other => panic!("{other:?} is no number"),
        };
        match rule {
            RawRule::All(parts) => parts.iter().all(|part| self.holds(part, names, world)),
            RawRule::Any(parts) => parts.iter().any(|part| self.holds(part, names, world)),
            RawRule::Not(part) => !self.holds(part, names, world),
            RawRule::Is(is) => chosen(&is.question, &is.option),
            RawRule::AnyOf(of) => of.options.iter().any(|option| chosen(&of.question, option)),
            RawRule::AllOf(of) => of.options.iter().all(|option| chosen(&of.question, option)),
            RawRule::AtLeast(bound) => number(&bound.question) >= bound.number,
            RawRule::Below(bound) => number(&bound.question) < bound.number,
            RawRule::PlaceIn(place) => match fact(&place.question) {
                Fact::One(town) => place.regions.iter().any(|region| self.lies_in(town, region)),
                other => panic!("{other:?} is no place"),
            },
            RawRule::Today(days) => {
                days.from.as_deref().is_none_or(|from| from <= self.today)
                    && days.until.as_deref().is_none_or(|until| self.today <= until)
            }
        }
    }

    /// Every exact value that an answer leaves possible; null is no answer.
    pub fn completions(&self, question: &RawQuestion, given: &Value) -> Vec<Fact> {
        let options = || question.options.iter();
        match (question.kind, given) {
            (RawKind::Single, Value::Null) => options().map(|option| Fact::One(option.id.clone())).collect(),
            (RawKind::Single, given) => vec![Fact::One(id(given))],
            (RawKind::Range, given) => options()
                .filter(|option| given.is_null() || id(given) == option.id)
                .flat_map(|option| self.bucket(&question.id, &option.id).map(Fact::Number))
                .collect(),
            (RawKind::Place, given) => {
                let towns = self.regions.municipalities.iter().map(|town| &town.id);
                towns.filter(|town| given.is_null() || self.lies_in(town, &id(given))).cloned().map(Fact::One).collect()
            }
            (RawKind::Multi, given) => {
                let alone = options().find(|option| option.alone).map(|option| option.id.clone());
                let others: Vec<&String> = options().map(|o| &o.id).filter(|id| Some(*id) != alone.as_ref()).collect();
                let subsets = (0..1_u32 << others.len()).map(|bits| {
                    let set = others.iter().enumerate().filter(|(bit, _)| bits >> bit & 1 == 1);
                    let set: BTreeSet<String> = set.map(|(_, id)| (*id).clone()).collect();
                    if set.is_empty() { alone.iter().cloned().collect() } else { set }
                });
                let wanted: BTreeSet<String> = given.as_array().into_iter().flatten().map(id).collect();
                let wanted = if wanted.is_empty() { alone.iter().cloned().collect() } else { wanted };
                subsets.filter(|set| given.is_null() || *set == wanted).map(Fact::Set).collect()
            }
        }
    }

    fn question(&self, id: &str) -> &RawQuestion {
        self.questionnaire.questions.iter().find(|question| question.id == id).expect("a known question")
    }

    fn bucket(&self, question: &str, option: &str) -> std::ops::Range<u32> {
        let option = self.question(question).options.iter().find(|known| known.id == option).expect("a known option");
        option.from.expect("a range")..option.to.expect("a range")
    }

    fn lies_in(&self, place: &str, region: &str) -> bool {
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

fn id(value: &Value) -> String {
    value.as_str().expect("an id between quotes").to_owned()
}
