//! `links`: asks every address whether it still answers.

use crate::{CannotRun, End, render::Context};
use clap::Args;
use std::path::PathBuf;

/// What `links` can be told.
#[derive(Args)]
pub struct Arguments {
    /// Only the addresses of this partner
    #[arg(long, value_name = "ID")]
    pub partner: Option<String>,
    /// Where to write the report as CSV; left out: print it
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

pub fn run(_context: &Context, _arguments: &Arguments) -> Result<End, CannotRun> {
    Err(CannotRun(mantelwijzer::says!("nog niet gemaakt", "not made yet")))
}
