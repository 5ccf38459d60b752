//! The manual is complete: every field has words, and what is generated stands in `catalogue/README.md`.

use mantelwijzer::catalogue::fields::{FIELDS, WORDS};
use serde_json::Value;
use std::{collections::BTreeSet, fs, path::Path};

fn read(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).expect("readable")
}

/// The paths of all fields of the partner's file, and the words of its closed lists, as the schema has them.
#[derive(Default)]
struct Schema {
    fields: BTreeSet<String>,
    words: BTreeSet<(String, String)>,
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
