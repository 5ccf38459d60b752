//! A period that ends before it begins.

use super::Check;
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity, Spot},
        raw::{RawRule, RawValidity},
        subject::{Subject, visit},
    },
    date::Date,
    says,
};

pub(super) const CHECK: Check = Check {
    code: "period-backwards",
    severity: Severity::Error,
    manual: "Een periode eindigt (`until`) voor ze begint (`from`).",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for (spot, offer) in subject.offers() {
        found.extend(offer.valid.as_ref().and_then(|valid| backwards(&spot.at("valid"), valid)));
    }
    for (spot, rule) in subject.written_rules() {
        visit(&spot, rule, &mut |spot, part| {
            if let RawRule::Today(days) = part {
                found.extend(backwards(&spot.at("today"), days));
            }
        });
    }
}

fn backwards(spot: &Spot, days: &RawValidity) -> Option<Diagnostic> {
    let (from, until) = (days.from.as_deref()?, days.until.as_deref()?);
    (Date::parse(until)? < Date::parse(from)?).then(|| {
        let message = says!(
            "deze periode eindigt op {until}, voor ze begint op {from}",
            "this period ends on {until}, before it begins on {from}"
        );
        CHECK.at(
            &spot.at("until"),
            message,
            says!("zijn de twee datums omgewisseld?", "have the two dates been swapped?"),
        )
    })
}
