//! Calendar dates as the catalogue writes them: `2026-11-22`, or less exact `2026-11` and `2026`.

use crate::figures::figures;
use std::fmt;

/// A day in the Gregorian calendar. Two days compare as they follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// Reads `YYYY-MM-DD`; `None` for any other form and for days that don't exist.
    pub fn parse(text: &str) -> Option<Self> {
        match PartialDate::parse(text)? {
            PartialDate { year, month: Some(month), day: Some(day) } => Some(Self { year, month, day }),
            _ => None,
        }
    }

    /// The day that comes this many days after 1 January 1970.
    pub fn from_days_since_1970(days: u32) -> Self {
        let (mut year, mut left) = (1970, days);
        let length = |year: u16| if days_in(year, 2) == 29 { 366 } else { 365 };
        while left >= length(year) && year < 9999 {
            left -= length(year);
            year += 1;
        }
        let mut month = 1;
        while month < 12 && left >= u32::from(days_in(year, month)) {
            left -= u32::from(days_in(year, month));
            month += 1;
        }
        Self { year, month, day: (left + 1).min(31) as u8 }
    }

    /// The day that comes this many days later; 31 December 9999 at the latest.
    pub fn plus_days(self, days: u32) -> Self {
        let (mut date, mut left) = (self, days);
        loop {
            let rest = u32::from(days_in(date.year, date.month)).saturating_sub(u32::from(date.day));
            if left <= rest {
                return Self { day: date.day + left as u8, ..date };
            }
            left -= rest + 1;
            date = match date {
                Self { year: 9999, month: 12, .. } => return Self { day: 31, ..date },
                Self { year, month: 12, .. } => Self { year: year + 1, month: 1, day: 1 },
                Self { year, month, .. } => Self { year, month: month + 1, day: 1 },
            };
        }
    }

    /// The same day so many months later; the last day of that month where it has no such day.
    pub fn plus_months(self, months: u8) -> Self {
        let whole = u16::from(self.month - 1) + u16::from(months);
        let (year, month) = (self.year.saturating_add(whole / 12), (whole % 12) as u8 + 1);
        Self { year, month, day: self.day.min(days_in(year, month) as u8) }
    }

    /// The day as `YYYY-MM-DD`.
    pub fn written(self) -> String {
        PartialDate { year: self.year, month: Some(self.month), day: Some(self.day) }.written()
    }

    /// Whether the day lies between a first and a last day, of which either may be open.
    pub fn is_within(self, (from, until): (Option<Self>, Option<Self>)) -> bool {
        from.is_none_or(|from| from <= self) && until.is_none_or(|until| self <= until)
    }

    /// Whole months from this day to a later one; 0 when it is not later.
    pub fn months_until(self, later: Self) -> u32 {
        let months = |date: Self| u32::from(date.year) * 12 + u32::from(date.month);
        let whole = months(later).saturating_sub(months(self));
        if later.day < self.day { whole.saturating_sub(1) } else { whole }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written())
    }
}

/// A date of which the day, or the month too, may be missing: sources often print only a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PartialDate {
    year: u16,
    month: Option<u8>,
    day: Option<u8>,
}

impl PartialDate {
    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `None` for any other form and for days that don't exist.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = digits(parts.next()?, 4).filter(|year| *year >= 1900)?;
        let month = match parts.next() {
            Some(part) => Some(digits(part, 2).filter(|month| (1..=12).contains(month))? as u8),
            None => None,
        };
        let day = match (parts.next(), month) {
            (Some(part), Some(month)) => {
                Some(digits(part, 2).filter(|day| (1..=days_in(year, month)).contains(day))? as u8)
            }
            _ => None,
        };
        parts.next().is_none().then_some(Self { year, month, day })
    }

    /// The last day this date may stand for: the end of its month or year.
    pub fn latest(self) -> Date {
        let month = self.month.unwrap_or(12);
        let day = self.day.unwrap_or(days_in(self.year, month) as u8);
        Date { year: self.year, month, day }
    }

    /// Year, month (1 to 12) and day, as far as known.
    pub fn parts(self) -> (u16, Option<u8>, Option<u8>) {
        (self.year, self.month, self.day)
    }

    /// The date as the catalogue writes it.
    pub fn written(self) -> String {
        let mut text = padded(self.year, 4);
        for part in [self.month, self.day].into_iter().flatten() {
            text.push('-');
            text.push_str(&padded(u16::from(part), 2));
        }
        text
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written())
    }
}

/// A month by its number, from 1, as the tools for partners say it. The widget has its own words.
pub fn dutch_month(month: u8) -> &'static str {
    #[rustfmt::skip]
    const MONTHS: [&str; 12] = [
        "januari", "februari", "maart", "april", "mei", "juni",
        "juli", "augustus", "september", "oktober", "november", "december",
    ];
    MONTHS.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or_default()
}

/// A number with zeros before it.
fn padded(number: u16, length: usize) -> String {
    let mut text = figures(number.into());
    while text.len() < length {
        text.insert(0, '0');
    }
    text
}

fn digits(text: &str, length: usize) -> Option<u16> {
    let plain = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

fn days_in(year: u16, month: u8) -> u16 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_exists_and_nothing_else() {
        for good in ["2026-11-22", "2024-02-29", "2000-02-29"] {
            assert_eq!(Date::parse(good).map(|date| date.to_string()).as_deref(), Some(good));
        }
        for bad in
            ["", "2026", "2026-11", "2025-02-29", "1900-02-29", "2026-13-01", "2026-1-1", "2026-11-22-1", "+026-11-22"]
        {
            assert_eq!(Date::parse(bad), None, "{bad}");
        }
        assert_eq!(PartialDate::parse("2023-02").map(|date| date.latest().to_string()).as_deref(), Some("2023-02-28"));
        assert_eq!(PartialDate::parse("2023").map(|date| date.latest().to_string()).as_deref(), Some("2023-12-31"));
    }

    #[test]
    fn counts_days_from_1970() {
        for (days, date) in
            [(0, "1970-01-01"), (59, "1970-03-01"), (789, "1972-02-29"), (20_779, "2026-11-22"), (11_016, "2000-02-29")]
        {
            assert_eq!(Date::from_days_since_1970(days).to_string(), date);
        }
    }

    #[test]
    fn goes_on_by_days() {
        let later = |from, days| Date::parse(from).map(|date: Date| date.plus_days(days).to_string()).unwrap();
        assert_eq!(later("2026-11-22", 0), "2026-11-22");
        assert_eq!(later("2026-11-22", 9), "2026-12-01");
        assert_eq!(later("2026-12-31", 1), "2027-01-01");
        assert_eq!(later("2024-02-28", 2), "2024-03-01");
        assert_eq!(later("9999-12-30", 1), "9999-12-31");
        assert_eq!(later("2026-11-22", u32::MAX), "9999-12-31");
        let start = Date::from_days_since_1970(0);
        for days in 0..30_000 {
            assert_eq!(start.plus_days(days), Date::from_days_since_1970(days));
        }
    }

    #[test]
    fn counts_whole_months() {
        let months =
            |from, to| Date::parse(from).zip(Date::parse(to)).map(|(from, to): (Date, Date)| from.months_until(to));
        assert_eq!(months("2024-11-22", "2026-11-22"), Some(24));
        assert_eq!(months("2024-11-23", "2026-11-22"), Some(23));
        assert_eq!(months("2026-11-22", "2024-11-22"), Some(0));
    }
}
