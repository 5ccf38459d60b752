//! Urgent help that nobody can call.

use super::Check;
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        subject::Subject,
    },
    says,
};

pub(super) const CHECK: Check = Check {
    code: "urgent-without-phone",
    severity: Severity::Error,
    manual: "Een aanbod met `urgent_when` komt boven aan elk scherm, maar heeft geen telefoonnummer.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for (spot, offer) in subject.offers() {
        if offer.urgent_when.is_some() && offer.contact.phone.is_none() {
            found.push(CHECK.at(
                &spot.at("contact"),
                says!(
                    "dit aanbod is voor wie nu hulp nodig heeft, maar er is geen telefoonnummer",
                    "this offer is for people who need help now, but it has no phone number"
                ),
                says!("vul `phone` in, of haal `urgent_when` weg", "fill in `phone`, or take out `urgent_when`"),
            ));
        }
    }
}
