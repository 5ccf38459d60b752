//! A partner's file: the partner, its offers, and the rules that say who they are for.

use super::{
    RawConfidence, RawCostLevel, RawLine, RawOfferKind, RawPart, RawRung, RawSourceKind, RawText, RawWhose, is_false,
};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

/// `partners/<id>.json`: one partner and its offers.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawPartnerFile {
    /// The schema by which an editor completes and checks this file.
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// The format of this file: 1.
    pub format: u32,
    /// The partner.
    pub partner: RawPartner,
    /// Its offers, each read by itself: one that can't be read doesn't take the others along.
    pub offers: Vec<Box<RawValue>>,
    /// People for whom these offers must come out, or must not: tried at each check.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub examples: Vec<Box<RawValue>>,
}

/// A partner file as an editor sees it: the same fields, with the offers spelled out.
#[cfg(feature = "cli")]
#[derive(schemars::JsonSchema)]
#[schemars(title = "A partner of Mantelwijzer and its offers", deny_unknown_fields)]
#[allow(dead_code, reason = "only its schema is used")]
pub struct PartnerFileSchema {
    /// The schema by which an editor completes and checks this file.
    #[schemars(rename = "$schema")]
    schema: Option<String>,
    /// The format of this file: 1.
    format: u32,
    /// The partner.
    partner: RawPartner,
    /// Its offers.
    offers: Vec<RawOffer>,
    /// People for whom these offers must come out, or must not: tried at each check.
    #[schemars(default)]
    examples: Vec<super::RawExample>,
}

/// An organisation that maintains offers.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RawPartner {
    /// Its id; the file has the same name.
    pub id: String,
    /// Its name.
    pub name: RawText,
    /// Its website.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub website: Option<String>,
    /// Who it is, in a sentence or two.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<RawText>,
}

/// The date may be null, but it may not be forgotten.
#[cfg(feature = "cli")]
fn with_date(schema: &mut schemars::Schema) {
    if let Some(required) = schema.get_mut("required").and_then(serde_json::Value::as_array_mut) {
        required.push("checked_on".into());
    }
}

/// One thing a partner offers.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema), schemars(transform = with_date))]
#[serde(deny_unknown_fields)]
pub struct RawOffer {
    /// Its id: never renamed, never reused.
    pub id: String,
    /// What it is called.
    pub name: RawText,
    /// What kind of help it is.
    pub kind: RawOfferKind,
    /// What the caregiver or the care recipient gets.
    pub gives: RawText,
    /// The one thing to do first.
    pub first_step: RawText,
    /// The needs it helps with.
    pub needs: Vec<RawOfferNeed>,
    /// When it fits: options of the question `phase`.
    pub phases: Vec<String>,
    /// Where it is to be had.
    pub area: RawArea,
    /// Who it is for. `{"all": []}` is everyone in the area.
    pub eligibility: RawRule,
    /// For whom it is meant most of all: ranks, never excludes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub typical_for: Option<RawRule>,
    /// When it belongs on top of every screen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub urgent_when: Option<RawRule>,
    /// What the caregiver must check by themselves; an empty list says there is nothing.
    pub conditions: Vec<RawText>,
    /// What it costs.
    pub cost: RawCost,
    /// How to reach it.
    pub contact: RawContact,
    /// The first and last day on which it exists.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid: Option<RawValidity>,
    /// Where the facts were read.
    pub source: RawSource,
    /// The date of the source: `2020`, `2020-10` or `2020-10-20`; null when it shows none.
    #[serde(deserialize_with = "Option::deserialize")]
    pub checked_on: Option<String>,
    /// After how many months someone looks again whether this still holds; left out: as usual for its kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review_months: Option<u8>,
    /// Whether the core was read in a source.
    pub confidence: RawConfidence,
    /// The parts that no source confirmed.
    pub unverified: Vec<RawPart>,
    /// What a caregiver should know about the doubts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub doubt: Option<RawText>,
    /// For respite care: how long the caregiver can be away, from short to long.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub respite: Vec<RawRung>,
    /// For someone to call or chat with: about what, and when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<RawLine>,
    /// For partners; not shown to caregivers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Narrow or thin: shown last.
    #[serde(default, skip_serializing_if = "is_false")]
    pub weak: bool,
}

/// A need an offer helps with.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RawOfferNeed {
    /// An option of the question `needs`.
    pub need: String,
    /// 1 helps a bit, 2 really helps, 3 is made for it.
    pub strength: u8,
}

/// Where an offer is to be had.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RawArea {
    /// Whose place counts.
    pub whose: RawWhose,
    /// Region ids; in any one of them is enough.
    pub regions: Vec<String>,
}

/// What an offer costs.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RawCost {
    /// In one word.
    pub level: RawCostLevel,
    /// In a sentence; amounts with their year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<RawText>,
}

/// How to reach an offer.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RawContact {
    /// Telephone, as people write it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// A general mailbox, never a person's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// A page on the web.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub website: Option<String>,
}

/// The days on which an offer exists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RawValidity {
    /// The first day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
}

/// Where the facts were read.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RawSource {
    /// The page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Further pages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub more: Vec<String>,
    /// What kind of source it is.
    pub kind: RawSourceKind,
}

/// Who an offer is for: exactly one of these.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum RawRule {
    /// Every one of these rules holds; an empty list always holds.
    All(Vec<RawRule>),
    /// At least one of these rules holds.
    Any(Vec<RawRule>),
    /// This rule does not hold.
    Not(Box<RawRule>),
    /// This option is chosen.
    Is(RawIs),
    /// At least one of these options is chosen.
    AnyOf(RawOf),
    /// All of these options are chosen.
    AllOf(RawOf),
    /// The number is this or more.
    AtLeast(RawBound),
    /// The number is less than this.
    Below(RawBound),
    /// The place lies in one of these regions.
    PlaceIn(RawPlaceIn),
    /// Today lies within these days.
    Today(RawValidity),
}

/// An option of a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RawIs {
    /// The question.
    pub question: String,
    /// The option.
    pub option: String,
}

/// Several options of a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RawOf {
    /// The question.
    pub question: String,
    /// The options.
    pub options: Vec<String>,
}

/// A threshold on a range question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RawBound {
    /// The question.
    pub question: String,
    /// The threshold, in the unit of the question.
    pub number: u32,
}

/// Regions for a question about a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RawPlaceIn {
    /// `carer-place` or `recipient-place`.
    pub question: String,
    /// Region ids.
    pub regions: Vec<String>,
}
