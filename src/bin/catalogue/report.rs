//! `report`: what is missing, what overlaps, what to look at again.

use crate::{CannotRun, End, render::Context};
use clap::Args;
use mantelwijzer::date::Date;
use std::path::PathBuf;

/// What `report` can be told.
#[derive(Args)]
pub struct Arguments {
    /// The region or municipality it is about
    #[arg(long, value_name = "REGION")]
    pub place: Option<String>,
    /// The folder to write into
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
}

pub fn run(_context: &Context, _arguments: &Arguments, _today: Date) -> Result<End, CannotRun> {
    Err(CannotRun(mantelwijzer::says!("nog niet gemaakt", "not made yet")))
}
