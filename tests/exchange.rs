//! Import and export: what comes back is what went out, and what can't be read is told by row and column.

use mantelwijzer::{
    catalogue::{
        check,
        diagnostic::{Diagnostic, Place, Severity},
        parse::{RawCatalogue, Source, parse},
        raw::{
            RawConfidence, RawCostLevel, RawOfferKind, RawPart, RawQuestionnaire, RawRegions, RawRung, RawSourceKind,
            RawTheme, RawWhose,
        },
    },
    date::Date,
    exchange::{Draft, FINDINGS, Format, Vocabulary, manual, read, table, table::words, write},
};
use serde_json::Value;
use std::{collections::BTreeSet, fs, path::Path};

mod command;
mod hsds;
mod linked;
mod tables;

const WHOLE: [Format; 3] = [Format::Csv, Format::Xlsx, Format::Hsds];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn bytes(name: &str) -> Vec<u8> {
    fs::read(root().join("tests/exchange").join(name)).expect("a fixture")
}

fn today() -> Date {
    Date::parse("2026-11-22").expect("a day")
}

fn draft(file: &str, text: &str) -> Draft {
    let (draft, found) = Draft::of_file(file, text);
    assert_eq!(found, []);
    draft.expect("a draft")
}

fn everything() -> Draft {
    draft("everything.json", &String::from_utf8(bytes("everything.json")).expect("UTF-8"))
}

/// Every partner of the real catalogue.
fn partners() -> Vec<Draft> {
    let mut paths: Vec<_> = fs::read_dir(root().join("catalogue/partners")).expect("a folder").flatten().collect();
    paths.sort_by_key(fs::DirEntry::path);
    paths
        .iter()
        .map(|it| draft(&it.path().display().to_string(), &fs::read_to_string(it.path()).expect("read")))
        .collect()
}

/// The questions and places of the real catalogue.
fn vocabulary() -> (RawQuestionnaire, RawRegions) {
    let text = |name: &str| fs::read_to_string(root().join("catalogue").join(name)).expect("read");
    let read = "a file of the catalogue";
    (
        serde_json::from_str(&text("questionnaire.json")).expect(read),
        serde_json::from_str(&text("regions.json")).expect(read),
    )
}

/// A draft as the value of its file.
fn value(draft: &Draft) -> Value {
    serde_json::from_str(&draft.to_text()).expect("JSON")
}

/// A finding in one line.
fn line(one: &Diagnostic) -> String {
    let place = match &one.place {
        Place::Position { line, column } => format!("{line}:{column}"),
        Place::Pointer(pointer) => pointer.clone(),
    };
    let severity = if one.severity == Severity::Error { "error" } else { "warning" };
    format!("{severity} {} {place} {}; {}", one.code, one.message.nl, one.help.nl)
}

#[test]
fn a_partners_file_is_written_as_it_was_read() {
    for before in partners().iter().chain([&everything()]) {
        let after = draft("again", &before.to_text());
        assert_eq!(value(before), value(&after));
    }
}

#[test]
fn every_partner_comes_back_whole_from_a_table_and_from_hsds() {
    let mut before = partners();
    assert!(before.len() > 200);
    before.push(everything());
    let (questionnaire, regions) = vocabulary();
    let known = Vocabulary { questionnaire: Some(&questionnaire), regions: Some(&regions) };
    for format in WHOLE {
        let written = write("all", &before, format, known).expect("written");
        assert_eq!((written.lost, written.found), (vec![], vec![]), "{format:?}");
        assert_eq!(Format::of("all", &written.bytes).unwrap_or(Format::Csv), format);
        let (after, found) = read("all", &written.bytes, format, known);
        assert_eq!(found, [], "{format:?}");
        assert_eq!(before.iter().map(value).collect::<Vec<_>>(), after.iter().map(value).collect::<Vec<_>>());
        let again = write("all", &after, format, known).expect("written");
        assert!(again.bytes == written.bytes, "{format:?}: the same offers make the same file");
    }
}

#[test]
fn what_a_table_cannot_hold_is_named() {
    let mut odd = everything();
    odd.offers[0].note = Some("  met spaties ".to_owned());
    odd.offers[1].name.nl = Some(String::new());
    odd.offers[2].checked_on = Some("gisteren".to_owned());
    let written = write("odd.csv", &[odd.clone()], Format::Csv, Vocabulary::default()).expect("written");
    let lost: Vec<(&str, Option<&str>)> =
        written.lost.iter().map(|it| (it.field.as_str(), it.offer.as_deref())).collect();
    assert_eq!(lost, [("note", Some("alles")), ("offer", Some("niets")), ("offer", Some("altijd"))]);
    let codes: BTreeSet<&str> = written.found.iter().map(|one| one.code).collect();
    assert_eq!(codes, BTreeSet::from(["not-kept"]));
    let kept = write("odd.hsds.json", &[odd], Format::Hsds, Vocabulary::default()).expect("written");
    assert_eq!(kept.lost, [], "JSON holds spaces and empty texts");
}

#[test]
fn broken_files_are_told_of_and_never_panic() {
    for format in WHOLE {
        let whole = write("x", &[everything()], format, Vocabulary::default()).expect("written").bytes;
        for length in (0..whole.len()).step_by(whole.len() / 60) {
            let (drafts, found) = read("x", &whole[..length], format, Vocabulary::default());
            assert!(!found.is_empty() || !drafts.is_empty(), "{format:?} after {length} bytes");
        }
        for at in (0..whole.len()).step_by(whole.len() / 120) {
            let mut changed = whole.clone();
            changed[at] ^= 0x5a;
            let (drafts, found) = read("x", &changed, format, Vocabulary::default());
            assert!(!found.is_empty() || !drafts.is_empty(), "{format:?} with byte {at} changed");
        }
    }
    for format in Format::ALL {
        for junk in
            [&b""[..], b"\0\0\0", b"{}", b"[]", b"null", b"PK\x03\x04", b"\xff\xfe", b"\"", b"[[[[[[[", b"a;b\n1;2\n"]
        {
            let (drafts, found) = read("junk", junk, *format, Vocabulary::default());
            assert!(
                drafts.is_empty() && found.iter().any(|one| one.severity == Severity::Error),
                "{format:?} {junk:?}"
            );
        }
    }
}

#[test]
fn every_finding_has_a_line_in_the_manual_and_every_line_a_finding() {
    let listed: Vec<&str> = FINDINGS.iter().map(|(code, ..)| *code).collect();
    assert!(listed.is_sorted(), "by name, each once");
    let mut said = BTreeSet::new();
    let mut waiting = vec![root().join("src/exchange"), root().join("src/exchange.rs")];
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            waiting.extend(fs::read_dir(path).expect("a folder").map(|it| it.expect("an entry").path()));
            continue;
        }
        let text = fs::read_to_string(&path).expect("read");
        let text = text.split("pub const FINDINGS").map(|part| part.split_once("\n];").map_or(part, |(_, rest)| rest));
        let text = text.collect::<String>();
        said.extend(text.split('"').filter(|word| listed.contains(word)).map(str::to_owned));
        for call in
            text.split("Severity::").skip(1).chain(text.split(".warning(").skip(1)).chain(text.split(".error(").skip(1))
        {
            let code = call.split('"').nth(1).filter(|word| word.contains('-') && mantelwijzer::id::is_id(word));
            let near = call.find('"').is_some_and(|at| at < 40);
            assert!(
                !near || code.is_none_or(|code| listed.contains(&code)),
                "{code:?} in {} is not in FINDINGS",
                path.display()
            );
        }
    }
    assert_eq!(said.iter().map(String::as_str).collect::<Vec<_>>(), listed);
    assert_eq!(manual().lines().count(), listed.len() + 2);
    let others = check::CHECKS.iter().map(|it| it.code).chain(check::STRUCTURE.iter().map(|it| it.0));
    assert_eq!(others.filter(|code| listed.contains(code)).count(), 0, "one name, one meaning");
}

#[test]
fn the_words_of_a_table_are_those_of_the_closed_lists() {
    fn ids<T: serde::Serialize>(all: &[T]) -> Vec<String> {
        all.iter().map(|one| serde_json::to_value(one).expect("a word").as_str().expect("a word").to_owned()).collect()
    }
    for (list, words) in [
        (ids(RawOfferKind::ALL), words::KINDS),
        (ids(RawWhose::ALL), words::WHOSE),
        (ids(RawCostLevel::ALL), words::COSTS),
        (ids(RawSourceKind::ALL), words::SOURCES),
        (ids(RawConfidence::ALL), words::CONFIDENCE),
        (ids(RawPart::ALL), words::PARTS),
        (ids(RawRung::ALL), words::RUNGS),
        (ids(RawTheme::ALL), words::THEMES),
    ] {
        assert_eq!(list, words.iter().map(|(id, _)| (*id).to_owned()).collect::<Vec<_>>());
        let dutch: BTreeSet<&str> = words.iter().map(|(_, dutch)| *dutch).collect();
        assert!(dutch.len() == words.len() && dutch.iter().all(|word| !word.contains([',', ';', '\n'])), "{dutch:?}");
    }
}

/// What the checks say of drafts beside the real questions and places.
fn checked(drafts: &[Draft]) -> Vec<Diagnostic> {
    let text = |name: &str| fs::read_to_string(root().join("catalogue").join(name)).expect("read");
    let (questionnaire, regions) = (text("questionnaire.json"), text("regions.json"));
    let files: Vec<(String, String)> =
        drafts.iter().map(|draft| (format!("partners/{}.json", draft.partner.id), draft.to_text())).collect();
    let sources: Vec<Source> = files.iter().map(|(file, text)| Source { file, text }).collect();
    let source = |file, text| Source { file, text };
    let (raw, mut found): (RawCatalogue, _) =
        parse(source("questionnaire.json", &questionnaire), source("regions.json", &regions), &sources);
    found.extend(check::check(&raw, today()).1);
    found.retain(|one| one.file.starts_with("partners/"));
    found
}
