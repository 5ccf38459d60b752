//! A partner whose file has another name than its id.

use super::{Check, shown};
use crate::catalogue::{
    diagnostic::{Diagnostic, Severity},
    subject::Subject,
};

pub(super) const CHECK: Check = Check {
    code: "file-name",
    severity: Severity::Error,
    manual: "De naam van het bestand is niet de `id` van de partner met `.json` erachter.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for (spot, partner) in subject.partners() {
        // A municipality's own partners lie in its own folder.
        let folder = partner.file.rsplit_once("partners/").map_or("", |(folder, _)| folder);
        let wanted = format!("{folder}partners/{}.json", partner.partner.id);
        if partner.file != wanted {
            let message =
                format!("de id `{}` hoort bij een bestand met de naam `{wanted}`", shown(&partner.partner.id));
            found.push(CHECK.at(&spot.at("id"), message, "geef het bestand die naam; verander de id niet"));
        }
    }
}
