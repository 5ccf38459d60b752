//! What a caregiver has told so far. Lives in memory only.

pub mod file;
pub mod saved;

use crate::{
    catalogue::Catalogue,
    questionnaire::{Kind, QuestionIndex},
    region::RegionIndex,
    span::Span,
};

/// The options chosen of a `multi` question: bit n stands for option n.
pub type Chosen = u64;

/// An answer to one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// 'I don't know', 'I'd rather not say': unknown, but not asked again.
    Declined,
    /// One option, by its position.
    Option(usize),
    /// Several options, or none of them.
    Options(Chosen),
    /// A place.
    Place(RegionIndex),
}

/// What an answer leaves possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// Everything: not asked, or declined.
    Nothing,
    /// One of these numbers: an age, an option's position, a municipality.
    Within(Span),
    /// Exactly these options.
    Exactly(Chosen),
}

/// The answers in order of their questions. A question that is not here has not been asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers(Vec<(QuestionIndex, Answer, Known)>);

impl Answers {
    /// Adds or replaces an answer. An answer of the wrong kind for its question counts as declined.
    pub fn give(&mut self, catalogue: &Catalogue, question: QuestionIndex, answer: Answer) {
        let asked = catalogue.questionnaire().get(question);
        let (answer, known) = match (asked.kind, answer) {
            (Kind::Single | Kind::Range(_), Answer::Option(position)) => match asked.options.get(position) {
                Some(option) => (answer, Known::Within(option.span)),
                None => (Answer::Declined, Known::Nothing),
            },
            (Kind::Multi, Answer::Options(chosen)) => {
                let chosen = settle(chosen, asked.options.len(), asked.alone());
                (Answer::Options(chosen), Known::Exactly(chosen))
            }
            (Kind::Place, Answer::Place(region)) => (answer, Known::Within(catalogue.regions().get(region).span)),
            _ => (Answer::Declined, Known::Nothing),
        };
        let given = (question, answer, known);
        match self.place(question) {
            Ok(place) => self.0.splice(place..=place, [given]),
            Err(place) => self.0.splice(place..place, [given]),
        };
    }

    /// Takes an answer away, as if it had never been given.
    pub fn clear(&mut self, question: QuestionIndex) {
        self.0.retain(|(other, ..)| *other != question);
    }

    /// The answer to a question, if it was asked.
    pub fn get(&self, question: QuestionIndex) -> Option<Answer> {
        self.find(question).map(|(_, answer, _)| *answer)
    }

    /// What is known about a question.
    pub fn known(&self, question: QuestionIndex) -> Known {
        self.find(question).map_or(Known::Nothing, |(.., known)| *known)
    }

    /// Whether the question was asked, even if the answer was declined.
    pub fn is_asked(&self, question: QuestionIndex) -> bool {
        self.place(question).is_ok()
    }

    fn place(&self, question: QuestionIndex) -> Result<usize, usize> {
        self.0.binary_search_by_key(&question, |(other, ..)| *other)
    }

    fn find(&self, question: QuestionIndex) -> Option<&(QuestionIndex, Answer, Known)> {
        self.0.get(self.place(question).ok()?)
    }

    /// The option chosen of a `single` or `range` question.
    pub fn option(&self, question: QuestionIndex) -> Option<usize> {
        match self.get(question)? {
            Answer::Option(position) => Some(position),
            Answer::Declined | Answer::Options(_) | Answer::Place(_) => None,
        }
    }

    /// The options chosen of a `multi` question; `None` when it was not answered.
    pub fn chosen(&self, question: QuestionIndex) -> Option<Chosen> {
        match self.get(question)? {
            Answer::Options(chosen) => Some(chosen),
            Answer::Declined | Answer::Option(_) | Answer::Place(_) => None,
        }
    }

    /// Every answer, in authored order of the questions.
    pub fn iter(&self) -> impl Iterator<Item = (QuestionIndex, Answer)> {
        self.0.iter().map(|(question, answer, _)| (*question, *answer))
    }

    /// Whether nothing has been answered yet.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Only the answers to these questions.
    pub fn only(&self, wanted: impl Fn(QuestionIndex) -> bool) -> Self {
        Self(self.0.iter().filter(|(question, ..)| wanted(*question)).copied().collect())
    }
}

/// Makes one answer of 'none of these' and nothing chosen; when something is chosen beside it, that is what counts.
fn settle(chosen: Chosen, options: usize, alone: Option<usize>) -> Chosen {
    let chosen = chosen & mask(options);
    let Some(alone) = alone else { return chosen };
    let others = chosen & !(1 << alone);
    if others == 0 { 1 << alone } else { others }
}

fn mask(options: usize) -> Chosen {
    if options >= 64 { Chosen::MAX } else { (1 << options) - 1 }
}
