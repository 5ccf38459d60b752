//! A threshold between the numbers of one option: whoever chooses that option is never certain.

use super::Check;
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        raw::RawRule,
        subject::{Subject, visit},
    },
    questionnaire::Kind,
    says,
};

pub(super) const CHECK: Check = Check {
    code: "threshold-inside-option",
    severity: Severity::Warning,
    manual: "Een grens (`at-least` of `below`) valt midden in een antwoord. Wie dat antwoord kiest, ziet het aanbod \
        nooit als zeker.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    let questionnaire = subject.catalogue.questionnaire();
    for (spot, rule) in subject.written_rules() {
        visit(&spot, rule, &mut |spot, part| {
            let (key, bound) = match part {
                RawRule::AtLeast(bound) => ("at-least", bound),
                RawRule::Below(bound) => ("below", bound),
                RawRule::All(_) | RawRule::Any(_) | RawRule::Not(_) | RawRule::Is(_) => return,
                RawRule::AnyOf(_) | RawRule::AllOf(_) | RawRule::PlaceIn(_) | RawRule::Today(_) => return,
            };
            let Some(index) = questionnaire.find(&bound.question) else { return };
            let question = questionnaire.get(index);
            let divided =
                question.options.iter().find(|option| option.span.from < bound.number && bound.number < option.span.to);
            if let (Kind::Range(_), Some(option)) = (question.kind, divided) {
                found.push(CHECK.at(
                    &spot.at(key).at("number"),
                    says!("de grens {} valt midden in het antwoord `{}`", "the threshold {} falls inside the answer `{}`", bound.number, option.id),
                    says!("klopt de grens, laat ze dan staan: wie dat antwoord kiest, ziet het aanbod bij 'mogelijk'", "if the threshold is right, leave it: whoever chooses that answer sees the offer under 'perhaps'"),
                ));
            }
        });
    }
}
