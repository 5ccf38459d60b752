//! Ids: short names in kebab-case that never change and are never reused.

use std::{fmt, rc::Rc};

/// Declares one kind of id, so that an offer's id can't stand where a partner's is meant.
macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Rc<str>);

        impl $name {
            /// The id, when `text` has the form of one (see [`is_id`]).
            pub fn new(text: &str) -> Option<Self> {
                is_id(text).then(|| Self(text.into()))
            }

            /// The id as written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id!(
    /// Names an offer.
    OfferId
);
id!(
    /// Names a partner; its file has the same name.
    PartnerId
);
id!(
    /// Names a question.
    QuestionId
);
id!(
    /// Names an answer option within its question.
    OptionId
);
id!(
    /// Names a region: `be-vlg`, `be-nis-44021`, `nl-gm0363`.
    RegionId
);

/// Whether a text has the form of an id: 1 to 64 characters, small letters, digits and single hyphens between them.
pub fn is_id(text: &str) -> bool {
    let parts_are_plain = text
        .split('-')
        .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()));
    text.len() <= 64 && parts_are_plain
}

/// The known name nearest to a mistyped one, when one is near enough to be worth suggesting:
/// about a third of the letters wrong at most, by Levenshtein's distance.
pub fn nearest<'a>(mistyped: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let mistyped: String = mistyped.chars().take(80).flat_map(char::to_lowercase).collect();
    let allowed = mistyped.chars().count().div_ceil(3);
    known
        .into_iter()
        .map(|name| (distance(&mistyped, name), name))
        .filter(|(distance, _)| *distance <= allowed)
        .min()
        .map(|(_, name)| name)
}

/// How many letters to change, add or leave out to make one text the other (Levenshtein 1966).
pub(crate) fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.chars().count()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut corner = i;
        let mut left = i + 1;
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (cell, to) in row.iter_mut().skip(1).zip(b.chars()) {
            let cost = if from == to { corner } else { corner.min(left).min(*cell) + 1 };
            corner = std::mem::replace(cell, cost);
            left = cost;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_has_one_form() {
        for good in ["be", "be-nis-44021", "65-plus", "nl-gm0363"] {
            assert!(is_id(good), "{good}");
        }
        for bad in ["", "-", "be-", "Be", "be--vlg", "be vlg", "bé", "a/b"] {
            assert!(!is_id(bad), "{bad}");
        }
    }

    #[test]
    fn suggests_the_nearest_name_but_not_any_name() {
        let known = ["respite", "respect", "money"];
        assert_eq!(nearest("respit", known), Some("respite"));
        assert_eq!(nearest("monye", known), Some("money"));
        assert_eq!(nearest("transport", known), None);
        assert_eq!(distance("kitten", "sitting"), 3);
    }
}
