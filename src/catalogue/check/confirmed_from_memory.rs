//! An offer that says it was read in a source, and that there is no source.

use super::Check;
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        raw::{RawConfidence, RawSourceKind},
        subject::Subject,
    },
    says,
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
                says!(
                    "de zekerheid is `confirmed`, maar de bron is `memory`",
                    "the confidence is `confirmed`, but the source is `memory`"
                ),
                says!(
                    "noem de pagina waar het staat, of zet `confidence` op `unverified` en leg het uit in `doubt`",
                    "name the page that says so, or set `confidence` to `unverified` and explain it in `doubt`"
                ),
            ));
        }
    }
}
