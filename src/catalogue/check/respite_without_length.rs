//! Respite care of which nobody can tell how long it lets the caregiver be away.

use super::Check;
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        raw::RawOfferKind,
        subject::Subject,
    },
    says,
};

pub(super) const CHECK: Check = Check {
    code: "respite-without-length",
    severity: Severity::Warning,
    manual: "Iemand neemt de zorg over (`kind` is `respite`), maar bij `respite` staat niet voor hoe lang.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for (spot, offer) in subject.offers() {
        if offer.kind == RawOfferKind::Respite && offer.respite.is_empty() {
            found.push(CHECK.at(
                &spot.at("kind"),
                says!(
                    "er staat niet hoelang de mantelzorger weg kan",
                    "it doesn't say how long the caregiver can be away"
                ),
                says!(
                    "voeg `respite` toe met een of meer van `hour`, `day`, `night`, `weekend` en `weeks`",
                    "add `respite` with one or more of `hour`, `day`, `night`, `weekend` and `weeks`"
                ),
            ));
        }
    }
}
