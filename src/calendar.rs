//! A reminder for the caregiver's own calendar: a file in the form of RFC 5545 (iCalendar).

use crate::date::Date;

/// The most octets on one line (RFC 5545, 3.1).
const LINE: usize = 75;

/// A file with one reminder on a whole day, with an alarm at nine o'clock that day where the person is.
/// It takes up no time in the calendar, and is marked as private. `stamp` is the day on which it is made.
pub fn reminder(title: &str, description: &str, on: Date, stamp: Date, uid: &str) -> String {
    let mut file = String::new();
    line(&mut file, "BEGIN:", "VCALENDAR");
    line(&mut file, "VERSION:", "2.0");
    line(&mut file, "PRODID:", "-//Mantelwijzer//Mantelwijzer//NL");
    line(&mut file, "BEGIN:", "VEVENT");
    line(&mut file, "UID:", &escaped(uid));
    line(&mut file, "DTSTAMP:", &(digits(stamp) + "T000000Z"));
    line(&mut file, "DTSTART;VALUE=DATE:", &digits(on));
    line(&mut file, "DTEND;VALUE=DATE:", &digits(on.plus_days(1)));
    line(&mut file, "SUMMARY:", &escaped(title));
    line(&mut file, "DESCRIPTION:", &escaped(description));
    line(&mut file, "TRANSP:", "TRANSPARENT");
    line(&mut file, "CLASS:", "PRIVATE");
    line(&mut file, "BEGIN:", "VALARM");
    line(&mut file, "ACTION:", "DISPLAY");
    line(&mut file, "DESCRIPTION:", &escaped(title));
    line(&mut file, "TRIGGER:", "PT9H");
    line(&mut file, "END:", "VALARM");
    line(&mut file, "END:", "VEVENT");
    line(&mut file, "END:", "VCALENDAR");
    file
}

fn digits(date: Date) -> String {
    date.written().replace('-', "")
}

/// A text in which no sign has a meaning of its own (RFC 5545, 3.3.11).
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '\\' | ';' | ',' => {
                escaped.push('\\');
                escaped.push(sign);
            }
            '\r' if signs.peek() == Some(&'\n') => {}
            '\n' | '\r' => escaped.push_str("\\n"),
            '\t' => escaped.push(' '),
            sign if sign.is_control() => {}
            sign => escaped.push(sign),
        }
    }
    escaped
}

/// Adds a line, folded where it is too long, never inside a character.
fn line(file: &mut String, name: &str, value: &str) {
    file.push_str(name);
    let mut length = name.len();
    for sign in value.chars() {
        if length + sign.len_utf8() > LINE {
            file.push_str("\r\n ");
            length = 1;
        }
        file.push(sign);
        length += sign.len_utf8();
    }
    file.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    fn on(date: &str, title: &str, description: &str) -> String {
        reminder(title, description, day(date), day("2026-11-22"), "plan-1@mantelwijzer")
    }

    fn unfolded(file: &str) -> Vec<String> {
        file.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
    }

    #[test]
    fn is_one_private_day_with_an_alarm_at_nine() {
        let lines = [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Mantelwijzer//Mantelwijzer//NL",
            "BEGIN:VEVENT",
            "UID:plan-1@mantelwijzer",
            "DTSTAMP:20261122T000000Z",
            "DTSTART;VALUE=DATE:20261231",
            "DTEND;VALUE=DATE:20270101",
            "SUMMARY:Bel het ziekenfonds",
            "DESCRIPTION:",
            "TRANSP:TRANSPARENT",
            "CLASS:PRIVATE",
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            "DESCRIPTION:Bel het ziekenfonds",
            "TRIGGER:PT9H",
            "END:VALARM",
            "END:VEVENT",
            "END:VCALENDAR",
        ];
        assert_eq!(on("2026-12-31", "Bel het ziekenfonds", ""), lines.join("\r\n") + "\r\n");
    }

    #[test]
    fn no_text_becomes_a_line_of_its_own() {
        let file = on("2026-12-01", "a;b,c\\d\ne\r\nf\rg\u{0}\u{85}", "x\r\nATTENDEE:mailto:a@b.be\nEND:VEVENT");
        let lines = unfolded(&file);
        assert_eq!(lines.len(), 19);
        assert!(lines.contains(&"SUMMARY:a\\;b\\,c\\\\d\\ne\\nf\\ng".to_owned()));
        assert!(lines.contains(&"DESCRIPTION:x\\nATTENDEE:mailto:a@b.be\\nEND:VEVENT".to_owned()));
    }

    #[test]
    fn a_long_line_is_folded_between_characters() {
        for length in 0..200 {
            for sign in ["a", "é", "€", "😀", ","] {
                let text = sign.repeat(length);
                let file = on("2026-12-01", &text, "");
                assert!(file.split("\r\n").all(|line| line.len() <= LINE), "{length} times {sign}");
                let summary = "SUMMARY:".to_owned() + &text.replace(',', "\\,");
                assert!(unfolded(&file).contains(&summary), "{length} times {sign}");
            }
        }
    }
}
