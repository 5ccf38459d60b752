//! Laws of the file a caregiver saves and opens again.

use super::{
    catalogues::{Made, all, real},
    people::{Case, answers, partly},
    random::Random,
};
use mantelwijzer::{
    answers::{
        Answer, Answers, file,
        saved::{LONGEST, Opened, Unreadable, read, write},
    },
    catalogue::{OfferIndex, diagnostic::Spot, parse, raw::RawAnswersFile},
    plan::{Change, LONGEST_NOTE, Plan},
};
use serde_json::{Value, json};

/// Some offers in any order, some with notes, some done, some taken out again.
fn plan(made: &Made, random: &mut Random) -> Plan {
    let mut offers: Vec<OfferIndex> = made.catalogue.offers().map(|(offer, _)| offer).collect();
    random.shuffle(&mut offers);
    offers.truncate(random.below(8));
    let signs: Vec<char> = " \n\r\t\"\\/,{}[]:é€😀\u{0}\u{1f}\u{7f}\u{2028}\u{feff}abc".chars().collect();
    let mut plan = Plan::default();
    for offer in offers {
        let mut note = |length: usize| (0..length).map(|_| *random.pick(&signs)).collect::<String>();
        let notes = [note(0), note(20), note(LONGEST_NOTE + 5)];
        let change = match random.below(4) {
            0 => Change::Done(offer, true),
            1 => Change::Remove(offer),
            _ => Change::Note(offer, random.pick(&notes).clone()),
        };
        plan = plan.apply(Change::Put(offer)).apply(change);
    }
    plan
}

/// A text in which some characters are gone, doubled or another.
fn tampered(text: &str, random: &mut Random) -> String {
    let signs: Vec<char> = "{}[]\":,0-nulltrue\\ué\u{0}".chars().collect();
    let mut letters: Vec<char> = text.chars().collect();
    for _ in 0..=random.below(4) {
        let place = random.below(letters.len());
        let other: Vec<char> = (0..random.below(3)).map(|_| *random.pick(&signs)).collect();
        letters.splice(place..(place + random.below(3)).min(letters.len()), other);
    }
    letters.into_iter().collect()
}

#[test]
fn what_is_saved_opens_again_as_it_was() {
    for made in all() {
        for seed in 0..150 {
            let mut random = Random::new(seed);
            let told = partly(&made, &mut random);
            let _case = Case::new(&made, seed, &told);
            let (answers, plan) = (answers(&made, &told), plan(&made, &mut random));
            let text = write(&made.catalogue, &answers, &plan);
            assert_eq!(write(&made.catalogue, &answers, &plan), text, "the same text every time");
            assert_eq!(read(&made.catalogue, &text), Ok(Opened { answers, plan, left_out: 0 }));
        }
    }
}

#[test]
fn what_is_saved_is_an_answers_file_for_the_command_line() {
    for made in all() {
        for seed in 0..150 {
            let mut random = Random::new(seed);
            let told = partly(&made, &mut random);
            let _case = Case::new(&made, seed, &told);
            let answers = answers(&made, &told);
            let text = write(&made.catalogue, &answers, &plan(&made, &mut random));
            let given: RawAnswersFile = parse::read(parse::Source { file: "a", text: &text }).expect("an answers file");
            assert_eq!(file::read(&made.catalogue, &given.answers, &Spot::file("a")), (answers, Vec::new()));
        }
    }
}

#[test]
fn both_readers_agree_on_what_is_right() {
    for made in all() {
        for seed in 0..60 {
            let told = partly(&made, &mut Random::new(seed));
            let answers = answers(&made, &told);
            let opened = Opened { answers, ..Opened::default() };
            assert_eq!(read(&made.catalogue, &json!({"answers": told}).to_string()), Ok(opened));
        }
    }
}

#[test]
fn a_tampered_text_never_panics_and_what_opens_can_be_saved() {
    let made = real();
    let mut opened = 0;
    for seed in 0..2_000 {
        let mut random = Random::new(seed);
        let answers = answers(&made, &partly(&made, &mut random));
        let text = tampered(&write(&made.catalogue, &answers, &plan(&made, &mut random)), &mut random);
        if let Ok(Opened { answers, plan, .. }) = read(&made.catalogue, &text) {
            let again = write(&made.catalogue, &answers, &plan);
            assert_eq!(read(&made.catalogue, &again), Ok(Opened { answers, plan, left_out: 0 }), "seed {seed}\n{text}");
            opened += 1;
        }
    }
    assert!(opened > 100, "only {opened} of the texts could be opened: the test shows little");
}

#[test]
fn what_is_not_there_any_more_is_left_out_and_counted() {
    let made = real();
    let offer = made.catalogue.offers().next().expect("an offer").1.id.to_string();
    let open = |text: Value| read(&made.catalogue, &text.to_string()).expect("readable");
    for (answers, left_out) in [
        (json!({}), 0),
        (json!({"no-such-question": "x"}), 1),
        (json!({"relation": "no-such-option"}), 1),
        (json!({"relation": ["parent"], "situation": "dementia", "carer-place": 9000, "income": true}), 4),
        (json!({"carer-place": "no-such-region", "": {}}), 2),
        (json!({"situation": ["no-such-option", 1]}), 2),
    ] {
        assert_eq!(open(json!({"answers": answers})), Opened { left_out, ..Opened::default() }, "{answers}");
    }
    for (plan, left_out) in [
        (json!(null), 0),
        (json!({}), 1),
        (json!([null, 1, {}, {"offer": 1}, {"offer": "no-such-offer", "note": "x"}]), 5),
    ] {
        assert_eq!(open(json!({"answers": {}, "plan": plan})), Opened { left_out, ..Opened::default() }, "{plan}");
    }
    let twice = open(json!({"answers": {}, "plan": [{"offer": offer, "note": "a", "done": 1}, {"offer": offer}]}));
    assert_eq!((twice.left_out, twice.plan.items().len()), (1, 1));
    assert_eq!(twice.plan.items().first().map(|item| (item.note.as_str(), item.is_done)), Some(("a", false)));
}

#[test]
fn the_options_that_still_exist_stay_chosen() {
    let made = real();
    let situation = made.catalogue.questionnaire().find("situation").expect("a question");
    let open = |options: Value| {
        let text = json!({"answers": {"situation": options}}).to_string();
        let opened = read(&made.catalogue, &text).expect("readable");
        (opened.answers.get(situation), opened.left_out)
    };
    let (dementia, _) = open(json!(["dementia"]));
    assert!(matches!(dementia, Some(Answer::Options(_))));
    assert_eq!(open(json!(["no-such-option", "dementia"])), (dementia, 1));
    assert_eq!(open(json!(["no-such-option"])), (None, 1), "not the same as 'none of these'");
    assert!(open(json!([])).0.is_some());
}

#[test]
fn what_is_not_an_answers_file_says_so() {
    let made = real();
    for (text, why) in [
        (String::new(), Unreadable::NotJson),
        ("{\"answers\": {".to_owned(), Unreadable::NotJson),
        ("[".repeat(100_000), Unreadable::NotJson),
        ("<!doctype html>".to_owned(), Unreadable::NotJson),
        ("[]".to_owned(), Unreadable::NotAnswers),
        ("null".to_owned(), Unreadable::NotAnswers),
        ("{\"answers\": []}".to_owned(), Unreadable::NotAnswers),
        (format!("{{\"answers\": {{}}}}{}", " ".repeat(LONGEST)), Unreadable::NotAnswers),
    ] {
        assert_eq!(read(&made.catalogue, &text), Err(why), "{}", text.chars().take(80).collect::<String>());
    }
    assert_eq!(read(&made.catalogue, "\u{feff}{\"answers\": {}}"), Ok(Opened::default()));
}

#[test]
fn a_saved_file_is_made_to_be_read_by_people_too() {
    let made = real();
    let (offer, named) = made.catalogue.offers().next().expect("an offer");
    let told = json!({"relation": "parent", "situation": ["dementia"], "income": null, "carer-place": "be-vov"});
    let told = told.as_object().expect("answers").clone().into_iter().collect();
    let plan = [Change::Put(offer), Change::Note(offer, "bel \"Jan\"\nmorgen".to_owned())];
    let plan = plan.into_iter().fold(Plan::default(), |plan, change| plan.apply(change));
    let text = r#"{
  "answers": {
    "carer-place": "be-vov",
    "relation": "parent",
    "situation": ["dementia"],
    "income": null
  },
  "plan": [
    {"offer": "ID", "note": "bel \"Jan\"\nmorgen", "done": false}
  ]
}
"#;
    assert_eq!(write(&made.catalogue, &answers(&made, &told), &plan), text.replace("ID", named.id.as_str()));
    assert_eq!(write(&made.catalogue, &Answers::default(), &Plan::default()), "{\n  \"answers\": {}\n}\n");
}
