//! A range question that has no option for some numbers.

use super::Check;
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        raw::RawKind,
        subject::Subject,
    },
    says,
    span::Span,
};

pub(super) const CHECK: Check = Check {
    code: "gap-in-range",
    severity: Severity::Error,
    manual: "Bij een vraag met getallen slaan de antwoorden een getal over. Wie dat getal heeft, kan niet antwoorden.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    let questionnaire = subject.catalogue.questionnaire();
    for (spot, raw) in subject.questions().filter(|(_, raw)| raw.kind == RawKind::Range) {
        // Where a number is missing or the two are swapped, `wrong-interval` tells.
        if raw.options.iter().any(|option| option.from.is_none() || option.from >= option.to) {
            continue;
        }
        let Some(question) = questionnaire.find(&raw.id).map(|index| questionnaire.get(index)) else { continue };
        let mut spans: Vec<Span> = question.options.iter().map(|option| option.span).collect();
        spans.sort();
        for (one, next) in spans.iter().zip(spans.iter().skip(1)).filter(|(one, next)| one.to < next.from) {
            found.push(CHECK.at(
                &spot.at("options"),
                says!("voor {} tot {} is er geen antwoord", "there is no answer for {} to {}", one.to, next.from),
                says!(
                    "laat elk antwoord beginnen (`from`) waar het vorige ophoudt (`to`)",
                    "let each answer begin (`from`) where the one before it ends (`to`)"
                ),
            ));
        }
    }
}
