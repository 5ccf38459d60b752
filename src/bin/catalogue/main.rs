//! `catalogue`: the tool with which partners check, try and publish the catalogue.

use clap::{Parser, Subcommand, ValueEnum};
use mantelwijzer::{
    catalogue::diagnostic::{Tongue, Words},
    date::Date,
};
use std::{path::PathBuf, process::ExitCode};

mod bundle;
mod check;
mod export;
mod files;
mod import;
mod interview;
mod links;
mod manual;
mod matching;
mod pages;
mod render;
mod report;
mod scenarios;
mod schema;

/// Checks, tries and publishes the catalogue of support for family caregivers.
#[derive(Parser)]
#[command(version, disable_help_subcommand = true)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
    /// The folder with questionnaire.json, regions.json and partners/
    #[arg(long, global = true, default_value = "catalogue", value_name = "DIR")]
    catalogue: PathBuf,
    /// How to print: `plain` is meant for screen readers
    #[arg(long, global = true, value_enum)]
    format: Option<Format>,
    /// The language of what is printed
    #[arg(long, global = true, value_enum, default_value = "nl")]
    lang: Lang,
    /// The day to judge dates by, instead of today
    #[arg(long, global = true, value_name = "YYYY-MM-DD", value_parser = date)]
    today: Option<Date>,
    /// Let warnings count as errors
    #[arg(long, global = true)]
    strict: bool,
}

#[derive(Subcommand)]
enum Task {
    /// Report every problem in the catalogue
    Check {
        /// Only what is wrong in the file of this partner
        #[arg(long, value_name = "ID")]
        partner: Option<String>,
    },
    /// Show what fits a caregiver's answers, and why
    Match {
        /// A file such as {"answers": {"relation": "parent"}}
        #[arg(long, value_name = "FILE")]
        answers: PathBuf,
    },
    /// Play the whole interview, answering from a file
    Interview {
        /// A file such as {"answers": {"relation": "parent"}}
        #[arg(long, value_name = "FILE")]
        answers: PathBuf,
    },
    /// Write what the widget loads
    Bundle {
        /// The folder to write into
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// Only what is to be had in this region or municipality, with what it changes itself
        #[arg(long, value_name = "REGION")]
        place: Option<String>,
    },
    /// Make a partner's file of a table (CSV, XLSX) or of HSDS 3.0 (JSON)
    Import(import::Arguments),
    /// Write offers as a table (CSV, XLSX), as HSDS 3.0 or as schema.org JSON-LD
    Export(export::Arguments),
    /// Write what is missing, what overlaps and what to look at again
    Report(report::Arguments),
    /// Ask every address whether it still answers (needs the network; changes nothing)
    Links(links::Arguments),
    /// Write the whole catalogue as pages that need no script
    Pages {
        /// The folder to write into
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
    },
    /// Print the JSON Schema of a partner's file, or write all schemas
    Schema {
        /// The folder to write all schemas into
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
    },
    /// Print the parts of the manual that are made from the program and the catalogue
    Manual {
        /// Put them between their marks in the README.md of the catalogue
        #[arg(long)]
        write: bool,
    },
    /// Hold scenarios (a person's answers, and what must come out) against the catalogue
    Scenarios {
        /// A folder with scenario files, or one file; left out: all personas, and the examples of all partners
        path: Option<PathBuf>,
    },
}

/// How to print.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Human,
    Plain,
    Json,
    /// As annotations on a change (GitHub, Forgejo, Gitea)
    Github,
}

/// The language of what is printed.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Lang {
    Nl,
    En,
}

/// How a run ended.
enum End {
    /// Exit status 0.
    Clean,
    /// Exit status 1.
    ErrorsFound,
}

/// Why a task could not run: exit status 2.
struct CannotRun(Words);

fn date(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| "schrijf een dag als 2026-11-22 (write a day like 2026-11-22)".to_owned())
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let today = arguments.today.unwrap_or_else(files::today);
    let tongue = match arguments.lang {
        Lang::Nl => Tongue::Nl,
        Lang::En => Tongue::En,
    };
    let context = render::Context { root: arguments.catalogue.clone(), strict: arguments.strict, tongue };
    let format = |default: Format| arguments.format.unwrap_or(default);
    let ended = match &arguments.task {
        Task::Check { partner } => check::run(&context, partner.as_deref(), today, format(Format::Human)),
        Task::Match { answers } => matching::run(&context, answers, today, format(Format::Json)),
        Task::Interview { answers } => interview::run(&context, answers, today, format(Format::Json)),
        Task::Bundle { out, place } => bundle::run(&context, out, place.as_deref(), today),
        Task::Import(arguments) => import::run(&context, arguments, today),
        Task::Export(arguments) => export::run(&context, arguments, today),
        Task::Report(arguments) => report::run(&context, arguments, today),
        Task::Links(arguments) => links::run(&context, arguments, format(Format::Human)),
        Task::Pages { out } => pages::run(&context, out, today),
        Task::Schema { out } => schema::run(out.as_deref()),
        Task::Manual { write } => manual::run(&context, *write, today),
        Task::Scenarios { path } => scenarios::run(&context, path.as_deref(), today, format(Format::Human)),
    };
    match ended {
        Ok(End::Clean) => ExitCode::SUCCESS,
        Ok(End::ErrorsFound) => ExitCode::from(1),
        Err(CannotRun(why)) => {
            files::tell(&format!("catalogue: {}", why.in_tongue(tongue)));
            ExitCode::from(2)
        }
    }
}
