//! Signs that mean something to a web page, and nothing to a reader.

use super::Check;
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        subject::Subject,
    },
    says,
};

pub(super) const CHECK: Check = Check {
    code: "markup-in-text",
    severity: Severity::Error,
    manual: "In een tekst staat opmaak: HTML zoals `<b>`, een code zoals `&amp;`, of sterretjes en haakjes zoals \
        `**vet**`.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for written in subject.texts() {
        for (spot, words) in written.words() {
            if let Some(markup) = markup_in(words) {
                let message = says!(
                    "`{markup}` is opmaak; een mantelzorger ziet die tekens zo staan",
                    "`{markup}` is markup; a caregiver sees those signs as they are"
                );
                found.push(CHECK.at(
                    &spot,
                    message,
                    says!(
                        "schrijf gewone tekst, zonder tags, codes of sterretjes",
                        "write plain text, without tags, codes or asterisks"
                    ),
                ));
            }
        }
    }
}

fn markup_in(words: &str) -> Option<&str> {
    tag(words).or_else(|| entity(words)).or_else(|| {
        let signs = ["**", "__", "](", "```", "`"];
        signs.into_iter().find(|sign| words.contains(sign)).or_else(|| emphasis(words))
    })
}

fn tag(words: &str) -> Option<&str> {
    let from = words.match_indices('<').map(|(at, _)| words.get(at..).unwrap_or_default());
    let is_tag =
        |rest: &&str| rest.chars().nth(1).is_some_and(|sign| sign.is_ascii_alphabetic() || "/!?".contains(sign));
    let tag = from.into_iter().find(is_tag)?;
    tag.split_inclusive('>').next().filter(|tag| tag.len() <= 40).or(Some("<"))
}

fn entity(words: &str) -> Option<&str> {
    words.match_indices('&').find_map(|(at, _)| {
        let rest = words.get(at..)?;
        let name = rest.get(1..rest.find(';')?)?;
        let is_name =
            !name.is_empty() && name.len() <= 10 && name.chars().all(|sign| sign == '#' || sign.is_alphanumeric());
        is_name.then(|| rest.get(..name.len() + 2)).flatten()
    })
}

/// `*zo*`: a star before a letter, and one after a letter.
fn emphasis(words: &str) -> Option<&str> {
    let opens = words.split_whitespace().any(|word| word.starts_with('*') && word.len() > 1);
    let closes =
        words.split_whitespace().any(|word| word.trim_end_matches(['.', ',']).ends_with('*') && word.len() > 1);
    (opens && closes).then_some("*")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_markup_from_plain_signs() {
        assert_eq!(markup_in("Bel <b>nu</b>."), Some("<b>"));
        assert_eq!(markup_in("Bel <script src=x"), Some("<script src=x"));
        assert_eq!(markup_in("Zorg &amp; welzijn"), Some("&amp;"));
        assert_eq!(markup_in("Zorg &#38; welzijn"), Some("&#38;"));
        assert_eq!(markup_in("Bel **nu**."), Some("**"));
        assert_eq!(markup_in("[hier](https://a.be)"), Some("]("));
        assert_eq!(markup_in("Bel *nu*."), Some("*"));
        for plain in ["Zorg & welzijn; en meer", "3 < 5 jaar", "u (of uw naaste)", "12 * 30 euro", "de 'Wmo'", "a_b"] {
            assert_eq!(markup_in(plain), None, "{plain}");
        }
    }
}
