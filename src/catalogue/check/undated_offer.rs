//! An offer of which nobody knows how old its facts are.

use super::{Check, shown};
use crate::catalogue::{
    diagnostic::{Diagnostic, Severity},
    subject::Subject,
};

pub(super) const CHECK: Check = Check {
    code: "undated-offer",
    severity: Severity::Warning,
    manual: "Er is geen datum bekend waarop het aanbod is nagekeken (`checked_on` is `null`).",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for (spot, offer) in subject.offers().filter(|(_, offer)| offer.checked_on.is_none()) {
        let message = format!("van `{}` is niet bekend hoe oud de gegevens zijn", shown(&offer.id));
        found.push(CHECK.at(&spot.at("checked_on"), message, "kijk alles na, en vul dan de datum van vandaag in"));
    }
}
