//! A finding with its line of the file, and what it is about underlined.

use super::Told;
use crate::files;
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet, renderer::DecorStyle};
use mantelwijzer::catalogue::{diagnostic::Tongue, locate::Located};

/// Wide enough for most terminals; a longer line is shown as far as it matters.
const WIDTH: usize = 120;

/// More of one value than this is not underlined: a text of 300 characters would hide where it begins.
const LONGEST: usize = 80;

pub(super) struct Pen {
    tongue: Tongue,
    renderer: Renderer,
}

impl Pen {
    pub(super) fn new(tongue: Tongue, colours: bool) -> Self {
        let renderer = if colours { Renderer::styled() } else { Renderer::plain() };
        Self { tongue, renderer: renderer.term_width(WIDTH).decor_style(DecorStyle::Ascii) }
    }

    pub(super) fn draw(&self, told: &Told, located: Option<&Located>) -> String {
        let is_error = told.severity == "error";
        let (level, help) = match (self.tongue, is_error) {
            (Tongue::Nl, true) => (Level::ERROR.with_name("fout"), "wat te doen"),
            (Tongue::Nl, false) => (Level::WARNING.with_name("let op"), "wat te doen"),
            (Tongue::En, true) => (Level::ERROR, "help"),
            (Tongue::En, false) => (Level::WARNING, "help"),
        };
        let title = level.primary_title(&*told.message).id(told.code);
        let help = Level::HELP.with_name(help).message(&*told.help);
        let shown = located.and_then(|located| Shown::of(told, located));
        let report = match &shown {
            Some(shown) => {
                let underlined = AnnotationKind::Primary.span(shown.underlined.clone());
                let snippet = Snippet::source(&shown.text).line_start(shown.first).path(&told.file).fold(false);
                [title.element(snippet.annotation(underlined)).element(help)]
            }
            None => {
                let origin = annotate_snippets::Origin::path(&told.file).line(told.line).char_column(told.column);
                [title.element(origin).element(help)]
            }
        };
        self.renderer.render(&report) + "\n\n"
    }
}

/// The lines to show, and the bytes of them to underline.
struct Shown {
    text: String,
    first: usize,
    underlined: std::ops::Range<usize>,
}

impl Shown {
    fn of(told: &Told, located: &Located) -> Option<Self> {
        // What a terminal would obey is one other sign: so what is underlined stays in its place.
        let line = |number| {
            let line = located.line(number)?;
            Some(line.trim_end_matches('\r').replace(files::is_obeyed, "\u{fffd}"))
        };
        let following = line(told.line + 1);
        let preceding = told.line.checked_sub(1).and_then(line);
        let line = line(told.line)?;
        let until = if told.range.end.line == told.line { told.range.end.column } else { usize::MAX };
        let byte = |column: usize| line.char_indices().nth(column - 1).map_or(line.trim_end().len(), |(at, _)| at);
        let start = byte(told.column);
        let mut end = byte(until.min(told.column + LONGEST)).max(start);
        if end == start {
            // A place between two characters: one of them is underlined, or the space after the line.
            end = line.get(start..).and_then(|rest| rest.chars().next()).map_or(start, |sign| start + sign.len_utf8());
        }
        let is_bracket = line.trim().len() == 1;
        let before = preceding.filter(|_| told.pointer.is_empty() && !is_bracket).map(|line| format!("{line}\n"));
        // A bracket by itself tells nothing: the line after it names what it opens.
        let after = following.filter(|_| is_bracket).map(|line| format!("\n{line}"));
        let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
        let offset = before.len();
        let first = told.line - usize::from(offset > 0);
        Some(Self { text: format!("{before}{line}{after}"), first, underlined: offset + start..offset + end })
    }
}
