//! The named checks of a catalogue: one file each, and a line in the manual for partners (`catalogue/README.md`).
//!
//! [`super::build`] tells what can't be read or found; these checks tell what can be read but isn't good enough.

use super::{Catalogue, diagnostic::Diagnostic, parse::RawCatalogue};
use crate::date::Date;

/// What a check looks at.
pub struct Subject<'a> {
    /// The catalogue as written.
    pub raw: &'a RawCatalogue,
    /// The catalogue as built: without the offers that have an error.
    pub catalogue: &'a Catalogue,
    /// The day on which it is checked.
    pub today: Date,
}

/// One check.
pub struct Check {
    /// Its name.
    pub code: &'static str,
    /// Its line in the manual, in Dutch.
    pub manual: &'static str,
    /// Looks, and adds what it finds.
    pub run: fn(&Subject, &mut Vec<Diagnostic>),
}

/// Every check, by name.
pub const CHECKS: &[Check] = &[];

/// Builds the catalogue and runs every check on it. What was found comes sorted by file and place.
pub fn check(raw: &RawCatalogue, today: Date) -> (Option<Catalogue>, Vec<Diagnostic>) {
    let (catalogue, mut found) = super::build::build(raw, today);
    if let Some(catalogue) = &catalogue {
        let subject = Subject { raw, catalogue, today };
        for check in CHECKS {
            (check.run)(&subject, &mut found);
        }
    }
    found.sort();
    found.dedup();
    (catalogue, found)
}
