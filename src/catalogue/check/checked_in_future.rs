//! A source dated after today.

use super::Check;
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        subject::Subject,
    },
    date::{Date, PartialDate},
    says,
};

pub(super) const CHECK: Check = Check {
    code: "checked-in-future",
    severity: Severity::Error,
    manual: "De datum `checked_on` ligt in de toekomst.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for (spot, raw, offer) in subject.built() {
        let Some((year, month, day)) = offer.checked_on.map(PartialDate::parts) else { continue };
        let earliest = Date::parse(&format!("{year:04}-{:02}-{:02}", month.unwrap_or(1), day.unwrap_or(1)));
        if earliest.is_some_and(|earliest| subject.today < earliest) {
            let message = says!(
                "`{}` ligt in de toekomst",
                "`{}` lies in the future",
                raw.checked_on.as_deref().unwrap_or_default()
            );
            found.push(CHECK.at(
                &spot.at("checked_on"),
                message,
                says!("vul in wanneer u het echt hebt nagekeken", "fill in when you really looked it up"),
            ));
        }
    }
}
