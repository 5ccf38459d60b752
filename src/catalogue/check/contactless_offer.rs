//! An offer of which nobody learns where to turn.

use super::Check;
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        subject::Subject,
    },
    says,
};

pub(super) const CHECK: Check = Check {
    code: "contactless-offer",
    severity: Severity::Warning,
    manual: "Er is geen telefoon, mail of website, ook niet van de partner, en de eerste stap noemt niemand die de \
        mantelzorger al kent.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for (_, partner) in subject.partners() {
        for (spot, offer) in partner.offers().filter(|_| partner.partner.website.is_none()) {
            let contact = &offer.contact;
            let reachable = contact.phone.is_some() || contact.email.is_some() || contact.website.is_some();
            let named = offer.first_step.nl.as_ref().is_some_and(|step| names_someone(step));
            if !reachable && !named {
                found.push(CHECK.at(
                    &spot.at("contact"),
                    says!(
                        "hier staat niet bij wie de mantelzorger terechtkan",
                        "it doesn't say whom the caregiver can turn to"
                    ),
                    says!(
                        "vul een telefoon, mailadres of website in, of noem in `first_step` wie men kan vragen",
                        "fill in a phone number, email address or website, or say in `first_step` whom to ask"
                    ),
                ));
            }
        }
    }
}

/// People and places a caregiver already knows how to find; the ends of a website's name.
#[rustfmt::skip]
const KNOWN: &[&str] = &[
    ".be", ".nl", "afdeling", "afspraak", "apotheek", "arts", "bank", "clb", "dokter", "gemeente", "leidinggevende",
    "loket", "notaris", "ocmw", "opleiding", "polis", "school", "sociaal huis", "sociaal team", "stad",
    "studieadviseur", "thuiszorgwinkel", "vakbond", "verpleeg", "verzekeraar", "vredegerecht", "werkgever",
    "wijkteam", "zelfstandigenfonds", "ziekenfonds", "ziekenhuis", "zorgkas",
];

fn names_someone(step: &str) -> bool {
    let step = step.to_lowercase();
    KNOWN.iter().any(|known| step.contains(known))
}
