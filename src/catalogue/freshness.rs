//! How long the facts of an offer hold before someone should look again.

use super::OfferKind;
use crate::date::{Date, PartialDate};

/// How fresh the facts of an offer are on some day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Freshness {
    /// Nobody has to look before this day has passed.
    Until(Date),
    /// Someone should have looked again by this day.
    OverdueSince(Date),
    /// Nobody knows how old the facts are.
    Undated,
}

impl Freshness {
    /// How fresh facts are that someone should look at again on the day `due`.
    pub fn on(today: Date, due: Option<Date>) -> Self {
        match due {
            Some(due) if due < today => Self::OverdueSince(due),
            Some(due) => Self::Until(due),
            None => Self::Undated,
        }
    }

    /// The day on which someone should look, or should have looked.
    pub fn due(self) -> Option<Date> {
        match self {
            Self::Until(due) | Self::OverdueSince(due) => Some(due),
            Self::Undated => None,
        }
    }
}

/// The day by which someone should look again: so many months after the last day the date may stand for.
pub fn due(checked_on: PartialDate, review_months: Option<u8>, kind: OfferKind) -> Date {
    checked_on.latest().plus_months(review_months.unwrap_or(usual_months(kind)))
}

/// After how many months to look again, where the offer doesn't say. Amounts and rules change with the year, and a
/// number to call must be right; what an organisation does changes more slowly.
pub fn usual_months(kind: OfferKind) -> u8 {
    match kind {
        OfferKind::Allowance | OfferKind::Leave | OfferKind::Right | OfferKind::Insurance | OfferKind::Helpline => 12,
        OfferKind::Respite | OfferKind::Advice | OfferKind::PeerSupport | OfferKind::Training => 24,
        OfferKind::PracticalHelp | OfferKind::Aid | OfferKind::Housing | OfferKind::Platform => 24,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(checked_on: &str, months: Option<u8>, today: &str, expected: &str) {
        let due = PartialDate::parse(checked_on).map(|date| due(date, months, OfferKind::Leave));
        let freshness = Freshness::on(Date::parse(today).unwrap(), due);
        let words = match freshness {
            Freshness::Until(day) => format!("until {day}"),
            Freshness::OverdueSince(day) => format!("overdue since {day}"),
            Freshness::Undated => "undated".to_owned(),
        };
        assert_eq!(words, expected);
    }

    #[test]
    fn facts_hold_until_the_last_day_they_may_stand_for_is_too_long_ago() {
        check("2025-11-25", None, "2026-11-25", "until 2026-11-25");
        check("2025-11-25", None, "2026-11-26", "overdue since 2026-11-25");
        check("2025", Some(3), "2026-03-31", "until 2026-03-31");
        check("2025-08-31", Some(6), "2026-03-01", "overdue since 2026-02-28");
        check("", None, "2026-03-01", "undated");
    }
}
