//! Other words for an offer that is hidden.

use super::{Check, shown};
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        subject::Subject,
    },
    says,
};

pub(super) const CHECK: Check = Check {
    code: "hidden-and-reworded",
    severity: Severity::Warning,
    manual: "Een gemeente kiest andere woorden voor een aanbod dat ze ook verbergt. Niemand leest die woorden.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for overlay in &subject.raw.overlays {
        let is_hidden = |offer: &str| overlay.hides().any(|(_, hide)| hide.offer == offer);
        for (spot, reword) in overlay.rewords().filter(|(_, reword)| is_hidden(&reword.offer)) {
            let offer = shown(&reword.offer);
            let message = says!(
                "`{offer}` is hier verborgen: deze woorden leest niemand",
                "`{offer}` is hidden here: nobody reads these words"
            );
            let help = says!(
                "haal een van de twee weg: deze woorden, of het verbergen",
                "take one of the two away: these words, or the hiding"
            );
            found.push(CHECK.at(&spot.at("offer"), message, help));
        }
    }
}
