//! Rows to drafts: every good row is kept, every bad one told by row and column.

use super::{COLUMNS, EXAMPLE, Heading, Kind, cell, headings};
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Place, Severity, Words},
        raw::{RawOffer, RawPartner},
    },
    cell::is_formula,
    exchange::{
        Draft, Vocabulary, at_cell,
        draft::{dutch, made_id},
        foreign::put,
    },
    id::is_id,
    says,
};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// The cells of a file: rows with their number.
pub(super) type Rows = Vec<(usize, Vec<String>)>;

/// What is known while reading one table.
struct Reader<'a> {
    file: &'a str,
    headings: Vec<Option<Heading>>,
    vocabulary: Vocabulary<'a>,
    refused: BTreeSet<usize>,
    taken: BTreeSet<String>,
    drafts: Vec<Draft>,
    /// The partner of the row above.
    last: Option<String>,
    found: Vec<Diagnostic>,
}

/// Makes drafts of rows. A row in which something was found already is refused.
pub(super) fn read(
    file: &str,
    rows: Rows,
    found: Vec<Diagnostic>,
    vocabulary: Vocabulary,
) -> (Vec<Draft>, Vec<Diagnostic>) {
    let rows = from_headings(rows);
    let Some(((row, cells), rest)) = rows.split_first() else { return (Vec::new(), found) };
    let row_of = |one: &Diagnostic| match one.place {
        Place::Position { line, .. } => Some(line),
        Place::Pointer(_) => None,
    };
    let refused = found.iter().filter_map(row_of).collect();
    let (headings, told) = headings::understood(file, *row, cells);
    let found = found.into_iter().chain(told).collect();
    // An id that is made may not be that of a row further down.
    let position = headings.iter().position(|heading| heading.is_some_and(|heading| heading.column.path == "id"));
    let ids = rest.iter().filter_map(|(_, cells)| Some(cells.get(position?)?.trim().to_owned()));
    let mut named: BTreeSet<String> = ids.filter(|id| !id.is_empty()).collect();
    let mut reader =
        Reader { file, headings, vocabulary, refused, taken: BTreeSet::new(), drafts: Vec::new(), last: None, found };
    for (row, cells) in rest {
        reader.row(*row, cells, &mut named);
    }
    let Reader { mut drafts, found, .. } = reader;
    for draft in &mut drafts {
        if draft.partner.name == Default::default() {
            draft.partner.name = dutch(&draft.partner.id);
        }
    }
    (drafts, found)
}

impl Reader<'_> {
    fn row(&mut self, row: usize, cells: &[String], named: &mut BTreeSet<String>) {
        let told = self.found.len();
        let (mut offer, problems) = self.fields(row, cells);
        let partner = offer.remove("partner").unwrap_or_else(|| json!({}));
        let given = offer.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
        if given == EXAMPLE {
            let message = says!("rij {row} is de voorbeeldrij", "row {row} is the example row");
            let help = says!("we slaan ze over; u mag ze wissen", "we skip it; you may delete it");
            return self.tell((row, 1), Severity::Warning, "example-row", message, help);
        }
        let is_offer = cells.iter().zip(&self.headings).any(|(cell, heading)| {
            heading.is_some_and(|heading| !heading.column.path.starts_with("partner/")) && !cell.trim().is_empty()
        });
        if !is_offer && partner == json!({}) {
            return self.found.extend(problems);
        }
        let owner = self.partner(row, partner);
        let is_bad = self.refused.contains(&row) || problems.iter().any(|one| one.severity == Severity::Error);
        self.found.extend(problems);
        if !is_offer {
            return;
        }
        let missing = self.missing(row, &offer, told);
        if is_bad || missing {
            return;
        }
        if !given.is_empty() && !self.taken.insert(given.clone()) {
            let message =
                says!("rij {row}: de id `{given}` staat er al", "row {row}: the id `{given}` is there already");
            let help = says!(
                "geef elk aanbod een eigen id, of wis een van de twee rijen",
                "give each offer an id of its own, or delete one of the two rows"
            );
            return self.tell((row, self.column("id")), Severity::Error, "repeated-row", message, help);
        }
        if given.is_empty() {
            let name = cell_text(&offer, "name/nl");
            let id = made_id(&name, named);
            named.insert(id.clone());
            self.taken.insert(id.clone());
            let message = says!("rij {row} heeft geen id; het wordt `{id}`", "row {row} has no id; it becomes `{id}`");
            let help = says!(
                "schrijf de id in uw bestand, zodat ze dezelfde blijft",
                "write the id in your file, so that it stays the same"
            );
            self.tell((row, self.column("id")), Severity::Warning, "made-id", message, help);
            offer.insert("id".to_owned(), json!(id));
        }
        self.keep(row, offer, &owner);
    }

    /// The fields of a row, and what can't be read.
    fn fields(&self, row: usize, cells: &[String]) -> (serde_json::Map<String, Value>, Vec<Diagnostic>) {
        let mut problems = Vec::new();
        let mut values: BTreeMap<&str, BTreeMap<&str, Value>> = BTreeMap::new();
        for (position, (heading, text)) in self.headings.iter().zip(cells).enumerate() {
            let Some(heading) = *heading else { continue };
            match cell::read(heading, text, self.vocabulary) {
                Ok(Some(value)) => {
                    values.entry(heading.column.path).or_default().insert(heading.language.unwrap_or_default(), value);
                }
                Ok(None) => {}
                Err(refused) => problems.push(self.unreadable(row, position + 1, heading, refused)),
            }
        }
        let mut offer = json!({"area": {}, "cost": {}, "contact": {}, "source": {}});
        for column in COLUMNS {
            let value = values.remove(column.path).map(|values| together(column.kind, values));
            let value =
                value.or_else(|| column.kind.of_nothing(column.path).filter(|_| !column.path.starts_with("partner/")));
            if let Some(value) = value {
                put(&mut offer, column.path, value);
            }
        }
        match offer {
            Value::Object(fields) => (fields, problems),
            _ => (Default::default(), problems),
        }
    }

    fn unreadable(&self, row: usize, column: usize, heading: Heading, refused: cell::Refused) -> Diagnostic {
        let (letters, name) = (headings::letters(column), heading.words());
        let cell::Refused { message, help } = refused;
        let message = Words {
            nl: format!("rij {row}, kolom {letters} ({name}): {}", message.nl),
            en: format!("row {row}, column {letters} ({name}): {}", message.en),
        };
        at_cell(self.file, (row, column), Severity::Error, "unreadable-cell", message, help)
    }

    /// Tells of the needed cells that are empty. What was told of this row already comes after the first `before`.
    fn missing(&mut self, row: usize, offer: &serde_json::Map<String, Value>, before: usize) -> bool {
        let value = Value::Object(offer.clone());
        let told: BTreeSet<usize> = self
            .found
            .iter()
            .skip(before)
            .filter_map(|one| match one.place {
                Place::Position { column, .. } => Some(column),
                Place::Pointer(_) => None,
            })
            .collect();
        let mut is_missing = false;
        for column in COLUMNS.iter().filter(|column| column.is_needed) {
            let position = self.column(column.path);
            let is_there = value.pointer(&["/", column.path].concat()).is_some();
            if is_there || told.contains(&position) && self.has(column.path) {
                continue;
            }
            is_missing = true;
            let (nl, meaning) = (column.nl, column.meaning);
            let letters = headings::letters(position);
            let message = match self.has(column.path) {
                true => says!(
                    "rij {row}, kolom {letters} ({nl}): deze cel moet ingevuld zijn",
                    "row {row}, column {letters} ({nl}): this cell must be filled in"
                ),
                false => says!(
                    "rij {row}: de kolom `{nl}` ontbreekt in het bestand",
                    "row {row}: the file has no column `{nl}`"
                ),
            };
            let options = match column.kind {
                Kind::Word(list) => list.iter().map(|(_, dutch)| *dutch).collect::<Vec<_>>().join("`, `"),
                _ => String::new(),
            };
            let help = match options.is_empty() {
                true => Words { nl: lower(meaning), en: format!("fill in `{nl}`") },
                false => says!("kies uit `{options}`", "choose from `{options}`"),
            };
            self.tell((row, position), Severity::Error, "empty-cell", message, help);
        }
        is_missing
    }

    fn keep(&mut self, row: usize, offer: serde_json::Map<String, Value>, owner: &str) {
        match serde_json::from_value::<RawOffer>(Value::Object(offer)) {
            Ok(offer) => {
                if let Some(draft) = self.drafts.iter_mut().find(|draft| draft.partner.id == owner) {
                    draft.offers.push(offer);
                }
            }
            Err(why) => {
                let message = says!("rij {row} is niet te lezen: {why}", "row {row} can't be read: {why}");
                let help = says!("vergelijk met een rij die wel lukt", "compare with a row that can be read");
                self.tell((row, 1), Severity::Error, "unreadable-cell", message, help);
            }
        }
    }

    /// Whose row this is: it adds to what is known of that partner.
    fn partner(&mut self, row: usize, said: Value) -> String {
        let id = self.partner_id(row, &said);
        let partner: Option<RawPartner> = {
            let mut whole = json!({"id": id, "name": said.get("name").cloned().unwrap_or_else(|| json!({}))});
            for field in ["website", "about"] {
                said.get(field).into_iter().for_each(|value| put(&mut whole, field, value.clone()));
            }
            serde_json::from_value(whole).ok()
        };
        let Some(partner) = partner else { return id };
        let examples = said.get("examples").cloned().and_then(|value| serde_json::from_value(value).ok());
        match self.drafts.iter_mut().find(|draft| draft.partner.id == id) {
            None => self.drafts.push(Draft { partner, offers: Vec::new(), examples: examples.unwrap_or_default() }),
            Some(draft) => {
                let known = &mut draft.partner;
                let differs = added(&mut known.website, partner.website)
                    | added(&mut known.about, partner.about)
                    | if known.name == Default::default() {
                        known.name = partner.name;
                        false
                    } else {
                        partner.name != Default::default() && partner.name != known.name
                    };
                if draft.examples.is_empty() {
                    draft.examples = examples.unwrap_or_default();
                }
                if differs {
                    let message = says!(
                        "rij {row} zegt iets anders over de partner `{id}` dan een rij erboven",
                        "row {row} says something else about the partner `{id}` than a row above it"
                    );
                    let help = says!(
                        "wat eerst kwam telt; zet in elke rij hetzelfde, of laat de andere rijen leeg",
                        "what came first counts; write the same in each row, or leave the other rows empty"
                    );
                    self.tell((row, self.column("partner/name")), Severity::Warning, "partner-differs", message, help);
                }
            }
        }
        self.last = Some(id.clone());
        id
    }

    /// The partner's id: as written, or made of its name, or that of the row above, or made of the file's name.
    fn partner_id(&mut self, row: usize, said: &Value) -> String {
        if let Some(id) = said.get("id").and_then(Value::as_str) {
            return id.to_owned();
        }
        let name = said.pointer("/name/nl").and_then(Value::as_str);
        let known = self.drafts.iter().find(|draft| name.is_some() && draft.partner.name.nl.as_deref() == name);
        if let Some(draft) = known {
            return draft.partner.id.clone();
        }
        if let (None, Some(last)) = (name, &self.last) {
            return last.clone();
        }
        let stem = self.file.rsplit(['/', '\\']).next().and_then(|file| file.split('.').next()).unwrap_or_default();
        let taken = self.drafts.iter().map(|draft| draft.partner.id.clone()).collect();
        let id = if name.is_none() && is_id(stem) { stem.to_owned() } else { made_id(name.unwrap_or(stem), &taken) };
        let message = says!(
            "rij {row} noemt geen id van een partner; het wordt `{id}`",
            "row {row} names no partner's id; it becomes `{id}`"
        );
        let help = says!("vul de kolom `partner id` in", "fill in the column `partner id`");
        self.tell((row, self.column("partner/id")), Severity::Warning, "partner-unnamed", message, help);
        id
    }

    fn has(&self, path: &str) -> bool {
        self.headings.iter().flatten().any(|heading| heading.column.path == path)
    }

    /// Where a field's column stands; the first column when there is none.
    fn column(&self, path: &str) -> usize {
        let is = |heading: &Option<Heading>| heading.is_some_and(|heading| heading.column.path == path);
        self.headings.iter().position(is).map_or(1, |position| position + 1)
    }

    fn tell(&mut self, place: (usize, usize), severity: Severity, code: &'static str, message: Words, help: Words) {
        self.found.push(at_cell(self.file, place, severity, code, message, help));
    }
}

/// Takes a value over when there was none; tells whether there was another.
fn added<T: PartialEq>(known: &mut Option<T>, said: Option<T>) -> bool {
    match (&known, &said) {
        (None, _) => {
            *known = said;
            false
        }
        (Some(known), Some(said)) => known != said,
        (Some(_), None) => false,
    }
}

/// One value of the cells of a field, by language.
fn together(kind: Kind, mut values: BTreeMap<&str, Value>) -> Value {
    match kind {
        Kind::Text => json!(values),
        Kind::Texts => {
            let lines = |value: &Value| value.as_array().map_or(0, Vec::len);
            let most = values.values().map(lines).max().unwrap_or_default();
            let line = |at: usize| -> BTreeMap<&str, Value> {
                let said = values.iter().filter_map(|(language, value)| Some((*language, value.get(at)?.clone())));
                said.filter(|(_, words)| *words != "").collect()
            };
            (0..most).map(line).filter(|line| !line.is_empty()).map(|line| json!(line)).collect()
        }
        _ => values.remove("").unwrap_or_default(),
    }
}

fn cell_text(offer: &serde_json::Map<String, Value>, path: &str) -> String {
    let value = Value::Object(offer.clone());
    value.pointer(&["/", path].concat()).and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// A sentence as help: without the capital and the full stop.
fn lower(sentence: &str) -> String {
    let mut letters = sentence.trim_end_matches('.').chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// In how many rows from the top headings are looked for: some put a title above them.
pub(super) const HEAD: usize = 10;

/// The rows from the one with most headings on, without those that are empty.
fn from_headings(mut rows: Rows) -> Rows {
    rows.retain(|(_, cells)| cells.iter().any(|cell| !cell.trim().is_empty()));
    let best =
        headings::scores(&rows).into_iter().enumerate().max_by_key(|(at, score)| (*score, std::cmp::Reverse(*at)));
    rows.split_off(best.map_or(0, |(at, _)| at))
}

/// A cell that a spreadsheet won't run as a formula.
pub(super) fn guarded(cell: &str) -> String {
    let is_like_guarded = cell.strip_prefix('\'').is_some_and(|rest| is_formula(rest) || rest.starts_with('\''));
    if is_formula(cell) || is_like_guarded { format!("'{cell}") } else { cell.to_owned() }
}

/// The cell as it was before it was [`guarded`].
pub(super) fn unguarded(cell: &str) -> String {
    let inner = cell.strip_prefix('\'').filter(|rest| is_formula(rest) || rest.starts_with('\''));
    inner.unwrap_or(cell).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guard_comes_off_as_it_went_on() {
        for cell in ["", "=1+1", "+32 2 11", "-", "@x", "\tx", "'s avonds", "'=x", "''", "'", "''=x", "gewoon"] {
            let guarded = guarded(cell);
            assert!(!is_formula(&guarded), "{cell}");
            assert_eq!(unguarded(&guarded), cell);
        }
        assert_eq!(guarded("'s avonds"), "'s avonds");
    }
}
