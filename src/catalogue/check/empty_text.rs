//! A text with nothing in it, or with spaces around it.

use super::Check;
use crate::catalogue::{
    diagnostic::{Diagnostic, Severity},
    subject::Subject,
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
                found.push(CHECK.at(&spot, "deze tekst is leeg", "vul hem in, of haal de hele regel weg"));
            } else if words.trim() != words {
                found.push(CHECK.at(&spot, "deze tekst begint of eindigt met een spatie", "haal die spatie weg"));
            }
        }
    }
}
