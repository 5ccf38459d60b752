//! The catalogue as it is written: the serde twin of the files, field for field.
//!
//! Unknown fields, repeated keys and missing fields are errors here, so that a typo can't become 'no age limit'.

use crate::language::Language;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

mod guide;
mod line;
mod lists;
mod offer;
mod overlay;
mod scenario;
mod translation;
pub use guide::*;
pub use line::*;
pub use lists::*;
pub use offer::*;
pub use overlay::*;
pub use scenario::*;
pub use translation::*;

/// The format of the files; a higher number is refused.
pub const FORMAT: u32 = 1;

/// A text in one or more languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RawText {
    /// Dutch: every text has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nl: Option<String>,
    /// Where Belgium uses another word.
    #[serde(rename = "nl-BE", skip_serializing_if = "Option::is_none")]
    pub nl_be: Option<String>,
    /// Where the Netherlands use another word.
    #[serde(rename = "nl-NL", skip_serializing_if = "Option::is_none")]
    pub nl_nl: Option<String>,
    /// Dutch that is easier to read.
    #[serde(rename = "nl-simple", skip_serializing_if = "Option::is_none")]
    pub nl_simple: Option<String>,
    /// Dutch for who is under 18.
    #[serde(rename = "nl-x-young", skip_serializing_if = "Option::is_none")]
    pub nl_young: Option<String>,
    /// French.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fr: Option<String>,
    /// German.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub de: Option<String>,
    /// English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
    /// Turkish.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tr: Option<String>,
    /// Arabic.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ar: Option<String>,
}

impl RawText {
    /// Every language and its words, Dutch first.
    pub fn all(&self) -> impl Iterator<Item = (Language, &str)> {
        let texts = [
            (Language::Nl, &self.nl),
            (Language::NlBe, &self.nl_be),
            (Language::NlNl, &self.nl_nl),
            (Language::NlSimple, &self.nl_simple),
            (Language::NlYoung, &self.nl_young),
            (Language::Fr, &self.fr),
            (Language::De, &self.de),
            (Language::En, &self.en),
            (Language::Tr, &self.tr),
            (Language::Ar, &self.ar),
        ];
        texts.into_iter().filter_map(|(language, words)| Some((language, words.as_deref()?)))
    }
}

/// `questionnaire.json`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RawQuestionnaire {
    /// The schema by which an editor completes and checks this file.
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// The format of this file: 1.
    pub format: u32,
    /// What this file is, and where the questions come from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// Subjects, in the order in which they come up.
    pub topics: Vec<RawTopic>,
    /// Questions, in the order in which they come up within their topic.
    pub questions: Vec<RawQuestion>,
}

/// A subject that keeps questions together.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RawTopic {
    /// Its id.
    pub id: String,
    /// Its name above the question.
    pub name: RawText,
}

/// A question.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RawQuestion {
    /// Its id: never renamed, never reused.
    pub id: String,
    /// How it is answered.
    pub kind: RawKind,
    /// The id of its topic.
    pub topic: String,
    /// Questions with the same group stand on one screen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// For a range: what the numbers count.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<RawUnit>,
    /// The question.
    pub text: RawText,
    /// A label for a line in a summary.
    pub short: RawText,
    /// Help with answering.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint: Option<RawText>,
    /// For numbers and places: how a rule about them is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clauses: Option<RawClauses>,
    /// One sentence: why is this asked?
    pub why: RawText,
    /// What can be chosen; left out for a place.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<RawOption>,
    /// Needs whose offers ease what weighs here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub eased_by: Vec<String>,
    /// True when what it asks about carries the caregiver rather than weighing on them.
    #[serde(default, skip_serializing_if = "is_false")]
    pub carries: bool,
}

/// How a question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum RawKind {
    /// One option.
    Single,
    /// Any number of options.
    Multi,
    /// One option that stands for an interval of numbers.
    Range,
    /// A place.
    Place,
}

/// What the numbers of a range question count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum RawUnit {
    /// Years of age.
    Years,
    /// Hours in a week.
    HoursPerWeek,
    /// Months.
    Months,
    /// Weeks.
    Weeks,
}

/// How a rule about a number or a place is said, to follow 'voor wie'. For partners only.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RawClauses {
    /// This or more: `{number} of ouder is`; `{number}` becomes a number and what it counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_least: Option<RawText>,
    /// Less than this: `jonger dan {number} is`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub below: Option<RawText>,
    /// From this to that, both included: `{from} tot en met {to} is`; `{to}` has what it counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub between: Option<RawText>,
    /// In one of these regions: `in {place} woont`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place_in: Option<RawText>,
}

/// An answer option.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RawOption {
    /// Its id, unique within the question.
    pub id: String,
    /// For a range: the first number it stands for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<u32>,
    /// For a range: the first number it no longer stands for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<u32>,
    /// The words a caregiver chooses.
    pub text: RawText,
    /// A shorter name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub short: Option<RawText>,
    /// The answer as the caregiver says it to someone else: a whole sentence in the first person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub says: Option<RawText>,
    /// How a rule with this answer is said, to follow 'voor wie': `in loondienst werkt`. For partners only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clause: Option<RawText>,
    /// How the opposite is said, where 'niet', 'geen' or 'zonder' in the usual place isn't enough.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clause_not: Option<RawText>,
    /// True for 'none of these': it excludes the others.
    #[serde(default, skip_serializing_if = "is_false")]
    pub alone: bool,
    /// How much this answer weighs on the caregiver, 0 to 2.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub weight: u8,
}

/// `regions.json`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RawRegions {
    /// The schema by which an editor completes and checks this file.
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// The format of this file: 1.
    pub format: u32,
    /// What this file is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// Whom to credit for the codes, names and postcodes.
    pub sources: Vec<String>,
    /// For each country, the day on which this was how it was divided.
    pub as_of: BTreeMap<String, String>,
    /// Countries, regions and provinces.
    pub regions: Vec<RawRegion>,
    /// Municipalities.
    pub municipalities: Vec<RawRegion>,
}

/// A region or municipality.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RawRegion {
    /// Its id.
    pub id: String,
    /// The id of the region around it; left out for a country.
    #[serde(rename = "in", skip_serializing_if = "Option::is_none")]
    pub within: Option<String>,
    /// Its name, in the languages that have one of their own.
    pub name: RawText,
    /// Other names it goes by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// Old codes that it replaced.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub replaces: Vec<String>,
    /// Postcodes: four digits.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub postcodes: Vec<String>,
}

/// An answers file: what `match --answers` reads. A scenario is one too: what else it holds is left alone.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct RawAnswersFile {
    /// The format of this file: 1, also when it doesn't say so.
    #[serde(default = "first_format")]
    pub format: u32,
    /// By question id: an option id, a list of them, a region id, or null for declined.
    #[serde(deserialize_with = "each_once")]
    pub answers: BTreeMap<String, serde_json::Value>,
}

fn first_format() -> u32 {
    1
}

fn is_false(value: &bool) -> bool {
    !*value
}

fn is_zero(value: &u8) -> bool {
    *value == 0
}

/// Reads an object and refuses a key that comes twice: of two answers nobody knows which one is meant.
fn each_once<'de, D: serde::Deserializer<'de>>(reader: D) -> Result<BTreeMap<String, serde_json::Value>, D::Error> {
    struct Once;
    impl<'de> serde::de::Visitor<'de> for Once {
        type Value = BTreeMap<String, serde_json::Value>;

        fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
            f.write_str("an object")
        }

        fn visit_map<M: serde::de::MapAccess<'de>>(self, mut map: M) -> Result<Self::Value, M::Error> {
            let mut once = BTreeMap::new();
            while let Some((key, value)) = map.next_entry::<String, serde_json::Value>()? {
                if once.contains_key(&key) {
                    return Err(serde::de::Error::custom(format_args!("duplicate field `{key}`")));
                }
                once.insert(key, value);
            }
            Ok(once)
        }
    }
    reader.deserialize_map(Once)
}
