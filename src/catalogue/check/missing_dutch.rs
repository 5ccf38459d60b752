//! A text without Dutch, the language in which every text can be shown.

use super::Check;
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        subject::{Field, Subject},
    },
    language::Language,
    says,
};

pub(super) const CHECK: Check = Check {
    code: "missing-dutch",
    severity: Severity::Error,
    manual: "Een tekst heeft geen `nl`. Nederlands is verplicht, andere talen mogen erbij.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    let texts = subject.texts().iter().filter(|written| written.field != Field::PlaceName);
    for written in texts {
        if written.text.all().all(|(language, _)| language != Language::Nl) {
            found.push(CHECK.at(
                &written.spot,
                says!("deze tekst heeft geen Nederlands", "this text has no Dutch"),
                says!(
                    "voeg `\"nl\": \"…\"` toe; `nl-BE` en `nl-NL` komen daarbovenop",
                    "add `\"nl\": \"…\"`; `nl-BE` and `nl-NL` come on top of that"
                ),
            ));
        }
    }
}
