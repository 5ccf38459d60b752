//! The bytes of a partner's file: read, built and checked with the real questions around it.

use super::base::{around, stand_inside, today};
use mantelwijzer::{
    catalogue::{
        check::check,
        diagnostic::Severity,
        parse::{RawCatalogue, Source, parse, text_of},
    },
    exchange::Draft,
};
use serde_json::Value;

const FILE: &str = "partners/nieuw.json";

/// Whatever is in a partner's file: it is told where, it takes nothing else along, and what is right is written again.
pub fn catalogue(bytes: &[u8]) {
    let text = match text_of(FILE, bytes.to_vec()) {
        Ok(text) => text,
        Err(problem) => return stand_inside(&String::from_utf8_lossy(bytes), &[problem]),
    };
    let none = |file| Source { file, text: "{}" };
    let partner = Source { file: FILE, text: &text };
    let (RawCatalogue { partners, .. }, mut found) = parse(none("questions"), none("places"), &[partner]);
    found.retain(|one| one.file == FILE);
    let unread = found.iter().filter(|one| one.severity == Severity::Error).count();
    let raw = RawCatalogue { partners, ..around().clone() };
    let (catalogue, told) = check(&raw, today());
    let built = catalogue.expect("a partner's file never takes the catalogue along");
    found.extend(told.into_iter().filter(|one| one.file == FILE));
    stand_inside(&text, &found);
    if found.iter().all(|one| one.severity != Severity::Error) {
        let offers = raw.partners.iter().map(|partner| partner.offers.len()).sum::<usize>();
        assert_eq!(built.offers().count(), offers, "an offer is gone without a word");
    }
    written_again(&text, unread == 0);
}

/// What was read of it is written and read again the same; all of it, when nothing was found.
fn written_again(text: &str, is_whole: bool) {
    let (draft, found) = Draft::of_file(FILE, text);
    stand_inside(text, &found);
    let Some(draft) = draft else {
        assert!(!is_whole, "what fits its form can be read as a draft: {found:?}");
        return;
    };
    let written = draft.to_text();
    let (again, found) = Draft::of_file(FILE, &written);
    assert_eq!(found, [], "{written}");
    let again = again.expect("a draft").to_text();
    assert_eq!(again, written);
    let value = |text: &str| serde_json::from_str::<Value>(text).expect("JSON");
    assert_eq!(value(&again), value(&written));
}
