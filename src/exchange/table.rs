//! Offers as a table: one row per offer, one column per field.

use super::Draft;
use crate::catalogue::raw::RawOffer;
use serde_json::Value;

mod cell;
mod columns;
pub mod csv;
mod headings;
mod rows;
mod template;
pub mod words;
pub mod xlsx;
pub use columns::{COLUMNS, Column, Kind};
pub use template::{EXAMPLE, template};

/// The cells of a table, without its headings.
struct Grid {
    headings: Vec<Heading>,
    rows: Vec<Vec<String>>,
}

/// A column that is written: its field, and for a text its language.
#[derive(Clone, Copy)]
struct Heading {
    column: &'static Column,
    language: Option<&'static str>,
}

/// The languages of a text, as fields of a file.
const LANGUAGES: [&str; 6] = ["nl", "nl-BE", "nl-NL", "fr", "de", "en"];

impl Heading {
    /// The words above the column.
    fn words(self) -> String {
        match self.language {
            None | Some("nl") => self.column.nl.to_owned(),
            Some(language) => format!("{} ({language})", self.column.nl),
        }
    }
}

/// The cells for these drafts. A language has columns only where some text has it.
fn grid(drafts: &[Draft]) -> Grid {
    let mut values: Vec<Value> = Vec::new();
    for draft in drafts {
        let mut partner = serde_json::to_value(&draft.partner).unwrap_or_default();
        if let (Some(fields), false) = (partner.as_object_mut(), draft.examples.is_empty()) {
            fields.insert("examples".to_owned(), serde_json::to_value(&draft.examples).unwrap_or_default());
        }
        // The partner's id stands in every row, so that rows may be sorted; what else it says stands in its first.
        let id = partner.get("id").cloned().unwrap_or_default();
        let mut offers = draft.offers.iter().map(whole);
        let mut first = offers.next().unwrap_or_else(|| Value::Object(Default::default()));
        put(&mut first, "partner", partner);
        values.push(first);
        values.extend(offers.map(|mut offer| {
            put(&mut offer, "partner", serde_json::json!({"id": id}));
            offer
        }));
    }
    let headings: Vec<Heading> = COLUMNS.iter().flat_map(|column| headings_of(column, &values)).collect();
    let rows = values.iter().map(|value| headings.iter().map(|heading| cell::write(*heading, value)).collect());
    Grid { rows: rows.collect(), headings }
}

fn whole(offer: &RawOffer) -> Value {
    serde_json::to_value(offer).unwrap_or_default()
}

fn put(value: &mut Value, field: &str, part: Value) {
    if let Some(fields) = value.as_object_mut() {
        fields.insert(field.to_owned(), part);
    }
}

fn headings_of(column: &'static Column, values: &[Value]) -> Vec<Heading> {
    if !column.kind.is_text() {
        return vec![Heading { column, language: None }];
    }
    let is_used = |language: &str| language == "nl" || values.iter().any(|value| cell::speaks(column, value, language));
    let languages = LANGUAGES.into_iter().filter(|language| is_used(language));
    languages.map(|language| Heading { column, language: Some(language) }).collect()
}
