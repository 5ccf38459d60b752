//! The words of the pages alone, in `pages/<language>.json`.
//!
//! What the widget says too comes from [`crate::wording`]; these would be bytes it never shows.

use crate::language::Language;

/// Declares every text with its name in the files.
macro_rules! texts {
    ($($text:ident $name:literal),+ $(,)?) => {
        /// A text of the pages.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs, reason = "each text says itself what it is, in `pages/nl.json`")]
        pub enum PageText { $($text),+ }

        impl PageText {
            const NAMES: &[&str] = &[$($name),+];
        }
    };
}

texts! {
    Site "site", Skip "skip", Crumbs "crumbs", Home "home", HomeLead "home-lead", HomeCount "home-count",
    HomeHere "home-here", NowLead "now-lead", NowMore "now-more", GroupNeed "group-need", GroupKind "group-kind",
    GroupPlace "group-place", GroupPartner "group-partner", PlacesLead "places-lead",
    PartnersTitle "partners-title", PartnersLead "partners-lead", Count "count",
    CountNone "count-none", NeedLead "need-lead", KindLead "kind-lead", InPlace "in-place",
    PlaceTitle "place-title", TownTitle "town-title", PlaceLead "place-lead", PlaceLeadCountry "place-lead-country",
    PlaceWhose "place-whose", PlaceOwn "place-own", PlaceOwnNone "place-own-none", PlaceAround "place-around",
    PlaceInside "place-inside", PlaceInsideSome "place-inside-some", PlaceInsideNone "place-inside-none",
    PlaceRegions "place-regions", PlaceRegionsAll "place-regions-all", PlaceAboutAround "place-about-around",
    PlaceName "place-name", Audience "audience",
    AudienceEveryone "audience-everyone", AudienceNeeded "audience-needed", AudienceEnough "audience-enough",
    AudienceAlso "audience-also", AudienceLine "audience-line", AudienceBut "audience-but", AudienceOneOf "audience-one-of", AudienceType "audience-type",
    WhereEither "where-either", ListOr "list-or", Open "open", PartnerTitle "partner-title",
    PartnerSite "partner-site", PartnerMore "partner-more", SourceTitle "source-title",
    RelatedTitle "related-title", Stale "stale", Until "until", Ended "ended", NotYet "not-yet",
    NobodyNow "nobody-now", MarkUnconfirmed "mark-unconfirmed", MarkInPart "mark-in-part",
    MarkStale "mark-stale", MarkGone "mark-gone", MadeOn "made-on",
}

/// The texts of one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageTexts {
    language: Language,
    words: Vec<String>,
}

impl PageTexts {
    /// The texts of a file, by their names, and the names it lacks.
    pub fn new(language: Language, word: impl Fn(&str) -> Option<String>) -> (Self, Vec<&'static str>) {
        let missing = PageText::NAMES.iter().filter(|name| word(name).is_none()).copied().collect();
        let words = PageText::NAMES.iter().map(|name| word(name).unwrap_or_else(|| (*name).to_owned()));
        (Self { language, words: words.collect() }, missing)
    }

    /// The names of all texts.
    pub fn names() -> &'static [&'static str] {
        PageText::NAMES
    }

    /// A text.
    pub fn say(&self, text: PageText) -> &str {
        self.words.get(text as usize).map_or("", String::as_str)
    }

    /// A text with its gap filled: `{count}` by the value of `count`.
    pub fn fill(&self, text: PageText, gaps: &[(&str, &str)]) -> String {
        self.language.fill(self.say(text), gaps)
    }

    /// So many offers, in words.
    pub fn count(&self, count: usize) -> String {
        if count == 0 {
            return self.say(PageText::CountNone).to_owned();
        }
        let form = self.language.form(self.say(PageText::Count), count);
        self.language.fill(form, &[("count", &count.to_string())])
    }

    /// Several things of which one will do: 'a, b of c'.
    pub fn any(&self, items: &[String]) -> String {
        match items {
            [most @ .., before, last] => {
                let most = most.iter().fold(String::new(), |text, item| text + item + ", ");
                most + before + " " + self.say(PageText::ListOr) + " " + last
            }
            _ => items.concat(),
        }
    }
}

/// What differs between Belgium and the Netherlands is in the catalogue and in [`crate::wording`].
const DUTCH: &str = include_str!("nl.json");

/// The languages of the pages, each with its folder: Dutch that both countries read lies on top.
pub const SPOKEN: [(Language, &str, &str); 6] = [
    (Language::Nl, "", DUTCH),
    (Language::NlBe, "be", DUTCH),
    (Language::NlNl, "nl", DUTCH),
    (Language::Fr, "fr", include_str!("fr.json")),
    (Language::De, "de", include_str!("de.json")),
    (Language::En, "en", include_str!("en.json")),
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{BTreeMap, BTreeSet};

    fn words(text: &str) -> BTreeMap<String, String> {
        serde_json::from_str(text).expect("JSON")
    }

    #[test]
    fn every_language_has_every_text_and_no_other() {
        let dutch = words(DUTCH);
        for (language, _, text) in SPOKEN {
            let words = words(text);
            let (_, missing) = PageTexts::new(language, |name| words.get(name).cloned());
            assert_eq!(missing, Vec::<&str>::new(), "{}", language.tag());
            let extra: Vec<_> = words.keys().filter(|name| !PageTexts::names().contains(&name.as_str())).collect();
            assert!(extra.is_empty(), "{extra:?}");
            for (name, text) in &words {
                let gaps = |text: &str| {
                    text.split('{')
                        .skip(1)
                        .filter_map(|gap| gap.split('}').next().map(str::to_owned))
                        .collect::<BTreeSet<_>>()
                };
                assert_eq!(gaps(text), gaps(&dutch[name]), "{} {name}", language.tag());
                assert_eq!(text.split('|').count(), dutch[name].split('|').count(), "{} {name}", language.tag());
            }
        }
    }

    #[test]
    fn counts_and_lists_as_people_do() {
        let words = words(DUTCH);
        let (texts, _) = PageTexts::new(Language::Nl, |name| words.get(name).cloned());
        assert_eq!([texts.count(1), texts.count(7)], ["Eén vorm van hulp", "7 vormen van hulp"]);
        let any = |items: &[&str]| texts.any(&items.iter().map(|item| (*item).to_owned()).collect::<Vec<_>>());
        assert_eq!([any(&[]), any(&["a"]), any(&["a", "b"]), any(&["a", "b", "c"])], ["", "a", "a of b", "a, b of c"]);
    }
}
