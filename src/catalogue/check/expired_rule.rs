//! A part of a rule whose last day is past.

use super::Check;
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        raw::RawRule,
        subject::{Subject, visit},
    },
    date::Date,
    says,
};

pub(super) const CHECK: Check = Check {
    code: "expired-rule",
    severity: Severity::Warning,
    manual: "Een deel van een regel (`today`) gold tot een dag die voorbij is.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for (spot, rule) in subject.written_rules() {
        visit(&spot, rule, &mut |spot, part| {
            let RawRule::Today(days) = part else { return };
            let until = days.until.as_deref();
            if let Some(until) = until.filter(|until| Date::parse(until).is_some_and(|until| until < subject.today)) {
                found.push(CHECK.at(
                    &spot.at("today").at("until"),
                    says!("dit deel van de regel gold tot {until}", "this part of the rule held until {until}"),
                    says!(
                        "kijk na wat er nu geldt, en haal dit deel weg",
                        "look up what holds now, and take out this part"
                    ),
                ));
            }
        });
    }
}
