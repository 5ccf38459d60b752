//! Text to raw catalogue: strict, and as far as the text can be read.

use super::{
    diagnostic::{Diagnostic, Place, Spot},
    overlay::Overlay,
    raw::{FORMAT, RawExample, RawGuide, RawOffer, RawPartner, RawQuestionnaire, RawRegions, RawText},
    shape::{self, Form},
    translation::Translated,
    tree::{self, Json, Node},
};
use crate::says;
use serde::de::DeserializeOwned;
use serde_path_to_error::Segment;
use std::collections::BTreeSet;

mod bytes;
mod patch;
mod told;
pub use bytes::text_of;
pub use patch::Patched;

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
    /// What municipalities change for themselves, in the order of their folders.
    pub overlays: Vec<Overlay>,
    /// What is said in other languages, in the order of the files.
    pub languages: Vec<Translated>,
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
    /// Offers with a fault in their shape, as far as they could be read: to be looked at, never to be published.
    pub patched: Vec<Patched>,
    /// Whether the partner was read only as far as it could be: what is wrong with it has been told.
    pub mended: bool,
}

impl RawCatalogue {
    /// Its questions and places with these partners alone: what can be checked without all the others. Their examples
    /// can't be, and are left out.
    pub(super) fn with_only(&self, mut partners: Vec<RawPartnerOffers>) -> Self {
        partners.iter_mut().for_each(|partner| partner.examples.clear());
        Self { questionnaire: self.questionnaire.clone(), regions: self.regions.clone(), partners, ..Self::default() }
    }
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

/// Reads the files of a catalogue. Tells of everything in them that can't be read, and leaves it out.
pub fn parse(questionnaire: Source, regions: Source, partners: &[Source]) -> (RawCatalogue, Vec<Diagnostic>) {
    let mut found = Vec::new();
    let raw = RawCatalogue {
        questionnaire: whole(questionnaire, Form::Questionnaire, &mut found),
        regions: whole(regions, Form::Regions, &mut found),
        guide: None,
        partners: read_partners(partners, &mut found),
        overlays: Vec::new(),
        languages: Vec::new(),
    };
    (raw, found)
}

/// Reads the files of partners, each by itself.
pub(super) fn read_partners(partners: &[Source], found: &mut Vec<Diagnostic>) -> Vec<RawPartnerOffers> {
    partners.iter().filter_map(|source| partner(*source, found)).collect()
}

/// Reads the texts that accompany a caregiver into a raw catalogue, and tells why when they can't be read.
pub fn parse_guide(guide: Source, raw: &mut RawCatalogue) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    raw.guide = whole(guide, Form::Guide, &mut found);
    found
}

/// A file that is used as a whole or not at all.
pub(super) fn whole<T: DeserializeOwned>(
    source: Source,
    form: Form,
    found: &mut Vec<Diagnostic>,
) -> Option<(String, T)> {
    let opened = Opened::new(source, form, found)?;
    let read = opened.misfits.is_empty().then(|| read_value(opened.text, &opened.spot))?;
    Some((source.file.to_owned(), keep(read, found)?))
}

/// A partner's file: an offer with a fault is left out, and a fault in the partner leaves the offers in.
fn partner(source: Source, found: &mut Vec<Diagnostic>) -> Option<RawPartnerOffers> {
    let opened = Opened::new(source, Form::Partner, found)?;
    let offers = opened.list("offers", found);
    let list = opened.root.get("offers").and_then(Node::items);
    let patched = patch::patched(list.unwrap_or_default(), opened.text, &opened.misfits);
    let unread = list.map_or(1, |list| list.len() - offers.len());
    let examples = opened.list("examples", found);
    let read = opened.part("partner", found);
    let mended = read.is_none();
    let partner = read.unwrap_or_else(|| mend(source.file, opened.text, &opened.root));
    Some(RawPartnerOffers { file: source.file.to_owned(), partner, offers, unread, examples, patched, mended })
}

/// A file of which each part is read by itself: a fault in one leaves the others in.
pub(super) struct Opened<'a> {
    text: &'a str,
    root: Node<'a>,
    spot: Spot<'a>,
    misfits: Vec<Diagnostic>,
}

impl<'a> Opened<'a> {
    /// Tells of everything in the file that doesn't fit.
    pub(super) fn new(source: Source<'a>, form: Form, found: &mut Vec<Diagnostic>) -> Option<Self> {
        let spot = Spot::file(source.file);
        let text = keep(fitting_size(source), found)?;
        let root = keep(tree::read(text).map_err(|fault| broken(text, source.file, fault)), found)?;
        let misfits = misfits(form, &root, &spot);
        found.extend(misfits.iter().cloned());
        found.extend(format_of(&root).and_then(|format| newer_format(&spot, format)));
        Some(Self { text, root, spot, misfits })
    }

    /// What of a list can be read, with its positions.
    pub(super) fn list<T: DeserializeOwned>(&self, name: &str, found: &mut Vec<Diagnostic>) -> Vec<(usize, T)> {
        let nodes = self.root.get(name).and_then(Node::items).unwrap_or_default().iter().enumerate();
        let within = format!("/{name}/");
        let misfits: BTreeSet<usize> = self
            .misfits
            .iter()
            .filter_map(|one| match &one.place {
                Place::Pointer(place) => place.strip_prefix(&within)?.split('/').next()?.parse().ok(),
                Place::Position { .. } => None,
            })
            .collect();
        let fitting = nodes.filter(|(position, _)| !misfits.contains(position));
        let read = fitting.filter_map(|(position, node)| {
            let read = read_value(slice(self.text, node), &self.spot.at(name).at(position));
            Some((position, keep(read, found)?))
        });
        read.collect()
    }

    /// A part, when there is one and it can be read.
    pub(super) fn part<T: DeserializeOwned>(&self, name: &str, found: &mut Vec<Diagnostic>) -> Option<T> {
        let node = self.root.get(name).filter(|_| !self.is_misfit(&format!("/{name}")))?;
        keep(read_value(slice(self.text, node), &self.spot.at(name)), found)
    }

    fn is_misfit(&self, pointer: &str) -> bool {
        self.misfits.iter().any(|one| lies_in(one, pointer))
    }
}

/// What can be read of a partner with a fault, so that its offers can be looked at.
fn mend(file: &str, text: &str, root: &Node) -> RawPartner {
    let field = |name: &str| root.get("partner").and_then(|partner| partner.get(name));
    let words = |name: &str| field(name).and_then(|node| serde_json::from_str::<RawText>(slice(text, node)).ok());
    let stem = file.rsplit('/').next().unwrap_or_default().trim_end_matches(".json");
    RawPartner {
        id: field("id").and_then(Node::text).unwrap_or(stem).to_owned(),
        name: words("name").unwrap_or_default(),
        website: field("website").and_then(Node::text).map(ToOwned::to_owned),
        about: words("about"),
    }
}

fn slice<'a>(text: &'a str, node: &Node) -> &'a str {
    text.get(node.span.clone()).unwrap_or_default()
}

fn lies_in(one: &Diagnostic, pointer: &str) -> bool {
    match &one.place {
        Place::Pointer(place) => {
            place.strip_prefix(pointer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        }
        Place::Position { .. } => false,
    }
}

/// What doesn't fit, without the fields that a newer program may well know.
fn misfits(form: Form, root: &Node, spot: &Spot) -> Vec<Diagnostic> {
    let mut misfits = shape::misfits(form, root, spot);
    if format_of(root).is_some_and(|format| format > FORMAT) {
        misfits.retain(|one| one.code != "unknown-field");
    }
    misfits
}

fn format_of(root: &Node) -> Option<u32> {
    match &root.get("format")?.value {
        Json::Number(format) => format.parse().ok(),
        Json::Null | Json::Bool(_) | Json::Text(_) | Json::List(_) | Json::Block(_) | Json::TooDeep => None,
    }
}

/// Says of a file that its format is another than ours.
pub fn newer_format(spot: &Spot, format: u32) -> Option<Diagnostic> {
    let message = says!(
        "dit bestand heeft formaat {format}; dit programma kent formaat {FORMAT}",
        "this file has format {format}; this program knows format {FORMAT}"
    );
    let help = says!(
        "gebruik een nieuwere versie van het programma, of zet het bestand om",
        "use a newer version of the program, or convert the file"
    );
    (format != FORMAT).then(|| spot.at("format").error("newer-format", message, help))
}

pub(super) fn keep<T>(read: Result<T, Diagnostic>, found: &mut Vec<Diagnostic>) -> Option<T> {
    read.map_err(|problem| found.push(problem)).ok()
}

/// Reads one file strictly.
///
/// # Errors
/// The first thing in the file that does not fit.
pub fn read<T: DeserializeOwned>(source: Source) -> Result<T, Diagnostic> {
    let text = fitting_size(source)?;
    tree::read(text).map_err(|fault| broken(text, source.file, fault))?;
    read_value(text, &Spot::file(source.file))
}

/// The text, without the mark that some programs begin a file with.
fn fitting_size<'a>(source: Source<'a>) -> Result<&'a str, Diagnostic> {
    if source.text.len() > LARGEST_FILE {
        return Err(too_large(source.file, (source.text.len() / (1024 * 1024)) as u64));
    }
    Ok(source.text.strip_prefix('\u{feff}').unwrap_or(source.text))
}

/// The finding for a file that is too large to be read, with its size in MiB.
pub fn too_large(file: &str, size: u64) -> Diagnostic {
    let most = LARGEST_FILE / (1024 * 1024);
    let message = says!(
        "dit bestand is {size} MiB groot; meer dan {most} MiB lezen we niet",
        "this file is {size} MiB; we don't read more than {most} MiB"
    );
    let help = says!(
        "verdeel de inhoud over meer bestanden, of haal eruit wat er niet hoort",
        "spread the content over more files, or take out what doesn't belong"
    );
    Spot::file(file).error("unreadable-file", message, help)
}

/// The finding for text that is no JSON.
fn broken(text: &str, file: &str, fault: tree::Fault) -> Diagnostic {
    let before = text.get(..fault.at).unwrap_or(text);
    let line = 1 + before.matches('\n').count();
    let column = 1 + before.rsplit('\n').next().unwrap_or_default().chars().count();
    bytes::unreadable(file, line, column, fault.message, fault.help)
}

fn read_value<T: DeserializeOwned>(text: &str, spot: &Spot) -> Result<T, Diagnostic> {
    let mut reader = serde_json::Deserializer::from_str(text);
    serde_path_to_error::deserialize(&mut reader).map_err(|problem| {
        let spot = problem.path().iter().fold(spot.clone(), |spot, step| match step {
            Segment::Seq { index } => spot.at(index),
            Segment::Map { key } => spot.at(key),
            Segment::Enum { variant } => spot.at(variant),
            Segment::Unknown => spot,
        });
        told::misfit(problem.inner(), &spot)
    })
}
