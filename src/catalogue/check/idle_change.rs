//! A change that changes nothing for anyone.

use super::Check;
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        overlay,
        subject::Subject,
    },
    language::Language,
    says,
};

pub(super) const CHECK: Check = Check {
    code: "idle-change",
    severity: Severity::Warning,
    manual: "Een gemeente verandert iets zonder gevolg: het aanbod is daar niet te krijgen, of de woorden zijn dezelfde.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    let catalogue = subject.catalogue;
    for overlay in &subject.raw.overlays {
        let Some(place) = catalogue.regions().find(overlay.place()) else { continue };
        let town = catalogue.regions().get(place).name.words(Language::Nl);
        let is_elsewhere =
            |offer: &str| catalogue.find_offer(offer).is_some() && !overlay::is_offered_at(catalogue, offer, place);
        let hidden = overlay.hides().map(|(spot, hide)| (spot, &hide.offer));
        let reworded = overlay.rewords().map(|(spot, reword)| (spot, &reword.offer));
        for (spot, offer) in hidden.chain(reworded).filter(|(_, offer)| is_elsewhere(offer)) {
            let message = says!(
                "`{offer}` is in {town} nu niet te krijgen; dit verandert dus niets",
                "`{offer}` can't be had in {town} now; so this changes nothing"
            );
            found.push(CHECK.at(&spot.at("offer"), message, says!("haal dit stuk weg", "take this away")));
        }
        for (spot, reword) in overlay.rewords() {
            let national = subject.offers().find(|(_, offer)| offer.id == reword.offer);
            let national = national.and_then(|(_, offer)| overlay::words(offer, reword.field));
            if national == Some(&reword.says) {
                let message = says!(
                    "deze woorden zijn dezelfde als de landelijke",
                    "these words are the same as the national ones"
                );
                found.push(CHECK.at(&spot.at("says"), message, says!("haal dit stuk weg", "take this away")));
            }
        }
    }
}
