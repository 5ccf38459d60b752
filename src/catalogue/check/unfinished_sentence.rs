//! A text of whole sentences that stops without a mark: perhaps it was cut off.

use super::Check;
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        subject::Subject,
    },
    says,
};

pub(super) const CHECK: Check = Check {
    code: "unfinished-sentence",
    severity: Severity::Warning,
    manual: "Een tekst met zinnen eindigt zonder punt, vraagteken of uitroepteken. Misschien is ze afgebroken.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    let texts = subject.texts().iter().filter(|written| written.field.has_sentences());
    for written in texts {
        for (spot, words) in written.words() {
            let end = words.trim_end().trim_end_matches(['\'', '"', '’', '”', '»', ')']).chars().last();
            let closed =
                words.trim_end().ends_with(')') || end.is_none_or(|sign| matches!(sign, '.' | '!' | '?' | '…'));
            if !closed {
                let message = says!(
                    "deze tekst eindigt zonder punt, vraagteken of uitroepteken",
                    "this text ends without a full stop, question mark or exclamation mark"
                );
                found.push(CHECK.at(
                    &spot,
                    message,
                    says!("is ze afgebroken? Maak de zin af", "was it cut off? Finish the sentence"),
                ));
            }
        }
    }
}
