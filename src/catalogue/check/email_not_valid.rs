//! A mailbox that can't become a link.

use super::{Check, shown};
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        subject::Subject,
    },
    contact::mail,
    says,
};

pub(super) const CHECK: Check = Check {
    code: "email-not-valid",
    severity: Severity::Error,
    manual: "Een mailadres heeft niet de vorm `naam@organisatie.be`.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for (spot, offer) in subject.offers() {
        if let Some(email) = offer.contact.email.as_ref().filter(|email| mail(email).is_none()) {
            found.push(CHECK.at(
                &spot.at("contact").at("email"),
                says!("`{}` is geen mailadres", "`{}` isn't an email address", shown(email)),
                says!(
                    "schrijf één adres, zonder naam of spaties, zoals `info@organisatie.be`",
                    "write one address, without a name or spaces, such as `info@organisation.be`"
                ),
            ));
        }
    }
}
