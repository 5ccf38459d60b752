//! A date in a cell: as we write it, or as a spreadsheet does.

use super::{Refused, short};
use crate::{date::PartialDate, says};

/// A date as we write it. Excel turns `2026-11-20` into `20/11/2026` where days come first.
pub(super) fn read(cell: &str) -> Result<String, Refused> {
    let written = day_first(cell).unwrap_or_else(|| cell.to_owned());
    match PartialDate::parse(&written) {
        Some(_) => Ok(written),
        None => Err(Refused {
            message: says!("`{}` is geen datum die bestaat", "`{}` is no date that exists", short(cell)),
            help: says!(
                "schrijf een datum als 2026-11-20, 2026-11 of 2026, of laat de cel leeg",
                "write a date as 2026-11-20, 2026-11 or 2026, or leave the cell empty"
            ),
        }),
    }
}

fn day_first(cell: &str) -> Option<String> {
    let parts: Vec<&str> = cell.split(['/', '-', '.']).collect();
    let [day, month, year] = parts.as_slice() else { return None };
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_date =
        day.len() <= 2 && month.len() <= 2 && year.len() == 4 && [day, month, year].iter().all(|it| is_number(it));
    is_date.then(|| format!("{year}-{month:0>2}-{day:0>2}"))
}
