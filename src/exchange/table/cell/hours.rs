//! The hours of a line in a cell: `ma-vr 09:00-17:00; za 10:00-12:30`, or `altijd`.

use super::{Refused, each, short, text};
use crate::{says, spelling::plain};
use serde_json::{Value, json};

const DAYS: [&str; 7] = ["ma", "di", "wo", "do", "vr", "za", "zo"];

/// The names of the days that are read as well.
const NAMES: [[&str; 3]; 7] = [
    ["maandag", "mon", "monday"],
    ["dinsdag", "tue", "tuesday"],
    ["woensdag", "wed", "wednesday"],
    ["donderdag", "thu", "thursday"],
    ["vrijdag", "fri", "friday"],
    ["zaterdag", "sat", "saturday"],
    ["zondag", "sun", "sunday"],
];

pub(super) fn write(open: &Value) -> String {
    if open.as_str() == Some("always") {
        return "altijd".to_owned();
    }
    let groups = each(open).map(|group| {
        let days: Vec<u64> =
            group.get("days").map(|days| each(days).filter_map(Value::as_u64).collect()).unwrap_or_default();
        format!("{} {}-{}", written_days(&days), text(group.get("from")), text(group.get("to")))
    });
    super::joined(groups)
}

/// `ma-vr` for days that follow each other, `ma, wo` for others.
fn written_days(days: &[u64]) -> String {
    let name =
        |day: u64| DAYS.get((day as usize).wrapping_sub(1)).map_or_else(|| day.to_string(), |name| (*name).to_owned());
    let follow = days.windows(2).all(|pair| matches!(pair, [one, next] if *next == *one + 1));
    match days {
        [first, _, .., last] if follow => [name(*first), name(*last)].join("-"),
        _ => days.iter().map(|day| name(*day)).collect::<Vec<_>>().join(", "),
    }
}

pub(super) fn read(cell: &str) -> Result<Value, Refused> {
    if ["altijd", "always", "dag en nacht", "24 7"].contains(&plain(cell).as_str()) {
        return Ok(json!("always"));
    }
    let groups = cell.split([';', '\n']).map(str::trim).filter(|group| !group.is_empty());
    groups.map(|group| read_group(group).ok_or_else(|| refused(group))).collect()
}

fn refused(group: &str) -> Refused {
    Refused {
        message: says!("`{}` zijn geen dagen en uren", "`{}` are no days and hours", short(group)),
        help: says!(
            "schrijf ze als `ma-vr 09:00-17:00; za 10:00-12:30`, of `altijd`; niet zeker? laat de cel leeg",
            "write them as `ma-vr 09:00-17:00; za 10:00-12:30`, or `altijd`; not sure? leave the cell empty"
        ),
    }
}

fn read_group(group: &str) -> Option<Value> {
    let start = group.find(|letter: char| letter.is_ascii_digit())?;
    let (days, hours) = (group.get(..start)?, group.get(start..)?);
    let (from, to) = hours.split_once(['-', '–'])?;
    Some(json!({"days": read_days(days)?, "from": read_hour(from)?, "to": read_hour(to)?}))
}

fn read_days(text: &str) -> Option<Vec<usize>> {
    let mut days = Vec::new();
    for part in text.split([',', '+', '&']).map(str::trim).filter(|part| !part.is_empty()) {
        match part.split_once(['-', '–']) {
            Some((first, last)) => days.extend(day(first)?..=day(last)?),
            None => days.push(day(part)?),
        }
    }
    (!days.is_empty()).then_some(days)
}

fn day(name: &str) -> Option<usize> {
    let name = plain(name);
    let known = DAYS.iter().zip(NAMES);
    let position = known.into_iter().position(|(short, long)| *short == name || long.contains(&name.as_str()));
    position.map(|position| position + 1)
}

/// `9u`, `9.30`, `9u30`, `09:00`, with a leading zero and minutes.
fn read_hour(text: &str) -> Option<String> {
    let text = text.trim().trim_end_matches(" uur").trim_end_matches(['u', 'h']);
    let (hour, minute) = text.split_once([':', '.', 'u', 'h']).unwrap_or((text, "00"));
    let is_number = |text: &str| (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    (is_number(hour) && is_number(minute)).then(|| format!("{hour:0>2}:{minute:0>2}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_read_as_people_write_them() {
        let group = |days: &[u8], from, to| json!({"days": days, "from": from, "to": to});
        for (cell, wanted) in [
            ("altijd", json!("always")),
            (
                "ma-vr 9u-17u; za 10.00-12u30",
                json!([group(&[1, 2, 3, 4, 5], "09:00", "17:00"), group(&[6], "10:00", "12:30")]),
            ),
            (
                "maandag, wo 09:00 - 24:00\nzo 00:00-01:00",
                json!([group(&[1, 3], "09:00", "24:00"), group(&[7], "00:00", "01:00")]),
            ),
        ] {
            assert_eq!(read(cell).ok(), Some(wanted), "{cell}");
        }
        for bad in ["'s morgens", "ma 9", "xx 9-10", "9-10", "ma-vr 9-10-11"] {
            assert!(read(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn hours_are_written_as_they_are_read() {
        for open in [
            json!("always"),
            json!([{"days": [1, 2, 3], "from": "09:00", "to": "17:00"}, {"days": [5, 1], "from": "10:00", "to": "11:00"}]),
            json!([{"days": [6, 7], "from": "09:00", "to": "24:00"}]),
        ] {
            assert_eq!(read(&write(&open)).ok(), Some(open));
        }
    }
}
