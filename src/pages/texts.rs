//! The words of the pages alone, in `pages/<language>.json`.
//!
//! What the widget says too comes from [`crate::wording`]; these would be bytes it never shows.

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
    PartnersTitle "partners-title", PartnersLead "partners-lead", Count "count", CountOne "count-one",
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
pub struct PageTexts(Vec<String>);

impl PageTexts {
    /// The texts of a file, by their names, and the names it lacks.
    pub fn new(word: impl Fn(&str) -> Option<String>) -> (Self, Vec<&'static str>) {
        let missing = PageText::NAMES.iter().filter(|name| word(name).is_none()).copied().collect();
        let words = PageText::NAMES.iter().map(|name| word(name).unwrap_or_else(|| (*name).to_owned()));
        (Self(words.collect()), missing)
    }

    /// The names of all texts.
    pub fn names() -> &'static [&'static str] {
        PageText::NAMES
    }

    /// A text.
    pub fn say(&self, text: PageText) -> &str {
        self.0.get(text as usize).map_or("", String::as_str)
    }

    /// A text with its gap filled: `{count}` by the value of `count`.
    pub fn fill(&self, text: PageText, gaps: &[(&str, &str)]) -> String {
        let mut filled = String::new();
        for (place, piece) in self.say(text).split('{').enumerate() {
            let (name, rest) = if place == 0 { ("", piece) } else { piece.split_once('}').unwrap_or(("", piece)) };
            filled.push_str(gaps.iter().find(|(gap, _)| *gap == name).map_or("", |(_, value)| value));
            filled.push_str(rest);
        }
        filled
    }

    /// So many offers, in words.
    pub fn count(&self, count: usize) -> String {
        match count {
            0 => self.say(PageText::CountNone).to_owned(),
            1 => self.say(PageText::CountOne).to_owned(),
            _ => self.fill(PageText::Count, &[("count", &count.to_string())]),
        }
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn dutch_has_every_text_and_no_other() {
        let words: BTreeMap<String, String> = serde_json::from_str(include_str!("nl.json")).expect("JSON");
        let (texts, missing) = PageTexts::new(|name| words.get(name).cloned());
        assert_eq!(missing, Vec::<&str>::new());
        let extra: Vec<_> = words.keys().filter(|name| !PageTexts::names().contains(&name.as_str())).collect();
        assert!(extra.is_empty(), "{extra:?}");
        assert_eq!([texts.count(1), texts.count(7)], ["Eén vorm van hulp", "7 vormen van hulp"]);
        let any = |items: &[&str]| texts.any(&items.iter().map(|item| (*item).to_owned()).collect::<Vec<_>>());
        assert_eq!([any(&[]), any(&["a"]), any(&["a", "b"]), any(&["a", "b", "c"])], ["", "a", "a of b", "a, b of c"]);
    }
}
