//! A municipality that hides a line for someone in danger.

use super::Check;
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        raw::{RawOffer, RawTheme},
        subject::Subject,
    },
    says,
};

pub(super) const CHECK: Check = Check {
    code: "hidden-helpline",
    severity: Severity::Warning,
    manual: "Een gemeente verbergt noodhulp, of een lijn over zelfdoding of geweld. Denk daar twee keer over na.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for overlay in &subject.raw.overlays {
        for (spot, hide) in overlay.hides() {
            let national = subject.offers().find(|(_, offer)| offer.id == hide.offer);
            let Some((_, offer)) = national.filter(|(_, offer)| is_for_danger(offer)) else { continue };
            let name = offer.name.nl.as_deref().unwrap_or(&offer.id);
            let message = says!(
                "u verbergt `{name}`: dat is hulp voor wie in gevaar is",
                "you hide `{name}`: that is help for someone in danger"
            );
            let help = says!(
                "denk er twee keer over na; verberg het alleen als er bij u iets beters is",
                "think twice; hide it only when there is something better with you"
            );
            found.push(CHECK.at(&spot.at("offer"), message, help));
        }
    }
}

fn is_for_danger(offer: &RawOffer) -> bool {
    let theme = offer.line.as_ref().map(|line| line.theme);
    offer.urgent_when.is_some() || theme == Some(RawTheme::Suicide) || theme == Some(RawTheme::Violence)
}
