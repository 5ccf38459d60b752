//! Which fields there are, in which order, and how each is filled in.

/// A field of the form.
pub(super) struct Row {
    /// Its path within the offer or the partner.
    pub(super) path: &'static str,
    /// Its name in the manual.
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    pub(super) is_optional: bool,
    /// The kind of help for which it is shown; otherwise only when there is something in it.
    pub(super) only_for: Option<&'static str>,
}

/// How a field is filled in.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    /// A text with at most so many characters.
    Text(usize, Size),
    Line(Writing),
    /// One of a list; `true` shows them all at once.
    Choice(List, bool),
    Ticks(List),
    Needs,
    Places,
    Texts(usize),
    Lines,
    Open,
    Flag,
    Number,
    Rule,
}

/// The closed lists.
#[derive(Clone, Copy)]
pub(super) enum List {
    Kinds,
    Costs,
    Themes,
    Whose,
    Rungs,
    Sources,
    Confidences,
    Parts,
    Phases,
}

/// How much room a text needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// One line.
    Short,
    /// A few sentences.
    Long,
}

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writing {
    /// Any words.
    Words,
    /// Some sentences for other partners.
    Note,
    /// An id.
    Id,
    /// A telephone number.
    Phone,
    /// A mailbox.
    Mail,
    /// A web address.
    Address,
    /// A day.
    Day,
    /// A day, a month or a year.
    SomeDay,
}

const fn row(path: &'static str, name: &'static str, kind: Kind) -> Row {
    Row { path, name, kind, is_optional: false, only_for: None }
}

const fn may(path: &'static str, name: &'static str, kind: Kind) -> Row {
    Row { is_optional: true, ..row(path, name, kind) }
}

const fn only(for_kind: &'static str, path: &'static str, name: &'static str, kind: Kind) -> Row {
    Row { only_for: Some(for_kind), ..may(path, name, kind) }
}

type Sections = &'static [(&'static str, &'static str, &'static [Row])];

pub(super) const OFFER: Sections = &[
    (
        "what",
        "Wat is het?",
        &[
            row("name", "offers/name", Kind::Text(80, Size::Short)),
            row("kind", "offers/kind", Kind::Choice(List::Kinds, false)),
            row("gives", "offers/gives", Kind::Text(320, Size::Long)),
            row("first_step", "offers/first_step", Kind::Text(220, Size::Long)),
            row("id", "offers/id", Kind::Line(Writing::Id)),
        ],
    ),
    (
        "when",
        "Waarmee helpt het, en wanneer?",
        &[
            row("needs", "offers/needs", Kind::Needs),
            row("phases", "offers/phases", Kind::Ticks(List::Phases)),
            only("respite", "respite", "offers/respite", Kind::Ticks(List::Rungs)),
            only("helpline", "line/theme", "offers/line/theme", Kind::Choice(List::Themes, false)),
            only("helpline", "line/open", "offers/line/open", Kind::Open),
        ],
    ),
    (
        "where",
        "Waar is het?",
        &[
            row("area/regions", "offers/area/regions", Kind::Places),
            row("area/whose", "offers/area/whose", Kind::Choice(List::Whose, true)),
            may("valid/from", "offers/valid/from", Kind::Line(Writing::Day)),
            may("valid/until", "offers/valid/until", Kind::Line(Writing::Day)),
        ],
    ),
    (
        "who",
        "Voor wie is het?",
        &[
            row("eligibility", "offers/eligibility", Kind::Rule),
            row("conditions", "offers/conditions", Kind::Texts(160)),
            may("typical_for", "offers/typical_for", Kind::Rule),
            may("urgent_when", "offers/urgent_when", Kind::Rule),
        ],
    ),
    (
        "cost",
        "Wat kost het?",
        &[
            row("cost/level", "offers/cost/level", Kind::Choice(List::Costs, false)),
            may("cost/note", "offers/cost/note", Kind::Text(200, Size::Long)),
        ],
    ),
    (
        "contact",
        "Hoe bereikt men u?",
        &[
            may("contact/phone", "offers/contact/phone", Kind::Line(Writing::Phone)),
            may("contact/email", "offers/contact/email", Kind::Line(Writing::Mail)),
            may("contact/website", "offers/contact/website", Kind::Line(Writing::Address)),
        ],
    ),
    (
        "source",
        "Bron en datum",
        &[
            row("source/kind", "offers/source/kind", Kind::Choice(List::Sources, false)),
            may("source/url", "offers/source/url", Kind::Line(Writing::Address)),
            may("source/more", "offers/source/more", Kind::Lines),
            may("checked_on", "offers/checked_on", Kind::Line(Writing::SomeDay)),
            may("review_months", "offers/review_months", Kind::Number),
            row("confidence", "offers/confidence", Kind::Choice(List::Confidences, true)),
            row("unverified", "offers/unverified", Kind::Ticks(List::Parts)),
            may("doubt", "offers/doubt", Kind::Text(200, Size::Long)),
            may("weak", "offers/weak", Kind::Flag),
            may("note", "offers/note", Kind::Line(Writing::Note)),
        ],
    ),
];

pub(super) const PARTNER: Sections = &[(
    "partner",
    "Uw organisatie",
    &[
        row("name", "partner/name", Kind::Text(80, Size::Short)),
        row("id", "partner/id", Kind::Line(Writing::Id)),
        may("website", "partner/website", Kind::Line(Writing::Address)),
        may("about", "partner/about", Kind::Text(400, Size::Long)),
    ],
)];
