//! Files of every format there was are read as they were, and of a format that is too new refused in words.
//!
//! `tests/formats/N/` holds files of format N as the tools of that time made them. They are kept, never made anew: what stands
//! in `expected.json` beside them is what partners, hosts and caregivers with such files are promised.

use crate::broken::{Files, edit, lines, load};
use mantelwijzer::{
    answers::{Answers, file, saved},
    catalogue::{
        Catalogue,
        diagnostic::Spot,
        raw::{FORMAT, RawAnswersFile},
        unpack::{Unusable, unpack},
    },
    date::Date,
    eligibility::Verdict,
    language::Language,
    matching::match_offers,
    wording::files::words,
};
use serde_json::{Value, json};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    process::Command,
};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn today() -> Date {
    Date::parse("2026-11-22").unwrap()
}

/// The files of every format, by their paths in its folder.
fn kept() -> BTreeMap<u32, Files> {
    let mut kept: BTreeMap<u32, Files> = BTreeMap::new();
    let folder = root().join("tests/formats");
    let mut waiting = vec![folder.clone()];
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            waiting.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else {
            let name = path.strip_prefix(&folder).unwrap().to_str().unwrap().replace('\\', "/");
            let (format, name) = name.split_once('/').expect("a file in the folder of its format");
            let files = kept.entry(format.parse().expect("a number")).or_default();
            files.insert(name.to_owned(), fs::read_to_string(&path).unwrap());
        }
    }
    kept
}

/// The files of the catalogue among them.
fn catalogue(files: &Files) -> Files {
    let inside = |(name, text): (&String, &String)| Some((name.strip_prefix("catalogue/")?.to_owned(), text.clone()));
    files.iter().filter_map(inside).collect()
}

/// What comes of both files with answers. In order of id: the ranking may become better within a format.
fn outcome(catalogue: &Catalogue, files: &Files) -> Value {
    let written: RawAnswersFile = serde_json::from_str(&files["answers.json"]).unwrap();
    let (written, unclear) = file::read(catalogue, &written.answers, &Spot::file("answers.json"));
    assert!(unclear.is_empty(), "{unclear:?}");
    let saved = saved::read(catalogue, &files["saved.json"]).unwrap();
    assert_eq!(saved.left_out, 0);
    let plan =
        saved.plan.items().iter().map(
            |item| json!({"offer": catalogue.offer(item.offer).id.as_str(), "note": item.note, "done": item.is_done}),
        );
    json!({
        "written": found(catalogue, &written),
        "saved": found(catalogue, &saved.answers),
        "plan": plan.collect::<Vec<_>>(),
    })
}

fn found(catalogue: &Catalogue, answers: &Answers) -> Value {
    let ranking = match_offers(catalogue, answers);
    let id = |offer| catalogue.offer(offer).id.to_string();
    let verdict = |verdict| if verdict == Verdict::Met { "fits" } else { "may fit" };
    let mut shown: BTreeMap<_, _> = ranking.shown().map(|one| (id(one.offer), verdict(one.verdict))).collect();
    shown.extend(ranking.urgent.iter().map(|offer| (id(*offer), "urgent")));
    json!(shown)
}

#[test]
fn files_of_every_format_are_read_as_they_were() {
    let kept = kept();
    assert_eq!(kept.keys().copied().collect::<Vec<_>>(), (1..=FORMAT).collect::<Vec<_>>(), "a folder for each format");
    for (format, files) in kept {
        let expected: Value = serde_json::from_str(&files["expected.json"]).unwrap();
        let written = catalogue(&files);
        assert_eq!(json!(lines(&written)), expected["found"], "format {format}: what is found in the files");
        let built = load(&written).0.expect("a catalogue");
        // What a newer widget says that this bundle has no words for: a host makes its bundle anew, UPGRADING.md says.
        let mut bundle: Value = serde_json::from_str(&files["bundle/nl.json"]).unwrap();
        for (name, words) in words(Language::Nl).unwrap() {
            bundle["wording"].as_object_mut().unwrap().entry(name).or_insert(words.into());
        }
        let bundle = unpack(&bundle.to_string(), &files["bundle/places.json"], today()).expect("usable");
        assert_eq!(bundle.left_out, 0, "format {format}: offers of the bundle that can't be read");
        for (from, catalogue) in [("files", &built), ("bundle", &bundle.catalogue)] {
            let outcome = outcome(catalogue, &files);
            assert_eq!(outcome, expected["outcome"], "format {format}: what comes of its {from}: {outcome:#}");
        }
    }
}

/// Every name that a host page may use, after what it is a name of: `attributes lang`.
fn names(manifest: &str) -> BTreeSet<String> {
    let manifest: Value = serde_json::from_str(manifest).unwrap();
    let element = &manifest["modules"][0]["declarations"][0];
    let lists = ["attributes", "members", "events", "slots", "cssParts", "cssProperties"];
    let listed = lists.iter().flat_map(|list| {
        let things = element[list].as_array().unwrap().iter();
        things.map(move |thing| format!("{list} {}", thing["name"].as_str().unwrap()))
    });
    let codes = element["events"].as_array().unwrap().iter().filter_map(|event| event["type"]["text"].as_str());
    let codes = codes.flat_map(|text| text.split('\'').skip(1).step_by(2)).map(|code| format!("code {code}"));
    listed.chain(codes).collect()
}

#[test]
fn every_name_that_host_pages_use_is_still_there() {
    let today = names(include_str!("../hosts/custom-elements.json"));
    for (format, files) in kept() {
        let gone: Vec<String> = names(&files["custom-elements.json"]).difference(&today).cloned().collect();
        assert_eq!(gone, Vec::<String>::new(), "names of format {format} that are gone");
    }
}

/// The newest files we have, of which one says that it is newer still.
fn newer(name: &str) -> Files {
    let mut files = kept().remove(&FORMAT).unwrap();
    edit(&mut files, &format!("{name}#/format"), Some(json!(FORMAT + 1)));
    files
}

/// These files on disk, in a folder of their own.
fn on_disk(files: &Files, name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("formats").join(name);
    let _ = fs::remove_dir_all(&folder);
    for (name, text) in files {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

const REFUSED: [(&str, &str, &str); 2] = [
    (
        "nl",
        "dit bestand heeft formaat 2; dit programma kent formaat 1",
        "gebruik een nieuwere versie van het programma, of zet het bestand om",
    ),
    (
        "en",
        "this file has format 2; this program knows format 1",
        "use a newer version of the program, or convert the file",
    ),
];

/// The command refuses, in both languages.
#[track_caller]
fn check(name: &str, command: &[&str]) {
    let folder = on_disk(&newer(name), &name.replace('/', "-"));
    for (language, message, help) in REFUSED {
        let ran = Command::new(env!("CARGO_BIN_EXE_catalogue"))
            .args(command)
            .args(["--today", "2026-11-22", "--lang", language, "--catalogue", "catalogue"])
            .current_dir(&folder)
            .output()
            .unwrap();
        let told = String::from_utf8(ran.stderr).unwrap();
        assert_eq!(ran.status.code(), Some(1), "{name}: {told}");
        assert!(told.contains("newer-format") && told.contains(message) && told.contains(help), "{name}: {told}");
        assert!(ran.stdout.is_empty() && !folder.join("out").exists(), "{name} is used all the same");
    }
}

#[test]
fn a_catalogue_with_a_newer_file_is_refused_in_words_and_not_published() {
    for name in [
        "questionnaire.json",
        "regions.json",
        "guide.json",
        "partners/voorbeeld.json",
        "overlays/be-nis-44021/overlay.json",
        "languages/fr/offers.json",
    ] {
        check(&format!("catalogue/{name}"), &["bundle", "--place", "be-nis-44021", "--out", "out"]);
    }
}

#[test]
fn a_newer_bundle_is_refused() {
    for name in ["bundle/nl.json", "bundle/places.json"] {
        let files = newer(name);
        let refused = unpack(&files["bundle/nl.json"], &files["bundle/places.json"], today()).err();
        assert_eq!(refused, Some(Unusable::NewerFormat), "{name}");
    }
}

#[test]
fn newer_answers_are_refused_in_words() {
    for command in ["match", "interview"] {
        check("answers.json", &[command, "--answers", "answers.json"]);
    }
}

#[test]
fn newer_saved_answers_are_not_opened() {
    let files = newer("saved.json");
    let catalogue = load(&catalogue(&files)).0.unwrap();
    assert_eq!(saved::read(&catalogue, &files["saved.json"]).err(), Some(saved::Unreadable::NewerFormat));
}
