//! A partner's file in the making.

use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Spot},
        parse::{Source, read},
        raw::{FORMAT, RawExample, RawOffer, RawPartner, RawPartnerFile, RawText},
    },
    id::is_id,
    spelling,
};
use serde_json::value::{RawValue, to_raw_value};
use std::collections::BTreeSet;

/// A partner and its offers, read but not yet checked.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The partner.
    pub partner: RawPartner,
    /// Its offers.
    pub offers: Vec<RawOffer>,
    /// People for whom these offers must come out, or must not.
    pub examples: Vec<RawExample>,
}

impl Draft {
    /// Reads a partner's own file; an offer that can't be read is told of and left out.
    pub fn of_file(file: &str, text: &str) -> (Option<Self>, Vec<Diagnostic>) {
        let raw: RawPartnerFile = match read(Source { file, text }) {
            Ok(raw) => raw,
            Err(problem) => return (None, vec![problem]),
        };
        let mut found = Vec::new();
        let offers = parts(file, "offers", &raw.offers, &mut found);
        let examples = parts(file, "examples", &raw.examples, &mut found);
        (Some(Self { partner: raw.partner, offers, examples }), found)
    }

    /// The text of a partner's file.
    pub fn to_text(&self) -> String {
        fn raw<T: serde::Serialize>(parts: &[T]) -> Vec<Box<RawValue>> {
            parts.iter().filter_map(|part| to_raw_value(part).ok()).collect()
        }
        let file = RawPartnerFile {
            schema: Some("../catalogue.schema.json".to_owned()),
            format: FORMAT,
            partner: self.partner.clone(),
            offers: raw(&self.offers),
            examples: raw(&self.examples),
        };
        // By way of the file, so that its fields keep their order; raw values would stay on one line.
        indented(&serde_json::to_string(&file).unwrap_or_default())
    }
}

fn parts<T: serde::de::DeserializeOwned>(
    file: &str,
    list: &str,
    raw: &[Box<RawValue>],
    found: &mut Vec<Diagnostic>,
) -> Vec<T> {
    let mut parts = Vec::new();
    for (position, text) in raw.iter().enumerate() {
        match read(Source { file, text: text.get() }) {
            Ok(part) => parts.push(part),
            Err(problem) => {
                let spot = Spot::file(file).at(list).at(position);
                found.push(spot.diagnostic(problem.severity, problem.code, problem.message, problem.help));
            }
        }
    }
    parts
}

/// JSON on one line with line breaks and two spaces for each level; what is short stays on one line.
fn indented(json: &str) -> String {
    let mut made = String::with_capacity(json.len() * 2);
    let mut depth: usize = 0;
    let mut flat: usize = 0;
    let mut in_text = false;
    let mut escaped = false;
    for (at, letter) in json.char_indices() {
        let newline = |made: &mut String, depth: usize| {
            made.push('\n');
            made.push_str(&"  ".repeat(depth));
        };
        match letter {
            _ if in_text => {
                in_text = escaped || letter != '"';
                escaped = letter == '\\' && !escaped;
                made.push(letter);
            }
            '{' | '[' => {
                made.push(letter);
                if flat > 0 || json.get(at..).is_some_and(is_flat) {
                    flat += 1;
                } else {
                    depth += 1;
                    newline(&mut made, depth);
                }
            }
            '}' | ']' => {
                if flat > 0 {
                    flat -= 1;
                } else {
                    depth = depth.saturating_sub(1);
                    newline(&mut made, depth);
                }
                made.push(letter);
            }
            ',' if flat > 0 => made.push_str(", "),
            ',' => {
                made.push(letter);
                newline(&mut made, depth);
            }
            ':' => made.push_str(": "),
            '"' => {
                in_text = true;
                made.push(letter);
            }
            letter => made.push(letter),
        }
    }
    made.push('\n');
    made
}

/// Whether what the first bracket opens goes on one line: it is short, or it is one text however long.
fn is_flat(json: &str) -> bool {
    const WIDTH: usize = 100;
    let (mut depth, mut in_text, mut escaped, mut parts) = (0_usize, false, false, 0);
    for (at, letter) in json.char_indices() {
        match letter {
            _ if in_text => {
                in_text = escaped || letter != '"';
                escaped = letter == '\\' && !escaped;
            }
            '"' => in_text = true,
            '{' | '[' => (depth, parts) = (depth + 1, parts + 1),
            '}' | ']' => depth = depth.saturating_sub(1),
            ',' => parts += 1,
            _ => {}
        }
        if depth == 0 {
            return true;
        }
        if at >= WIDTH && parts > 1 {
            return false;
        }
    }
    false
}

/// A text in Dutch.
pub(super) fn dutch(text: &str) -> RawText {
    RawText { nl: Some(text.to_owned()), ..RawText::default() }
}

/// An id made of a name, such as `steunpunt-mantelzorg`, that isn't taken yet.
pub(super) fn made_id(name: &str, taken: &BTreeSet<String>) -> String {
    let mut id = String::new();
    for word in
        spelling::plain(name).split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty())
    {
        if !id.is_empty() && id.len() + word.len() >= 48 {
            break;
        }
        id.push_str(if id.is_empty() { "" } else { "-" });
        id.push_str(word.get(..word.len().min(48)).unwrap_or(word));
    }
    if id.is_empty() {
        id.push_str("zonder-naam");
    }
    let numbered = (2..).map(|number: usize| format!("{id}-{number}"));
    std::iter::once(id.clone()).chain(numbered).find(|id| is_id(id) && !taken.contains(id)).unwrap_or(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_made_of_a_name_and_never_twice() {
        let taken = BTreeSet::from(["cafe-o-leuven".to_owned()]);
        assert_eq!(made_id("Café 'Ó' Leuven!", &taken), "cafe-o-leuven-2");
        assert_eq!(made_id("Café 'Ó' Gent", &taken), "cafe-o-gent");
        assert_eq!(made_id("日本", &taken), "zonder-naam");
        assert!(is_id(&made_id(&"langewoorden ".repeat(20), &taken)));
        assert!(is_id(&made_id(&"x".repeat(200), &taken)));
    }

    #[test]
    fn json_is_laid_out_for_people() {
        let long = format!(r#"{{"a":[1,2,{{"b":"x, \" {{"}}],"c":{{"nl":"{}"}}}}"#, "y, ".repeat(60));
        let shown = indented(&long);
        assert!(shown.starts_with("{\n  \"a\": [1, 2, {\"b\": \"x, \\\" {\"}],\n  \"c\": {\"nl\": \"y, y"), "{shown}");
        let same = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
        assert_eq!(same(&shown), same(&long));
    }
}
