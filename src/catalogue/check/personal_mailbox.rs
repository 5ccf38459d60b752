//! A mailbox that looks like one person's: private, and dead when that person leaves.

use super::{Check, shown};
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        subject::Subject,
    },
    says,
};

pub(super) const CHECK: Check = Check {
    code: "personal-mailbox",
    severity: Severity::Warning,
    manual: "Een mailadres lijkt van één persoon te zijn, zoals `jan.peeters@…`. Liever een algemeen adres.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for (spot, offer) in subject.offers() {
        if let Some(email) = offer.contact.email.as_ref().filter(|email| looks_personal(email)) {
            found.push(CHECK.at(
                &spot.at("contact").at("email"),
                says!("`{}` lijkt van één persoon te zijn", "`{}` looks like one person's own address", shown(email)),
                says!(
                    "kies een algemeen adres, zoals `info@…`; is dit het algemene adres, laat het dan staan",
                    "choose a general address, such as `info@…`; if this is the general address, leave it"
                ),
            ));
        }
    }
}

fn looks_personal(email: &str) -> bool {
    let name = email.split('@').next().unwrap_or_default();
    let is_word = |part: &str| !part.is_empty() && part.chars().all(char::is_alphabetic);
    name.split_once('.').is_some_and(|(first, last)| is_word(first) && is_word(last))
}
