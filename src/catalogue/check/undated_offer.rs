//! An offer of which nobody knows how old its facts are.

use super::{Check, shown};
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        subject::Subject,
    },
    says,
};

pub(super) const CHECK: Check = Check {
    code: "undated-offer",
    severity: Severity::Warning,
    manual: "Er is geen datum bekend waarop het aanbod is nagekeken (`checked_on` is `null`).",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for (spot, offer) in subject.offers().filter(|(_, offer)| offer.checked_on.is_none()) {
        let message = says!(
            "van `{}` is niet bekend hoe oud de gegevens zijn",
            "nobody knows how old the facts of `{}` are",
            shown(&offer.id)
        );
        found.push(CHECK.at(
            &spot.at("checked_on"),
            message,
            says!(
                "kijk alles na, en vul dan de datum van vandaag in",
                "look everything up, and then fill in today's date"
            ),
        ));
    }
}
