//! The questions a caregiver may be asked, and their answer options.

use crate::{
    id::{OptionId, QuestionId, nearest},
    language::Text,
    span::Span,
};

/// Points to a question of one questionnaire. Questions compare in authored order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuestionIndex(pub(crate) usize);

/// Some questions of one questionnaire, of which there are [`Questions::MOST`] at most.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Questions(u64);

impl Questions {
    /// As many questions as a questionnaire may have.
    pub const MOST: usize = 64;

    /// None of them.
    pub const fn none() -> Self {
        Self(0)
    }

    /// These, and one more.
    pub fn with(self, question: QuestionIndex) -> Self {
        Self(self.0 | 1_u64.checked_shl(question.0 as u32).unwrap_or(0))
    }

    /// These and the others.
    pub fn and(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    /// These but the others.
    pub fn without(self, others: Self) -> Self {
        Self(self.0 & !others.0)
    }

    /// Whether a question is one of them.
    pub fn contains(self, question: QuestionIndex) -> bool {
        self.with(question) == self
    }

    /// Whether there are none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many there are.
    pub fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// They, in authored order.
    pub fn iter(self) -> impl Iterator<Item = QuestionIndex> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let next = left.trailing_zeros() as usize;
            left &= left.wrapping_sub(1);
            (next < Self::MOST).then_some(QuestionIndex(next))
        })
    }
}

impl FromIterator<QuestionIndex> for Questions {
    fn from_iter<T: IntoIterator<Item = QuestionIndex>>(questions: T) -> Self {
        questions.into_iter().fold(Self::none(), Self::with)
    }
}

/// Points to a topic of one questionnaire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TopicIndex(pub(crate) usize);

/// How a question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One option.
    Single,
    /// Any number of options; none chosen means 'none of these'.
    Multi,
    /// One option that stands for an interval of numbers.
    Range(Unit),
    /// A region of any size.
    Place,
}

/// What the numbers of a range question count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Years of age.
    Years,
    /// Hours in a week.
    HoursPerWeek,
    /// Months.
    Months,
    /// Weeks.
    Weeks,
}

/// A subject that keeps questions together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// Its id, such as `recipient`.
    pub id: String,
    /// Its name above the question.
    pub name: Text,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its id.
    pub id: QuestionId,
    /// How it is answered.
    pub kind: Kind,
    /// The topic it belongs to.
    pub topic: TopicIndex,
    /// Questions with the same group are rows of one screen.
    pub group: Option<String>,
    /// The question itself.
    pub text: Text,
    /// A label for a line in a summary.
    pub short: Text,
    /// Help with answering.
    pub hint: Option<Text>,
    /// Why it is asked.
    pub why: Text,
    /// What can be chosen; empty for a place.
    pub options: Vec<AnswerOption>,
    /// Needs whose offers ease what weighs here: positions in the options of `needs`.
    pub eased_by: Vec<usize>,
    /// Whether what it asks about carries the caregiver rather than weighing on them.
    pub carries: bool,
}

/// One thing that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerOption {
    /// Its id.
    pub id: OptionId,
    /// The words a caregiver chooses.
    pub text: Text,
    /// A shorter name, where one is needed: the heading of a need.
    pub short: Option<Text>,
    /// The answer as the caregiver says it to someone else, in the first person.
    pub says: Option<Text>,
    /// The numbers it stands for; for other kinds than a range, its place in the list.
    pub span: Span,
    /// Whether it can't be chosen together with another ('none of these').
    pub alone: bool,
    /// How much this answer weighs on the caregiver: 0 to 2. Ranks offers; never added up, never shown.
    pub weight: u8,
}

impl Question {
    /// The position of an option.
    pub fn option(&self, id: &str) -> Option<usize> {
        self.options.iter().position(|option| option.id.as_str() == id)
    }

    /// The id nearest to a mistyped one.
    pub fn nearest_option(&self, id: &str) -> Option<&str> {
        nearest(id, self.options.iter().map(|option| option.id.as_str()))
    }

    /// The option that excludes all others.
    pub fn alone(&self) -> Option<usize> {
        self.options.iter().position(|option| option.alone)
    }

    /// All numbers that an option of this question stands for.
    pub fn domain(&self) -> Span {
        let from = self.options.iter().map(|option| option.span.from).min().unwrap_or(0);
        let to = self.options.iter().map(|option| option.span.to).max().unwrap_or(0);
        Span::new(from, to)
    }
}

/// All questions in authored order, and the few with a part of their own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Questionnaire {
    pub(crate) topics: Vec<Topic>,
    pub(crate) questions: Vec<Question>,
}

impl Questionnaire {
    /// The question with this id.
    pub fn find(&self, id: &str) -> Option<QuestionIndex> {
        self.questions.iter().position(|question| question.id.as_str() == id).map(QuestionIndex)
    }

    /// The question an index points to.
    #[expect(clippy::indexing_slicing, reason = "indices are made by this questionnaire only, and it never shrinks")]
    pub fn get(&self, index: QuestionIndex) -> &Question {
        &self.questions[index.0]
    }

    /// The topic an index points to.
    #[expect(clippy::indexing_slicing, reason = "indices are made by this questionnaire only, and it never shrinks")]
    pub fn topic(&self, index: TopicIndex) -> &Topic {
        &self.topics[index.0]
    }

    /// Every question in authored order.
    pub fn iter(&self) -> impl Iterator<Item = (QuestionIndex, &Question)> {
        self.questions.iter().enumerate().map(|(index, question)| (QuestionIndex(index), question))
    }

    /// The id nearest to a mistyped one.
    pub fn nearest_question(&self, id: &str) -> Option<&str> {
        nearest(id, self.questions.iter().map(|question| question.id.as_str()))
    }

    /// All questions on one screen with this one, itself included.
    pub fn together(&self, index: QuestionIndex) -> Vec<QuestionIndex> {
        let group = &self.get(index).group;
        if group.is_none() {
            return vec![index];
        }
        self.iter().filter(|(_, question)| question.group == *group).map(|(index, _)| index).collect()
    }

    /// How many screens the whole questionnaire has.
    pub fn screens(&self) -> usize {
        self.iter().filter(|(index, _)| self.together(*index).first() == Some(index)).count()
    }
}
