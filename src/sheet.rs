//! What the caregiver changed in the conversation sheets: lines left out, and lines in their own words.

use crate::{
    catalogue::{NeedIndex, OfferIndex},
    questionnaire::QuestionIndex,
};

/// Which line of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// An answer: an option of a question.
    Told(QuestionIndex, usize),
    /// A need.
    Need(NeedIndex),
    /// Something to ask: a position in the guide.
    Ask(usize),
    /// A right to mention.
    Right(OfferIndex),
    /// A line of the caregiver's own, one for each part of the sheet.
    Own(usize),
}

/// A line on one of the sheets.
pub type Line = (usize, Key);

/// A change in a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Whether a line belongs on the sheet.
    Include(Line, bool),
    /// Other words for a line.
    Say(Line, String),
}

/// All changes so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    left_out: Vec<Line>,
    said: Vec<(Line, String)>,
}

impl Draft {
    /// Makes a change.
    pub fn apply(&mut self, change: Change) {
        match change {
            Change::Include(line, is_included) => {
                self.left_out.retain(|other| *other != line);
                if !is_included {
                    self.left_out.push(line);
                }
            }
            Change::Say(line, words) => {
                self.said.retain(|(other, _)| *other != line);
                self.said.push((line, words));
            }
        }
    }

    /// Whether a line belongs on the sheet.
    pub fn includes(&self, line: Line) -> bool {
        !self.left_out.contains(&line)
    }

    /// The caregiver's own words for a line.
    pub fn words(&self, line: Line) -> Option<&str> {
        self.said.iter().find(|(other, _)| *other == line).map(|(_, words)| words.as_str())
    }
}
