//! `bundle`: writes what the widget loads.

use crate::{CannotRun, End, files, render::Context};
use mantelwijzer::{
    catalogue::{
        bundle::{bundle, places},
        diagnostic::{Diagnostic, Severity},
    },
    date::Date,
    language::Language,
};
use serde::Serialize;
use std::path::Path;

/// The languages the interface speaks, each with its words.
const LANGUAGES: [(Language, &str); 3] = [
    (Language::Nl, include_str!("../../wording/nl.json")),
    (Language::NlBe, include_str!("../../wording/nl.json")),
    (Language::NlNl, include_str!("../../wording/nl.json")),
];

pub fn run(context: &Context, out: &Path, today: Date) -> Result<End, CannotRun> {
    let loaded = files::load(&context.root, today)?;
    let errors: Vec<Diagnostic> = loaded.found.into_iter().filter(|one| one.severity == Severity::Error).collect();
    context.complain(&errors, &loaded.texts);
    let unusable = || CannotRun(format!("{} is geen bruikbare catalogus", context.root.display()));
    let catalogue = loaded.catalogue.ok_or_else(unusable)?;
    for (language, words) in LANGUAGES {
        let words = serde_json::from_str(words)
            .map_err(|error| CannotRun(format!("de zinnen in {}: {error}", language.tag())))?;
        let bundle = bundle(&loaded.raw, &catalogue, language, words, today).ok_or_else(unusable)?;
        write(&out.join(format!("{}.json", language.tag())), &bundle)?;
    }
    write(&out.join("places.json"), &places(&loaded.raw).ok_or_else(unusable)?)?;
    Ok(context.end(&errors))
}

fn write(path: &Path, value: &impl Serialize) -> Result<(), CannotRun> {
    let text = serde_json::to_string(value).map_err(|error| CannotRun(format!("{}: {error}", path.display())))?;
    files::write(path, &text)
}
