//! Tables as people and spreadsheets make them.

use super::*;
use rust_xlsxwriter::{ExcelDateTime, Format as Look, Formula, Workbook};

/// The same table, as different programs save it.
fn saved(text: &str) -> Vec<(&'static str, Vec<u8>)> {
    let utf16 =
        |to: fn(u16) -> [u8; 2], mark: &[u8]| [mark.to_vec(), text.encode_utf16().flat_map(to).collect()].concat();
    let latin: Vec<u8> =
        text.chars().map(|letter| if letter == '€' { 0x80 } else { u8::try_from(letter).expect("Latin") }).collect();
    vec![
        ("UTF-8", text.as_bytes().to_vec()),
        ("UTF-8 with a mark", ["\u{feff}", text].concat().into_bytes()),
        ("UTF-16, little end first", utf16(u16::to_le_bytes, b"\xff\xfe")),
        ("UTF-16, big end first", utf16(u16::to_be_bytes, b"\xfe\xff")),
        ("Windows-1252", latin),
        ("lines of Windows", text.replace('\n', "\r\n").into_bytes()),
        ("lines of old Macs", text.replace('\n', "\r").into_bytes()),
        ("with its separator named", ["sep=;\n", text].concat().into_bytes()),
        ("with tabs", text.replace(';', "\t").into_bytes()),
        ("with commas", text.replace(';', ",").into_bytes()),
    ]
}

const TABLE: &str = "id;naam;soort;wat krijgt u;eerste stap;gebied van;kosten;uitleg kosten;soort bron;zekerheid;partner id\n\
    cafe;Café;Lotgenoten;\"Eén.\nTwee.\";Bel.;mantelzorger;gratis;Geen €.;pers;niet nagelezen;huis\n";

#[test]
fn a_csv_is_read_however_it_was_saved() {
    let (wanted, found) = read("t.csv", TABLE.as_bytes(), Format::Csv, Vocabulary::default());
    assert_eq!((wanted.len(), found), (1, vec![]));
    assert_eq!(wanted[0].offers[0].name.nl.as_deref(), Some("Café"));
    assert_eq!(wanted[0].offers[0].gives.nl.as_deref(), Some("Eén.\nTwee."));
    for (how, bytes) in saved(TABLE) {
        let (drafts, found) = read("t.csv", &bytes, Format::Csv, Vocabulary::default());
        assert_eq!(drafts.iter().map(value).collect::<Vec<_>>(), wanted.iter().map(value).collect::<Vec<_>>(), "{how}");
        let codes: Vec<&str> = found.iter().map(|one| one.code).collect();
        assert_eq!(codes, if how == "Windows-1252" { vec!["old-encoding"] } else { vec![] }, "{how}");
    }
}

#[test]
fn headings_are_read_in_dutch_in_english_and_as_in_a_file() {
    let english = TABLE.replace(
        "id;naam;soort;wat krijgt u;eerste stap;gebied van;kosten;uitleg kosten;soort bron;zekerheid;partner id",
        "ID;NAME;Kind;gives;first_step;area/whose;cost;cost note;source kind;Confidence;partner/id",
    );
    let dutch = read("t.csv", TABLE.as_bytes(), Format::Csv, Vocabulary::default());
    let english = read("t.csv", english.as_bytes(), Format::Csv, Vocabulary::default());
    assert_eq!((value(&dutch.0[0]), dutch.1), (value(&english.0[0]), english.1));
}

#[test]
fn bad_rows_are_told_by_row_and_column_and_good_ones_kept() {
    let (questionnaire, regions) = vocabulary();
    let known = Vocabulary { questionnaire: Some(&questionnaire), regions: Some(&regions) };
    let (drafts, found) = read("bad.csv", &bytes("bad.csv"), Format::Csv, known);
    let wanted: Vec<String> = serde_json::from_slice(&bytes("bad.found.json")).expect("a list");
    let found: Vec<String> = found.iter().map(line).collect();
    assert_eq!(found, wanted, "{}", serde_json::to_string_pretty(&found).expect("JSON"));
    let kept: Vec<(&str, Vec<&str>)> = drafts
        .iter()
        .map(|draft| (draft.partner.id.as_str(), draft.offers.iter().map(|offer| offer.id.as_str()).collect()))
        .collect();
    assert_eq!(kept, [("p-een", vec!["goed", "zonder-id"]), ("partner-drie", vec!["ander"])]);
    let second = serde_json::to_value(&drafts[0].offers[1]).expect("a value");
    assert_eq!(
        second["needs"],
        serde_json::json!([{"need": "respite", "strength": 2}, {"need": "talk", "strength": 1}])
    );
    assert_eq!(second["area"]["regions"], serde_json::json!(["be-vov", "be-nis-12025"]));
    assert_eq!(drafts[0].offers[0].checked_on.as_deref(), Some("2026-11-20"), "as Excel shows a day");
}

#[test]
fn an_open_quotation_mark_is_told() {
    let text = TABLE.replace("Bel.;", "\"Bel.;") + "b;B\n";
    let (_, found) = read("t.csv", text.as_bytes(), Format::Csv, Vocabulary::default());
    assert!(found.iter().any(|one| one.message.nl.contains("aanhalingsteken")), "{found:?}");
}

#[test]
fn nothing_in_a_csv_is_run_as_a_formula() {
    let written = write("all.csv", &[everything()], Format::Csv, Vocabulary::default()).expect("written");
    let text = String::from_utf8(written.bytes).expect("UTF-8");
    let mut reader =
        csv::ReaderBuilder::new().delimiter(b';').from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let mut guarded = 0;
    for cell in reader.records().flat_map(|row| row.expect("a row").iter().map(str::to_owned).collect::<Vec<_>>()) {
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t']), "{cell}");
        guarded += usize::from(cell.starts_with("'=") || cell.starts_with("'+"));
    }
    assert_eq!(guarded, 3, "the name, the first step and the telephone number");
}

#[test]
fn a_spreadsheet_may_hold_real_dates_and_numbers() {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Kladblad").expect("a name").write(0, 0, "niets").expect("a cell");
    let sheet = book.add_worksheet();
    let day = Look::new().set_num_format("dd/mm/yyyy");
    // Further down and to the right, with a row between that is empty.
    for (column, heading) in (2_u16..).zip([
        "naam",
        "soort",
        "wat krijgt u",
        "eerste stap",
        "gebied van",
        "kosten",
        "soort bron",
        "zekerheid",
        "nagekeken op",
        "opnieuw kijken na (maanden)",
        "telefoon",
        "weinig bekend",
        "partner id",
    ]) {
        sheet.write(3, column, heading).expect("a cell");
    }
    for (column, cell) in
        (2_u16..).zip(["Huis", "wonen", "Iets.", "Bel.", "naaste", "niet bekend", "gemeente", "niet nagelezen"])
    {
        sheet.write(5, column, cell).expect("a cell");
    }
    sheet.write_with_format(5, 10, ExcelDateTime::from_ymd(2026, 11, 20).expect("a day"), &day).expect("a cell");
    sheet.write(5, 11, 6).expect("a cell").write(5, 12, 1813).expect("a cell").write(5, 13, true).expect("a cell");
    sheet.write(5, 14, "huis").expect("a cell");
    for (column, cell) in
        (2_u16..).zip(["Stuk", "wonen", "Iets.", "Bel.", "naaste", "gratis", "pers", "niet nagelezen"])
    {
        sheet.write(6, column, cell).expect("a cell");
    }
    sheet.write(6, 12, Formula::new("=1/0").set_result("#DIV/0!")).expect("a cell");
    // A cell far away, as a slip of the mouse leaves one.
    sheet.write(1_048_575, 16_383, "x").expect("a cell");
    let bytes = book.save_to_buffer().expect("a file");
    let (drafts, found) = read("t.xlsx", &bytes, Format::Xlsx, Vocabulary::default());
    let offer = serde_json::to_value(&drafts[0].offers[0]).expect("a value");
    assert_eq!(
        (&offer["checked_on"], &offer["review_months"]),
        (&serde_json::json!("2026-11-20"), &serde_json::json!(6))
    );
    assert_eq!((&offer["contact"]["phone"], &offer["weak"]), (&serde_json::json!("1813"), &serde_json::json!(true)));
    assert_eq!(drafts[0].offers.len(), 1, "a row with a formula that fails is refused");
    let places: Vec<(&str, &Place)> = found.iter().map(|one| (one.code, &one.place)).collect();
    let at = |line, column| Place::Position { line, column };
    assert_eq!(places, [("made-id", &at(6, 1)), ("unreadable-cell", &at(7, 13))]);
}

#[test]
fn the_empty_table_is_read_once_filled_in() {
    let (questionnaire, regions) = vocabulary();
    let known = Vocabulary { questionnaire: Some(&questionnaire), regions: Some(&regions) };
    for format in [Format::Csv, Format::Xlsx] {
        let bytes = table::template(format, known).expect("written");
        let (drafts, found) = read("leeg", &bytes, format, known);
        assert!(drafts.is_empty(), "{format:?}: the example is no offer");
        assert_eq!(found.iter().map(|one| one.code).collect::<Vec<_>>(), ["example-row", "no-offers"], "{format:?}");
    }
    let csv = String::from_utf8(table::template(Format::Csv, known).expect("written")).expect("UTF-8");
    let filled = csv.replace(table::EXAMPLE, "logeren").replace("het-voorbeeldhuis", "ons-huis");
    let (drafts, found) = read("gevuld.csv", filled.as_bytes(), Format::Csv, known);
    assert_eq!(found, []);
    let errors: Vec<_> = checked(&drafts).into_iter().filter(|one| one.severity == Severity::Error).collect();
    assert_eq!(errors, [], "the example is a good one");
}

#[test]
fn the_empty_spreadsheet_has_lists_and_an_explanation() {
    use calamine::{Reader, Xlsx};
    let (questionnaire, regions) = vocabulary();
    let known = Vocabulary { questionnaire: Some(&questionnaire), regions: Some(&regions) };
    let bytes = table::template(Format::Xlsx, known).expect("written");
    let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(bytes)).expect("a workbook");
    assert_eq!(book.sheet_names(), ["Aanbod", "Uitleg", "Lijsten"]);
    let lists = book.worksheet_range("Lijsten").expect("a sheet");
    let explained = book.worksheet_range("Uitleg").expect("a sheet");
    for column in table::COLUMNS {
        assert!(explained.rows().any(|row| row[0] == column.nl && !row[2].to_string().is_empty()), "{}", column.nl);
    }
    let heading = lists.rows().next().expect("a row");
    let kinds = heading.iter().position(|cell| *cell == "soort").expect("kinds");
    let listed: Vec<String> =
        lists.rows().skip(1).map(|row| row[kinds].to_string()).filter(|cell| !cell.is_empty()).collect();
    assert_eq!(listed, words::KINDS.iter().map(|(_, dutch)| (*dutch).to_owned()).collect::<Vec<_>>());
}
