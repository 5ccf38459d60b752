//! The bytes of a file with saved answers: whatever it is, what opens can be saved and opens again the same.

use super::base::{catalogue, stand_inside};
use mantelwijzer::{
    answers::{
        file,
        saved::{Opened, read, write},
    },
    catalogue::{
        diagnostic::Spot,
        parse::{self, Source, text_of},
        raw::RawAnswersFile,
    },
    visit::{Deed, Visit},
};

/// A caregiver opens a file; the command line reads the same file strictly.
pub fn answers(bytes: &[u8]) {
    // As a browser reads a file: what is no UTF-8 becomes a sign that stands for it.
    let text = String::from_utf8_lossy(bytes);
    let catalogue = catalogue();
    let opened = read(catalogue, &text);
    if let Ok(opened) = &opened {
        assert!(opened.left_out + opened.plan.items().len() <= text.len(), "more came out than went in");
        let saved = write(catalogue, &opened.answers, &opened.plan);
        let again = read(catalogue, &saved).expect("what was saved can be opened");
        assert_eq!(again, Opened { left_out: 0, ..opened.clone() }, "{saved}");
        let visit = Visit::new(Default::default()).after(catalogue, &Deed::Open(opened.clone()));
        assert_eq!(visit.plan(), &opened.plan);
    }
    let Ok(strict) = text_of("a.json", bytes.to_vec()) else { return };
    match parse::read::<RawAnswersFile>(Source { file: "a.json", text: &strict }) {
        Err(problem) => stand_inside(&strict, &[problem]),
        Ok(given) => {
            let (told, found) = file::read(catalogue, &given.answers, &Spot::file("a.json").at("answers"));
            stand_inside(&strict, &found);
            // serde takes a list for a block, too.
            if found.is_empty() && strict.trim_start().starts_with('{') {
                let opened = opened.expect("what is right to a strict reader can be opened");
                assert_eq!(opened.answers, told, "both readers agree on what is right");
            }
        }
    }
}
