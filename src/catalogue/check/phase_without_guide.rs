//! A phase for which the guide has no word.

use super::{Check, shown};
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity, Spot},
        subject::Subject,
    },
    says,
};

pub(super) const CHECK: Check = Check {
    code: "phase-without-guide",
    severity: Severity::Warning,
    manual: "In `guide.json` staat voor een fase nog geen tekst. Wie daar staat, krijgt er geen uitleg bij.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    let Some((file, guide)) = &subject.raw.guide else { return };
    let phase = subject.catalogue.landmarks().phase;
    for option in &subject.catalogue.questionnaire().get(phase).options {
        if guide.phases.iter().all(|written| written.phase != option.id.as_str()) {
            found.push(CHECK.at(
                &Spot::file(file).at("phases"),
                says!(
                    "voor de fase `{}` staat hier nog niets",
                    "there is nothing here yet for the phase `{}`",
                    shown(option.id.as_str())
                ),
                says!(
                    "voeg een stuk toe met `phase`, `title`, `lead`, `tips` en `ahead`",
                    "add a piece with `phase`, `title`, `lead`, `tips` and `ahead`"
                ),
            ));
        }
    }
}
