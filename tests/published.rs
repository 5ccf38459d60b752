//! What the widget loads says the same as the catalogue it was made from, and can't be made to panic.

use crate::shipped::shipped;
use mantelwijzer::{
    answers::{Answer, Answers, file},
    catalogue::{
        Catalogue,
        diagnostic::Spot,
        pack::{pack, pack_places},
        raw::RawAnswersFile,
        unpack::{Unpacked, Unusable, unpack},
    },
    date::Date,
    eligibility::Verdict,
    guide::Guide,
    interview::Action,
    language::Language,
    matching::match_offers,
    plan::Change,
    screen::{Moment, screen},
    search::Search,
    visit::{Deed, Spot as Beside, Visit},
};
use serde_json::{Value, json};
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
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogue/personas");
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
    assert_eq!(unpacked.catalogue.questionnaire().screens(), built.questionnaire().screens());
    assert_eq!(unpacked.catalogue.guide().sheets.len(), built.guide().sheets.len());
    assert!(!unpacked.catalogue.guide().phases.is_empty());
    let people = people(&built);
    assert!(people.len() >= 26);
    for (name, answers) in people {
        assert_eq!(outcome(&unpacked.catalogue, &answers), outcome(&built, &answers), "{name}");
    }
}

/// Where a field of an offer stands.
fn place(bundle: &Value, field: &str) -> usize {
    let names = bundle["fields"]["offers"].as_array().expect("names");
    names.iter().position(|name| name == field).unwrap_or_else(|| panic!("no field `{field}`"))
}

#[test]
fn what_has_expired_since_is_left_out() {
    let built = shipped();
    let (mut bundle, places) = published(&built);
    let (id, until) = (place(&bundle, "id"), place(&bundle, "until"));
    let id = bundle["offers"][0][id].as_str().expect("an id").to_owned();
    bundle["offers"][0][until] = "2026-11-21".into();
    let unpacked = load(&bundle, &places).expect("usable");
    assert_eq!(unpacked.catalogue.find_offer(&id), None);
    assert_eq!(unpacked.left_out, 0, "it can be read");
}

#[test]
fn a_clock_that_stands_before_the_day_of_the_bundle_is_not_believed() {
    let (bundle, places) = published(&shipped());
    let at = |day: &str| {
        let today = Date::parse(day).expect("a day");
        let unpacked = unpack(&bundle.to_string(), &places.to_string(), today).expect("usable");
        let offers = unpacked.catalogue.offers();
        offers.map(|(_, offer)| (offer.id.to_string(), offer.freshness)).collect::<Vec<_>>()
    };
    assert_eq!(at("2016-11-22"), at("2026-11-22"));
    assert_eq!(at("1970-01-01"), at("2026-11-22"));
    assert_ne!(at("2036-11-22"), at("2026-11-22"));
}

#[test]
fn one_offer_that_cannot_be_read_does_not_take_the_others_along() {
    let built = shipped();
    let (whole, places) = published(&built);
    let all = load(&whole, &places).expect("usable").catalogue.offers().count();
    let holds = |bundle: &Value, why: &str| {
        let unpacked = load(bundle, &places).expect("usable");
        assert_eq!((unpacked.catalogue.offers().count(), unpacked.left_out), (all - 1, 1), "{why}");
    };
    for (field, value) in [
        ("id", json!("Not An Id")),
        ("id", json!(null)),
        ("name", json!(7)),
        ("gives", json!(["xx", "a language that isn't ours"])),
        ("first_step", json!(["nl"])),
        ("fits", json!("all")),
        ("fits", json!(null)),
        ("fits", json!([[[999, [1, [[0, 9, 0]], [], []]]], [], 0])),
        ("fits", json!([[[0, [0, [], [], []]]], [], 0])),
        ("fits", json!([[[0, [1, [[0, 9, 1]], [], []]]], [], 0])),
        ("fits", json!([[[0, [2, [], [], []]]], [[0, 1]], 2])),
        ("fits", json!([[[0, [1, [], [], []]]], [[1, 0]], 2])),
        ("fits", json!([[[0, [1, [], [], []]]], [[0, 2]], 2])),
        ("fits", json!([[], [], 7])),
        ("typical_for", json!([])),
        ("urgent_when", json!([[], [], -1])),
        ("partner", json!(100_000)),
        ("kind", json!(99)),
        ("whose", json!(3)),
        ("needs", json!([[64, 3]])),
        ("needs", json!([[0, 4]])),
        ("needs", json!({})),
        ("phases", json!([64])),
        ("regions", json!(["nowhere"])),
        ("from", json!("2026-02-30")),
        ("until", json!("soon")),
        ("conditions", json!([null])),
        ("cost", json!(1.5)),
        ("cost_note", json!(false)),
        ("phone", json!(112)),
        ("source", json!("official")),
        ("confidence", json!(null)),
        ("unverified", json!([99])),
        ("weak", json!("no")),
        ("respite", json!([99])),
        ("line", json!([0, [[1, 0, 1441]]])),
        ("line", json!([0, [[128, 0, 60]]])),
    ] {
        let mut bundle = whole.clone();
        let place = place(&bundle, field);
        bundle["offers"][3][place] = value.clone();
        holds(&bundle, &format!("{field}: {value}"));
    }
    let changes: [fn(&mut Vec<Value>); 3] = [|offer| drop(offer.pop()), |offer| offer.push(Value::Null), Vec::clear];
    for change in changes {
        let mut bundle = whole.clone();
        change(bundle["offers"][3].as_array_mut().expect("a list"));
        holds(&bundle, &bundle["offers"][3].to_string());
    }
    let mut bundle = whole.clone();
    bundle["offers"][3] = json!({"id": "an-object"});
    holds(&bundle, "an object");
}

#[test]
fn the_order_of_offers_in_a_bundle_changes_nothing_and_an_offer_comes_once() {
    let built = shipped();
    let (mut bundle, places) = published(&built);
    let ids = |bundle: &Value| -> Vec<String> {
        let unpacked = load(bundle, &places).expect("usable");
        unpacked.catalogue.offers().map(|(_, offer)| offer.id.to_string()).collect()
    };
    let before = ids(&bundle);
    let offers = bundle["offers"].as_array_mut().expect("a list");
    offers.reverse();
    let again = offers.get(5).cloned().expect("an offer");
    offers.push(again);
    assert_eq!(ids(&bundle), before);
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
        (without("topics"), places.clone(), Unusable::Incomplete),
        (without("partners"), places.clone(), Unusable::Incomplete),
        (without("language"), places.clone(), Unusable::Incomplete),
        (bundle.clone(), Value::Null, Unusable::Incomplete),
        (json!([]), places.clone(), Unusable::Incomplete),
    ] {
        assert_eq!(load(&bundle, &places).err(), Some(why));
    }
    assert!(load(&without("guide"), &places).is_ok_and(|unpacked| *unpacked.catalogue.guide() == Guide::default()));
    let text = bundle.to_string();
    let trailing = unpack(&format!("{text}}}"), &places.to_string(), today()).err();
    assert_eq!(trailing, Some(Unusable::NotJson));
    for end in (0..text.len()).step_by(4099).filter(|end| text.is_char_boundary(*end)) {
        let found = unpack(&text[..end], &places.to_string(), today()).err();
        assert_eq!(found, Some(Unusable::NotJson), "cut at {end}");
    }
}

fn moment() -> Moment {
    Moment { today: today(), weekday: 6, minutes: 600 }
}

/// Some way into the interview: at a question, at the results, and at every place beside it.
fn visits(catalogue: &Catalogue) -> Vec<Visit> {
    let mut told = Answers::default();
    told.give(catalogue, catalogue.landmarks().needs, Answer::Options(0b111));
    let mut visit = Visit::new(told).after(catalogue, &Deed::Did(Action::Start));
    let mut beside = vec![Beside::Recognition, Beside::Browse, Beside::Plan, Beside::Journey, Beside::Respite];
    beside.extend((0..=catalogue.guide().sheets.len()).map(Beside::Sheet));
    for (offer, _) in catalogue.offers() {
        beside.push(Beside::Offer(offer));
        visit = visit.after(catalogue, &Deed::Plan(Change::Put(offer)));
    }
    let search = Search { text: "opvang in gent".to_owned(), need: Some(1), ..Search::default() };
    visit = visit.after(catalogue, &Deed::Search(search));
    for question in 0..catalogue.guide().recognition.questions.len() {
        visit = visit.after(catalogue, &Deed::Recognise(question, true));
    }
    let mut visits = vec![visit.clone().after(catalogue, &Deed::Did(Action::Results))];
    visits.extend(beside.into_iter().map(|spot| visit.clone().after(catalogue, &Deed::Go(spot))));
    visits.push(visit);
    visits
}

/// Looks at everything there is to show.
fn look(unpacked: &Unpacked) {
    for visit in visits(&unpacked.catalogue) {
        screen(&unpacked.catalogue, &unpacked.wording, &visit, moment());
    }
}

/// A few offers that together have all that an offer can have.
fn small(bundle: &Value) -> Value {
    let mut small = bundle.clone();
    let all = bundle["offers"].as_array().expect("a list");
    let mut few: Vec<Value> = Vec::new();
    for field in ["from", "typical_for", "urgent_when", "cost_note", "doubt", "unverified", "respite", "line"] {
        let place = place(bundle, field);
        let has =
            |offer: &&Value| !offer[place].is_null() && offer[place].as_array().is_none_or(|list| !list.is_empty());
        // Not every catalogue has offers with a first day.
        few.extend(all.iter().find(has).filter(|offer| !few.contains(offer)).cloned());
    }
    assert!(few.len() > 3);
    small["offers"] = few.into();
    small
}

const ODD: [&str; 6] = ["null", "-1", "18446744073709551615", "\"\\u202ex\"", "[]", "{}"];

#[test]
fn no_value_in_a_bundle_makes_it_panic() {
    let (bundle, places) = published(&shipped());
    let small = small(&bundle);
    look(&load(&small, &places).expect("usable"));
    let places = places.to_string();
    let odd = ODD.map(|text| serde_json::from_str::<Value>(text).expect("JSON"));
    let mut pointers = Vec::new();
    gather(&small, String::new(), &mut pointers);
    let mut usable = 0;
    for (step, pointer) in pointers.iter().enumerate().step_by(17) {
        let mut damaged = small.clone();
        *damaged.pointer_mut(pointer).expect("there") = odd[step % odd.len()].clone();
        if let Ok(unpacked) = unpack(&damaged.to_string(), &places, today()) {
            look(&unpacked);
            usable += 1;
        }
    }
    assert!(usable > 50, "only {usable} of the bundles could be used: the test shows little");
}

#[test]
fn no_value_among_the_places_makes_it_panic() {
    let (bundle, places) = published(&shipped());
    let bundle = small(&bundle).to_string();
    let odd = ODD.map(|text| serde_json::from_str::<Value>(text).expect("JSON"));
    let mut pointers = Vec::new();
    gather(&places, String::new(), &mut pointers);
    for (step, pointer) in pointers.iter().enumerate().step_by(pointers.len() / 80) {
        let mut damaged = places.clone();
        *damaged.pointer_mut(pointer).expect("there") = odd[step % odd.len()].clone();
        if let Ok(unpacked) = unpack(&bundle, &damaged.to_string(), today()) {
            look(&unpacked);
        }
    }
}

/// A guide that doesn't fit is as none: what the offers say stays.
#[test]
fn no_value_in_the_guide_takes_the_offers_along() {
    let (bundle, places) = published(&shipped());
    let places = places.to_string();
    let small = small(&bundle);
    let mut pointers = Vec::new();
    gather(&small["guide"], String::new(), &mut pointers);
    for pointer in pointers.iter().step_by(23) {
        let mut damaged = small.clone();
        *damaged["guide"].pointer_mut(pointer).expect("there") = json!({"a": [1]});
        let unpacked = unpack(&damaged.to_string(), &places, today()).expect("usable");
        assert_eq!(*unpacked.catalogue.guide(), Guide::default(), "{pointer}");
        assert_eq!(unpacked.left_out, 0);
    }
}

fn gather(value: &Value, pointer: String, found: &mut Vec<String>) {
    found.push(pointer.clone());
    match value {
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(place, one)| gather(one, format!("{pointer}/{place}"), found))
        }
        Value::Object(fields) if pointer != "/wording" && pointer != "/fields" => {
            fields.iter().for_each(|(name, one)| gather(one, format!("{pointer}/{name}"), found));
        }
        _ => {}
    }
}
