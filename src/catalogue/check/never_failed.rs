//! A rule that everyone meets: it asks a tired person something for nothing.

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
    code: "never-failed",
    severity: Severity::Warning,
    manual: "Aan een regel voldoet iedereen in het gebied; bij `typical_for` iedereen die het aanbod kan krijgen. De \
        regel doet dus niets.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for placed in subject.rules() {
        let is_for_all = placed.rule == Rule::All(Vec::new()) && placed.is_eligibility;
        let missed = Rule::All(vec![placed.among.clone(), Rule::Not(Box::new(placed.rule.clone()))]);
        if !is_for_all && subject.is_impossible(&missed) {
            found.push(CHECK.at(
                &placed.spot,
                says!("aan deze regel voldoet iedereen voor wie ze telt", "everyone this rule counts for meets it"),
                says!("haal de regel weg (`eligibility` wordt dan `{{\"all\": []}}`), of kijk of er iets anders bedoeld is", "take out the rule (`eligibility` then becomes `{{\"all\": []}}`), or see whether something else was meant"),
            ));
        }
    }
}
