//! `manual`: the parts of the partners' manual that are made from the program and the catalogue.

use crate::{CannotRun, End, files, render::Context};
use mantelwijzer::{
    catalogue::{
        OfferKind, check,
        fields::{FIELDS, WORDS, field, meaning, words},
        freshness::usual_months,
        raw::{RawKind, RawQuestion, RawQuestionnaire, RawRegions, RawText, RawUnit},
    },
    date::Date,
    exchange, says,
    sentence::Clauses,
};
use std::fmt::Write;

/// Each part stands between two of these marks: `<!-- fields -->`.
const README: &str = "README.md";

pub fn run(context: &Context, write: bool, today: Date) -> Result<End, CannotRun> {
    let raw = files::load(&context.root, today)?.raw;
    let unread = || context.unusable();
    let (_, questionnaire) = raw.questionnaire.as_ref().ok_or_else(unread)?;
    let (_, regions) = raw.regions.as_ref().ok_or_else(unread)?;
    let path = context.root.join(README);
    let manual = files::read(&path, README)?.map_err(|problem| CannotRun(problem.message))?;
    let parts = [
        ("contents", contents(&manual)),
        ("intervals", intervals()),
        ("fields", fields()),
        ("words", closed_lists()),
        ("questions", questions(questionnaire, &Clauses::new(questionnaire, regions))),
        ("regions", places(regions)),
        ("findings", exchange::manual()),
        ("plain-words", check::plain_words()),
        ("checks", check::manual()),
    ];
    if !write {
        parts.iter().for_each(|(name, text)| files::print(&format!("{}\n", between(name, text))));
        return Ok(End::Clean);
    }
    let mut filled = manual;
    for (name, text) in &parts {
        let mark = mark(name);
        let pieces: Vec<&str> = filled.split(&mark).collect();
        let [before, _, after] = pieces.as_slice() else {
            let path = path.display();
            let words = says!("in {path} moet {mark} precies twee keer staan", "{path} must have {mark} exactly twice");
            return Err(CannotRun(words));
        };
        filled = format!("{before}{}{after}", between(name, text));
    }
    files::write(&path, &filled)?;
    Ok(End::Clean)
}

fn mark(name: &str) -> String {
    format!("<!-- {name} -->")
}

fn between(name: &str, text: &str) -> String {
    format!("{mark}\n\n{}\n\n{mark}", text.trim(), mark = mark(name))
}

/// A line for each chapter.
fn contents(manual: &str) -> String {
    let mut lines = String::new();
    for chapter in manual.lines().filter_map(|line| line.strip_prefix("## ")) {
        let is_kept = |letter: &char| letter.is_alphanumeric() || [' ', '-', '_'].contains(letter);
        let anchor: String = chapter.to_lowercase().chars().filter(is_kept).collect();
        let _ = writeln!(lines, "- [{chapter}](#{})", anchor.replace(' ', "-"));
    }
    lines
}

/// After how many months each kind of help is looked at again.
fn intervals() -> String {
    let mut text = "| Soort hulp | Nakijken na |\n| --- | --- |\n".to_owned();
    for kind in OfferKind::ALL {
        let word = serde_json::to_value(kind).unwrap_or_default();
        let word = word.as_str().unwrap_or_default();
        let says = meaning("offers/kind", word).map_or("", |meaning| meaning.says.nl);
        let _ = writeln!(text, "| `{word}`: {says} | {} maanden |", usual_months(*kind));
    }
    text
}

/// The fields in the groups in which they stand in a file: a heading, what their paths begin with, and what doesn't count.
const GROUPS: [(&str, &str, &str); 5] = [
    ("Het bestand en uw organisatie", "", ""),
    ("Een aanbod", "offers/", "offers/eligibility/"),
    ("Een regel", "offers/eligibility/", ""),
    ("Een voorbeeld", "examples/", ""),
    ("Een tekst", "text/", ""),
];

fn fields() -> String {
    let group_of = |path: &str| {
        let fits = |(_, begin, except): &&(&str, &str, &str)| {
            path.starts_with(begin) && (except.is_empty() || !path.starts_with(except)) && !begin.is_empty()
        };
        GROUPS.iter().find(fits).map_or(GROUPS[0].0, |group| group.0)
    };
    let mut text = String::new();
    for (heading, begin, _) in GROUPS {
        let _ = write!(text, "### {heading}\n\n| Veld | Wat het is | Wat vult u in |\n| --- | --- | --- |\n");
        for field in FIELDS.iter().filter(|field| group_of(field.path) == heading) {
            let name = field.path.strip_prefix(begin).unwrap_or(field.path);
            let _ = writeln!(text, "| `{name}` | {} | {} |", field.label.nl, field.help.nl);
        }
        text.push('\n');
    }
    text
}

fn closed_lists() -> String {
    let mut lists: Vec<&str> = WORDS.iter().map(|meaning| meaning.list).collect();
    lists.dedup();
    let mut text = String::new();
    for list in lists {
        let label = field(list).map_or(list, |field| field.label.nl);
        let name = list.strip_prefix("offers/").unwrap_or(list);
        let _ = write!(text, "### `{name}`: {}\n\n| Woord | Wat het betekent |\n| --- | --- |\n", small(label));
        for meaning in words(list) {
            let _ = writeln!(text, "| `{}` | {} |", meaning.word, meaning.says.nl);
        }
        text.push('\n');
    }
    text
}

/// A label within a line.
fn small(label: &str) -> String {
    let mut letters = label.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

fn questions(questionnaire: &RawQuestionnaire, clauses: &Clauses) -> String {
    let mut text = String::new();
    for question in &questionnaire.questions {
        let _ = write!(text, "### `{}`: {}\n\n{}\n\n", question.id, dutch(&question.text), kind(question));
        if question.options.is_empty() {
            continue;
        }
        text.push_str("| Antwoord | Wat de mantelzorger leest | In een regel: voor wie … |\n| --- | --- | --- |\n");
        for option in &question.options {
            let clause = clauses.option(&question.id, &option.id);
            let _ = writeln!(text, "| `{}` | {} | {clause} |", option.id, dutch(&option.text));
        }
        text.push('\n');
    }
    text
}

/// How a question is answered, and what a rule can do with it.
fn kind(question: &RawQuestion) -> String {
    let use_of = match question.id.as_str() {
        "needs" => " Deze antwoorden zijn de behoeften: u noemt ze bij `needs` van een aanbod.",
        "phase" => " Deze antwoorden zijn de fasen: u noemt ze bij `phases` van een aanbod.",
        _ => "",
    };
    let answers = match (question.kind, question.unit) {
        (RawKind::Single, _) => "Eén antwoord. In een regel: `is` of `any-of`.",
        (RawKind::Multi, _) => "Een of meer antwoorden. In een regel: `is`, `any-of` of `all-of`.",
        (RawKind::Place, _) => "Een plaats. In een regel: `place-in`, met gebieden.",
        (RawKind::Range, Some(RawUnit::Years)) => "Een getal: jaren. In een regel: `at-least` of `below`.",
        (RawKind::Range, Some(RawUnit::HoursPerWeek)) => {
            "Een getal: uren per week. In een regel: `at-least` of `below`."
        }
        (RawKind::Range, Some(RawUnit::Months)) => "Een getal: maanden. In een regel: `at-least` of `below`.",
        (RawKind::Range, Some(RawUnit::Weeks)) => "Een getal: weken. In een regel: `at-least` of `below`.",
        (RawKind::Range, None) => "Een getal. In een regel: `at-least` of `below`.",
    };
    format!("{answers}{use_of}")
}

/// Countries, regions and provinces, each below the one it lies in.
fn places(regions: &RawRegions) -> String {
    let mut text = "| Id | Gebied | Ligt in |\n| --- | --- | --- |\n".to_owned();
    for region in &regions.regions {
        let around = region.within.as_ref().map_or_else(String::new, |id| format!("`{id}`"));
        let _ = writeln!(text, "| `{}` | {} | {around} |", region.id, dutch(&region.name));
    }
    text
}

fn dutch(text: &RawText) -> &str {
    text.nl.as_deref().unwrap_or_default()
}
