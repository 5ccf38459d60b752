//! A rule that everyone meets: it asks a tired person something for nothing.

use super::Check;
use crate::catalogue::{
    diagnostic::{Diagnostic, Severity},
    subject::Subject,
};
use crate::rule::Rule;

pub(super) const CHECK: Check = Check {
    code: "never-failed",
    severity: Severity::Warning,
    manual: "Aan een regel voldoet iedereen in het gebied. Bij `typical_for` en `urgent_when` telt mee wie het aanbod kan krijgen.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for placed in subject.rules() {
        let is_for_all = placed.rule == Rule::All(Vec::new()) && placed.is_eligibility;
        let missed = Rule::All(vec![placed.within.clone(), Rule::Not(Box::new(placed.rule))]);
        if !is_for_all && subject.is_impossible(&missed) {
            found.push(CHECK.at(
                &placed.spot,
                "aan deze regel voldoet iedereen die ervoor in aanmerking komt",
                "haal de regel weg (`eligibility` wordt dan `{\"all\": []}`), of kijk of er iets anders bedoeld is",
            ));
        }
    }
}
