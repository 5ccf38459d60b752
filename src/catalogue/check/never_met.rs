//! A rule that nobody meets: an offer that nobody can ever see.

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
    code: "never-met",
    severity: Severity::Error,
    manual: "Aan een regel kan niemand voldoen, bijvoorbeeld omdat twee delen elkaar uitsluiten of het gebied niet \
        past.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for placed in subject.rules() {
        if subject.is_impossible(&placed.rule) {
            found.push(CHECK.at(
                &placed.spot,
                says!("aan deze regel kan niemand voldoen", "nobody can meet this rule"),
                says!(
                    "kijk of twee delen elkaar uitsluiten, en of `all` misschien `any` moet zijn",
                    "see whether two parts rule each other out, and whether `all` should perhaps be `any`"
                ),
            ));
        } else if subject.is_impossible(&Rule::All(vec![placed.within.clone(), placed.rule.clone()])) {
            found.push(CHECK.at(
                &placed.spot,
                says!(
                    "aan deze regel kan niemand voldoen die in het gebied woont en het aanbod kan krijgen",
                    "nobody who lives in the area and can get the offer can meet this rule"
                ),
                says!(
                    "vergelijk de regel met `area`, en bij `typical_for` en `urgent_when` ook met `eligibility`",
                    "compare the rule with `area`, and for `typical_for` and `urgent_when` with `eligibility` too"
                ),
            ));
        }
    }
}
