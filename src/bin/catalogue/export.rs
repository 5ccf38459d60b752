//! `export`: writes offers for other programs.

use crate::{CannotRun, End, render::Context};
use clap::Args;
use mantelwijzer::date::Date;
use std::path::PathBuf;

/// What `export` can be told.
#[derive(Args)]
pub struct Arguments {
    /// Where to write: the ending says how (.csv, .xlsx, .hsds.json, .jsonld)
    pub out: PathBuf,
    /// Only the offers of this partner
    #[arg(long, value_name = "ID")]
    pub partner: Option<String>,
}

pub fn run(_context: &Context, _arguments: &Arguments, _today: Date) -> Result<End, CannotRun> {
    Err(CannotRun(mantelwijzer::says!("nog niet gemaakt", "not made yet")))
}
