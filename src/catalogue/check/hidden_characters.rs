//! Characters that nobody sees: they upset screen readers and can hide what a text says.

use super::Check;
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity, Spot},
        subject::Subject,
    },
    says,
};

pub(super) const CHECK: Check = Check {
    code: "hidden-characters",
    severity: Severity::Error,
    manual: "In een tekst staat een onzichtbaar teken, zoals een harde regel of een teken zonder breedte.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for written in subject.texts() {
        for (spot, words) in written.words() {
            found.extend(hidden_in(words).map(|hidden| finding(&spot, words, hidden)));
        }
    }
    for (spot, offer) in subject.offers() {
        if let Some(note) = &offer.note {
            found.extend(hidden_in(note).map(|hidden| finding(&spot.at("note"), note, hidden)));
        }
    }
}

fn finding(spot: &Spot, words: &str, (at, hidden): (usize, char)) -> Diagnostic {
    let before: String = words.get(..at).unwrap_or_default().chars().rev().take(12).collect();
    let before: String = before.chars().rev().collect();
    let hidden = u32::from(hidden);
    let message = match before.as_str() {
        "" => says!(
            "vooraan staat een onzichtbaar teken (U+{hidden:04X})",
            "there is an invisible character in front (U+{hidden:04X})"
        ),
        _ => says!(
            "na `{before}` staat een onzichtbaar teken (U+{hidden:04X})",
            "there is an invisible character after `{before}` (U+{hidden:04X})"
        ),
    };
    CHECK.at(
        spot,
        message,
        says!("typ dit stukje opnieuw in plaats van het te plakken", "type this bit again instead of pasting it"),
    )
}

fn hidden_in(words: &str) -> Option<(usize, char)> {
    words.char_indices().find(|(_, sign)| is_hidden(*sign))
}

/// Controls, soft hyphens, joiners, marks of direction, and tags. A non-breaking space is no problem.
fn is_hidden(sign: char) -> bool {
    sign.is_control()
        || matches!(sign, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}')
        || matches!(sign, '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sees_what_nobody_sees() {
        for text in ["a\u{200b}", "a\u{202e}b", "a\nb", "a\u{ad}b", "\u{feff}a", "a\tb"] {
            assert!(hidden_in(text).is_some(), "{text:?}");
        }
        assert!(hidden_in("‘zorg’ – één café, 12\u{a0}€ …").is_none());
    }
}
