//! An offer that says it was read in a source, and that there is no source.

use super::Check;
use crate::catalogue::{
    diagnostic::{Diagnostic, Severity},
    raw::{RawConfidence, RawSourceKind},
    subject::Subject,
};

pub(super) const CHECK: Check = Check {
    code: "confirmed-from-memory",
    severity: Severity::Warning,
    manual: "De zekerheid is `confirmed`, maar de bron is `memory`: dan is het nergens gelezen.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for (spot, offer) in subject.offers() {
        if offer.confidence == RawConfidence::Confirmed && offer.source.kind == RawSourceKind::Memory {
            found.push(CHECK.at(
                &spot.at("confidence"),
                "de zekerheid is `confirmed`, maar de bron is `memory`",
                "noem de pagina waar het staat, of zet `confidence` op `unverified` en leg het uit in `doubt`",
            ));
        }
    }
}
