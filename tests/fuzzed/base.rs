//! What is the same in every run of the fuzzer: a few real files, read once, and where a finding may stand.

use mantelwijzer::{
    catalogue::{
        Catalogue,
        check::check,
        diagnostic::Diagnostic,
        locate::{Located, Position},
        parse::{RawCatalogue, Source, parse, parse_guide},
    },
    date::Date,
};

/// The real questions.
const QUESTIONS: &str = include_str!("../../catalogue/questionnaire.json");

const PLACES: &str = include_str!("../../catalogue/regions.json");
const GUIDE: &str = include_str!("../../catalogue/guide.json");

/// Four real partners that together have lines, respite, urgent help, days and examples.
const PARTNERS: [(&str, &str); 4] = [
    ("partners/1712.json", include_str!("../../catalogue/partners/1712.json")),
    ("partners/awel.json", include_str!("../../catalogue/partners/awel.json")),
    ("partners/samana.json", include_str!("../../catalogue/partners/samana.json")),
    ("partners/vaph.json", include_str!("../../catalogue/partners/vaph.json")),
];

/// The questions that are there when a partner's file is read: those the program itself needs, and one of each kind.
const ASKED: [&str; 7] = ["carer-place", "recipient-place", "needs", "phase", "carer-age", "situation", "worries"];

/// The day of the tests.
pub fn today() -> Date {
    Date::parse("2026-11-22").expect("a day")
}

/// Some of the real questions and places, and no partner: what is built anew for every file.
pub fn around() -> &'static RawCatalogue {
    thread_local!(static AROUND: &'static RawCatalogue = {
        let mut raw = read(&[]);
        let (_, questions) = raw.questionnaire.as_mut().expect("questions");
        questions.questions.retain(|question| ASKED.contains(&question.id.as_str()));
        Box::leak(Box::new(raw))
    });
    AROUND.with(|around| *around)
}

/// Every question, some of the places and four partners, built.
pub fn catalogue() -> &'static Catalogue {
    thread_local!(static BUILT: &'static Catalogue = {
        let mut raw = read(&PARTNERS.map(|(file, text)| Source { file, text }));
        let found = parse_guide(Source { file: "guide.json", text: GUIDE }, &mut raw);
        assert!(found.is_empty(), "{found:?}");
        let (built, _) = check(&raw, today());
        Box::leak(Box::new(built.expect("a catalogue")))
    });
    BUILT.with(|built| *built)
}

fn read(partners: &[Source]) -> RawCatalogue {
    let source = |file, text| Source { file, text };
    let (mut raw, found) = parse(source("questionnaire.json", QUESTIONS), source("regions.json", PLACES), partners);
    assert!(found.is_empty(), "{found:?}");
    let (_, places) = raw.regions.as_mut().expect("places");
    // So few towns are read and searched a hundred times as fast, and are as deep a tree.
    let mut number = 0;
    places.municipalities.retain(|_| {
        number += 1;
        number % 100 == 1
    });
    raw
}

/// Each finding stands somewhere in the text it is about.
pub fn stand_inside(text: &str, found: &[Diagnostic]) {
    let located = Located::new(text);
    let lines = text.strip_prefix('\u{feff}').unwrap_or(text).split('\n');
    let widths: Vec<usize> = lines.map(|line| line.chars().count()).collect();
    for one in found {
        let range = located.range(one);
        assert!(range.start <= range.end, "{one:?} ends before it begins");
        for Position { line, column } in [range.start, range.end] {
            let width = line.checked_sub(1).and_then(|at| widths.get(at));
            let is_inside = width.is_some_and(|width| (1..=width + 1).contains(&column));
            assert!(is_inside, "{one:?} stands at {line}:{column}");
        }
    }
}

/// The same for every run of the same bytes (FNV-1a).
pub fn seed(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3))
}
