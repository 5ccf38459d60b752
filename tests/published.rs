//! What the widget loads says the same as the catalogue it was made from, and can't be made to panic.

use crate::shipped::shipped;
use mantelwijzer::{
    answers::{Answers, file},
    catalogue::{
        Catalogue,
        diagnostic::Spot,
        pack::{pack, pack_places},
        raw::RawAnswersFile,
        unpack::{Unpacked, Unusable, unpack},
    },
    date::Date,
    eligibility::Verdict,
    interview::Action,
    language::Language,
    matching::match_offers,
    screen::{Moment, screen},
    visit::{Deed, Spot as Beside, Visit},
};
use serde_json::Value;
use std::{collections::BTreeMap, fs, path::Path};

fn today() -> Date {
    Date::parse("2026-11-22").expect("a day")
}

fn wording() -> BTreeMap<String, String> {
    serde_json::from_str(include_str!("../src/wording/nl.json")).expect("texts")
}

fn published(catalogue: &Catalogue) -> (Value, Value) {
    (pack(catalogue, Language::NlBe, &wording(), today()), pack_places(catalogue, &[]))
}

fn load(bundle: &Value, places: &Value) -> Result<Unpacked, Unusable> {
    unpack(&bundle.to_string(), &places.to_string(), today())
}

fn people(catalogue: &Catalogue) -> Vec<(String, Answers)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios");
    let read = |path: &Path| {
        let text = fs::read_to_string(path).expect("readable");
        let given: RawAnswersFile = serde_json::from_str(&text).expect("a scenario");
        let (answers, found) = file::read(catalogue, &given.answers, &Spot::file("scenario"));
        assert!(found.is_empty(), "{found:?}");
        (path.display().to_string(), answers)
    };
    fs::read_dir(folder).expect("scenarios").map(|entry| read(&entry.expect("a file").path())).collect()
}

/// Offers with their verdicts in rank order, and the urgent ones.
fn outcome(catalogue: &Catalogue, answers: &Answers) -> (Vec<(String, Verdict)>, Vec<String>) {
    let ranking = match_offers(catalogue, answers);
    let id = |offer| catalogue.offer(offer).id.to_string();
    let shown = ranking.shown().map(|found| (id(found.offer), found.verdict)).collect();
    (shown, ranking.urgent.iter().map(|offer| id(*offer)).collect())
}

#[test]
fn every_person_of_a_scenario_finds_the_same_in_the_same_order() {
    let built = shipped();
    let (bundle, places) = published(&built);
    let unpacked = load(&bundle, &places).expect("usable");
    assert_eq!(unpacked.left_out, 0);
    assert_eq!(unpacked.catalogue.regions(), built.regions());
    assert_eq!(unpacked.wording.language(), Language::NlBe);
    let people = people(&built);
    assert!(people.len() >= 26);
    for (name, answers) in people {
        assert_eq!(outcome(&unpacked.catalogue, &answers), outcome(&built, &answers), "{name}");
    }
}

#[test]
fn what_has_expired_since_is_left_out() {
    let built = shipped();
    let (mut bundle, places) = published(&built);
    let id = bundle["offers"][0]["id"].as_str().expect("an id").to_owned();
    bundle["offers"][0]["until"] = "2026-11-21".into();
    let unpacked = load(&bundle, &places).expect("usable");
    assert_eq!(unpacked.catalogue.find_offer(&id), None);
    assert_eq!(unpacked.left_out, 0, "it can be read");
}

#[test]
fn one_offer_that_cannot_be_read_does_not_take_the_others_along() {
    let built = shipped();
    let (whole, places) = published(&built);
    let all = load(&whole, &places).expect("usable").catalogue.offers().count();
    for (field, value) in [
        ("id", Value::from("Not An Id")),
        ("fits", Value::from("all")),
        ("fits", serde_json::json!([[[999, [1, [[0, 9, 0]]]]], [], 0])),
        ("fits", serde_json::json!([[], [], 7])),
        ("partner", Value::from(100_000)),
        ("kind", Value::from(99)),
        ("needs", serde_json::json!([[64, 3]])),
        ("area", serde_json::json!([0, ["nowhere"]])),
    ] {
        let mut bundle = whole.clone();
        bundle["offers"][3][field] = value.clone();
        let unpacked = load(&bundle, &places).expect("usable");
        assert_eq!((unpacked.catalogue.offers().count(), unpacked.left_out), (all - 1, 1), "{field}: {value}");
    }
}

#[test]
fn a_bundle_that_cannot_be_used_says_why() {
    let (bundle, places) = published(&shipped());
    let newer = |mut value: Value| {
        value["format"] = 2.into();
        value
    };
    let without = |field: &str| {
        let mut bundle = bundle.clone();
        bundle.as_object_mut().expect("an object").remove(field);
        bundle
    };
    for (bundle, places, why) in [
        (newer(bundle.clone()), places.clone(), Unusable::NewerFormat),
        (bundle.clone(), newer(places.clone()), Unusable::NewerFormat),
        (without("format"), places.clone(), Unusable::Incomplete),
        (without("questions"), places.clone(), Unusable::Incomplete),
        (without("offers"), places.clone(), Unusable::Incomplete),
        (without("wording"), places.clone(), Unusable::Incomplete),
        (bundle.clone(), Value::Null, Unusable::Incomplete),
    ] {
        assert_eq!(load(&bundle, &places).err(), Some(why));
    }
    let text = bundle.to_string();
    for end in (0..text.len()).step_by(4099).filter(|end| text.is_char_boundary(*end)) {
        let found = unpack(&text[..end], &places.to_string(), today()).err();
        assert_eq!(found, Some(Unusable::NotJson), "cut at {end}");
    }
}

#[test]
fn no_value_in_a_bundle_makes_it_panic() {
    let (bundle, places) = published(&shipped());
    let mut small = bundle.clone();
    small["offers"].as_array_mut().expect("a list").truncate(4);
    let mut pointers = Vec::new();
    gather(&small, String::new(), &mut pointers);
    let odd = [
        Value::Null,
        Value::from(-1),
        Value::from(u64::MAX),
        Value::from("\u{202e}x"),
        serde_json::json!([]),
        serde_json::json!({}),
    ];
    for (step, pointer) in pointers.iter().enumerate().step_by(17) {
        let mut damaged = small.clone();
        *damaged.pointer_mut(pointer).expect("there") = odd[step % odd.len()].clone();
        if let Ok(unpacked) = load(&damaged, &places) {
            for visit in visits(&unpacked.catalogue) {
                screen(&unpacked.catalogue, &unpacked.wording, &visit, moment());
            }
        }
    }
}

fn moment() -> Moment {
    Moment { today: today(), weekday: 6, minutes: 600 }
}

fn visits(catalogue: &Catalogue) -> Vec<Visit> {
    let begun = Visit::new(Answers::default()).after(catalogue, Deed::Did(Action::Start));
    let beside = [Beside::Plan, Beside::Journey, Beside::Respite, Beside::Browse];
    let mut visits: Vec<Visit> = beside.into_iter().map(|spot| begun.after(catalogue, Deed::Go(spot))).collect();
    visits.push(begun.after(catalogue, Deed::Did(Action::Results)));
    visits.push(begun);
    visits
}

fn gather(value: &Value, pointer: String, found: &mut Vec<String>) {
    found.push(pointer.clone());
    match value {
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(place, one)| gather(one, format!("{pointer}/{place}"), found))
        }
        Value::Object(fields) if pointer != "/wording" => {
            fields.iter().for_each(|(name, one)| gather(one, format!("{pointer}/{name}"), found));
        }
        _ => {}
    }
}
