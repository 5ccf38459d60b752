//! A rule that rests on a question whose answer can't change it: it would never be asked for it.

use super::Check;
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        subject::Subject,
    },
    rule::Rule,
    says,
};

pub(super) const CHECK: Check = Check {
    code: "idle-question",
    severity: Severity::Warning,
    manual: "Een regel noemt een vraag die de uitkomst nooit kan veranderen. De vraag wordt er dus niet voor gesteld.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for placed in subject.rules() {
        let whole = Rule::All(vec![placed.among.clone(), placed.rule.clone()]);
        let missed = Rule::All(vec![placed.among.clone(), Rule::Not(Box::new(placed.rule.clone()))]);
        if subject.is_impossible(&whole) || subject.is_impossible(&missed) {
            continue; // `never-met` and `never-failed` tell
        }
        let Some(diagram) = subject.compile(&whole) else { continue };
        let matters = diagram.questions();
        for question in placed.rule.questions().into_iter().filter(|question| !matters.contains(*question)) {
            let id = &subject.catalogue.questionnaire().get(question).id;
            found.push(CHECK.at(
                &placed.spot,
                says!(
                    "het antwoord op `{id}` kan deze regel niet veranderen",
                    "the answer to `{id}` can't change this rule"
                ),
                says!(
                    "haal wat over die vraag gaat uit de regel, of kijk of er iets anders bedoeld is",
                    "take what is about that question out of the rule, or see whether something else was meant"
                ),
            ));
        }
    }
}
