//! A telephone number that doesn't exist in the offer's country, or can't be dialled.

use super::{Check, shown};
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        subject::Subject,
    },
    contact::dial,
    says,
};

pub(super) const CHECK: Check = Check {
    code: "phone-not-valid",
    severity: Severity::Error,
    manual: "Een telefoonnummer bestaat zo niet in het land van het aanbod. Korte nummers zoals 106 en 113 zijn goed.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    let regions = subject.catalogue.regions();
    for (spot, raw, offer) in subject.built() {
        let Some(phone) = &raw.contact.phone else { continue };
        let mut countries: Vec<&str> = Vec::new();
        for region in &offer.area.regions {
            let country = regions.around(*region).last().unwrap_or(*region);
            countries.push(regions.get(country).id.as_str());
        }
        if !countries.is_empty() && !is_number(phone, &countries) {
            found.push(CHECK.at(
                &spot.at("contact").at("phone"),
                says!("`{}` is geen telefoonnummer dat daar bestaat", "`{}` isn't a phone number that exists there", shown(phone)),
                says!("schrijf één nummer zoals mensen het bellen, met het kengetal: `02 345 67 89`, `0800 15 225`, `113`", "write one number as people dial it, with the area code: `02 345 67 89`, `0800 15 225`, `113`"),
            ));
        }
    }
}

/// The numbers of a country: how many digits follow from the first ones. The longest beginning that fits, counts.
struct Plan {
    country: &'static str,
    prefix: &'static str,
    short: &'static [&'static str],
    long: &'static [(&'static str, &'static [usize])],
}

/// What the numbering plans of both countries allow. Of the short numbers, those for help and government.
#[rustfmt::skip]
const PLANS: [Plan; 2] = [
    Plan {
        country: "be",
        prefix: "+32",
        short: &[
            "100", "101", "102", "103", "105", "106", "107", "108", "110", "112", "116000", "116111", "116117",
            "116123", "1700", "1712", "1718", "1719", "1722", "1733", "1813",
        ],
        long: &[
            ("02", &[9]), ("03", &[9]), ("04", &[9]), ("09", &[9]),
            ("010", &[9]), ("011", &[9]), ("012", &[9]), ("013", &[9]), ("014", &[9]), ("015", &[9]), ("016", &[9]),
            ("019", &[9]), ("05", &[9]), ("060", &[9]), ("061", &[9]), ("063", &[9]), ("064", &[9]), ("065", &[9]),
            ("067", &[9]), ("068", &[9]), ("069", &[9]), ("070", &[9]), ("071", &[9]), ("078", &[9]), ("080", &[9]),
            ("081", &[9]), ("082", &[9]), ("083", &[9]), ("084", &[9]), ("085", &[9]), ("086", &[9]), ("087", &[9]),
            ("089", &[9]), ("045", &[10]), ("046", &[10]), ("047", &[10]), ("048", &[10]), ("049", &[10]),
        ],
    },
    Plan {
        country: "nl",
        prefix: "+31",
        short: &["112", "113", "144", "116000", "116006", "116111", "116117", "116123"],
        long: &[
            ("140", &[5, 6]), ("01", &[10]), ("02", &[10]), ("03", &[10]), ("04", &[10]), ("05", &[10]), ("06", &[10]),
            ("07", &[10]), ("084", &[10]), ("085", &[10]), ("087", &[10]), ("088", &[10]), ("0800", &[8, 11]),
            ("0900", &[8, 11]), ("0906", &[8, 11]), ("0909", &[8, 11]),
        ],
    },
];

fn is_number(phone: &str, countries: &[&str]) -> bool {
    let Some(dialled) = dial(phone) else { return false };
    let digits = dialled.trim_start_matches("tel:");
    if digits.starts_with('+') {
        let own = PLANS.iter().find_map(|plan| Some((plan, digits.strip_prefix(plan.prefix)?)));
        return own.map_or(digits.len() > 8, |(plan, rest)| plan.has_long(&format!("0{rest}")));
    }
    let known = PLANS.iter().filter(|plan| countries.contains(&plan.country));
    known.into_iter().any(|plan| plan.short.contains(&digits) || plan.has_long(digits))
}

impl Plan {
    fn has_long(&self, digits: &str) -> bool {
        let fitting = self.long.iter().filter(|(start, _)| digits.starts_with(start));
        fitting.max_by_key(|(start, _)| start.len()).is_some_and(|(_, lengths)| lengths.contains(&digits.len()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(country: &str, good: &[&str], bad: &[&str]) {
        for phone in good {
            assert!(is_number(phone, &[country]), "{phone} in {country}");
        }
        for phone in bad {
            assert!(!is_number(phone, &[country]), "{phone} in {country}");
        }
    }

    #[test]
    fn knows_belgian_numbers() {
        check(
            "be",
            &[
                "106",
                "107",
                "102",
                "1700",
                "1712",
                "1733",
                "1813",
                "112",
                "0800 15 225",
                "078 15 11 55",
                "070 245 245",
                "02 474 02 35",
                "016 244 200",
                "087 596 341",
                "04 222 33 44",
                "0475 12 34 56",
                "0900 51 009",
                "+32 2 474 02 35",
                "+32 475 12 34 56",
                "+49 241 1234567",
                "+31 30 760 60 55",
            ],
            &[
                "113",
                "0800-0113",
                "1234",
                "02 474 02 3",
                "02 474 02 355",
                "0475 12 34 5",
                "062 12 34 56",
                "+32 (0)2 474 02 35",
                "+32 106",
                "00 32 2 474 02 35",
                "030 760 60 55",
                "*106#",
                "106 of 107",
                "",
            ],
        );
    }

    #[test]
    fn knows_dutch_numbers() {
        check(
            "nl",
            &[
                "113",
                "112",
                "144",
                "116 111",
                "14 020",
                "14 0348",
                "0800-0113",
                "0800 5088",
                "0800 022 66 22",
                "0900-1450",
                "088 0767 000",
                "085 123 45 67",
                "030 760 60 55",
                "0318 48 51 83",
                "06 12345678",
                "+31 30 760 60 55",
            ],
            &["106", "1813", "0800 15 225", "030 760 60 5", "06 1234567", "0800-01134", "14 20", "+31 0800 5088"],
        );
    }

    #[test]
    fn an_offer_in_both_countries_may_have_either_number() {
        assert!(is_number("106", &["be", "nl"]) && is_number("0800 5088", &["nl", "be"]));
    }
}
