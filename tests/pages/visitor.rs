//! What the pages tell a visitor of whom nothing is known: what holds where, and in which order.

use super::{data, html::read, real, today};
use crate::shipped::shipped;
use std::{cmp::Reverse, collections::BTreeSet};

#[test]
fn whoever_finds_no_town_of_their_own_is_told_what_holds_there() {
    let rest = "Staat uw gemeente er niet bij? Dan geldt alles op ";
    let here = [rest, "deze pagina."].concat();
    let there = [rest, "de pagina van uw streek."].concat();
    for (path, sentences) in [
        ("plaats/be-vov.html", ["Plaatsen met eigen hulp", &here]),
        ("plaats/be-wlg.html", ["Plaatsen met eigen hulp", &here]),
        ("plaats/be-vlg.html", ["Kies uw streek", &there]),
        ("plaats/nl.html", ["Kies uw streek", &there]),
        ("plaats/be-wlx.html", ["geen hulp voor één gemeente", "Alles op deze pagina geldt in heel Luxemburg."]),
        ("index.html", ["welke gemeenten eigen hulp hebben", &there]),
    ] {
        let words = read(&real()[path]).words;
        sentences.iter().for_each(|sentence| assert!(words.contains(sentence), "{path}: no `{sentence}`"));
    }
    for (path, page) in real().iter().filter(|(path, _)| path.contains("-nis-") || path.contains("-gm")) {
        assert!(!read(page).words.contains(rest), "{path}");
    }
}

#[test]
fn a_place_is_described_by_all_the_help_on_its_page() {
    for (path, page) in real().iter().filter(|(path, _)| path.starts_with("plaats/")) {
        let page = read(page);
        let offers: BTreeSet<&str> = page.values("href").filter(|href| href.contains("aanbod/")).collect();
        let about = data(&page)["CollectionPage"]["description"].as_str().expect("words").to_owned();
        assert!(about.contains(&format!(": {} vormen van hulp", offers.len())), "{path}: {about}");
        assert!(page.values("content").any(|content| content == about), "{path}");
    }
}

#[test]
fn lists_begin_with_what_holds_for_the_largest_area_unless_it_hardly_helps() {
    let catalogue = shipped();
    let regions = catalogue.regions();
    let needs = &catalogue.questionnaire().get(catalogue.landmarks().needs).options;
    for (need, option) in needs.iter().enumerate() {
        let page = &real()[&format!("nood/{}.html", option.id)];
        for section in page.split("<section ").skip(1) {
            let country = regions.find(if section.starts_with("id=\"be\"") { "be" } else { "nl" }).expect("a country");
            let shown = section.split("../aanbod/").skip(1).map(|rest| rest.split('.').next().expect("an id"));
            let ranks = shown.map(|id| {
                let (_, offer) = catalogue.offers().find(|(_, offer)| offer.id.as_str() == id).expect("an offer");
                let strength = offer.needs.iter().find(|(other, _)| *other == need).expect("a strength").1;
                let there = offer.area.regions.iter().filter(|region| regions.is_within(**region, country));
                let spans = there.map(|region| regions.get(*region).span);
                let reach: u32 = spans.map(|span| span.to - span.from).sum();
                let is_gone = offer.valid.1.is_some_and(|until| until < today());
                (is_gone, strength == 1, Reverse(reach), Reverse(strength))
            });
            let ranks: Vec<_> = ranks.collect();
            assert!(!ranks.is_empty() && ranks.is_sorted(), "{}: {ranks:?}", option.id);
        }
    }
}
