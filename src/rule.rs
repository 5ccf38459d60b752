//! The closed language in which an offer says who it is for.

use crate::{answers::Chosen, questionnaire::QuestionIndex, span::Span};

/// A rule over answers, checked: every question and option exists, every number can be answered.
///
/// Options, ages and places have become numbers, so three kinds of leaf are left.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// Always or never, whatever the answers. Dates become this when the day is known.
    Fixed(bool),
    /// Every part must hold; an empty list always holds.
    All(Vec<Rule>),
    /// At least one part must hold; an empty list never holds.
    Any(Vec<Rule>),
    /// The part must not hold.
    Not(Box<Rule>),
    /// The answer's number lies in one of these intervals.
    Within(QuestionIndex, Vec<Span>),
    /// At least one of these options is chosen.
    AnyOf(QuestionIndex, Chosen),
    /// All of these options are chosen.
    AllOf(QuestionIndex, Chosen),
}

/// What a question can possibly be answered: the completions over which a rule is exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Domain {
    /// One of these numbers.
    Numbers(Span),
    /// A set of options.
    Sets {
        /// How many options there are.
        options: usize,
        /// The option that excludes the others and stands for the empty set.
        alone: Option<usize>,
    },
}

impl Rule {
    /// Every question the rule names, each once.
    pub fn questions(&self) -> Vec<QuestionIndex> {
        let mut questions = Vec::new();
        self.visit(&mut |leaf| match leaf {
            Self::Within(question, _) | Self::AnyOf(question, _) | Self::AllOf(question, _) => {
                questions.push(*question)
            }
            Self::Fixed(_) | Self::All(_) | Self::Any(_) | Self::Not(_) => {}
        });
        questions.sort();
        questions.dedup();
        questions
    }

    /// Calls `see` for this rule and every part of it.
    pub fn visit<'a>(&'a self, see: &mut impl FnMut(&'a Self)) {
        see(self);
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.visit(see)),
            Self::Not(part) => part.visit(see),
            Self::Fixed(_) | Self::Within(..) | Self::AnyOf(..) | Self::AllOf(..) => {}
        }
    }
}
