//! Catalogues to report on: the real one, and a small one of which everything is known.

use super::today;
use mantelwijzer::catalogue::{
    Catalogue,
    build::build,
    diagnostic::Severity,
    parse::{RawCatalogue, Source, parse},
};
use serde_json::{Value, json};
use std::{fs, path::Path};

/// A catalogue as written and as built.
pub struct Made {
    pub raw: RawCatalogue,
    pub catalogue: Catalogue,
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).expect("readable")
}

fn root() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogue")
}

fn made(partners: &[(String, String)]) -> Made {
    let (questions, places) = (read(&root().join("questionnaire.json")), read(&root().join("regions.json")));
    let partners: Vec<Source> = partners.iter().map(|(file, text)| Source { file, text }).collect();
    let source = |file, text| Source { file, text };
    let (raw, unread) = parse(source("questionnaire.json", &questions), source("regions.json", &places), &partners);
    assert!(unread.is_empty(), "{unread:?}");
    let (catalogue, found) = build(&raw, today());
    assert!(found.iter().all(|one| one.severity != Severity::Error), "{found:?}");
    Made { raw, catalogue: catalogue.expect("a catalogue") }
}

/// The catalogue in the repository.
pub fn real() -> Made {
    let folder = fs::read_dir(root().join("partners")).expect("partners");
    let mut paths: Vec<_> = folder.map(|entry| entry.expect("a file").path()).collect();
    paths.sort();
    made(&paths.iter().map(|path| (path.display().to_string(), read(path))).collect::<Vec<_>>())
}

/// One partner with a handful of offers.
pub fn small() -> Made {
    let is = |question: &str, option: &str| json!({"is": {"question": question, "option": option}});
    let any_of = |question: &str, options: &[&str]| json!({"any-of": {"question": question, "options": options}});
    let employee = any_of("work", &["employee-private", "employee-public"]);
    let hard_to_move = any_of("mobility", &["limited", "wheelchair-or-bed"]);
    let mut offers = vec![
        offer("vl-bellen", "helpline", "talk", "be", json!({"all": []})),
        offer("be-verlof", "leave", "leave", "be", employee.clone()),
        offer("vl-opvang", "respite", "respite", "be-vlg", any_of("relation", &["parent", "partner"])),
        offer("vl-kind", "respite", "respite", "be-vlg", json!({"all": [is("relation", "child"), employee]})),
        offer("be-mol-lotgenoten", "peer-support", "peers", "be-nis-13025", is("situation", "dementia")),
        offer("vl-bus", "practical-help", "transport", "be-vlg", hard_to_move.clone()),
        offer("vl-taxi", "practical-help", "transport", "be-vlg", json!({"not": {"not": hard_to_move}})),
        offer("vl-rolstoelbus", "practical-help", "transport", "be-vlg", is("mobility", "wheelchair-or-bed")),
        offer("vl-gestopt", "respite", "respite", "be-vlg", json!({"all": []})),
        offer("nl-elders", "advice", "information", "nl", json!({"all": []})),
    ];
    offers[3]["checked_on"] = Value::Null;
    offers[4]["unverified"] = json!(["cost", "phone"]);
    offers[7]["typical_for"] = is("mobility", "wheelchair-or-bed");
    offers[8]["valid"] = json!({"until": "2026-01-01"});
    offers[8]["name"] = json!({"nl": "=Gestopt; \"echt\""});
    offers[8]["checked_on"] = json!("2024");
    let file = json!({"format": 1, "partner": {"id": "proef", "name": {"nl": "Proef"}}, "offers": offers});
    made(&[("partners/proef.json".to_owned(), file.to_string())])
}

fn offer(id: &str, kind: &str, need: &str, region: &str, rule: Value) -> Value {
    json!({
        "id": id, "name": {"nl": id}, "kind": kind,
        "gives": {"nl": "U krijgt hulp."}, "first_step": {"nl": "Bel gewoon even."},
        "needs": [{"need": need, "strength": 3}], "phases": ["starting", "ongoing"],
        "area": {"whose": "carer", "regions": [region]}, "eligibility": rule, "conditions": [],
        "cost": {"level": "free"}, "contact": {"phone": "1700"},
        "source": {"kind": "provider", "url": "https://www.voorbeeld.be/"},
        "checked_on": "2026-11-01", "confidence": "confirmed", "unverified": []
    })
}
