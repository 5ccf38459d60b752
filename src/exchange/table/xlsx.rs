//! Tables of a spreadsheet: with drop-down lists, and a sheet that explains each column.

use super::{COLUMNS, Grid, Kind, grid, headings, rows, words::Words};
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        raw::RawText,
    },
    exchange::{Draft, Vocabulary, at_cell, unreadable},
    says,
};
use calamine::{DataRef, Reader, Xlsx};
use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, Formula, Workbook, Worksheet, XlsxError,
};
use std::{collections::BTreeMap, io::Cursor};

/// What lies further out is a slip of the mouse, and would fill the memory.
const MOST_COLUMNS: u32 = 500;
const MOST_ROWS: u32 = 100_000;

/// What a cell may hold.
const LONGEST_CELL: usize = 32_767;

/// How many rows get drop-down lists.
const LISTED_ROWS: u32 = 1_000;

/// Makes drafts of the sheet whose headings are known best.
pub fn read(file: &str, bytes: &[u8], vocabulary: Vocabulary) -> (Vec<Draft>, Vec<Diagnostic>) {
    let cannot = |why: calamine::XlsxError| {
        let message = says!(
            "dit bestand gaat niet open als rekenblad ({why})",
            "this file doesn't open as a spreadsheet ({why})"
        );
        (Vec::new(), vec![unreadable(file, message)])
    };
    let mut book: Xlsx<_> = match Xlsx::new(Cursor::new(bytes)) {
        Ok(book) => book,
        Err(why) => return cannot(why),
    };
    let mut sheets = Vec::new();
    for name in book.sheet_names() {
        match sheet(file, &mut book, &name) {
            Ok(read) => sheets.push(read),
            Err(why) => return cannot(why),
        }
    }
    let score = |rows: &rows::Rows| headings::scores(rows).into_iter().max();
    // Of two sheets that are as good, the first.
    let best = sheets.into_iter().rev().max_by_key(|(rows, _)| score(rows));
    let (rows, found) = best.unwrap_or_default();
    rows::read(file, rows, found, vocabulary)
}

type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

/// The cells of one sheet. They are read one by one: a cell far away would make a grid larger than the memory.
fn sheet(file: &str, book: &mut Book, name: &str) -> Result<(rows::Rows, Vec<Diagnostic>), calamine::XlsxError> {
    let mut cells = book.worksheet_cells_reader(name)?;
    let mut found = Vec::new();
    let mut rows: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    while let Some(cell) = cells.next_cell()? {
        let (row, column) = cell.get_position();
        if row >= MOST_ROWS || column >= MOST_COLUMNS {
            continue;
        }
        let place = (row as usize + 1, column as usize + 1);
        let said = text(cell.get_value()).unwrap_or_else(|why| {
            found.push(formula_failed(file, place, &why));
            String::new()
        });
        let cells = rows.entry(row).or_default();
        cells.resize(cells.len().max(place.1), String::new());
        if let Some(cell) = cells.get_mut(column as usize) {
            *cell = rows::unguarded(&said.replace("\r\n", "\n").replace('\r', "\n"));
        }
    }
    Ok((rows.into_iter().map(|(row, cells)| (row as usize + 1, cells)).collect(), found))
}

/// What a cell says, as someone would type it; an error when its formula failed.
fn text(value: &DataRef) -> Result<String, String> {
    Ok(match value {
        DataRef::Empty => String::new(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        // Also `3.0` is written as `3`.
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(is) => (if *is { "ja" } else { "nee" }).to_owned(),
        DataRef::DateTime(day) => {
            let (year, month, day, ..) = day.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        DataRef::Error(why) => return Err(why.to_string()),
    })
}

fn formula_failed(file: &str, (row, column): (usize, usize), why: &str) -> Diagnostic {
    let letters = headings::letters(column);
    let message = says!(
        "rij {row}, kolom {letters}: de formule in deze cel geeft een fout ({why})",
        "row {row}, column {letters}: the formula in this cell fails ({why})"
    );
    let help = says!("typ de tekst zelf in de cel", "type the text itself into the cell");
    at_cell(file, (row, column), Severity::Error, "unreadable-cell", message, help)
}

/// Writes drafts as a workbook.
pub fn write(drafts: &[Draft], vocabulary: Vocabulary) -> Result<Vec<u8>, String> {
    written(&grid(drafts), vocabulary)
}

pub(super) fn written(grid: &Grid, vocabulary: Vocabulary) -> Result<Vec<u8>, String> {
    workbook(grid, vocabulary).map_err(|why| why.to_string())
}

fn workbook(grid: &Grid, vocabulary: Vocabulary) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // The same offers make the same file, whenever it is made.
    book.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2026, 1, 1)?));
    let lists = lists(vocabulary);
    offers(book.add_worksheet(), grid, &lists)?;
    explanation(book.add_worksheet())?;
    choices(book.add_worksheet(), &lists)?;
    book.save_to_buffer()
}

fn heading_format() -> Format {
    let format = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    format.set_background_color(Color::RGB(0xE4_EC_F0))
}

fn cell_format() -> Format {
    // As text: a spreadsheet would make a day of `2026-11` and lose the nought of a telephone number.
    Format::new().set_text_wrap().set_align(FormatAlign::Top).set_num_format("@")
}

fn offers(sheet: &mut Worksheet, grid: &Grid, lists: &[List]) -> Result<(), XlsxError> {
    sheet.set_name("Aanbod")?.set_freeze_panes(1, 2)?;
    let format = cell_format();
    for (place, heading) in (0_u16..).zip(&grid.headings) {
        sheet.set_column_width(place, f64::from(heading.column.width))?.set_column_format(place, &format)?;
        sheet.write_string_with_format(0, place, heading.words(), &heading_format())?;
        let list = (0_u16..).zip(lists).find(|(_, list)| list.of == heading.column.path);
        if let Some((at, list)) = list.filter(|_| matches!(heading.column.kind, Kind::Word(_) | Kind::YesNo)) {
            let letters = headings::letters(usize::from(at) + 1);
            let source = Formula::new(format!("=Lijsten!${letters}$2:${letters}${}", list.words.len() + 1));
            let choice = DataValidation::new()
                .allow_list_formula(source)
                .set_error_title("Kies uit de lijst")?
                .set_error_message("Dit woord staat niet in de lijst.")?;
            sheet.add_data_validation(1, place, LISTED_ROWS, place, &choice)?;
        }
    }
    for (row, cells) in (1_u32..).zip(&grid.rows) {
        for (place, cell) in
            (0_u16..).zip(cells).filter(|(_, cell)| !cell.is_empty() && cell.chars().count() <= LONGEST_CELL)
        {
            // A string is never run; only what looks guarded needs a guard more.
            let cell = if cell.starts_with('\'') { rows::guarded(cell) } else { cell.clone() };
            sheet.write_string_with_format(row, place, cell, &format)?;
        }
    }
    Ok(())
}

fn explanation(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_name("Uitleg")?.set_freeze_panes(1, 0)?;
    let (heading, cell) = (heading_format(), cell_format());
    for (place, (words, width)) in (0_u16..).zip([
        ("kolom", 28),
        ("moet ingevuld zijn", 14),
        ("wat vult u in", 80),
        ("de woorden van de lijst", 60),
    ]) {
        sheet.set_column_width(place, f64::from(width))?.write_string_with_format(0, place, words, &heading)?;
    }
    for (row, column) in (1_u32..).zip(COLUMNS) {
        let choices = match column.kind {
            Kind::Word(list) | Kind::Several(list) => {
                list.iter().map(|(_, dutch)| *dutch).collect::<Vec<_>>().join("; ")
            }
            Kind::YesNo => "ja; nee".to_owned(),
            _ => String::new(),
        };
        let needed = if column.is_needed { "ja" } else { "" };
        for (place, words) in (0_u16..).zip([column.nl, needed, column.meaning, choices.as_str()]) {
            sheet.write_string_with_format(row, place, words, &cell)?;
        }
    }
    let last = COLUMNS.len() as u32 + 2;
    let languages = "Elke tekst mag ook in andere talen: zet er een kolom bij zoals `naam (fr)`, `naam (de)`, `naam (en)`, \
        `naam (nl-BE)` of `naam (nl-NL)`.";
    sheet.write_string_with_format(last, 2, languages, &cell)?;
    Ok(())
}

/// A list of words to choose from, for a column.
struct List {
    of: &'static str,
    heading: String,
    words: Vec<String>,
}

/// The closed lists, and what the catalogue adds: needs, phases, and places larger than a municipality.
fn lists(vocabulary: Vocabulary) -> Vec<List> {
    let closed = |list: Words| list.iter().map(|(_, dutch)| (*dutch).to_owned()).collect();
    let mut lists: Vec<List> = Vec::new();
    for column in COLUMNS {
        let words = match column.kind {
            Kind::Word(list) | Kind::Several(list) => closed(list),
            Kind::YesNo => closed(super::words::YES_NO),
            _ => continue,
        };
        lists.push(List { of: column.path, heading: column.nl.to_owned(), words });
    }
    let dutch = |id: &str, text: &RawText| format!("{id} ({})", text.nl.as_deref().unwrap_or_default());
    let questions = vocabulary.questionnaire.map(|it| it.questions.as_slice()).unwrap_or_default();
    for (question, of, heading) in [("needs", "needs", "behoeften"), ("phase", "phases", "fasen")] {
        let options = questions.iter().filter(|it| it.id == question).flat_map(|it| &it.options);
        let words = options.map(|option| dutch(&option.id, &option.text)).collect();
        lists.push(List { of, heading: heading.to_owned(), words });
    }
    let regions = vocabulary.regions.map(|it| it.regions.as_slice()).unwrap_or_default();
    let words = regions.iter().map(|region| dutch(&region.id, &region.name)).collect();
    lists.push(List { of: "area/regions", heading: "regio's (gemeenten mogen ook)".to_owned(), words });
    lists
}

fn choices(sheet: &mut Worksheet, lists: &[List]) -> Result<(), XlsxError> {
    sheet.set_name("Lijsten")?.set_freeze_panes(1, 0)?;
    for (place, list) in (0_u16..).zip(lists) {
        let width = list.words.iter().map(|word| word.chars().count()).max().unwrap_or_default().clamp(14, 60);
        sheet.set_column_width(place, width as f64)?;
        sheet.write_string_with_format(0, place, &list.heading, &heading_format())?;
        for (row, word) in (1_u32..).zip(&list.words) {
            sheet.write_string_with_format(row, place, word, &cell_format())?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{super::Heading, *};

    #[test]
    fn a_number_is_written_as_a_person_types_it() {
        assert_eq!(text(&DataRef::Float(3.0)).as_deref(), Ok("3"));
        assert_eq!(text(&DataRef::Bool(true)).as_deref(), Ok("ja"));
    }

    #[test]
    fn every_heading_fits_its_column() {
        for column in COLUMNS {
            let longest = Heading { column, language: None }.words().split(' ').map(str::len).max().unwrap_or_default();
            assert!(longest <= usize::from(column.width), "{}", column.nl);
        }
    }
}
