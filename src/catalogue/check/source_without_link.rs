//! An offer of which nobody can read the source.

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
    code: "source-without-link",
    severity: Severity::Warning,
    manual: "Bij de bron staat geen adres, terwijl het aanbod wel ergens gelezen is.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for (spot, offer) in subject.offers() {
        if offer.source.url.is_none() && offer.source.kind != RawSourceKind::Memory {
            found.push(CHECK.at(
                &spot.at("source"),
                says!("bij de bron staat geen adres", "the source has no address"),
                says!("vul bij `url` de pagina in; is er geen, kies dan `memory` als soort en `unverified` als zekerheid", "fill in the page as `url`; if there is none, choose `memory` as kind and `unverified` as confidence"),
            ));
        }
    }
}
