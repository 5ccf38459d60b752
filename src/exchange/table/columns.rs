//! The columns of a table: which field each holds, what stands above it, and what it means.

use super::words::{self, Words};

/// One column.
#[derive(Debug)]
pub struct Column {
    /// The field it holds, such as `cost/level`; what begins with `partner/` belongs to the partner.
    pub path: &'static str,
    /// Above the column.
    pub nl: &'static str,
    /// Read as well.
    pub en: &'static str,
    /// What stands in its cells.
    pub kind: Kind,
    /// Whether an offer can't do without.
    pub is_needed: bool,
    /// How wide it is in a spreadsheet, in characters.
    pub width: u16,
    /// What to fill in, for the sheet that explains the table.
    pub meaning: &'static str,
}

/// What stands in the cells of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A text, with a column of its own for each language.
    Text,
    /// Texts, one on each line, with a column for each language.
    Texts,
    /// Whatever it is, as written.
    Plain,
    /// Such things, one on each line.
    Lines,
    /// A date, or as much of it as is known.
    Date,
    /// A whole number.
    Number,
    /// Yes or no.
    YesNo,
    /// A word of a closed list.
    Word(Words),
    /// Words of a closed list.
    Several(Words),
    /// Needs with their strength.
    Needs,
    /// Phases.
    Phases,
    /// Places.
    Regions,
    /// A rule as JSON; empty is everyone where a rule is needed.
    Rule,
    /// When somebody is there.
    Hours,
    /// Examples as JSON.
    Examples,
}

impl Kind {
    /// Whether it has a column for each language.
    pub fn is_text(self) -> bool {
        matches!(self, Self::Text | Self::Texts)
    }

    /// What an empty cell is; none when the field is then left out.
    pub(super) fn of_nothing(self, path: &str) -> Option<serde_json::Value> {
        match self {
            Self::Rule if path == "eligibility" => Some(serde_json::json!({"all": []})),
            Self::Date if path == "checked_on" => Some(serde_json::Value::Null),
            Self::Texts | Self::Lines | Self::Several(_) | Self::Needs | Self::Phases | Self::Regions => {
                Some(serde_json::json!([]))
            }
            _ => None,
        }
    }
}

const fn column(
    path: &'static str,
    nl: &'static str,
    en: &'static str,
    kind: Kind,
    width: u16,
    meaning: &'static str,
) -> Column {
    Column { path, nl, en, kind, is_needed: false, width, meaning }
}

const fn needed(column: Column) -> Column {
    Column { is_needed: true, ..column }
}

/// Every column, in the order in which they are written.
pub const COLUMNS: &[Column] = &[
    column(
        "id",
        "id",
        "id",
        Kind::Plain,
        24,
        "Een korte naam met kleine letters, cijfers en streepjes. Verander ze nooit. Leeg: het programma maakt er een.",
    ),
    needed(column("name", "naam", "name", Kind::Text, 28, "Hoe het heet, hoogstens 80 tekens.")),
    needed(column("kind", "soort", "kind", Kind::Word(words::KINDS), 20, "Wat voor hulp het is. Kies uit de lijst.")),
    needed(column(
        "gives",
        "wat krijgt u",
        "gives",
        Kind::Text,
        45,
        "Wat iemand krijgt, in een tot drie korte zinnen. Zeg u.",
    )),
    needed(column(
        "first_step",
        "eerste stap",
        "first step",
        Kind::Text,
        38,
        "Het eerste wat iemand doet: bellen, vragen, invullen.",
    )),
    column(
        "needs",
        "behoeften",
        "needs",
        Kind::Needs,
        24,
        "Waarmee het helpt, en hoe sterk: 3 is ervoor gemaakt, 2 helpt echt, 1 helpt een beetje. Zo: respite:3; talk:2",
    ),
    column("phases", "fasen", "phases", Kind::Phases, 24, "Wanneer het past. Zo: ongoing; getting-heavier"),
    needed(column(
        "area/whose",
        "gebied van",
        "area of",
        Kind::Word(words::WHOSE),
        16,
        "Wiens woonplaats telt. Kies uit de lijst.",
    )),
    column(
        "area/regions",
        "regio's",
        "regions",
        Kind::Regions,
        20,
        "Waar het te krijgen is: namen of id's. Zo: Gent; be-vwv",
    ),
    column(
        "eligibility",
        "voor wie",
        "for whom",
        Kind::Rule,
        30,
        "Leeg: iedereen in het gebied. Anders een regel, zoals het nakijken ze kent. Zet gewone zinnen bij voorwaarden.",
    ),
    column(
        "typical_for",
        "vooral voor",
        "typical for",
        Kind::Rule,
        30,
        "Voor wie het vooral bedoeld is: een regel die niemand uitsluit. Mag leeg.",
    ),
    column(
        "urgent_when",
        "dringend bij",
        "urgent when",
        Kind::Rule,
        30,
        "Alleen voor noodhulp: wanneer het boven aan elk scherm moet staan. Mag leeg.",
    ),
    column(
        "conditions",
        "voorwaarden",
        "conditions",
        Kind::Texts,
        40,
        "Wat iemand zelf moet nakijken, in hele zinnen. Elke zin op een eigen regel in de cel (Alt+Enter).",
    ),
    needed(column("cost/level", "kosten", "cost", Kind::Word(words::COSTS), 18, "Wat het kost. Kies uit de lijst.")),
    column(
        "cost/note",
        "uitleg kosten",
        "cost note",
        Kind::Text,
        30,
        "Wat het kost in een zin, en bij elk bedrag het jaar. Mag leeg.",
    ),
    column("contact/phone", "telefoon", "phone", Kind::Plain, 18, "Mag leeg."),
    column("contact/email", "e-mail", "email", Kind::Plain, 24, "Een algemeen adres, nooit van een persoon. Mag leeg."),
    column("contact/website", "website", "website", Kind::Plain, 28, "Begint met https://. Mag leeg."),
    column(
        "respite",
        "respijt voor hoelang",
        "respite",
        Kind::Several(words::RUNGS),
        22,
        "Alleen bij hulp die de zorg overneemt. Meer dan een mag, met een puntkomma ertussen.",
    ),
    column(
        "line/theme",
        "lijn: waarover",
        "line theme",
        Kind::Word(words::THEMES),
        20,
        "Alleen bij bellen of chatten. Kies uit de lijst.",
    ),
    column(
        "line/open",
        "lijn: uren",
        "line hours",
        Kind::Hours,
        24,
        "Alleen bij bellen of chatten. Zo: ma-vr 09:00-17:00; za 10:00-12:30. Of: altijd. Niet zeker? Leeg laten.",
    ),
    column("valid/from", "geldig van", "valid from", Kind::Date, 14, "De eerste dag dat het bestaat. Mag leeg."),
    column(
        "valid/until",
        "geldig tot en met",
        "valid until",
        Kind::Date,
        16,
        "De laatste dag dat het bestaat. Mag leeg.",
    ),
    column("source/url", "bron", "source", Kind::Plain, 28, "De pagina waar u het gelezen hebt."),
    column(
        "source/more",
        "andere bronnen",
        "more sources",
        Kind::Lines,
        28,
        "Andere pagina's, elke op een eigen regel. Mag leeg.",
    ),
    needed(column("source/kind", "soort bron", "source kind", Kind::Word(words::SOURCES), 20, "Kies uit de lijst.")),
    column(
        "checked_on",
        "nagekeken op",
        "checked on",
        Kind::Date,
        16,
        "De datum van de bron: 2026-11-20, of 2026-11, of 2026. Leeg als er geen op staat.",
    ),
    column(
        "review_months",
        "opnieuw kijken na (maanden)",
        "review months",
        Kind::Number,
        14,
        "Na hoeveel maanden iemand weer kijkt of het klopt. Leeg: zoals gewoonlijk.",
    ),
    needed(column(
        "confidence",
        "zekerheid",
        "confidence",
        Kind::Word(words::CONFIDENCE),
        20,
        "Of de kern ergens gelezen is. Kies uit de lijst.",
    )),
    column(
        "unverified",
        "niet bevestigd",
        "unverified",
        Kind::Several(words::PARTS),
        20,
        "De delen die geen bron bevestigt, met een puntkomma ertussen. Zo: kosten; telefoon",
    ),
    column(
        "doubt",
        "twijfel",
        "doubt",
        Kind::Text,
        30,
        "Een zin voor de mantelzorger over wat niet zeker is. Mag leeg.",
    ),
    column(
        "weak",
        "weinig bekend",
        "weak",
        Kind::YesNo,
        12,
        "Ja als er nog weinig over bekend is. Het komt dan achteraan. Mag leeg.",
    ),
    column(
        "note",
        "notitie",
        "note",
        Kind::Plain,
        30,
        "Een woordje voor andere partners. Mantelzorgers zien het niet. Mag leeg.",
    ),
    column(
        "partner/id",
        "partner id",
        "partner id",
        Kind::Plain,
        22,
        "De id van de organisatie. Leeg: dezelfde als in de rij erboven.",
    ),
    column(
        "partner/name",
        "partner naam",
        "partner name",
        Kind::Text,
        26,
        "De naam van de organisatie. Een keer is genoeg.",
    ),
    column(
        "partner/website",
        "partner website",
        "partner website",
        Kind::Plain,
        28,
        "De website van de organisatie. Een keer is genoeg.",
    ),
    column(
        "partner/about",
        "partner over",
        "partner about",
        Kind::Text,
        36,
        "Wie de organisatie is, in een zin of twee. Een keer is genoeg. Mag leeg.",
    ),
    column(
        "partner/examples",
        "partner voorbeelden",
        "partner examples",
        Kind::Examples,
        24,
        "Voorbeelden van mantelzorgers bij dit aanbod, zoals in het bestand van de partner. Mag leeg.",
    ),
];
