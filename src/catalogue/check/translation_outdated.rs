//! A translation of words that the catalogue doesn't say any more.

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
    code: "translation-outdated",
    severity: Severity::Warning,
    manual: "De Nederlandse tekst is veranderd nadat hij vertaald werd. De vertaling is niet meer te zien, tot iemand \
        ze nakijkt.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    let texts = subject.texts();
    let dutch = texts.iter().flat_map(|written| written.text.all());
    let now: BTreeSet<&str> = dutch.filter(|(language, _)| *language == Language::Nl).map(|(_, words)| words).collect();
    let known: BTreeSet<&str> = entries(subject).map(|(_, dutch)| dutch).collect();
    let untranslated: Vec<&str> = now.difference(&known).copied().collect();
    for (spot, dutch) in entries(subject).filter(|(_, dutch)| !now.contains(dutch)) {
        let help = match nearest(dutch, &untranslated) {
            Some(near) => says!(
                "de tekst is nu misschien '{near}': kijk de vertaling na, en zet bij `nl` de tekst van nu",
                "the text may now be '{near}': go over the translation, and put the present text in `nl`"
            ),
            None => says!(
                "haal deze vertaling weg, of zet bij `nl` de tekst zoals die nu in de catalogus staat",
                "take this translation out, or put in `nl` the text as it now stands in the catalogue"
            ),
        };
        let message = says!(
            "de tekst '{}' staat zo niet meer in de catalogus",
            "the text '{}' no longer stands in the catalogue like this",
            shown(dutch)
        );
        found.push(CHECK.at(&spot.at("nl"), message, help));
    }
}

fn entries<'a>(subject: &Subject<'a>) -> impl Iterator<Item = (crate::catalogue::diagnostic::Spot<'a>, &'a str)> {
    let texts = subject.raw.languages.iter().flat_map(|file| file.texts());
    texts.filter_map(|(spot, text)| Some((spot, text.nl.as_deref()?)))
}

/// The text that shares most words with this one, if that is most of its words.
fn nearest<'a>(text: &str, among: &[&'a str]) -> Option<&'a str> {
    let words = |text: &str| text.split_whitespace().map(ToOwned::to_owned).collect::<BTreeSet<_>>();
    let wanted = words(text);
    let shared = |other: &str| words(other).intersection(&wanted).count();
    let near = among.iter().map(|other| (shared(other), *other)).max_by_key(|(count, _)| *count);
    near.filter(|(count, other)| 2 * count > wanted.len().max(words(other).len())).map(|(_, other)| other)
}
