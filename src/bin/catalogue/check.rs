//! `check`: every problem in one run.

use crate::{CannotRun, End, Format, files, render::Context};
use mantelwijzer::{date::Date, id::nearest, says};
use std::collections::BTreeMap;

pub fn run(context: &Context, partner: Option<&str>, today: Date, format: Format) -> Result<End, CannotRun> {
    let mut loaded = files::load(&context.root, today)?;
    if let Some(partner) = partner {
        let name = format!("/{partner}.json");
        // A file that isn't text has findings and no text.
        let files = loaded.texts.keys().chain(loaded.found.iter().map(|one| &one.file));
        if !files.into_iter().any(|file| is_of(file, &name)) {
            return Err(no_partner(partner, &loaded.texts));
        }
        loaded.found.retain(|one| is_of(&one.file, &name));
    }
    let end = context.print(&loaded.found, &loaded.texts, format);
    if format == Format::Human {
        let offers = loaded.catalogue.as_ref().map_or(0, |catalogue| catalogue.offers().count());
        let partners = loaded.raw.partners.len();
        let read = says!(
            "{offers} aanbiedingen van {partners} partners gelezen\n",
            "read {offers} offers of {partners} partners\n"
        );
        files::print(context.say(&read));
    }
    // The program ends here: giving back a large catalogue piece by piece would only keep a partner waiting.
    std::mem::forget(loaded);
    Ok(end)
}

/// Whether it is the file of a partner, the national one or a municipality's own.
fn is_of(file: &str, name: &str) -> bool {
    file.contains("partners/") && file.ends_with(name)
}

fn no_partner(partner: &str, texts: &BTreeMap<String, String>) -> CannotRun {
    let ids = texts.keys().filter_map(|file| file.rsplit_once("partners/")?.1.strip_suffix(".json"));
    CannotRun(match nearest(partner, ids) {
        Some(near) => says!(
            "er is geen bestand van `{partner}`; bedoelt u `{near}`?",
            "there is no file of `{partner}`; do you mean `{near}`?"
        ),
        None => says!(
            "er is geen bestand van `{partner}`; kijk in de map `partners`",
            "there is no file of `{partner}`; look in the folder `partners`"
        ),
    })
}
