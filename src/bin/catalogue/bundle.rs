//! `bundle`: writes what the widget loads, of the whole catalogue or of one place.

use crate::{
    CannotRun, End, files,
    render::{self, Context},
};
use mantelwijzer::{
    catalogue::{
        Catalogue,
        build::build,
        diagnostic::{Diagnostic, Severity, Words},
        overlay::{self, Overlay, apply, only_at},
        pack::{pack, pack_places},
        parse::RawCatalogue,
    },
    date::Date,
    language::Language,
    region::RegionIndex,
    says,
    wording::files::{SPOKEN, words},
};
use serde_json::Value;
use std::path::Path;

pub fn run(context: &Context, out: &Path, place: Option<&str>, today: Date) -> Result<End, CannotRun> {
    let (catalogue, end, raw) = match place {
        Some(place) => match local(context, place, today)? {
            Some(local) => local,
            None => return Ok(End::ErrorsFound),
        },
        None => context.usable(today)?,
    };
    if matches!(end, End::ErrorsFound) {
        files::tell(context.say(&render::nothing_written()));
        return Ok(end);
    }
    for language in SPOKEN {
        let words = words(language).map_err(|error| {
            CannotRun(says!("de zinnen in {}: {error}", "the sentences in {}: {error}", language.tag()))
        })?;
        write(&out.join(format!("{}.json", language.tag())), &pack(&catalogue, language, &words, today))?;
    }
    let sources = raw.regions.as_ref().map_or(&[][..], |(_, regions)| &regions.sources);
    write(&out.join("places.json"), &pack_places(&catalogue, sources))?;
    Ok(end)
}

fn write(path: &Path, value: &Value) -> Result<(), CannotRun> {
    files::write(path, value.to_string())
}

/// The catalogue of one place, with what it changes itself; none when there is no such place.
fn local(context: &Context, place: &str, today: Date) -> Result<Option<(Catalogue, End, RawCatalogue)>, CannotRun> {
    let loaded = files::load(&context.root, today)?;
    let Some(whole) = loaded.catalogue else {
        context.complain(&loaded.found, &loaded.texts);
        return Err(context.unusable());
    };
    let region = match overlay::find_place(&whole, place) {
        Ok(region) => region,
        Err(words) => {
            files::tell(words.in_tongue(context.tongue));
            return Ok(None);
        }
    };
    let overlay = loaded.raw.overlays.iter().find(|overlay| whole.regions().find(overlay.place()) == Some(region));
    let is_of_others =
        |file: &str| file.starts_with(overlay::FOLDER) && !overlay.is_some_and(|overlay| overlay.owns(file));
    let counts = |one: &&Diagnostic| (one.severity == Severity::Error || context.strict) && !is_of_others(&one.file);
    let errors: Vec<Diagnostic> = loaded.found.iter().filter(counts).cloned().collect();
    context.complain(&errors, &loaded.texts);
    let raw = overlay.map_or_else(|| loaded.raw.clone(), |overlay| apply(&loaded.raw, overlay));
    let changed = build(&raw, today).0.ok_or_else(|| context.unusable())?;
    let raw = only_at(&raw, &changed, region);
    let catalogue = build(&raw, today).0.ok_or_else(|| context.unusable())?;
    let end = context.end(&errors);
    if matches!(end, End::Clean) {
        let words = contents(&whole, &catalogue, region, overlay);
        files::print(&format!("{}\n", words.in_tongue(context.tongue)));
    }
    Ok(Some((catalogue, end, raw)))
}

/// What the catalogue of a place contains.
fn contents(whole: &Catalogue, here: &Catalogue, region: RegionIndex, overlay: Option<&Overlay>) -> Words {
    let place = whole.regions().get(region);
    let (name, id) = (place.name.words(Language::Nl), &place.id);
    let own = here.offers().filter(|(_, offer)| whole.find_offer(offer.id.as_str()).is_none()).count();
    let (kept, all) = (on_offer(here) - own, on_offer(whole));
    let hidden = overlay.map_or(0, |overlay| overlay.hides().count());
    let reworded = overlay.map_or(0, |overlay| overlay.rewords().count());
    says!(
        "{name} ({id}): {kept} van de {all} landelijke aanbiedingen; {hidden} verborgen, {reworded} teksten in eigen \
         woorden, {own} van de gemeente zelf",
        "{name} ({id}): {kept} of {all} national offers; {hidden} hidden, {reworded} texts in other words, {own} of the \
         municipality itself",
    )
}

/// How many offers somebody can get on the day of building: the others aren't published.
fn on_offer(catalogue: &Catalogue) -> usize {
    catalogue.offers().filter(|(_, offer)| !offer.fits.is_never()).count()
}
