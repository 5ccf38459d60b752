//! A change of a national offer that does not exist.

use super::{Check, shown};
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        subject::Subject,
    },
    id::nearest,
    says,
};
use std::collections::BTreeSet;

pub(super) const CHECK: Check = Check {
    code: "unknown-offer",
    severity: Severity::Error,
    manual: "Een gemeente verbergt een aanbod dat niet bestaat, of kiest er andere woorden voor.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    // An offer that can't be read has been told of already, and may be the one.
    if subject.raw.partners.iter().any(|partner| partner.unread > 0) {
        return;
    }
    let known: BTreeSet<&str> = subject.offers().map(|(_, offer)| offer.id.as_str()).collect();
    for overlay in &subject.raw.overlays {
        let own: BTreeSet<&str> =
            overlay.partners.iter().flat_map(|partner| partner.offers()).map(|(_, offer)| offer.id.as_str()).collect();
        let hidden = overlay.hides().map(|(spot, hide)| (spot, &hide.offer));
        let reworded = overlay.rewords().map(|(spot, reword)| (spot, &reword.offer));
        for (spot, offer) in hidden.chain(reworded).filter(|(_, offer)| !known.contains(offer.as_str())) {
            let message = says!(
                "het landelijke aanbod `{}` bestaat niet, of niet meer",
                "there is no national offer `{}`, or no longer",
                shown(offer)
            );
            let help = if own.contains(offer.as_str()) {
                says!(
                    "dit is uw eigen aanbod: verander het in het bestand waarin het staat",
                    "this offer is your own: change it in the file in which it stands"
                )
            } else if let Some(near) = nearest(offer, known.iter().copied()) {
                says!("bedoelt u `{near}`?", "do you mean `{near}`?")
            } else {
                says!(
                    "haal dit stuk weg, of kies een aanbod dat bestaat",
                    "take this away, or choose an offer that exists"
                )
            };
            found.push(CHECK.at(&spot.at("offer"), message, help));
        }
    }
}
