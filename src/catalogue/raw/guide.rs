//! `guide.json`: the texts that accompany a caregiver.

use super::{RawOfferKind, RawRung, RawText};
use serde::{Deserialize, Serialize};

/// `guide.json`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RawGuide {
    /// The schema by which an editor completes and checks this file.
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// The format of this file: 1.
    pub format: u32,
    /// What this file is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// 'Am I a caregiver?': what is behind that door.
    pub recognition: RawRecognition,
    /// What matters in each phase: one entry for each option of the question `phase`.
    pub phases: Vec<RawPhaseGuide>,
    /// The ladder of respite care, from short to long.
    pub rungs: Vec<RawRungGuide>,
    /// Conversation sheets.
    pub sheets: Vec<RawSheetGuide>,
    /// A calm word before the results, for someone whose load is heavy.
    pub breathe: RawPassage,
    /// Lists of words that mean the same when searching, in small letters without accents.
    pub synonyms: Vec<Vec<String>>,
}

/// A few questions to be answered with yes or no, and what is said then.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RawRecognition {
    /// The questions; a yes to the first is enough.
    pub questions: Vec<RawText>,
    /// Said to whoever is a caregiver.
    pub yes: RawPassage,
    /// Said to everyone else: never a hard no.
    pub perhaps: RawPassage,
}

/// A title, and paragraphs under it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RawPassage {
    /// The title.
    pub title: RawText,
    /// The paragraphs.
    pub text: Vec<RawText>,
}

/// What matters in one phase.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RawPhaseGuide {
    /// An option of the question `phase`.
    pub phase: String,
    /// The title.
    pub title: RawText,
    /// What this time is like.
    pub lead: RawText,
    /// What helps now.
    pub tips: Vec<RawTip>,
    /// What is coming, so that people can prepare early.
    pub ahead: Vec<RawText>,
}

/// A piece of advice.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RawTip {
    /// The advice.
    pub text: RawText,
    /// The page where its facts were read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// What respite care of one length is.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RawRungGuide {
    /// How long.
    pub rung: RawRung,
    /// The title.
    pub title: RawText,
    /// What it is like.
    pub lead: RawText,
}

/// A sheet to take to a conversation.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RawSheetGuide {
    /// With whom: `work`, `school`, `doctor`, `municipality` or `family`.
    pub id: String,
    /// The title.
    pub title: RawText,
    /// What the sheet is for.
    pub lead: RawText,
    /// How to begin the conversation.
    pub opening: RawText,
    /// Questions whose answers tell what the caregiver does.
    pub does: Vec<String>,
    /// Questions whose answers tell what weighs.
    pub weighs: Vec<String>,
    /// The needs that belong in this conversation; an empty list means all.
    pub needs: Vec<String>,
    /// What the caregiver may want to ask.
    pub asks: Vec<RawText>,
    /// What to ask instead once the care recipient has died.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub farewell: Vec<RawText>,
    /// The kinds of offers that are rights to mention.
    pub rights: Vec<RawOfferKind>,
}
