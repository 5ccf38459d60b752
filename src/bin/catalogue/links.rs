//! `links`: asks every address whether it still answers. It only ever reports.

use crate::{CannotRun, End, Format, files, render::Context};
use clap::Args;
use mantelwijzer::{
    catalogue::diagnostic::Tongue,
    links::{Address, Finding, addresses, host, judge},
    report::review::row,
    says,
};
use serde_json::json;
use std::{
    collections::BTreeSet,
    fmt::Write,
    io::{self, IsTerminal},
    path::PathBuf,
    time::Duration,
};

mod ask;
use ask::Asker;

/// What `links` can be told.
#[derive(Args)]
pub struct Arguments {
    /// Only the addresses of this partner
    #[arg(long, value_name = "ID")]
    pub partner: Option<String>,
    /// Where to write the report as CSV; left out: print it
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Between two requests to one server
    #[arg(long, value_name = "SECONDS", default_value_t = 2.0)]
    pub pause: f64,
    /// How many servers are asked at the same time
    #[arg(long, value_name = "NUMBER", default_value_t = 6, value_parser = clap::value_parser!(u8).range(1..=16))]
    pub parallel: u8,
}

/// An address, and what was found.
type Told = (Address, Finding);

pub fn run(context: &Context, arguments: &Arguments, format: Format) -> Result<End, CannotRun> {
    let loaded = files::load(&context.root, files::today())?;
    if let Some(partner) = &arguments.partner
        && !loaded.raw.partners.iter().any(|file| file.partner.id == *partner)
    {
        let words = says!("de partner `{partner}` bestaat niet", "the partner `{partner}` doesn't exist");
        return Err(CannotRun(words));
    }
    let asked = addresses(&loaded.raw, arguments.partner.as_deref());
    let pause = Duration::try_from_secs_f64(arguments.pause).unwrap_or(Duration::from_secs(2));
    let asker = Asker::new(pause)?;
    let offline = || {
        CannotRun(says!(
            "geen enkele website antwoordt: hebt u internet?",
            "not one website answers: are you connected to the internet?"
        ))
    };
    // Whoever has no network learns it from a handful of servers, not after a quarter of an hour.
    let few: Vec<Told> = some_servers(&asked).map(|one| (one.clone(), judge(&asker.once(&one.url)))).collect();
    if is_offline(&few) {
        return Err(offline());
    }
    let is_watched = format == Format::Human && io::stderr().is_terminal();
    let stories = asker.all(&asked, usize::from(arguments.parallel), |done| {
        if is_watched {
            let total = asked.len();
            let words = says!("{done} van {total} adressen gevraagd", "{done} of {total} addresses asked");
            eprint!("\r{}", words.in_tongue(context.tongue));
        }
    });
    if is_watched {
        eprintln!();
    }
    let mut told: Vec<Told> = asked.into_iter().zip(stories.iter().map(judge)).collect();
    if is_offline(&told) {
        return Err(offline());
    }
    told.sort_by(|(one, found), (other, finding)| (found, &one.url).cmp(&(finding, &other.url)));
    match &arguments.out {
        Some(path) => files::write(path, csv(&told, context.tongue))?,
        None => files::print(&print(&told, format, context.tongue)),
    }
    if arguments.out.is_some() || format == Format::Human {
        files::print(&summary(&told, context.tongue));
    }
    Ok(End::Clean)
}

/// An address of each of the first few servers.
fn some_servers(asked: &[Address]) -> impl Iterator<Item = &Address> {
    let mut seen = BTreeSet::new();
    asked.iter().filter(move |one| seen.insert(host(&one.url))).take(5)
}

/// Whether not one of several servers answered: then it is us, not they.
fn is_offline(told: &[Told]) -> bool {
    let servers: BTreeSet<_> = told.iter().filter_map(|(address, _)| host(&address.url)).collect();
    let is_silent = |finding: &Finding| matches!(finding, Finding::NoSuchHost | Finding::NoAnswer | Finding::NotAsked);
    servers.len() > 1 && told.iter().all(|(_, finding)| is_silent(finding))
}

fn print(told: &[Told], format: Format, tongue: Tongue) -> String {
    let mut text = String::new();
    match format {
        Format::Json => return json_of(told, tongue),
        Format::Human | Format::Github => {
            for (address, finding) in told.iter().filter(|(_, finding)| *finding != Finding::Fine) {
                let words = finding.words();
                let _ = writeln!(text, "{}: {}\n  {}", finding.name(), address.url, words.in_tongue(tongue));
                let named = address.named.iter().map(|(who, what)| format!("  - {who}: {what}\n"));
                text.extend(named.chain(["\n".to_owned()]));
            }
        }
        Format::Plain => {
            for (address, finding) in told.iter().filter(|(_, finding)| *finding != Finding::Fine) {
                let named: Vec<String> = address.named.iter().map(|(who, what)| format!("{who}, {what}")).collect();
                let (url, named, words) = (&address.url, named.join("; "), finding.words());
                let _ = match tongue {
                    Tongue::Nl => writeln!(text, "Adres {url}: {}. Staat bij: {named}.", words.nl),
                    Tongue::En => writeln!(text, "Address {url}: {}. Stands at: {named}.", words.en),
                };
            }
        }
    }
    text
}

fn json_of(told: &[Told], tongue: Tongue) -> String {
    let told: Vec<_> = told
        .iter()
        .map(|(address, finding)| {
            let named: Vec<_> =
                address.named.iter().map(|(who, what)| json!({"partner": who, "field": what})).collect();
            json!({
                "address": address.url, "finding": finding.name(), "leads_to": finding.leads_to(),
                "message": finding.words().in_tongue(tongue), "named": named,
            })
        })
        .collect();
    serde_json::to_string_pretty(&told).unwrap_or_default() + "\n"
}

/// A row for each place where an address is named.
fn csv(told: &[Told], tongue: Tongue) -> String {
    let mut table = String::from("\u{feff}");
    row(&mut table, &["partner", "field", "address", "finding", "leads_to", "message"]);
    for (address, finding) in told {
        let words = finding.words();
        for (who, what) in &address.named {
            let leads_to = finding.leads_to().unwrap_or_default();
            row(&mut table, &[who, what, &address.url, finding.name(), leads_to, words.in_tongue(tongue)]);
        }
    }
    table
}

fn summary(told: &[Told], tongue: Tongue) -> String {
    let (total, fine) = (told.len(), told.iter().filter(|(_, finding)| *finding == Finding::Fine).count());
    let words = says!("{total} adressen gevraagd, {fine} in orde\n", "{total} addresses asked, {fine} fine\n");
    words.in_tongue(tongue).to_owned()
}
