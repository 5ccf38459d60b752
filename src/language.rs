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
    /// `fr`
    Fr,
    /// `de`
    De,
    /// `en`
    En,
}

impl Language {
    /// All languages, Dutch first.
    pub const ALL: [Self; 6] = [Self::Nl, Self::NlBe, Self::NlNl, Self::Fr, Self::De, Self::En];

    /// The tag as HTML and the catalogue write it.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Nl => "nl",
            Self::NlBe => "nl-BE",
            Self::NlNl => "nl-NL",
            Self::Fr => "fr",
            Self::De => "de",
            Self::En => "en",
        }
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
            Self::Fr => &[Self::Fr, Self::Nl],
            Self::De => &[Self::De, Self::Nl],
            Self::En => &[Self::En, Self::Nl],
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
        assert_eq!(Language::from_tag("xx"), None);
    }
}
