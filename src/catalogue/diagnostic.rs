//! What a check finds, as data.

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The catalogue can't be published like this.
    Error,
    /// Someone should look at it.
    Warning,
}

/// Where in a file something was found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
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
    /// What is wrong, in Dutch, for someone who is no programmer.
    pub message: String,
    /// What to do about it.
    pub help: String,
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
        let key = key.to_string().replace('~', "~0").replace('/', "~1");
        Self { file: self.file, pointer: format!("{}/{key}", self.pointer) }
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
    pub fn error(&self, code: &'static str, message: impl Into<String>, help: impl Into<String>) -> Diagnostic {
        self.diagnostic(Severity::Error, code, message.into(), help.into())
    }

    /// A warning here.
    pub fn warning(&self, code: &'static str, message: impl Into<String>, help: impl Into<String>) -> Diagnostic {
        self.diagnostic(Severity::Warning, code, message.into(), help.into())
    }

    /// A finding here.
    pub fn diagnostic(&self, severity: Severity, code: &'static str, message: String, help: String) -> Diagnostic {
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
