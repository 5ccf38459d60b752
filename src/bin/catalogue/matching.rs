//! `match`: what fits a caregiver's answers, and why.

use crate::{CannotRun, End, Format, files, render::Context};
use mantelwijzer::{
    answers::{Answer, Answers, file},
    catalogue::{
        Catalogue, OfferIndex,
        diagnostic::Spot,
        parse::{Source, newer_format, read},
        raw::RawAnswersFile,
    },
    date::Date,
    eligibility::Verdict,
    interview::next_step,
    language::Language,
    matching::{Match, Ranking, match_offers},
    questionnaire::QuestionIndex,
};
use serde::Serialize;
use serde_json::{Value, json};
use std::{collections::BTreeMap, fmt::Write, path::Path};

#[derive(Serialize)]
struct Told<'a> {
    matches: Vec<Value>,
    undecided: Vec<Value>,
    excluded: Vec<Value>,
    urgent: Vec<&'a str>,
    next_question: Option<&'a str>,
}

pub fn run(context: &Context, answers: &Path, today: Date, format: Format) -> Result<End, CannotRun> {
    let Some(Case { catalogue, answers, end }) = load(context, answers, today)? else { return Ok(End::ErrorsFound) };
    let ranking = match_offers(&catalogue, &answers);
    files::print(&match format {
        Format::Json => json(&catalogue, &answers, &ranking),
        Format::Human | Format::Plain | Format::Github => words(&catalogue, &ranking),
    });
    Ok(end)
}

/// A catalogue and a person, and how a run with them ends.
pub struct Case {
    pub catalogue: Catalogue,
    pub answers: Answers,
    pub end: End,
}

/// Reads the catalogue and an answers file; tells what is wrong with them, and gives nothing when an answer is wrong.
pub fn load(context: &Context, path: &Path, today: Date) -> Result<Option<Case>, CannotRun> {
    let (catalogue, end, _) = context.usable(today)?;
    let name = path.display().to_string();
    let mut texts = BTreeMap::new();
    let read = files::read(path, &name)?.and_then(|text| {
        let text = texts.entry(name.clone()).or_insert(text);
        let given: RawAnswersFile = read(Source { file: &name, text })?;
        let spot = Spot::file(&name);
        match newer_format(&spot, given.format) {
            Some(problem) => Err(problem),
            None => Ok(file::read(&catalogue, &given.answers, &spot.at("answers"))),
        }
    });
    let (answers, found) = read.unwrap_or_else(|problem| (Answers::default(), vec![problem]));
    context.complain(&found, &texts);
    Ok(found.is_empty().then_some(Case { catalogue, answers, end }))
}

fn json(catalogue: &Catalogue, answers: &Answers, ranking: &Ranking) -> String {
    let id = |offer: OfferIndex| catalogue.offer(offer).id.as_str();
    let next = next_step(catalogue, answers);
    let told = Told {
        matches: ranking.matches.iter().map(|found| fitting(catalogue, answers, found)).collect(),
        undecided: ranking.undecided.iter().map(|found| possible(catalogue, found)).collect(),
        excluded: ranking.excluded.iter().map(|offer| excluded(catalogue, answers, *offer)).collect(),
        urgent: ranking.urgent.iter().map(|offer| id(*offer)).collect(),
        next_question: next.and_then(|step| step.first().map(|question| question_id(catalogue, *question))),
    };
    serde_json::to_string_pretty(&told).unwrap_or_default() + "\n"
}

fn fitting(catalogue: &Catalogue, answers: &Answers, found: &Match) -> Value {
    let offer = catalogue.offer(found.offer);
    let reasons = offer.fits.reasons(answers).into_iter();
    let reasons: Vec<Value> = reasons
        .map(|question| json!({"question": question_id(catalogue, question), "answer": answer(catalogue, answers, question)}))
        .collect();
    let conditions: Vec<&str> = offer.conditions.iter().map(|text| text.words(Language::Nl)).collect();
    json!({
        "offer": offer.id.as_str(), "verdict": verdict(found.verdict), "needs": needs(catalogue, found),
        "reasons": reasons, "conditions": conditions,
    })
}

fn possible(catalogue: &Catalogue, found: &Match) -> Value {
    json!({
        "offer": catalogue.offer(found.offer).id.as_str(), "verdict": verdict(found.verdict),
        "needs": needs(catalogue, found), "depends_on": ids(catalogue, found.depends_on.iter()),
    })
}

fn excluded(catalogue: &Catalogue, answers: &Answers, index: OfferIndex) -> Value {
    let offer = catalogue.offer(index);
    let because = ids(catalogue, offer.fits.reasons(answers));
    json!({"offer": offer.id.as_str(), "verdict": verdict(Verdict::NotMet), "because": because})
}

fn needs<'a>(catalogue: &'a Catalogue, found: &Match) -> Vec<&'a str> {
    let options = &catalogue.questionnaire().get(catalogue.landmarks().needs).options;
    found.needs.best_first().into_iter().filter_map(|need| options.get(need)).map(|option| option.id.as_str()).collect()
}

fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Met => "met",
        Verdict::Unknown => "unknown",
        Verdict::NotMet => "not-met",
    }
}

/// The ids of questions.
pub fn ids(catalogue: &Catalogue, questions: impl IntoIterator<Item = QuestionIndex>) -> Vec<&str> {
    questions.into_iter().map(|question| question_id(catalogue, question)).collect()
}

fn question_id(catalogue: &Catalogue, question: QuestionIndex) -> &str {
    catalogue.questionnaire().get(question).id.as_str()
}

/// An answer as an answers file writes it.
fn answer(catalogue: &Catalogue, answers: &Answers, question: QuestionIndex) -> Value {
    let options = &catalogue.questionnaire().get(question).options;
    match answers.get(question) {
        Some(Answer::Option(chosen)) => options.get(chosen).map_or(Value::Null, |option| json!(option.id.as_str())),
        Some(Answer::Options(chosen)) => {
            let chosen = options.iter().enumerate().filter(|(position, _)| chosen & (1 << position) != 0);
            chosen.map(|(_, option)| option.id.as_str()).collect()
        }
        Some(Answer::Place(region)) => json!(catalogue.regions().get(region).id.as_str()),
        Some(Answer::Declined) | None => Value::Null,
    }
}

fn words(catalogue: &Catalogue, ranking: &Ranking) -> String {
    let mut text = String::new();
    let name = |offer: OfferIndex| catalogue.offer(offer).name.words(Language::Nl);
    let mut list = |title: &str, offers: Vec<OfferIndex>| {
        let _ = writeln!(text, "{title}: {}", offers.len());
        for offer in offers {
            let _ = writeln!(text, "  {} ({})", name(offer), catalogue.offer(offer).id);
        }
    };
    list("Dringend", ranking.urgent.clone());
    list("Past", ranking.matches.iter().map(|found| found.offer).collect());
    list("Past misschien", ranking.undecided.iter().map(|found| found.offer).collect());
    list("Past niet", ranking.excluded.clone());
    text
}
