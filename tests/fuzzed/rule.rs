//! A rule, as text or built of bytes: what the diagram says is what trying every completion says.

use super::{
    base::{seed, stand_inside, today},
    catalogues::{Made, offer, tiny_places, tiny_questions, whole_rule},
    people::{answers, partly, shown},
    random::Random,
    reference::named,
};
use mantelwijzer::{
    catalogue::{
        build::build,
        diagnostic::{Diagnostic, Severity},
        parse::{Source, parse},
        raw::{RawKind, RawOffer},
    },
    sentence::Clauses,
};
use serde_json::{Value, json};

/// More completions than this take too long to try one by one.
const MOST_COMPLETIONS: usize = 400;

/// More than this is no rule but a law book; the naive reference takes it word by word.
const LONGEST: usize = 4_000;

/// Bytes that begin as JSON are the text of a rule; others say how to build one.
pub fn rules(bytes: &[u8]) {
    if bytes.len() > LONGEST {
        return;
    }
    let rule = match std::str::from_utf8(bytes) {
        Ok(text) if text.trim_start().starts_with('{') => text.to_owned(),
        _ => built_of(bytes).to_string(),
    };
    let partner = json!({"id": "p", "name": {"nl": "P"}});
    let around = json!({"format": 1, "partner": partner, "offers": [offer("o", &json!("RULE"))]}).to_string();
    let text = around.replace("\"RULE\"", &rule);
    let source = |file, text| Source { file, text };
    let (questions, places) = tiny();
    let partners = [source("p", text.as_str())];
    let (raw, mut found) = parse(source("questions", questions), source("places", places), &partners);
    let (catalogue, told) = build(&raw, today());
    found.extend(told);
    stand_inside(&text, &found);
    let is_error = |one: &Diagnostic| one.severity == Severity::Error;
    if found.iter().any(is_error) {
        return;
    }
    let made = Made { name: "fuzzed".to_owned(), catalogue: catalogue.expect("a catalogue"), raw };
    let mut random = Random::new(seed(bytes));
    let clauses = Clauses::new(made.questionnaire(), made.regions());
    for raw in made.raw_offers() {
        assert!(!clauses.rule(&raw.eligibility).is_empty(), "every rule can be said");
        (0..3).for_each(|_| judged(&made, raw, &mut random));
    }
}

/// The diagram against the naive reference, for one caregiver.
fn judged(made: &Made, raw: &RawOffer, random: &mut Random) {
    let rule = whole_rule(raw);
    let completions = |id: &String| {
        let question = made.questionnaire().questions.iter().find(|question| question.id == *id).expect("a question");
        match question.kind {
            RawKind::Single => question.options.len(),
            RawKind::Multi => 1 << question.options.iter().filter(|option| !option.alone).count(),
            RawKind::Range => 10,
            RawKind::Place => made.regions().municipalities.len(),
        }
    };
    if named(&rule).iter().map(completions).product::<usize>() > MOST_COMPLETIONS {
        return;
    }
    let told = partly(made, random);
    let answers = answers(made, &told);
    let index = made.catalogue.find_offer(&raw.id).expect("the offer");
    let fits = &made.catalogue.offer(index).fits;
    let evaluated = fits.evaluate(&answers);
    let name = |question| made.catalogue.questionnaire().get(question).id.to_string();
    let wanted = made.reference().judge(&rule, &told);
    let found = (evaluated.verdict, evaluated.depends_on.iter().map(name).collect());
    assert_eq!(found, wanted, "{}\n{}", serde_json::to_string(&rule).expect("JSON"), shown(&told));
    assert_eq!(fits.verdict(&answers), evaluated.verdict);
}

/// Questions and places of a few kilobytes.
fn tiny() -> (&'static str, &'static str) {
    thread_local!(static TEXTS: (&'static str, &'static str) =
        (tiny_questions().to_string().leak(), tiny_places().to_string().leak()));
    TEXTS.with(|texts| *texts)
}

/// A rule by taking the bytes as a sum is written in Polish: a small one is a part, a large one joins the parts before it.
fn built_of(bytes: &[u8]) -> Value {
    let leaves = leaves();
    let mut parts: Vec<Value> = Vec::new();
    for byte in bytes.iter().take(40).map(|byte| usize::from(*byte)) {
        let last = parts.len().saturating_sub(byte % 4);
        match byte {
            0..200 => parts.push(leaves[byte % leaves.len()].clone()),
            200..220 => {
                let joined = parts.split_off(last);
                parts.push(json!({"all": joined}));
            }
            220..240 => {
                let joined = parts.split_off(last);
                parts.push(json!({"any": joined}));
            }
            _ => {
                let denied = parts.pop().unwrap_or_else(|| json!({"any": []}));
                parts.push(json!({"not": denied}));
            }
        }
    }
    json!({"all": parts})
}

/// Every small rule over the questions of a tiny catalogue, in one list.
fn leaves() -> Vec<Value> {
    let mut leaves = vec![json!({"today": {"until": "2026-11-21"}}), json!({"today": {"from": "2026-11-22"}})];
    let questions = tiny_questions();
    for question in questions["questions"].as_array().into_iter().flatten() {
        let id = &question["id"];
        let options: Vec<&Value> =
            question["options"].as_array().into_iter().flatten().map(|option| &option["id"]).collect();
        leaves.extend(options.iter().map(|option| json!({"is": {"question": id, "option": option}})));
        for pair in options.windows(2) {
            leaves.push(json!({"any-of": {"question": id, "options": pair}}));
            if question["kind"] == "multi" {
                leaves.push(json!({"all-of": {"question": id, "options": pair}}));
            }
        }
        if question["kind"] == "range" {
            leaves.extend((0..15).step_by(2).map(|number| json!({"at-least": {"question": id, "number": number}})));
            leaves.extend((0..15).step_by(3).map(|number| json!({"below": {"question": id, "number": number}})));
        }
        if question["kind"] == "place" {
            let regions = [["aa", "t8"], ["aa-n", "t4"], ["aa-n-p", "bb-p"], ["t1", "t2"], ["t3", "bb"]];
            leaves.extend(regions.iter().map(|regions| json!({"place-in": {"question": id, "regions": regions}})));
        }
    }
    leaves
}
