//! The `catalogue` command, as partners and scripts use it.

use serde_json::Value;
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

struct Ran {
    status: i32,
    out: String,
    err: String,
}

fn run(arguments: &[&str]) -> Ran {
    let command = Command::new(env!("CARGO_BIN_EXE_catalogue"))
        .args(arguments)
        .args(["--today", "2026-11-22"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("the command runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    Ran { status: command.status.code().unwrap_or(-1), out: text(command.stdout), err: text(command.stderr) }
}

/// A folder of its own for one test.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn answers(name: &str, text: &str) -> String {
    let path = folder(name).join("answers.json");
    fs::write(&path, text).expect("written");
    path.display().to_string()
}

/// A copy of the real catalogue in which one file holds this.
fn catalogue_with(name: &str, file: &str, bytes: &[u8]) -> String {
    let root = folder(name);
    fs::create_dir_all(root.join("partners")).expect("a folder");
    let real = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogue");
    for copied in ["questionnaire.json", "regions.json", "guide.json", "partners/samana.json"] {
        fs::copy(real.join(copied), root.join(copied)).expect("copied");
    }
    fs::write(root.join(file), bytes).expect("written");
    root.display().to_string()
}

fn json(ran: &Ran) -> Value {
    serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{error}: {}{}", ran.out, ran.err))
}

#[test]
fn the_real_catalogue_has_no_errors_and_every_offer() {
    let ran = run(&["check"]);
    assert_eq!(ran.status, 0, "{}", ran.out);
    assert!(ran.out.contains("269 aanbiedingen"), "{}", ran.out.lines().last().unwrap_or_default());
    let found = json(&run(&["check", "--format", "json"]));
    let found = found.as_array().expect("a list");
    assert!(found.iter().all(|one| one["severity"] == "warning"));
    for field in ["code", "severity", "file", "line", "column", "pointer", "message", "help"] {
        assert!(found.iter().all(|one| one.get(field).is_some()), "{field}");
    }
}

#[test]
fn match_tells_what_fits_and_why() {
    let file = answers(
        "match",
        r#"{"answers": {"carer-place": "be-nis-44021", "recipient-place": "be-nis-44021",
        "situation": ["dementia"], "needs": ["respite"], "income": null}}"#,
    );
    let ran = run(&["match", "--answers", &file]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    let told = json(&ran);
    let first = &told["matches"][0];
    assert_eq!(first["verdict"], "met");
    assert_eq!(first["needs"], serde_json::json!(["respite"]));
    let reasons = first["reasons"].as_array().expect("a list");
    assert!(
        reasons.iter().any(|reason| reason["question"] == "recipient-place" && reason["answer"] == "be-nis-44021"),
        "{first}"
    );
    assert!(
        told["undecided"]
            .as_array()
            .expect("a list")
            .iter()
            .all(|one| !one["depends_on"].as_array().expect("a list").is_empty())
    );
    assert!(told["excluded"].as_array().expect("a list").iter().all(|one| one["because"].is_array()));
    assert!(told["next_question"].is_string());
}

#[test]
fn an_unknown_id_is_named_and_the_nearest_suggested() {
    for (name, text, wanted) in [
        ("question", r#"{"answers": {"relatoin": "parent"}}"#, "`relation`"),
        ("option", r#"{"answers": {"relation": "parnt"}}"#, "`parent`"),
        ("place", r#"{"answers": {"carer-place": "be-vlx"}}"#, "`be-vlg`"),
        ("listed", r#"{"answers": {"situation": ["dementai"]}}"#, "`dementia`"),
        ("shape", r#"{"answers": {"situation": "dementia"}}"#, "lijst"),
        ("cut", r#"{"answers": {"situation""#, "houdt te vroeg op"),
        ("twice", r#"{"answers": {"relation": "parent", "relation": "child"}}"#, "`relation` staat er twee keer"),
    ] {
        let ran = run(&["match", "--answers", &answers(name, text)]);
        assert_eq!(ran.status, 1, "{name}: {}", ran.err);
        assert!(ran.err.contains(wanted), "{name}: {}", ran.err);
        assert!(ran.out.is_empty(), "{name}");
    }
}

#[test]
fn interview_asks_each_screen_once_and_counts_the_load_questions_as_one() {
    let ran = run(&[
        "interview",
        "--answers",
        &answers("interview", r#"{"answers": {"carer-place": "nl-gm0363", "needs": ["leave"]}}"#),
    ]);
    let told = json(&ran);
    let asked: Vec<&str> = told["asked"].as_array().expect("a list").iter().filter_map(Value::as_str).collect();
    assert_eq!(asked.first(), Some(&"carer-place"));
    let mut once = asked.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), asked.len());
    let load = asked.iter().filter(|question| question.starts_with("load-")).count();
    assert_eq!(told["asked_count"], asked.len() - load.saturating_sub(1));
    assert_eq!(told["question_count"], 24);
}

#[test]
fn what_is_broken_is_told_with_its_place_and_never_panics() {
    let real =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogue/partners/samana.json")).expect("read");
    let cut = &real.as_bytes()[..real.len() / 2];
    let typo = real.replacen("\"be-samana\"", "\"Be Samana\"", 1);
    let mistyped_need = real.replacen("\"peers\"", "\"peeers\"", 1);
    let huge = vec![b' '; 100 * 1024 * 1024];
    for (name, file, bytes, wanted) in [
        ("cut", "partners/samana.json", cut, "unreadable-file"),
        ("garbage", "partners/samana.json", b"\x00\xff\xfe{" as &[u8], "UTF-8"),
        ("typo", "partners/samana.json", typo.as_bytes(), "malformed-id"),
        ("need", "partners/samana.json", mistyped_need.as_bytes(), "`peers`"),
        ("huge", "partners/samana.json", &huge, "100 MiB"),
        ("empty", "questionnaire.json", b"", "unreadable-file"),
        ("list", "regions.json", b"[]", "wrong-type"),
        ("guide", "guide.json", b"{", "unreadable-file"),
    ] {
        let ran = run(&["check", "--catalogue", &catalogue_with(&format!("broken-{name}"), file, bytes)]);
        assert_eq!(ran.status, 1, "{name}: {}{}", ran.out, ran.err);
        assert!(ran.out.contains(wanted), "{name}: {}", ran.out);
        assert!(ran.out.contains(&format!("{file}:")), "{name} names the file, line and column: {}", ran.out);
        assert!(!ran.err.contains("panicked"), "{name}: {}", ran.err);
    }
    let nowhere = run(&["check", "--catalogue", "no-such-folder"]);
    assert_eq!(nowhere.status, 2, "{}", nowhere.err);
    assert!(nowhere.err.contains("no-such-folder"), "{}", nowhere.err);
}

#[test]
fn a_finding_points_at_its_line_and_column() {
    let real =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogue/partners/samana.json")).expect("read");
    let broken = real.replacen("\"peers\"", "\"peeers\"", 1);
    let line = 1 + broken.lines().position(|line| line.contains("peeers")).expect("a line");
    let column = 1 + broken.lines().nth(line - 1).and_then(|line| line.find("\"peeers\"")).expect("a column");
    let root = catalogue_with("place", "partners/samana.json", broken.as_bytes());
    let found = json(&run(&["check", "--format", "json", "--catalogue", &root]));
    let found = found.as_array().expect("a list").iter().find(|one| one["code"] == "unknown-need").expect("found");
    assert_eq!((found["line"].as_u64(), found["column"].as_u64()), (Some(line as u64), Some(column as u64)));
    assert_eq!(found["pointer"], "/offers/0/needs/0/need");
}

#[test]
fn scenarios_say_what_differs_and_fail() {
    let folder = folder("scenarios");
    let scenario =
        r#"{"id": "wrong", "answers": {"carer-place": "nl"}, "expect": {"must_show": ["be-samana", "no-such-offer"]}}"#;
    fs::write(folder.join("wrong.json"), scenario).expect("written");
    let ran = run(&["scenarios", &folder.display().to_string()]);
    assert_eq!(ran.status, 1);
    assert!(ran.out.contains("hoort getoond te worden (`must_show`)\n       - be-samana  "), "{}", ran.out);
    assert!(ran.out.contains("past niet door `carer-place` (Nederland)"), "{}", ran.out);
    assert!(ran.out.contains("- no-such-offer\n             bestaat niet"), "{}", ran.out);
    assert!(ran.out.ends_with("0 passed, 1 failed\n"), "{}", ran.out);
}

#[test]
fn the_committed_schemas_are_those_of_the_code() {
    let out = folder("schemas");
    assert_eq!(run(&["schema", "--out", &out.display().to_string()]).status, 0);
    for name in ["catalogue", "guide", "overlay", "questionnaire", "regions"].map(|name| format!("{name}.schema.json"))
    {
        let committed = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogue").join(&name));
        let fresh = fs::read_to_string(out.join(&name)).expect("written");
        assert!(
            committed.is_ok_and(|text| text == fresh),
            "{name}: run `cargo run --bin catalogue -- schema --out catalogue`"
        );
    }
}

#[test]
fn a_catalogue_may_do_without_a_guide() {
    let unused = br#"{"format": 1, "partner": {"id": "oud", "name": {"nl": "Oud"}}, "offers": []}"#;
    let root = catalogue_with("unguided", "partners/oud.json", unused);
    fs::remove_file(Path::new(&root).join("guide.json")).expect("there");
    let ran = run(&["check", "--catalogue", &root]);
    assert_eq!(ran.status, 0, "{}{}", ran.out, ran.err);
    assert!(!ran.out.contains("guide.json"), "{}", ran.out);
    let out = folder("unguided-bundle");
    assert_eq!(run(&["bundle", "--catalogue", &root, "--out", &out.display().to_string()]).status, 0);
    let bundle: Value = serde_json::from_str(&fs::read_to_string(out.join("nl.json")).expect("written")).expect("JSON");
    assert_eq!(bundle["guide"][4], serde_json::json!([]), "no phases");
}

#[test]
fn nothing_is_published_with_an_error_in_it() {
    let real =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogue/partners/samana.json")).expect("read");
    let marked_up = real.replacen("U kunt", "U <b>kunt</b>", 1);
    let root = catalogue_with("unpublished", "partners/samana.json", marked_up.as_bytes());
    let out = folder("unpublished-bundle").join("catalogue");
    let ran = run(&["bundle", "--catalogue", &root, "--out", &out.display().to_string()]);
    assert_eq!(ran.status, 1, "{}", ran.err);
    assert!(ran.err.contains("markup-in-text"), "{}", ran.err);
    assert!(!out.exists());
    let file = answers("of-a-bad-catalogue", r#"{"answers": {}}"#);
    assert_eq!(run(&["match", "--catalogue", &root, "--answers", &file]).status, 1, "it says so");
}

#[test]
fn a_bundle_holds_one_language_and_only_what_is_valid_today() {
    let root = catalogue_with(
        "bundled",
        "partners/oud.json",
        br#"{"format": 1, "partner": {"id": "oud", "name": {"nl": "Oud"}}, "offers": []}"#,
    );
    let samana = Path::new(&root).join("partners/samana.json");
    let mut file: Value = serde_json::from_str(&fs::read_to_string(&samana).expect("read")).expect("JSON");
    let mut second = file["offers"][0].clone();
    second["id"] = "be-samana-again".into();
    file["offers"].as_array_mut().expect("a list").push(second);
    file["offers"][0]["valid"] = serde_json::json!({"until": "2026-11-21"});
    fs::write(&samana, file.to_string()).expect("written");
    let out = folder("bundle");
    assert_eq!(run(&["bundle", "--catalogue", &root, "--out", &out.display().to_string()]).status, 0);
    let bundle: Value = serde_json::from_str(&fs::read_to_string(out.join("nl.json")).expect("written")).expect("JSON");
    assert_eq!(
        (&bundle["format"], &bundle["language"], &bundle["made_on"]),
        (&1.into(), &"nl".into(), &"2026-11-22".into())
    );
    let fields = bundle["fields"]["offers"].as_array().expect("names");
    let id = fields.iter().position(|name| name == "id").expect("an id");
    let offers = bundle["offers"].as_array().expect("a list").iter().map(|offer| &offer[id]);
    assert_eq!(offers.collect::<Vec<_>>(), ["be-samana-again"], "what has expired is not in it");
    assert!(!bundle.to_string().contains("\"note\""), "notes for partners stay with partners");
    assert!(out.join("places.json").exists());
}
