//! A source at an address without encryption. It stays as a fact, and is shown as text.

use super::{Check, link_not_safe::sources};
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        subject::Subject,
    },
    says,
};

pub(super) const CHECK: Check = Check {
    code: "http-source",
    severity: Severity::Warning,
    manual: "Het adres van een bron begint met `http://`. Het blijft staan als feit, maar wordt geen link.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for (spot, address) in sources(subject) {
        if address.starts_with("http://") {
            found.push(CHECK.at(
                &spot,
                says!("dit adres begint met `http://`", "this address begins with `http://`"),
                says!(
                    "werkt dezelfde pagina met `https://`? Zet dat dan. Zo niet, laat het zo",
                    "does the same page work with `https://`? Then write that. If not, leave it"
                ),
            ));
        }
    }
}
