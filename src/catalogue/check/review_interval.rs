//! A review interval that asks for nothing, or for a look too late to matter.

use super::Check;
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        subject::Subject,
    },
    says,
};

pub(super) const CHECK: Check = Check {
    code: "review-interval",
    severity: Severity::Error,
    manual: "Bij `review_months` staat 0 of meer dan 60 maanden.",
    run,
};

/// Nothing a caregiver relies on stays as it is for more than five years.
const MOST: u8 = 60;

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for (spot, offer) in subject.offers() {
        if let Some(months) = offer.review_months.filter(|months| !(1..=MOST).contains(months)) {
            found.push(CHECK.at(
                &spot.at("review_months"),
                says!("om de {months} maanden nakijken kan niet", "it can't be reviewed every {months} months"),
                says!(
                    "kies 1 tot {MOST} maanden, of haal het veld weg: dan geldt wat gewoon is voor de soort",
                    "choose 1 to {MOST} months, or take out the field: then what is usual for its kind holds"
                ),
            ));
        }
    }
}
