//! Tables as text: the separator and the encoding are found out, not asked for.

use super::{Grid, Heading, grid, headings, rows};
use crate::{
    catalogue::diagnostic::{Diagnostic, Severity, Spot},
    exchange::{Draft, Vocabulary, at_cell, unreadable},
    says,
};
use ::csv::{ReaderBuilder, Terminator, WriterBuilder};
use encoding_rs::{Encoding, WINDOWS_1252};

const SEPARATORS: [u8; 3] = [b';', b',', b'\t'];

/// Makes drafts of a CSV.
pub fn read(file: &str, bytes: &[u8], vocabulary: Vocabulary) -> (Vec<Draft>, Vec<Diagnostic>) {
    let (text, mut found) = decoded(file, bytes);
    if text.contains('\0') {
        let message = says!("dit is geen tekst, dus ook geen CSV", "this is no text, so no CSV either");
        return (Vec::new(), vec![unreadable(file, message)]);
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let text = text.trim_start_matches('\u{feff}');
    // Excel may be told its separator on the first line.
    let text = text.strip_prefix("sep=").and_then(|rest| rest.split_once('\n')).map_or(text, |(_, rest)| rest);
    let tables = SEPARATORS.map(|separator| records(text, separator));
    let best = tables.into_iter().max_by_key(|rows| {
        let widest = rows.iter().take(rows::HEAD).map(|(_, cells)| cells.len()).max();
        (headings::scores(rows).into_iter().max(), widest)
    });
    let best = best.unwrap_or_default();
    let quotes = text.bytes().filter(|byte| *byte == b'"').count();
    if let Some((row, _)) =
        best.last().filter(|(_, cells)| quotes % 2 == 1 && cells.iter().any(|cell| cell.contains('\n')))
    {
        let message = says!(
            "rij {row}: een aanhalingsteken wordt geopend en nergens gesloten",
            "row {row}: a quotation mark is opened and closed nowhere"
        );
        let help = says!(
            "zet er een bij of haal er een weg; in een cel staat een aanhalingsteken dubbel: `\"\"`",
            "add one or remove one; inside a cell a quotation mark is doubled: `\"\"`"
        );
        found.push(at_cell(file, (*row, 1), Severity::Error, "unreadable-cell", message, help));
    }
    rows::read(file, best, found, vocabulary)
}

/// Writes drafts as Excel opens them where numbers have a comma: semicolons, and a mark that says UTF-8.
pub fn write(drafts: &[Draft]) -> Result<Vec<u8>, String> {
    written(&grid(drafts))
}

pub(super) fn written(grid: &Grid) -> Result<Vec<u8>, String> {
    let mut writer = WriterBuilder::new().delimiter(b';').terminator(Terminator::CRLF).from_writer(Vec::new());
    let headings: Vec<String> = grid.headings.iter().copied().map(Heading::words).collect();
    writer.write_record(&headings).map_err(|why| why.to_string())?;
    for row in &grid.rows {
        writer.write_record(row.iter().map(|cell| rows::guarded(cell))).map_err(|why| why.to_string())?;
    }
    let bytes = writer.into_inner().map_err(|why| why.to_string())?;
    Ok(["\u{feff}".as_bytes(), &bytes].concat())
}

/// The text of a file: UTF-8, UTF-16 with a mark, or else what older programs save.
fn decoded(file: &str, bytes: &[u8]) -> (String, Vec<Diagnostic>) {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default());
        return (text.into_owned(), Vec::new());
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => (text.to_owned(), Vec::new()),
        Err(_) => {
            let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
            let message = says!("dit bestand is gelezen als Windows-1252", "this file was read as Windows-1252");
            let help = says!(
                "kijk of letters zoals `é` kloppen; bewaar het anders als `CSV UTF-8` of als `.xlsx`",
                "see whether letters such as `é` are right; if not, save it as `CSV UTF-8` or as `.xlsx`"
            );
            (text.into_owned(), vec![Spot::file(file).warning("old-encoding", message, help)])
        }
    }
}

/// The rows of a text, with their numbers as a spreadsheet counts them.
fn records(text: &str, separator: u8) -> rows::Rows {
    let mut reader =
        ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut all = Vec::new();
    let mut row = 0;
    // Bytes that are text stay text: nothing here can fail.
    for record in reader.records().map_while(Result::ok) {
        let start = record.position().map_or(0, ::csv::Position::byte) as usize;
        let skipped = text.get(start..).map_or(0, |rest| rest.bytes().take_while(|byte| *byte == b'\n').count());
        row += skipped + 1;
        all.push((row, record.iter().map(rows::unguarded).collect()));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_counted_as_a_spreadsheet_counts_them() {
        let rows = records("a;b\n\n\n\"x\ny\";2\n3;4\n", b';');
        assert_eq!(rows.iter().map(|(row, _)| *row).collect::<Vec<_>>(), [1, 4, 5]);
        assert_eq!(rows[1].1, ["x\ny", "2"]);
    }
}
