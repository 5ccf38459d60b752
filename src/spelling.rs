//! Words as people type them: without accents and capitals, in the singular or the plural, now and then with a slip.

/// The longest text that slips are looked for in; nothing longer is a word or a name.
const LONGEST: usize = 64;

/// Where a word begins in a text, each time. The search of the standard library is made for long texts, and 1 KB of Wasm.
pub fn places(text: &str, word: &str) -> impl Iterator<Item = usize> {
    (0..text.len()).filter(move |at| text.get(*at..).is_some_and(|rest| rest.starts_with(word)))
}

/// A text with one word for another, the first time and every time after it.
pub fn replaced(text: &str, word: &str, other: &str) -> String {
    let mut made = String::new();
    let mut from = 0;
    for at in places(text, word) {
        // A place inside the one before is none.
        if at >= from {
            made.push_str(text.get(from..at).unwrap_or(""));
            made.push_str(other);
            from = at + word.len();
        }
    }
    made.push_str(text.get(from..).unwrap_or(""));
    made
}

/// Adds a text in small letters without accents; whatever is no letter or digit becomes one space.
pub fn fold(text: &str, into: &mut String) {
    let from = into.len();
    for letter in text.chars() {
        match letter {
            'a'..='z' | '0'..='9' => into.push(letter),
            'A'..='Z' => into.push(letter.to_ascii_lowercase()),
            _ => fold_rare(letter, from, into),
        }
    }
    if into.len() > from && into.ends_with(' ') {
        into.pop();
    }
}

/// Adds a letter with an accent, of another script, or what stands between words.
///
/// The letters of the languages we speak, by hand: the tables of Unicode would be a tenth of what a phone loads.
fn fold_rare(letter: char, from: usize, into: &mut String) {
    let plain = match letter {
        'À'..='Å' | 'à'..='å' => "a",
        'Ç' | 'ç' => "c",
        'È'..='Ë' | 'è'..='ë' => "e",
        'Ğ' | 'ğ' => "g",
        'Ì'..='Ï' | 'ì'..='ï' | 'İ' | 'ı' => "i",
        'Ñ' | 'ñ' => "n",
        'Ò'..='Ö' | 'ò'..='ö' => "o",
        'Ş' | 'ş' => "s",
        'Ù'..='Ü' | 'ù'..='ü' => "u",
        'ß' => "ss",
        'Œ' | 'œ' => "oe",
        // Accents written after their letter.
        '\u{300}'..='\u{36f}' => "",
        letter if is_sign(letter) => {
            if into.len() > from && !into.ends_with(' ') {
                into.push(' ');
            }
            ""
        }
        letter => return into.push(letter),
    };
    into.push_str(plain);
}

/// What stands between words: below the letters of Latin-1, among the signs of Unicode, and in Arabic.
fn is_sign(letter: char) -> bool {
    matches!(letter, ..'À' | '×' | '÷' | '،' | '؛' | '؟' | '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{303f}')
}

/// A text as [`fold`] makes it; of a long one the beginning.
pub fn plain(text: &str) -> String {
    let end = text.char_indices().nth(100).map_or(text.len(), |(end, _)| end);
    let mut plain = String::with_capacity(text.len().min(100));
    fold(text.get(..end).unwrap_or(text), &mut plain);
    plain
}

/// Whether these words stand in a text as whole words; both folded.
pub fn has_words(text: &str, words: &str) -> bool {
    place_of_words(text, words).is_some()
}

/// Takes these words out of a text, when they stand in it.
pub fn take_words(text: &mut String, words: &str) -> bool {
    let place = place_of_words(text, words);
    if let Some(place) = place {
        text.replace_range(place..place + words.len(), " ");
    }
    place.is_some()
}

fn place_of_words(text: &str, words: &str) -> Option<usize> {
    if words.is_empty() {
        return None;
    }
    let is_apart = |place: usize| {
        let before = text.get(..place).is_some_and(|before| before.is_empty() || before.ends_with(' '));
        before && text.get(place + words.len()..).is_some_and(|after| after.is_empty() || after.starts_with(' '))
    };
    places(text, words).find(|place| is_apart(*place))
}

/// Which letters a folded word has, one bit each; a few other signs share theirs with a letter.
/// A word can't lie in another that lacks one of its letters: that is quicker to see than to search.
pub fn letters(word: &str) -> u32 {
    word.bytes().fold(0, |letters, byte| letters | letter(byte))
}

/// The bit of one letter.
pub fn letter(byte: u8) -> u32 {
    1 << (byte & 31)
}

/// A folded Dutch word, and how its singular or plural begins: 'rolstoelen' and 'rolstoel', 'praten' and 'praat',
/// 'school' and 'schol(en)', 'huis' and 'huiz(en)'. A form too many does no harm: what is no word is found nowhere.
pub fn forms(word: &str) -> Vec<String> {
    let mut forms = vec![word.to_owned()];
    let letters = word.as_bytes();
    match letters {
        // 'oppassen', 'vakken': one consonant less.
        [.., before, last, b'e', b'n'] if before == last && !is_vowel(*last) => forms.extend(without(word, 3, "")),
        // 'praten', 'scholen', 'lezen': the open syllable had a long vowel. 'wandelen' and 'kinderen' had not.
        [.., before, vowel, last, b'e', b'n'] if is_vowel(*vowel) && !is_vowel(*before) && !is_vowel(*last) => {
            let doubled = [*vowel, *vowel, single(*last)].map(char::from);
            forms.extend(without(word, 4, &doubled.iter().collect::<String>()));
            if letters.len() > 6 {
                forms.extend(without(word, 2, ""));
            }
        }
        // 'rolstoelen', 'huizen', 'brieven'.
        [_, _, .., last, b'e', b'n'] => forms.extend(without(word, 3, char::from(single(*last)).encode_utf8(&mut [0]))),
        // 'school', 'praat': the plural has a short way of writing it.
        [.., first, second, last] if first == second && is_vowel(*first) && !is_vowel(*last) => {
            forms.extend(without(word, 2, char::from(*last).encode_utf8(&mut [0])));
        }
        // 'huis', 'verlies', and 'premies' as well.
        [_, _, .., b's'] => {
            forms.extend(without(word, 1, "z"));
            if letters.len() > 4 {
                forms.extend(without(word, 1, ""));
            }
        }
        [_, _, .., b'f'] => forms.extend(without(word, 1, "v")),
        // 'zieke', 'jonge'.
        [_, _, _, .., last, b'e'] if !is_vowel(*last) => forms.extend(without(word, 1, "")),
        _ => {}
    }
    forms
}

/// A word with other letters in the place of its last few.
fn without(word: &str, letters: usize, instead: &str) -> Option<String> {
    let mut changed = word.get(..word.len().checked_sub(letters)?)?.to_owned();
    changed.push_str(instead);
    Some(changed)
}

/// How the singular writes the last letter of a plural's stem.
fn single(letter: u8) -> u8 {
    match letter {
        b'v' => b'f',
        b'z' => b's',
        other => other,
    }
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

/// How far what was typed is from a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slips {
    /// From the whole word.
    pub whole: u8,
    /// From the beginning of the word that is nearest: the person may still be typing.
    pub beginning: u8,
    /// How many bytes that beginning has.
    pub length: usize,
}

/// How many letters to change, add, leave out or swap with their neighbour to make one text the other,
/// each letter touched once (optimal string alignment: Damerau 1964, restricted). `None` for texts too long for a name.
pub fn slips(typed: &str, word: &str) -> Option<Slips> {
    if typed.len() >= LONGEST || word.len() >= LONGEST {
        return None;
    }
    let (typed, word) = (typed.as_bytes(), word.as_bytes());
    let mut before = [0; LONGEST];
    let mut last: [u8; LONGEST] = std::array::from_fn(|place| place as u8);
    for (i, from) in typed.iter().enumerate() {
        let mut row = [0; LONGEST];
        let mut left = i as u8 + 1;
        put(&mut row, 0, left);
        for (j, to) in word.iter().enumerate() {
            let mut cost = (at(&last, j) + u8::from(from != to)).min(at(&last, j + 1) + 1).min(left + 1);
            let swapped = j > 0 && i > 0 && at(word, j - 1) == *from && at(typed, i - 1) == *to;
            if swapped {
                cost = cost.min(at(&before, j - 1) + 1);
            }
            put(&mut row, j + 1, cost);
            left = cost;
        }
        (before, last) = (last, row);
    }
    let mut nearest = Slips { whole: at(&last, word.len()), beginning: u8::MAX, length: 0 };
    for length in 0..=word.len() {
        if at(&last, length) <= nearest.beginning {
            nearest = Slips { beginning: at(&last, length), length, ..nearest };
        }
    }
    Some(nearest)
}

fn at(row: &[u8], place: usize) -> u8 {
    row.get(place).copied().unwrap_or_default()
}

fn put(row: &mut [u8], place: usize, value: u8) {
    if let Some(cell) = row.get_mut(place) {
        *cell = value;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_whatever_is_typed() {
        assert_eq!(plain("  Zzp’er, PRAATCAFÉ (Âmeluna)! "), "zzp er praatcafe ameluna");
        assert_eq!(plain("œuvre Straße -"), "oeuvre strasse");
        assert_eq!(plain(&"ab ".repeat(100)).len(), 100);
    }

    #[test]
    fn words_stand_apart() {
        let mut text = "op adem komen in den haag".to_owned();
        assert!(has_words(&text, "den haag") && !has_words(&text, "en haag") && !has_words(&text, ""));
        assert!(take_words(&mut text, "adem komen") && !take_words(&mut text, "adem"));
        assert_eq!(text.split_whitespace().collect::<Vec<_>>(), ["op", "in", "den", "haag"]);
    }

    #[test]
    fn knows_singular_and_plural() {
        for (word, form) in [
            ("rolstoelen", "rolstoel"),
            ("praten", "praat"),
            ("lezen", "lees"),
            ("scholen", "school"),
            ("school", "schol"),
            ("oppassen", "oppas"),
            ("brieven", "brief"),
            ("huizen", "huis"),
            ("huis", "huiz"),
            ("kinderen", "kinder"),
            ("premies", "premie"),
            ("zieke", "ziek"),
        ] {
            assert!(forms(word).iter().any(|other| other == form), "{word}: {:?}", forms(word));
        }
        assert_eq!(forms("één"), ["één"], "folded words only, and no fault for others");
        assert_eq!(forms("en"), ["en"]);
    }

    #[test]
    fn a_swap_is_one_slip() {
        let whole = |typed, word| slips(typed, word).map(|slips| slips.whole);
        assert_eq!(whole("gnet", "gent"), Some(1));
        assert_eq!(whole("alzheimr", "alzheimer"), Some(1));
        assert_eq!(whole("kitten", "sitting"), Some(3));
        assert_eq!(whole("ca", "abc"), Some(3), "each letter is touched once");
        assert_eq!(whole("", ""), Some(0));
        assert_eq!(whole(&"a".repeat(64), "a"), None);
        assert_eq!(slips("kankr", "kankerinfo"), Some(Slips { whole: 5, beginning: 1, length: 6 }));
    }
}
