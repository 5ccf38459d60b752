//! A description from the publication of 2021 without its credit, which its licence asks for.

use super::Check;
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        raw::RawSourceKind,
        subject::Subject,
    },
    says,
};

pub(super) const CHECK: Check = Check {
    code: "innovator-without-credit",
    severity: Severity::Error,
    manual: "Een aanbod komt uit `Naar een nieuwe mantelzorg` (2021), maar `about` van de partner noemt de licentie \
        `CC BY 4.0` niet.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for (spot, partner) in subject.partners() {
        let is_from_publication =
            partner.offers.iter().any(|(_, offer)| offer.source.kind == RawSourceKind::InnovationPublication);
        let about = partner.partner.about.as_ref().and_then(|about| about.nl.as_deref());
        if is_from_publication && !about.is_some_and(|about| about.contains("CC BY 4.0")) {
            found.push(CHECK.at(
                &spot,
                says!(
                    "de beschrijving komt uit een publicatie die om naamsvermelding vraagt",
                    "the description comes from a publication that asks for credit"
                ),
                says!(
                    "sluit `about` af met `(uit: Naar een nieuwe mantelzorg, 2021, CC BY 4.0)`",
                    "end `about` with `(uit: Naar een nieuwe mantelzorg, 2021, CC BY 4.0)`"
                ),
            ));
        }
    }
}
