//! Broken catalogues: for every code the smallest fault that earns it, as a file in `tests/broken/`.
//!
//! A fixture changes a sound catalogue (`tests/broken/base/`) and tells everything that must then be found.

use mantelwijzer::{
    catalogue::{
        Catalogue,
        check::{self, CHECKS, STRUCTURE},
        diagnostic::{Diagnostic, Place, Severity},
        overlay,
        parse::{self, Source},
        translation, tree,
    },
    date::Date,
};
use serde::Deserialize;
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// The files of a catalogue by name.
pub type Files = BTreeMap<String, String>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fixture {
    /// What a partner did.
    why: String,
    /// Whole files: a value, or text that is no JSON.
    #[serde(default)]
    files: BTreeMap<String, Value>,
    /// Values by `file#pointer`; a pointer that ends in `-` adds to a list.
    #[serde(default)]
    change: BTreeMap<String, Value>,
    /// What is taken out, by `file#pointer`.
    #[serde(default)]
    remove: Vec<String>,
    /// All that is found, in order: severity, code, file and place.
    found: Vec<String>,
}

#[test]
fn the_base_is_sound() {
    check(&[], base());
}

#[test]
fn each_fixture_finds_what_it_says() {
    let mut different = Vec::new();
    for (name, fixture) in fixtures() {
        let mut files = base();
        for (file, value) in fixture.files {
            let text = value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned);
            files.insert(file, text);
        }
        for (place, value) in fixture.change {
            edit(&mut files, &place, Some(value));
        }
        for place in fixture.remove {
            edit(&mut files, &place, None);
        }
        let of_its_own = fixture.found.iter().any(|line| line.contains(&format!(" {name} ")));
        assert!(of_its_own || name == "two-faults", "{name} doesn't find {name}");
        let found = lines(&files);
        if found != fixture.found {
            different.push(format!("{name} ({}): {found:#?}", fixture.why));
        }
    }
    assert!(different.is_empty(), "{}", different.join("\n"));
}

#[test]
fn every_code_has_a_file_a_fixture_and_a_line_in_the_manual() {
    let checks: BTreeSet<String> = CHECKS.iter().map(|check| check.code.to_owned()).collect();
    let in_order: Vec<String> = checks.iter().cloned().collect();
    assert_eq!(CHECKS.iter().map(|check| check.code).collect::<Vec<_>>(), in_order, "CHECKS goes by name, each once");
    let files = names_in("src/catalogue/check", "rs").into_iter().map(|name| name.replace('_', "-"));
    assert_eq!(files.collect::<BTreeSet<_>>(), checks, "files in src/catalogue/check");

    let structure: BTreeSet<String> = STRUCTURE.iter().map(|(code, _)| (*code).to_owned()).collect();
    let all: BTreeSet<String> = checks.union(&structure).cloned().collect();
    assert_eq!(all.len(), CHECKS.len() + STRUCTURE.len(), "a code in both tables");
    let mut told = names_in("tests/broken", "json");
    assert!(told.remove("two-faults"));
    assert_eq!(told, all, "fixtures in tests/broken");

    let read_me = fs::read_to_string(root().join("catalogue/README.md")).unwrap();
    let table = read_me.split("<!-- checks -->").nth(1).expect("catalogue/README.md has no `<!-- checks -->`").trim();
    assert_eq!(table, check::manual().trim(), "put this between the marks:\n\n{}", check::manual());
}

#[test]
fn everything_the_bridge_can_say_is_in_the_manual() {
    for file in [
        "parse.rs",
        "parse/bytes.rs",
        "parse/told.rs",
        "shape/look.rs",
        "build.rs",
        "build/guide.rs",
        "build/line.rs",
        "build/lists.rs",
        "build/rules.rs",
        "overlay/found.rs",
    ] {
        let source = fs::read_to_string(root().join("src/catalogue").join(file)).unwrap();
        for word in source.split('"').skip(1).step_by(2).filter(|word| looks_like_a_code(word)) {
            let is_known = STRUCTURE.iter().any(|(code, _)| *code == word);
            assert!(is_known || NO_CODES.contains(&word), "`{word}` in {file} is not in STRUCTURE");
        }
    }
}

/// Words with a hyphen in those files that name something else.
const NO_CODES: [&str; 6] = ["any-of", "all-of", "at-least", "place-in", "carer-place", "recipient-place"];

fn looks_like_a_code(word: &str) -> bool {
    word.contains('-') && mantelwijzer::id::is_id(word)
}

#[test]
fn a_cut_off_file_is_told_or_read_and_never_panics() {
    let whole = base()["partners/voorbeeld.json"].clone();
    for (length, _) in whole.char_indices() {
        let mut files = base();
        files.insert("partners/voorbeeld.json".to_owned(), whole[..length].to_owned());
        let (catalogue, found) = load(&files);
        let errors = found.iter().filter(|one| one.severity == Severity::Error).count();
        assert!(catalogue.is_some(), "after {length} bytes the other partner is lost");
        assert_eq!(errors > 0, length < whole.trim_end().len(), "after {length} bytes: {found:?}");
    }
}

#[test]
fn a_damaged_file_is_told_or_read_and_never_panics() {
    let mut random = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = |below: usize| {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        (random % below as u64) as usize
    };
    let mut read = 0;
    for round in 0..2_000 {
        let mut files = base();
        let name = files.keys().nth(next(files.len())).unwrap().clone();
        let mut bytes = files[&name].clone().into_bytes();
        for _ in 0..=next(3) {
            let at = next(bytes.len());
            bytes[at] = if round % 2 == 0 { next(256) as u8 } else { b"{}[]\",:0-9eE\\ntu \n"[next(18)] };
        }
        let Ok(text) = String::from_utf8(bytes) else { continue };
        let is_json = serde_json::from_str::<Value>(&text).is_ok();
        assert_eq!(tree::read(&text).is_ok(), is_json, "serde and our reader disagree: {text}");
        files.insert(name, text);
        let (catalogue, found) = load(&files);
        assert!(catalogue.is_some() || found.iter().any(|one| one.severity == Severity::Error));
        found.iter().for_each(is_well_said);
        read += 1;
    }
    assert!(read > 1_000, "only {read} of the damaged files were text");
}

#[test]
fn a_file_too_large_to_read_is_told() {
    let problem = parse::too_large("partners/groot.json", 100);
    assert_eq!(line(&problem), "error unreadable-file partners/groot.json");
    assert!(problem.message.nl.contains("100 MiB"), "{:?}", problem.message);
    let mut files = base();
    files.insert("partners/groot.json".to_owned(), " ".repeat(parse::LARGEST_FILE + 1));
    check(&["error unreadable-file partners/groot.json"], files);
}

#[test]
fn text_that_is_no_unicode_is_told() {
    let told = parse::text_of("partners/latin.json", b"{\n\n  \"caf\xe9\"".to_vec()).unwrap_err();
    assert_eq!(line(&told), "error unreadable-file partners/latin.json 3:7");
}

#[test]
fn rules_too_deep_to_read_are_told() {
    let deep = format!("{}{{\"all\": []}}{}", "{\"not\": ".repeat(5_000), "}".repeat(5_000));
    let mut files = base();
    let text = &files["partners/voorbeeld.json"];
    let rule = r#"{"all": [{"is": {"question": "situation", "option": "dementia"}}]}"#;
    assert!(text.contains(rule));
    let text = text.replace(rule, &deep);
    files.insert("partners/voorbeeld.json".to_owned(), text);
    let found = lines(&files);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].starts_with("error wrong-type partners/voorbeeld.json /offers/0/eligibility/not/not"),
        "{found:?}"
    );
}

#[test]
fn the_real_catalogue_has_no_errors() {
    let mut files = Files::new();
    read_into(&mut files, &root().join("catalogue"), "");
    files.retain(|name, _| !name.contains("schema"));
    let (catalogue, found) = load(&files);
    let errors: Vec<String> = found.iter().filter(|one| one.severity == Severity::Error).map(line).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    assert!(catalogue.is_some_and(|catalogue| catalogue.offers().count() >= 258));
    found.iter().for_each(is_well_said);
}

#[test]
fn the_example_and_the_rules_in_the_manual_are_sound() {
    let read_me = fs::read_to_string(root().join("catalogue/README.md")).unwrap();
    let example = read_me.split("<!-- example -->").nth(1).and_then(|rest| rest.split("```").nth(1)).unwrap();
    let cells = read_me.split('`').filter(|cell| cell.starts_with("{\"") && !cell.contains("regel"));
    let rules: Vec<Value> = cells.filter_map(|cell| serde_json::from_str(cell).ok()).collect();
    let name = "partners/het-voorbeeldhuis.json".to_owned();
    let mut files = Files::new();
    for file in ["questionnaire.json", "regions.json"] {
        files.insert(file.to_owned(), fs::read_to_string(root().join("catalogue").join(file)).unwrap());
    }
    files.insert(name.clone(), example.trim_start_matches("json").to_owned());
    let about_it =
        |files: &Files| -> Vec<String> { lines(files).into_iter().filter(|line| line.contains(&name)).collect() };
    assert_eq!(about_it(&files), Vec::<String>::new());
    let kinds = ["all", "any", "not", "is", "any-of", "all-of", "at-least", "below", "place-in", "today"];
    let is_rule = |rule: &Value| kinds.iter().any(|kind| rule.get(kind).is_some());
    let rules: Vec<Value> = rules.into_iter().filter(is_rule).collect();
    assert!(rules.len() >= 9, "{rules:?}");
    // Its example holds for its own rule.
    edit(&mut files, &format!("{name}#/examples"), None);
    for rule in rules {
        edit(&mut files, &format!("{name}#/offers/0/eligibility"), Some(rule.clone()));
        let found = about_it(&files);
        // Brussels lies outside the example's area.
        let wrong = found.iter().any(|line| line.starts_with("error") && !line.contains(" never-met "));
        assert!(!wrong, "{rule}: {found:?}");
    }
}

/// Everything found in these files is as expected.
#[track_caller]
fn check(expected: &[&str], files: Files) {
    assert_eq!(lines(&files), expected);
}

/// Everything found, a line each.
pub fn lines(files: &Files) -> Vec<String> {
    let (_, found) = load(files);
    found.iter().for_each(is_well_said);
    found.iter().map(line).collect()
}

/// What a social worker reads: no capital in front, no stop behind, no word of a programmer.
fn is_well_said(found: &Diagnostic) {
    for text in [&found.message.nl, &found.help.nl, &found.message.en, &found.help.en] {
        let first = text.chars().next().unwrap_or_else(|| panic!("nothing said: {found:?}"));
        assert!(!first.is_uppercase() && !text.ends_with('.'), "{text}");
        for word in ["struct", "enum ", "u8", "u32", "expected", "invalid", "Raw", "Option", "EOF"] {
            assert!(!outside_quotes(text).contains(word), "{text}");
        }
    }
    assert!(found.message.nl != found.message.en, "{:?} is said in one language", found.message);
    assert!(found.help.nl != found.help.en, "{:?} is said in one language", found.help);
    let known = CHECKS.iter().find(|check| check.code == found.code).map(|check| check.severity);
    let structure = STRUCTURE.iter().any(|(code, _)| *code == found.code).then_some(Severity::Error);
    assert_eq!(known.or(structure), Some(found.severity), "{}", found.code);
}

fn outside_quotes(text: &str) -> String {
    text.split('`').step_by(2).collect()
}

fn line(found: &Diagnostic) -> String {
    let severity = if found.severity == Severity::Error { "error" } else { "warning" };
    let place = match &found.place {
        Place::Pointer(pointer) => pointer.clone(),
        Place::Position { line, column } => format!("{line}:{column}"),
    };
    format!("{severity} {} {} {place}", found.code, found.file).trim_end().to_owned()
}

pub fn load(files: &Files) -> (Option<Catalogue>, Vec<Diagnostic>) {
    let source = |name: &str| {
        let (file, text) = files.get_key_value(name).unwrap_or_else(|| panic!("no {name}"));
        Source { file, text }
    };
    let partners: Vec<Source> = files.keys().filter(|name| name.starts_with("partners/")).map(|n| source(n)).collect();
    let (mut raw, mut found) = parse::parse(source("questionnaire.json"), source("regions.json"), &partners);
    if files.contains_key("guide.json") {
        found.extend(parse::parse_guide(source("guide.json"), &mut raw));
    }
    found.extend(overlays(files, &mut raw));
    for (file, text) in files.iter().filter(|(name, _)| name.starts_with("languages/")) {
        let (translated, told) = translation::parse(Source { file, text });
        raw.languages.extend(translated);
        found.extend(told);
    }
    let (catalogue, checked) = check::check(&raw, Date::parse("2026-11-22").unwrap());
    found.extend(checked);
    found.sort();
    (catalogue, found)
}

/// Reads what municipalities change, a folder each.
fn overlays(files: &Files, raw: &mut parse::RawCatalogue) -> Vec<Diagnostic> {
    let mut folders: BTreeMap<&str, (Option<Source>, Vec<Source>)> = BTreeMap::new();
    for (file, text) in files {
        let Some((folder, name)) = file.strip_prefix("overlays/").and_then(|inner| inner.split_once('/')) else {
            continue;
        };
        let (changes, partners) = folders.entry(folder).or_default();
        match name {
            "overlay.json" => *changes = Some(Source { file, text }),
            _ => partners.push(Source { file, text }),
        }
    }
    let mut found = Vec::new();
    for (folder, (changes, partners)) in folders {
        let (overlay, told) = overlay::parse(folder, changes, &partners);
        raw.overlays.push(overlay);
        found.extend(told);
    }
    found
}

pub fn edit(files: &mut Files, place: &str, value: Option<Value>) {
    let (file, pointer) = place.split_once('#').unwrap_or_else(|| panic!("no # in {place}"));
    let text = files.get_mut(file).unwrap_or_else(|| panic!("no file {file}"));
    let mut whole: Value = serde_json::from_str(text).unwrap();
    let (parent, key) = pointer.rsplit_once('/').unwrap_or_else(|| panic!("no / in {place}"));
    let parent = whole.pointer_mut(parent).unwrap_or_else(|| panic!("nothing at {place}"));
    match (parent, value) {
        (Value::Object(fields), Some(value)) => drop(fields.insert(key.to_owned(), value)),
        (Value::Object(fields), None) => drop(fields.remove(key).unwrap_or_else(|| panic!("nothing at {place}"))),
        (Value::Array(list), Some(value)) if key == "-" => list.push(value),
        (Value::Array(list), Some(value)) => list[key.parse::<usize>().unwrap()] = value,
        (Value::Array(list), None) => drop(list.remove(key.parse().unwrap())),
        (other, _) => panic!("{place} lies in {other}"),
    }
    *text = serde_json::to_string_pretty(&whole).unwrap();
}

pub fn base() -> Files {
    let mut files = Files::new();
    read_into(&mut files, &root().join("tests/broken/base"), "");
    files
}

fn read_into(files: &mut Files, folder: &Path, prefix: &str) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = format!("{prefix}{}", path.file_name().unwrap().to_str().unwrap());
        if path.is_dir() {
            read_into(files, &path, &format!("{name}/"));
        } else if name.ends_with(".json") {
            files.insert(name, fs::read_to_string(path).unwrap());
        }
    }
}

fn fixtures() -> BTreeMap<String, Fixture> {
    let read = |name: String| {
        let text = fs::read_to_string(root().join("tests/broken").join(format!("{name}.json"))).unwrap();
        let fixture = serde_json::from_str(&text).unwrap_or_else(|problem| panic!("{name}: {problem}"));
        (name, fixture)
    };
    names_in("tests/broken", "json").into_iter().map(read).collect()
}

fn names_in(folder: &str, extension: &str) -> BTreeSet<String> {
    let paths = fs::read_dir(root().join(folder)).unwrap().map(|entry| entry.unwrap().path());
    let wanted = paths.filter(|path| path.extension().is_some_and(|found| found == extension));
    wanted.map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned()).collect()
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}
