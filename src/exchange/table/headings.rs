//! Which field a heading means.

use super::{
    COLUMNS, Heading, LANGUAGES,
    rows::{HEAD, Rows},
};
use crate::{
    catalogue::diagnostic::{Diagnostic, Severity},
    exchange::at_cell,
    id::nearest,
    says,
    spelling::plain,
};

/// The field of each column, in their order; none for a column that is skipped.
pub(super) fn understood(file: &str, row: usize, cells: &[String]) -> (Vec<Option<Heading>>, Vec<Diagnostic>) {
    let known = known();
    let mut found = Vec::new();
    let mut headings: Vec<Option<Heading>> = Vec::new();
    for (position, cell) in cells.iter().enumerate() {
        let place = (row, position + 1);
        let heading = means(&known, cell);
        let is_repeated = heading.is_some_and(|heading| headings.iter().flatten().any(|other| same(*other, heading)));
        if is_repeated {
            let message = says!("de kolom `{cell}` staat er twee keer", "the column `{cell}` is there twice");
            let help = says!("haal een van de twee weg; de eerste telt", "remove one of the two; the first counts");
            found.push(at_cell(file, place, Severity::Warning, "repeated-column", message, help));
        }
        if heading.is_none() && !cell.trim().is_empty() {
            found.push(unknown(file, place, cell.trim(), &known));
        }
        headings.push(heading.filter(|_| !is_repeated));
    }
    (headings, found)
}

/// How many cells of each of the first rows are headings we know.
pub(super) fn scores(rows: &Rows) -> Vec<usize> {
    let known = known();
    let score = |cells: &[String]| cells.iter().filter(|cell| means(&known, cell).is_some()).count();
    rows.iter().take(HEAD).map(|(_, cells)| score(cells)).collect()
}

fn same(one: Heading, other: Heading) -> bool {
    one.column.path == other.column.path && one.language == other.language
}

fn means(known: &[(String, Heading)], cell: &str) -> Option<Heading> {
    let folded = plain(cell);
    known.iter().find(|(name, _)| *name == folded && !folded.is_empty()).map(|(_, heading)| *heading)
}

/// Every heading that is understood: in Dutch, in English, and as the field is called in a file.
fn known() -> Vec<(String, Heading)> {
    let mut known = Vec::new();
    for column in COLUMNS {
        let last = column.path.rsplit('/').next().filter(|_| !column.path.starts_with("partner/"));
        let last = last.filter(|last| COLUMNS.iter().filter(|other| other.path.ends_with(last)).count() == 1);
        for name in [column.nl, column.en, column.path].into_iter().chain(last) {
            let is_text = column.kind.is_text();
            known.push((plain(name), Heading { column, language: is_text.then_some("nl") }));
            let languages = LANGUAGES.into_iter().filter(|_| is_text);
            known.extend(languages.map(|language| {
                (plain(&[name, " ", language].concat()), Heading { column, language: Some(language) })
            }));
        }
    }
    known
}

fn unknown(file: &str, place: (usize, usize), cell: &str, known: &[(String, Heading)]) -> Diagnostic {
    let near = nearest(&plain(cell), known.iter().map(|(name, _)| name.as_str()));
    let near = near.and_then(|near| known.iter().find(|(name, _)| name == near)).map(|(_, heading)| heading.words());
    let message = says!(
        "de kolom `{cell}` kennen we niet, dus we slaan ze over",
        "we don't know the column `{cell}`, so we skip it"
    );
    let help = match near {
        Some(near) => says!("bedoelt u `{near}`?", "did you mean `{near}`?"),
        None => says!(
            "het blad `Uitleg` van een leeg bestand (`export --template leeg.xlsx`) noemt alle kolommen",
            "the sheet `Uitleg` of an empty file (`export --template empty.xlsx`) lists all columns"
        ),
    };
    at_cell(file, place, Severity::Warning, "unknown-column", message, help)
}

/// The name that a spreadsheet gives a column: A to Z, then AA.
pub(super) fn letters(column: usize) -> String {
    let mut name = Vec::new();
    let mut rest = column;
    while rest > 0 {
        name.push(char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    name.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_letters() {
        assert_eq!([1, 26, 27, 52, 703].map(letters), ["A", "Z", "AA", "AZ", "AAA"]);
    }

    #[test]
    fn no_heading_means_two_things() {
        let known = known();
        for (name, heading) in &known {
            let other = known.iter().find(|(other, to)| other == name && !same(*to, *heading));
            assert!(other.is_none(), "`{name}` is both {} and {}", heading.column.path, other.unwrap().1.column.path);
        }
    }
}
