//! Workflow commands: GitHub, Forgejo and Gitea show them as annotations on the lines of a change.

use super::Told;
use std::path::Path;

/// One annotation, a line.
pub(super) fn annotation(told: &Told) -> String {
    let Told { severity, code, file, line, column, message, help, range, .. } = told;
    // An annotation stands under its last line: what goes on for fifty lines is told at the first.
    let end = match range.end.line == *line {
        true => format!(",col={column},endColumn={}", range.end.column.max(*column)),
        false => String::new(),
    };
    let (file, text) = (property(&from_here(file)), data(&format!("{message}\n{help}")));
    format!("::{severity} file={file},line={line},endLine={line}{end},title={code}::{text}\n")
}

/// The path relative to the working directory, as code hosts know it.
fn from_here(file: &str) -> String {
    let path = Path::new(file);
    let here = std::env::current_dir().ok();
    let inside = here.as_deref().and_then(|here| path.strip_prefix(here).ok()).unwrap_or(path);
    inside.strip_prefix(".").unwrap_or(inside).display().to_string().replace('\\', "/")
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
