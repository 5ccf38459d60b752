//! An entry among the translations that translates nothing.

use super::Check;
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        subject::Subject,
    },
    language::Language,
    says,
};

pub(super) const CHECK: Check = Check {
    code: "translation-empty",
    severity: Severity::Error,
    manual: "Bij een vertaling ontbreekt het Nederlands (`nl`), de andere taal, of de tekst zelf.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for (spot, text) in subject.raw.languages.iter().flat_map(|file| file.texts()) {
        let is_whole = text.nl.is_some() && text.all().any(|(language, _)| language != Language::Nl);
        let is_blank = text.all().any(|(_, words)| words.trim().is_empty());
        if !is_whole || is_blank {
            found.push(CHECK.at(
                &spot,
                says!("hier wordt niets vertaald", "nothing is translated here"),
                says!(
                    "zet bij `nl` de Nederlandse tekst en bij de andere taal de vertaling, of haal dit weg",
                    "put the Dutch text in `nl` and the translation in the other language, or take this out"
                ),
            ));
        }
    }
}
