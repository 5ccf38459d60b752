//! `import`: makes a partner's file of a table, of HSDS or of schema.org.

use crate::{CannotRun, End, files, render::Context};
use clap::{Args, ValueEnum};
use mantelwijzer::{
    catalogue::{
        parse::{self, Source},
        raw::{RawQuestionnaire, RawRegions},
    },
    date::Date,
    exchange::{self, Draft, Format, Vocabulary},
    id::is_id,
    says,
};
use serde::de::DeserializeOwned;
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

/// What `import` can be told.
#[derive(Args)]
pub struct Arguments {
    /// The file to read: .csv, .xlsx, .json (HSDS 3.0) or .jsonld (schema.org)
    pub file: PathBuf,
    /// Where to write: a .json file, or a folder that gets a file for each partner; left out: print it
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Replace files that are there already
    #[arg(long)]
    pub force: bool,
    /// What kind of file it is, when its name and content don't tell
    #[arg(long, value_enum, value_name = "KIND")]
    pub format_of: Option<Kind>,
}

/// A kind of file.
#[derive(Clone, Copy, ValueEnum)]
pub enum Kind {
    Csv,
    Xlsx,
    Hsds,
    Jsonld,
}

pub fn run(context: &Context, arguments: &Arguments, _today: Date) -> Result<End, CannotRun> {
    let name = arguments.file.display().to_string();
    let bytes = files::read_bytes(&arguments.file)?;
    let format = match arguments.format_of {
        Some(Kind::Csv) => Some(Format::Csv),
        Some(Kind::Xlsx) => Some(Format::Xlsx),
        Some(Kind::Hsds) => Some(Format::Hsds),
        Some(Kind::Jsonld) => Some(Format::JsonLd),
        None => Format::of(&name, &bytes),
    };
    let unknown = || {
        CannotRun(says!(
            "{name}: geef met `--format-of` wat voor bestand dit is",
            "{name}: say with `--format-of` what kind of file this is"
        ))
    };
    // Without a catalogue there are ids only, no names of places and needs.
    let known = known(&context.root);
    let (drafts, found) = exchange::read(&name, &bytes, format.ok_or_else(unknown)?, known.vocabulary());
    context.complain(&found, &BTreeMap::from([(name, String::from_utf8(bytes).unwrap_or_default())]));
    if !drafts.is_empty() {
        keep(&drafts, arguments)?;
        let (partners, offers) = (drafts.len(), drafts.iter().map(|draft| draft.offers.len()).sum::<usize>());
        let words = says!(
            "{offers} aanbiedingen van {partners} partners overgenomen; kijk ze na met `check`",
            "{offers} offers of {partners} partners taken over; `check` them"
        );
        files::tell(words.in_tongue(context.tongue));
    }
    Ok(context.end(&found))
}

/// The questions and places of a catalogue, as far as they can be read.
pub struct Known {
    questionnaire: Option<RawQuestionnaire>,
    regions: Option<RawRegions>,
}

impl Known {
    /// As import and export take them.
    pub fn vocabulary(&self) -> Vocabulary<'_> {
        Vocabulary { questionnaire: self.questionnaire.as_ref(), regions: self.regions.as_ref() }
    }
}

/// Reads the questions and places of a catalogue without building or checking it.
pub fn known(root: &Path) -> Known {
    fn one<T: DeserializeOwned>(root: &Path, file: &str) -> Option<T> {
        let text = files::read(&root.join(file), file).ok()?.ok()?;
        parse::read(Source { file, text: &text }).ok()
    }
    Known { questionnaire: one(root, "questionnaire.json"), regions: one(root, "regions.json") }
}

/// Prints the partner's file, or writes it; several partners need a folder.
fn keep(drafts: &[Draft], arguments: &Arguments) -> Result<(), CannotRun> {
    let is_file = |path: &Path| path.extension().is_some_and(|ending| ending == "json");
    match (drafts, &arguments.out) {
        ([one], None) => files::print(&one.to_text()),
        ([one], Some(path)) if is_file(path) => files::write_new(path, one.to_text().as_bytes(), arguments.force)?,
        (several, Some(folder)) if !is_file(folder) => {
            for draft in several {
                files::write_new(&file_of(folder, draft)?, draft.to_text().as_bytes(), arguments.force)?;
            }
        }
        (several, _) => {
            let count = several.len();
            return Err(CannotRun(says!(
                "er staan {count} partners in; geef met `--out` een map, zoals `--out nieuw`",
                "it holds {count} partners; give a folder with `--out`, such as `--out new`"
            )));
        }
    }
    Ok(())
}

/// A file is named after its partner, so that has to be a name and no path.
fn file_of(folder: &Path, draft: &Draft) -> Result<PathBuf, CannotRun> {
    let id = &draft.partner.id;
    if !is_id(id) {
        return Err(CannotRun(says!(
            "`{id}` kan geen id van een partner zijn: kleine letters, cijfers en streepjes",
            "`{id}` can't be the id of a partner: small letters, digits and hyphens"
        )));
    }
    Ok(folder.join(format!("{id}.json")))
}
