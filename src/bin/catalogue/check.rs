//! `check`: every problem in one run.

use crate::{CannotRun, End, Format, files, render::Context};
use mantelwijzer::date::Date;

pub fn run(context: &Context, today: Date, format: Format) -> Result<End, CannotRun> {
    let loaded = files::load(&context.root, today)?;
    let end = context.print(&loaded.found, &loaded.texts, format);
    if format == Format::Human {
        let offers = loaded.catalogue.map_or(0, |catalogue| catalogue.offers().count());
        files::print(&format!("{offers} aanbiedingen van {} partners gelezen\n", loaded.raw.partners.len()));
    }
    Ok(end)
}
