//! The bytes of a table, of HSDS and of schema.org: what can be read is written again, and nothing of it is lost.

use super::{
    base::{around, stand_inside},
    zipped::workbook,
};
use mantelwijzer::{
    catalogue::diagnostic::{Diagnostic, Place, Severity},
    exchange::{Draft, Format, Vocabulary, read, write},
};
use serde_json::Value;

/// A table as text.
pub fn csv(bytes: &[u8]) {
    let rows = bytes.iter().filter(|byte| matches!(byte, b'\n' | b'\r')).count() + 1;
    imported("fuzzed.csv", bytes, Format::Csv, |found| stand_in_table(found, rows, bytes.len() + 1));
}

/// A spreadsheet: a whole file, or the sheet, the words and the looks that stand in one, with a zero byte between them.
pub fn xlsx(bytes: &[u8]) {
    let made = if bytes.starts_with(b"PK") { bytes.to_vec() } else { workbook(bytes) };
    imported("fuzzed.xlsx", &made, Format::Xlsx, |found| stand_in_table(found, 1_048_576, 16_384));
}

/// HSDS, and JSON-LD where that is what the bytes are.
pub fn hsds(bytes: &[u8]) {
    let format = Format::of("fuzzed.json", bytes).filter(|format| *format == Format::JsonLd).unwrap_or(Format::Hsds);
    let text = String::from_utf8_lossy(bytes);
    imported("fuzzed.json", bytes, format, |found| stand_inside(&text, found));
}

fn imported(file: &str, bytes: &[u8], format: Format, stand: impl Fn(&[Diagnostic])) {
    let raw = around();
    let (questionnaire, regions) = (raw.questionnaire.as_ref(), raw.regions.as_ref());
    let known = Vocabulary {
        questionnaire: questionnaire.map(|(_, questionnaire)| questionnaire),
        regions: regions.map(|(_, regions)| regions),
    };
    let (drafts, found) = read(file, bytes, format, known);
    let is_told = found.iter().any(|one| one.severity == Severity::Error);
    stand(&found);
    if drafts.is_empty() {
        assert!(is_told, "nothing was read, and nothing said");
        return;
    }
    let offers = drafts.iter().map(|draft| draft.offers.len()).sum::<usize>();
    assert!(offers <= bytes.len(), "more came out than went in");
    for draft in &drafts {
        assert_eq!(Draft::of_file("partners/p.json", &draft.to_text()).1, [], "{}", draft.to_text());
    }
    let back = if format == Format::JsonLd { Format::Hsds } else { format };
    let written = write(file, &drafts, back, known).expect("what was read can be written");
    assert_eq!(written.lost, [], "{}", values(&drafts));
    let (again, told) = read(file, &written.bytes, back, known);
    if offers > 0 {
        assert_eq!((values(&again), told), (values(&drafts), vec![]));
    }
}

/// Each finding is of a row and a column, or of the file as a whole.
fn stand_in_table(found: &[Diagnostic], rows: usize, columns: usize) {
    for one in found {
        match one.place {
            Place::Position { line, column } => {
                let is_inside = (1..=rows).contains(&line) && (1..=columns).contains(&column);
                assert!(is_inside, "{one:?} stands at {line}:{column}");
            }
            Place::Pointer(ref pointer) => assert_eq!(pointer, "", "{one:?}"),
        }
    }
}

/// Drafts as the values of their files.
fn values(drafts: &[Draft]) -> Value {
    drafts.iter().map(|draft| serde_json::from_str::<Value>(&draft.to_text()).expect("JSON")).collect()
}
