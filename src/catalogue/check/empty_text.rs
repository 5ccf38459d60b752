//! A text with nothing in it, or with spaces around it.

use super::Check;
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        subject::Subject,
    },
    says,
};

pub(super) const CHECK: Check = Check {
    code: "empty-text",
    severity: Severity::Error,
    manual: "Een tekst is leeg, of begint of eindigt met een spatie.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for written in subject.texts() {
        for (spot, words) in written.words() {
            if words.trim().is_empty() {
                found.push(CHECK.at(
                    &spot,
                    says!("deze tekst is leeg", "this text is empty"),
                    says!("vul hem in, of haal de hele regel weg", "fill it in, or take out the whole line"),
                ));
            } else if words.trim() != words {
                found.push(CHECK.at(
                    &spot,
                    says!("deze tekst begint of eindigt met een spatie", "this text begins or ends with a space"),
                    says!("haal die spatie weg", "take out that space"),
                ));
            }
        }
    }
}
