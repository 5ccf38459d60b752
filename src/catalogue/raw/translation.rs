//! What the catalogue says in other languages.

use super::RawText;
use serde::{Deserialize, Serialize};

/// `languages/<language>/<name>.json`: Dutch texts of the catalogue, each with the same in other words.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "cli", schemars(title = "What the catalogue says in other languages"))]
#[serde(deny_unknown_fields)]
pub struct RawTranslations {
    /// The schema by which an editor completes and checks this file.
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// The format of this file: 1.
    pub format: u32,
    /// Who translated, and who read it over.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// Each text: `nl` as it stands in the catalogue, letter for letter, and the same in another language. A text that stands
    /// in several places is translated once.
    pub texts: Vec<RawText>,
}
