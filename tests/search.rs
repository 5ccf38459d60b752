//! The social map of the real catalogue: what people type finds what they mean.

use crate::shipped::shipped;
use mantelwijzer::{
    catalogue::{
        Catalogue, OfferIndex, OfferKind,
        pack::{pack, pack_places},
        unpack::unpack,
    },
    date::Date,
    language::Language,
    search::{Search, find},
    wording::Wording,
};
use std::collections::BTreeMap;

fn words() -> BTreeMap<String, String> {
    serde_json::from_str(include_str!("../src/wording/nl.json")).expect("texts")
}

fn dutch() -> Wording {
    let words = words();
    Wording::new(Language::Nl, |name| words.get(name).cloned()).0
}

fn typed(text: &str) -> Search {
    Search { text: text.to_owned(), ..Search::default() }
}

fn ids(catalogue: &Catalogue, found: &[OfferIndex]) -> Vec<String> {
    found.iter().map(|offer| catalogue.offer(*offer).id.to_string()).collect()
}

/// What is typed, and offers that must be among the first five.
const WANTED: &[(&str, &[&str])] = &[
    // As the catalogue has it.
    ("oppas", &["vl-oppashulp", "nl-zorgoppas"]),
    ("vakantie", &["nl-het-vakantiebureau", "nl-allegoeds-vakanties", "nl-happy-holiday"]),
    ("rolstoel", &["be-vervoerskosten-rolstoel-revalidatie", "vl-mobiliteitshulpmiddel-vsb"]),
    ("geld", &["be-uitkering-mantelzorg-zelfstandigen", "be-integratietegemoetkoming"]),
    ("verlof werk", &["be-palliatief-verlof", "be-verlof-medische-bijstand", "nl-langdurend-zorgverlof"]),
    ("praten", &["vl-similes", "nl-luisterlijn"]),
    ("tolk", &["vl-sociaal-tolk", "nl-tolk-ggz", "br-sociaal-vertaalbureau"]),
    ("rouw", &["nl-humanitas-steun-bij-verlies", "vl-lotgenotenlijn-rouw"]),
    ("1813", &["vl-zelfmoordlijn-1813"]),
    ("samana", &["be-samana"]),
    ("weekend", &["nl-logeerhuis-tolstraat"]),
    // With accents, hyphens, capitals, in the plural, half typed.
    ("CAFÉ", &["vl-praatcafe-dementie", "nl-alzheimer-cafe"]),
    ("zzp\u{2019}er", &["nl-zzp-mantelzorger"]),
    ("tolken", &["vl-sociaal-tolk", "nl-tolk-ggz"]),
    ("scholen", &["vl-mantelzorgvriendelijke-school"]),
    ("oppassen", &["vl-oppashulp", "nl-zorgoppas"]),
    ("palliati", &["vl-palliatief-dagcentrum", "vl-palliatieve-thuisequipe"]),
    // With a slip, or by ear.
    ("alzheimr", &["nl-alzheimer-cafe", "vl-alzheimer-liga", "nl-alzheimer-telefoon"]),
    ("kankr", &["be-kankerinfo"]),
    ("orlstoel", &["be-vervoerskosten-rolstoel-revalidatie"]),
    ("tijdskredit", &["be-tijdskrediet-zorgmotief"]),
    ("vrijwiliger", &["nl-nlvoorelkaar", "nl-handjehelpen"]),
    ("respeit", &["nl-respijthuis-alkmaar", "vl-oppashulp"]),
    ("luisterent oor", &["nl-luisterlijn", "vl-tele-onthaal"]),
    // In other words.
    ("rolwagen", &["be-vervoerskosten-rolstoel-revalidatie"]),
    ("noodknop", &["nl-personenalarmering", "vl-personenalarm-ocmw"]),
    ("rusthuis", &["vl-kortverblijf", "br-home-info"]),
    ("suicide", &["vl-zelfmoordlijn-1813", "nl-113"]),
    ("jonge mantelzorger", &["nl-jmz-pro", "vl-jomaja"]),
    ("kuisvrouw", &["br-thuishulp-ggc"]),
    // Parts of compounds, compounds in two, compounds nobody wrote.
    ("opvang", &["vl-gastopvang", "be-nah-eindelijk"]),
    ("Dag opvang", &["vl-dagverzorgingscentrum", "vl-cado-dagopvang"]),
    ("mantelzorg verlof", &["be-mantelzorgverlof"]),
    ("mantel zorg verlof", &["be-mantelzorgverlof"]),
    ("rouwbegeleiding", &["nl-humanitas-steun-bij-verlies"]),
    ("alzheimercafe", &["nl-alzheimer-cafe"]),
    // In a sentence, with words that no offer has, with a place.
    ("ik zoek hulp bij dementie voor mijn man", &["vl-expertisecentrum-dementie", "vl-praatcafe-dementie"]),
    ("oppas xyzzy", &["vl-oppashulp", "nl-zorgoppas"]),
    ("oppas gent", &["vl-oppashulp"]),
    ("den haag", &["nl-haags-ontmoeten"]),
    ("eupen", &["dg-kurzzeitpflege", "dg-tagespflege"]),
];

#[test]
fn finds_what_people_mean() {
    let (catalogue, wording) = (shipped(), dutch());
    let mut poor = Vec::new();
    for (text, wanted) in WANTED {
        let found = ids(&catalogue, &find(&catalogue, &wording, &typed(text)));
        for id in wanted.iter().filter(|id| !found.iter().take(5).any(|other| other == *id)) {
            poor.push(format!("{text}: {id} is not among {:?}", found.iter().take(8).collect::<Vec<_>>()));
        }
    }
    assert!(poor.is_empty(), "{}", poor.join("\n"));
}

#[test]
fn a_piece_of_another_word_is_not_found() {
    let (catalogue, wording) = (shipped(), dutch());
    let found = ids(&catalogue, &find(&catalogue, &wording, &typed("rouw")));
    assert!(!found.contains(&"nl-bouwen-aan-vertrouwen".to_owned()));
    let found = ids(&catalogue, &find(&catalogue, &wording, &typed("oppas gent")));
    assert!(!found.contains(&"nl-zorgoppas".to_owned()), "not to be had in Ghent");
    assert!(find(&catalogue, &wording, &typed("xyzzyq")).is_empty());
}

#[test]
fn an_empty_text_keeps_all() {
    let (catalogue, wording) = (shipped(), dutch());
    for text in ["", "   ", "?!"] {
        assert_eq!(find(&catalogue, &wording, &typed(text)).len(), catalogue.offers().count(), "{text}");
    }
}

#[test]
fn what_is_near_comes_first_among_equals() {
    let (catalogue, wording) = (shipped(), dutch());
    let place = catalogue.regions().search("Brugge", Language::Nl, 1).first().copied();
    let found = ids(&catalogue, &find(&catalogue, &wording, &Search { place, ..Search::default() }));
    assert_eq!(found.first().map(String::as_str), Some("vl-brugse-mantelzorglijn"));
    assert!(found.contains(&"be-mantelzorgverlof".to_owned()) && !found.contains(&"nl-zorgoppas".to_owned()));
    let country = Search { place: catalogue.regions().find("be"), ..Search::default() };
    let found = ids(&catalogue, &find(&catalogue, &wording, &country));
    let place_of = |id: &str| found.iter().position(|other| other == id).expect("in Belgium");
    assert!(place_of("be-mantelzorgverlof") < place_of("vl-brugse-mantelzorglijn"), "what all of the country has");
}

#[test]
fn a_filter_only_takes_away() {
    let (catalogue, wording) = (shipped(), dutch());
    for text in ["", "alzheimr", "tolk rouw"] {
        let all = find(&catalogue, &wording, &typed(text));
        let mut once = all.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), all.len(), "{text}: each offer once");
        for place in [None, catalogue.regions().find("be-vov"), catalogue.regions().find("nl")] {
            let search = Search { place, ..typed(text) };
            let there = find(&catalogue, &wording, &search);
            assert!(there.iter().all(|offer| all.contains(offer)), "{text}");
            for need in 0..catalogue.need_count() {
                let found = find(&catalogue, &wording, &Search { need: Some(need), ..search.clone() });
                assert!(found.iter().all(|offer| there.contains(offer)), "{text} {need}");
            }
            for kind in OfferKind::ALL.iter().copied() {
                let found = find(&catalogue, &wording, &Search { kind: Some(kind), ..search.clone() });
                assert!(found.iter().all(|offer| there.contains(offer)), "{text} {kind:?}");
                assert!(found.iter().all(|offer| catalogue.offer(*offer).kind == kind));
            }
        }
    }
}

#[test]
fn the_widget_finds_the_same() {
    let built = shipped();
    let day = Date::parse("2026-11-22").expect("a day");
    let (bundle, places) = (pack(&built, Language::Nl, &words(), day), pack_places(&built, &[]));
    let Ok(unpacked) = unpack(&bundle.to_string(), &places.to_string(), day) else { panic!("unusable") };
    for text in ["", "opvang", "rolwagen", "alzheimr", "oppas gent", "mantelzorg verlof"] {
        let here = ids(&built, &find(&built, &dutch(), &typed(text)));
        let there = ids(&unpacked.catalogue, &find(&unpacked.catalogue, &unpacked.wording, &typed(text)));
        assert_eq!(here, there, "{text}");
    }
}
