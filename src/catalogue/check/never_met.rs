//! A rule that nobody meets: an offer that nobody can ever see.

use super::Check;
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        subject::Subject,
    },
    rule::Rule,
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
                "aan deze regel kan niemand voldoen",
                "kijk of twee delen elkaar uitsluiten, en of `all` misschien `any` moet zijn",
            ));
        } else if subject.is_impossible(&Rule::All(vec![placed.within, placed.rule])) {
            found.push(CHECK.at(
                &placed.spot,
                "aan deze regel kan niemand voldoen die in het gebied woont en het aanbod kan krijgen",
                "vergelijk de regel met `area`, en bij `typical_for` en `urgent_when` ook met `eligibility`",
            ));
        }
    }
}
