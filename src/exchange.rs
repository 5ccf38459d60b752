//! Offers in the files of others: tables (CSV, XLSX), Open Referral HSDS 3.0 and schema.org JSON-LD, in and out.
//!
//! Whatever is written is read back at once and held against the original: what differs is told by name.
//! In a table a place is a row and a column: [`Place::Position`] holds the row as `line`, both counted from 1.

use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Place, Severity, Spot, Words},
        parse::{LARGEST_FILE, too_large},
        raw::{RawQuestionnaire, RawRegions},
    },
    says,
};

pub mod draft;
mod foreign;
pub mod hsds;
pub mod json_ld;
mod lost;
pub mod table;
pub use draft::Draft;
pub use lost::Lost;

/// What reading and writing find, by name, and with their line in the manual.
pub const FINDINGS: &[(&str, Severity, &str)] = &[
    (
        "draft-incomplete",
        Severity::Warning,
        "Een aanbod uit een ander programma is een ontwerp: de melding noemt wat u nog zelf moet invullen.",
    ),
    ("empty-cell", Severity::Error, "Een verplichte cel is leeg. De rij wordt niet overgenomen."),
    ("example-row", Severity::Warning, "Dit is de voorbeeldrij uit het lege bestand. Ze wordt overgeslagen."),
    ("made-id", Severity::Warning, "Er was geen id, of geen goede. Het programma heeft er een gemaakt van de naam."),
    ("no-offers", Severity::Error, "In het bestand staat geen enkel aanbod dat we kunnen lezen."),
    (
        "not-kept",
        Severity::Warning,
        "Dit veld past niet in de gekozen bestandsvorm. Het is er niet of anders in terug te vinden.",
    ),
    (
        "not-taken-over",
        Severity::Warning,
        "Het bestand zegt iets waarvoor we geen veld hebben. Het is niet overgenomen.",
    ),
    (
        "old-encoding",
        Severity::Warning,
        "Het bestand is niet in UTF-8 bewaard. Het is gelezen als Windows-1252; kijk of de letters met accenten kloppen.",
    ),
    ("partner-differs", Severity::Warning, "Twee rijen zeggen iets anders over dezelfde partner. De eerste telt."),
    (
        "partner-unnamed",
        Severity::Warning,
        "Bij een rij staat geen partner. Het programma heeft er een gemaakt van de naam van het bestand.",
    ),
    ("repeated-column", Severity::Warning, "Twee kolommen hebben hetzelfde opschrift. De eerste telt."),
    ("repeated-row", Severity::Error, "Twee rijen hebben dezelfde id. De tweede wordt niet overgenomen."),
    ("unknown-column", Severity::Warning, "Het opschrift van een kolom kennen we niet. De kolom wordt overgeslagen."),
    (
        "unreadable-cell",
        Severity::Error,
        "In een cel staat iets dat we niet kunnen lezen. De rij wordt niet overgenomen.",
    ),
    ("unreadable-exchange", Severity::Error, "Het bestand heeft niet de vorm die zijn naam belooft, of is beschadigd."),
];

/// The manual's table of what reading and writing find.
pub fn manual() -> String {
    let mut table = "| Naam | Ernst | Wat er aan de hand is |\n| --- | --- | --- |\n".to_owned();
    for (code, severity, manual) in FINDINGS {
        let severity = match severity {
            Severity::Error => "fout",
            Severity::Warning => "let op",
        };
        table.push_str(&format!("| `{code}` | {severity} | {manual} |\n"));
    }
    table
}

/// The shapes of files that are read and written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A table as text.
    Csv,
    /// A table of a spreadsheet.
    Xlsx,
    /// Open Referral HSDS 3.0.
    Hsds,
    /// Linked data with the words of schema.org.
    JsonLd,
}

impl Format {
    /// All of them.
    pub const ALL: &[Self] = &[Self::Csv, Self::Xlsx, Self::Hsds, Self::JsonLd];

    /// The format that the ending of a file's name promises; `.json` alone is HSDS.
    pub fn named(name: &str) -> Option<Self> {
        let name = name.to_lowercase();
        let ends = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
        match () {
            () if ends(&[".csv", ".tsv", ".txt"]) => Some(Self::Csv),
            () if ends(&[".xlsx", ".xlsm"]) => Some(Self::Xlsx),
            () if ends(&[".jsonld"]) => Some(Self::JsonLd),
            () if ends(&[".json"]) => Some(Self::Hsds),
            () => None,
        }
    }

    /// The format of a file by what is in it, and by its name where that doesn't tell.
    pub fn of(name: &str, bytes: &[u8]) -> Option<Self> {
        let text = String::from_utf8_lossy(bytes.get(..bytes.len().min(2_000)).unwrap_or_default());
        let text = text.trim_start_matches('\u{feff}').trim_start();
        match () {
            () if bytes.starts_with(b"PK\x03\x04") => Some(Self::Xlsx),
            () if text.starts_with(['{', '[']) && text.contains("\"@context\"") => Some(Self::JsonLd),
            () if text.starts_with(['{', '[']) => {
                Some(Format::named(name).filter(|it| *it == Self::JsonLd).unwrap_or(Self::Hsds))
            }
            () => Self::named(name),
        }
    }
}

/// The words a catalogue adds to the closed lists: with them, a name is read as well as an id.
#[derive(Clone, Copy, Debug, Default)]
pub struct Vocabulary<'a> {
    /// Its options are the needs and the phases.
    pub questionnaire: Option<&'a RawQuestionnaire>,
    /// The places.
    pub regions: Option<&'a RawRegions>,
}

/// A file made for another program.
#[derive(Clone, Debug, Default)]
pub struct Written {
    /// What is in it.
    pub bytes: Vec<u8>,
    /// What can't be read back from it.
    pub lost: Vec<Lost>,
    /// The same in words.
    pub found: Vec<Diagnostic>,
}

/// Makes drafts of a file. Tells of everything that can't be read, and leaves out no more than that.
pub fn read(file: &str, bytes: &[u8], format: Format, vocabulary: Vocabulary) -> (Vec<Draft>, Vec<Diagnostic>) {
    if bytes.len() > LARGEST_FILE {
        return (Vec::new(), vec![too_large(file, (bytes.len() / (1024 * 1024)) as u64)]);
    }
    let (drafts, mut found) = match format {
        Format::Csv => table::csv::read(file, bytes, vocabulary),
        Format::Xlsx => table::xlsx::read(file, bytes, vocabulary),
        Format::Hsds => hsds::read::read(file, bytes, vocabulary),
        Format::JsonLd => json_ld::read(file, bytes, vocabulary),
    };
    if drafts.is_empty() && found.iter().all(|one| one.severity != Severity::Error) {
        let message = says!("hier staat geen aanbod in", "there is no offer in here");
        let help = says!(
            "is dit het goede bestand? `export --template leeg.xlsx` maakt een leeg bestand om in te vullen",
            "is this the right file? `export --template empty.xlsx` makes an empty file to fill in"
        );
        found.push(Spot::file(file).error("no-offers", message, help));
    }
    found.sort();
    (drafts, found)
}

/// Writes drafts as a table or as HSDS; for JSON-LD see [`json_ld::write`].
///
/// # Errors
/// Why no file can be made of them.
pub fn write(file: &str, drafts: &[Draft], format: Format, vocabulary: Vocabulary) -> Result<Written, Words> {
    let bytes = match format {
        Format::Csv => table::csv::write(drafts),
        Format::Xlsx => table::xlsx::write(drafts, vocabulary),
        Format::Hsds | Format::JsonLd => Ok(hsds::write::write(drafts, vocabulary).into_bytes()),
    };
    let bytes = bytes.map_err(|why| says!("{file} is niet te schrijven: {why}", "{file} can't be written: {why}"))?;
    let (again, _) = read(file, &bytes, format, Vocabulary::default());
    let lost = lost::between(drafts, &again);
    let found = lost::told(file, &lost);
    Ok(Written { bytes, lost, found })
}

/// A finding at a row and a column of a table.
fn at_cell(
    file: &str,
    (line, column): (usize, usize),
    severity: Severity,
    code: &'static str,
    message: Words,
    help: Words,
) -> Diagnostic {
    Diagnostic { file: file.to_owned(), place: Place::Position { line, column }, severity, code, message, help }
}

/// The finding for a file that isn't what its name promises.
fn unreadable(file: &str, message: Words) -> Diagnostic {
    let help = says!(
        "kijk of het bestand opengaat in het programma waarmee het gemaakt is, en bewaar het daar opnieuw",
        "see whether the file opens in the program it was made with, and save it again there"
    );
    Spot::file(file).error("unreadable-exchange", message, help)
}
