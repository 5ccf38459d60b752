//! The desk at which a partner edits her file: nothing is lost, everything is checked, every step can be undone.

use mantelwijzer::{
    catalogue::diagnostic::Severity,
    date::Date,
    desk::{
        Bench, Deed, Desk, Document, News, Sources,
        deed::Blank,
        form::{Input, Section},
        rule::{Change, Group, Mode, Shape},
        tree::Node,
    },
    eligibility::Verdict,
};
use std::{fs, path::Path, rc::Rc, time::Instant};

fn folder(path: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let Ok(entries) = fs::read_dir(root) else { return Vec::new() };
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let mut files: Vec<(String, String)> = paths
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .map(|path| {
            let name = path.file_name().and_then(|name| name.to_str()).expect("a name").to_owned();
            (name, fs::read_to_string(&path).expect("readable"))
        })
        .collect();
    files.sort();
    files
}

fn bench() -> Rc<Bench> {
    let read = |path: &str| fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("readable");
    let personas = [folder("catalogue/personas"), folder("tests/scenarios")].into_iter().find(|all| !all.is_empty());
    let personas: Vec<String> = personas.expect("personas").into_iter().map(|(_, text)| text).collect();
    let sources = Sources {
        questionnaire: &read("catalogue/questionnaire.json"),
        regions: &read("catalogue/regions.json"),
        guide: &read("catalogue/guide.json"),
        wording: &read("src/wording/nl.json"),
        partners: &folder("catalogue/partners"),
        personas: &personas,
    };
    Rc::new(Bench::new(&sources, Date::parse("2026-11-25").expect("a day")).expect("a bench"))
}

fn opened(text: &str) -> Desk {
    empty().after(&Deed::Open(text.to_owned()))
}

fn empty() -> Desk {
    thread_local!(static BENCH: Rc<Bench> = bench());
    Desk::new(BENCH.with(Rc::clone))
}

fn say(at: &str, words: &str) -> Deed {
    Deed::Say { at: at.to_owned(), words: words.to_owned() }
}

fn rule(at: &str, change: Change) -> Deed {
    Deed::Rule { at: at.to_owned(), change }
}

fn done(desk: Desk, deeds: impl IntoIterator<Item = Deed>) -> Desk {
    deeds.into_iter().fold(desk, |desk, deed| desk.after(&deed))
}

/// Whether two texts hold the same, whatever their spaces.
fn same(one: &str, other: &str) -> bool {
    Node::read(one).is_some() && Node::read(one) == Node::read(other)
}

fn inputs(form: &[Section]) -> impl Iterator<Item = (&str, &Input)> {
    form.iter().flat_map(|section| &section.fields).map(|field| (field.at.as_str(), &field.input))
}

#[test]
fn every_partner_file_opens_without_an_error_and_keeps_every_field() {
    for (name, text) in folder("catalogue/partners") {
        let desk = opened(&text);
        assert_eq!(desk.text(), text, "{name}");
        assert_eq!(desk.file_name(), name);
        let errors = desk.inspection().findings.iter().filter(|finding| finding.severity == Severity::Error);
        assert_eq!(errors.collect::<Vec<_>>(), Vec::<&mantelwijzer::desk::Finding>::new(), "{name}");
        let tree = Node::read(&text).expect("JSON");
        assert!(same(&tree.anew().print(), &text), "{name}: printed anew");
        for offer in 0..desk.offers() {
            let form = desk.offer_form(offer);
            let strange = inputs(&form).find(|(_, input)| {
                let is_strange_rule =
                    matches!(input, Input::Rule(Some(part)) if matches!(part.shape, Shape::Strange(_)));
                matches!(input, Input::Strange(_)) || is_strange_rule
            });
            assert_eq!(strange.map(|(at, _)| at), None, "{name}: a field that the form can't show");
            assert!(desk.preview(offer, None).is_some(), "{name}");
        }
    }
}

#[test]
fn every_field_of_every_offer_has_its_place_in_the_form() {
    for (name, text) in folder("catalogue/partners") {
        let desk = opened(&text);
        for place in 0..desk.offers() {
            let form = desk.offer_form(place);
            let fields: Vec<&str> = inputs(&form).map(|(at, _)| at).collect();
            let at = format!("/offers/{place}");
            let offer = desk.root().and_then(|root| root.find(&at)).expect("an offer");
            for (key, _) in offer.entries() {
                let own = format!("{at}/{key}");
                assert!(fields.iter().any(|field| field.starts_with(&own)), "{name}: {own} is in no section");
            }
        }
    }
}

#[test]
fn a_change_and_its_undoing_give_the_same_text_byte_for_byte() {
    for (name, text) in folder("catalogue/partners").into_iter().step_by(30) {
        let desk = opened(&text);
        let deeds = [
            say("/offers/0/gives/nl", "Iets anders."),
            Deed::Settle,
            Deed::Copy(0),
            rule("/offers/0/eligibility", Change::Wrap(Group::Not)),
            Deed::Delete(0),
            Deed::Put { at: "/offers/0/conditions".to_owned(), what: Blank::Text },
        ];
        let steps = 5;
        let changed = done(desk, deeds);
        assert_ne!(changed.text(), text);
        assert!(changed.is_unsaved(), "{name}");
        let redo = changed.text();
        let back = done(changed, vec![Deed::Undo; steps]);
        assert_eq!((back.text() == text, back.can_undo(), back.is_unsaved()), (true, false, false), "{name}");
        assert_eq!(done(back, vec![Deed::Redo; steps]).text(), redo, "{name}");
    }
}

#[test]
fn a_change_to_one_sentence_leaves_every_other_line_as_it_was() {
    for (name, text) in folder("catalogue/partners").into_iter().step_by(7) {
        let desk = opened(&text).after(&say("/offers/0/first_step/nl", "Bel ons."));
        let now = desk.text();
        let tree = |text: &str| Node::read(text).expect("JSON").take("/offers/0/first_step");
        assert_eq!(tree(&now), tree(&text), "{name}");
        if text.lines().count() == now.lines().count() {
            let changed = text.lines().zip(now.lines()).filter(|(one, other)| one != other).count();
            assert!(changed <= 12, "{name}: {changed} lines");
        }
    }
}

#[test]
fn typing_in_one_field_is_one_step() {
    let (_, text) = folder("catalogue/partners").remove(0);
    let desk = done(opened(&text), ["B", "Be", "Bel"].map(|words| say("/offers/0/first_step/nl", words)));
    let desk = done(desk, [Deed::Settle, say("/offers/0/first_step/nl", "Bel ons")]);
    let back = desk.after(&Deed::Undo);
    assert_eq!(back.word("/offers/0/first_step/nl"), "Bel");
    assert_eq!(back.news(), Some(News::Undone));
    assert_eq!(back.after(&Deed::Undo).text(), text);
}

const FAULTY: &str = r#"{
  "format": 1,
  "wat": {"is": "dit"},
  "partner": {"id": "proef", "name": {"nl": "Proef"}, "fax": "09 1"},
  "offers": [
    {"id": "proef-een", "name": "zonder taal", "gives": {"nl": "U krijgt hulp."}, "naam": 1.50, "needs": {"need": "talk"},
      "eligibility": {"is": {"question": "work", "option": "employe-private"}, "not": 3}},
    "geen aanbod",
    {"id": "proef-een", "kind": 7, "phases": "ongoing", "naam": "a", "naam": "b"}
  ]
}
"#;

#[test]
fn a_file_with_faults_opens_and_keeps_everything() {
    let desk = opened(FAULTY);
    assert_eq!(desk.text(), FAULTY);
    assert!(!desk.inspection().findings.is_empty());
    for place in 0..3 {
        desk.offer_form(place);
        desk.strays(Some(place));
    }
    let changed = desk.after(&say("/offers/0/first_step/nl", "Bel ons."));
    let text = changed.text();
    for kept in [
        "\"wat\": {\"is\": \"dit\"}",
        "\"fax\": \"09 1\"",
        "\"naam\": 1.50",
        "\"geen aanbod\"",
        "\"naam\": \"a\", \"naam\": \"b\"",
    ] {
        assert!(text.contains(kept), "{kept} is gone from {text}");
    }
    assert_eq!(changed.after(&Deed::Undo).text(), FAULTY);
}

#[test]
fn a_file_that_is_no_json_can_be_mended_as_text() {
    for broken in ["", "[]", "7", "{\"format\": 1,", &"[".repeat(100_000), &"{\"a\":".repeat(5_000)] {
        let desk = opened(broken);
        assert!(matches!(desk.document(), Document::Text(_)), "{:.20}", broken);
        assert_eq!(desk.text(), broken);
        assert!(!desk.inspection().findings.is_empty(), "{:.20}", broken);
    }
    let desk = opened("{\"format\": 1,").after(&Deed::Write("{\"format\": 1}".to_owned()));
    assert_eq!((desk.news(), desk.offers()), (Some(News::Mended), 0));
    assert_eq!(desk.after(&Deed::Undo).text(), "{\"format\": 1,");
}

fn filled() -> Desk {
    let at = |field: &str| format!("/offers/0/{field}");
    let tick =
        |field: &str, word: &str| Deed::Tick { at: at(field), word: word.into(), is_on: true, order: Vec::new() };
    done(
        empty(),
        [
            Deed::Begin,
            say("/partner/name/nl", "Het Proefhuis"),
            Deed::Add,
            say("/offers/0/name/nl", "Logeren in Het Proefhuis"),
            Deed::Pick { at: at("kind"), word: "respite".into() },
            say("/offers/0/gives/nl", "Uw naaste logeert een paar dagen bij ons."),
            say("/offers/0/first_step/nl", "Bel ons op werkdagen."),
            Deed::Strength { at: at("needs"), need: "respite".into(), strength: Some(3) },
            tick("phases", "ongoing"),
            tick("respite", "night"),
            tick("area/regions", "be-vov"),
            Deed::Pick { at: at("cost/level"), word: "free".into() },
            say("/offers/0/contact/phone", "09 234 56 78"),
            say("/offers/0/source/url", "https://www.proefhuis.be"),
        ],
    )
}

#[test]
fn a_new_offer_is_made_field_by_field_until_nothing_is_left_to_say() {
    let empty = done(empty(), [Deed::Begin, say("/partner/name/nl", "Het Proefhuis"), Deed::Add]);
    let codes: Vec<&str> = empty.inspection().findings.iter().map(|finding| finding.code).collect();
    for code in ["empty-text", "offer-without-need", "offer-without-phase", "offer-without-region", "unknown-word"] {
        assert!(codes.contains(&code), "{code} is not in {codes:?}");
    }
    let desk = filled();
    assert_eq!(desk.inspection().findings, Vec::new());
    assert_eq!(desk.word("/offers/0/id"), "logeren-in-het-proefhuis");
    assert_eq!(desk.file_name(), "het-proefhuis.json");
    assert!(desk.preview(0, None).is_some_and(|card| card.name.text == "Logeren in Het Proefhuis"));
}

#[test]
fn a_nested_rule_is_built_from_parts_and_tried_on_the_personas() {
    let at = |rest: &str| ["/offers/0/eligibility", rest].concat();
    let desk = done(
        filled(),
        [
            rule(&at(""), Change::Add(Group::All)),
            rule(&at(""), Change::Ask("recipient-age".into())),
            rule(&at(""), Change::Number(65)),
            rule(&at(""), Change::Add(Group::All)),
            rule(&at("/all/1"), Change::Ask("situation".into())),
            rule(&at("/all/1"), Change::Option("dementia".into(), true)),
            rule(&at("/all/1"), Change::Add(Group::Any)),
            rule(&at("/all/1/any/1"), Change::Ask("relation".into())),
            rule(&at("/all/1/any/1"), Change::Option("partner".into(), true)),
            rule(&at("/all/1/any/1"), Change::Option("parent".into(), true)),
            rule(&at(""), Change::Add(Group::Not)),
            rule(&at("/all/2/not"), Change::Ask("living".into())),
            rule(&at("/all/2/not"), Change::Option("care-home".into(), true)),
        ],
    );
    assert_eq!(desk.inspection().findings, Vec::new());
    let expected = r#"{"all": [{"at-least": {"question": "recipient-age", "number": 65}},
        {"any": [{"is": {"question": "situation", "option": "dementia"}},
                 {"any-of": {"question": "relation", "options": ["partner", "parent"]}}]},
        {"not": {"is": {"question": "living", "option": "care-home"}}}]}"#;
    let written = desk.root().and_then(|root| root.find(&at(""))).expect("a rule").print();
    assert!(same(&written, expected), "{written}");
    let outcomes = desk.outcomes(0).expect("outcomes");
    let verdict = |id: &str| {
        let place = desk.bench().personas().iter().position(|persona| persona.id == id).expect(id);
        outcomes.iter().find(|outcome| outcome.persona == place).expect(id).verdict
    };
    assert_eq!(verdict("widower-in-ghent"), desk_verdict("widower-in-ghent", &desk));
    assert_eq!(verdict("self-employed-in-liege"), Verdict::NotMet);
    let fewer =
        done(desk.clone(), [rule(&at("/all/2/not"), Change::Remove), rule(&at("/all/1/any/1"), Change::Remove)]);
    let written = fewer.root().and_then(|root| root.find(&at(""))).expect("a rule").print();
    assert!(written.contains("any") && !written.contains("not"), "{written}");
    let kept = desk.after(&Deed::Keep { persona: 0, offer: 0, must_show: false });
    assert_eq!(kept.examples().len(), 1);
}

fn desk_verdict(id: &str, desk: &Desk) -> Verdict {
    let place = desk.bench().personas().iter().position(|persona| persona.id == id);
    desk.preview(0, place).expect("a card").verdict
}

#[test]
fn every_kind_of_rule_can_be_shown_changed_and_taken_away() {
    let every = r#"{"all": [{"any": [{"not": {"is": {"question": "living", "option": "hospital"}}},
        {"any-of": {"question": "situation", "options": ["dementia", "cancer"]}}]},
        {"all-of": {"question": "work", "options": ["student", "employee-private"]}},
        {"at-least": {"question": "recipient-age", "number": 65}}, {"below": {"question": "carer-age", "number": 25}},
        {"place-in": {"question": "recipient-place", "regions": ["be-bru"]}}, {"today": {"until": "2027-01-31"}}]}"#;
    let text = FAULTY_FREE.replace("{\"all\": []}", every);
    let desk = opened(&text);
    let form = desk.offer_form(0);
    let (_, input) = inputs(&form).find(|(at, _)| at.ends_with("eligibility")).expect("a rule");
    let Input::Rule(Some(part)) = input else { panic!("{input:?}") };
    let Shape::All(parts) = &part.shape else { panic!("{part:?}") };
    let modes: Vec<Mode> = parts
        .iter()
        .filter_map(|part| match &part.shape {
            Shape::Leaf(leaf) => Some(leaf.mode),
            Shape::All(_) | Shape::Any(_) | Shape::Not(_) | Shape::Strange(_) => None,
        })
        .collect();
    assert_eq!(modes, [Mode::AllOf, Mode::AtLeast, Mode::Below, Mode::PlaceIn, Mode::Today]);
    let at = "/offers/0/eligibility";
    for (place, change, expected) in [
        (
            "/all/1",
            Change::Compare(Mode::OneOf),
            r#"{"any-of": {"question": "work", "options": ["student", "employee-private"]}}"#,
        ),
        ("/all/2", Change::Number(70), r#"{"at-least": {"question": "recipient-age", "number": 70}}"#),
        ("/all/3", Change::Compare(Mode::AtLeast), r#"{"at-least": {"question": "carer-age", "number": 25}}"#),
        (
            "/all/4",
            Change::Place("be-vlg".into(), true),
            r#"{"place-in": {"question": "recipient-place", "regions": ["be-bru", "be-vlg"]}}"#,
        ),
        ("/all/5", Change::From("2026-01-01".into()), r#"{"today": {"from": "2026-01-01", "until": "2027-01-31"}}"#),
        ("/all/5", Change::Until(String::new()), r#"{"today": {}}"#),
        (
            "/all/0",
            Change::Regroup(Group::All),
            r#"{"all": [{"not": {"is": {"question": "living", "option": "hospital"}}}, {"any-of": {"question": "situation", "options": ["dementia", "cancer"]}}]}"#,
        ),
        ("/all/0/any/0", Change::Unwrap, r#"{"is": {"question": "living", "option": "hospital"}}"#),
    ] {
        let place = [at, place].concat();
        let after = desk.clone().after(&rule(&place, change));
        let written = after.root().and_then(|root| root.find(&place)).expect("a part").print();
        assert!(same(&written, expected), "{written}");
    }
}

const FAULTY_FREE: &str = r#"{"format": 1, "partner": {"id": "proef", "name": {"nl": "Proef"}}, "offers": [
  {"id": "proef-een", "name": {"nl": "Proef"}, "kind": "advice", "gives": {"nl": "Hulp."}, "first_step": {"nl": "Bel."},
   "needs": [{"need": "talk", "strength": 2}], "phases": ["ongoing"], "area": {"whose": "carer", "regions": ["be"]},
   "eligibility": {"all": []}, "conditions": [], "cost": {"level": "free"}, "contact": {}, "source": {"kind": "provider"},
   "checked_on": null, "confidence": "confirmed", "unverified": []}]}"#;

#[test]
fn an_id_of_another_partner_is_told_of_and_one_of_the_same_file_isnt() {
    let taken = |text: &str| {
        let findings = opened(text).inspection().findings.clone();
        findings
            .iter()
            .filter(|finding| finding.code == "duplicate-id")
            .map(|finding| finding.at.clone())
            .collect::<Vec<_>>()
    };
    let published = folder("catalogue/partners").remove(0).1;
    assert_eq!(taken(&published), Vec::<String>::new());
    let desk = opened(&published);
    let id = desk.word("/offers/0/id");
    assert_eq!(taken(&FAULTY_FREE.replace("proef-een", id)), ["/offers/0/id"]);
}

#[test]
fn a_letter_typed_is_checked_before_the_next_one_comes() {
    let files = folder("catalogue/partners");
    let (_, longest) = files.iter().max_by_key(|(_, text)| text.len()).expect("a file");
    let desk = opened(longest);
    let begin = Instant::now();
    let desk = done(desk, (0..10).map(|letter| say("/offers/0/gives/nl", &"a".repeat(letter))));
    let each = begin.elapsed() / 10;
    desk.offer_form(0);
    println!("{each:?} for a letter in {} bytes", longest.len());
    // Without optimisation and beside other tests; a browser takes a tenth of it.
    assert!(each.as_millis() < 1500, "{each:?}");
}
