//! An offer that is to be had nowhere.

use super::{Check, shown};
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        subject::Subject,
    },
    says,
};

pub(super) const CHECK: Check = Check {
    code: "offer-without-region",
    severity: Severity::Error,
    manual: "Een aanbod noemt geen enkele regio bij `area`.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for (spot, offer) in subject.offers().filter(|(_, offer)| offer.area.regions.is_empty()) {
        let message =
            says!("het aanbod `{}` is nergens te krijgen", "the offer `{}` is to be had nowhere", shown(&offer.id));
        found.push(CHECK.at(
            &spot.at("area").at("regions"),
            message,
            says!(
                "noem de regio's; voor een heel land is dat `be` of `nl`",
                "name the regions; for a whole country that is `be` or `nl`"
            ),
        ));
    }
}
