//! A question that no offer and no ranking factor uses: it is never asked.

use super::Check;
use crate::{
    answers::Answers,
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        subject::Subject,
    },
    matching::{load_questions, loads},
    questionnaire::QuestionIndex,
    says,
};
use std::collections::BTreeSet;

pub(super) const CHECK: Check = Check {
    code: "question-without-use",
    severity: Severity::Warning,
    manual: "Een vraag wordt door geen enkele regel gebruikt. Ze wordt dus nooit gesteld.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    let landmarks = subject.catalogue.landmarks();
    let mut used: BTreeSet<QuestionIndex> =
        [landmarks.needs, landmarks.phase, landmarks.carer_place, landmarks.recipient_place].into();
    let loads = loads(subject.catalogue, &Answers::default());
    for (index, offer) in subject.catalogue.offers() {
        used.extend(offer.rules().flat_map(|rule| rule.questions().iter()));
        used.extend(load_questions(&loads, subject.catalogue.brief(index).needs));
    }
    for (spot, raw) in subject.questions() {
        let question = subject.catalogue.questionnaire().find(&raw.id);
        if question.is_some_and(|question| !used.contains(&question)) {
            found.push(CHECK.at(
                &spot,
                says!("de vraag `{}` wordt door geen enkel aanbod gebruikt", "no offer uses the question `{}`", raw.id),
                says!(
                    "ze wordt nooit gesteld; gebruik ze in een regel, of haal ze weg",
                    "it is never asked; use it in a rule, or take it out"
                ),
            ));
        }
    }
}
