//! `export`: writes offers for other programs, or an empty table to fill in.

use crate::{CannotRun, End, files, pages, render::Context};
use clap::Args;
use mantelwijzer::{
    catalogue::diagnostic::Diagnostic,
    date::Date,
    exchange::{self, Draft, Format, Vocabulary, Written, table},
    pages::linked_data,
    says,
};
use std::path::PathBuf;

/// What `export` can be told.
#[derive(Args)]
pub struct Arguments {
    /// Where to write: the ending says how (.csv, .xlsx, .hsds.json, .jsonld)
    pub out: PathBuf,
    /// Only the offers of this partner
    #[arg(long, value_name = "ID")]
    pub partner: Option<String>,
    /// An empty table (.csv or .xlsx) with one row as an example
    #[arg(long)]
    pub template: bool,
    /// Replace a file that is there already
    #[arg(long)]
    pub force: bool,
}

pub fn run(context: &Context, arguments: &Arguments, today: Date) -> Result<End, CannotRun> {
    let name = arguments.out.display().to_string();
    let format = Format::named(&name)
        .ok_or_else(|| CannotRun(format!("{name}: de naam moet eindigen op .csv, .xlsx, .hsds.json of .jsonld")))?;
    let loaded = files::load(&context.root, today)?;
    let vocabulary = Vocabulary {
        questionnaire: loaded.raw.questionnaire.as_ref().map(|(_, read)| read),
        regions: loaded.raw.regions.as_ref().map(|(_, read)| read),
    };
    if arguments.template {
        if !matches!(format, Format::Csv | Format::Xlsx) {
            return Err(CannotRun("een leeg bestand is er als .csv of als .xlsx".to_owned()));
        }
        let bytes = table::template(format, vocabulary).map_err(CannotRun)?;
        files::write_new(&arguments.out, &bytes, arguments.force)?;
        return Ok(End::Clean);
    }
    let (drafts, mut found) = drafts(&loaded, arguments.partner.as_deref())?;
    let written = match format {
        Format::JsonLd => linked(context, arguments, today, &drafts)?,
        Format::Csv | Format::Xlsx | Format::Hsds => exchange::write(&name, &drafts, format, vocabulary)
            .map_err(|problem| CannotRun(problem.message.in_tongue(context.tongue).to_owned()))?,
    };
    found.extend(written.found);
    context.complain(&found, &loaded.texts);
    files::write_new(&arguments.out, &written.bytes, arguments.force)?;
    let (partners, offers) = (drafts.len(), drafts.iter().map(|draft| draft.offers.len()).sum::<usize>());
    let words = says!(
        "{offers} aanbiedingen van {partners} partners geschreven in {name}",
        "{offers} offers of {partners} partners written to {name}"
    );
    eprintln!("{}", words.in_tongue(context.tongue));
    Ok(context.end(&found))
}

/// What partners wrote, as they wrote it: a table may hold what isn't good enough yet.
fn drafts(loaded: &files::Loaded, partner: Option<&str>) -> Result<(Vec<Draft>, Vec<Diagnostic>), CannotRun> {
    let mut drafts = Vec::new();
    let mut found = Vec::new();
    for (file, text) in loaded.texts.iter().filter(|(file, _)| file.starts_with("partners/")) {
        let (draft, problems) = Draft::of_file(file, text);
        let is_wanted = |draft: &Draft| partner.is_none_or(|id| draft.partner.id == id);
        if draft.as_ref().is_none_or(is_wanted) {
            found.extend(problems);
        }
        drafts.extend(draft.filter(is_wanted));
    }
    match partner {
        Some(id) if drafts.is_empty() => Err(CannotRun(format!("de partner `{id}` bestaat niet"))),
        _ => Ok((drafts, found)),
    }
}

fn linked(context: &Context, arguments: &Arguments, today: Date, drafts: &[Draft]) -> Result<Written, CannotRun> {
    let (catalogue, _, _) = context.usable(today)?;
    let (wording, texts) = pages::dutch()?;
    let graph = linked_data(&catalogue, &wording, &texts, today, arguments.partner.as_deref());
    Ok(exchange::json_ld::write(&arguments.out.display().to_string(), &graph, drafts))
}
