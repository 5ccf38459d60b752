//! The answers so far.

use super::Maker;
use crate::{interview::Interview, language::Said, questionnaire::QuestionIndex};

/// The answers so far.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    /// By topic, in the order of the questionnaire.
    pub topics: Vec<(Said, Vec<Line>)>,
    /// How many screens may still come.
    pub left: usize,
}

/// One answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// For actions.
    pub question: QuestionIndex,
    /// For hooks.
    pub id: String,
    /// What was asked, in short.
    pub label: Said,
    /// What was answered; none when declined.
    pub answer: Option<String>,
    /// Whether the answer counts: a question may no longer be asked.
    pub is_used: bool,
}

impl Maker<'_> {
    pub(super) fn review(&self, interview: &Interview) -> Review {
        let questionnaire = self.catalogue.questionnaire();
        let mut topics: Vec<(Said, Vec<Line>)> = Vec::new();
        let mut last = None;
        for (question, _) in interview.answers().iter() {
            let asked = questionnaire.get(question);
            if last != Some(asked.topic) {
                topics.push((questionnaire.topic(asked.topic).name.said(self.wording.language()), Vec::new()));
                last = Some(asked.topic);
            }
            let line = Line {
                question,
                id: asked.id.as_str().to_owned(),
                label: asked.short.said(self.wording.language()),
                answer: self.told(interview.answers(), question),
                is_used: self.answers.is_asked(question),
            };
            if let Some((_, lines)) = topics.last_mut() {
                lines.push(line);
            }
        }
        Review { topics, left: self.left() }
    }
}
