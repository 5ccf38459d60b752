//! `scenarios`: a person's answers, and what must come out.

use crate::{CannotRun, End, Format, files, render::Context};
use mantelwijzer::{
    answers::file,
    catalogue::{
        Catalogue, OfferIndex,
        diagnostic::Spot,
        parse::{Source, read},
    },
    date::Date,
    interview::play,
    matching::{Match, match_offers},
};
use serde::Deserialize;
use serde_json::{Value, json};
use std::{
    collections::BTreeMap,
    fmt::Write,
    path::{Path, PathBuf},
};

/// A scenario file.
#[derive(Deserialize)]
struct Scenario {
    id: String,
    answers: BTreeMap<String, Value>,
    expect: Expected,
}

/// What must come out. A field that is left out demands nothing.
#[derive(Default, Deserialize, PartialEq)]
#[serde(deny_unknown_fields, default)]
struct Expected {
    /// These fit, or may fit.
    must_show: Vec<String>,
    /// These neither fit nor may fit.
    must_not_show: Vec<String>,
    /// These fit for certain.
    must_fit: Vec<String>,
    /// These stand on top of every screen.
    must_be_urgent: Vec<String>,
    /// Nothing but these stands on top of every screen.
    only_urgent: Option<Vec<String>>,
    /// Among the first so many that fit stand these.
    top: BTreeMap<String, Vec<String>>,
    /// These hang on exactly these questions.
    hangs_on: BTreeMap<String, Vec<String>>,
    /// The interview doesn't ask these questions.
    never_asked: Vec<String>,
}

pub fn run(context: &Context, path: &Path, today: Date, format: Format) -> Result<End, CannotRun> {
    let (catalogue, end, _) = context.usable(today)?;
    let paths: Vec<PathBuf> = if path.is_dir() { files::list(path, "json")? } else { vec![path.to_owned()] };
    if paths.is_empty() {
        return Err(CannotRun(format!("in {} staan geen scenario's", path.display())));
    }
    let mut told = Vec::new();
    let mut failed = 0;
    for path in paths {
        let name = path.display().to_string();
        let problems =
            match files::read(&path, &name)?.and_then(|text| read::<Scenario>(Source { file: &name, text: &text })) {
                Ok(scenario) => hold(&catalogue, &scenario, &name),
                Err(problem) => vec![problem.message.nl],
            };
        failed += usize::from(!problems.is_empty());
        told.push((name, problems));
    }
    files::print(&render(&told, failed, format));
    Ok(if failed == 0 { end } else { End::ErrorsFound })
}

fn render(told: &[(String, Vec<String>)], failed: usize, format: Format) -> String {
    if format == Format::Json {
        let told: Vec<Value> =
            told.iter().map(|(file, problems)| json!({"file": file, "problems": problems})).collect();
        return serde_json::to_string_pretty(&told).unwrap_or_default() + "\n";
    }
    let mut text = String::new();
    for (name, problems) in told {
        let _ = writeln!(text, "{} {name}", if problems.is_empty() { "goed" } else { "fout" });
        for problem in problems {
            let _ = writeln!(text, "     - {problem}");
        }
    }
    let _ = writeln!(text, "{} passed, {failed} failed", told.len() - failed);
    text
}

/// Everything in which the outcome differs from what the scenario expects.
fn hold(catalogue: &Catalogue, scenario: &Scenario, name: &str) -> Vec<String> {
    let (answers, found) = file::read(catalogue, &scenario.answers, &Spot::file(name).at("answers"));
    let mut problems: Vec<String> =
        found.into_iter().map(|one| format!("{}; {}", one.message.nl, one.help.nl)).collect();
    if !name.ends_with(&format!("{}.json", scenario.id)) {
        problems.push(format!("de id `{}` hoort de naam van het bestand te zijn", scenario.id));
    }
    let ranking = match_offers(catalogue, &answers);
    let id = |offer: OfferIndex| catalogue.offer(offer).id.as_str();
    let ids = |found: &[Match]| found.iter().map(|one| id(one.offer)).collect::<Vec<_>>();
    let (fitting, possible) = (ids(&ranking.matches), ids(&ranking.undecided));
    let urgent: Vec<&str> = ranking.urgent.iter().map(|offer| id(*offer)).collect();
    let mut demand = |offers: &[String], wrong: &dyn Fn(&str) -> bool, says: &str| {
        for offer in offers {
            if catalogue.find_offer(offer).is_none() {
                problems.push(format!("het aanbod `{offer}` bestaat niet"));
            } else if wrong(offer) {
                problems.push(format!("`{offer}` {says}"));
            }
        }
    };
    let expect = &scenario.expect;
    let unknown = |question: &&String| catalogue.questionnaire().find(question).is_none();
    let shown = |offer: &str| fitting.contains(&offer) || possible.contains(&offer);
    demand(&expect.must_show, &|offer| !shown(offer), "hoort getoond te worden");
    demand(&expect.must_not_show, &|offer| shown(offer), "hoort niet getoond te worden");
    demand(&expect.must_fit, &|offer| !fitting.contains(&offer), "hoort zeker te passen");
    demand(&expect.must_be_urgent, &|offer| !urgent.contains(&offer), "hoort bovenaan elk scherm te staan");
    for (most, offers) in &expect.top {
        let most = most.parse().unwrap_or(0);
        let place = |offer: &str| fitting.iter().position(|other| *other == offer).is_some_and(|place| place < most);
        demand(offers, &|offer| !place(offer), &format!("hoort bij de eerste {most} te staan"));
    }
    for (offer, questions) in &expect.hangs_on {
        if catalogue.find_offer(offer).is_none() {
            problems.push(format!("het aanbod `{offer}` bestaat niet"));
        }
        let found = ranking.undecided.iter().find(|found| id(found.offer) == offer);
        let depends_on = found.map(|found| crate::matching::ids(catalogue, &found.depends_on)).unwrap_or_default();
        if depends_on != *questions {
            problems.push(format!("`{offer}` hangt af van {depends_on:?}, niet van {questions:?}"));
        }
    }
    if *expect == Expected::default() {
        problems.push("dit scenario verwacht niets".to_owned());
    }
    problems.extend(
        expect.never_asked.iter().filter(unknown).map(|question| format!("de vraag `{question}` bestaat niet")),
    );
    if let Some(only) = &expect.only_urgent
        && urgent != *only
    {
        problems.push(format!("bovenaan staan {urgent:?}, niet {only:?}"));
    }
    let asked = crate::matching::ids(catalogue, &play(catalogue, &answers).0.concat());
    problems.extend(
        expect
            .never_asked
            .iter()
            .filter(|question| asked.contains(&question.as_str()))
            .map(|question| format!("`{question}` hoort niet gevraagd te worden")),
    );
    problems
}
