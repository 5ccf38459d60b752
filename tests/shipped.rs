//! The real catalogue keeps its promises.

use mantelwijzer::{
    answers::{Answer, Answers},
    catalogue::{
        Catalogue, SourceKind,
        check::check,
        parse::{Source, parse, parse_guide},
    },
    date::Date,
    language::Language,
    matching::match_offers,
    questionnaire::Kind,
};
use serde_json::Value;
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// The catalogue in the repository, as it is on the day of the tests.
pub fn shipped() -> Catalogue {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogue");
    let mut paths: Vec<PathBuf> =
        fs::read_dir(root.join("partners")).expect("partners").map(|entry| entry.expect("a file").path()).collect();
    paths.sort();
    let read = |path: &Path| fs::read_to_string(path).expect("readable");
    let texts: Vec<(String, String)> = paths.iter().map(|path| (path.display().to_string(), read(path))).collect();
    let partners: Vec<Source> = texts.iter().map(|(file, text)| Source { file, text }).collect();
    let (questionnaire, regions) = (read(&root.join("questionnaire.json")), read(&root.join("regions.json")));
    let source = |file, text| Source { file, text };
    let (mut raw, mut unread) =
        parse(source("questionnaire.json", &questionnaire), source("regions.json", &regions), &partners);
    let guide = read(&root.join("guide.json"));
    unread.extend(parse_guide(source("guide.json", &guide), &mut raw));
    assert!(unread.is_empty(), "{unread:?}");
    check(&raw, Date::parse("2026-11-22").expect("a day")).0.expect("a catalogue")
}

fn vocabulary() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vocabulary.json");
    serde_json::from_str(&fs::read_to_string(path).expect("readable")).expect("JSON")
}

#[test]
fn every_question_and_option_of_the_contract_is_there_with_its_numbers() {
    let catalogue = shipped();
    for wanted in vocabulary()["questions"].as_array().expect("a list") {
        let id = wanted["id"].as_str().expect("an id");
        let index = catalogue.questionnaire().find(id).unwrap_or_else(|| panic!("{id} is missing"));
        let question = catalogue.questionnaire().get(index);
        let kind = match question.kind {
            Kind::Single => "single",
            Kind::Multi => "multi",
            Kind::Range(_) => "range",
            Kind::Place => "place",
        };
        assert_eq!(wanted["kind"], kind, "{id}");
        let options: BTreeSet<String> = match &wanted["options"] {
            Value::Array(options) => options.iter().filter_map(|option| Some(option.as_str()?.to_owned())).collect(),
            Value::Object(options) => {
                for (option, span) in options {
                    let found = &question.options[question.option(option).unwrap_or_else(|| panic!("{id}: {option}"))];
                    assert_eq!(*span, serde_json::json!([found.span.from, found.span.to]), "{id}: {option}");
                }
                options.keys().cloned().collect()
            }
            _ => BTreeSet::new(),
        };
        let found: BTreeSet<String> = question.options.iter().map(|option| option.id.to_string()).collect();
        assert!(options.is_subset(&found), "{id}: {options:?} but {found:?}");
    }
}

#[test]
fn every_region_of_the_contract_and_every_municipality_is_there() {
    let catalogue = shipped();
    let regions = catalogue.regions();
    let count = |country: &str| {
        let country = regions.find(country).expect("a country");
        regions.iter().filter(|(index, region)| region.is_municipality && regions.is_within(*index, country)).count()
    };
    assert_eq!((count("be"), count("nl")), (565, 342));
    let vocabulary = vocabulary();
    let belgian = vocabulary["regions"]["be"].as_object().expect("an object");
    let within = belgian.iter().flat_map(|(region, provinces)| {
        provinces.as_array().into_iter().flatten().map(move |province| (province, region))
    });
    for (inner, outer) in within {
        let inner = regions.find(inner.as_str().expect("an id")).expect("a province");
        assert!(regions.is_within(inner, regions.find(outer).expect("a region")), "{outer}");
    }
    let dg = regions.find("be-dg").expect("the German-speaking Community");
    assert!(regions.is_within(dg, regions.find("be-wlg").expect("a province")));
}

#[test]
fn people_find_their_town() {
    let catalogue = shipped();
    let regions = catalogue.regions();
    for (typed, id) in [
        ("Gent", "be-nis-44021"),
        ("9000", "be-nis-44021"),
        ("2011 AB", "nl-gm0392"),
        ("den haag", "nl-gm0518"),
        ("amsterd", "nl-gm0363"),
        ("liège", "be-nis-62063"),
        ("luik", "be-nis-62063"),
        ("leuven", "be-nis-24062"),
        ("borsbeek", "be-nis-11002"),
        ("den bosch", "nl-gm0796"),
        ("st niklaas", "be-nis-46021"),
        ("ninoove", "be-nis-41048"),
        ("sankt vith", "be-nis-63067"),
    ] {
        let found = regions.search(typed, Language::Nl, 8);
        let found: Vec<&str> = found.iter().map(|index| regions.get(*index).id.as_str()).collect();
        assert!(
            found.first() == Some(&id) || (typed.contains(char::is_numeric) && found.contains(&id)),
            "{typed}: {found:?}"
        );
    }
    for old in ["be-nis-23023", "be-nis-44012", "be-nis-11056", "be-nis-82005"] {
        assert!(regions.find(old).is_some(), "{old} merged into another, and still finds it");
    }
}

#[test]
fn all_records_and_all_nineteen_innovators_are_there() {
    let catalogue = shipped();
    let strong = catalogue.offers().filter(|(_, offer)| !offer.weak).count();
    assert!(strong >= 258, "{strong}");
    let innovators =
        catalogue.offers().filter(|(_, offer)| offer.source.kind == SourceKind::InnovationPublication).count();
    assert_eq!(innovators, 19);
}

#[test]
fn each_country_has_an_offer_for_every_need_and_a_line_to_call() {
    let catalogue = shipped();
    for country in ["be", "nl"] {
        let mut answers = Answers::default();
        let place = catalogue.regions().find(country).expect("a country");
        for question in [catalogue.landmarks().carer_place, catalogue.landmarks().recipient_place] {
            answers.give(&catalogue, question, Answer::Place(place));
        }
        let ranking = match_offers(&catalogue, &answers);
        for need in 0..catalogue.need_count() {
            assert!(ranking.shown().any(|found| found.needs.contains(need)), "{country}: need {need}");
        }
        let lines = ranking.shown().filter(|found| catalogue.offer(found.offer).contact.phone.is_some());
        assert!(lines.count() > 0, "{country}");
    }
}
