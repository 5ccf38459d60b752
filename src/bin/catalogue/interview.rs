//! `interview`: plays the whole interview, answering from a file.

use crate::{CannotRun, End, Format, files, matching, render::Context};
use mantelwijzer::{
    catalogue::OfferIndex,
    date::Date,
    interview::play,
    matching::{Match, match_offers},
};
use serde_json::json;
use std::path::Path;

pub fn run(context: &Context, answers: &Path, today: Date, format: Format) -> Result<End, CannotRun> {
    let Some(matching::Case { catalogue, answers: given, end }) = matching::load(context, answers, today)? else {
        return Ok(End::ErrorsFound);
    };
    let (steps, answers) = play(&catalogue, &given);
    let ranking = match_offers(&catalogue, &answers);
    let id = |offer: OfferIndex| catalogue.offer(offer).id.as_str();
    let offers = |found: &[Match]| found.iter().map(|one| id(one.offer)).collect::<Vec<_>>();
    let asked = matching::ids(&catalogue, steps.concat());
    let question_count = catalogue.questionnaire().screens();
    files::print(&match format {
        Format::Json => {
            let told = json!({
                "asked": asked, "asked_count": steps.len(), "question_count": question_count,
                "matches": offers(&ranking.matches), "undecided": offers(&ranking.undecided),
                "urgent": ranking.urgent.iter().map(|offer| id(*offer)).collect::<Vec<_>>(),
            });
            serde_json::to_string_pretty(&told).unwrap_or_default() + "\n"
        }
        Format::Human | Format::Plain | Format::Github => format!(
            "{} van {question_count} schermen gevraagd: {}\npast: {}\npast misschien: {}\n",
            steps.len(),
            asked.join(", "),
            offers(&ranking.matches).join(", "),
            offers(&ranking.undecided).join(", "),
        ),
    });
    Ok(end)
}
