//! `check`: every problem in one run.

use crate::{CannotRun, End, Format, files, render::Context};
use mantelwijzer::{date::Date, says};

pub fn run(context: &Context, today: Date, format: Format) -> Result<End, CannotRun> {
    let loaded = files::load(&context.root, today)?;
    let end = context.print(&loaded.found, &loaded.texts, format);
    if format == Format::Human {
        let offers = loaded.catalogue.map_or(0, |catalogue| catalogue.offers().count());
        let partners = loaded.raw.partners.len();
        let read = says!(
            "{offers} aanbiedingen van {partners} partners gelezen\n",
            "read {offers} offers of {partners} partners\n"
        );
        files::print(context.say(&read));
    }
    Ok(end)
}
