//! An example in a partner's file that is about none of its own offers.

use super::Check;
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        subject::Subject,
    },
    says,
    scenario::offers_named,
};

pub(super) const CHECK: Check = Check {
    code: "example-of-others",
    severity: Severity::Warning,
    manual: "Een voorbeeld (`examples`) in het bestand van een partner noemt geen enkel aanbod van die partner.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    // An offer that can't be read may be the one the example is about.
    for (_, partner) in subject.partners().filter(|(_, partner)| partner.unread == 0) {
        let own = |id: &str| partner.offers.iter().any(|(_, offer)| offer.id == id);
        for (spot, example) in partner.examples() {
            let named = offers_named(&example.expect);
            if !named.is_empty() && !named.into_iter().any(own) {
                let message = says!(
                    "dit voorbeeld noemt geen enkel aanbod uit dit bestand",
                    "this example names no offer of this file"
                );
                let help = says!(
                    "noem bij `expect` een aanbod van u, of maak er een bestand van in `personas`",
                    "name an offer of yours in `expect`, or make it a file in `personas`"
                );
                found.push(CHECK.at(&spot.at("expect"), message, help));
            }
        }
    }
}
