//! A line to call or chat with: what it is about, and when somebody is there.

use super::RawTheme;
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, SeqAccess, Visitor, value::SeqAccessDeserializer},
};
use std::fmt;

/// A line to call or chat with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RawLine {
    /// What it is about.
    pub theme: RawTheme,
    /// When somebody is there; left out when that isn't known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub open: Option<RawOpen>,
}

/// When somebody is there: `"always"`, or a list of hours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RawOpen {
    /// Day and night.
    Always,
    /// At these hours.
    At(Vec<RawHours>),
}

/// The same hours on some days of the week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RawHours {
    /// 1 for Monday to 7 for Sunday.
    pub days: Vec<u8>,
    /// From when, such as `09:00`.
    pub from: String,
    /// Until when, such as `17:30`; `24:00` is midnight.
    pub to: String,
}

const ALWAYS: &str = "always";

impl Serialize for RawOpen {
    fn serialize<S: Serializer>(&self, writer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Always => writer.serialize_str(ALWAYS),
            Self::At(hours) => hours.serialize(writer),
        }
    }
}

impl<'de> Deserialize<'de> for RawOpen {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        reader.deserialize_any(WordOrList)
    }
}

struct WordOrList;

impl<'de> Visitor<'de> for WordOrList {
    type Value = RawOpen;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("hours")
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<RawOpen, E> {
        if word == ALWAYS { Ok(RawOpen::Always) } else { Err(E::unknown_variant(word, &[ALWAYS])) }
    }

    fn visit_seq<L: SeqAccess<'de>>(self, list: L) -> Result<RawOpen, L::Error> {
        Deserialize::deserialize(SeqAccessDeserializer::new(list)).map(RawOpen::At)
    }
}

#[cfg(feature = "cli")]
impl schemars::JsonSchema for RawOpen {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "RawOpen".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let hours = generator.subschema_for::<RawHours>();
        schemars::json_schema!({
            "description": "When somebody is there: `\"always\"`, or a list of hours.",
            "oneOf": [{"const": ALWAYS}, {"type": "array", "minItems": 1, "items": hours}]
        })
    }
}
