//! The same pages in every language, each leading to the others.

use super::{
    by_path,
    html::{read, resolve},
    real, today,
};
use crate::shipped::shipped;
use mantelwijzer::{
    catalogue::Catalogue,
    language::Language,
    pages::{
        pages,
        texts::{PageTexts, SPOKEN},
    },
    wording::{Wording, files},
};
use std::collections::{BTreeMap, BTreeSet};

fn in_language(catalogue: &Catalogue, language: Language, texts: &str) -> BTreeMap<String, String> {
    let words = files::words(language).expect("words");
    let (wording, _) = Wording::new(language, |name| words.get(name).cloned());
    let texts: BTreeMap<String, String> = serde_json::from_str(texts).expect("texts");
    by_path(pages(catalogue, &wording, &PageTexts::new(language, |name| texts.get(name).cloned()).0, today()))
}

#[test]
fn belgium_and_the_netherlands_each_have_their_own_dutch() {
    let catalogue = shipped();
    let [_, belgian, dutch, ..] = SPOKEN;
    let headings = [belgian, dutch].map(|(language, _, texts)| {
        let made = in_language(&catalogue, language, texts);
        read(&made["soort/allowance.html"]).title
    });
    assert_eq!(
        headings,
        ["Geld of premie – soort hulp – Mantelwijzer", "Geld of vergoeding – soort hulp – Mantelwijzer"]
    );
}

#[test]
fn every_page_leads_to_itself_in_every_other_language() {
    let catalogue = shipped();
    for (language, folder, texts) in SPOKEN {
        let made = in_language(&catalogue, language, texts);
        assert_eq!(made.keys().collect::<Vec<_>>(), real().keys().collect::<Vec<_>>(), "{}", language.tag());
        for (path, text) in made.iter().filter(|(path, _)| path.ends_with(".html")) {
            let inside = |folder: &str| if folder.is_empty() { path.clone() } else { format!("{folder}/{path}") };
            let page = read(text);
            assert!(page.named("html").all(|tag| tag.attributes["lang"] == language.tag()), "{path}");
            let found: BTreeSet<String> = page
                .tags
                .iter()
                .filter(|tag| tag.attributes.contains_key("hreflang"))
                .map(|tag| resolve(&inside(folder), &tag.attributes["href"]).0)
                .collect();
            let wanted = SPOKEN.iter().filter(|(other, ..)| *other != language).map(|(_, folder, _)| inside(folder));
            assert_eq!(found, wanted.collect(), "{} {path}", language.tag());
        }
    }
}
