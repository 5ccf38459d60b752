//! A region of an area that lies in another region of the same area.

use super::Check;
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        subject::Subject,
    },
    says,
};

pub(super) const CHECK: Check = Check {
    code: "area-overlap",
    severity: Severity::Warning,
    manual: "Een gebied noemt een regio die al in een andere regio van dat gebied ligt.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    let regions = subject.catalogue.regions();
    for (spot, _, offer) in subject.built() {
        for (position, inner) in offer.area.regions.iter().enumerate() {
            let around = offer.area.regions.iter().find(|outer| *outer != inner && regions.is_within(*inner, **outer));
            if let Some(around) = around {
                let message = says!(
                    "`{}` ligt al in `{}`",
                    "`{}` already lies in `{}`",
                    regions.get(*inner).id,
                    regions.get(*around).id
                );
                let spot = spot.at("area").at("regions").at(position);
                found.push(CHECK.at(
                    &spot,
                    message,
                    says!(
                        "haal een van de twee weg: de kleine, tenzij de grote te ruim is",
                        "take out one of the two: the small one, unless the large one is too wide"
                    ),
                ));
            }
        }
    }
}
