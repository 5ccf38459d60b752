//! A web address typed into a sentence, where it can't be clicked and breaks the line.

use super::Check;
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        subject::Subject,
    },
    says,
};

pub(super) const CHECK: Check = Check {
    code: "address-in-text",
    severity: Severity::Warning,
    manual: "In een tekst staat een volledig webadres. Zet het bij `contact`, en noem in de zin alleen de naam, zoals \
        `samana.be`.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for (spot, words) in subject.dutch_sentences() {
        if words.contains("://") || words.contains("www.") {
            found.push(CHECK.at(
                spot,
                says!("in deze tekst staat een volledig webadres", "this text holds a full web address"),
                says!("zet het adres bij `contact` onder `website`; noem in de zin alleen de naam, zoals `samana.be`", "put the address in `contact`, as `website`; in the sentence give only the name, such as `samana.be`"),
            ));
        }
    }
}
