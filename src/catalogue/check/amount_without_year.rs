//! An amount of money that may be from any year.

use super::Check;
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        subject::Subject,
    },
    says,
};

pub(super) const CHECK: Check = Check {
    code: "amount-without-year",
    severity: Severity::Warning,
    manual: "Een bedrag in euro staat er zonder jaartal. Een bedrag zonder jaar is na een jaar niet meer te \
        vertrouwen.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for (spot, words) in subject.dutch_sentences() {
        if names_amount(words) && !names_year(words) {
            found.push(CHECK.at(
                spot,
                says!("hier staat een bedrag zonder jaar", "there is an amount of money here without a year"),
                says!(
                    "zet het jaar erbij, zoals `(in 2026)`, of schrijf `jaar onbekend`",
                    "add the year, such as `(in 2026)`, or write `jaar onbekend` (year unknown)"
                ),
            ));
        }
    }
}

fn names_amount(words: &str) -> bool {
    (words.contains('€') || words.contains("euro")) && words.contains(|sign: char| sign.is_ascii_digit())
}

fn names_year(words: &str) -> bool {
    let is_year = |number: &str| number.len() == 4 && (number.starts_with("19") || number.starts_with("20"));
    let small = words.to_lowercase();
    let admits = small.contains("jaar") && small.contains("onbekend");
    admits || words.split(|sign: char| !sign.is_ascii_digit()).any(is_year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_a_year_from_an_amount() {
        assert!(names_amount("U krijgt 140 euro per maand.") && !names_year("U krijgt 140 euro per maand."));
        assert!(names_year("U krijgt 140 euro (in 2026)."));
        assert!(names_year("U krijgt 100 euro (jaar van dit bedrag onbekend)."));
        assert!(!names_year("Het kost 20265 euro."));
        assert!(!names_amount("Vraag hoeveel euro het kost."));
    }
}
