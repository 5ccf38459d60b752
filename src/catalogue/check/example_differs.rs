//! An example in a partner's file that doesn't come out as it says.

use super::Check;
use crate::{
    answers::file,
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        subject::Subject,
    },
    says,
    scenario::{Difference, Line, Why, hold},
};

pub(super) const CHECK: Check = Check {
    code: "example-differs",
    severity: Severity::Error,
    manual: "Een voorbeeld (`examples`) in het bestand van een partner komt niet uit: een mantelzorger ziet iets anders dan er staat.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for (_, partner) in subject.partners() {
        for (spot, example) in partner.examples() {
            let (answers, unclear) = file::read(subject.catalogue, &example.answers, &spot.at("answers"));
            if !unclear.is_empty() {
                found.extend(unclear);
                continue;
            }
            for difference in hold(subject.catalogue, &answers, &example.expect) {
                let is_hidden = subject.raw.overlays.iter().any(|overlay| overlay.accounts_for(&difference));
                if is_hidden || is_of_a_broken_offer(subject, &difference) {
                    continue;
                }
                let help = says!(
                    "kijk wat er niet klopt: het aanbod, of dit voorbeeld",
                    "see which of the two is wrong: the offer, or this example"
                );
                found.push(CHECK.at(&spot.at("expect").down(&difference.at), difference.words(), help));
            }
        }
    }
}

/// An offer with an error is not in the catalogue; its error has been told of already.
fn is_of_a_broken_offer(subject: &Subject, difference: &Difference) -> bool {
    let is_unknown = |line: &Line| matches!(line.why, Some(Why::Unknown(_)));
    let is_written = |line: &Line| {
        subject.partners().any(|(_, partner)| partner.unread > 0)
            || subject.offers().any(|(_, offer)| offer.id == line.id)
    };
    difference.lines.iter().any(|line| is_unknown(line) && is_written(line))
}
