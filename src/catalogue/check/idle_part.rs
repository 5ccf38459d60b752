//! A part of a rule that adds nothing to the other parts.

use super::Check;
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        subject::Subject,
    },
    rule::Rule,
    says,
};

pub(super) const CHECK: Check = Check {
    code: "idle-part",
    severity: Severity::Warning,
    manual: "Een deel van een `all` of `any` verandert niets: de andere delen of het gebied zeggen het al.",
    run,
};

/// Each part is held against all others; with more parts than people write, that would take minutes.
const MOST_PARTS: usize = 40;

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for placed in subject.rules() {
        let (parts, key) = match &placed.rule {
            Rule::All(parts) => (parts, "all"),
            Rule::Any(parts) => (parts, "any"),
            Rule::Fixed(_) | Rule::Not(_) | Rule::Within(..) | Rule::AnyOf(..) | Rule::AllOf(..) => continue,
        };
        let idle = (0..parts.len())
            .find(|part| (2..=MOST_PARTS).contains(&parts.len()) && is_idle(subject, &placed.among, parts, *part, key));
        if let Some(part) = idle {
            found.push(CHECK.at(
                &placed.spot.at(key).at(part),
                says!("dit deel van de regel verandert niets", "this part of the rule changes nothing"),
                says!(
                    "haal het weg: de andere delen van de regel, of het gebied, zeggen het al",
                    "take it out: the other parts of the rule, or the area, already say so"
                ),
            ));
        }
    }
}

/// For `all`: whoever meets the others meets this part too. For `any`: whoever meets this part meets another too.
fn is_idle(subject: &Subject, within: &Rule, parts: &[Rule], part: usize, key: &str) -> bool {
    let others: Vec<Rule> =
        parts.iter().enumerate().filter(|(position, _)| *position != part).map(|(_, other)| other.clone()).collect();
    let Some(this) = parts.get(part).cloned() else { return false };
    let (meets, misses) = if key == "all" { (Rule::All(others), this) } else { (this, Rule::Any(others)) };
    let possible = Rule::All(vec![within.clone(), meets.clone()]);
    let differs = Rule::All(vec![within.clone(), meets, Rule::Not(Box::new(misses))]);
    !subject.is_impossible(&possible) && subject.is_impossible(&differs)
}
