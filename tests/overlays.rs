//! What a municipality changes: its own small catalogue, and nobody else's.

use crate::{
    broken::{Files, base, lines, load},
    shipped::shipped,
};
use mantelwijzer::{
    answers::{Answer, Answers, file},
    catalogue::{Catalogue, diagnostic::Spot, raw::RawAnswersFile, unpack::unpack},
    date::Date,
    eligibility::Verdict,
    language::Language,
    matching::match_offers,
};
use serde_json::{Value, json};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

const GHENT: &str = "overlays/be-nis-44021/overlay.json";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn run(catalogue: &Path, arguments: &[&str]) -> Output {
    let command = Command::new(env!("CARGO_BIN_EXE_catalogue"))
        .args(arguments)
        .args(["--today", "2026-11-22", "--catalogue"])
        .arg(catalogue)
        .current_dir(root())
        .output();
    command.expect("the command runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_owned()).expect("UTF-8")
}

/// A folder of its own for one test.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("overlays").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// The small sound catalogue on disk, with these files beside it.
fn catalogue_with(name: &str, files: &[(&str, Value)]) -> PathBuf {
    let root = folder(name);
    let mut all = base();
    all.extend(files.iter().map(|(file, value)| ((*file).to_owned(), value.to_string())));
    for (file, text) in all {
        let path = root.join(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("written");
    }
    root
}

/// Ghent hides the line for everyone, calls the week away by another name, and offers a weekend itself.
fn ghent() -> [(&'static str, Value); 2] {
    let changes = json!({
        "format": 1, "place": "be-nis-44021",
        "hides": [{"offer": "be-steun", "why": "Wij hebben een eigen lijn."}],
        "rewords": [{"offer": "vl-logeerweek", "field": "name", "was": {"nl": "Logeerweek"}, "says": {"nl": "Een week in Gent"}}],
    });
    [(GHENT, changes), ("overlays/be-nis-44021/partners/stad-gent.json", own())]
}

fn own() -> Value {
    let mut file: Value = serde_json::from_str(&base()["partners/voorbeeld.json"]).expect("JSON");
    file["partner"] = json!({"id": "stad-gent", "name": {"nl": "Stad Gent"}, "website": "https://www.gent.be"});
    file["offers"][0]["id"] = "gent-weekend".into();
    file["offers"][0]["name"] = json!({"nl": "Een weekend weg"});
    file["offers"][0]["area"] = json!({"whose": "recipient", "regions": ["be-nis-44021"]});
    file
}

fn unpacked(out: &Path) -> Catalogue {
    let read = |name: &str| fs::read_to_string(out.join(name)).expect("written");
    let unpacked = unpack(&read("nl-BE.json"), &read("places.json"), Date::parse("2026-11-22").expect("a day"));
    let unpacked = unpacked.expect("the widget can use it");
    assert_eq!(unpacked.left_out, 0);
    unpacked.catalogue
}

fn names(catalogue: &Catalogue) -> Vec<String> {
    catalogue.offers().map(|(_, offer)| format!("{}: {}", offer.id, offer.name.words(Language::NlBe))).collect()
}

#[test]
fn a_municipality_has_a_small_catalogue_of_its_own() {
    let root = catalogue_with("ghent", &ghent());
    let out = folder("ghent-bundle");
    let ran = run(&root, &["bundle", "--place", "be-nis-44021", "--out", &out.display().to_string()]);
    assert!(ran.status.success(), "{}", text(&ran.stderr));
    let told = "Gent (be-nis-44021): 1 van de 2 landelijke aanbiedingen; 1 verborgen, 1 teksten in eigen woorden, 1 van \
        de gemeente zelf\n";
    assert_eq!(text(&ran.stdout), told);
    assert_eq!(names(&unpacked(&out)), ["gent-weekend: Een weekend weg", "vl-logeerweek: Een week in Gent"]);
}

#[test]
fn what_a_municipality_changes_stays_there() {
    let root = catalogue_with("others", &ghent());
    for (name, place, offers) in [
        ("whole", None, &["be-steun: Steun voor iedereen", "vl-logeerweek: Logeerweek"][..]),
        ("brussels", Some("be-nis-21004"), &["be-steun: Steun voor iedereen"][..]),
        ("flanders", Some("be-vlg"), &["be-steun: Steun voor iedereen", "vl-logeerweek: Logeerweek"][..]),
    ] {
        let out = folder(&format!("others-{name}"));
        let to = out.display().to_string();
        let place: Vec<&str> = place.into_iter().flat_map(|place| ["--place", place]).collect();
        let ran = run(&root, &[&["bundle", "--out", &to], &place[..]].concat());
        assert!(ran.status.success(), "{name}: {}", text(&ran.stderr));
        assert_eq!(names(&unpacked(&out)), offers, "{name}");
    }
}

#[test]
fn a_fault_of_one_municipality_stands_in_nobody_elses_way() {
    let mut files = ghent();
    files[0].1["hides"][0]["offer"] = "be-steunn".into();
    let root = catalogue_with("faulty", &files);
    let out = folder("faulty-bundle").join("bundle");
    let to = out.display().to_string();
    let ran = run(&root, &["bundle", "--place", "be-nis-44021", "--out", &to]);
    assert_eq!(ran.status.code(), Some(1));
    assert!(text(&ran.stderr).contains("`be-steun`") && !out.exists(), "{}", text(&ran.stderr));
    assert!(run(&root, &["bundle", "--place", "be-nis-11002", "--out", &to]).status.success());
    assert!(run(&root, &["bundle", "--out", &to]).status.success());
    assert_eq!(run(&root, &["check"]).status.code(), Some(1), "the check tells of everyone");
}

#[test]
fn a_place_that_does_not_exist_is_told_and_nothing_is_written() {
    let root = catalogue_with("nowhere", &[]);
    let out = folder("nowhere-bundle").join("bundle");
    for (typed, meant) in [("gent", "be-nis-44021"), ("be-nis-44012", "be-nis-44021"), ("be-vlgg", "be-vlg")] {
        let ran = run(&root, &["bundle", "--place", typed, "--out", &out.display().to_string()]);
        assert_eq!(ran.status.code(), Some(1), "{typed}");
        assert!(text(&ran.stderr).contains(&format!("bedoelt u `{meant}`")), "{typed}: {}", text(&ran.stderr));
        assert!(!out.exists(), "{typed}");
    }
}

/// Everything found when these files are added, a line each.
fn found(files: &[(&str, Value)]) -> Vec<String> {
    let mut all = base();
    all.extend(files.iter().map(|(file, value)| ((*file).to_owned(), value.to_string())));
    let mut lines = lines(&all);
    // An offer that lacks nearly everything is told of many times.
    lines.dedup();
    lines
}

#[test]
fn own_texts_and_offers_pass_the_same_checks_in_one_run() {
    let [(_, mut changes), (partner, mut own)] = ghent();
    changes["rewords"][0]["says"] = json!({"fr": "<b>Une semaine</b>"});
    changes["rewords"].as_array_mut().expect("a list").push(json!({
        "offer": "vl-logeerweek", "field": "gives", "was": {"nl": "Uw naaste logeert een week bij ons. U kunt dan uitrusten."},
        "says": {"nl": "Je naaste logeert bij ons."},
    }));
    own["offers"][0]["contact"] = json!({"website": "http://www.gent.be"});
    own["offers"].as_array_mut().expect("a list").push(json!({"id": "be-steun"}));
    let mut twice: Value = serde_json::from_str(&base()["partners/steun.json"]).expect("JSON");
    twice["partner"]["id"] = "steun-gent".into();
    assert_eq!(
        found(&[(GHENT, changes), (partner, own), ("overlays/be-nis-44021/partners/steun-gent.json", twice)]),
        [
            "error missing-dutch overlays/be-nis-44021/overlay.json /rewords/0/says",
            "error markup-in-text overlays/be-nis-44021/overlay.json /rewords/0/says/fr",
            "warning informal-address overlays/be-nis-44021/overlay.json /rewords/1/says/nl",
            "error link-not-https overlays/be-nis-44021/partners/stad-gent.json /offers/0/contact/website",
            "error missing-field overlays/be-nis-44021/partners/stad-gent.json /offers/1",
            "error duplicate-id overlays/be-nis-44021/partners/steun-gent.json /offers/0/id",
        ]
    );
}

#[test]
fn a_fault_in_the_shape_of_one_change_hides_no_other() {
    let [(_, mut changes), own] = ghent();
    changes["hides"].as_array_mut().expect("a list").insert(0, json!({"offer": "vl-logeerweek"}));
    changes["hides"][1]["offer"] = "be-steunn".into();
    changes["rewords"][0]["feild"] = "name".into();
    changes["rewords"].as_array_mut().expect("a list").push(json!({
        "offer": "vl-logeerweek", "field": "name", "was": {"nl": "Logeerweek"}, "says": {"fr": "Une semaine"},
    }));
    assert_eq!(
        found(&[(GHENT, changes), own]),
        [
            format!("error missing-field {GHENT} /hides/0"),
            format!("error unknown-offer {GHENT} /hides/1/offer"),
            format!("error unknown-field {GHENT} /rewords/0/feild"),
            format!("error missing-dutch {GHENT} /rewords/1/says"),
        ]
    );
}

#[test]
fn an_own_offer_may_not_take_an_id_that_exists() {
    let [changes, (_, mut own)] = ghent();
    own["offers"][0]["id"] = "vl-logeerweek".into();
    own["partner"]["id"] = "steun".into();
    let file = "overlays/be-nis-44021/partners/steun.json";
    let found = found(&[changes, (file, own)]);
    assert_eq!(
        found,
        [format!("error duplicate-id {file} /offers/0/id"), format!("error duplicate-id {file} /partner/id")]
    );
}

#[test]
fn own_examples_are_tried_on_what_is_shown_there() {
    let [changes, (partner, mut own)] = ghent();
    let answers = json!({"recipient-place": "be-nis-44021", "carer-place": "be-nis-44021", "situation": ["dementia"]});
    own["examples"] = json!([
        {"story": "Een man in Gent.", "answers": answers, "expect": {"must_fit": ["gent-weekend"], "must_not_show": ["be-steun"]}},
        {"story": "Een vrouw in Gent.", "answers": answers, "expect": {"must_show": ["gent-weekend", "be-steun"]}},
        {"story": "Een dochter in Gent.", "answers": {"situaton": []}, "expect": {"must_show": ["vl-logeerweek"]}},
        {"story": "Een zoon in Gent."},
    ]);
    assert_eq!(
        found(&[changes, (partner, own)]),
        [
            format!("error example-differs {partner} /examples/1/expect/must_show/1"),
            format!("error unknown-question {partner} /examples/2/answers/situaton"),
            format!("warning example-of-others {partner} /examples/2/expect"),
            format!("error missing-field {partner} /examples/3"),
        ]
    );
}

#[test]
fn a_place_that_does_not_exist_is_told_at_the_place_or_the_folder() {
    let [_, (_, own)] = ghent();
    let named = json!({"format": 1, "place": "be-nis-44012"});
    assert_eq!(found(&[(GHENT, named)]), [format!("error unknown-region {GHENT} /place")]);
    let nowhere = "overlays/gent/partners/stad-gent.json";
    assert_eq!(found(&[(nowhere, own)]), ["error unknown-region overlays/gent/overlay.json"]);
}

#[test]
fn drift_shows_what_was_what_is_and_what_is_said_here() {
    let [(_, mut changes), _] = ghent();
    changes["rewords"][0]["was"] = json!({"nl": "Een week logeren", "fr": "Une semaine"});
    let mut files: Files = base();
    files.insert(GHENT.to_owned(), changes.to_string());
    let (_, found) = load(&files);
    let drift: Vec<&str> = found.iter().filter(|one| one.code == "drift").map(|one| one.message.nl.as_str()).collect();
    let of = |then: &str, now: &str| {
        format!(
            "de landelijke tekst `name` van `vl-logeerweek` is veranderd; toen: '{then}', nu: '{now}', bij u: 'Een week in Gent'"
        )
    };
    assert_eq!(drift, [of("Une semaine", ""), of("Een week logeren", "Logeerweek")]);
}

#[test]
fn a_cut_off_file_of_a_municipality_is_told_and_takes_nothing_along() {
    let [(_, changes), _] = ghent();
    let whole = changes.to_string();
    for (length, _) in whole.char_indices() {
        let mut files: Files = base();
        files.insert(GHENT.to_owned(), whole[..length].to_owned());
        let (catalogue, found) = load(&files);
        assert_eq!(catalogue.expect("sound").offers().count(), 2, "after {length} bytes");
        assert!(found.len() == 1 && found[0].code == "unreadable-file" && found[0].file == GHENT, "{found:?}");
    }
}

/// What someone is shown, in order, with their verdicts; and what is urgent.
fn outcome(catalogue: &Catalogue, given: &RawAnswersFile) -> (Vec<(String, Verdict)>, Vec<String>) {
    let (answers, unclear) = file::read(catalogue, &given.answers, &Spot::file("persona"));
    assert!(unclear.is_empty(), "{unclear:?}");
    let ranking = match_offers(catalogue, &answers);
    let id = |offer| catalogue.offer(offer).id.to_string();
    let shown = ranking.shown().map(|found| (id(found.offer), found.verdict)).collect();
    (shown, ranking.urgent.iter().map(|offer| id(*offer)).collect())
}

#[test]
fn who_lives_and_cares_there_finds_the_same_as_in_the_whole_catalogue() {
    let whole = shipped();
    let mut people = 0;
    for place in ["be-nis-44021", "nl-gm0392", "be-vbr"] {
        let out = folder(&format!("real-{place}"));
        let ran = run(&root().join("catalogue"), &["bundle", "--place", place, "--out", &out.display().to_string()]);
        assert!(ran.status.success(), "{}", text(&ran.stderr));
        let here = unpacked(&out);
        assert!(here.offers().count() < whole.offers().count() * 3 / 5, "{place} is no smaller");
        // What is left out fits nobody there.
        let mut there = Answers::default();
        for question in [whole.landmarks().carer_place, whole.landmarks().recipient_place] {
            there.give(&whole, question, Answer::Place(whole.regions().find(place).expect("a place")));
        }
        let ids =
            |catalogue: &Catalogue| catalogue.offers().map(|(_, offer)| offer.id.to_string()).collect::<BTreeSet<_>>();
        let excluded: BTreeSet<String> =
            match_offers(&whole, &there).excluded.into_iter().map(|offer| whole.offer(offer).id.to_string()).collect();
        assert_eq!(ids(&here), &ids(&whole) - &excluded, "{place}");
        for entry in fs::read_dir(root().join("catalogue/personas")).expect("personas") {
            let path = entry.expect("a file").path();
            let given: RawAnswersFile =
                serde_json::from_str(&fs::read_to_string(&path).expect("read")).expect("answers");
            let lives = |question: &str| given.answers.get(question).is_some_and(|answer| answer == place);
            if lives("carer-place") && lives("recipient-place") {
                assert_eq!(outcome(&here, &given), outcome(&whole, &given), "{}", path.display());
                people += 1;
            }
        }
    }
    assert!(people >= 3, "only {people}");
}
