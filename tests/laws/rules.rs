//! Random rules, with the shapes that are hard to judge more often than chance would give them.

use super::random::Random;
use mantelwijzer::catalogue::raw::{RawKind, RawQuestion, RawQuestionnaire, RawRegions};
use serde_json::{Value, json};

struct Words<'a> {
    /// The questions this rule may name: few, so that it names them again and again.
    questions: Vec<&'a RawQuestion>,
    regions: Vec<&'a str>,
}

/// A rule of some hard shape over one to four questions.
pub fn any_rule(random: &mut Random, questions: &RawQuestionnaire, regions: &RawRegions, without: &str) -> Value {
    let all: Vec<&RawQuestion> = questions.questions.iter().filter(|question| question.id != without).collect();
    let words = Words {
        questions: random.some(&all, 1, 4),
        regions: regions.regions.iter().chain(&regions.municipalities).map(|region| region.id.as_str()).collect(),
    };
    let mut part = || words.rule(random, 2);
    let (a, b) = (part(), part());
    match random.below(10) {
        0 => json!({"any": [a, {"not": a}]}),
        1 => json!({"any": [{"all": [a, b]}, {"all": [a, {"not": b}]}]}),
        2 => json!({"not": {"not": {"not": {"all": [a, {"not": {"any": [b, {"not": a}]}}]}}}}),
        3 => json!({"all": [{"any": [a, b]}, {"any": [{"not": a}, b]}]}),
        _ => words.rule(random, 4),
    }
}

/// A small rule.
pub fn rule_without(random: &mut Random, questions: &RawQuestionnaire, regions: &RawRegions, without: &str) -> Value {
    let all: Vec<&RawQuestion> = questions.questions.iter().filter(|question| question.id != without).collect();
    let regions = regions.regions.iter().map(|region| region.id.as_str()).collect();
    Words { questions: random.some(&all, 1, 2), regions }.rule(random, 1)
}

impl Words<'_> {
    fn rule(&self, random: &mut Random, depth: usize) -> Value {
        if depth == 0 || random.chance(25) {
            return self.leaf(random);
        }
        let parts = |random: &mut Random| {
            let count = if random.chance(4) { 0 } else { 1 + random.below(3) };
            (0..count).map(|_| self.rule(random, depth - 1)).collect::<Vec<Value>>()
        };
        match random.below(5) {
            0 | 1 => json!({"all": parts(random)}),
            2 | 3 => json!({"any": parts(random)}),
            _ => json!({"not": self.rule(random, depth - 1)}),
        }
    }

    fn leaf(&self, random: &mut Random) -> Value {
        if random.chance(2) {
            let days = ["2026-11-21", "2026-11-22", "2026-11-23"];
            return json!({"today": {"from": random.pick(&days), "until": random.pick(&days)}});
        }
        let question = *random.pick(&self.questions);
        let options: Vec<&str> = question.options.iter().map(|option| option.id.as_str()).collect();
        let of = |options: Vec<&str>| json!({"question": question.id, "options": options});
        match (question.kind, random.below(3)) {
            (RawKind::Place, _) => {
                json!({"place-in": {"question": question.id, "regions": random.some(&self.regions, 1, 3)}})
            }
            (RawKind::Range, 0) => json!({"at-least": {"question": question.id, "number": random.below(16)}}),
            (RawKind::Range, 1) => json!({"below": {"question": question.id, "number": random.below(16)}}),
            (RawKind::Multi, 0) => json!({"all-of": of(random.some(&options, 0, 3))}),
            (_, 1) => json!({"any-of": of(random.some(&options, 0, 3))}),
            _ => json!({"is": {"question": question.id, "option": random.pick(&options)}}),
        }
    }
}
