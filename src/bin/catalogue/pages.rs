//! `pages`: writes the whole catalogue as pages that need no script.

use crate::{
    CannotRun, End, files,
    render::{self, Context},
};
use mantelwijzer::{
    date::Date,
    language::Language,
    pages::{pages, texts::PageTexts},
    says,
    wording::Wording,
};
use std::{collections::BTreeMap, path::Path};

/// The languages of the pages: the folder of each, the words of the widget, and those of the pages alone.
const LANGUAGES: [(Language, &str, &str, &str); 1] =
    [(Language::Nl, "", include_str!("../../wording/nl.json"), include_str!("../../pages/nl.json"))];

pub fn run(context: &Context, out: &Path, today: Date) -> Result<End, CannotRun> {
    let (catalogue, end, _) = context.usable(today)?;
    if matches!(end, End::ErrorsFound) {
        eprintln!("{}", context.say(&render::nothing_written()));
        return Ok(end);
    }
    for (language, folder, words, texts) in LANGUAGES {
        let (wording, texts) = sentences(language, words, texts)?;
        for page in pages(&catalogue, &wording, &texts, today) {
            files::write(&out.join(folder).join(page.path), &page.text)?;
        }
    }
    Ok(end)
}

/// The sentences of the pages in Dutch.
pub fn dutch() -> Result<(Wording, PageTexts), CannotRun> {
    let [(language, _, words, texts), ..] = LANGUAGES;
    sentences(language, words, texts)
}

fn sentences(language: Language, words: &str, texts: &str) -> Result<(Wording, PageTexts), CannotRun> {
    let (words, texts) = (read(language, words)?, read(language, texts)?);
    let (wording, mut missing) = Wording::new(language, |name| words.get(name).cloned());
    let (texts, lacking) = PageTexts::new(|name| texts.get(name).cloned());
    missing.extend(lacking);
    if !missing.is_empty() {
        return Err(CannotRun(says!(
            "de zinnen in {} missen: {}",
            "the sentences in {} lack: {}",
            language.tag(),
            missing.join(", ")
        )));
    }
    Ok((wording, texts))
}

fn read(language: Language, words: &str) -> Result<BTreeMap<String, String>, CannotRun> {
    serde_json::from_str(words)
        .map_err(|error| CannotRun(says!("de zinnen in {}: {error}", "the sentences in {}: {error}", language.tag())))
}
