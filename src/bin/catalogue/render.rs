//! Diagnostics as people, screen readers and programs read them. Adds the line and the column, no other information.

use crate::{CannotRun, End, Format, files};
use jsonc_parser::{ParseOptions, ast::Value, common::Ranged, parse_to_ast};
use mantelwijzer::{
    catalogue::{
        Catalogue,
        diagnostic::{Diagnostic, Place, Severity, Tongue},
        overlay,
        parse::RawCatalogue,
    },
    date::Date,
};
use serde::Serialize;
use std::{collections::BTreeMap, fmt::Write, path::PathBuf};

/// What all tasks print by.
pub struct Context {
    /// The catalogue's folder.
    pub root: PathBuf,
    /// Whether warnings count as errors.
    pub strict: bool,
    /// The language of what is printed.
    pub tongue: Tongue,
}

/// A diagnostic as JSON shows it (contract, 'The `catalogue` command').
#[derive(Serialize)]
struct Told<'a> {
    code: &'a str,
    severity: &'a str,
    file: String,
    line: usize,
    column: usize,
    pointer: &'a str,
    message: &'a str,
    help: &'a str,
}

impl Context {
    /// Prints what was found, and tells how the run ended.
    pub fn print(&self, found: &[Diagnostic], texts: &BTreeMap<String, String>, format: Format) -> End {
        files::print(&self.render(found, texts, format));
        self.end(found)
    }

    /// The catalogue, with its errors told on standard error and counted in how the run ends.
    pub fn usable(&self, today: Date) -> Result<(Catalogue, End, RawCatalogue), CannotRun> {
        let loaded = files::load(&self.root, today)?;
        // What a municipality changes for itself stands in nobody else's way.
        let counts = |one: &Diagnostic| {
            (one.severity == Severity::Error || self.strict) && !one.file.starts_with(overlay::FOLDER)
        };
        let errors: Vec<Diagnostic> = loaded.found.into_iter().filter(counts).collect();
        self.complain(&errors, &loaded.texts);
        let unusable = || CannotRun(format!("{} is geen bruikbare catalogus", self.root.display()));
        Ok((loaded.catalogue.ok_or_else(unusable)?, self.end(&errors), loaded.raw))
    }

    /// What was found as text for standard error, before a task's own output.
    pub fn complain(&self, found: &[Diagnostic], texts: &BTreeMap<String, String>) {
        eprint!("{}", self.render(found, texts, Format::Plain));
    }

    /// How a run with these findings ends.
    pub fn end(&self, found: &[Diagnostic]) -> End {
        let counts = found.iter().any(|one| one.severity == Severity::Error || self.strict);
        if counts { End::ErrorsFound } else { End::Clean }
    }

    fn render(&self, found: &[Diagnostic], texts: &BTreeMap<String, String>, format: Format) -> String {
        let mut lines = Lines { texts, parsed: None };
        let told: Vec<Told> = found.iter().map(|one| self.tell(one, &mut lines)).collect();
        match format {
            Format::Json => serde_json::to_string_pretty(&told).unwrap_or_default() + "\n",
            Format::Plain => plain(&told),
            Format::Human | Format::Github => human(found, &told, texts),
        }
    }

    fn tell<'a>(&self, one: &'a Diagnostic, lines: &mut Lines<'a>) -> Told<'a> {
        let (pointer, (line, column)) = match &one.place {
            Place::Pointer(pointer) => (pointer.as_str(), lines.locate(&one.file, pointer)),
            Place::Position { line, column } => ("", (*line, *column)),
        };
        // A file outside the folder (an answers file) is named by its own path.
        let file =
            if lines.texts.contains_key(&one.file) && !one.file.contains(':') && self.root.join(&one.file).exists() {
                self.root.join(&one.file).display().to_string()
            } else {
                one.file.clone()
            };
        let (message, help) = (one.message.in_tongue(self.tongue), one.help.in_tongue(self.tongue));
        Told { code: one.code, severity: severity(one), file, line, column, pointer, message, help }
    }
}

fn severity(one: &Diagnostic) -> &'static str {
    match one.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

fn plain(told: &[Told]) -> String {
    let mut text = String::new();
    for one in told {
        let Told { severity, code, file, line, message, help, .. } = one;
        let word = if *severity == "error" { "Fout" } else { "Let op" };
        let _ = writeln!(text, "{word}: {message}. Wat te doen: {help}. Plaats: {file}, regel {line}. Naam: {code}.");
    }
    text
}

fn human(found: &[Diagnostic], told: &[Told], texts: &BTreeMap<String, String>) -> String {
    let mut text = String::new();
    for (one, told) in found.iter().zip(told) {
        let Told { severity, code, file, line, column, message, help, .. } = told;
        let number = line.to_string();
        let gap = " ".repeat(number.len());
        let _ = writeln!(text, "{severity}[{code}]: {message}\n{gap}--> {file}:{line}:{column}");
        let source = texts.get(&one.file).and_then(|text| text.lines().nth(line.saturating_sub(1)));
        if let Some(source) = source {
            let (shown, column) = excerpt(source, *column);
            let _ = writeln!(text, "{gap} |\n{number} | {shown}\n{gap} | {}^", " ".repeat(column.saturating_sub(1)));
        }
        let _ = writeln!(text, "{gap} = {help}\n");
    }
    let count = |severity| found.iter().filter(|one| one.severity == severity).count();
    let _ = writeln!(text, "{} fouten, {} keer let op", count(Severity::Error), count(Severity::Warning));
    text
}

/// A long line, cut to what stands around the column.
fn excerpt(source: &str, column: usize) -> (String, usize) {
    let start = column.saturating_sub(60);
    let shown: String = source.chars().skip(start).take(100).collect();
    (shown, column - start.min(column))
}

/// Finds the line and column of a value. Keeps the last file parsed: diagnostics come sorted by file.
struct Lines<'a> {
    texts: &'a BTreeMap<String, String>,
    parsed: Option<(&'a str, Option<Value<'a>>)>,
}

impl<'a> Lines<'a> {
    fn locate(&mut self, file: &'a str, pointer: &str) -> (usize, usize) {
        let Some(text) = self.texts.get(file) else { return (1, 1) };
        if self.parsed.as_ref().is_none_or(|(parsed, _)| *parsed != file) {
            let parsed = parse_to_ast(text, &Default::default(), &ParseOptions::default());
            self.parsed = Some((file, parsed.ok().and_then(|parsed| parsed.value)));
        }
        let Some((_, Some(root))) = &self.parsed else { return (1, 1) };
        let offset = offset(root, pointer);
        let before = text.get(..offset).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let column = before.get(line_start..).unwrap_or_default().chars().count() + 1;
        (1 + before.matches('\n').count(), column)
    }
}

/// Where the value that a pointer names begins; where a part of it is missing, the last part that exists.
fn offset(root: &Value, pointer: &str) -> usize {
    let mut value = root;
    let mut found = root.start();
    for key in pointer.split('/').skip(1).map(|key| key.replace("~1", "/").replace("~0", "~")) {
        let next = match value {
            Value::Object(object) => {
                object.properties.iter().find(|property| property.name.as_str() == key).map(|property| {
                    found = property.name.start();
                    &property.value
                })
            }
            Value::Array(array) => key.parse::<usize>().ok().and_then(|index| array.elements.get(index)),
            Value::StringLit(_) | Value::NumberLit(_) | Value::BooleanLit(_) | Value::NullKeyword(_) => None,
        };
        let Some(next) = next else { return found };
        value = next;
        found = value.start();
    }
    found
}
