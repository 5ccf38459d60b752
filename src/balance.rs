//! What weighs on a caregiver and what carries them: seven domains, in words, never a score.
//!
//! The domains are those of the CarerQol-7D (Brouwer et al., 2006, free to use with reference); our words and picture.

use crate::{answers::Answers, catalogue::Catalogue, questionnaire::QuestionIndex};

/// How a domain stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// It carries.
    Carries,
    /// It neither weighs nor carries.
    Light,
    /// It weighs.
    Weighs,
    /// It weighs heavily.
    Heavy,
}

/// The domains that were told about, in authored order.
pub fn balance(catalogue: &Catalogue, answers: &Answers) -> Vec<(QuestionIndex, Weight)> {
    let mut domains = Vec::new();
    for (index, question) in catalogue.questionnaire().iter() {
        let option = answers.option(index).and_then(|option| question.options.get(option));
        if let Some(option) = option.filter(|_| question.group.as_deref() == Some("load")) {
            let weight = match option.weight {
                0 if question.carries => Weight::Carries,
                0 => Weight::Light,
                1 => Weight::Weighs,
                _ => Weight::Heavy,
            };
            domains.push((index, weight));
        }
    }
    domains
}

/// Whether there should first be room to breathe, and forms later: at least two things weigh heavily, or the caregiver
/// can't go on for long.
pub fn is_heavy(catalogue: &Catalogue, answers: &Answers) -> bool {
    let heavy = balance(catalogue, answers).iter().filter(|(_, weight)| *weight == Weight::Heavy).count();
    let questionnaire = catalogue.questionnaire();
    let ends_soon = questionnaire.find("keep-going").is_some_and(|index| {
        let chosen = answers.option(index).and_then(|option| questionnaire.get(index).options.get(option));
        chosen.is_some_and(|option| option.weight >= 2)
    });
    heavy >= 2 || ends_soon
}
