//! `pages`: writes the whole catalogue as pages that need no script.

use crate::{
    CannotRun, End, files,
    render::{self, Context},
};
use mantelwijzer::{
    date::Date,
    language::Language,
    pages::{
        pages,
        texts::{PageTexts, SPOKEN},
    },
    says,
    wording::{self, Wording},
};
use std::{collections::BTreeMap, path::Path};

pub fn run(context: &Context, out: &Path, today: Date) -> Result<End, CannotRun> {
    let (catalogue, end, _) = context.usable(today)?;
    if matches!(end, End::ErrorsFound) {
        files::tell(context.say(&render::nothing_written()));
        return Ok(end);
    }
    for (language, folder, texts) in SPOKEN {
        let (wording, texts) = sentences(language, texts)?;
        for page in pages(&catalogue, &wording, &texts, today) {
            files::write(&out.join(folder).join(page.path), &page.text)?;
        }
    }
    Ok(end)
}

/// The sentences of the pages in Dutch.
pub fn dutch() -> Result<(Wording, PageTexts), CannotRun> {
    let [(language, _, texts), ..] = SPOKEN;
    sentences(language, texts)
}

fn sentences(language: Language, texts: &str) -> Result<(Wording, PageTexts), CannotRun> {
    let unreadable = |error: serde_json::Error| {
        CannotRun(says!("de zinnen in {}: {error}", "the sentences in {}: {error}", language.tag()))
    };
    let words = wording::files::words(language).map_err(unreadable)?;
    let texts: BTreeMap<String, String> = serde_json::from_str(texts).map_err(unreadable)?;
    let (wording, mut missing) = Wording::new(language, |name| words.get(name).cloned());
    let (texts, lacking) = PageTexts::new(language, |name| texts.get(name).cloned());
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
