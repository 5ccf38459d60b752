//! The file a caregiver saves and opens again: an answers file, and the plan beside it.
//!
//! ```json
//! {"answers": {"relation": "parent", "income": null}, "plan": [{"offer": "vl-samana", "note": "", "done": false}]}
//! ```
//! It comes from anywhere and any time: what is no longer there is left out and counted.
//! [`super::file`] reads the same form for people who write such files, and tells them what is wrong.

use super::{Answer, Answers, Chosen};
use crate::{
    catalogue::Catalogue,
    plan::{Change, Plan},
    questionnaire::{Kind, Question, QuestionIndex},
};
use serde_json::Value;

/// The longest text that is read: a plan with many long notes takes a tenth of it.
pub const LONGEST: usize = 1024 * 1024;

/// What a saved file held.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opened {
    /// The answers.
    pub answers: Answers,
    /// The plan; empty when there was none.
    pub plan: Plan,
    /// How many entries were left out: questions, options, regions and offers that don't exist (any more).
    pub left_out: usize,
}

/// Why a text can't be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It isn't JSON, or it was cut off.
    NotJson,
    /// It is something else than answers, or too long to be answers.
    NotAnswers,
}

/// The text to save: questions in authored order, only those that were asked.
pub fn write(catalogue: &Catalogue, answers: &Answers, plan: &Plan) -> String {
    let mut text = String::from("{\n  \"answers\": {");
    let mut before = "\n    ";
    for (question, answer) in answers.iter() {
        let question = catalogue.questionnaire().get(question);
        text.push_str(before);
        quote(&mut text, question.id.as_str());
        text.push_str(": ");
        write_answer(&mut text, catalogue, question, answer);
        before = ",\n    ";
    }
    text.push_str(if answers.is_empty() { "}" } else { "\n  }" });
    before = ",\n  \"plan\": [\n    ";
    for item in plan.items() {
        text.push_str(before);
        text.push_str("{\"offer\": ");
        quote(&mut text, catalogue.offer(item.offer).id.as_str());
        text.push_str(", \"note\": ");
        quote(&mut text, &item.note);
        text.push_str(if item.is_done { ", \"done\": true}" } else { ", \"done\": false}" });
        before = ",\n    ";
    }
    text.push_str(if plan.is_empty() { "\n}\n" } else { "\n  ]\n}\n" });
    text
}

fn write_answer(text: &mut String, catalogue: &Catalogue, question: &Question, answer: Answer) {
    match answer {
        Answer::Declined => text.push_str("null"),
        Answer::Option(position) => match question.options.get(position) {
            Some(option) => quote(text, option.id.as_str()),
            None => text.push_str("null"),
        },
        Answer::Options(chosen) => {
            let mut before = "[";
            for (position, option) in question.options.iter().enumerate() {
                if bit(position) & chosen != 0 {
                    text.push_str(before);
                    quote(text, option.id.as_str());
                    before = ", ";
                }
            }
            text.push_str(if before == "[" { "[]" } else { "]" });
        }
        Answer::Place(region) => quote(text, catalogue.regions().get(region).id.as_str()),
    }
}

/// The bit of an option; none beyond the 64 that a question may have.
fn bit(position: usize) -> Chosen {
    1_u64.checked_shl(position as u32).unwrap_or(0)
}

/// Adds a JSON string.
fn quote(text: &mut String, words: &str) {
    text.push('"');
    for sign in words.chars() {
        match sign {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\n' => text.push_str("\\n"),
            '\u{0}'..='\u{1f}' => {
                text.push_str("\\u00");
                text.extend([sign as u32 >> 4, sign as u32 & 15].map(|half| char::from_digit(half, 16).unwrap_or('0')));
            }
            sign => text.push(sign),
        }
    }
    text.push('"');
}

/// Opens a saved text.
///
/// # Errors
/// Why nothing of it can be used.
pub fn read(catalogue: &Catalogue, text: &str) -> Result<Opened, Unreadable> {
    if text.len() > LONGEST {
        return Err(Unreadable::NotAnswers);
    }
    // Notepad begins a file with a mark that isn't part of it.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let file: Value = serde_json::from_str(text).map_err(|_| Unreadable::NotJson)?;
    let given = file.get("answers").and_then(Value::as_object).ok_or(Unreadable::NotAnswers)?;
    let mut opened = Opened { left_out: given.len(), ..Opened::default() };
    for (index, question) in catalogue.questionnaire().iter() {
        if let Some(value) = given.get(question.id.as_str()) {
            opened.left_out -= 1;
            opened.take_answer(catalogue, index, value);
        }
    }
    match file.get("plan") {
        None | Some(Value::Null) => {}
        Some(Value::Array(items)) => items.iter().for_each(|item| opened.take_item(catalogue, item)),
        Some(_) => opened.left_out += 1,
    }
    Ok(opened)
}

impl Opened {
    fn take_answer(&mut self, catalogue: &Catalogue, index: QuestionIndex, value: &Value) {
        let question = catalogue.questionnaire().get(index);
        let answer = match (question.kind, value) {
            (_, Value::Null) => Some(Answer::Declined),
            (Kind::Single | Kind::Range(_), Value::String(id)) => question.option(id).map(Answer::Option),
            (Kind::Place, Value::String(id)) => catalogue.regions().find(id).map(Answer::Place),
            (Kind::Multi, Value::Array(ids)) => return self.take_options(catalogue, index, ids),
            _ => None,
        };
        match answer {
            Some(answer) => self.answers.give(catalogue, index, answer),
            None => self.left_out += 1,
        }
    }

    fn take_options(&mut self, catalogue: &Catalogue, index: QuestionIndex, ids: &[Value]) {
        let question = catalogue.questionnaire().get(index);
        let mut chosen = 0;
        for id in ids {
            match id.as_str().and_then(|id| question.option(id)) {
                Some(position) => chosen |= bit(position),
                None => self.left_out += 1,
            }
        }
        // When nothing chosen exists any more, 'none of these' would be a lie: the question is open again.
        if chosen != 0 || ids.is_empty() {
            self.answers.give(catalogue, index, Answer::Options(chosen));
        }
    }

    fn take_item(&mut self, catalogue: &Catalogue, item: &Value) {
        let offer = item.get("offer").and_then(Value::as_str).and_then(|id| catalogue.find_offer(id));
        // An offer that comes twice keeps its first note.
        let Some(offer) = offer.filter(|offer| !self.plan.has(*offer)) else {
            self.left_out += 1;
            return;
        };
        let note = item.get("note").and_then(Value::as_str).unwrap_or_default();
        let is_done = item.get("done").and_then(Value::as_bool).unwrap_or_default();
        for change in [Change::Put(offer), Change::Note(offer, note.to_owned()), Change::Done(offer, is_done)] {
            self.plan = self.plan.apply(change);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sign_comes_back_as_it_was() {
        let signs: String = ('\u{0}'..'\u{800}').chain(['\u{2028}', '\u{feff}', '😀', '\u{10ffff}']).collect();
        let mut text = String::new();
        quote(&mut text, &signs);
        assert_eq!(serde_json::from_str::<String>(&text).ok(), Some(signs));
        assert!(!text.contains('\n'));
    }

    #[test]
    fn an_option_has_a_bit_or_none() {
        assert_eq!([bit(0), bit(63), bit(64)], [1, 1 << 63, 0]);
    }
}
