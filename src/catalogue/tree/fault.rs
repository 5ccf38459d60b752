//! Why a text is no JSON, in words for someone who is no programmer.

use crate::{catalogue::diagnostic::Words, says};

/// What keeps a text from being JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The byte to look at.
    pub at: usize,
    /// What is wrong.
    pub message: Words,
    /// What to do about it.
    pub help: Words,
}

impl Fault {
    fn new(at: usize, message: Words, help: Words) -> Self {
        Self { at, message, help }
    }

    pub(super) fn empty() -> Self {
        let help = says!(
            "haal het bestand weg, of begin met een kopie van een ander bestand",
            "remove the file, or begin with a copy of another file"
        );
        Self::new(0, says!("dit bestand is leeg", "this file is empty"), help)
    }

    pub(super) fn cut_off(at: usize, open: char, line: usize) -> Self {
        let close = closer(open);
        let message = says!(
            "het bestand houdt te vroeg op: de `{open}` van regel {line} is niet gesloten",
            "the file ends too soon: the `{open}` of line {line} isn't closed"
        );
        let help = says!(
            "is het bestand helemaal bewaard? Zo ja, zet de `{close}` die ontbreekt",
            "was the whole file saved? If so, add the missing `{close}`"
        );
        Self::new(at, message, help)
    }

    pub(super) fn nothing_follows(at: usize) -> Self {
        let message = says!(
            "het bestand houdt te vroeg op: hier hoort nog iets te staan",
            "the file ends too soon: something should follow here"
        );
        let help = says!(
            "is het bestand helemaal bewaard? Haal het anders uit een vorige versie",
            "was the whole file saved? Otherwise take it from an earlier version"
        );
        Self::new(at, message, help)
    }

    pub(super) fn not_closed(at: usize, open: char, line: usize) -> Self {
        let close = closer(open);
        let message =
            says!("de `{open}` van regel {line} is niet gesloten", "the `{open}` of line {line} isn't closed");
        Self::new(at, message, says!("zet hier een `{close}`", "put a `{close}` here"))
    }

    pub(super) fn opened_twice(at: usize, open: char) -> Self {
        let close = closer(open);
        let message = says!(
            "hier staat twee keer `{open}`, en maar een ervan is gesloten",
            "there are two `{open}` here, and only one of them is closed"
        );
        let help = says!(
            "haal een `{open}` weg, of zet de `{close}` die ontbreekt",
            "take out one `{open}`, or add the missing `{close}`"
        );
        Self::new(at, message, help)
    }

    pub(super) fn opener_missing(at: usize, open: char) -> Self {
        let message = says!("hier ontbreekt een `{open}`", "a `{open}` is missing here");
        Self::new(at, message, says!("zet hier een `{open}`", "put a `{open}` here"))
    }

    pub(super) fn wrong_closer(at: usize, found: char, open: char, line: usize) -> Self {
        let close = closer(open);
        let message = says!(
            "hier staat `{found}`, maar de `{open}` van regel {line} is nog open",
            "this is `{found}`, but the `{open}` of line {line} is still open"
        );
        let help = says!(
            "haal deze `{found}` weg, of zet er een `{close}` voor",
            "take out this `{found}`, or put a `{close}` before it"
        );
        Self::new(at, message, help)
    }

    pub(super) fn extra_closer(at: usize, found: char) -> Self {
        let message = says!("hier staat een `{found}` te veel", "there is a `{found}` too many here");
        Self::new(at, message, says!("haal deze `{found}` weg", "take out this `{found}`"))
    }

    pub(super) fn after_the_end(at: usize) -> Self {
        let message = says!("na het einde staat nog tekst", "there is more text after the end");
        let help = says!("haal weg wat na de laatste `}}` staat", "take out what comes after the last `}}`");
        Self::new(at, message, help)
    }

    pub(super) fn comma_missing(at: usize) -> Self {
        let help = says!("zet hier een komma", "put a comma here");
        Self::new(at, says!("hier ontbreekt een komma", "a comma is missing here"), help)
    }

    pub(super) fn comma_too_many(at: usize) -> Self {
        let help = says!("haal deze komma weg", "take out this comma");
        Self::new(at, says!("hier staat een komma te veel", "there is a comma too many here"), help)
    }

    pub(super) fn quote_inside(at: usize) -> Self {
        let message = says!("na deze tekst staat nog iets", "there is something more after this text");
        let help = says!(
            "staat er een `\"` in de tekst zelf? Schrijf daar `'`; anders ontbreekt een komma of aanhalingsteken",
            "is there a `\"` in the text itself? Write `'` there; otherwise a comma or quotation mark is missing"
        );
        Self::new(at, message, help)
    }

    pub(super) fn text_not_closed(at: usize) -> Self {
        let message = says!(
            "deze tekst is niet gesloten met een aanhalingsteken",
            "this text isn't closed with a quotation mark"
        );
        let help = says!(
            "zet een `\"` aan het einde van de tekst; een tekst staat helemaal op één regel",
            "put a `\"` at the end of the text; a text stands on one line as a whole"
        );
        Self::new(at, message, help)
    }

    pub(super) fn text_cut_off(at: usize) -> Self {
        let message = says!("het bestand houdt te vroeg op, in deze tekst", "the file ends too soon, in this text");
        let help = says!(
            "is het bestand helemaal bewaard? Zo ja, zet een `\"` aan het einde van de tekst",
            "was the whole file saved? If so, put a `\"` at the end of the text"
        );
        Self::new(at, message, help)
    }

    pub(super) fn hidden_in_text(at: usize) -> Self {
        let message = says!(
            "in deze tekst staat een tab of een ander onzichtbaar teken",
            "there is a tab or another invisible character in this text"
        );
        Self::new(at, message, says!("zet er een spatie voor in de plaats", "put a space in its place"))
    }

    pub(super) fn escape(at: usize) -> Self {
        let message = says!("na een `\\` kan dit teken niet staan", "this character can't stand after a `\\`");
        let help = says!("haal de `\\` weg, of schrijf `\\\\`", "take out the `\\`, or write `\\\\`");
        Self::new(at, message, help)
    }

    pub(super) fn number(at: usize) -> Self {
        let message = says!("dit is geen getal zoals JSON ze kent", "this isn't a number as JSON knows them");
        let help = says!(
            "zet een telefoonnummer, postcode of datum tussen aanhalingstekens; een getal begint niet met 0 of `+`",
            "put a phone number, postcode or date between quotation marks; a number doesn't begin with 0 or `+`"
        );
        Self::new(at, message, help)
    }

    pub(super) fn bare_word(at: usize, word: &str) -> Self {
        let message =
            says!("hier staat `{word}` zonder aanhalingstekens", "this says `{word}` without quotation marks");
        let help = says!(
            "schrijf `\"{word}\"`; alleen getallen, `true`, `false` en `null` staan zonder",
            "write `\"{word}\"`; only numbers, `true`, `false` and `null` go without"
        );
        Self::new(at, message, help)
    }

    pub(super) fn wrong_quote(at: usize, quote: char) -> Self {
        let message =
            says!("hier staat het verkeerde aanhalingsteken: `{quote}`", "this is the wrong quotation mark: `{quote}`");
        Self::new(at, message, says!("gebruik rechte dubbele: `\"`", "use straight double ones: `\"`"))
    }

    pub(super) fn comment(at: usize) -> Self {
        let message = says!(
            "in een bestand als dit kunnen geen opmerkingen staan",
            "there can be no comments in a file like this"
        );
        let help = says!(
            "haal de opmerking weg, of zet ze in het veld `note` van het aanbod",
            "take out the comment, or put it in the field `note` of the offer"
        );
        Self::new(at, message, help)
    }

    pub(super) fn colon_missing(at: usize) -> Self {
        let message = says!("na de naam van een veld hoort een `:`", "the name of a field is followed by a `:`");
        let help = says!(
            "zet een `:` tussen naam en inhoud, en kijk of de aanhalingstekens kloppen",
            "put a `:` between the name and what it holds, and see whether the quotation marks are right"
        );
        Self::new(at, message, help)
    }

    pub(super) fn nothing_after_colon(at: usize, key: &str) -> Self {
        let message = says!("het veld `{key}` heeft geen inhoud", "the field `{key}` holds nothing");
        let help = says!(
            "vul na de `:` in wat er hoort, of haal het veld weg",
            "fill in after the `:` what belongs there, or take out the field"
        );
        Self::new(at, message, help)
    }

    pub(super) fn no_key(at: usize) -> Self {
        let message = says!(
            "hier hoort de naam van een veld, tussen aanhalingstekens",
            "the name of a field belongs here, between quotation marks"
        );
        let help = says!(
            "schrijf velden als `\"naam\": …`; een lijst staat tussen `[` en `]`",
            "write fields as `\"name\": …`; a list stands between `[` and `]`"
        );
        Self::new(at, message, help)
    }

    pub(super) fn colon_in_list(at: usize) -> Self {
        let message = says!("in een lijst staat geen `:`", "a list has no `:`");
        let help = says!(
            "zet velden tussen `{{` en `}}`; of is er een haakje te veel gesloten?",
            "put fields between `{{` and `}}`; or was a bracket closed too many?"
        );
        Self::new(at, message, help)
    }

    pub(super) fn strange(at: usize, found: char) -> Self {
        let found = if found.is_control() || found.is_whitespace() || found == '\u{feff}' {
            format!("U+{:04X}", u32::from(found))
        } else {
            found.to_string()
        };
        let message = says!("`{found}` kan hier niet staan", "`{found}` can't stand here");
        let help = says!(
            "kijk naar de aanhalingstekens, komma's en haakjes op deze regel en die ervoor",
            "look at the quotation marks, commas and brackets on this line and the one before it"
        );
        Self::new(at, message, help)
    }
}

fn closer(open: char) -> char {
    if open == '{' { '}' } else { ']' }
}
