//! Which fields there are, in which order, and how each is filled in.

/// A field of the form.
pub(super) struct Row {
    /// Its path within the file, positions left out: `offers/area/whose`.
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    pub(super) is_optional: bool,
    /// The kind of help for which it is shown; otherwise only when there is something in it.
    pub(super) only_for: Option<&'static str>,
}

impl Row {
    /// Where it stands within the offer or the partner.
    pub(super) fn path(&self) -> &'static str {
        self.name.find('/').and_then(|start| self.name.get(start..)).unwrap_or_default()
    }
}

/// How a field is filled in.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    /// A text with at most so many characters.
    Text(usize, Size),
    Line(Writing),
    /// One of a list; `true` shows them all at once.
    Choice(bool),
    Ticks,
    Needs,
    Places,
    Texts(usize),
    Lines,
    Open,
    Flag,
    Number,
    Rule,
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

const fn row(name: &'static str, kind: Kind) -> Row {
    Row { name, kind, is_optional: false, only_for: None }
}

const fn may(name: &'static str, kind: Kind) -> Row {
    Row { is_optional: true, ..row(name, kind) }
}

const fn only(for_kind: &'static str, name: &'static str, kind: Kind) -> Row {
    Row { only_for: Some(for_kind), ..may(name, kind) }
}

type Sections = &'static [(&'static str, &'static str, &'static [Row])];

pub(super) const OFFER: Sections = &[
    (
        "what",
        "Wat is het?",
        &[
            row("offers/name", Kind::Text(80, Size::Short)),
            row("offers/kind", Kind::Choice(false)),
            row("offers/gives", Kind::Text(320, Size::Long)),
            row("offers/first_step", Kind::Text(220, Size::Long)),
            row("offers/id", Kind::Line(Writing::Id)),
        ],
    ),
    (
        "when",
        "Waarmee helpt het, en wanneer?",
        &[
            row("offers/needs", Kind::Needs),
            row("offers/phases", Kind::Ticks),
            only("respite", "offers/respite", Kind::Ticks),
            only("helpline", "offers/line/theme", Kind::Choice(false)),
            only("helpline", "offers/line/open", Kind::Open),
        ],
    ),
    (
        "where",
        "Waar is het?",
        &[
            row("offers/area/regions", Kind::Places),
            row("offers/area/whose", Kind::Choice(true)),
            may("offers/valid/from", Kind::Line(Writing::Day)),
            may("offers/valid/until", Kind::Line(Writing::Day)),
        ],
    ),
    (
        "who",
        "Voor wie is het?",
        &[
            row("offers/eligibility", Kind::Rule),
            row("offers/conditions", Kind::Texts(160)),
            may("offers/typical_for", Kind::Rule),
            may("offers/urgent_when", Kind::Rule),
        ],
    ),
    (
        "cost",
        "Wat kost het?",
        &[row("offers/cost/level", Kind::Choice(false)), may("offers/cost/note", Kind::Text(200, Size::Long))],
    ),
    (
        "contact",
        "Hoe bereikt men u?",
        &[
            may("offers/contact/phone", Kind::Line(Writing::Phone)),
            may("offers/contact/email", Kind::Line(Writing::Mail)),
            may("offers/contact/website", Kind::Line(Writing::Address)),
        ],
    ),
    (
        "source",
        "Bron en datum",
        &[
            row("offers/source/kind", Kind::Choice(false)),
            may("offers/source/url", Kind::Line(Writing::Address)),
            may("offers/source/more", Kind::Lines),
            may("offers/checked_on", Kind::Line(Writing::SomeDay)),
            may("offers/review_months", Kind::Number),
            row("offers/confidence", Kind::Choice(true)),
            row("offers/unverified", Kind::Ticks),
            may("offers/doubt", Kind::Text(200, Size::Long)),
            may("offers/weak", Kind::Flag),
            may("offers/note", Kind::Line(Writing::Note)),
        ],
    ),
];

pub(super) const PARTNER: Sections = &[(
    "partner",
    "Uw organisatie",
    &[
        row("partner/name", Kind::Text(80, Size::Short)),
        row("partner/id", Kind::Line(Writing::Id)),
        may("partner/website", Kind::Line(Writing::Address)),
        may("partner/about", Kind::Text(400, Size::Long)),
    ],
)];
