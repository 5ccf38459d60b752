//! The manual is complete: every field has words, and what is generated stands in `catalogue/README.md`.

use mantelwijzer::{
    catalogue::{
        check::check,
        diagnostic::Severity,
        fields::{FIELDS, WORDS},
        parse::{Source, parse},
        raw::RawRule,
    },
    date::Date,
    sentence::Clauses,
};
use serde_json::{Value, json};
use std::{
    collections::BTreeSet,
    fs,
    path::Path,
    process::{Command, Output},
};

fn read(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).expect("readable")
}

/// The paths of all fields of the partner's file, and the words of its closed lists, as the schema has them.
#[derive(Default)]
struct Schema {
    fields: BTreeSet<String>,
    words: BTreeSet<(String, String)>,
    needed: BTreeSet<String>,
}

impl Schema {
    fn read() -> Self {
        let whole: Value = serde_json::from_str(&read("catalogue/catalogue.schema.json")).expect("JSON");
        let mut found = Self::default();
        found.see(&whole, &whole, "");
        found
    }

    /// Takes in a value at a path: its fields, its words, and what it refers to.
    fn see(&mut self, whole: &Value, value: &Value, path: &str) {
        if let Some(name) = value["$ref"].as_str().and_then(|name| name.strip_prefix("#/$defs/")) {
            // A text and a rule are told of once.
            let is_repeated_rule = name == "RawRule" && path != "offers/eligibility";
            let path = if name == "RawText" { "text" } else { path };
            if !is_repeated_rule {
                self.see(whole, &whole["$defs"][name], path);
            }
        }
        if let Some(word) = value["const"].as_str() {
            self.words.insert((path.to_owned(), word.to_owned()));
        }
        for (name, field) in value["properties"].as_object().into_iter().flatten() {
            let path = format!("{path}/{name}").trim_start_matches('/').to_owned();
            self.see(whole, field, &path);
            let needed = value["required"].as_array().into_iter().flatten();
            self.needed.extend(needed.filter(|one| *one == name.as_str()).map(|_| path.clone()));
            self.fields.insert(path);
        }
        for choice in ["oneOf", "anyOf"].iter().filter_map(|key| value[key].as_array()).flatten() {
            self.see(whole, choice, path);
        }
        if value["items"].is_object() {
            self.see(whole, &value["items"], path);
        }
    }
}

#[test]
fn every_field_of_a_partners_file_has_words_and_nothing_else_has() {
    let told: BTreeSet<String> = FIELDS.iter().map(|field| field.path.to_owned()).collect();
    assert_eq!(told.len(), FIELDS.len(), "a field is told of twice");
    assert_eq!(told, Schema::read().fields);
}

#[test]
fn help_says_which_fields_may_be_left_out() {
    let mut needed = Schema::read().needed;
    // It may be `null`, and yet it may not be left out: the schema can't say so.
    needed.insert("offers/checked_on".to_owned());
    // What belongs together in a rule, a text or an example is told where these begin.
    let told_apart = ["offers/eligibility/", "examples/", "text/"];
    for field in FIELDS.iter().filter(|field| !told_apart.iter().any(|begin| field.path.starts_with(begin))) {
        let is_needed = needed.contains(field.path);
        let says = [field.help.nl.contains("Mag weg"), field.help.en.contains("May be left out")];
        let leave_it_out = field.help.nl.contains("Laat het weg");
        assert_eq!(says.map(|says| says || leave_it_out), [!is_needed; 2], "{}", field.path);
    }
}

#[test]
fn every_word_of_a_closed_list_has_a_meaning_and_nothing_else_has() {
    // The schema knows these as numbers.
    let numbers = ["offers/needs/strength", "offers/line/open/days"];
    let told: Vec<(String, String)> = WORDS.iter().map(|one| (one.list.to_owned(), one.word.to_owned())).collect();
    let without_numbers: BTreeSet<_> =
        told.iter().filter(|(list, _)| !numbers.contains(&list.as_str())).cloned().collect();
    assert_eq!(told.iter().collect::<BTreeSet<_>>().len(), told.len(), "a word is told of twice");
    assert_eq!(without_numbers, Schema::read().words);
}

#[test]
fn labels_are_short_and_help_is_a_sentence_in_both_languages() {
    for field in FIELDS {
        for (label, help) in [(field.label.nl, field.help.nl), (field.label.en, field.help.en)] {
            assert!(label.split(' ').count() <= 5 && !label.ends_with('.'), "{}: {label}", field.path);
            assert!(help.ends_with(['.', '`']), "{}: {help}", field.path);
            assert_eq!(help.matches('`').count() % 2, 0, "{}: {help}", field.path);
            let too_long = help.split(['.', '?', ':']).find(|sentence| sentence.split_whitespace().count() > 20);
            assert_eq!(too_long, None, "{}", field.path);
        }
    }
}

fn catalogue(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_catalogue"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments).output().expect("it runs")
}

#[test]
fn the_manual_has_what_is_generated() {
    let manual = read("catalogue/README.md");
    let generated = String::from_utf8(catalogue(&["manual"]).stdout).expect("text");
    let mut seen = 0;
    for part in generated.split("<!-- ").skip(1) {
        let (name, text) = part.split_once(" -->").expect("a mark");
        if text.trim().is_empty() {
            continue; // the mark at its end
        }
        let mark = format!("<!-- {name} -->");
        assert_eq!(manual.matches(&mark).count(), 2, "{mark}");
        let told = manual.split(&mark).nth(1).expect("between its marks").trim();
        assert!(told == text.trim(), "{name} is old: run `cargo catalogue manual --write`");
        seen += 1;
    }
    assert_eq!(seen, 9);
}

#[test]
fn every_link_and_command_in_the_manual_leads_somewhere() {
    let manual = read("catalogue/README.md");
    let contents: BTreeSet<&str> = manual.split("](#").skip(1).filter_map(|rest| rest.split(')').next()).collect();
    let is_kept = |letter: &char| letter.is_alphanumeric() || " -_".contains(*letter);
    let headings = manual.lines().filter(|line| line.starts_with('#')).map(|line| {
        let heading = line.trim_start_matches('#').trim().to_lowercase();
        heading.chars().filter(is_kept).collect::<String>().replace(' ', "-")
    });
    let headings: BTreeSet<String> = headings.collect();
    let lost: Vec<&&str> = contents.iter().filter(|anchor| !headings.contains(**anchor)).collect();
    assert!(lost.is_empty() && contents.len() > 15, "{lost:?}");

    let lines = manual.lines().filter_map(|line| line.trim().strip_prefix("cargo catalogue "));
    let tasks: BTreeSet<&str> = lines.filter_map(|line| line.split(' ').next()).collect();
    for task in &tasks {
        assert!(catalogue(&[task, "--help"]).status.success(), "{task}");
    }
    assert!(tasks.contains("check"));
}

#[test]
fn every_example_in_the_manual_is_sound() {
    let manual = read("catalogue/README.md");
    let blocks = manual.split("```json").skip(1).filter_map(|rest| rest.split("```").next());
    let mut whole: Option<Value> = None;
    let mut tried = 0;
    for block in blocks {
        let fragment = || serde_json::from_str(&format!("{{{block}}}"));
        let example: Value =
            serde_json::from_str(block).or_else(|_| fragment()).unwrap_or_else(|error| panic!("{error}: {block}"));
        // An example of people belongs to the partner whose offer it names.
        let of_others = || partner_with(block).filter(|_| example.get("examples").is_some());
        let mut file = of_others().or_else(|| whole.clone()).unwrap_or_else(|| example.clone());
        whole = whole.or_else(|| Some(example.clone()));
        let is_whole = example.get("partner").is_some();
        for (name, value) in example.as_object().expect("an object").iter().filter(|_| !is_whole) {
            match name.as_str() {
                "examples" => file["examples"] = value.clone(),
                // The example of a person holds for the rule it was written for.
                "all" => {
                    file["offers"][0]["eligibility"] = example.clone();
                    file.as_object_mut().expect("a file").remove("examples");
                }
                name if FIELDS.iter().any(|field| field.path == format!("offers/{name}")) => {
                    file["offers"][0][name] = value.clone();
                }
                _ => {} // of another kind of file: that it is JSON has been seen
            }
        }
        is_sound(&file, block);
        tried += 1;
    }
    let base = whole.expect("an example");
    for fragment in manual.split('`').filter(|cell| cell.starts_with("\"review_months\"")) {
        let mut file = base.clone();
        file["offers"][0]["review_months"] =
            json!(fragment.rsplit(' ').next().and_then(|months| months.parse::<u8>().ok()));
        is_sound(&file, fragment);
        tried += 1;
    }
    assert!(tried >= 5, "only {tried}");
}

/// The file of the real partner that has an offer named in this text.
fn partner_with(text: &str) -> Option<Value> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogue/partners");
    let files = fs::read_dir(folder).expect("partners").map(|entry| entry.expect("a file").path());
    let mut files = files.map(|path| serde_json::from_str(&fs::read_to_string(path).expect("text")).expect("JSON"));
    files.find(|file: &Value| {
        let offers = file["offers"].as_array().expect("offers").iter();
        offers.filter_map(|offer| offer["id"].as_str()).any(|id| text.contains(&format!("\"{id}\"")))
    })
}

#[test]
fn the_rules_in_the_manual_are_said_as_the_tools_say_them() {
    let clauses = Clauses::new(
        &serde_json::from_str(&read("catalogue/questionnaire.json")).expect("questions"),
        &serde_json::from_str(&read("catalogue/regions.json")).expect("places"),
    );
    let manual = read("catalogue/README.md");
    let mut seen = 0;
    for line in manual.lines().filter_map(|line| line.strip_prefix("| `{\"")) {
        let (written, said) = line.split_once("` | ").expect("two cells");
        let Ok(rule) = serde_json::from_str::<RawRule>(&format!("{{\"{written}")) else {
            assert!(written.contains("regel"), "{written}");
            continue;
        };
        assert_eq!(clauses.rule(&rule), said.trim_end_matches(" |"));
        seen += 1;
    }
    assert_eq!(seen, 8);
}

/// Nothing is found in this file, beside the questions and the places of the catalogue; at a real partner's no error.
#[track_caller]
fn is_sound(file: &Value, what: &str) {
    let (questions, places) = (read("catalogue/questionnaire.json"), read("catalogue/regions.json"));
    let text = file.to_string();
    let name = format!("partners/{}.json", file["partner"]["id"].as_str().expect("an id"));
    let source = |file, text| Source { file, text };
    let partner = [source(&name, &text)];
    let (raw, mut found) = parse(source("questionnaire.json", &questions), source("regions.json", &places), &partner);
    found.extend(check(&raw, Date::parse("2026-11-25").expect("a day")).1);
    let is_real = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogue").join(&name).exists();
    found.retain(|problem| problem.file == name && (problem.severity == Severity::Error || !is_real));
    assert!(found.is_empty(), "{what}: {found:#?}");
}
