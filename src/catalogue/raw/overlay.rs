//! What a municipality changes about the national catalogue, without copying it.

use super::RawText;
use serde::{Deserialize, Serialize};

/// `overlays/<place>/overlay.json`; the municipality's own offers stand beside it in `partners/`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "cli", schemars(title = "What a municipality changes about the catalogue"))]
#[serde(deny_unknown_fields)]
pub struct RawOverlay {
    /// The schema by which an editor completes and checks this file.
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// The format of this file: 1.
    pub format: u32,
    /// The region or municipality it is for; the folder has the same name.
    pub place: String,
    /// Offers that aren't shown here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hides: Vec<RawHide>,
    /// Texts that are said in other words here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rewords: Vec<RawReword>,
}

/// An offer that isn't shown here.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RawHide {
    /// The offer.
    pub offer: String,
    /// Why, for other partners.
    pub why: String,
    /// What the offer gave (`gives`) when it was hidden: a change since then is told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub was: Option<RawText>,
}

/// A text of an offer in other words.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RawReword {
    /// The offer.
    pub offer: String,
    /// Which text of it.
    pub field: RawWording,
    /// The text it replaces: a change since then is told.
    pub was: RawText,
    /// The text here.
    pub says: RawText,
}

/// A text of an offer that may be said in other words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RawWording {
    /// What it is called.
    Name,
    /// What one gets.
    Gives,
    /// The first thing to do.
    FirstStep,
    /// What it costs, in a sentence.
    CostNote,
}
