//! A municipality whose folder has another name than its place.

use super::{Check, shown};
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        subject::Subject,
    },
    says,
};

pub(super) const CHECK: Check = Check {
    code: "overlay-folder",
    severity: Severity::Error,
    manual: "De map van een gemeente (`overlays/…`) heet niet zoals haar `place`.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    let exists = |place| subject.catalogue.regions().find(place).is_some();
    for overlay in subject.raw.overlays.iter().filter(|overlay| exists(overlay.place())) {
        if overlay.place() == overlay.folder {
            continue;
        }
        let place = shown(overlay.place());
        let message = says!(
            "hier staat `{place}`, en de map heet `{}`",
            "this says `{place}`, and the folder is called `{}`",
            overlay.folder
        );
        let help = says!(
            "geef de map en `place` dezelfde naam: de id van de gemeente, zoals `be-nis-44021`",
            "give the folder and `place` the same name: the id of the municipality, such as `be-nis-44021`"
        );
        found.push(CHECK.at(&overlay.place_spot(), message, help));
    }
}
