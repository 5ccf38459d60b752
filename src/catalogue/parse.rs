//! Text to raw catalogue: strict, and as far as the text can be read.

use super::{
    diagnostic::{Diagnostic, Place, Severity, Spot},
    overlay::Overlay,
    raw::{FORMAT, RawExample, RawGuide, RawOffer, RawPartner, RawPartnerFile, RawQuestionnaire, RawRegions},
};
use serde::de::DeserializeOwned;
use serde_path_to_error::Segment;

/// The largest file that is read: 16 MiB, ten times what a national catalogue needs.
pub const LARGEST_FILE: usize = 16 * 1024 * 1024;

/// One file: its name relative to the catalogue's folder, and its text.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// Such as `partners/samana.json`.
    pub file: &'a str,
    /// What is in it.
    pub text: &'a str,
}

/// The files of a catalogue, read.
#[derive(Clone, Debug, Default)]
pub struct RawCatalogue {
    /// The questions, if that file could be read.
    pub questionnaire: Option<(String, RawQuestionnaire)>,
    /// The places, if that file could be read.
    pub regions: Option<(String, RawRegions)>,
    /// The texts that accompany a caregiver, if there is such a file and it could be read.
    pub guide: Option<(String, RawGuide)>,
    /// The partners in the order of their files.
    pub partners: Vec<RawPartnerOffers>,
    /// What municipalities change, in the order of their folders.
    pub overlays: Vec<Overlay>,
}

/// One partner's file, with the offers that could be read.
#[derive(Clone, Debug)]
pub struct RawPartnerOffers {
    /// The file.
    pub file: String,
    /// The partner.
    pub partner: RawPartner,
    /// Offers with their position in the file.
    pub offers: Vec<(usize, RawOffer)>,
    /// How many offers could not be read.
    pub unread: usize,
    /// People for whom these offers must come out, with their position in the file.
    pub examples: Vec<(usize, RawExample)>,
}

impl RawPartnerOffers {
    /// The spot of the partner in its file.
    pub fn spot(&self) -> Spot<'_> {
        Spot::file(&self.file).at("partner")
    }

    /// Every offer and its spot in the file.
    pub fn offers(&self) -> impl Iterator<Item = (Spot<'_>, &RawOffer)> {
        let list = Spot::file(&self.file).at("offers");
        self.offers.iter().map(move |(position, offer)| (list.at(position), offer))
    }

    /// Every example and its spot in the file.
    pub fn examples(&self) -> impl Iterator<Item = (Spot<'_>, &RawExample)> {
        let list = Spot::file(&self.file).at("examples");
        self.examples.iter().map(move |(position, example)| (list.at(position), example))
    }
}

/// Reads the files of a catalogue. Tells of every file and every offer that can't be read, and leaves it out.
pub fn parse(questionnaire: Source, regions: Source, partners: &[Source]) -> (RawCatalogue, Vec<Diagnostic>) {
    let mut found = Vec::new();
    let mut raw = RawCatalogue {
        questionnaire: keep(read(questionnaire), &mut found).map(|read| (questionnaire.file.to_owned(), read)),
        regions: keep(read(regions), &mut found).map(|read| (regions.file.to_owned(), read)),
        guide: None,
        partners: Vec::new(),
        overlays: Vec::new(),
    };
    for (file, format) in [
        raw.questionnaire.as_ref().map(|(file, read)| (file, read.format)),
        raw.regions.as_ref().map(|(file, read)| (file, read.format)),
    ]
    .into_iter()
    .flatten()
    {
        found.extend(newer_format(&Spot::file(file), format));
    }
    raw.partners = read_partners(partners, &mut found);
    (raw, found)
}

/// Reads the files of partners, each by itself.
pub(super) fn read_partners(partners: &[Source], found: &mut Vec<Diagnostic>) -> Vec<RawPartnerOffers> {
    let mut all = Vec::new();
    for source in partners {
        if let Some(read) = keep(read::<RawPartnerFile>(*source), found) {
            all.push(readable_offers(source.file, read, found));
        }
    }
    all
}

/// Reads the texts that accompany a caregiver into a raw catalogue, and tells why when they can't be read.
pub fn parse_guide(guide: Source, raw: &mut RawCatalogue) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    if let Some(read) = keep(read::<RawGuide>(guide), &mut found) {
        found.extend(newer_format(&Spot::file(guide.file), read.format));
        raw.guide = Some((guide.file.to_owned(), read));
    }
    found
}

fn readable_offers(file: &str, read: RawPartnerFile, found: &mut Vec<Diagnostic>) -> RawPartnerOffers {
    let spot = Spot::file(file);
    found.extend(newer_format(&spot, read.format));
    let mut offers = Vec::with_capacity(read.offers.len());
    for (position, text) in read.offers.iter().enumerate() {
        match read_offer(text.get(), &spot.at("offers").at(position)) {
            Ok(offer) => offers.push((position, offer)),
            Err(problem) => found.push(problem),
        }
    }
    let unread = read.offers.len() - offers.len();
    let mut examples = Vec::new();
    for (position, text) in read.examples.iter().enumerate() {
        if let Some(example) = keep(read_value(text.get(), &spot.at("examples").at(position)), found) {
            examples.push((position, example));
        }
    }
    RawPartnerOffers { file: file.to_owned(), partner: read.partner, offers, unread, examples }
}

pub(super) fn newer_format(spot: &Spot, format: u32) -> Option<Diagnostic> {
    (format != FORMAT).then(|| {
        spot.at("format").error(
            "newer-format",
            format!("dit bestand heeft formaat {format}; dit programma kent formaat {FORMAT}"),
            "gebruik een nieuwere versie van het programma, of zet het bestand om",
        )
    })
}

pub(super) fn keep<T>(read: Result<T, Diagnostic>, found: &mut Vec<Diagnostic>) -> Option<T> {
    read.map_err(|problem| found.push(problem)).ok()
}

/// Reads one file strictly.
///
/// # Errors
/// The first thing in the file that does not fit.
pub fn read<T: DeserializeOwned>(source: Source) -> Result<T, Diagnostic> {
    if source.text.len() > LARGEST_FILE {
        let size = source.text.len() / (1024 * 1024);
        return Err(too_large(source.file, size as u64));
    }
    let text = source.text.strip_prefix('\u{feff}').unwrap_or(source.text);
    read_value(text, &Spot::file(source.file))
}

/// The finding for a file that is too large to be read, with its size in MiB.
pub fn too_large(file: &str, size: u64) -> Diagnostic {
    let most = LARGEST_FILE / (1024 * 1024);
    let spot = Spot::file(file);
    let message = format!("dit bestand is {size} MiB groot; meer dan {most} MiB lezen we niet");
    spot.error("unreadable-file", message, "verdeel de inhoud over meer bestanden, of haal eruit wat er niet hoort")
}

/// The finding for a file that is no text in UTF-8.
pub fn not_text(file: &str, line: usize) -> Diagnostic {
    Diagnostic {
        file: file.to_owned(),
        place: Place::Position { line, column: 1 },
        severity: Severity::Error,
        code: "unreadable-file",
        message: "hier staan tekens die geen UTF-8 zijn".into(),
        help: "bewaar het bestand opnieuw als UTF-8 (in uw tekstprogramma: 'Opslaan als', codering UTF-8)".into(),
    }
}

fn read_value<T: DeserializeOwned>(text: &str, spot: &Spot) -> Result<T, Diagnostic> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let read = serde_path_to_error::deserialize(&mut reader).map_err(|problem| {
        let spot = problem.path().iter().fold(spot.clone(), |spot, step| match step {
            Segment::Seq { index } => spot.at(index),
            Segment::Map { key } => spot.at(key),
            Segment::Enum { variant } => spot.at(variant),
            Segment::Unknown => spot,
        });
        unreadable(problem.inner(), spot)
    })?;
    reader.end().map_err(|problem| {
        let help = "haal weg wat na de laatste `}` staat";
        let place = Place::Position { line: problem.line(), column: problem.column().max(1) };
        Diagnostic { place, ..spot.error("unreadable-file", "na het einde staat nog tekst", help) }
    })?;
    Ok(read)
}

/// Reads an offer out of a file whose JSON is sound as a whole, so that a place in the file can always be named.
fn read_offer(text: &str, spot: &Spot) -> Result<RawOffer, Diagnostic> {
    read_value(text, spot).map_err(|problem| match problem.place {
        Place::Pointer(_) => problem,
        Place::Position { .. } => spot.error(
            "wrong-type",
            "in dit aanbod staat een regel, getal of tekst die niet te lezen is",
            "geef elke regel precies één sleutel, zoals `all` of `is`; meer regels staan in een lijst bij `all`",
        ),
    })
}

/// Serde's message in plain Dutch, at the line and column when the text isn't JSON.
fn unreadable(problem: &serde_json::Error, spot: Spot) -> Diagnostic {
    let told = problem.to_string();
    let told = told.split(" at line ").next().unwrap_or_default();
    if !problem.is_data() {
        let (message, help) = match told {
            _ if problem.is_eof() => {
                ("het bestand houdt te vroeg op", "is het helemaal bewaard? Sluit elke `{`, `[` en `\"`")
            }
            "trailing comma" => ("hier staat een komma te veel", "haal de komma voor de `}` of `]` weg"),
            "expected `,` or `}`" | "expected `,` or `]`" => {
                ("hier ontbreekt een komma", "zet een komma na het vorige stuk, of sluit het af")
            }
            _ => ("dit is geen geldige JSON", "kijk naar de aanhalingstekens, komma's en haakjes op deze regel"),
        };
        let place = Place::Position { line: problem.line(), column: problem.column().max(1) };
        return Diagnostic { place, ..spot.error("unreadable-file", message, help) };
    }
    let quoted: Vec<String> = told.split('`').skip(1).step_by(2).map(|word| word.chars().take(80).collect()).collect();
    let first = quoted.first().map_or("", String::as_str);
    let known: Vec<&str> = quoted.iter().skip(1).map(String::as_str).collect();
    let choose = || match crate::id::nearest(first, known.iter().copied()) {
        Some(near) => format!("bedoelt u `{near}`?"),
        None => format!("kies uit: `{}`", known.join("`, `")),
    };
    if told.starts_with("unknown field") {
        spot.error("unknown-field", format!("het veld `{first}` kennen we niet"), choose())
    } else if told.starts_with("unknown variant") {
        spot.error("unknown-word", format!("`{first}` kan hier niet staan"), choose())
    } else if told.starts_with("missing field") {
        spot.error("missing-field", format!("het veld `{first}` ontbreekt"), format!("voeg `\"{first}\": …` toe"))
    } else if told.starts_with("duplicate field") {
        spot.error("repeated-field", format!("het veld `{first}` staat er twee keer"), "haal een van de twee weg")
    } else {
        let help = "vergelijk met een ander bestand, of laat uw tekstprogramma het schema gebruiken";
        spot.error("wrong-type", wrong_type(told), help)
    }
}

/// `invalid type: string "drie", expected u8` in plain Dutch.
fn wrong_type(told: &str) -> String {
    let (written, wanted) = told.rsplit_once(", expected ").unwrap_or((told, ""));
    let written = written.split_once(": ").map_or("", |(_, written)| written);
    let written = match written.split(' ').next().unwrap_or_default() {
        "string" => "een tekst",
        "integer" | "floating" | "number" => "een getal",
        "boolean" => "`true` of `false`",
        "null" => "`null`",
        "sequence" => "een lijst tussen `[` en `]`",
        "map" => "een blok tussen `{` en `}`",
        _ => "iets anders",
    };
    let wanted = match wanted.split(' ').next().unwrap_or_default() {
        "u8" | "u32" => "een geheel getal van 0 of meer",
        "struct" | "map" => "een blok tussen `{` en `}`",
        "enum" => "een woord uit de vaste lijst, of een blok tussen `{` en `}`",
        "a" if wanted.ends_with("string") => "een tekst tussen aanhalingstekens",
        "a" if wanted.ends_with("sequence") => "een lijst tussen `[` en `]`",
        "a" if wanted.ends_with("map") => "een blok tussen `{` en `}`",
        "a" if wanted.ends_with("boolean") => "`true` of `false`",
        "string" => "een tekst tussen aanhalingstekens",
        "hours" => "`\"always\"`, of een lijst met uren tussen `[` en `]`",
        _ => return format!("hier staat {written}; dat past hier niet"),
    };
    format!("hier staat {written}; hier hoort {wanted}")
}
