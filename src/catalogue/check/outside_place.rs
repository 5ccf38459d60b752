//! An offer of a municipality itself that is to be had elsewhere only.

use super::Check;
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        subject::Subject,
    },
    language::Language,
    says,
};

pub(super) const CHECK: Check = Check {
    code: "outside-place",
    severity: Severity::Warning,
    manual: "Een eigen aanbod van een gemeente is te krijgen in een regio die niet in of om die gemeente ligt.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    let regions = subject.catalogue.regions();
    for overlay in &subject.raw.overlays {
        let Some(place) = regions.find(overlay.place()).map(|place| regions.get(place)) else { continue };
        for (spot, offer) in overlay.partners.iter().flat_map(|partner| partner.offers()) {
            for (position, region) in offer.area.regions.iter().enumerate() {
                let elsewhere = regions.find(region).map(|region| regions.get(region));
                let Some(elsewhere) = elsewhere.filter(|region| !region.span.meets(place.span)) else { continue };
                let (there, here) = (elsewhere.name.words(Language::Nl), place.name.words(Language::Nl));
                let message = says!("de regio {there} ligt niet in {here}", "the region {there} doesn't lie in {here}");
                let help = says!(
                    "kies een regio in {here}, of zet het aanbod in de map van een andere gemeente",
                    "choose a region in {here}, or put the offer into the folder of another municipality"
                );
                found.push(CHECK.at(&spot.at("area").at("regions").at(position), message, help));
            }
        }
    }
}
