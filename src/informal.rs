//! Dutch as one speaks to who is under 18: `je` where others read `u`.
//!
//! Most texts differ in these words alone. Published files keep of those only what can't be seen from the text: whether a verb
//! before `u` loses its -t. 'Kunt u' becomes 'kun je', but 'iemand helpt u' becomes 'iemand helpt je'.

/// The text with `je` for `u`. `verbs` has a sign for each word in -t that stands before `u`, in order: `1` when it loses the -t.
pub fn informal(text: &str, verbs: &str) -> String {
    let mut verbs = verbs.bytes();
    let mut young = String::new();
    let mut done = 0;
    let part = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
    // Letters beyond ASCII are more than one byte, none of which is another letter.
    let is_letter =
        |at: usize| text.as_bytes().get(at).is_some_and(|sign| sign.is_ascii_alphabetic() || !sign.is_ascii());
    for (at, sign) in text.bytes().enumerate() {
        if !matches!(sign, b'u' | b'U') || (at > 0 && is_letter(at - 1)) {
            continue;
        }
        let is_self = part(at + 1, at + 5) == "zelf";
        let end = at + 1 + usize::from(part(at + 1, at + 2) == "w");
        if is_letter(end) && !is_self {
            continue;
        }
        young.push_str(part(done, at));
        if end == at + 1 && young.ends_with("t ") && verbs.next() == Some(b'1') {
            // 'Gaat u' becomes 'ga je'.
            let lost = if young.ends_with("aat ") { 3 } else { 2 };
            young.truncate(young.len() - lost);
            young.push(' ');
        }
        young.push_str(if sign == b'U' { "Je" } else { "je" });
        done = end;
    }
    young.push_str(part(done, text.len()));
    young
}

/// The shortest `verbs` with which [`informal`] makes the one text of the other; `None` when it never does.
pub fn verbs(text: &str, young: &str) -> Option<String> {
    let most = text.matches("t u").count().min(8);
    let signs = |length: usize, number: usize| {
        (0..length).map(|place| if number >> place & 1 == 1 { '1' } else { '0' }).collect::<String>()
    };
    (0..=most)
        .flat_map(|length| (0..1 << length).map(move |number| signs(length, number)))
        .find(|verbs| informal(text, verbs) == young)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn speaks_to_the_young() {
        for (text, signs, young) in [
            ("U kunt bellen. Uw naaste helpt u.", "", "Je kunt bellen. Je naaste helpt je."),
            ("Kunt u bellen?", "1", "Kun je bellen?"),
            ("Zij helpt u, dan kunt u rusten.", "01", "Zij helpt je, dan kun je rusten."),
            ("Gaat u mee (met uw hond)?", "1", "Ga je mee (met je hond)?"),
            ("Zorg goed voor uzelf: niet u, maar zij.", "", "Zorg goed voor jezelf: niet je, maar zij."),
            ("Het duurt een uur.", "", "Het duurt een uur."),
        ] {
            assert_eq!(informal(text, signs), young);
            assert_eq!(verbs(text, young).as_deref(), Some(signs), "{text}");
        }
        assert_eq!(verbs("U en uw naaste", "Jij en je naaste"), None);
        assert_eq!(verbs("Kunt u?", "Kunt jij?"), None);
    }
}
