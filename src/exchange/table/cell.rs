//! A field as the text of a cell, and back.

use super::{Column, Heading, Kind, words};
use crate::{
    catalogue::{
        diagnostic::Words,
        parse::{Source, read as strictly},
        raw::{RawExample, RawRule},
    },
    exchange::Vocabulary,
    says,
};
use serde_json::{Value, json};

mod date;
mod hours;
mod list;

/// What is wrong with a cell, and what to do about it.
pub(super) struct Refused {
    pub(super) message: Words,
    pub(super) help: Words,
}

/// The text of a cell.
pub(super) fn write(heading: Heading, offer: &Value) -> String {
    let Heading { column, language } = heading;
    let Some(value) = at(offer, column.path) else { return String::new() };
    let language = language.unwrap_or("nl");
    match column.kind {
        Kind::Text => text(value.get(language)),
        Kind::Texts => {
            let lines: Vec<String> = each(value).map(|one| on_one_line(&text(one.get(language)))).collect();
            lines.join("\n").trim_end_matches('\n').to_owned()
        }
        Kind::Plain | Kind::Date | Kind::Number => text(Some(value)),
        Kind::Lines => each(value).map(|one| on_one_line(&text(Some(one)))).collect::<Vec<_>>().join("\n"),
        Kind::YesNo => words::dutch_of(words::YES_NO, &text(Some(value))).to_owned(),
        Kind::Word(list) => words::dutch_of(list, &text(Some(value))).to_owned(),
        Kind::Several(list) => joined(each(value).map(|one| words::dutch_of(list, &text(Some(one))).to_owned())),
        Kind::Needs => joined(each(value).map(|one| [text(one.get("need")), text(one.get("strength"))].join(":"))),
        Kind::Phases | Kind::Regions => joined(each(value).map(|one| text(Some(one)))),
        Kind::Rule if column.path == "eligibility" && *value == json!({"all": []}) => String::new(),
        Kind::Rule => rule(value),
        Kind::Examples if each(value).next().is_none() => String::new(),
        Kind::Examples => value.to_string(),
        Kind::Hours => hours::write(value),
    }
}

/// A rule as people write it: the question before its options.
fn rule(value: &Value) -> String {
    let rule: Option<RawRule> = serde_json::from_value(value.clone()).ok();
    rule.and_then(|rule| serde_json::to_string(&rule).ok()).unwrap_or_else(|| value.to_string())
}

/// Whether a text of this column has words in a language.
pub(super) fn speaks(column: &Column, offer: &Value, language: &str) -> bool {
    let Some(value) = at(offer, column.path) else { return false };
    value.get(language).is_some() || each(value).any(|one| one.get(language).is_some())
}

/// The field that a cell means; none when it is empty.
pub(super) fn read(heading: Heading, cell: &str, vocabulary: Vocabulary) -> Result<Option<Value>, Refused> {
    let trimmed = cell.trim();
    if trimmed.is_empty() {
        return Ok(None);
    }
    let value = match heading.column.kind {
        Kind::Text | Kind::Plain => json!(trimmed),
        // Their places count: the second line of one language goes with the second of another.
        Kind::Texts => cell.split('\n').map(|line| json!(off_one_line(line.trim()))).collect(),
        Kind::Lines => {
            trimmed.split('\n').map(|line| json!(off_one_line(line.trim()))).filter(|line| *line != "").collect()
        }
        Kind::Date => json!(date::read(trimmed)?),
        Kind::Number => json!(number(trimmed)?),
        Kind::YesNo => json!(list::word(words::YES_NO, trimmed)? == "true"),
        Kind::Word(list) => json!(list::word(list, trimmed)?),
        Kind::Several(list) => list::words(list, trimmed)?,
        Kind::Needs => list::needs(trimmed, vocabulary)?,
        Kind::Phases => list::phases(trimmed, vocabulary)?,
        Kind::Regions => list::regions(trimmed, vocabulary)?,
        Kind::Rule => parsed::<RawRule>(trimmed)?,
        Kind::Examples => parsed::<Vec<RawExample>>(trimmed)?,
        Kind::Hours => hours::read(trimmed)?,
    };
    Ok(Some(value))
}

/// The part of a value that a path such as `cost/level` leads to.
fn at<'a>(value: &'a Value, path: &str) -> Option<&'a Value> {
    path.split('/').try_fold(value, |value, key| value.get(key))
}

fn each(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn text(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join("; ")
}

/// A text that may hold line breaks, where each line is a text of its own.
fn on_one_line(text: &str) -> String {
    text.replace('\\', "\\\\").replace('\n', "\\n")
}

fn off_one_line(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        let escaped = (letter == '\\').then(|| letters.peek().copied()).flatten();
        text.push(match escaped {
            Some('n') => '\n',
            Some('\\') => '\\',
            _ => letter,
        });
        if matches!(escaped, Some('n' | '\\')) {
            letters.next();
        }
    }
    text
}

fn number(cell: &str) -> Result<u64, Refused> {
    cell.parse().ok().filter(|number| *number <= 255).ok_or_else(|| Refused {
        message: says!("`{}` is geen geheel getal van 0 tot 255", "`{}` is no whole number from 0 to 255", short(cell)),
        help: says!(
            "vul een getal in, zoals 12, of laat de cel leeg",
            "fill in a number such as 12, or leave the cell empty"
        ),
    })
}

/// JSON in a cell, as strict as in a file.
fn parsed<T: serde::de::DeserializeOwned + serde::Serialize>(cell: &str) -> Result<Value, Refused> {
    if !cell.starts_with(['{', '[']) {
        return Err(Refused {
            message: says!("`{}` is geen regel", "`{}` is no rule", short(cell)),
            help: says!(
                "laat de cel leeg voor iedereen, en zet gewone zinnen in de kolom `voorwaarden`; een regel maakt u in de werkbank",
                "leave the cell empty for everyone, and put plain sentences in the column `voorwaarden`; the workbench makes rules"
            ),
        });
    }
    let read: Result<T, _> = strictly(Source { file: "", text: cell });
    let value = read.map_err(|problem| Refused { message: problem.message, help: problem.help })?;
    Ok(serde_json::to_value(&value).unwrap_or_default())
}

/// The beginning of what stands in a cell, for in a message.
fn short(cell: &str) -> String {
    let mut short: String = cell.chars().take(40).map(|letter| if letter == '\n' { ' ' } else { letter }).collect();
    if cell.chars().count() > 40 {
        short.push('…');
    }
    short
}
