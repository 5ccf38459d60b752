//! A text that is translated twice into one language.

use super::{Check, shown};
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        subject::Subject,
    },
    language::Language,
    says,
};
use std::collections::BTreeSet;

pub(super) const CHECK: Check = Check {
    code: "translation-repeated",
    severity: Severity::Warning,
    manual: "Dezelfde Nederlandse tekst staat twee keer in `languages/`, in dezelfde taal. Alleen de eerste telt.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    let mut seen: BTreeSet<(&str, Language)> = BTreeSet::new();
    for (spot, text) in subject.raw.languages.iter().flat_map(|file| file.texts()) {
        let Some(dutch) = text.nl.as_deref() else { continue };
        for (language, _) in text.all().filter(|(language, _)| *language != Language::Nl) {
            if !seen.insert((dutch, language)) {
                let (tag, text) = (language.tag(), shown(dutch));
                found.push(CHECK.at(
                    &spot.at(tag),
                    says!("'{text}' is al vertaald naar `{tag}`", "'{text}' has been translated into `{tag}` already"),
                    says!("houd de beste van de twee vertalingen", "keep the better one of the two translations"),
                ));
            }
        }
    }
}
