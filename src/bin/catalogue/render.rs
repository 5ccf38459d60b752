//! Diagnostics as people, screen readers, programs and code hosts read them. Adds where they stand, nothing else.

use crate::{CannotRun, End, Format, files};
use mantelwijzer::{
    catalogue::{
        Catalogue,
        diagnostic::{Diagnostic, Place, Severity, Tongue, Words},
        locate::{Located, Position, Range},
        overlay,
        parse::RawCatalogue,
    },
    date::Date,
    says,
};
use serde::Serialize;
use std::{
    borrow::Cow,
    collections::BTreeMap,
    fmt::Write,
    io::{self, IsTerminal},
    path::PathBuf,
};

mod github;
mod human;

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
    message: Cow<'a, str>,
    help: Cow<'a, str>,
    /// All that it is about, for who draws it.
    #[serde(skip)]
    range: Range,
}

impl Told<'_> {
    /// As words on one line: what a partner wrote, or called a file, is nothing for a terminal to obey.
    fn in_words(self) -> Self {
        let words = |text: &str| files::harmless(text).replace('\n', "\\u000a");
        Self { file: words(&self.file), message: words(&self.message).into(), help: words(&self.help).into(), ..self }
    }
}

/// The files that findings are about, each read when the first finding in it is told.
struct Files<'a> {
    texts: &'a BTreeMap<String, String>,
    located: BTreeMap<&'a str, Located<'a>>,
}

impl<'a> Files<'a> {
    fn get(&mut self, file: &str) -> Option<&Located<'a>> {
        let (name, text) = self.texts.get_key_value(file)?;
        Some(self.located.entry(name).or_insert_with(|| Located::new(text)))
    }
}

impl Context {
    /// Prints what was found, and tells how the run ended.
    pub fn print(&self, found: &[Diagnostic], texts: &BTreeMap<String, String>, format: Format) -> End {
        files::print_drawn(&self.render(found, texts, format));
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
        Ok((loaded.catalogue.ok_or_else(|| self.unusable())?, self.end(&errors), loaded.raw))
    }

    /// Why nothing can be done with this folder.
    pub fn unusable(&self) -> CannotRun {
        let root = self.root.display();
        CannotRun(says!("{root} is geen bruikbare catalogus", "{root} is no catalogue that can be used"))
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

    /// Words in the language of this run.
    pub fn say<'w>(&self, words: &'w Words) -> &'w str {
        words.in_tongue(self.tongue)
    }

    fn render(&self, found: &[Diagnostic], texts: &BTreeMap<String, String>, format: Format) -> String {
        let mut files = Files { texts, located: BTreeMap::new() };
        let told = found.iter().map(|one| self.tell(one, &mut files));
        match format {
            Format::Json => {
                let told: Vec<Told> = told.collect();
                files::harmless(&serde_json::to_string_pretty(&told).unwrap_or_default()) + "\n"
            }
            Format::Plain => told.map(|one| self.plain(&one.in_words())).collect(),
            Format::Github => told.map(|one| github::annotation(&one.in_words())).collect(),
            Format::Human => {
                let told: Vec<Told> = told.map(Told::in_words).collect();
                let draw = human::Pen::new(self.tongue, colours());
                let drawn = found.iter().zip(&told).map(|(one, told)| draw.draw(told, files.get(&one.file)));
                drawn.collect::<String>() + &self.counted(found)
            }
        }
    }

    fn tell<'a>(&self, one: &'a Diagnostic, files: &mut Files) -> Told<'a> {
        let pointer = match &one.place {
            Place::Pointer(pointer) => pointer.as_str(),
            Place::Position { .. } => "",
        };
        let first = Position { line: 1, column: 1 };
        let range = match (files.get(&one.file), &one.place) {
            (Some(located), _) => located.range(one),
            (None, Place::Position { line, column }) => {
                let position = Position { line: *line, column: *column };
                Range { start: position, end: position }
            }
            (None, Place::Pointer(_)) => Range { start: first, end: first },
        };
        Told {
            code: one.code,
            severity: match one.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
            },
            file: self.name_of(one),
            line: range.start.line,
            column: range.start.column,
            pointer,
            message: self.say(&one.message).into(),
            help: self.say(&one.help).into(),
            range,
        }
    }

    /// The file as seen from here. One outside the folder (an answers file) is named by its own path.
    fn name_of(&self, one: &Diagnostic) -> String {
        let inside = self.root.join(&one.file);
        if inside.exists() { inside.display().to_string() } else { one.file.clone() }
    }

    fn plain(&self, one: &Told) -> String {
        let Told { severity, code, file, line, message, help, .. } = one;
        let is_error = *severity == "error";
        let help = if help.ends_with('?') { help.to_string() } else { format!("{help}.") };
        match self.tongue {
            Tongue::Nl => {
                let word = if is_error { "Fout" } else { "Let op" };
                format!("{word}: {message}. Wat te doen: {help} Plaats: {file}, regel {line}. Naam: {code}.\n")
            }
            Tongue::En => {
                let word = if is_error { "Error" } else { "Warning" };
                format!("{word}: {message}. What to do: {help} Place: {file}, line {line}. Name: {code}.\n")
            }
        }
    }

    fn counted(&self, found: &[Diagnostic]) -> String {
        let count = |severity| found.iter().filter(|one| one.severity == severity).count();
        let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
        let mut text = String::new();
        let _ = match self.tongue {
            Tongue::Nl => {
                let word = if errors == 1 { "fout" } else { "fouten" };
                writeln!(text, "{errors} {word}, {warnings} keer let op")
            }
            Tongue::En => {
                let (error, warning) = (plural("error", errors), plural("warning", warnings));
                writeln!(text, "{errors} {error}, {warnings} {warning}")
            }
        };
        text
    }
}

fn plural(word: &str, count: usize) -> String {
    if count == 1 { word.to_owned() } else { format!("{word}s") }
}

/// Why a task that publishes wrote no file.
pub fn nothing_written() -> Words {
    says!("er is niets geschreven: los eerst de fouten op", "nothing was written: mend the errors first")
}

/// Whether standard output shows colours (<https://no-color.org>).
fn colours() -> bool {
    io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}
