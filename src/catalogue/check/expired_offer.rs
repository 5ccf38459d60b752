//! An offer whose last day is past: the bundle leaves it out.

use super::Check;
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        subject::Subject,
    },
    date::Date,
    says,
};

pub(super) const CHECK: Check = Check {
    code: "expired-offer",
    severity: Severity::Warning,
    manual: "De laatste dag van een aanbod (`valid`, `until`) is voorbij. De widget toont het niet meer.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for (spot, offer) in subject.offers() {
        let until = offer.valid.as_ref().and_then(|valid| valid.until.as_deref());
        if let Some(until) = until.filter(|until| Date::parse(until).is_some_and(|until| until < subject.today)) {
            found.push(CHECK.at(
                &spot.at("valid").at("until"),
                says!(
                    "dit aanbod liep tot {until} en wordt niet meer getoond",
                    "this offer ran until {until} and is no longer shown"
                ),
                says!(
                    "bestaat het nog, pas dan de datum aan; zo niet, haal het aanbod weg",
                    "if it still exists, change the date; if not, take out the offer"
                ),
            ));
        }
    }
}
