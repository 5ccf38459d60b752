//! `import`: makes a partner's file of a table or of HSDS.

use crate::{CannotRun, End, render::Context};
use clap::Args;
use mantelwijzer::date::Date;
use std::path::PathBuf;

/// What `import` can be told.
#[derive(Args)]
pub struct Arguments {
    /// The file to read: .csv, .xlsx or .json
    pub file: PathBuf,
    /// Where to write the partner's file; left out: print it
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

pub fn run(_context: &Context, _arguments: &Arguments, _today: Date) -> Result<End, CannotRun> {
    Err(CannotRun(mantelwijzer::says!("nog niet gemaakt", "not made yet")))
}
