//! `export`: writes offers for other programs, or an empty table to fill in.

use crate::{CannotRun, End, files, import::known, pages, render::Context};
use clap::Args;
use mantelwijzer::{
    catalogue::diagnostic::Diagnostic,
    date::Date,
    exchange::{self, Draft, Format, Written, table},
    pages::linked_data,
    says,
};
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

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
    let format = Format::named(&name).ok_or_else(|| {
        CannotRun(says!(
            "{name}: de naam moet eindigen op .csv, .xlsx, .hsds.json of .jsonld",
            "{name}: the name must end in .csv, .xlsx, .hsds.json or .jsonld"
        ))
    })?;
    let known = known(&context.root);
    let vocabulary = known.vocabulary();
    if arguments.template {
        if !matches!(format, Format::Csv | Format::Xlsx) {
            return Err(CannotRun(says!(
                "een leeg bestand is er als .csv of als .xlsx",
                "an empty file comes as .csv or as .xlsx"
            )));
        }
        let bytes = table::template(format, vocabulary)
            .map_err(|why| CannotRun(says!("{name} is niet te maken: {why}", "{name} can't be made: {why}")))?;
        files::write_new(&arguments.out, &bytes, arguments.force)?;
        return Ok(End::Clean);
    }
    let Read { drafts, texts, mut found } = drafts(&context.root, arguments.partner.as_deref())?;
    let written = match format {
        Format::JsonLd => linked(context, arguments, today, &drafts)?,
        Format::Csv | Format::Xlsx | Format::Hsds => {
            exchange::write(&name, &drafts, format, vocabulary).map_err(CannotRun)?
        }
    };
    found.extend(written.found);
    context.complain(&found, &texts);
    files::write_new(&arguments.out, &written.bytes, arguments.force)?;
    let (partners, offers) = (drafts.len(), drafts.iter().map(|draft| draft.offers.len()).sum::<usize>());
    let words = says!(
        "{offers} aanbiedingen van {partners} partners geschreven in {name}",
        "{offers} offers of {partners} partners written to {name}"
    );
    files::tell(words.in_tongue(context.tongue));
    Ok(context.end(&found))
}

/// What partners wrote, as they wrote it: a table may hold what isn't good enough yet.
#[derive(Default)]
struct Read {
    drafts: Vec<Draft>,
    texts: BTreeMap<String, String>,
    found: Vec<Diagnostic>,
}

fn drafts(root: &Path, partner: Option<&str>) -> Result<Read, CannotRun> {
    let mut all = Read::default();
    for path in files::list(&root.join("partners"), "json")? {
        let file = format!("partners/{}", path.file_name().unwrap_or_default().to_string_lossy());
        let text = match files::read(&path, &file)? {
            Ok(text) => text,
            Err(problem) => {
                all.found.push(problem);
                continue;
            }
        };
        let (draft, problems) = Draft::of_file(&file, &text);
        let is_wanted = |draft: &Draft| partner.is_none_or(|id| draft.partner.id == id);
        if draft.as_ref().is_none_or(is_wanted) {
            all.found.extend(problems);
        }
        all.drafts.extend(draft.filter(is_wanted));
        all.texts.insert(file, text);
    }
    match partner {
        Some(id) if all.drafts.is_empty() => {
            Err(CannotRun(says!("de partner `{id}` bestaat niet", "there is no partner `{id}`")))
        }
        _ => Ok(all),
    }
}

fn linked(context: &Context, arguments: &Arguments, today: Date, drafts: &[Draft]) -> Result<Written, CannotRun> {
    let (catalogue, _, _) = context.usable(today)?;
    let (wording, texts) = pages::dutch()?;
    let graph = linked_data(&catalogue, &wording, &texts, today, arguments.partner.as_deref());
    Ok(exchange::json_ld::write(&arguments.out.display().to_string(), &graph, drafts))
}
