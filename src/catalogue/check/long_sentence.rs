//! A sentence longer than a tired reader keeps in mind.

use super::Check;
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        subject::Subject,
    },
    says,
};

pub(super) const CHECK: Check = Check {
    code: "long-sentence",
    severity: Severity::Warning,
    manual: "Een zin telt meer dan 20 woorden. Korte zinnen leest iedereen makkelijker.",
    run,
};

/// B1 Dutch has about 15 words in a sentence.
const MOST_WORDS: usize = 20;

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    let dutch = subject.dutch_sentences().iter().map(|(spot, words)| (spot.clone(), words.as_str()));
    let translated = subject.translations().map(|(spot, _, words)| (spot, words));
    for (spot, words) in dutch.chain(translated) {
        let longest = words
            .split_inclusive(['.', '!', '?', ':', ';', '؟'])
            .map(|sentence| sentence.split_whitespace().count())
            .max();
        if let Some(longest) = longest.filter(|longest| *longest > MOST_WORDS) {
            found.push(CHECK.at(
                &spot,
                says!("hier staat een zin van {longest} woorden", "there is a sentence of {longest} words here"),
                says!(
                    "maak er twee of drie zinnen van; {MOST_WORDS} woorden is het meeste",
                    "make two or three sentences of it; {MOST_WORDS} words is the most"
                ),
            ));
        }
    }
}
