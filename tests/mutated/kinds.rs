//! What is done to a partner's file.

/// A fault that partners make.
pub struct Kind {
    pub name: &'static str,
    /// What it must be called.
    pub code: &'static str,
    pub change: Change,
}

/// How a text is changed.
pub enum Change {
    /// In a line that has this, that comes in its place.
    Swap(&'static str, &'static str),
    /// A line for which this gives another.
    Edit(fn(&str) -> Option<String>),
    /// A line that begins so is left out; told at the line above it that begins so.
    Leave(&'static str, &'static str),
    /// A line that begins so comes twice; told at the second.
    Twice(&'static str),
    /// The comma at the end of a line is left out.
    Comma,
    /// The file ends in the middle of a line.
    Cut,
    /// Something comes after the end.
    Append(&'static str),
}

use Change::{Append, Comma, Cut, Edit, Leave, Swap, Twice};

const fn kind(name: &'static str, code: &'static str, change: Change) -> Kind {
    Kind { name, code, change }
}

const OFFER: &str = "    {";

/// The line if it begins so, with the rest of it changed.
fn after(line: &str, start: &str, change: impl Fn(&str) -> String) -> Option<String> {
    line.strip_prefix(start).map(|rest| format!("{start}{}", change(rest)))
}

/// A field on one line, with its value changed.
fn value(line: &str, start: &str, value: &str) -> Option<String> {
    (line.starts_with(start) && line.ends_with(',')).then(|| format!("{start}{value},"))
}

pub const PARTNER: &[Kind] = &[
    kind("typo in gives", "unknown-field", Swap("      \"gives\":", "      \"givs\":")),
    kind("missing comma", "unreadable-file", Comma),
    kind("typo in kind", "unknown-word", Swap("      \"kind\": \"", "      \"kind\": \"x")),
    kind("cut off", "unreadable-file", Cut),
    kind("text for a list", "wrong-type", Edit(|line| value(line, "      \"phases\": ", "\"starting\""))),
    kind("no kind", "missing-field", Leave("      \"kind\":", OFFER)),
    kind(
        "quote not closed",
        "unreadable-file",
        Edit(|line| after(line, "      \"kind\": ", |rest| rest.replace("\",", ","))),
    ),
    kind("unknown need", "unknown-need", Swap("\"need\": \"", "\"need\": \"x")),
    kind("strength 7", "wrong-strength", Swap("\"strength\": 3", "\"strength\": 7")),
    kind(
        "extra bracket",
        "unreadable-file",
        Edit(|line| after(line, "      \"phases\": ", |rest| rest.replace("],", "]],"))),
    ),
    kind("unknown region", "unknown-region", Swap("\"regions\": [\"", "\"regions\": [\"x")),
    kind("empty text", "empty-text", Edit(|line| value(line, "      \"first_step\": ", "{\"nl\": \"\"}"))),
    kind(
        "nobody",
        "never-met",
        Edit(|line| {
            value(line, "      \"eligibility\": {\"all\": []}", "")
                .map(|_| "      \"eligibility\": {\"any\": []},".to_owned())
        }),
    ),
    kind("day as people write it", "malformed-date", Swap("\"checked_on\": \"", "\"checked_on\": \"31-12-")),
    kind("website without s", "link-not-https", Swap("\"website\": \"https:", "\"website\": \"http:")),
    kind("typo in first_step", "unknown-field", Swap("\"first_step\":", "\"frist_step\":")),
    kind("strength 300", "wrong-number", Swap("\"strength\": 3", "\"strength\": 300")),
    kind(
        "comma too many",
        "unreadable-file",
        Edit(|line| after(line, "      \"phases\": ", |rest| rest.replace("],", ", ],"))),
    ),
    kind(
        "no Dutch",
        "missing-dutch",
        Edit(|line| after(line, "      \"first_step\": {\"", |rest| rest.replacen("nl", "fr", 1))),
    ),
    kind("unknown option", "unknown-option", Swap("\"option\": \"", "\"option\": \"x")),
    kind("field twice", "repeated-field", Twice("      \"kind\":")),
    kind("number as text", "wrong-type", Swap("\"strength\": 3", "\"strength\": \"3\"")),
    kind("no such phone", "phone-not-valid", Swap("\"phone\": \"", "\"phone\": \"999 ")),
    kind("unknown phase", "unknown-phase", Swap("\"phases\": [\"", "\"phases\": [\"x")),
    kind("id of another", "duplicate-id", Edit(|line| value(line, "      \"id\": ", "\"nl-113\""))),
    kind("text without language", "wrong-type", Edit(|line| value(line, "      \"first_step\": ", "\"Bel ons.\""))),
    kind("unknown question", "unknown-question", Swap("\"question\": \"", "\"question\": \"x")),
    kind("id with a space", "malformed-id", Swap("      \"id\": \"", "      \"id\": \"Be ")),
    kind(
        "comment",
        "unreadable-file",
        Edit(|line| after(line, "      \"kind\": ", |rest| format!("{rest} // nakijken"))),
    ),
    kind(
        "two rules in one",
        "wrong-rule",
        Edit(|line| {
            value(line, "      \"eligibility\": {\"all\": []}", "")
                .map(|_| "      \"eligibility\": {\"all\": [], \"any\": []},".to_owned())
        }),
    ),
    kind("field of one's own", "unknown-field", Swap("      \"kind\":", "      \"telefoonnummer\": \"02\", \"kind\":")),
    kind("no phase", "offer-without-phase", Edit(|line| value(line, "      \"phases\": ", "[]"))),
    kind("typo in confidence", "unknown-word", Swap("\"confidence\": \"confirmed\"", "\"confidence\": \"confirmd\"")),
    kind("no eligibility", "missing-field", Leave("      \"eligibility\": {\"", OFFER)),
    kind("quote not opened", "unreadable-file", Swap("      \"kind\": \"", "      \"kind\": ")),
    kind(
        "list for a text",
        "wrong-type",
        Edit(|line| value(line, "      \"first_step\": ", "{\"nl\": [\"Bel ons.\"]}")),
    ),
    kind("markup", "markup-in-text", Swap("\"gives\": {\"nl\": \"", "\"gives\": {\"nl\": \"<b>U</b> ")),
    kind("half a strength", "wrong-number", Swap("\"strength\": 2", "\"strength\": 2.5")),
    kind("typo in a rule", "unknown-word", Swap("\"is\": {", "\"iss\": {")),
    kind("typo in cost", "unknown-word", Swap("\"level\": \"", "\"level\": \"x")),
    kind("day that isn't", "malformed-date", Swap("\"checked_on\": null", "\"checked_on\": \"2025-02-30\"")),
    kind("partner id", "file-name", Edit(|line| after(line, "    \"id\": \"", |rest| format!("de-{rest}")))),
    kind("name not closed", "unreadable-file", Swap("      \"gives\":", "      \"gives:")),
    kind("null for a list", "wrong-type", Swap("\"unverified\": []", "\"unverified\": null")),
    kind("day to come", "checked-in-future", Swap("\"checked_on\": null", "\"checked_on\": \"2031-01-01\"")),
    kind(
        "bracket not closed",
        "unreadable-file",
        Edit(|line| after(line, "      \"phases\": ", |rest| rest.replace("],", ","))),
    ),
    kind("address with a space", "link-not-safe", Swap("\"website\": \"https://", "\"website\": \"https:// ")),
    kind("typo in website", "unknown-field", Swap("        \"website\":", "        \"webiste\":")),
    kind(
        "empty rule",
        "wrong-rule",
        Edit(|line| {
            value(line, "      \"eligibility\": {\"all\": []}", "").map(|_| "      \"eligibility\": {},".to_owned())
        }),
    ),
    kind("hidden character", "hidden-characters", Swap("\"gives\": {\"nl\": \"", "\"gives\": {\"nl\": \"U \u{200b}")),
    kind(
        "curly quotes",
        "unreadable-file",
        Edit(|line| after(line, "      \"kind\": ", |rest| rest.replacen('"', "“", 1))),
    ),
    kind("number below nought", "wrong-number", Swap("\"strength\": 3", "\"strength\": -3")),
    kind("text after the end", "unreadable-file", Append("einde")),
    kind("brace too many", "unreadable-file", Append("}")),
    kind("no offers", "unknown-field", Swap("  \"offers\": [", "  \"offer\": [")),
    kind("newer format", "newer-format", Swap("\"format\": 1", "\"format\": 2")),
    kind("format as text", "wrong-type", Swap("\"format\": 1", "\"format\": \"1\"")),
    kind("no format", "missing-field", Leave("  \"format\":", "{")),
    kind("unknown options", "unknown-option", Swap("\"options\": [\"", "\"options\": [\"x")),
    kind("typo in whose", "unknown-word", Swap("\"whose\": \"", "\"whose\": \"x")),
    kind(
        "mailbox without @",
        "email-not-valid",
        Edit(|line| line.contains("\"email\": ").then(|| line.replacen('@', " at ", 1))),
    ),
    kind("colon missing", "unreadable-file", Swap("      \"kind\": ", "      \"kind\" ")),
    kind("tab in a text", "unreadable-file", Swap("\"gives\": {\"nl\": \"", "\"gives\": {\"nl\": \"U\t")),
    kind(
        "quotes in a text",
        "unreadable-file",
        Swap("\"gives\": {\"nl\": \"", "\"gives\": {\"nl\": \"Wij \"zorgen\" mee. "),
    ),
    kind("id as a number", "wrong-type", Edit(|line| value(line, "      \"id\": ", "113"))),
    kind("partner without name", "missing-field", Leave("    \"name\":", "  \"partner\":")),
    kind("field in the partner", "unknown-field", Swap("    \"website\":", "    \"webadres\":")),
    kind("hour that isn't", "wrong-hours", Swap("\"from\": \"09:00\"", "\"from\": \"25:00\"")),
    kind("yes as a text", "wrong-type", Swap("\"weak\": true", "\"weak\": \"ja\"")),
    kind(
        "brace not closed",
        "unreadable-file",
        Edit(|line| after(line, "      \"gives\": ", |rest| rest.replace("\"},", "\","))),
    ),
];
