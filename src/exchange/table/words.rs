//! The closed lists of a table in Dutch words: what stands in a cell, and in a drop-down list.

use crate::spelling::plain;

/// A closed list: the id of each word, and what a cell says for it.
pub type Words = &'static [(&'static str, &'static str)];

/// Kinds of help.
pub const KINDS: Words = &[
    ("allowance", "geld of premie"),
    ("leave", "verlof"),
    ("right", "recht of statuut"),
    ("respite", "iemand neemt de zorg over"),
    ("helpline", "bellen of chatten"),
    ("advice", "advies"),
    ("peer-support", "lotgenoten"),
    ("training", "cursus"),
    ("practical-help", "praktische hulp"),
    ("aid", "hulpmiddel"),
    ("housing", "wonen"),
    ("insurance", "verzekering"),
    ("platform", "website of app"),
];

/// Whose place counts.
pub const WHOSE: Words = &[("carer", "mantelzorger"), ("recipient", "naaste"), ("either", "een van de twee")];

/// What it costs.
pub const COSTS: Words = &[
    ("free", "gratis"),
    ("own-share", "een deel zelf"),
    ("paid", "de volle prijs"),
    ("unpaid-leave", "verlof zonder inkomen"),
    ("paid-leave", "verlof met inkomen"),
    ("varies", "verschilt"),
    ("unknown", "niet bekend"),
];

/// Kinds of sources.
pub const SOURCES: Words = &[
    ("official", "overheid"),
    ("provider", "de organisatie zelf"),
    ("municipality", "gemeente"),
    ("press", "pers"),
    ("third-party", "een ander"),
    ("innovation-publication", "Naar een nieuwe mantelzorg (2021)"),
    ("memory", "uit het hoofd"),
];

/// How sure the core is.
pub const CONFIDENCE: Words = &[("confirmed", "nagelezen in een bron"), ("unverified", "niet nagelezen")];

/// Parts that no source confirmed.
pub const PARTS: Words = &[
    ("cost", "kosten"),
    ("website", "website"),
    ("phone", "telefoon"),
    ("partner", "partner"),
    ("gives", "wat krijgt u"),
    ("conditions", "voorwaarden"),
    ("area", "gebied"),
    ("phases", "fasen"),
    ("needs", "behoeften"),
    ("source", "bron"),
    ("first_step", "eerste stap"),
];

/// How long respite care lasts.
pub const RUNGS: Words = &[
    ("hour", "een uur of enkele uren"),
    ("day", "een dag"),
    ("night", "een nacht"),
    ("weekend", "weekend"),
    ("weeks", "een week of langer"),
];

/// What a line is about.
pub const THEMES: Words = &[
    ("listening", "een luisterend oor"),
    ("suicide", "gedachten aan zelfdoding"),
    ("violence", "geweld"),
    ("young", "kinderen en jongeren"),
    ("illness", "een ziekte of beperking"),
    ("care", "zorg en mantelzorg"),
    ("grief", "afscheid en rouw"),
];

/// Yes or no.
pub const YES_NO: Words = &[("true", "ja"), ("false", "nee")];

/// The id that a cell means: by the id itself or the Dutch words, whatever the capitals and accents.
pub(in crate::exchange) fn id_of(words: Words, cell: &str) -> Option<&'static str> {
    let folded = plain(cell);
    words.iter().find(|(id, dutch)| plain(id) == folded || plain(dutch) == folded).map(|(id, _)| *id)
}

/// What a cell says for an id; an id we don't know stays itself.
pub(in crate::exchange) fn dutch_of(words: Words, id: &str) -> &str {
    words.iter().find(|(known, _)| *known == id).map_or(id, |(_, dutch)| *dutch)
}
