//! Languages, and texts that exist in some of them.

/// A language of the interface and the catalogue, by its BCP 47 tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// `nl`: Dutch, the language every text must have.
    Nl,
    /// `nl-BE`: where Belgium uses another word.
    NlBe,
    /// `nl-NL`: where the Netherlands use another word.
    NlNl,
    /// `nl-simple`: Dutch that is easier to read, where a text has it.
    NlSimple,
    /// `nl-x-young`: Dutch for who is under 18, where that is another text. Not a language to choose: the answers show it.
    NlYoung,
    /// `fr`
    Fr,
    /// `de`
    De,
    /// `en`
    En,
    /// `tr`
    Tr,
    /// `ar`
    Ar,
}

/// The form that a number asks for, by the plural rules of Unicode CLDR (for whole numbers).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "they are the names of CLDR")]
pub enum Plural {
    Zero,
    One,
    Two,
    Few,
    Many,
    Other,
}

impl Plural {
    /// Its name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Zero => "zero",
            Self::One => "one",
            Self::Two => "two",
            Self::Few => "few",
            Self::Many => "many",
            Self::Other => "other",
        }
    }
}

impl Language {
    /// All languages, Dutch first.
    pub const ALL: [Self; 10] = [
        Self::Nl,
        Self::NlBe,
        Self::NlNl,
        Self::NlSimple,
        Self::NlYoung,
        Self::Fr,
        Self::De,
        Self::En,
        Self::Tr,
        Self::Ar,
    ];

    /// The languages in which every text for caregivers must be told.
    pub const COMPLETE: [Self; 4] = [Self::Nl, Self::Fr, Self::De, Self::En];

    /// The tag as HTML and the catalogue write it.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Nl => "nl",
            Self::NlBe => "nl-BE",
            Self::NlNl => "nl-NL",
            Self::NlSimple => "nl-simple",
            Self::NlYoung => "nl-x-young",
            Self::Fr => "fr",
            Self::De => "de",
            Self::En => "en",
            Self::Tr => "tr",
            Self::Ar => "ar",
        }
    }

    /// Its name in its own words.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::Nl | Self::NlYoung => "Nederlands",
            Self::NlBe => "Nederlands (België)",
            Self::NlNl => "Nederlands (Nederland)",
            Self::NlSimple => "Makkelijk Nederlands",
            Self::Fr => "Français",
            Self::De => "Deutsch",
            Self::En => "English",
            Self::Tr => "Türkçe",
            Self::Ar => "العربية",
        }
    }

    /// The tag for a page's `lang`: what reads aloud or hyphenates knows no kinds of Dutch of ours.
    pub fn html(self) -> &'static str {
        if matches!(self, Self::NlSimple | Self::NlYoung) { "nl" } else { self.tag() }
    }

    /// Whether it is written from right to left.
    pub fn is_rtl(self) -> bool {
        self == Self::Ar
    }

    /// The writing direction as HTML says it.
    pub fn dir(self) -> &'static str {
        if self.is_rtl() { "rtl" } else { "ltr" }
    }

    /// The forms a sentence with a number has, in order.
    pub fn plurals(self) -> &'static [Plural] {
        use Plural::{Few, Many, One, Other, Two, Zero};
        if self == Self::Ar { &[Zero, One, Two, Few, Many, Other] } else { &[One, Other] }
    }

    /// The form for a number.
    pub fn plural(self, number: usize) -> Plural {
        match (self, number) {
            (Self::Ar, 0) => Plural::Zero,
            (Self::Fr, 0) | (_, 1) => Plural::One,
            (Self::Ar, 2) => Plural::Two,
            (Self::Ar, _) => match number % 100 {
                3..=10 => Plural::Few,
                11..=99 => Plural::Many,
                _ => Plural::Other,
            },
            _ => Plural::Other,
        }
    }

    /// Of a sentence that is written once for each plural, with `|` between them, the one that a number asks for.
    pub fn form(self, forms: &str, number: usize) -> &str {
        let wanted = self.plural(number);
        let place = self.plurals().iter().position(|plural| *plural == wanted);
        place.and_then(|place| forms.split('|').nth(place)).unwrap_or(forms)
    }

    /// Words with their gaps (`{name}`) filled. What is written from left to right keeps its order inside a line from
    /// right to left: 09 234 56 78.
    pub fn fill(self, words: &str, gaps: &[(&str, &str)]) -> String {
        let mut text = String::new();
        for (place, piece) in words.split('{').enumerate() {
            let (name, rest) = if place == 0 { ("", piece) } else { piece.split_once('}').unwrap_or(("", piece)) };
            let value = gaps.iter().find(|(gap, _)| *gap == name).map_or("", |(_, value)| value);
            let around = if self.is_rtl() && !name.is_empty() { ["\u{2068}", "\u{2069}"] } else { [""; 2] };
            for piece in [around[0], value, around[1], rest] {
                text.push_str(piece);
            }
        }
        text
    }

    /// The language of a tag such as `nl-be`, `fr-BE` or `de`; `None` when it is not ours.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let whole = Self::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(tag));
        whole.or_else(|| {
            let base = tag.split(['-', '_']).next()?;
            Self::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(base))
        })
    }

    /// Whether the two are one language, perhaps as spoken in two countries.
    pub fn is_kin_of(self, other: Self) -> bool {
        let base = |language: Self| language.tag().split('-').next();
        base(self) == base(other)
    }

    /// Where to look for a text, in this order. Dutch comes last in every list: each text has it.
    fn fallbacks(self) -> &'static [Self] {
        match self {
            Self::Nl => &[Self::Nl],
            Self::NlBe => &[Self::NlBe, Self::Nl],
            Self::NlNl => &[Self::NlNl, Self::Nl],
            Self::NlSimple => &[Self::NlSimple, Self::Nl],
            // A bundle has one of the three.
            Self::NlYoung => &[Self::NlYoung, Self::NlBe, Self::NlNl, Self::Nl],
            Self::Fr => &[Self::Fr, Self::Nl],
            Self::De => &[Self::De, Self::Nl],
            Self::En => &[Self::En, Self::Nl],
            Self::Tr => &[Self::Tr, Self::Nl],
            Self::Ar => &[Self::Ar, Self::Nl],
        }
    }
}

/// One text in the languages that have it. May be empty for place names only.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(Vec<(Language, String)>);

/// A text in one language, and which language that turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The words.
    pub text: String,
    /// Their language: another than asked for when the text had to fall back.
    pub language: Language,
}

impl Text {
    /// A text in one language.
    pub fn of(language: Language, words: String) -> Self {
        Self(vec![(language, words)])
    }

    /// Adds the words of another language.
    pub fn add(&mut self, language: Language, words: String) {
        let place = self.0.iter().take_while(|(other, _)| *other <= language).count();
        self.0.insert(place, (language, words));
    }

    /// The text in the language asked for, else in Dutch, else in whatever language there is.
    pub fn said(&self, language: Language) -> Said {
        match self.find(language) {
            Some((language, text)) => Said { text: text.clone(), language: *language },
            None => Said { text: String::new(), language: Language::Nl },
        }
    }

    /// The words alone, as [`Text::said`] finds them.
    pub fn words(&self, language: Language) -> &str {
        self.find(language).map_or("", |(_, text)| text)
    }

    fn find(&self, language: Language) -> Option<&(Language, String)> {
        let fallbacks = language.fallbacks().iter();
        let found = fallbacks.filter_map(|wanted| self.0.iter().find(|(language, _)| language == wanted)).next();
        found.or_else(|| self.0.first())
    }

    /// Every language and its words, Dutch first.
    pub fn all(&self) -> impl Iterator<Item = (Language, &str)> {
        self.0.iter().map(|(language, text)| (*language, text.as_str()))
    }
}

impl FromIterator<(Language, String)> for Text {
    fn from_iter<I: IntoIterator<Item = (Language, String)>>(texts: I) -> Self {
        let mut text = Self::default();
        for (language, words) in texts {
            text.add(language, words);
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn falls_back_and_says_so() {
        let text: Text = [(Language::Nl, "zorg".to_owned()), (Language::Fr, "soins".to_owned())].into_iter().collect();
        assert_eq!(text.said(Language::Fr), Said { text: "soins".to_owned(), language: Language::Fr });
        assert_eq!(text.said(Language::De), Said { text: "zorg".to_owned(), language: Language::Nl });
        assert_eq!(text.words(Language::NlBe), "zorg");
        assert_eq!(Text::default().words(Language::Nl), "");
    }

    #[test]
    fn knows_a_language_by_any_of_its_tags() {
        assert_eq!(Language::from_tag("nl-be"), Some(Language::NlBe));
        assert_eq!(Language::from_tag("fr-BE"), Some(Language::Fr));
        assert_eq!(Language::from_tag("nl"), Some(Language::Nl));
        assert_eq!(Language::from_tag("nl-Simple"), Some(Language::NlSimple));
        assert_eq!(Language::from_tag("xx"), None);
    }

    #[test]
    fn counts_as_each_language_does() {
        let forms = |language: Language, numbers: &[usize]| {
            numbers.iter().map(|number| language.plural(*number).name()).collect::<Vec<_>>().join(" ")
        };
        for language in [Language::Nl, Language::De, Language::En, Language::Tr] {
            assert_eq!(forms(language, &[0, 1, 2, 11, 101]), "other one other other other", "{}", language.tag());
        }
        assert_eq!(forms(Language::Fr, &[0, 1, 2, 100]), "one one other other");
        assert_eq!(forms(Language::Ar, &[0, 1, 2, 3, 10, 11, 99]), "zero one two few few many many");
        assert_eq!(forms(Language::Ar, &[100, 101, 102, 103, 111, 200]), "other other other few many other");
        for language in Language::ALL {
            assert!((0..300).all(|number| language.plurals().contains(&language.plural(number))));
        }
    }
}
