//! `report`: what is missing, what overlaps, what to look at again.

use crate::{CannotRun, End, files, render::Context};
use clap::Args;
use mantelwijzer::{
    catalogue::{Catalogue, diagnostic::Words},
    date::Date,
    id::nearest,
    language::Language,
    region::RegionIndex,
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
    let place = match &arguments.place {
        Some(id) => Some(find(&catalogue, id).map_err(|words| CannotRun(words.in_tongue(context.tongue).to_owned()))?),
        None => None,
    };
    let made = report(&catalogue, &raw, today, place);
    let clauses = raw.questionnaire.as_ref().zip(raw.regions.as_ref());
    let clauses = clauses.map(|((_, questions), (_, places))| Clauses::new(questions, places));
    let clause =
        |question: &str, option: &str| clauses.as_ref().map_or_else(String::new, |said| said.option(question, option));
    files::write(&arguments.out.join("report.html"), &page(&catalogue, &made, &clause))?;
    let others = beside(&catalogue, &made);
    for Beside { path, text } in &others {
        files::write(&arguments.out.join(path), text)?;
    }
    let letters = others.len().saturating_sub(1);
    let out = arguments.out.display();
    let written = says!(
        "geschreven in {out}: report.html, review.csv en {letters} brieven in mails/\n",
        "written to {out}: report.html, review.csv and {letters} letters in mails/\n"
    );
    files::print(written.in_tongue(context.tongue));
    Ok(end)
}

/// The region with this id. A name, or an id with a slip in it, is answered with the id that is probably meant.
fn find(catalogue: &Catalogue, id: &str) -> Result<RegionIndex, Words> {
    let regions = catalogue.regions();
    if let Some(found) = regions.find(id) {
        return Ok(found);
    }
    let named = regions.search(id, Language::Nl, 1).first().map(|index| regions.get(*index).id.to_string());
    let meant = named.or_else(|| nearest(id, regions.ids()).map(str::to_owned));
    Err(match meant {
        Some(meant) => says!(
            "de plaats `{id}` bestaat niet; bedoelt u `{meant}`?",
            "the place `{id}` doesn't exist; did you mean `{meant}`?"
        ),
        None => says!(
            "de plaats `{id}` bestaat niet; kies een id uit regions.json, zoals `be-nis-44021`",
            "the place `{id}` doesn't exist; choose an id from regions.json, such as `be-nis-44021`"
        ),
    })
}
