//! How hard a text is to read: for Dutch Flesch as Douma fitted it (1960) and words per sentence, for others LIX.
//!
//! A measure, not a judge: it counts syllables and knows nothing of words. Whole numbers only, so that the same text
//! always scores the same.

/// What is counted in a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// Sentences: a text with words has at least one.
    pub sentences: u32,
    /// Words: whatever stands between spaces and holds a letter or a digit.
    pub words: u32,
    /// Syllables, as a Dutch reader would say them.
    pub syllables: u32,
    /// Words of more than six letters.
    pub long_words: u32,
}

/// How hard a text is, in the usual bands of the Flesch-Douma score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ease {
    /// 80 and more.
    VeryEasy,
    /// 70 to 79.
    Easy,
    /// 60 to 69: what most people read without effort, about B1.
    Plain,
    /// 45 to 59.
    Hard,
    /// Below 45.
    VeryHard,
}

impl Ease {
    /// From easy to hard.
    pub const ALL: [Self; 5] = [Self::VeryEasy, Self::Easy, Self::Plain, Self::Hard, Self::VeryHard];

    /// The band of a score.
    pub fn of(score: i32) -> Self {
        match score {
            80.. => Self::VeryEasy,
            70..80 => Self::Easy,
            60..70 => Self::Plain,
            45..60 => Self::Hard,
            _ => Self::VeryHard,
        }
    }
}

impl Reading {
    /// Counts a text.
    pub fn of(text: &str) -> Self {
        let mut reading = Self::default();
        let mut open = false;
        let mut words = text.split_whitespace().peekable();
        while let Some(word) = words.next() {
            if word.chars().any(char::is_alphanumeric) {
                reading.words += 1;
                reading.syllables += syllables(word);
                let letters = word.chars().filter(|sign| sign.is_alphanumeric()).count();
                reading.long_words += u32::from(letters > 6);
                open = true;
            }
            if open && ends_sentence(word, words.peek().copied()) {
                reading.sentences += 1;
                open = false;
            }
        }
        reading.sentences += u32::from(open);
        reading
    }

    /// Two texts as one.
    pub fn and(self, other: Self) -> Self {
        Self {
            sentences: self.sentences + other.sentences,
            words: self.words + other.words,
            syllables: self.syllables + other.syllables,
            long_words: self.long_words + other.long_words,
        }
    }

    /// The Flesch-Douma score, rounded: 206,84 − 77 × syllables per word − 0,93 × words per sentence.
    /// Easy texts score high. `None` without words.
    pub fn score(self) -> Option<i32> {
        let (sentences, words, syllables) =
            (i64::from(self.sentences), i64::from(self.words), i64::from(self.syllables));
        if words == 0 || sentences == 0 {
            return None;
        }
        let top = 20_684 * words * sentences - 7_700 * syllables * sentences - 93 * words * words;
        let bottom = 100 * words * sentences;
        Some((2 * top + bottom).div_euclid(2 * bottom) as i32)
    }

    /// The LIX score (Björnsson 1968): words per sentence plus the share in a hundred of
    /// words of more than six letters, rounded. For languages whose words are written as in Dutch; easy texts score low.
    pub fn lix(self) -> Option<i32> {
        let (sentences, words, long) = (i64::from(self.sentences), i64::from(self.words), i64::from(self.long_words));
        if words == 0 || sentences == 0 {
            return None;
        }
        let top = words * words + 100 * long * sentences;
        let bottom = words * sentences;
        Some((2 * top + bottom).div_euclid(2 * bottom) as i32)
    }

    /// Words per sentence, in tenths, rounded; 0 without words.
    pub fn tenths_of_words_per_sentence(self) -> u32 {
        if self.sentences == 0 { 0 } else { (20 * self.words + self.sentences) / (2 * self.sentences) }
    }
}

/// A stop ends a sentence when nothing follows it, or something with a capital or a digit: 'bijv. een' goes on.
fn ends_sentence(word: &str, next: Option<&str>) -> bool {
    let bare = word.trim_end_matches(['"', '\'', ')', '’', '”']);
    let stops = bare.ends_with(['.', '!', '?', '…']);
    let begins = |next: &str| {
        let first = next.chars().find(|sign| sign.is_alphanumeric());
        first.is_none_or(|sign| sign.is_uppercase() || sign.is_ascii_digit())
    };
    stops && next.is_none_or(begins)
}

/// Vowels that are said in one syllable, the longest first.
const NUCLEI: [&str; 19] = [
    "aai", "ooi", "oei", "eeu", "ieu", "eau", "aa", "ee", "oo", "uu", "ie", "oe", "eu", "ui", "ei", "ij", "au", "ou",
    "ai",
];

/// How many syllables a word has; at least one. Letters that are said one by one (OCMW) count one each, and so does a
/// number as a whole.
pub fn syllables(word: &str) -> u32 {
    let mut count = 0;
    for part in word.split(|sign: char| !sign.is_alphabetic()).filter(|part| !part.is_empty()) {
        let letters = part.chars().count() as u32;
        let is_spelled = letters > 1 && part.chars().all(char::is_uppercase);
        count += if is_spelled { letters } else { of_letters(part).max(1) };
    }
    count.max(1)
}

fn of_letters(part: &str) -> u32 {
    let mut letters: Vec<(char, bool)> = part.chars().flat_map(char::to_lowercase).map(plain).collect();
    // 'yoga' and 'quota': a letter that looks like a vowel and is none.
    for place in 0..letters.len() {
        let at = |place: usize| letters.get(place).map(|(letter, _)| *letter);
        let is_glide = at(place) == Some('y') && place == 0 && at(1).is_some_and(is_vowel);
        let after_q = at(place) == Some('u') && place.checked_sub(1).and_then(at) == Some('q');
        if (is_glide || after_q)
            && let Some(letter) = letters.get_mut(place)
        {
            letter.0 = 'w';
        }
    }
    let mut count = 0;
    let mut place = 0;
    while let Some((letter, _)) = letters.get(place) {
        if !is_vowel(*letter) {
            place += 1;
            continue;
        }
        count += 1;
        let joined = NUCLEI.iter().find(|nucleus| joins(&letters, place, nucleus));
        place += joined.map_or(1, |nucleus| nucleus.len());
    }
    count
}

/// Whether these letters stand here, and none but the first has a trema: that begins a syllable of its own.
fn joins(letters: &[(char, bool)], place: usize, nucleus: &str) -> bool {
    nucleus.chars().enumerate().all(|(offset, wanted)| {
        letters.get(place + offset).is_some_and(|(letter, has_trema)| *letter == wanted && (offset == 0 || !has_trema))
    })
}

/// A letter without its accent, and whether that was a trema.
fn plain(letter: char) -> (char, bool) {
    match letter {
        'ä' => ('a', true),
        'ë' => ('e', true),
        'ï' => ('i', true),
        'ö' => ('o', true),
        'ü' => ('u', true),
        'á' | 'à' | 'â' => ('a', false),
        'é' | 'è' | 'ê' => ('e', false),
        'í' | 'ì' | 'î' => ('i', false),
        'ó' | 'ò' | 'ô' => ('o', false),
        'ú' | 'ù' | 'û' => ('u', false),
        other => (other, false),
    }
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_syllables_as_they_are_said() {
        for (word, count) in [
            ("de", 1),
            ("mantelzorger", 4),
            ("vrij", 1),
            ("moeilijk", 2),
            ("zeeën", 2),
            ("ideeën", 3),
            ("geïnteresseerd", 5),
            ("theater", 3),
            ("radio", 3),
            ("nieuwe", 2),
            ("bureau", 2),
            ("cliënten", 3),
            ("ziekenfonds", 3),
            ("yoga", 2),
            ("quota", 2),
            ("type", 2),
            ("OCMW", 4),
            ("2026", 1),
            ("zo'n", 2),
            ("één", 1),
            ("samana.be", 4),
            ("speciaal", 3),
            ("buien", 2),
            ("(thuis)", 1),
        ] {
            assert_eq!(syllables(word), count, "{word}");
        }
    }

    #[test]
    fn scores_are_those_counted_by_hand() {
        // Sentences, words and syllables counted by hand, the score worked out with the formula.
        for (text, sentences, words, syllables, score) in [
            // 206,84 − 77 × 6/6 − 0,93 × 6 = 124,26
            ("De kat zit op de mat.", 1, 6, 6, 124),
            // 206,84 − 77 × 14/9 − 0,93 × 9/2 = 82,88
            ("Bel uw ziekenfonds. Vraag naar de dienst maatschappelijk werk.", 2, 9, 14, 83),
            // 206,84 − 77 × 25/5 − 0,93 × 5/1 = −182,81
            ("Inkomensvervangende tegemoetkomingen vergen administratieve behandeling.", 1, 5, 25, -183),
            // 'bijv. een' goes on, and so does 'samana.be': 206,84 − 77 × 16/11 − 0,93 × 11/2 = 89,73
            ("U kunt er terecht voor bijv. een gesprek. Kijk op samana.be", 2, 11, 16, 90),
            // 206,84 − 77 × 2/1 − 0,93 × 1/1 = 51,91
            ("Vervoer", 1, 1, 2, 52),
        ] {
            let reading = Reading::of(text);
            assert_eq!([reading.sentences, reading.words, reading.syllables], [sentences, words, syllables], "{text}");
            assert_eq!(reading.score(), Some(score), "{text}");
        }
        assert_eq!(Reading::of(" - ").score(), None);
    }

    #[test]
    fn long_words_weigh_in_other_languages() {
        // 11 words in two sentences, two of them long: 5,5 + 18,2
        let reading = Reading::of("Call your health insurance fund. Ask for the social work department.");
        assert_eq!([reading.sentences, reading.words, reading.long_words], [2, 11, 2]);
        assert_eq!(reading.lix(), Some(24));
        assert_eq!(Reading::of("").lix(), None);
    }

    #[test]
    fn words_per_sentence_are_rounded_to_tenths() {
        assert_eq!(Reading { sentences: 3, words: 20, ..Reading::default() }.tenths_of_words_per_sentence(), 67);
        assert_eq!(Reading::default().tenths_of_words_per_sentence(), 0);
    }

    #[test]
    fn bands_leave_no_score_out() {
        let bands = [(80, Ease::VeryEasy), (79, Ease::Easy), (69, Ease::Plain), (59, Ease::Hard), (44, Ease::VeryHard)];
        for (score, ease) in bands {
            assert_eq!(Ease::of(score), ease, "{score}");
        }
    }
}
