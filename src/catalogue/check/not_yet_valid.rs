//! An offer whose first day is still to come: the bundle leaves it out.

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
    code: "not-yet-valid",
    severity: Severity::Warning,
    manual: "De eerste dag van een aanbod (`valid`, `from`) moet nog komen. De widget toont het nog niet.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for (spot, offer) in subject.offers() {
        let from = offer.valid.as_ref().and_then(|valid| valid.from.as_deref());
        if let Some(from) = from.filter(|from| Date::parse(from).is_some_and(|from| subject.today < from)) {
            found.push(CHECK.at(
                &spot.at("valid").at("from"),
                says!(
                    "dit aanbod begint pas op {from} en wordt nu nog niet getoond",
                    "this offer only begins on {from} and isn't shown yet"
                ),
                says!("klopt de datum? Dan hoeft u niets te doen", "is the date right? Then there is nothing to do"),
            ));
        }
    }
}
