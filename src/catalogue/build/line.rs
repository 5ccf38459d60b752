//! When somebody is there to call or chat with: hours as written to minutes of a day.

use super::{Diagnostic, Spot};
use crate::{
    catalogue::{
        Hours, Line,
        raw::{RawHours, RawLine, RawOpen},
    },
    says,
};

const DAY: u16 = 24 * 60;

/// The line of an offer; hours that are wrong are told and left out.
pub(super) fn build_line(raw: &RawLine, spot: &Spot, found: &mut Vec<Diagnostic>) -> Line {
    let spot = spot.at("open");
    let open = raw.open.as_ref().map(|open| match open {
        RawOpen::Always => vec![Hours { days: 0b111_1111, from: 0, to: DAY }],
        RawOpen::At(list) => {
            if list.is_empty() {
                let help = says!(
                    "vul de uren in; zijn ze niet bekend, haal `open` dan weg",
                    "fill in the hours; if they aren't known, take out `open`"
                );
                found.push(spot.error(
                    "wrong-hours",
                    says!("deze lijst met uren is leeg", "this list of hours is empty"),
                    help,
                ));
            }
            let each = list.iter().enumerate();
            each.filter_map(|(position, raw)| hours(raw, &spot.at(position), found)).collect()
        }
    });
    Line { theme: raw.theme, open }
}

fn hours(raw: &RawHours, spot: &Spot, found: &mut Vec<Diagnostic>) -> Option<Hours> {
    let mut days = 0;
    for (position, day) in raw.days.iter().enumerate() {
        if (1..=7).contains(day) {
            days |= 1 << (day - 1);
        } else {
            let message = says!("dag {day} bestaat niet", "day {day} doesn't exist");
            found.push(spot.at("days").at(position).error(
                "wrong-hours",
                message,
                says!("1 is maandag, 7 is zondag", "1 is Monday, 7 is Sunday"),
            ));
        }
    }
    if raw.days.is_empty() {
        let help = says!(
            "noem de dagen: `[1, 2, 3, 4, 5]` is maandag tot en met vrijdag",
            "name the days: `[1, 2, 3, 4, 5]` is Monday to Friday"
        );
        found.push(spot.at("days").error(
            "wrong-hours",
            says!("bij deze uren staat geen dag", "these hours have no day"),
            help,
        ));
    }
    let mut time = |name: &str, written: &str| {
        let minutes = minutes(written);
        if minutes.is_none() {
            let shown: String = written.chars().take(40).collect();
            let help = says!(
                "schrijf uren en minuten met twee cijfers, van `00:00` tot `24:00`, zoals `09:30`",
                "write hours and minutes with two digits, from `00:00` to `24:00`, such as `09:30`"
            );
            found.push(spot.at(name).error(
                "wrong-hours",
                says!("`{shown}` is geen uur van de dag", "`{shown}` isn't a time of day"),
                help,
            ));
        }
        minutes
    };
    let (from, to) = (time("from", &raw.from), time("to", &raw.to));
    let (from, to) = (from?, to?);
    if from >= to {
        let help = says!(
            "loopt het door na middernacht? Maak er twee stukken van: tot `24:00`, en de dag erna vanaf `00:00`",
            "does it run past midnight? Make two pieces of it: until `24:00`, and the next day from `00:00`"
        );
        found.push(spot.at("to").error(
            "wrong-hours",
            says!("deze uren eindigen voor ze beginnen", "these hours end before they begin"),
            help,
        ));
        return None;
    }
    (days != 0).then_some(Hours { days, from, to })
}

/// `09:30` as minutes since midnight.
fn minutes(written: &str) -> Option<u16> {
    let (hour, minute) = written.split_once(':')?;
    let number = |digits: &str| {
        let plain = digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| digits.parse::<u16>().ok()).flatten()
    };
    let (hour, minute) = (number(hour)?, number(minute)?);
    let minutes = hour * 60 + minute;
    (minute < 60 && minutes <= DAY).then_some(minutes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn always_is_every_day_and_an_empty_list_is_told() {
        let read = |open| {
            let mut found = Vec::new();
            let raw = RawLine { theme: crate::catalogue::Theme::Listening, open };
            (build_line(&raw, &Spot::file("partners/lijn.json"), &mut found).open, found.len())
        };
        let always = vec![Hours { days: 127, from: 0, to: 1440 }];
        assert_eq!(read(Some(RawOpen::Always)), (Some(always), 0));
        assert_eq!(read(None), (None, 0));
        assert_eq!(read(Some(RawOpen::At(Vec::new()))).1, 1);
    }

    #[test]
    fn reads_an_hour_as_partners_write_it_and_no_other() {
        assert_eq!(minutes("00:00"), Some(0));
        assert_eq!(minutes("09:30"), Some(570));
        assert_eq!(minutes("24:00"), Some(1440));
        for wrong in ["25:00", "24:01", "9:00", "09:60", "09.30", "0900", "", "+9:00", "09:3x"] {
            assert_eq!(minutes(wrong), None, "{wrong}");
        }
    }
}
