//! The catalogue as the core needs it: checked, indexed, complete.
//!
//! A [`Catalogue`] exists only if [`build`] made it from a raw one, or [`unpack`] from a published one; its fields are private.

mod brief;
pub mod build;
pub mod check;
pub mod diagnostic;
pub mod fields;
pub mod freshness;
pub mod locate;
pub mod overlay;
pub mod pack;
pub mod parse;
pub mod raw;
pub mod shape;
pub mod subject;
pub mod translation;
pub mod tree;
pub mod unpack;

use crate::{
    answers::Answers,
    date::{Date, PartialDate},
    eligibility::{Diagram, Diagrams, Verdicts},
    guide::Guide,
    id::{OfferId, PartnerId},
    language::Text,
    questionnaire::{QuestionIndex, Questionnaire},
    region::{RegionIndex, Regions},
};
pub use brief::{Brief, Needs};
pub use freshness::Freshness;
pub use raw::{
    RawConfidence as Confidence, RawCostLevel as CostLevel, RawOfferKind as OfferKind, RawPart as Part,
    RawRung as Rung, RawSourceKind as SourceKind, RawTheme as Theme, RawWhose as Whose,
};
use std::sync::Arc;

/// Everything partners maintain, checked.
#[derive(Clone, Debug)]
pub struct Catalogue {
    questionnaire: Questionnaire,
    regions: Regions,
    landmarks: Landmarks,
    guide: Guide,
    partners: Vec<Partner>,
    offers: Vec<Offer>,
    /// What the rules of the offers are made of.
    rules: Arc<Diagrams>,
    /// The offers in brief.
    briefs: Vec<Brief>,
}

/// The questions that the core itself knows by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Landmarks {
    /// What the caregiver needs: its options are the needs.
    pub needs: QuestionIndex,
    /// Where the caregiver is on the way: its options are the phases.
    pub phase: QuestionIndex,
    /// Where the caregiver lives.
    pub carer_place: QuestionIndex,
    /// Where the care recipient lives.
    pub recipient_place: QuestionIndex,
}

/// Points to an offer of one catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OfferIndex(usize);

/// A need, as its position among the options of the question `needs`.
pub type NeedIndex = usize;

/// An organisation that maintains offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partner {
    /// Its id.
    pub id: PartnerId,
    /// Its name.
    pub name: Text,
    /// Its website.
    pub website: Option<String>,
    /// Who it is.
    pub about: Option<Text>,
}

/// One thing a partner offers.
#[derive(Clone, Debug)]
pub struct Offer {
    /// Its id.
    pub id: OfferId,
    /// Who offers it: a position in [`Catalogue::partner`].
    pub partner: usize,
    /// What it is called.
    pub name: Text,
    /// What kind of help it is.
    pub kind: OfferKind,
    /// What one gets.
    pub gives: Text,
    /// What to do first.
    pub first_step: Text,
    /// What it helps with, and how strongly: 1 to 3.
    pub needs: Vec<(NeedIndex, u8)>,
    /// Positions among the options of the question `phase`, in order.
    pub phases: Vec<usize>,
    /// Where it is to be had.
    pub area: Area,
    /// The first and last day on which it exists, as far as they are known.
    pub valid: (Option<Date>, Option<Date>),
    /// Who it is for, compiled: eligibility, area and, on the day of building, validity together.
    pub fits: Diagram,
    /// For whom it is meant most of all.
    pub typical_for: Option<Diagram>,
    /// When it belongs on top of every screen.
    pub urgent_when: Option<Diagram>,
    /// What the caregiver must check.
    pub conditions: Vec<Text>,
    /// What it costs.
    pub cost: Cost,
    /// How to reach it.
    pub contact: Contact,
    /// Where the facts were read.
    pub source: Source,
    /// The date of that source, as far as it shows one.
    pub checked_on: Option<PartialDate>,
    /// How fresh that is on the day of building.
    pub freshness: Freshness,
    /// Whether the core was read in a source.
    pub confidence: Confidence,
    /// The parts that no source confirmed.
    pub unverified: Vec<Part>,
    /// What a caregiver should know about the doubts.
    pub doubt: Option<Text>,
    /// Narrow or thin.
    pub weak: bool,
    /// For respite care: how long the caregiver can be away, from short to long.
    pub respite: Vec<Rung>,
    /// For a line to call or chat with: about what, and when.
    pub line: Option<Line>,
}

/// A line to call or chat with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is about.
    pub theme: Theme,
    /// When somebody is there; `None` when that isn't known.
    pub open: Option<Vec<Hours>>,
}

/// The same hours on some days of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hours {
    /// The days as bits: bit 0 is Monday, bit 6 Sunday.
    pub days: u8,
    /// The first minute of the day at which somebody is there.
    pub from: u16,
    /// The first minute at which nobody is there any more; 1440 is midnight.
    pub to: u16,
}

/// Where an offer is to be had: in any one of the regions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    /// Whose place counts.
    pub whose: Whose,
    /// The regions.
    pub regions: Vec<RegionIndex>,
}

/// What an offer costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cost {
    /// In one word.
    pub level: CostLevel,
    /// In a sentence.
    pub note: Option<Text>,
}

/// How to reach an offer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    /// Telephone, as people write it; [`crate::contact::dial`] makes a link of it.
    pub phone: Option<String>,
    /// A mailbox.
    pub email: Option<String>,
    /// An https address.
    pub website: Option<String>,
}

/// Where the facts of an offer were read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The page.
    pub url: Option<String>,
    /// What kind of source it is.
    pub kind: SourceKind,
}

impl Offer {
    /// All its rules, in the order in which they are packed.
    pub fn rules(&self) -> impl Iterator<Item = &Diagram> {
        std::iter::once(&self.fits).chain(&self.typical_for).chain(&self.urgent_when)
    }
}

impl Catalogue {
    /// The questions.
    pub fn questionnaire(&self) -> &Questionnaire {
        &self.questionnaire
    }

    /// The places.
    pub fn regions(&self) -> &Regions {
        &self.regions
    }

    /// The questions the core knows by name.
    pub fn landmarks(&self) -> Landmarks {
        self.landmarks
    }

    /// The texts that accompany a caregiver.
    pub fn guide(&self) -> &Guide {
        &self.guide
    }

    /// The offers, in order of id.
    pub fn offers(&self) -> impl Iterator<Item = (OfferIndex, &Offer)> {
        self.offers.iter().enumerate().map(|(index, offer)| (OfferIndex(index), offer))
    }

    /// The offers in brief, in the same order.
    pub fn briefs(&self) -> impl Iterator<Item = (OfferIndex, &Brief)> {
        self.briefs.iter().enumerate().map(|(index, brief)| (OfferIndex(index), brief))
    }

    /// The offer an index points to, in brief.
    #[expect(clippy::indexing_slicing, reason = "there is one for each offer")]
    pub fn brief(&self, index: OfferIndex) -> &Brief {
        &self.briefs[index.0]
    }

    /// The offer an index points to.
    #[expect(clippy::indexing_slicing, reason = "indices are made by this catalogue only, and it never shrinks")]
    pub fn offer(&self, index: OfferIndex) -> &Offer {
        &self.offers[index.0]
    }

    /// The offer with this id.
    pub fn find_offer(&self, id: &str) -> Option<OfferIndex> {
        self.offers.binary_search_by(|offer| offer.id.as_str().cmp(id)).ok().map(OfferIndex)
    }

    /// With the offers in brief.
    fn in_brief(mut self) -> Self {
        self.briefs = Brief::all(&self);
        self
    }

    /// What the rules of these offers say of some answers.
    pub fn verdicts(&self, answers: &Answers) -> Verdicts<'_> {
        Verdicts::new(&self.rules, answers)
    }

    /// Who offers it.
    #[expect(clippy::indexing_slicing, reason = "the bridge gives each offer the position of its partner")]
    pub fn partner(&self, offer: &Offer) -> &Partner {
        &self.partners[offer.partner]
    }

    /// How many needs there are.
    pub fn need_count(&self) -> usize {
        self.questionnaire.get(self.landmarks.needs).options.len()
    }
}
