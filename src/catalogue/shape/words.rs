//! What doesn't fit, in words: what stands there, what belongs there, and how to write it.

use super::{Known, Shape, Shapes};
use crate::{
    catalogue::{diagnostic::Words, tree::Json},
    id::nearest,
    says,
};

/// A message, and what to do.
type Told = (Words, Words);

/// The partner's own words in a message, cut off when they are very long.
pub(super) fn shown(words: &str) -> String {
    words.chars().take(80).collect()
}

pub(super) fn unknown_word(word: &str, known: &[String]) -> Told {
    let shown = shown(word);
    (says!("`{shown}` kan hier niet staan", "`{shown}` can't stand here"), choose(word, known))
}

pub(super) fn unknown_rule(word: &str, known: &[String]) -> Told {
    let shown = shown(word);
    (says!("de regel `{shown}` bestaat niet", "the rule `{shown}` doesn't exist"), choose(word, known))
}

/// The nearest word, or all of them.
fn choose(word: &str, known: &[String]) -> Words {
    let list = known.join("`, `");
    match nearest(word, known.iter().map(String::as_str)) {
        Some(near) => says!("bedoelt u `{near}`?", "did you mean `{near}`?"),
        None => says!("kies uit: `{list}`", "choose from: `{list}`"),
    }
}

pub(super) fn unknown_field(key: &str, near: Option<&str>, known: &[Known], shapes: &Shapes) -> Told {
    let shown = shown(key);
    let message = says!("het veld `{shown}` kennen we niet", "we don't know the field `{shown}`");
    // A field that belongs one block deeper, such as `phone` outside `contact`.
    let around = known.iter().find(|one| match shapes.itself(&one.shape) {
        Shape::Block(fields) => fields.iter().any(|field| field.name == key),
        Shape::Any | Shape::Text | Shape::Bool | Shape::Whole { .. } | Shape::Word(_) | Shape::WordOr(..) => false,
        Shape::List(_) | Shape::Map(_) | Shape::OneOf(_) | Shape::Maybe(_) | Shape::Named(_) => false,
    });
    let names: Vec<&str> = known.iter().map(|one| one.name.as_str()).filter(|name| *name != "$schema").collect();
    let list = names.join("`, `");
    let help = match (around.map(|one| &one.name), near) {
        (Some(around), _) => says!("zet het binnen `{around}`", "put it inside `{around}`"),
        (None, Some(near)) => says!("bedoelt u `{near}`?", "did you mean `{near}`?"),
        (None, None) => says!("haal het weg, of kies uit: `{list}`", "take it out, or choose from: `{list}`"),
    };
    (message, help)
}

pub(super) fn missing_field(field: &Known, shapes: &Shapes) -> Told {
    let name = &field.name;
    let message = says!("het veld `{name}` ontbreekt", "the field `{name}` is missing");
    let example = example(&field.shape, shapes);
    let list = match shapes.itself(&field.shape) {
        Shape::Word(words) => words.join("`, `"),
        Shape::Any | Shape::Text | Shape::Bool | Shape::Whole { .. } | Shape::WordOr(..) | Shape::List(_) => {
            String::new()
        }
        Shape::Map(_) | Shape::Block(_) | Shape::OneOf(_) | Shape::Maybe(_) | Shape::Named(_) => String::new(),
    };
    let help = match list.as_str() {
        "" => says!("voeg `\"{name}\": {example}` toe", "add `\"{name}\": {example}`"),
        _ => says!(
            "voeg `\"{name}\": {example}` toe, met een van: `{list}`",
            "add `\"{name}\": {example}`, with one of: `{list}`"
        ),
    };
    (message, help)
}

/// How to write something of this shape.
fn example(shape: &Shape, shapes: &Shapes) -> &'static str {
    match shapes.itself(shape) {
        Shape::Text | Shape::Word(_) => "\"…\"",
        Shape::Bool => "true",
        Shape::Whole { .. } => "1",
        Shape::List(_) | Shape::WordOr(..) => "[]",
        Shape::OneOf(_) => "{\"all\": []}",
        Shape::Block(fields) if is_text_in_languages(fields) => "{\"nl\": \"…\"}",
        Shape::Block(_) | Shape::Map(_) => "{ … }",
        Shape::Any | Shape::Maybe(_) | Shape::Named(_) => "…",
    }
}

fn is_text_in_languages(fields: &[Known]) -> bool {
    fields.iter().any(|field| field.name == "nl")
}

pub(super) fn wrong_type(found: &Json, wanted: &Shape, shapes: &Shapes) -> Told {
    let (nl, en) = stands(found);
    let (wanted_nl, wanted_en) = wants(wanted);
    let message = Words {
        nl: format!("hier staat {nl}; hier hoort {wanted_nl}"),
        en: format!("this is {en}; what belongs here is {wanted_en}"),
    };
    (message, mend(found, wanted, shapes))
}

fn stands(found: &Json) -> (&'static str, &'static str) {
    match found {
        Json::Null => ("`null`", "`null`"),
        Json::Bool(_) => ("`true` of `false`", "`true` or `false`"),
        Json::Number(_) => ("een getal", "a number"),
        Json::Text(_) => ("een tekst", "a text"),
        Json::List(_) => ("een lijst tussen `[` en `]`", "a list between `[` and `]`"),
        Json::Block(_) | Json::TooDeep => ("een blok tussen `{` en `}`", "a block between `{` and `}`"),
    }
}

fn wants(wanted: &Shape) -> (&'static str, &'static str) {
    match wanted {
        Shape::Bool => ("`true` of `false`", "`true` or `false`"),
        Shape::Whole { .. } => ("een geheel getal van 0 of meer", "a whole number of 0 or more"),
        Shape::Text => ("een tekst tussen aanhalingstekens", "a text between quotation marks"),
        Shape::Word(_) => ("een woord uit de vaste lijst", "a word from the fixed list"),
        Shape::WordOr(..) => {
            ("een vast woord, of een lijst tussen `[` en `]`", "a fixed word, or a list between `[` and `]`")
        }
        Shape::List(_) => ("een lijst tussen `[` en `]`", "a list between `[` and `]`"),
        Shape::OneOf(_) => ("een regel tussen `{` en `}`", "a rule between `{` and `}`"),
        Shape::Block(_) | Shape::Map(_) => ("een blok tussen `{` en `}`", "a block between `{` and `}`"),
        Shape::Any | Shape::Maybe(_) | Shape::Named(_) => ("iets anders", "something else"),
    }
}

/// How to write what was probably meant.
fn mend(found: &Json, wanted: &Shape, shapes: &Shapes) -> Words {
    match (found, wanted) {
        (Json::Number(written), Shape::Text) => {
            let written = shown(written);
            says!("zet het tussen aanhalingstekens: `\"{written}\"`", "put it between quotation marks: `\"{written}\"`")
        }
        (Json::Text(written), Shape::Whole { .. }) if written.bytes().all(|byte| byte.is_ascii_digit()) => {
            let written = shown(written);
            says!("haal de aanhalingstekens weg: `{written}`", "take away the quotation marks: `{written}`")
        }
        (Json::Text(written), Shape::Bool) if *written == "true" || *written == "false" => {
            says!("haal de aanhalingstekens weg: `{written}`", "take away the quotation marks: `{written}`")
        }
        (Json::Text(_), Shape::Block(fields)) if is_text_in_languages(fields) => {
            says!("schrijf de taal erbij: `{{\"nl\": \"…\"}}`", "say in which language: `{{\"nl\": \"…\"}}`")
        }
        (Json::Block(_), Shape::Text) => says!("schrijf alleen de tekst: `\"…\"`", "write the text alone: `\"…\"`"),
        (Json::Null, Shape::List(_)) => says!("schrijf een lege lijst: `[]`", "write an empty list: `[]`"),
        (_, Shape::Word(words)) => {
            let list = words.join("`, `");
            says!("kies uit: `{list}`", "choose from: `{list}`")
        }
        (Json::List(_), Shape::OneOf(_)) => says!(
            "zet de lijst in een regel: `{{\"all\": [ … ]}}` of `{{\"any\": [ … ]}}`",
            "put the list in a rule: `{{\"all\": [ … ]}}` or `{{\"any\": [ … ]}}`"
        ),
        (_, Shape::List(_)) => says!("zet er `[` en `]` omheen", "put `[` and `]` around it"),
        _ => {
            let example = example(wanted, shapes);
            says!("schrijf het zoals `{example}`", "write it like `{example}`")
        }
    }
}

pub(super) fn wrong_number(written: &str, field: &str) -> Told {
    let shown = shown(written);
    let message = says!("het getal {shown} kan hier niet staan", "the number {shown} can't stand here");
    let help = match field {
        "strength" => says!(
            "kies 1 (helpt een beetje), 2 (helpt echt) of 3 (hiervoor gemaakt)",
            "choose 1 (helps a bit), 2 (really helps) or 3 (made for this)"
        ),
        "days" => says!("1 is maandag, 7 is zondag", "1 is Monday, 7 is Sunday"),
        "weight" => says!("schrijf 0, 1 of 2", "write 0, 1 or 2"),
        "review_months" => says!("schrijf een geheel getal van 1 tot 60", "write a whole number from 1 to 60"),
        _ => says!(
            "schrijf een geheel getal van 0 of meer, zonder punt of komma",
            "write a whole number of 0 or more, without a point or comma"
        ),
    };
    (message, help)
}

pub(super) fn empty_rule() -> Told {
    let message = says!("deze regel is leeg", "this rule is empty");
    let help = says!(
        "is het voor iedereen in het gebied, schrijf dan `{{\"all\": []}}`",
        "if it is for everyone in the area, write `{{\"all\": []}}`"
    );
    (message, help)
}

pub(super) fn second_rule(first: &str, second: &str) -> Told {
    let (first, second) = (shown(first), shown(second));
    let message =
        says!("in één regel staat zowel `{first}` als `{second}`", "one rule has both `{first}` and `{second}`");
    let help = says!(
        "geef elke regel haar eigen `{{` en `}}`, en zet ze samen in de lijst van een `all` of `any`",
        "give each rule its own `{{` and `}}`, and put them together in the list of an `all` or `any`"
    );
    (message, help)
}

pub(super) fn too_deep() -> Told {
    let message = says!("hier zit te veel in elkaar", "there is too much inside each other here");
    let help = says!(
        "maak het eenvoudiger: een regel heeft zelden meer dan drie lagen",
        "make it simpler: a rule seldom has more than three layers"
    );
    (message, help)
}
