//! A line to call or chat with of which nobody can tell what it is about or when somebody is there.

use super::Check;
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        raw::RawOfferKind,
        subject::Subject,
    },
    says,
};

pub(super) const CHECK: Check = Check {
    code: "helpline-without-hours",
    severity: Severity::Warning,
    manual: "Men kan er bellen of chatten (`kind` is `helpline`), maar bij `line` staat niet waarover en wanneer.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for (spot, offer) in subject.offers() {
        if offer.kind == RawOfferKind::Helpline && offer.line.is_none() {
            found.push(CHECK.at(
                &spot.at("kind"),
                says!(
                    "er staat niet waarover en wanneer men kan bellen of chatten",
                    "it doesn't say what people can call or chat about, or when"
                ),
                says!(
                    "voeg `line` toe met een `theme`, en met `open` als u de uren kent",
                    "add `line` with a `theme`, and with `open` if you know the hours"
                ),
            ));
        }
    }
}
