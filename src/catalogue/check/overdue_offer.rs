//! An offer that someone should have looked at again by now.

use super::Check;
use crate::{
    catalogue::{
        Freshness,
        diagnostic::{Diagnostic, Severity},
        subject::Subject,
    },
    says,
};

pub(super) const CHECK: Check = Check {
    code: "overdue-offer",
    severity: Severity::Warning,
    manual: "Het aanbod is te lang niet nagekeken (`checked_on`). Hoelang dat mag, staat bij `review_months`; anders \
        is het 12 of 24 maanden, naar de soort.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for (spot, _, offer) in subject.built() {
        let (Some(checked_on), Freshness::OverdueSince(due)) = (offer.checked_on, offer.freshness) else { continue };
        found.push(CHECK.at(
            &spot.at("checked_on"),
            says!(
                "dit aanbod is nagekeken op {checked_on} en moest uiterlijk op {due} opnieuw",
                "this offer was checked on {checked_on} and was due again by {due}"
            ),
            says!(
                "kijk na of alles nog klopt, en vul dan de datum van vandaag in",
                "see whether everything is still right, and then fill in today's date"
            ),
        ));
    }
}
