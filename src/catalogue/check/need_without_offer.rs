//! A need that a country has no offer for.

use super::Check;
use crate::{
    catalogue::{
        Offer,
        diagnostic::{Diagnostic, Severity},
        subject::Subject,
    },
    language::Language,
    says,
};

pub(super) const CHECK: Check = Check {
    code: "need-without-offer",
    severity: Severity::Warning,
    manual: "Voor een behoefte is er in een land nog geen enkel aanbod.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    let Some((spot, asked)) = subject.questions().find(|(_, question)| question.id == "needs") else { return };
    let regions = subject.catalogue.regions();
    for (country, there) in regions.iter().filter(|(_, region)| region.parent.is_none()) {
        for (position, option) in asked.options.iter().enumerate() {
            let helps = |offer: &Offer| {
                let is_there = offer.area.regions.iter().any(|region| regions.is_within(*region, country));
                is_there && offer.needs.iter().any(|(need, _)| *need == position)
            };
            if !subject.catalogue.offers().any(|(_, offer)| helps(offer)) {
                let (place, place_en) = (there.name.words(Language::Nl), there.name.words(Language::En));
                found.push(CHECK.at(
                    &spot.at("options").at(position),
                    says!(
                        "voor de behoefte `{}` is er in {place} nog geen aanbod",
                        "there is no offer yet in {place_en} for the need `{}`",
                        option.id
                    ),
                    says!(
                        "zoek een partner die hierbij helpt, of haal de behoefte weg",
                        "find a partner who helps with this, or take out the need"
                    ),
                ));
            }
        }
    }
}
