//! An empty table to fill in, with one row as an example.

use super::{COLUMNS, Grid, Heading, csv, xlsx};
use crate::exchange::{Format, Vocabulary};

/// The id of the example's row: reading skips it.
pub const EXAMPLE: &str = "voorbeeld-logeren";

/// What the example says: the manual's.
const CELLS: &[(&str, &str)] = &[
    ("id", EXAMPLE),
    ("name", "Logeren in Het Voorbeeldhuis"),
    ("kind", "iemand neemt de zorg over"),
    ("gives", "Uw naaste logeert een paar dagen bij ons. Zo kunt u uitrusten."),
    ("first_step", "Bel ons op werkdagen. Vraag wanneer er plaats is."),
    ("needs", "respite:3"),
    ("phases", "ongoing; getting-heavier"),
    ("area/whose", "naaste"),
    ("area/regions", "be-vov"),
    ("conditions", "Uw naaste kan zelf uit bed komen."),
    ("cost/level", "de volle prijs"),
    ("cost/note", "Een nacht kost 45 euro (in 2026)."),
    ("contact/phone", "09 234 56 78"),
    ("contact/website", "https://www.voorbeeldhuis.be"),
    ("respite", "een nacht; weekend"),
    ("source/url", "https://www.voorbeeldhuis.be/logeren"),
    ("source/kind", "de organisatie zelf"),
    ("checked_on", "2026-11-20"),
    ("confidence", "nagelezen in een bron"),
    ("partner/id", "het-voorbeeldhuis"),
    ("partner/name", "Het Voorbeeldhuis"),
    ("partner/website", "https://www.voorbeeldhuis.be"),
];

/// An empty table, as CSV or as XLSX.
///
/// # Errors
/// Why it can't be written.
pub fn template(format: Format, vocabulary: Vocabulary) -> Result<Vec<u8>, String> {
    let heading = |column: &'static super::Column| Heading { column, language: column.kind.is_text().then_some("nl") };
    let headings: Vec<Heading> = COLUMNS.iter().map(heading).collect();
    let says = |path: &str| CELLS.iter().find(|(of, _)| *of == path).map_or("", |(_, cell)| *cell).to_owned();
    let grid = Grid { rows: vec![COLUMNS.iter().map(|column| says(column.path)).collect()], headings };
    match format {
        Format::Csv => csv::written(&grid),
        Format::Xlsx | Format::Hsds | Format::JsonLd => xlsx::written(&grid, vocabulary),
    }
}
