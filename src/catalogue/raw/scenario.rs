//! A person's answers, and what must come out: a file of its own, or an example in a partner's file.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// A scenario file. What else it holds is left alone.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct RawScenario {
    /// Its id; the file has the same name.
    pub id: String,
    /// Who it is about, in a sentence.
    #[serde(default)]
    pub story: String,
    /// By question id: an option id, a list of them, a region id, or null for declined.
    #[serde(deserialize_with = "super::each_once")]
    pub answers: BTreeMap<String, Value>,
    /// What must come out.
    pub expect: RawExpected,
}

/// An example in a partner's file.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RawExample {
    /// Who it is about, in a sentence.
    pub story: String,
    /// By question id: an option id, a list of them, a region id, or null for declined.
    #[serde(deserialize_with = "super::each_once")]
    pub answers: BTreeMap<String, Value>,
    /// What must come out.
    pub expect: RawExpected,
}

/// What must come out. A field that is left out demands nothing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct RawExpected {
    /// These offers fit, or may fit.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub must_show: Vec<String>,
    /// These offers neither fit nor may fit.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub must_not_show: Vec<String>,
    /// These offers fit for certain.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub must_fit: Vec<String>,
    /// These offers stand on top of every screen.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub must_be_urgent: Vec<String>,
    /// Nothing but these offers stands on top of every screen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub only_urgent: Option<Vec<String>>,
    /// Among the first so many that fit stand these offers.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub top: BTreeMap<String, Vec<String>>,
    /// These offers hang on exactly these questions.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub hangs_on: BTreeMap<String, Vec<String>>,
    /// The interview doesn't ask these questions.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub never_asked: Vec<String>,
}
