//! The Dutch words for what a partner chooses from closed lists.

use crate::{
    catalogue::raw::{RawConfidence, RawCostLevel, RawOfferKind, RawPart, RawRung, RawSourceKind, RawTheme, RawWhose},
    wording::Wording,
};
use serde::Serialize;

/// The name in the file and the words on the page of each entry of a list.
type Pairs = Vec<(String, String)>;

/// The name by which a file knows it.
fn name(value: impl Serialize) -> String {
    serde_json::to_string(&value).unwrap_or_default().trim_matches('"').to_owned()
}

fn pairs<T: Serialize + Copy>(all: &[T], words: impl Fn(T) -> String) -> Pairs {
    all.iter().map(|value| (name(value), words(*value))).collect()
}

/// Kinds of help.
pub fn kinds(wording: &Wording) -> Pairs {
    pairs(RawOfferKind::ALL, |kind| wording.kind(kind).to_owned())
}

/// What it costs.
pub fn costs(wording: &Wording) -> Pairs {
    pairs(RawCostLevel::ALL, |level| wording.cost(level).to_owned())
}

/// What a line is about.
pub fn themes(wording: &Wording) -> Pairs {
    pairs(RawTheme::ALL, |theme| wording.theme(theme).to_owned())
}

/// Whose place counts.
pub fn whose() -> Pairs {
    pairs(RawWhose::ALL, |whose| {
        let words = match whose {
            RawWhose::Carer => "waar de mantelzorger woont",
            RawWhose::Recipient => "waar de naaste woont",
            RawWhose::Either => "waar een van de twee woont",
        };
        words.to_owned()
    })
}

/// How long respite lasts.
pub fn rungs() -> Pairs {
    pairs(RawRung::ALL, |rung| {
        let words = match rung {
            RawRung::Hour => "een uur of enkele uren",
            RawRung::Day => "een dag of een deel ervan",
            RawRung::Night => "een nacht",
            RawRung::Weekend => "een weekend of enkele dagen",
            RawRung::Weeks => "een week of langer",
        };
        words.to_owned()
    })
}

/// Sources.
pub fn sources() -> Pairs {
    pairs(RawSourceKind::ALL, |kind| {
        let words = match kind {
            RawSourceKind::Official => "een overheid",
            RawSourceKind::Provider => "de organisatie zelf",
            RawSourceKind::Municipality => "een gemeente",
            RawSourceKind::Press => "een krant of persbericht",
            RawSourceKind::ThirdParty => "een andere organisatie",
            RawSourceKind::InnovationPublication => "‘Naar een nieuwe mantelzorg’ (2021)",
            RawSourceKind::Memory => "uit het hoofd: nergens gelezen",
        };
        words.to_owned()
    })
}

/// How sure it is.
pub fn confidences() -> Pairs {
    pairs(RawConfidence::ALL, |confidence| {
        let words = match confidence {
            RawConfidence::Confirmed => "ja, gelezen in een bron",
            RawConfidence::Unverified => "nee, nog nergens gelezen",
        };
        words.to_owned()
    })
}

/// Parts that may be unsure.
pub fn parts(wording: &Wording) -> Pairs {
    pairs(RawPart::ALL, |part| wording.part(part).to_owned())
}

/// The days of the week, Monday first.
pub const DAYS: [&str; 7] = ["ma", "di", "wo", "do", "vr", "za", "zo"];

/// Languages a text may have beside Dutch: the tag and the words.
pub const TONGUES: [(&str, &str); 5] = [
    ("nl-BE", "Nederlands, zoals in België"),
    ("nl-NL", "Nederlands, zoals in Nederland"),
    ("fr", "Frans"),
    ("de", "Duits"),
    ("en", "Engels"),
];

/// What each strength means.
pub const STRENGTHS: [(u8, &str); 3] = [(1, "helpt een beetje"), (2, "helpt echt"), (3, "hiervoor gemaakt")];
