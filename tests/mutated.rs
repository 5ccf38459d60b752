//! Mutated catalogues: what a tired partner does to a file, over and over, each told on the line where it was done.
//!
//! The real catalogue is read in rounds. In each round nearly every partner's file has one fault of its own, of another
//! kind than its neighbours: so each fault is found among all others, in the whole catalogue, without reading that
//! catalogue hundreds of times. A fault in questions, places or guide touches everything: those have a round each,
//! with a third of the partners.

use mantelwijzer::{
    catalogue::{
        check,
        diagnostic::{Diagnostic, Severity},
        locate::{Located, in_order},
        parse::{self, Source},
    },
    date::Date,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

mod forms;
mod kinds;
mod shared;
use kinds::{Change, Kind, PARTNER};
use shared::SHARED;

type Files = BTreeMap<String, String>;

/// How often each partner's file is mutated.
const ROUNDS: usize = 3;

/// A file with a fault, and where the fault must be told.
struct Case {
    kind: &'static str,
    code: &'static str,
    file: String,
    line: usize,
}

#[test]
fn every_mutation_is_told_on_its_line_and_nothing_else_is() {
    let real = real();
    let partners: Vec<&String> = real.keys().filter(|name| name.starts_with("partners/")).collect();
    let mut wrong = Vec::new();
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for round in 0..ROUNDS {
        let mut files = real.clone();
        let mut cases = Vec::new();
        // The first file stays as it is: others repeat its id.
        for (position, file) in partners.iter().enumerate().skip(1) {
            // The kind that was tried least: so the rare ones get the few files they fit.
            let fitting = (0..PARTNER.len()).filter_map(|next| {
                let kind = &PARTNER[(position + next) % PARTNER.len()];
                Some((kind, mutate(&real[*file], &kind.change, position + round)?))
            });
            let least = fitting.min_by_key(|(kind, _)| seen.get(kind.name).copied().unwrap_or_default());
            let Some((kind, (text, line))) = least else { continue };
            *seen.entry(kind.name).or_default() += 1;
            files.insert((*file).clone(), text);
            cases.push(case(kind, file, line));
        }
        check_round(&files, &cases, &mut wrong);
    }
    for (file, kind) in SHARED {
        let mut files = real.clone();
        files.retain(|name, _| !name.starts_with("partners/") || name.len() % 3 == 0);
        let (text, line) = mutate(&real[*file], &kind.change, 0).unwrap_or_else(|| panic!("{} in {file}", kind.name));
        files.insert((*file).to_owned(), text);
        let cases = [case(kind, file, line)];
        check_round(&files, &cases, &mut wrong);
        *seen.entry(kind.name).or_default() += 1;
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    let total: usize = seen.values().sum();
    assert!(total >= 300, "only {total} mutations");
    let kinds: BTreeSet<&str> =
        PARTNER.iter().map(|kind| kind.name).chain(SHARED.iter().map(|(_, k)| k.name)).collect();
    let missing: Vec<&&str> = kinds.iter().filter(|name| !seen.contains_key(**name)).collect();
    assert!(missing.is_empty(), "never tried: {missing:?}");
}

#[test]
fn faults_of_every_kind_in_one_file_are_all_told() {
    let mut files = real();
    let text = files.get_mut("partners/samana.json").expect("there");
    let changes = [
        ("\"gives\":", "\"givs\":", "unknown-field"),
        ("\"website\": \"https://www.samana.be\",", "\"website\": 12,", "wrong-type"),
        ("\"strength\": 3", "\"strength\": 300", "wrong-number"),
        ("\"any-of\":", "\"anyof\":", "unknown-word"),
        ("      \"conditions\": [],\n", "", "missing-field"),
    ];
    for (old, new, _) in changes {
        assert!(text.contains(old), "{old}");
        *text = text.replacen(old, new, 1);
    }
    let (_, found) = load(&files);
    let codes: BTreeSet<&str> = errors(&found, "partners/samana.json").map(|one| one.code).collect();
    assert_eq!(codes, changes.iter().map(|(_, _, code)| *code).collect());
    assert_eq!(errors(&found, "partners/samana.json").count(), changes.len(), "each is told once");
}

#[test]
fn what_was_found_goes_by_file_and_line() {
    let mut files = real();
    let text = files.get_mut("partners/werkgever-en-rva.json").expect("there");
    // The file has more than ten offers: their pointers are no order.
    *text = text.replace("\"strength\": ", "\"strength\": 7");
    let (_, mut found) = load(&files);
    in_order(&mut found, &files);
    let places: Vec<(&str, usize, &str)> =
        found.iter().map(|one| (one.file.as_str(), line(&files[&one.file], one), one.code)).collect();
    assert!(places.is_sorted());
    assert!(places.iter().filter(|(_, _, code)| *code == "wrong-strength").count() > 5);
}

fn case(kind: &Kind, file: &str, line: usize) -> Case {
    Case { kind: kind.name, code: kind.code, file: file.to_owned(), line }
}

/// Each case is told, once and on its line; nothing else is an error.
fn check_round(files: &Files, cases: &[Case], wrong: &mut Vec<String>) {
    let (read, found) = load(files);
    for case in cases {
        let told: Vec<String> = errors(&found, &case.file).map(|one| describe(files, one)).collect();
        let expected = format!("{} {}", case.code, case.line);
        if told != [expected.clone()] {
            wrong.push(format!("{} in {}: {expected} expected, {told:?} told", case.kind, case.file));
        }
    }
    for file in files.keys().filter(|file| cases.iter().all(|case| case.file != **file)) {
        wrong.extend(errors(&found, file).map(|one| format!("{file} is sound: {}", describe(files, one))));
    }
    assert!(read || cases.len() == 1, "the whole catalogue is lost to a fault in a partner's file");
}

fn errors<'a>(found: &'a [Diagnostic], file: &str) -> impl Iterator<Item = &'a Diagnostic> {
    found.iter().filter(move |one| one.file == file && one.severity == Severity::Error)
}

fn describe(files: &Files, one: &Diagnostic) -> String {
    format!("{} {}", one.code, line(&files[&one.file], one))
}

fn line(text: &str, one: &Diagnostic) -> usize {
    Located::new(text).range(one).start.line
}

/// The text with the change, and the line on which it must be told.
fn mutate(text: &str, change: &Change, seed: usize) -> Option<(String, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    let put = |at: usize, new: String| {
        let mut lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
        lines[at] = new;
        lines.join("\n") + "\n"
    };
    let choose = |fits: &dyn Fn(&str) -> bool| {
        let fitting: Vec<usize> = (0..lines.len()).filter(|at| fits(lines[*at])).collect();
        (!fitting.is_empty()).then(|| fitting[seed % fitting.len()])
    };
    match change {
        Change::Swap(old, new) => {
            let at = choose(&|line| line.contains(old))?;
            Some((put(at, lines[at].replacen(old, new, 1)), at + 1))
        }
        Change::Edit(edit) => {
            let at = choose(&|line| edit(line).is_some_and(|new| new != line))?;
            Some((put(at, edit(lines[at])?), at + 1))
        }
        Change::Leave(start, open) => {
            let at = choose(&|line| line.starts_with(start) && line.ends_with(','))?;
            let told = lines[..at].iter().rposition(|line| line.starts_with(open))?;
            let left: Vec<&str> =
                lines.iter().enumerate().filter(|(line, _)| *line != at).map(|(_, line)| *line).collect();
            Some((left.join("\n") + "\n", told + 1))
        }
        Change::Twice(start) => {
            let at = choose(&|line| line.starts_with(start) && line.ends_with(','))?;
            Some((put(at, format!("{}\n{}", lines[at], lines[at])), at + 2))
        }
        Change::Comma => {
            let is_last = |at: usize| !lines.get(at + 1).is_some_and(|next| next.trim_start().starts_with(['"', '{']));
            let fitting: Vec<usize> =
                (3..lines.len()).filter(|at| lines[*at].ends_with(',') && !is_last(*at)).collect();
            let at = fitting[seed * 7 % fitting.len()];
            Some((put(at, lines[at].trim_end_matches(',').to_owned()), at + 1))
        }
        Change::Cut => {
            let long: Vec<usize> = (4..lines.len()).filter(|at| lines[*at].len() > 20).collect();
            let at = long[seed * 7 % long.len()];
            let half: String = lines[at].chars().take(lines[at].chars().count().div_ceil(2) + 2).collect();
            Some((lines[..at].iter().map(|line| format!("{line}\n")).collect::<String>() + &half, at + 1))
        }
        Change::Append(more) => Some((format!("{text}{more}\n"), lines.len() + 1)),
    }
}

fn load(files: &Files) -> (bool, Vec<Diagnostic>) {
    let source = |name: &str| {
        let (file, text) = files.get_key_value(name).unwrap_or_else(|| panic!("no {name}"));
        Source { file, text }
    };
    let partners: Vec<Source> = files.keys().filter(|name| name.starts_with("partners/")).map(|n| source(n)).collect();
    let (mut raw, mut found) = parse::parse(source("questionnaire.json"), source("regions.json"), &partners);
    found.extend(parse::parse_guide(source("guide.json"), &mut raw));
    let (catalogue, checked) = check::check(&raw, Date::parse("2026-11-22").expect("a day"));
    found.extend(checked);
    (catalogue.is_some(), found)
}

fn real() -> Files {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogue");
    let mut files = Files::new();
    for name in ["questionnaire.json", "regions.json", "guide.json"] {
        files.insert(name.to_owned(), fs::read_to_string(root.join(name)).expect("readable"));
    }
    for entry in fs::read_dir(root.join("partners")).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().and_then(|name| name.to_str()).expect("a name");
        files.insert(format!("partners/{name}"), fs::read_to_string(&path).expect("readable"));
    }
    files
}

#[test]
fn a_fault_in_the_shape_hides_no_fault_beside_it() {
    let mut files = real();
    let text = files.get_mut("partners/samana.json").expect("there");
    let changes = [
        ("\"kind\": \"peer-support\"", "\"kind\": \"peer-suport\"", "unknown-word"),
        ("\"first_step\":", "\"frist_step\":", "unknown-field"),
        ("\"strength\": 3", "\"strength\": \"3\"", "wrong-type"),
        ("\"be-vlg\"", "\"be-vgl\"", "unknown-region"),
        ("\"chronic-illness\"", "\"chronic-ilness\"", "unknown-option"),
        ("\"2021-09\"", "\"2021-19\"", "malformed-date"),
        (
            "mantelzorg@samana.be\",\n        \"website\"",
            "mantelzorg.samana.be\",\n        \"website\"",
            "email-not-valid",
        ),
    ];
    for (old, new, _) in changes {
        assert!(text.contains(old), "{old}");
        *text = text.replacen(old, new, 1);
    }
    let (_, found) = load(&files);
    let told: BTreeSet<&str> = errors(&found, "partners/samana.json").map(|one| one.code).collect();
    assert_eq!(told, changes.iter().map(|(_, _, code)| *code).collect());
}
