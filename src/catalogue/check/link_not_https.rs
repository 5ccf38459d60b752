//! A website at an address without encryption.

use super::{Check, link_not_safe::websites};
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        subject::Subject,
    },
    says,
};

pub(super) const CHECK: Check = Check {
    code: "link-not-https",
    severity: Severity::Error,
    manual: "Het adres van een website begint met `http://` in plaats van `https://`.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for (spot, address) in websites(subject) {
        if address.starts_with("http://") {
            found.push(CHECK.at(
                &spot,
                says!("dit adres begint met `http://`", "this address begins with `http://`"),
                says!(
                    "schrijf `https://` en kijk of de pagina dan opent; zo niet, haal het adres weg",
                    "write `https://` and see whether the page opens; if not, take out the address"
                ),
            ));
        }
    }
}
