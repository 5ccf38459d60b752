//! An offer that claims to be made for everything, and would push others down.

use super::Check;
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        subject::Subject,
    },
    says,
};

pub(super) const CHECK: Check = Check {
    code: "too-many-strong-needs",
    severity: Severity::Warning,
    manual: "Een aanbod heeft sterkte 3 bij meer dan twee behoeften. Sterkte 3 is voor waar het echt voor gemaakt is.",
    run,
};

/// Few things are made for more than this.
const MOST: usize = 2;

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for (spot, offer) in subject.offers() {
        let strong = offer.needs.iter().filter(|need| need.strength == 3).count();
        if strong > MOST {
            found.push(CHECK.at(
                &spot.at("needs"),
                says!(
                    "dit aanbod heeft sterkte 3 bij {strong} behoeften",
                    "this offer has strength 3 for {strong} needs"
                ),
                says!(
                    "kies de een of twee behoeften waar het voor gemaakt is, en geef de andere 2 of 1",
                    "choose the one or two needs it is made for, and give the others 2 or 1"
                ),
            ));
        }
    }
}
