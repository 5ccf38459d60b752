//! A postcode that nobody will type.

use super::{Check, shown};
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        subject::Subject,
    },
    says,
};

pub(super) const CHECK: Check = Check {
    code: "postcode-not-valid",
    severity: Severity::Error,
    manual: "Een postcode in `regions.json` heeft geen vier cijfers, of begint met een nul.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for (spot, place) in subject.places() {
        for (position, postcode) in place.postcodes.iter().enumerate() {
            let is_plain = postcode.len() == 4 && postcode.bytes().all(|digit| digit.is_ascii_digit());
            if !is_plain || postcode.starts_with('0') {
                found.push(CHECK.at(
                    &spot.at("postcodes").at(position),
                    says!("`{}` is geen postcode", "`{}` isn't a postcode", shown(postcode)),
                    says!(
                        "schrijf vier cijfers, ook voor Nederland: de twee letters horen er niet bij",
                        "write four digits, for the Netherlands too: the two letters don't belong here"
                    ),
                ));
            }
        }
    }
}
