//! A text that doesn't fit a small screen or a tired head.

use super::Check;
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        subject::{Field, Subject},
    },
    says,
};

pub(super) const CHECK: Check = Check {
    code: "text-too-long",
    severity: Severity::Warning,
    manual: "Een tekst is langer dan het meeste voor dat veld (naam 80 tekens, `gives` 320, `first_step` 220, \
        voorwaarde 160).",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for written in subject.texts() {
        for (spot, words) in written.words() {
            let (length, most) = (words.chars().count(), longest(written.field));
            if length > most {
                let message = says!(
                    "deze tekst telt {length} tekens; hier is {most} het meeste",
                    "this text has {length} characters; {most} is the most here"
                );
                found.push(CHECK.at(
                    &spot,
                    message,
                    says!(
                        "kort hem in: zeg eerst wat de mantelzorger moet weten",
                        "shorten it: say first what the caregiver must know"
                    ),
                ));
            }
        }
    }
}

/// The most characters each field may have.
fn longest(field: Field) -> usize {
    match field {
        Field::About | Field::Passage => 400,
        Field::Gives => 320,
        Field::FirstStep => 220,
        Field::CostNote | Field::Doubt | Field::Hint => 200,
        Field::Condition | Field::Says => 160,
        Field::Question | Field::Why | Field::Choice => 120,
        Field::PartnerName | Field::OfferName | Field::PlaceName | Field::Heading => 80,
        Field::TopicName | Field::Short => 40,
    }
}
