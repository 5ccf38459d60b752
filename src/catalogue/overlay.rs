//! What a municipality changes: offers of its own, and national offers that it hides or says in other words.
//!
//! Nothing national is copied but the text that is replaced, so that a change of the original can be told.

use super::{
    Catalogue,
    diagnostic::{Diagnostic, Spot, Words},
    parse::{Opened, RawCatalogue, RawPartnerOffers, Source, read_partners},
    raw::{RawHide, RawOffer, RawReword, RawText, RawWording},
    shape::Form,
    subject::Field,
};
use crate::{
    answers::{Answer, Answers},
    eligibility::Verdict,
    id::nearest,
    language::Language,
    region::{RegionIndex, Regions},
    says,
    scenario::{Demand, Difference, Line, Why},
};
use std::collections::BTreeSet;

mod found;

/// The folder in which the folders of municipalities lie.
pub const FOLDER: &str = "overlays";

/// One municipality's folder, read.
#[derive(Clone, Debug)]
pub struct Overlay {
    /// The name of its folder: the id of the place.
    pub folder: String,
    /// The file with its changes: `overlays/be-nis-44021/overlay.json`.
    pub file: String,
    /// The id of the place that the file says it is for; none without that file.
    said_place: Option<String>,
    /// What it hides, with its position in the file.
    hides: Vec<(usize, RawHide)>,
    /// What it says in other words, with its position in the file.
    rewords: Vec<(usize, RawReword)>,
    /// Its own partners, with their offers.
    pub partners: Vec<RawPartnerOffers>,
}

/// Reads a municipality's folder: its changes, if it has any, and its own partners.
pub fn parse(folder: &str, changes: Option<Source>, partners: &[Source]) -> (Overlay, Vec<Diagnostic>) {
    let mut found = Vec::new();
    let mut overlay = Overlay {
        folder: folder.to_owned(),
        file: format!("{FOLDER}/{folder}/overlay.json"),
        said_place: None,
        hides: Vec::new(),
        rewords: Vec::new(),
        partners: read_partners(partners, &mut found),
    };
    if let Some(changes) = changes.and_then(|source| Opened::new(source, Form::Overlay, &mut found)) {
        overlay.said_place = changes.part("place", &mut found);
        overlay.hides = changes.list("hides", &mut found);
        overlay.rewords = changes.list("rewords", &mut found);
    }
    (overlay, found)
}

/// The catalogue as it is in one municipality: with its own partners, without what it hides, and in its own words.
/// A change of an offer that doesn't exist changes nothing; [`super::check`] tells of it.
pub fn apply(raw: &RawCatalogue, overlay: &Overlay) -> RawCatalogue {
    let mut here = alone(raw);
    let hidden: BTreeSet<&str> = overlay.hides().map(|(_, hide)| hide.offer.as_str()).collect();
    for partner in &mut here.partners {
        partner.offers.retain(|(_, offer)| !hidden.contains(offer.id.as_str()));
        for (_, offer) in &mut partner.offers {
            for (_, reword) in overlay.rewords() {
                if reword.offer == offer.id {
                    let words = words_mut(offer, reword.field);
                    *words = reworded(words, &reword.says);
                }
            }
        }
    }
    here.partners.extend(overlay.partners.iter().cloned());
    here
}

/// The catalogue with only what is to be had in a place, or somewhere in it, by who lives there and cares for someone there.
pub fn only_at(raw: &RawCatalogue, catalogue: &Catalogue, place: RegionIndex) -> RawCatalogue {
    let answers = both_in(catalogue, place);
    let kept = |id: &str| is_offered(catalogue, id, &answers);
    let mut here = alone(raw);
    for partner in &mut here.partners {
        partner.offers.retain(|(_, offer)| kept(&offer.id));
        // They were tried on the whole catalogue.
        partner.examples.clear();
    }
    here.partners.retain(|partner| !partner.offers.is_empty());
    here
}

/// The national catalogue alone.
fn alone(raw: &RawCatalogue) -> RawCatalogue {
    let RawCatalogue { questionnaire, regions, guide, partners, overlays: _, languages } = raw;
    RawCatalogue {
        questionnaire: questionnaire.clone(),
        regions: regions.clone(),
        guide: guide.clone(),
        partners: partners.clone(),
        overlays: Vec::new(),
        languages: languages.clone(),
    }
}

/// Whether anyone who lives in a place and cares for someone there can get an offer.
pub fn is_offered_at(catalogue: &Catalogue, offer: &str, place: RegionIndex) -> bool {
    is_offered(catalogue, offer, &both_in(catalogue, place))
}

fn is_offered(catalogue: &Catalogue, offer: &str, answers: &Answers) -> bool {
    let offer = catalogue.find_offer(offer).map(|offer| catalogue.offer(offer));
    offer.is_some_and(|offer| offer.fits.verdict(answers) != Verdict::NotMet)
}

fn both_in(catalogue: &Catalogue, place: RegionIndex) -> Answers {
    let mut answers = Answers::default();
    for question in [catalogue.landmarks().carer_place, catalogue.landmarks().recipient_place] {
        answers.give(catalogue, question, Answer::Place(place));
    }
    answers
}

/// The region or municipality with this id.
///
/// # Errors
/// There is none: which one may have been meant, by its name or by the nearest id.
pub fn find_place(catalogue: &Catalogue, typed: &str) -> Result<RegionIndex, Words> {
    let meant = || {
        let Words { nl, en } = place_meant(catalogue.regions(), typed);
        says!("de regio of gemeente `{typed}` bestaat niet; {nl}", "there is no region or municipality `{typed}`; {en}")
    };
    catalogue.regions().find(typed).ok_or_else(meant)
}

/// Which place may have been meant: the one of that name, or the one with the nearest id.
pub(super) fn place_meant(regions: &Regions, typed: &str) -> Words {
    let named = regions.search(typed, Language::Nl, 1).first().copied();
    let near = || regions.find(nearest(typed, regions.iter().map(|(_, region)| region.id.as_str()))?);
    // An id that is nearly right goes before a name that is.
    match near().or(named).map(|place| regions.get(place)) {
        Some(place) => {
            let name = place.name.words(Language::Nl);
            says!("bedoelt u `{}` ({name})?", "do you mean `{}` ({name})?", place.id)
        }
        None => says!(
            "zoek de id in regions.json, zoals `be-nis-44021` voor Gent",
            "look for the id in regions.json, such as `be-nis-44021` for Ghent"
        ),
    }
}

impl Overlay {
    /// The id of the place it is for: what the file says, else the name of the folder.
    pub fn place(&self) -> &str {
        self.said_place.as_ref().unwrap_or(&self.folder)
    }

    /// Where that is written; without that file the name of the folder says it.
    pub fn place_spot(&self) -> Spot<'_> {
        let file = Spot::file(&self.file);
        if self.said_place.is_some() { file.at("place") } else { file }
    }

    /// The national offers it hides, each with its spot.
    pub fn hides(&self) -> impl Iterator<Item = (Spot<'_>, &RawHide)> {
        let list = Spot::file(&self.file).at("hides");
        self.hides.iter().map(move |(position, hide)| (list.at(*position), hide))
    }

    /// The national texts it says in other words, each with its spot.
    pub fn rewords(&self) -> impl Iterator<Item = (Spot<'_>, &RawReword)> {
        let list = Spot::file(&self.file).at("rewords");
        self.rewords.iter().map(move |(position, reword)| (list.at(*position), reword))
    }

    /// Whether a difference is only that an offer can't be found that must not be shown, and that is hidden here.
    pub fn accounts_for(&self, difference: &Difference) -> bool {
        let is_hidden = |line: &Line| {
            matches!(line.why, Some(Why::Unknown(_))) && self.hides().any(|(_, hide)| hide.offer == line.id)
        };
        difference.demand == Demand::MustNotShow && difference.lines.iter().all(is_hidden)
    }

    /// Whether a file is one of this municipality.
    pub fn owns(&self, file: &str) -> bool {
        let inner = file.strip_prefix(FOLDER).and_then(|rest| rest.strip_prefix('/'));
        inner.and_then(|rest| rest.strip_prefix(&self.folder)).is_some_and(|rest| rest.starts_with('/'))
    }
}

/// Which field of an offer a text is.
pub fn field(wording: RawWording) -> Field {
    match wording {
        RawWording::Name => Field::OfferName,
        RawWording::Gives => Field::Gives,
        RawWording::FirstStep => Field::FirstStep,
        RawWording::CostNote => Field::CostNote,
    }
}

/// The text of an offer that may be said in other words.
pub fn words(offer: &RawOffer, wording: RawWording) -> Option<&RawText> {
    match wording {
        RawWording::Name => Some(&offer.name),
        RawWording::Gives => Some(&offer.gives),
        RawWording::FirstStep => Some(&offer.first_step),
        RawWording::CostNote => offer.cost.note.as_ref(),
    }
}

fn words_mut(offer: &mut RawOffer, wording: RawWording) -> &mut RawText {
    match wording {
        RawWording::Name => &mut offer.name,
        RawWording::Gives => &mut offer.gives,
        RawWording::FirstStep => &mut offer.first_step,
        RawWording::CostNote => offer.cost.note.get_or_insert_default(),
    }
}

/// A text in other words. New Dutch takes the place of all Dutch, as what is said in Belgium or the Netherlands comes first
/// there; another language stays as it was when there are no new words in it.
fn reworded(was: &RawText, says: &RawText) -> RawText {
    let or = |new: &Option<String>, old: &Option<String>| new.clone().or_else(|| old.clone());
    let has_dutch = says.nl.is_some();
    let dutch = |new: &Option<String>, old: &Option<String>| if has_dutch { new.clone() } else { or(new, old) };
    RawText {
        nl: or(&says.nl, &was.nl),
        nl_be: dutch(&says.nl_be, &was.nl_be),
        nl_nl: dutch(&says.nl_nl, &was.nl_nl),
        nl_simple: dutch(&says.nl_simple, &was.nl_simple),
        nl_young: dutch(&says.nl_young, &was.nl_young),
        fr: or(&says.fr, &was.fr),
        de: or(&says.de, &was.de),
        en: or(&says.en, &was.en),
        tr: or(&says.tr, &was.tr),
        ar: or(&says.ar, &was.ar),
    }
}
