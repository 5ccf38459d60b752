//! What serde says of a value that doesn't fit, in words for a partner.
//!
//! Files of the catalogue are held against their form first ([`crate::catalogue::shape`]) and seldom come here.

use crate::{
    catalogue::diagnostic::{Diagnostic, Spot, Words},
    id::nearest,
    says,
};

/// Serde's message, at the place it was about.
pub(super) fn misfit(problem: &serde_json::Error, spot: &Spot) -> Diagnostic {
    let told = problem.to_string();
    let told = told.split(" at line ").next().unwrap_or_default();
    let quoted: Vec<String> = told.split('`').skip(1).step_by(2).map(|word| word.chars().take(80).collect()).collect();
    let first = quoted.first().map_or("", String::as_str);
    let known: Vec<&str> = quoted.iter().skip(1).map(String::as_str).collect();
    let choose = || {
        let list = known.join("`, `");
        match nearest(first, known.iter().copied()) {
            Some(near) => says!("bedoelt u `{near}`?", "did you mean `{near}`?"),
            None => says!("kies uit: `{list}`", "choose from: `{list}`"),
        }
    };
    if told.starts_with("unknown field") {
        let message = says!("het veld `{first}` kennen we niet", "we don't know the field `{first}`");
        spot.error("unknown-field", message, choose())
    } else if told.starts_with("unknown variant") {
        let message = says!("`{first}` kan hier niet staan", "`{first}` can't stand here");
        spot.error("unknown-word", message, choose())
    } else if told.starts_with("missing field") {
        let message = says!("het veld `{first}` ontbreekt", "the field `{first}` is missing");
        spot.error("missing-field", message, says!("voeg `\"{first}\": …` toe", "add `\"{first}\": …`"))
    } else if told.starts_with("duplicate field") {
        let message = says!("het veld `{first}` staat er twee keer", "the field `{first}` is there twice");
        spot.error("repeated-field", message, says!("haal een van de twee weg", "take out one of the two"))
    } else {
        let help = says!(
            "vergelijk met een ander bestand, of laat uw tekstprogramma het schema gebruiken",
            "compare with another file, or let your text editor use the schema"
        );
        spot.error("wrong-type", wrong_type(told), help)
    }
}

/// `invalid type: string "drie", expected u8` in plain words.
fn wrong_type(told: &str) -> Words {
    let (written, wanted) = told.rsplit_once(", expected ").unwrap_or((told, ""));
    let written = written.split_once(": ").map_or("", |(_, written)| written);
    let (written, written_en) = match written.split(' ').next().unwrap_or_default() {
        "string" => ("een tekst", "a text"),
        "integer" | "floating" | "number" => ("een getal", "a number"),
        "boolean" => ("`true` of `false`", "`true` or `false`"),
        "null" => ("`null`", "`null`"),
        "sequence" => ("een lijst tussen `[` en `]`", "a list between `[` and `]`"),
        "map" => ("een blok tussen `{` en `}`", "a block between `{` and `}`"),
        _ => ("iets anders", "something else"),
    };
    let list = ("een lijst tussen `[` en `]`", "a list between `[` and `]`");
    let block = ("een blok tussen `{` en `}`", "a block between `{` and `}`");
    let text = ("een tekst tussen aanhalingstekens", "a text between quotation marks");
    let (wanted, wanted_en) = match wanted.split(' ').next().unwrap_or_default() {
        "u8" | "u32" => ("een geheel getal van 0 of meer", "a whole number of 0 or more"),
        "struct" | "map" | "an" => block,
        "a" if wanted.ends_with("string") => text,
        "a" if wanted.ends_with("sequence") => list,
        "a" if wanted.ends_with("map") => block,
        "a" if wanted.ends_with("boolean") => ("`true` of `false`", "`true` or `false`"),
        "string" => text,
        _ => {
            return Words {
                nl: format!("hier staat {written}; dat past hier niet"),
                en: format!("this is {written_en}; that doesn't fit here"),
            };
        }
    };
    Words {
        nl: format!("hier staat {written}; hier hoort {wanted}"),
        en: format!("this is {written_en}; what belongs here is {wanted_en}"),
    }
}
