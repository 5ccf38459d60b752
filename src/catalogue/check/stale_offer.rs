//! An offer whose source is three years old or more.

use super::Check;
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        subject::Subject,
    },
    says,
};

pub(super) const CHECK: Check = Check {
    code: "stale-offer",
    severity: Severity::Warning,
    manual: "De bron is drie jaar oud of ouder (`checked_on`). Kijk na of alles nog klopt.",
    run,
};

/// What changes slowest, such as a law, is still worth a look after three years.
const MONTHS: u32 = 36;

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for (spot, _, offer) in subject.built() {
        let Some(checked_on) = offer.checked_on else { continue };
        if checked_on.latest().months_until(subject.today) >= MONTHS {
            found.push(CHECK.at(
                &spot.at("checked_on"),
                says!(
                    "de bron is van {checked_on}, drie jaar of langer geleden",
                    "the source is from {checked_on}, three years ago or more"
                ),
                says!(
                    "kijk na of alles nog klopt, en vul dan de datum van vandaag in",
                    "see whether everything is still right, and then fill in today's date"
                ),
            ));
        }
    }
}
