//! An offer that helps with nothing: it would always rank last.

use super::Check;
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        subject::Subject,
    },
    says,
};

pub(super) const CHECK: Check = Check {
    code: "offer-without-need",
    severity: Severity::Error,
    manual: "Een aanbod noemt geen enkele behoefte bij `needs`.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for (spot, _) in subject.offers().filter(|(_, offer)| offer.needs.is_empty()) {
        found.push(CHECK.at(
            &spot.at("needs"),
            says!("dit aanbod helpt met geen enkele behoefte", "this offer helps with no need at all"),
            says!(
                "noem waar het mee helpt, met een sterkte van 1 tot 3",
                "say what it helps with, with a strength from 1 to 3"
            ),
        ));
    }
}
