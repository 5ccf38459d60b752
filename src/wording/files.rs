//! The words of the interface as files hold them, for the tools that publish them. The widget reads a bundle.

use super::YOUNG;
use crate::language::Language;
use std::collections::BTreeMap;

/// The languages a release is made in, each a bundle of its own.
pub const SPOKEN: [Language; 9] = [
    Language::Nl,
    Language::NlBe,
    Language::NlNl,
    Language::NlSimple,
    Language::Fr,
    Language::De,
    Language::En,
    Language::Tr,
    Language::Ar,
];

/// The words of one language by the names of the phrases. Kinds of Dutch have their own words on top of Dutch, and every Dutch
/// phrase is followed by the same for who is under 18, where that differs.
///
/// # Errors
/// A file that is no JSON, or holds something else than texts.
pub fn words(language: Language) -> Result<BTreeMap<String, String>, serde_json::Error> {
    let read = |text: &str| serde_json::from_str::<BTreeMap<String, String>>(text);
    let mut words = read(base(language))?;
    if !language.is_kin_of(Language::Nl) {
        return Ok(words);
    }
    words.extend(read(on_top(language))?);
    for (name, young) in read(include_str!("nl-x-young.json"))? {
        if let Some(words) = words.get_mut(&name) {
            words.push(YOUNG);
            words.push_str(&young);
        }
    }
    Ok(words)
}

fn base(language: Language) -> &'static str {
    match language {
        Language::Nl | Language::NlBe | Language::NlNl | Language::NlSimple | Language::NlYoung => {
            include_str!("nl.json")
        }
        Language::Fr => include_str!("fr.json"),
        Language::De => include_str!("de.json"),
        Language::En => include_str!("en.json"),
        Language::Tr => include_str!("tr.json"),
        Language::Ar => include_str!("ar.json"),
    }
}

fn on_top(language: Language) -> &'static str {
    match language {
        Language::NlBe => include_str!("nl-BE.json"),
        Language::NlNl => include_str!("nl-NL.json"),
        Language::NlSimple => include_str!("nl-simple.json"),
        _ => "{}",
    }
}
