//! What a check finds, as data.

use std::{cmp::Ordering, fmt::Write};

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The catalogue can't be published like this.
    Error,
    /// Someone should look at it.
    Warning,
}

/// Where in a file something was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A value, by its JSON pointer (RFC 6901): `/offers/3/needs/0`.
    Pointer(String),
    /// A line and a column, counted from 1: text that isn't JSON has no values to point at.
    Position {
        /// The line.
        line: usize,
        /// The column, in characters.
        column: usize,
    },
}

impl Ord for Place {
    /// Positions in a list go by number: `/offers/2` before `/offers/10`.
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Pointer(one), Self::Pointer(other)) => {
                fn keys(pointer: &str) -> impl Iterator<Item = (Option<usize>, &str)> {
                    pointer.split('/').map(|key| (key.parse().ok(), key))
                }
                keys(one).cmp(keys(other))
            }
            (Self::Position { line, column }, Self::Position { line: other_line, column: other_column }) => {
                (line, column).cmp(&(other_line, other_column))
            }
            (Self::Position { .. }, Self::Pointer(_)) => Ordering::Less,
            (Self::Pointer(_), Self::Position { .. }) => Ordering::Greater,
        }
    }
}

impl PartialOrd for Place {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// What a tool says to a partner, in each language the tools speak. [`says!`](crate::says) makes it.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Words {
    /// Dutch.
    pub nl: String,
    /// English.
    pub en: String,
}

/// A language that the tools speak.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tongue {
    /// Dutch.
    #[default]
    Nl,
    /// English.
    En,
}

impl Words {
    /// The words in one language.
    pub fn in_tongue(&self, tongue: Tongue) -> &str {
        match tongue {
            Tongue::Nl => &self.nl,
            Tongue::En => &self.en,
        }
    }
}

/// The same sentence in Dutch and in English: `says!("`{id}` bestaat niet", "`{id}` doesn't exist")`.
#[macro_export]
macro_rules! says {
    ($nl:literal, $en:literal $(, $value:expr)* $(,)?) => {
        $crate::catalogue::diagnostic::Words { nl: format!($nl $(, $value)*), en: format!($en $(, $value)*) }
    };
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Diagnostic {
    /// The file, relative to the catalogue's folder.
    pub file: String,
    /// Where in that file.
    pub place: Place,
    /// How bad it is.
    pub severity: Severity,
    /// The name of the check: one word in code, manual and tests.
    pub code: &'static str,
    /// What is wrong, for someone who is no programmer.
    pub message: Words,
    /// What to do about it.
    pub help: Words,
}

/// A value in a file: where diagnostics point.
#[derive(Clone, Debug)]
pub struct Spot<'a> {
    file: &'a str,
    pointer: String,
}

impl<'a> Spot<'a> {
    /// The whole file.
    pub fn file(file: &'a str) -> Self {
        Self { file, pointer: String::new() }
    }

    /// A field or list item of this value.
    pub fn at(&self, key: impl std::fmt::Display) -> Self {
        // Made for every field of every offer: written in place, since hardly any key needs to be escaped.
        let mut pointer = String::with_capacity(self.pointer.len() + 16);
        pointer.push_str(&self.pointer);
        pointer.push('/');
        let start = pointer.len();
        let _ = write!(pointer, "{key}");
        if pointer.get(start..).is_some_and(|key| key.contains(['~', '/'])) {
            let key = pointer.split_off(start).replace('~', "~0").replace('/', "~1");
            pointer.push_str(&key);
        }
        Self { file: self.file, pointer }
    }

    /// Whether this value is another, or lies in it.
    pub fn is_in(&self, other: &Spot) -> bool {
        let rest = self.pointer.strip_prefix(&other.pointer);
        self.file == other.file && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// The value a path such as `needs/0/strength` leads to.
    pub fn down(&self, path: &str) -> Self {
        path.split('/').filter(|key| !key.is_empty()).fold(self.clone(), |spot, key| spot.at(key))
    }

    /// The file's name.
    pub fn file_name(&self) -> &'a str {
        self.file
    }

    /// An error here.
    pub fn error(&self, code: &'static str, message: Words, help: Words) -> Diagnostic {
        self.diagnostic(Severity::Error, code, message, help)
    }

    /// A warning here.
    pub fn warning(&self, code: &'static str, message: Words, help: Words) -> Diagnostic {
        self.diagnostic(Severity::Warning, code, message, help)
    }

    /// A finding here.
    pub fn diagnostic(&self, severity: Severity, code: &'static str, message: Words, help: Words) -> Diagnostic {
        Diagnostic {
            file: self.file.to_owned(),
            place: Place::Pointer(self.pointer.clone()),
            severity,
            code,
            message,
            help,
        }
    }
}
