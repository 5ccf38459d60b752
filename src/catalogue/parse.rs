//! Text to raw catalogue: strict, and as far as the text can be read.

use super::{
    diagnostic::{Diagnostic, Place, Severity, Spot},
    raw::{FORMAT, RawBundle, RawOffer, RawPartner, RawPartnerFile, RawQuestionnaire, RawRegions},
};
use serde::{Deserialize, de::DeserializeOwned};
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
    /// The partners in the order of their files.
    pub partners: Vec<RawPartnerOffers>,
}

/// One partner's file, with the offers that could be read.
#[derive(Clone, Debug)]
pub struct RawPartnerOffers {
    /// The file.
    pub file: String,
    /// The key of `offers` in that file: differs for a bundle, which holds many partners.
    pub path: String,
    /// The partner.
    pub partner: RawPartner,
    /// Offers with their position in the file.
    pub offers: Vec<(usize, RawOffer)>,
    /// How many offers could not be read.
    pub unread: usize,
}

impl RawPartnerOffers {
    /// The spot of the partner in its file.
    pub fn spot(&self) -> Spot<'_> {
        Spot::file(&self.file).down(&self.path).at("partner")
    }

    /// Every offer and its spot in the file.
    pub fn offers(&self) -> impl Iterator<Item = (Spot<'_>, &RawOffer)> {
        let list = Spot::file(&self.file).down(&self.path).at("offers");
        self.offers.iter().map(move |(position, offer)| (list.at(position), offer))
    }
}

/// Reads the files of a catalogue. Tells of every file and every offer that can't be read, and leaves it out.
pub fn parse(questionnaire: Source, regions: Source, partners: &[Source]) -> (RawCatalogue, Vec<Diagnostic>) {
    let mut found = Vec::new();
    let mut raw = RawCatalogue {
        questionnaire: keep(read(questionnaire), &mut found).map(|read| (questionnaire.file.to_owned(), read)),
        regions: keep(read(regions), &mut found).map(|read| (regions.file.to_owned(), read)),
        partners: Vec::new(),
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
    for source in partners {
        if let Some(read) = keep(read::<RawPartnerFile>(*source), &mut found) {
            let offers = readable_offers(source.file, "", read, &mut found);
            raw.partners.push(offers);
        }
    }
    (raw, found)
}

/// Reads a bundle and its places. The sentences of the interface come beside the catalogue.
///
/// # Errors
/// What is wrong, when the file can't be read at all.
pub fn parse_bundle(bundle: Source, regions: Source) -> Result<(RawCatalogue, RawBundle, Vec<Diagnostic>), Diagnostic> {
    let mut found = Vec::new();
    let mut read_bundle: RawBundle = read(bundle)?;
    let read_regions: RawRegions = read(regions)?;
    if let Some(newer) = newer_format(&Spot::file(bundle.file), read_bundle.format) {
        return Err(newer);
    }
    let partners = std::mem::take(&mut read_bundle.partners);
    let partners = partners.into_iter().enumerate();
    let partners = partners
        .map(|(position, read)| readable_offers(bundle.file, &format!("partners/{position}"), read, &mut found));
    let raw = RawCatalogue {
        partners: partners.collect(),
        questionnaire: Some((bundle.file.to_owned(), read_bundle.questionnaire.clone())),
        regions: Some((regions.file.to_owned(), read_regions)),
    };
    Ok((raw, read_bundle, found))
}

fn readable_offers(file: &str, path: &str, read: RawPartnerFile, found: &mut Vec<Diagnostic>) -> RawPartnerOffers {
    let spot = Spot::file(file).down(path);
    found.extend(newer_format(&spot, read.format));
    let mut offers = Vec::with_capacity(read.offers.len());
    for (position, text) in read.offers.iter().enumerate() {
        match read_value::<RawOffer>(text.get(), &spot.at("offers").at(position)) {
            Ok(offer) => offers.push((position, offer)),
            Err(mut problem) => {
                if let Place::Position { .. } = problem.place {
                    // Counted from the offer's first line, not the file's.
                    problem.place = spot.at("offers").at(position).place();
                }
                found.push(problem);
            }
        }
    }
    let unread = read.offers.len() - offers.len();
    RawPartnerOffers { file: file.to_owned(), path: path.to_owned(), partner: read.partner, offers, unread }
}

fn newer_format(spot: &Spot, format: u32) -> Option<Diagnostic> {
    (format != FORMAT).then(|| {
        spot.at("format").error(
            "newer-format",
            format!("dit bestand heeft formaat {format}; dit programma kent formaat {FORMAT}"),
            "gebruik een nieuwere versie van het programma, of zet het bestand om",
        )
    })
}

fn keep<T>(read: Result<T, Diagnostic>, found: &mut Vec<Diagnostic>) -> Option<T> {
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
        message: "hier staan tekens die geen UTF-8 zijn".to_owned(),
        help: "bewaar het bestand opnieuw als UTF-8 (in uw tekstprogramma: 'Opslaan als', codering UTF-8)".to_owned(),
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
    match serde::de::IgnoredAny::deserialize(&mut reader) {
        Ok(_) => {
            Err(spot.error("unreadable-file", "na het einde staat nog tekst", "haal weg wat na de laatste `}` staat"))
        }
        Err(_) => Ok(read),
    }
}

/// Serde's message in plain Dutch, at the line and column when the text isn't JSON.
fn unreadable(problem: &serde_json::Error, spot: Spot) -> Diagnostic {
    let told = problem.to_string();
    let told = told.split(" at line ").next().unwrap_or_default();
    if !problem.is_data() {
        let (message, help) = match told {
            told if problem.is_eof() => (
                format!("het bestand houdt te vroeg op ({told})"),
                "is het helemaal bewaard? Sluit elke `{`, `[` en `\"`",
            ),
            "trailing comma" => ("hier staat een komma te veel".to_owned(), "haal de komma voor de `}` of `]` weg"),
            "expected `,` or `}`" | "expected `,` or `]`" => {
                ("hier ontbreekt een komma".to_owned(), "zet een komma na het vorige stuk, of sluit het af")
            }
            told => (
                format!("dit is geen geldige JSON ({told})"),
                "kijk naar de aanhalingstekens, komma's en haakjes op deze regel",
            ),
        };
        let mut diagnostic = spot.error("unreadable-file", message, help);
        diagnostic.place = Place::Position { line: problem.line(), column: problem.column().max(1) };
        return diagnostic;
    }
    let quoted: Vec<&str> = told.split('`').skip(1).step_by(2).collect();
    let first = quoted.first().copied().unwrap_or_default();
    let known = quoted.get(1..).unwrap_or_default();
    let suggestion = crate::id::nearest(first, known.iter().copied());
    let choose = || match suggestion {
        Some(near) => format!("bedoelt u `{near}`?"),
        None => format!("kies uit: {}", known.join(", ")),
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
        spot.error(
            "wrong-type",
            format!("hier staat iets anders dan verwacht ({told})"),
            "vergelijk met een ander bestand, of laat uw tekstprogramma het schema gebruiken",
        )
    }
}
