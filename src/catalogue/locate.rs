//! Where in a file a finding stands: lines and columns, for whoever shows them.

use super::{
    diagnostic::{Diagnostic, Place},
    tree::{self, Bytes, Field, Json, Node},
};
use std::collections::BTreeMap;

/// A line and a column, each counted from 1; a column is a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// From the first character to the one after the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Range {
    /// The first character.
    pub start: Position,
    /// The first character after it.
    pub end: Position,
}

/// The text of one file, with where everything in it stands.
pub struct Located<'a> {
    text: &'a str,
    /// The byte at which each line begins.
    lines: Vec<usize>,
    /// None when the text is no JSON.
    root: Option<Node<'a>>,
}

/// What a finding is about: a value, or the field it stands in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Aim {
    Value,
    Key,
    /// A word: a text, or the name that a rule begins with.
    Word,
    /// The block that lacks something: its name, or the bracket that opens it.
    Opening,
}

impl Aim {
    fn of(code: &str) -> Self {
        match code {
            "unknown-field" | "repeated-field" | "wrong-rule" => Self::Key,
            "unknown-word" => Self::Word,
            "missing-field" => Self::Opening,
            _ => Self::Value,
        }
    }
}

impl<'a> Located<'a> {
    /// Reads a text.
    pub fn new(text: &'a str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, lines, root: tree::read(text).ok() }
    }

    /// A line, without its end.
    pub fn line(&self, number: usize) -> Option<&'a str> {
        let start = *self.lines.get(number.checked_sub(1)?)?;
        self.text.get(start..)?.lines().next().or(Some(""))
    }

    /// Where a finding stands.
    pub fn range(&self, found: &Diagnostic) -> Range {
        match &found.place {
            Place::Position { line, column } => {
                let position = Position { line: *line, column: *column };
                Range { start: position, end: position }
            }
            Place::Pointer(pointer) => {
                let bytes = self.root.as_ref().map_or(0..0, |root| find(root, pointer, Aim::of(found.code)));
                Range { start: self.position(bytes.start), end: self.position(bytes.end) }
            }
        }
    }

    fn position(&self, at: usize) -> Position {
        let line = self.lines.partition_point(|start| *start <= at).max(1);
        let start = self.lines.get(line - 1).copied().unwrap_or_default();
        let column = 1 + self.text.get(start..at).unwrap_or_default().chars().count();
        Position { line, column }
    }
}

/// What a pointer names; where a part of it is missing, the last part that exists.
fn find(root: &Node, pointer: &str, aim: Aim) -> Bytes {
    let mut value = root;
    let mut name: Option<&Field> = None;
    let mut aim = aim;
    for key in pointer.split('/').skip(1).map(|key| key.replace("~1", "/").replace("~0", "~")) {
        let field = value.field(&key);
        let item = || value.items().zip(key.parse::<usize>().ok()).and_then(|(items, at)| items.get(at));
        let Some(next) = field.map(|field| &field.value).or_else(item) else {
            aim = Aim::Opening;
            break;
        };
        (value, name) = (next, field);
    }
    let is_block = matches!(value.value, Json::Block(_) | Json::List(_));
    match (aim, name) {
        (Aim::Word, Some(field)) if is_block => field.key_span.clone(),
        (Aim::Key | Aim::Opening, Some(field)) => field.key_span.clone(),
        (Aim::Opening, None) if is_block => value.span.start..value.span.start + 1,
        (Aim::Value | Aim::Key | Aim::Word | Aim::Opening, _) => value.span.clone(),
    }
}

/// Puts what was found in the order of the files, and in each file in the order of its lines.
pub fn in_order(found: &mut [Diagnostic], texts: &BTreeMap<String, String>) {
    let mut located: BTreeMap<&str, Located> = BTreeMap::new();
    let mut order = |one: &Diagnostic| {
        let (name, text) = texts.get_key_value(&one.file)?;
        Some(located.entry(name).or_insert_with(|| Located::new(text)).range(one))
    };
    found.sort_by_cached_key(|one| {
        let range = order(one);
        let line = range.map(|range| range.start.line);
        (one.file.clone(), line, one.code, range, one.message.clone())
    });
}
