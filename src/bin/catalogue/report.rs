//! `report`: what is missing, what overlaps, what to look at again.

use crate::{CannotRun, End, files, render::Context};
use clap::Args;
use mantelwijzer::{
    catalogue::overlay,
    date::Date,
    report::{Beside, beside, page::page, report},
    says,
    sentence::Clauses,
};
use std::path::PathBuf;

/// What `report` can be told.
#[derive(Args)]
pub struct Arguments {
    /// The region or municipality it is about
    #[arg(long, value_name = "REGION")]
    pub place: Option<String>,
    /// The folder to write into
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
}

pub fn run(context: &Context, arguments: &Arguments, today: Date) -> Result<End, CannotRun> {
    let (catalogue, end, raw) = context.usable(today)?;
    let place = match arguments.place.as_deref().map(|id| overlay::find_place(&catalogue, id)).transpose() {
        Ok(place) => place,
        Err(words) => {
            files::tell(words.in_tongue(context.tongue));
            return Ok(End::ErrorsFound);
        }
    };
    let made = report(&catalogue, &raw, today, place);
    let clauses = raw.questionnaire.as_ref().zip(raw.regions.as_ref());
    let clauses = clauses.map(|((_, questions), (_, places))| Clauses::new(questions, places));
    let clause =
        |question: &str, option: &str| clauses.as_ref().map_or_else(String::new, |said| said.option(question, option));
    files::write(&arguments.out.join("report.html"), page(&catalogue, &made, &clause))?;
    let others = beside(&catalogue, &made);
    for Beside { path, text } in &others {
        files::write(&arguments.out.join(path), text)?;
    }
    let letters = others.iter().filter(|one| one.path.starts_with("mails/")).count();
    let out = arguments.out.display();
    let written = says!(
        "geschreven in {out}: report.html, review.csv, zelf-nakijken.txt en {letters} brieven in mails/\n",
        "written to {out}, in Dutch: report.html, review.csv, zelf-nakijken.txt and {letters} letters in mails/\n"
    );
    files::print(written.in_tongue(context.tongue));
    Ok(end)
}
