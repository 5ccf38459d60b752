//! Facts that nobody confirmed, shown as if they were certain.

use super::Check;
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        raw::{RawConfidence, RawPart},
        subject::Subject,
    },
    says,
};

pub(super) const CHECK: Check = Check {
    code: "unmarked-doubt",
    severity: Severity::Error,
    manual: "De zekerheid is `unverified`, of meer dan één van telefoon, `gives` en voorwaarden is onzeker, en \
        `doubt` ontbreekt.",
    run,
};

/// Parts that mislead a caregiver when they are wrong.
const WEIGHTY: [RawPart; 3] = [RawPart::Phone, RawPart::Gives, RawPart::Conditions];

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for (spot, offer) in subject.offers().filter(|(_, offer)| offer.doubt.is_none()) {
        let doubtful = WEIGHTY.iter().filter(|part| offer.unverified.contains(part)).count();
        if offer.confidence == RawConfidence::Unverified || doubtful > 1 {
            found.push(CHECK.at(
                &spot.at("unverified"),
                says!(
                    "belangrijke delen zijn niet bevestigd, en de mantelzorger leest dat nergens",
                    "important parts aren't confirmed, and the caregiver doesn't read that anywhere"
                ),
                says!(
                    "zeg het in `doubt`, in één zin, zoals `Dit is nog niet nagekeken. Vraag het eerst na.`",
                    "say so in `doubt`, in one sentence, such as `Dit is nog niet nagekeken. Vraag het eerst na.`"
                ),
            ));
        }
    }
}
