//! Rules in words: what `tests/sentences.txt` says, read through by people, with every rule of the real catalogue.

use crate::shipped::shipped;
use mantelwijzer::{
    answers::Answers,
    catalogue::{
        build::Names,
        raw::{RawQuestionnaire, RawRule},
    },
    date::Date,
    eligibility::{Diagram, Verdict},
    rule::Rule,
    sentence::Clauses,
};
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn read(name: &str) -> String {
    fs::read_to_string(root().join(name)).expect("readable")
}

fn clauses() -> Clauses {
    let questionnaire = serde_json::from_str(&read("catalogue/questionnaire.json")).expect("questions");
    Clauses::new(&questionnaire, &serde_json::from_str(&read("catalogue/regions.json")).expect("places"))
}

fn rule(text: &str) -> RawRule {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// Every rule of the real catalogue, once, as text.
fn real_rules() -> BTreeSet<String> {
    let mut rules = BTreeSet::new();
    for entry in fs::read_dir(root().join("catalogue/partners")).expect("partners") {
        let file: Value =
            serde_json::from_str(&fs::read_to_string(entry.expect("a file").path()).expect("text")).expect("JSON");
        for offer in file["offers"].as_array().expect("offers") {
            let written = ["eligibility", "typical_for", "urgent_when"].iter().filter_map(|field| offer.get(field));
            rules.extend(written.map(Value::to_string));
        }
    }
    assert!(rules.len() > 100, "only {} rules", rules.len());
    rules
}

/// The rules of the list, each with its sentence.
fn told() -> Vec<(String, String)> {
    let text = read("tests/sentences.txt");
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')).collect();
    lines.chunks(2).map(|pair| (pair[0].trim().to_owned(), pair[1].trim().to_owned())).collect()
}

#[test]
fn rules_are_said_as_in_the_list() {
    let clauses = clauses();
    let mut different = Vec::new();
    for (written, sentence) in told() {
        let said = clauses.rule(&rule(&written));
        if said != sentence {
            different.push(format!("{written}\n    {said}\n"));
        }
    }
    assert!(different.is_empty(), "these are said otherwise now:\n\n{}", different.join("\n"));
    assert!(told().len() >= 150);
}

#[test]
fn every_real_rule_is_in_the_list() {
    let clauses = clauses();
    let told: Vec<RawRule> = told().iter().map(|(written, _)| rule(written)).collect();
    let missing: Vec<String> = real_rules()
        .into_iter()
        .filter(|written| !told.contains(&rule(written)))
        .map(|written| format!("{written}\n    {}\n", clauses.rule(&rule(&written))))
        .collect();
    assert!(missing.is_empty(), "read these, and add them to tests/sentences.txt:\n\n{}", missing.join("\n"));
}

#[test]
fn rules_that_differ_never_get_the_same_sentence() {
    let (clauses, catalogue) = (clauses(), shipped());
    let names = Names {
        questionnaire: catalogue.questionnaire(),
        regions: catalogue.regions(),
        landmarks: catalogue.landmarks(),
        today: Date::parse("2026-11-22").expect("a day"),
    };
    let mut meanings: BTreeMap<String, (String, Rule)> = BTreeMap::new();
    let mut shared = 0;
    let listed = told().into_iter().map(|(written, _)| written).filter(|written| !written.contains("today"));
    for written in real_rules().into_iter().chain(listed) {
        let Some(meaning) = names.rule(&rule(&written)) else { continue };
        let sentence = clauses.rule(&rule(&written));
        if let Some((other, same)) = meanings.get(&sentence) {
            assert!(mean_the_same(&names, &meaning, same), "{sentence}\n{written}\n{other}");
            shared += usize::from(meaning != *same);
        } else {
            meanings.insert(sentence, (written, meaning));
        }
    }
    assert!(shared > 5 && meanings.len() > 100, "{shared} of {}", meanings.len());
}

/// Whether no answers tell the two apart.
fn mean_the_same(names: &Names, one: &Rule, other: &Rule) -> bool {
    let not = |rule: &Rule| Rule::Not(Box::new(rule.clone()));
    let only = |one: &Rule, other: &Rule| Rule::All(vec![one.clone(), not(other)]);
    let differ = Rule::Any(vec![only(one, other), only(other, one)]);
    let diagram = Diagram::compile(&differ, |question| names.domain(question)).expect("a rule of ordinary size");
    diagram.verdict(&Answers::default()) == Verdict::NotMet
}

#[test]
fn every_answer_has_a_clause_that_follows_wie() {
    let questionnaire: RawQuestionnaire =
        serde_json::from_str(&read("catalogue/questionnaire.json")).expect("questions");
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    for question in &questionnaire.questions {
        for option in &question.options {
            let clause = clauses().option(&question.id, &option.id);
            assert!(option.clause.is_some(), "{} {}", question.id, option.id);
            assert!(!clause.starts_with(char::is_uppercase) && !clause.ends_with('.'), "{clause}");
            let other = seen.insert(clause.clone(), format!("{} {}", question.id, option.id));
            assert_eq!(other, None, "{clause}");
        }
    }
    assert_eq!(clauses().option("work", "employee-private"), "in loondienst werkt bij een bedrijf");
}

#[test]
fn lines_show_what_belongs_together() {
    #[track_caller]
    fn check(written: &str, expected: &str) {
        let lines = clauses().lines(&rule(written));
        let said: Vec<String> = lines.iter().map(|(depth, line)| format!("{}{line}", "- ".repeat(*depth))).collect();
        assert_eq!(said.join("\n"), expected);
    }
    check(r#"{"all": []}"#, "voor iedereen in het gebied");
    check(r#"{"is": {"question": "work", "option": "jobseeker"}}"#, "voor wie werk zoekt");
    check(
        r#"{"all": [{"is": {"question": "work", "option": "self-employed"}}, {"any": [
            {"is": {"question": "living", "option": "hospital"}},
            {"all": [{"is": {"question": "relation", "option": "child"}}, {"below": {"question": "recipient-age", "number": 12}}]}
        ]}]}"#,
        "voor wie dit allemaal geldt:\n- wie als zelfstandige werkt\n- een van deze:\n- - wie zorgt voor iemand die in het ziekenhuis ligt\n- - dit allemaal:\n- - - wie zorgt voor een eigen kind\n- - - wie zorgt voor iemand jonger dan 12 jaar",
    );
}
