//! A translation with other numbers or addresses than the text it was made from.

use super::Check;
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity, Spot},
        subject::Subject,
    },
    language::Language,
    says,
};

pub(super) const CHECK: Check = Check {
    code: "translation-differs",
    severity: Severity::Warning,
    manual: "In een vertaling staan andere getallen, telefoonnummers of adressen dan in het Nederlands. Een fout in een \
        bedrag of nummer ziet u zelf niet als u de taal niet leest.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for (spot, text) in subject.raw.languages.iter().flat_map(|file| file.texts()) {
        let pairs = text.nl.as_deref().into_iter().flat_map(|dutch| text.all().map(move |pair| (dutch, pair)));
        for (dutch, (language, words)) in pairs.filter(|(_, (language, _))| *language != Language::Nl) {
            compare(&spot.at(language.tag()), dutch, words, found);
        }
    }
    for written in subject.texts() {
        let Some((_, dutch)) = written.text.all().find(|(language, _)| *language == Language::Nl) else { continue };
        // What is said in Belgium or the Netherlands alone may well be another number.
        let others = written.text.all().filter(|(language, _)| !language.is_kin_of(Language::Nl));
        for (language, words) in others {
            compare(&written.spot.at(language.tag()), dutch, words, found);
        }
    }
}

fn compare(spot: &Spot, dutch: &str, words: &str, found: &mut Vec<Diagnostic>) {
    let (wanted, has) = (facts(dutch), facts(words));
    let lost = wanted.iter().find(|one| count(&wanted, one) > count(&has, one));
    let added = has.iter().find(|one| count(&has, one) > count(&wanted, one));
    let message = match (lost, added) {
        (None, None) => return,
        (Some(lost), None) => says!("`{lost}` uit het Nederlands staat hier niet", "`{lost}` of the Dutch isn't here"),
        (None, Some(added)) => says!("`{added}` staat niet in het Nederlands", "`{added}` isn't in the Dutch"),
        (Some(lost), Some(added)) => {
            says!("in het Nederlands staat `{lost}`, hier `{added}`", "the Dutch has `{lost}`, this has `{added}`")
        }
    };
    let help = says!(
        "neem getallen, telefoonnummers en adressen over zoals ze in het Nederlands staan",
        "take over numbers, telephone numbers and addresses as they stand in the Dutch"
    );
    found.push(CHECK.at(spot, message, help));
}

fn count(all: &[String], one: &str) -> usize {
    all.iter().filter(|other| *other == one).count()
}

/// The numbers and addresses of a text, each number by its digits alone: '1.200' is '1 200' elsewhere.
fn facts(text: &str) -> Vec<String> {
    let mut facts = Vec::new();
    // Endings and articles hang on an apostrophe: 'clbchat.be’den', 'd’info@…'.
    for word in text.split([' ', '\u{a0}', '\u{202f}', '\n', '\'', '’']) {
        // In Arabic 'and' is written to the word that follows.
        let word = word.trim_matches(|sign: char| !sign.is_ascii_alphanumeric());
        // '9 uur' is '9:00' elsewhere.
        let word = word.strip_suffix(":00").unwrap_or(word);
        let is_address = word.contains('@') || word.rsplit_once('.').is_some_and(|(_, end)| ENDS.contains(&end));
        if is_address {
            facts.push(word.to_lowercase());
        } else {
            let numbers = word.split(|sign: char| !sign.is_ascii_digit()).filter(|part| !part.is_empty());
            facts.extend(numbers.map(ToOwned::to_owned));
        }
    }
    facts
}

const ENDS: [&str; 6] = ["be", "nl", "eu", "com", "org", "brussels"];
