//! What is done to the files that all partners share.

use super::kinds::{
    Change::{Append, Comma, Cut, Edit, Leave, Swap, Twice},
    Kind,
};

const fn kind(name: &'static str, code: &'static str, change: super::Change) -> Kind {
    Kind { name, code, change }
}

const QUESTIONS: &str = "questionnaire.json";
const PLACES: &str = "regions.json";
const GUIDE: &str = "guide.json";

pub const SHARED: &[(&str, Kind)] = &[
    (QUESTIONS, kind("typo in why", "unknown-field", Swap("      \"why\":", "      \"wy\":"))),
    (QUESTIONS, kind("typo in kind of question", "unknown-word", Swap("\"kind\": \"single\"", "\"kind\": \"singel\""))),
    (QUESTIONS, kind("unknown topic", "unknown-topic", Swap("\"topic\": \"rights\"", "\"topic\": \"right\""))),
    (QUESTIONS, kind("weight 300", "wrong-number", Swap("\"weight\": 2", "\"weight\": 300"))),
    (QUESTIONS, kind("question without comma", "unreadable-file", Comma)),
    (QUESTIONS, kind("questions cut off", "unreadable-file", Cut)),
    (QUESTIONS, kind("no question", "missing-field", Leave("      \"text\":", "    {"))),
    (QUESTIONS, kind("why twice", "repeated-field", Twice("      \"short\":"))),
    (
        QUESTIONS,
        kind("numbers overlap", "wrong-interval", Swap("\"from\": 12, \"to\": 18", "\"from\": 11, \"to\": 18")),
    ),
    (QUESTIONS, kind("empty question", "empty-text", Swap("\"nl\": \"Waar woont u?\"", "\"nl\": \"\""))),
    (
        QUESTIONS,
        kind("question without language", "wrong-type", Swap("{\"nl\": \"Waar woont u?\"}", "\"Waar woont u?\"")),
    ),
    (
        PLACES,
        kind("typo in name", "unknown-field", Swap("\"name\": {\"nl\": \"Rumst\"}", "\"naem\": {\"nl\": \"Rumst\"}")),
    ),
    (
        PLACES,
        kind("place in nowhere", "unknown-region", Swap("11037\", \"in\": \"be-van\"", "11037\", \"in\": \"be-vann\"")),
    ),
    (PLACES, kind("postcode of three", "postcode-not-valid", Swap("\"2840\"", "\"284\""))),
    (PLACES, kind("postcode as a number", "wrong-type", Swap("\"2840\"", "2840"))),
    (PLACES, kind("place without name", "region-without-name", Swap("{\"nl\": \"Rumst\"}", "{}"))),
    (PLACES, kind("place twice", "duplicate-id", Swap("\"be-nis-11037\"", "\"be-nis-11035\""))),
    (PLACES, kind("places without comma", "unreadable-file", Comma)),
    (PLACES, kind("text after the places", "unreadable-file", Append("]"))),
    (GUIDE, kind("typo in title", "unknown-field", Swap("\"title\":", "\"titel\":"))),
    (GUIDE, kind("phase of the guide", "unknown-phase", Swap("\"phase\": \"ongoing\"", "\"phase\": \"ongong\""))),
    (GUIDE, kind("rung of the guide", "unknown-word", Swap("\"rung\": \"", "\"rung\": \"x"))),
    (GUIDE, kind("source without s", "link-not-https", Swap("\"source\": \"https:", "\"source\": \"http:"))),
    (GUIDE, kind("guide without comma", "unreadable-file", Comma)),
    (GUIDE, kind("guide cut off", "unreadable-file", Cut)),
    (GUIDE, kind("question of a sheet", "unknown-question", Swap("\"does\": [\"", "\"does\": [\"x"))),
    (GUIDE, kind("need of a sheet", "unknown-need", Swap("      \"needs\": [\"", "      \"needs\": [\"x"))),
    (
        GUIDE,
        kind(
            "title without language",
            "wrong-type",
            Edit(|line| {
                line.starts_with("      \"title\": {\"nl\"").then(|| "      \"title\": \"U zorgt\",".to_owned())
            }),
        ),
    ),
];
