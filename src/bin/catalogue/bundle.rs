//! `bundle`: writes what the widget loads.

use crate::{
    CannotRun, End, files,
    render::{self, Context},
};
use mantelwijzer::{
    catalogue::pack::{pack, pack_places},
    date::Date,
    language::Language,
    says,
};
use serde_json::Value;
use std::{collections::BTreeMap, path::Path};

/// The languages the interface speaks, each with its words.
const LANGUAGES: [(Language, &str); 3] = [
    (Language::Nl, include_str!("../../wording/nl.json")),
    (Language::NlBe, include_str!("../../wording/nl.json")),
    (Language::NlNl, include_str!("../../wording/nl.json")),
];

pub fn run(context: &Context, out: &Path, _place: Option<&str>, today: Date) -> Result<End, CannotRun> {
    let (catalogue, end, raw) = context.usable(today)?;
    if matches!(end, End::ErrorsFound) {
        eprintln!("{}", context.say(&render::nothing_written()));
        return Ok(end);
    }
    for (language, words) in LANGUAGES {
        let words: BTreeMap<String, String> = serde_json::from_str(words).map_err(|error| {
            CannotRun(says!("de zinnen in {}: {error}", "the sentences in {}: {error}", language.tag()))
        })?;
        write(&out.join(format!("{}.json", language.tag())), &pack(&catalogue, language, &words, today))?;
    }
    let sources = raw.regions.map_or_else(Vec::new, |(_, regions)| regions.sources);
    write(&out.join("places.json"), &pack_places(&catalogue, &sources))?;
    Ok(end)
}

fn write(path: &Path, value: &Value) -> Result<(), CannotRun> {
    files::write(path, &value.to_string())
}
