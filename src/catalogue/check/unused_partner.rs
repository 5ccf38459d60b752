//! A partner without offers.

use super::{Check, shown};
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        subject::Subject,
    },
    says,
};

pub(super) const CHECK: Check =
    Check { code: "unused-partner", severity: Severity::Warning, manual: "Een partner heeft geen enkel aanbod.", run };

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    let empty = subject.partners().filter(|(_, partner)| partner.offers.is_empty() && partner.unread == 0);
    for (spot, partner) in empty {
        let message =
            says!("de partner `{}` heeft geen aanbod", "the partner `{}` has no offers", shown(&partner.partner.id));
        found.push(CHECK.at(
            &spot,
            message,
            says!("voeg een aanbod toe, of haal het bestand weg", "add an offer, or remove the file"),
        ));
    }
}
