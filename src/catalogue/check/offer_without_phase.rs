//! An offer that never fits the moment.

use super::Check;
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        subject::Subject,
    },
    says,
};

pub(super) const CHECK: Check = Check {
    code: "offer-without-phase",
    severity: Severity::Error,
    manual: "Een aanbod noemt geen enkele fase bij `phases`.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for (spot, _) in subject.offers().filter(|(_, offer)| offer.phases.is_empty()) {
        found.push(CHECK.at(
            &spot.at("phases"),
            says!("dit aanbod past in geen enkele fase", "this offer fits no phase at all"),
            says!(
                "noem alle fasen waarin het past; past het altijd, noem ze dan allemaal",
                "name every phase that it fits; if it always fits, name them all"
            ),
        ));
    }
}
