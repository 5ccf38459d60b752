//! What every field of a partner's file is called, and what a partner writes there: for the workbench, the manual and the report.

use super::diagnostic::Tongue;

mod list;
mod words;
pub use list::FIELDS;
pub use words::WORDS;

/// The same words in each language the tools speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    /// Dutch.
    pub nl: &'static str,
    /// English.
    pub en: &'static str,
}

/// A field of a partner's file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// Where it stands: `offers/needs/strength`. Positions in lists are left out; languages stand below `text`, and
    /// what a rule consists of stands below `offers/eligibility`.
    pub path: &'static str,
    /// Two or three words, as above a field in a form.
    pub label: Said,
    /// What to write there, in a sentence or two.
    pub help: Said,
}

/// What a word of a closed list means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meaning {
    /// The path of the field that may hold it: `offers/kind`.
    pub list: &'static str,
    /// The word, as it stands in the file; for a number its digits.
    pub word: &'static str,
    /// What it means, in a few words.
    pub says: Said,
}

impl Said {
    /// The words in one language.
    pub const fn in_tongue(self, tongue: Tongue) -> &'static str {
        match tongue {
            Tongue::Nl => self.nl,
            Tongue::En => self.en,
        }
    }
}

/// The field at a path, or at a JSON pointer into a partner's file: `/offers/3/urgent_when/all/0/is/option` is the
/// option of a rule.
pub fn field(path: &str) -> Option<&'static Field> {
    let path = canonical(path);
    FIELDS.iter().find(|field| field.path == path)
}

/// The words a closed list consists of, in their order; none where a field isn't a closed list.
pub fn words(path: &str) -> impl Iterator<Item = &'static Meaning> {
    let path = canonical(path);
    WORDS.iter().filter(move |meaning| meaning.list == path)
}

/// What a word means in the field at this path.
pub fn meaning(path: &str, word: &str) -> Option<&'static Meaning> {
    words(path).find(|meaning| meaning.word == word)
}

const RULES: [&str; 3] = ["eligibility", "typical_for", "urgent_when"];
const LANGUAGES: [&str; 6] = ["nl", "nl-BE", "nl-NL", "fr", "de", "en"];

/// The path under which the field is listed.
fn canonical(path: &str) -> String {
    let is_position = |key: &str| key.bytes().all(|byte| byte.is_ascii_digit());
    let mut keys: Vec<&str> = path.split('/').filter(|key| !is_position(key)).collect();
    if let ["offers", rule, .., last] = keys.as_slice()
        && RULES.contains(rule)
    {
        // A rule holds rules: what one consists of is said once.
        let last = *last;
        let parent = keys.len().checked_sub(2).and_then(|at| keys.get(at)).copied().unwrap_or_default();
        let is_part = !RULES.contains(&parent) && !["all", "any", "not"].contains(&parent);
        keys = vec!["offers", "eligibility"];
        keys.extend(is_part.then_some(parent));
        keys.push(last);
    } else if let Some(language) = keys.last().copied().filter(|last| LANGUAGES.contains(last)) {
        keys = vec!["text", language];
    }
    keys.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(path: &str, expected: Option<&str>) {
        assert_eq!(field(path).map(|field| field.path), expected, "{path}");
    }

    #[test]
    fn a_field_is_found_by_its_path_and_by_a_pointer_into_a_file() {
        check("partner/name", Some("partner/name"));
        check("/partner/name/nl-BE", Some("text/nl-BE"));
        check("/offers/12/needs/0/strength", Some("offers/needs/strength"));
        check("/offers/12/conditions/1/fr", Some("text/fr"));
        check("offers/typical_for", Some("offers/typical_for"));
        check("/offers/0/typical_for/below/number", Some("offers/eligibility/below/number"));
        check("/offers/0/urgent_when/any/1/all/0/not/any-of/options/2", Some("offers/eligibility/any-of/options"));
        check("/offers/0/eligibility/any/1", Some("offers/eligibility/any"));
        check("/offers/0/line/open/0/days/4", Some("offers/line/open/days"));
        check("/offers/0/nonsense", None);
        check("", None);
    }

    #[test]
    fn a_word_is_explained_by_the_list_it_stands_in() {
        let says = |path, word| meaning(path, word).map(|meaning| meaning.says.in_tongue(Tongue::Nl));
        assert_eq!(says("/offers/3/kind", "leave"), Some("verlof"));
        assert_eq!(says("/offers/3/line/open/0/days/1", "7"), Some("zondag"));
        assert_eq!(says("offers/source/kind", "leave"), None);
        assert_eq!(words("offers/name").count(), 0);
    }
}
