//! The file a caregiver saves and opens again: an answers file, and the plan beside it.
//!
//! ```json
//! {"answers": {"relation": "parent", "income": null}, "plan": [{"offer": "vl-samana", "note": "", "done": false}]}
//! ```
//! It comes from anywhere and any time: what is no longer there is left out and counted.
//! [`super::file`] reads the same form for people who write such files, and tells them what is wrong.

use super::{Answer, Answers, Chosen};
use crate::{
    catalogue::{Catalogue, raw::FORMAT},
    json::Reader,
    plan::{Change, Plan},
    questionnaire::{Kind, Question, QuestionIndex},
};

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
    /// It has a newer format.
    NewerFormat,
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
    let mut reader = Reader::new(text);
    let (mut answers, mut plan, mut format) = (Reader::default(), Reader::default(), Reader::default());
    if reader.peek() == b'{' {
        reader.into_fields();
        while let Some(name) = reader.field() {
            match name.as_str() {
                "answers" => answers = reader.apart(),
                "plan" => plan = reader.apart(),
                "format" => format = reader.apart(),
                _ => reader.skip(),
            }
        }
    } else {
        reader.skip();
    }
    reader.end();
    if reader.is_failed() {
        return Err(Unreadable::NotJson);
    }
    // A file that doesn't say so has the first format.
    if format.peek() != 0 && format.number() != FORMAT {
        return Err(Unreadable::NewerFormat);
    }
    if answers.peek() != b'{' {
        return Err(Unreadable::NotAnswers);
    }
    let mut opened = Opened::default();
    answers.into_fields();
    while let Some(id) = answers.field() {
        match catalogue.questionnaire().find(&id) {
            Some(question) => opened.take_answer(catalogue, question, &mut answers),
            None => opened.leave_out(&mut answers),
        }
    }
    match plan.peek() {
        b'[' => opened.take_plan(catalogue, &mut plan),
        // Not there, or null.
        0 | b'n' => {}
        _ => opened.left_out += 1,
    }
    Ok(opened)
}

impl Opened {
    fn leave_out(&mut self, reader: &mut Reader) {
        reader.skip();
        self.left_out += 1;
    }

    fn take_answer(&mut self, catalogue: &Catalogue, index: QuestionIndex, reader: &mut Reader) {
        let question = catalogue.questionnaire().get(index);
        let answer = match (reader.peek(), question.kind) {
            (b'n', _) => {
                reader.skip();
                Some(Answer::Declined)
            }
            (b'"', Kind::Single | Kind::Range(_)) => question.option(&reader.text()).map(Answer::Option),
            (b'"', Kind::Place) => catalogue.regions().find(&reader.text()).map(Answer::Place),
            (b'[', Kind::Multi) => return self.take_options(catalogue, index, reader),
            _ => return self.leave_out(reader),
        };
        match answer {
            Some(answer) => self.answers.give(catalogue, index, answer),
            None => self.left_out += 1,
        }
    }

    fn take_options(&mut self, catalogue: &Catalogue, index: QuestionIndex, reader: &mut Reader) {
        let question = catalogue.questionnaire().get(index);
        let (mut chosen, mut is_empty) = (0, true);
        reader.into_list();
        while reader.has_more() {
            is_empty = false;
            match text(reader).and_then(|id| question.option(&id)) {
                Some(position) => chosen |= bit(position),
                None => self.left_out += 1,
            }
        }
        // When nothing chosen exists any more, 'none of these' would be a lie: the question is open again.
        if chosen != 0 || is_empty {
            self.answers.give(catalogue, index, Answer::Options(chosen));
        }
    }

    fn take_plan(&mut self, catalogue: &Catalogue, reader: &mut Reader) {
        reader.into_list();
        while reader.has_more() {
            if reader.peek() == b'{' {
                self.take_item(catalogue, reader);
            } else {
                self.leave_out(reader);
            }
        }
    }

    fn take_item(&mut self, catalogue: &Catalogue, reader: &mut Reader) {
        let (mut id, mut note, mut is_done) = (None, None, false);
        reader.into_fields();
        while let Some(name) = reader.field() {
            match name.as_str() {
                "offer" => id = text(reader),
                "note" => note = text(reader),
                "done" if matches!(reader.peek(), b't' | b'f') => is_done = reader.flag(),
                _ => reader.skip(),
            }
        }
        // An offer that comes twice keeps its first note.
        let offer = id.and_then(|id| catalogue.find_offer(&id)).filter(|offer| !self.plan.has(*offer));
        let Some(offer) = offer else {
            self.left_out += 1;
            return;
        };
        for change in [Change::Put(offer), Change::Note(offer, note.unwrap_or_default()), Change::Done(offer, is_done)]
        {
            self.plan = self.plan.apply(change);
        }
    }
}

/// A text; none when it is anything else.
fn text(reader: &mut Reader) -> Option<String> {
    if reader.peek() == b'"' {
        return Some(reader.text());
    }
    reader.skip();
    None
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
