//! A text that many caregivers read with effort.

use super::Check;
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity, Spot},
        subject::Subject,
    },
    language::Language,
    reading::Reading,
    says,
};

pub(super) const CHECK: Check = Check {
    code: "hard-to-read",
    severity: Severity::Warning,
    manual: "Een tekst heeft lange woorden en lange zinnen. Nederlands meten we met de formule van Flesch en Douma: \
        vanaf 60 leest bijna iedereen vlot, dat is ongeveer B1. Frans, Duits en Engels meten we met LIX. Een lange \
        naam die er moet staan, is een goede reden: laat de tekst dan zo.",
    run,
};

/// A text with fewer words says too little to be measured.
const FEWEST_WORDS: u32 = 8;

/// The lowest Flesch-Douma score that most people read without effort, about B1.
const LOWEST_SCORE: i32 = 60;

/// The highest LIX of a plain text; German writes compounds as one word.
fn highest_lix(language: Language) -> Option<i32> {
    match language {
        Language::Fr | Language::En => Some(50),
        Language::De => Some(55),
        // Turkish adds endings to a word and Arabic leaves vowels out: there the length of a word says little.
        Language::Tr | Language::Ar => None,
        Language::Nl | Language::NlBe | Language::NlNl | Language::NlSimple | Language::NlYoung => None,
    }
}

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for (spot, words) in subject.dutch_sentences() {
        judge(spot, Language::Nl, words, found);
    }
    for (spot, language, words) in subject.translations() {
        judge(&spot, language, words, found);
    }
}

fn judge(spot: &Spot, language: Language, words: &str, found: &mut Vec<Diagnostic>) {
    let reading = Reading::of(words);
    if reading.words < FEWEST_WORDS {
        return;
    }
    let message = if language.is_kin_of(Language::Nl) {
        let Some(score) = reading.score().filter(|score| *score < LOWEST_SCORE) else { return };
        says!(
            "deze tekst scoort {score} bij Flesch en Douma; vanaf {LOWEST_SCORE} leest bijna iedereen vlot",
            "this text scores {score} by Flesch and Douma; from {LOWEST_SCORE} nearly everyone reads with ease"
        )
    } else {
        let Some((score, highest)) = reading.lix().zip(highest_lix(language)) else { return };
        if score <= highest {
            return;
        }
        says!(
            "deze tekst scoort {score} bij LIX; tot {highest} leest bijna iedereen vlot",
            "this text scores {score} by LIX; up to {highest} nearly everyone reads with ease"
        )
    };
    let help = says!(
        "maak de zinnen korter, of neem kortere woorden; een lange naam die er moet staan, mag",
        "make the sentences shorter or take shorter words; a long name that has to be there may stay"
    );
    found.push(CHECK.at(spot, message, help));
}
