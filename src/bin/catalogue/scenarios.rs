//! `scenarios`: a person's answers, and what must come out; each difference as a diff.

use crate::{CannotRun, End, Format, files, render::Context};
use mantelwijzer::{
    answers::file,
    catalogue::{
        Catalogue,
        build::build,
        diagnostic::{Diagnostic, Severity, Spot, Tongue, Words},
        overlay,
        parse::{RawPartnerOffers, Source, read},
        raw::{RawExpected, RawScenario},
    },
    date::Date,
    says,
    scenario::{Difference, hold},
};
use serde_json::Value;
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

mod diff;

/// A person, and what is wrong.
pub struct Told {
    /// Where the person stands: a file, and for an example the place in it.
    pub file: String,
    /// For an example: its place in the partner's file, counted from 1.
    pub example: Option<usize>,
    /// Who it is about.
    pub story: String,
    /// What keeps it from being tried.
    pub unclear: Vec<Diagnostic>,
    /// What came out otherwise.
    pub differences: Vec<Difference>,
}

impl Told {
    fn passed(&self) -> bool {
        self.unclear.is_empty() && self.differences.is_empty()
    }

    /// Where the file says what is expected.
    fn expect(&self) -> Spot<'_> {
        let file = Spot::file(&self.file);
        match self.example {
            Some(number) => file.at("examples").at(number - 1).at("expect"),
            None => file.at("expect"),
        }
    }
}

pub fn run(context: &Context, path: Option<&Path>, today: Date, format: Format) -> Result<End, CannotRun> {
    let files::Loaded { raw, catalogue, found, mut texts } = files::load(&context.root, today)?;
    let unusable = || CannotRun(format!("{} is geen bruikbare catalogus", context.root.display()));
    // An example that differs is told of below, in full.
    let is_told = |one: &Diagnostic| {
        (one.severity == Severity::Error || context.strict)
            && one.code != "example-differs"
            && !one.file.starts_with(overlay::FOLDER)
    };
    let errors: Vec<Diagnostic> = found.into_iter().filter(is_told).collect();
    context.complain(&errors, &texts);
    let catalogue = catalogue.ok_or_else(unusable)?;
    let personas = context.root.join("personas");
    let mut all = match path {
        Some(path) => from_files(&catalogue, path, &mut texts)?,
        None if personas.exists() => from_files(&catalogue, &personas, &mut texts)?,
        None => Vec::new(),
    };
    if path.is_none() {
        all.extend(examples(&catalogue, &raw.partners));
        for overlay in raw.overlays.iter().filter(|overlay| !overlay.partners.is_empty()) {
            let here = build(&overlay::apply(&raw, overlay), today).0.ok_or_else(unusable)?;
            let mut tried = examples(&here, &overlay.partners);
            tried.iter_mut().for_each(|told| told.differences.retain(|one| !overlay.accounts_for(one)));
            all.extend(tried);
        }
    }
    let failed = all.iter().any(|told| !told.passed());
    files::print(&match format {
        Format::Json => diff::json(&all, context.tongue),
        Format::Human => diff::human(&all, context.tongue),
        Format::Plain => diff::plain(&all, context.tongue),
        Format::Github => {
            context.print(&diagnostics(&all), &texts, format);
            diff::tally(&all)
        }
    });
    Ok(if failed { End::ErrorsFound } else { context.end(&errors) })
}

fn from_files(
    catalogue: &Catalogue,
    path: &Path,
    texts: &mut BTreeMap<String, String>,
) -> Result<Vec<Told>, CannotRun> {
    let paths: Vec<PathBuf> = if path.is_dir() { files::list(path, "json")? } else { vec![path.to_owned()] };
    if paths.is_empty() {
        return Err(CannotRun(format!("in {} staan geen scenario's", path.display())));
    }
    let mut all = Vec::new();
    for path in paths {
        let file = path.display().to_string();
        let scenario = files::read(&path, &file)?.and_then(|text| {
            let scenario = read::<RawScenario>(Source { file: &file, text: &text });
            texts.insert(file.clone(), text);
            scenario
        });
        all.push(match scenario {
            Ok(scenario) => one(catalogue, &file, scenario),
            Err(problem) => {
                Told { file, example: None, story: String::new(), unclear: vec![problem], differences: Vec::new() }
            }
        });
    }
    Ok(all)
}

fn one(catalogue: &Catalogue, file: &str, scenario: RawScenario) -> Told {
    let spot = Spot::file(file);
    let mut told = tried(catalogue, &spot, &scenario.answers, &scenario.expect, scenario.story);
    let name = Path::new(file).file_stem().and_then(|name| name.to_str()).unwrap_or_default();
    if name != scenario.id {
        let message = says!(
            "de id is `{}`, en het bestand heet `{name}`",
            "the id is `{}`, and the file is called `{name}`",
            scenario.id
        );
        told.unclear.push(spot.at("id").error(
            "file-name",
            message,
            says!("geef ze dezelfde naam", "give them the same name"),
        ));
    }
    told
}

fn examples(catalogue: &Catalogue, partners: &[RawPartnerOffers]) -> Vec<Told> {
    let mut all = Vec::new();
    for (partner, (position, example)) in
        partners.iter().flat_map(|partner| partner.examples.iter().map(move |example| (partner, example)))
    {
        let spot = Spot::file(&partner.file).at("examples").at(position);
        let told = tried(catalogue, &spot, &example.answers, &example.expect, example.story.clone());
        all.push(Told { example: Some(position + 1), ..told });
    }
    all
}

fn tried(
    catalogue: &Catalogue,
    spot: &Spot,
    answers: &BTreeMap<String, Value>,
    expect: &RawExpected,
    story: String,
) -> Told {
    let (answers, unclear) = file::read(catalogue, answers, &spot.at("answers"));
    // With half the answers, what comes out says nothing.
    let differences = if unclear.is_empty() { hold(catalogue, &answers, expect) } else { Vec::new() };
    Told { file: spot.file_name().to_owned(), example: None, story, unclear, differences }
}

/// All that is wrong, as findings with a place in a file.
fn diagnostics(all: &[Told]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for told in all {
        found.extend(told.unclear.iter().cloned());
        for difference in &told.differences {
            let help = says!(
                "kijk wat er niet klopt: het aanbod, of wat hier verwacht wordt",
                "see which is wrong: the offer, or what is expected here"
            );
            found.push(told.expect().down(&difference.at).error("example-differs", difference.words(), help));
        }
    }
    found
}

/// The name under which a person is told of.
fn title(told: &Told, tongue: Tongue) -> String {
    match told.example {
        Some(number) => {
            let word: Words = says!("voorbeeld", "example");
            format!("{}, {} {number}", told.file, word.in_tongue(tongue))
        }
        None => told.file.clone(),
    }
}
