//! The pages that need no script: complete, connected, honest, and harmless whatever the catalogue says.

mod html;
mod tongues;
mod visitor;

use crate::shipped::shipped;
use html::{Read, is_outward, read, resolve};
use mantelwijzer::{
    answers::{Answer, Answers},
    catalogue::{
        Catalogue, Confidence, Part, Whose,
        build::build,
        check::check,
        parse::{RawCatalogue, Source, parse, parse_guide},
    },
    contact,
    date::Date,
    eligibility::Verdict,
    language::Language,
    pages::{Page, audience::audience, pages, texts::PageTexts},
    questionnaire::Kind,
    screen::{Body, Moment, screen},
    visit::{Deed, Spot, Visit},
    wording::Wording,
};
use serde_json::{Value, json};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
    process::Command,
    sync::OnceLock,
};

const NL: Language = Language::Nl;

fn today() -> Date {
    Date::parse("2026-11-22").expect("a day")
}

fn wording() -> Wording {
    let words: BTreeMap<String, String> = serde_json::from_str(include_str!("../src/wording/nl.json")).expect("words");
    Wording::new(NL, |name| words.get(name).cloned()).0
}

fn made(catalogue: &Catalogue) -> Vec<Page> {
    let texts: BTreeMap<String, String> = serde_json::from_str(include_str!("../src/pages/nl.json")).expect("texts");
    pages(catalogue, &wording(), &PageTexts::new(NL, |name| texts.get(name).cloned()).0, today())
}

/// The pages of the real catalogue, by path.
fn real() -> &'static BTreeMap<String, String> {
    static PAGES: OnceLock<BTreeMap<String, String>> = OnceLock::new();
    PAGES.get_or_init(|| by_path(made(&shipped())))
}

fn by_path(pages: Vec<Page>) -> BTreeMap<String, String> {
    let count = pages.len();
    let pages: BTreeMap<String, String> = pages.into_iter().map(|page| (page.path, page.text)).collect();
    assert_eq!(pages.len(), count, "two pages have one path");
    pages
}

fn taken_apart(pages: &BTreeMap<String, String>) -> BTreeMap<&str, Read> {
    let is_page = |path: &&String| path.ends_with(".html");
    pages.keys().filter(is_page).map(|path| (path.as_str(), read(&pages[path]))).collect()
}

/// Whatever the catalogue says, each page is sound and each of its links leads somewhere.
fn hold(pages: &BTreeMap<String, String>) {
    let read = taken_apart(pages);
    let mut titles = BTreeSet::new();
    for (path, page) in &read {
        assert_eq!(page.named("h1").count(), 1, "{path}: h1");
        assert_eq!(page.named("main").count(), 1, "{path}: main");
        assert!(titles.insert(page.title.as_str()), "{path}: another page is called `{}` too", page.title);
        assert!(page.named("html").all(|tag| tag.attributes["lang"] == "nl"), "{path}");
        let ids: Vec<&str> = page.values("id").collect();
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{path}: an id twice");
        for script in page.named("script") {
            assert_eq!(script.attributes["type"], "application/ld+json", "{path}");
        }
        for tag in &page.tags {
            let foreign =
                tag.attributes.keys().find(|name| name.starts_with("on") || matches!(name.as_str(), "style" | "src"));
            assert_eq!(foreign, None, "{path}: {tag:?}");
            assert!(
                !matches!(tag.name.as_str(), "style" | "iframe" | "img" | "form" | "base" | "b"),
                "{path}: {tag:?}"
            );
        }
        for href in page.links().filter(|href| !is_outward(href)) {
            let (to, part) = resolve(path, href);
            assert!(pages.contains_key(&to), "{path}: {href} leads nowhere");
            assert!(part.is_empty() || read[to.as_str()].values("id").any(|id| id == part), "{path}: no {href}");
        }
    }
}

/// The data of a page, by type.
fn data(page: &Read) -> BTreeMap<String, Value> {
    assert_eq!(page.data.len(), 1);
    let all: Value = serde_json::from_str(&page.data[0]).expect("JSON");
    assert_eq!(all["@context"], "https://schema.org");
    let graph = all["@graph"].as_array().expect("a list").iter();
    graph.map(|node| (node["@type"].as_str().expect("a type").to_owned(), node.clone())).collect()
}

/// A small catalogue, with these values of the first offer of `voorbeeld` changed.
fn small(changes: &[(&str, Value)]) -> Catalogue {
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/broken/base");
    let text = |name: &str| fs::read_to_string(base.join(name)).expect("readable");
    let mut example: Value = serde_json::from_str(&text("partners/voorbeeld.json")).expect("JSON");
    for (place, value) in changes {
        *example.pointer_mut(place).unwrap_or_else(|| panic!("nothing at {place}")) = value.clone();
    }
    let partners =
        [("partners/steun.json", text("partners/steun.json")), ("partners/voorbeeld.json", example.to_string())];
    built(&text("questionnaire.json"), &text("regions.json"), &text("guide.json"), &partners)
}

fn built(questionnaire: &str, regions: &str, guide: &str, partners: &[(&str, String)]) -> Catalogue {
    let raw = raw(questionnaire, regions, guide, partners);
    build(&raw, today()).0.expect("a catalogue")
}

fn raw(questionnaire: &str, regions: &str, guide: &str, partners: &[(&str, String)]) -> RawCatalogue {
    let source = |file, text| Source { file, text };
    let partners: Vec<Source> = partners.iter().map(|(file, text)| Source { file, text }).collect();
    let (mut raw, unread) =
        parse(source("questionnaire.json", questionnaire), source("regions.json", regions), &partners);
    assert!(unread.is_empty(), "{unread:?}");
    parse_guide(source("guide.json", guide), &mut raw);
    raw
}

#[test]
fn every_offer_need_kind_and_named_place_has_its_page() {
    let (catalogue, pages) = (shipped(), real());
    let mut wanted: BTreeSet<String> =
        ["hulp.css", "index.html", "organisaties.html"].map(str::to_owned).into_iter().collect();
    let needs = &catalogue.questionnaire().get(catalogue.landmarks().needs).options;
    wanted.extend(needs.iter().map(|need| format!("nood/{}.html", need.id)));
    for (_, offer) in catalogue.offers() {
        wanted.insert(format!("aanbod/{}.html", offer.id));
        wanted.insert(format!(
            "soort/{}.html",
            serde_json::to_value(offer.kind).expect("a word").as_str().expect("a word")
        ));
        let named = offer.area.regions.iter().map(|region| &catalogue.regions().get(*region).id);
        wanted.extend(named.map(|id| format!("plaats/{id}.html")));
    }
    let large = catalogue.regions().iter().filter(|(_, region)| !region.is_municipality);
    wanted.extend(large.map(|(_, region)| format!("plaats/{}.html", region.id)));
    assert_eq!(pages.keys().cloned().collect::<BTreeSet<_>>(), wanted);
}

#[test]
fn the_first_page_has_every_line_that_is_open_day_and_night() {
    let page = read(&real()["index.html"]);
    let calls: BTreeSet<&str> = page.values("href").filter(|href| href.starts_with("tel:")).collect();
    let mut wanted: BTreeSet<String> = ["tel:112".to_owned()].into();
    for (_, offer) in shipped().offers() {
        let hours = offer.line.as_ref().and_then(|line| line.open.as_deref()).unwrap_or_default();
        let is_always = matches!(hours, [only] if (only.days, only.from, only.to) == (0x7f, 0, 1440));
        wanted.extend(offer.contact.phone.as_deref().filter(|_| is_always).and_then(contact::dial));
    }
    assert_eq!(calls, wanted.iter().map(String::as_str).collect());
    assert!(calls.len() > 6);
}

#[test]
fn every_page_is_sound_and_every_link_leads_somewhere() {
    hold(real());
}

#[test]
fn every_page_is_three_clicks_from_the_first_and_every_offer_two() {
    let read = taken_apart(real());
    let mut clicks: BTreeMap<String, usize> = [("index.html".to_owned(), 0)].into();
    let mut waiting = vec!["index.html".to_owned()];
    for count in 1..=3 {
        let links = waiting.iter().flat_map(|from| read[from.as_str()].links().map(move |href| (from, href)));
        let reached: BTreeSet<String> =
            links.filter(|(_, href)| !is_outward(href)).map(|(from, href)| resolve(from, href).0).collect();
        waiting = reached.into_iter().filter(|path| path.ends_with(".html") && !clicks.contains_key(path)).collect();
        clicks.extend(waiting.iter().map(|path| (path.clone(), count)));
    }
    for path in read.keys() {
        let most = if path.starts_with("aanbod/") { 2 } else { 3 };
        assert!(clicks.get(*path).is_some_and(|count| *count <= most), "{path}: {:?}", clicks.get(*path));
    }
}

#[test]
fn an_offer_says_on_its_page_what_its_card_says() {
    let (catalogue, wording) = (shipped(), wording());
    let moment = Moment { today: today(), weekday: 6, minutes: 600 };
    for (index, offer) in catalogue.offers() {
        let page = read(&real()[&format!("aanbod/{}.html", offer.id)]);
        let visit = Visit::new(Answers::default()).after(&catalogue, &Deed::Go(Spot::Offer(index)));
        let Body::Offer(card) = screen(&catalogue, &wording, &visit, moment).body else { panic!("no card") };
        let texts = [&card.name, &card.partner, &card.gives, &card.first_step].map(|said| said.text.clone());
        let mut wanted: Vec<String> = texts.into_iter().chain([card.kind.clone(), card.source.clone()]).collect();
        wanted.extend(card.conditions.iter().map(|said| said.text.clone()));
        wanted.extend([&card.cost, &card.cost_note, &card.doubt].into_iter().flatten().map(|said| said.text.clone()));
        wanted.extend(card.unverified.clone());
        wanted.extend(card.phone.iter().map(|phone| phone.label.clone()));
        wanted.extend([&card.website, &card.mail].into_iter().flatten().map(|link| link.label.clone()));
        wanted.extend(
            card.hinges.iter().filter(|hinge| !hinge.label.starts_with("Waar u")).map(|hinge| hinge.label.clone()),
        );
        // A number is on one line, whatever the width.
        let words = page.words.replace('\u{a0}', " ");
        for text in wanted {
            assert!(words.contains(&text), "{}: `{text}` is missing", offer.id);
        }
        let hrefs = [
            card.phone.and_then(|phone| phone.href),
            card.website.map(|link| link.href),
            card.mail.map(|link| link.href),
            card.source_link,
        ];
        for href in hrefs.into_iter().flatten() {
            assert!(page.values("href").any(|other| other == href), "{}: no link to {href}", offer.id);
        }
    }
}

#[test]
fn an_overdue_offer_is_called_so_where_the_check_warns() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogue");
    let text = |name: &str| fs::read_to_string(root.join(name)).expect("readable");
    let mut files: Vec<String> = Vec::new();
    for entry in fs::read_dir(root.join("partners")).expect("partners") {
        files.push(format!("partners/{}", entry.expect("a file").file_name().to_str().expect("a name")));
    }
    // In another order than the command reads them: that must make no difference.
    files.sort();
    files.reverse();
    let partners: Vec<(&str, String)> = files.iter().map(|file| (file.as_str(), text(file))).collect();
    let raw = raw(&text("questionnaire.json"), &text("regions.json"), &text("guide.json"), &partners);
    let (catalogue, found) = check(&raw, today());
    assert_eq!(&by_path(made(&catalogue.expect("a catalogue"))), real(), "the order of files shows");
    let warned = found.iter().filter(|one| one.code == "overdue-offer").count();
    let is_overdue = |page: &&String| read(page).words.contains("Dit moest uiterlijk op ");
    assert_eq!(
        real().iter().filter(|(path, _)| path.starts_with("aanbod/")).map(|(_, page)| page).filter(is_overdue).count(),
        warned
    );
    assert!(warned > 0);
}

#[test]
fn machines_read_what_the_catalogue_says_and_nothing_that_is_in_doubt() {
    let catalogue = shipped();
    for (_, offer) in catalogue.offers() {
        let data = data(&read(&real()[&format!("aanbod/{}.html", offer.id)]));
        let service = data.get("Service").or(data.get("GovernmentService")).expect("a service");
        let is_sure = |part: Part| offer.confidence != Confidence::Unverified && !offer.unverified.contains(&part);
        let when = |is_sure: bool, text: Option<&str>| text.filter(|_| is_sure).map_or(Value::Null, |text| json!(text));
        assert_eq!(service["identifier"], offer.id.as_str());
        assert_eq!(service["name"], offer.name.words(NL));
        assert_eq!(service["description"], when(is_sure(Part::Gives), Some(offer.gives.words(NL))));
        let places: Vec<&str> =
            offer.area.regions.iter().map(|region| catalogue.regions().get(*region).name.words(NL)).collect();
        let served = service["areaServed"].as_array().into_iter().flatten();
        let served: Vec<&str> = served.filter_map(|place| place["name"].as_str()).collect();
        assert_eq!(served, if is_sure(Part::Area) { places } else { vec![] }, "{}", offer.id);
        let phone = &service["availableChannel"]["servicePhone"]["telephone"];
        assert_eq!(*phone, when(is_sure(Part::Phone), offer.contact.phone.as_deref()), "{}", offer.id);
        assert_eq!(service["url"], when(is_sure(Part::Website), offer.contact.website.as_deref()), "{}", offer.id);
        let partner = catalogue.partner(offer).name.words(NL);
        assert_eq!(service["provider"]["name"], when(is_sure(Part::Partner), Some(partner)), "{}", offer.id);
        let crumbs = data["BreadcrumbList"]["itemListElement"].as_array().expect("crumbs");
        assert_eq!((crumbs.len(), crumbs[2]["name"].as_str()), (3, Some(offer.name.words(NL))));
    }
    let list = data(&read(&real()["nood/respite.html"]));
    assert!(list["CollectionPage"]["mainEntity"]["numberOfItems"].as_u64().expect("a number") > 20);
}

#[test]
fn hostile_text_stays_text() {
    let evil = "</script><b onclick=\"alert('1')\">]]>&#60;i&#62;<!--";
    let text = || json!({"nl": evil});
    let catalogue = small(&[
        ("/partner/name", text()),
        ("/partner/website", json!("javascript:alert(1)")),
        ("/partner/about", text()),
        ("/offers/0/name", text()),
        ("/offers/0/gives", text()),
        ("/offers/0/first_step", text()),
        ("/offers/0/conditions/0", text()),
        ("/offers/0/cost/note", text()),
        ("/offers/0/contact/phone", json!("*21*0900#\"><b>")),
        ("/offers/0/contact/website", json!("javascript:alert(1)//https://a.be")),
        ("/offers/0/contact/email", json!("a@b.be?subject=\"><b>")),
        ("/offers/0/source/url", json!("data:text/html,<script>alert(1)</script>")),
    ]);
    let pages = by_path(made(&catalogue));
    hold(&pages);
    let page = read(&pages["aanbod/vl-logeerweek.html"]);
    assert!(page.words.matches(evil).count() >= 6, "{}", page.words);
    assert_eq!(data(&page)["Service"]["name"], evil);
    let outward: Vec<&str> = page.values("href").filter(|href| is_outward(href)).collect();
    assert_eq!(outward, ["tel:112"]);
    for page in pages.values() {
        assert!(!page.contains("\"javascript:") && !page.contains("\"data:"));
    }
}

#[test]
fn what_cannot_be_had_today_is_said_and_not_left_out() {
    for (valid, sentence) in [
        (json!({"until": "2026-11-21"}), "Dit bestond tot en met 21 november 2026."),
        (json!({"from": "2026-11-23"}), "Dit begint op 23 november 2026."),
    ] {
        let pages = by_path(made(&small(&[("/offers/0/valid", valid)])));
        hold(&pages);
        assert!(read(&pages["aanbod/vl-logeerweek.html"]).words.contains(sentence), "{sentence}");
        for list in ["nood/respite.html", "soort/respite.html", "plaats/be-vlg.html", "organisaties.html"] {
            assert!(read(&pages[list]).words.contains("Nu niet te krijgen"), "{list}");
        }
    }
    let pages = by_path(made(&small(&[])));
    assert!(read(&pages["aanbod/vl-logeerweek.html"]).words.contains("Dit bestaat tot en met 31 december 2027."));
    assert!(!pages["nood/respite.html"].contains("Nu niet te krijgen"));
}

#[test]
fn for_whom_an_offer_is_holds_for_whatever_else_is_answered() {
    let catalogue = shipped();
    let mut seed = 7_u64;
    let mut pick = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % below
    };
    let (mut needed, mut enough) = (0, 0);
    for (_, offer) in catalogue.offers() {
        let audience = audience(&catalogue, offer).expect("someone");
        for _ in 0..60 {
            let mut answers = Answers::default();
            for (question, asked) in catalogue.questionnaire().iter() {
                match asked.kind {
                    Kind::Place => {}
                    Kind::Multi => answers.give(
                        &catalogue,
                        question,
                        Answer::Options(pick(1 << asked.options.len().min(30)) as u64),
                    ),
                    Kind::Single | Kind::Range(_) => {
                        answers.give(&catalogue, question, Answer::Option(pick(asked.options.len())))
                    }
                }
            }
            let landmarks = catalogue.landmarks();
            let place = Answer::Place(offer.area.regions[pick(offer.area.regions.len())]);
            let whose =
                if offer.area.whose == Whose::Recipient { landmarks.recipient_place } else { landmarks.carer_place };
            answers.give(&catalogue, whose, place);
            let has = |(question, options): &(_, Vec<usize>)| match answers.get(*question) {
                Some(Answer::Option(chosen)) => options.contains(&chosen),
                Some(Answer::Options(chosen)) => options.iter().any(|option| chosen & (1 << option) != 0),
                _ => false,
            };
            let verdict = offer.fits.verdict(&answers);
            if !audience.needed.iter().all(has) {
                assert_ne!(verdict, Verdict::Met, "{} needs it: {audience:?}", offer.id);
                needed += 1;
            }
            if audience.enough.iter().any(has) {
                assert_eq!(verdict, Verdict::Met, "{}: it is enough: {audience:?}", offer.id);
                enough += 1;
            }
        }
    }
    assert!(needed > 1000 && enough > 20, "{needed} and {enough}: too few to tell");
}

#[test]
fn the_command_writes_them_all() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pages");
    let _ = fs::remove_dir_all(&folder);
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/broken/base");
    let mut command = Command::new(env!("CARGO_BIN_EXE_catalogue"));
    command.arg("pages").arg("--out").arg(&folder).arg("--catalogue").arg(base).args(["--today", "2026-11-22"]);
    assert!(command.status().expect("the command runs").success());
    for page in made(&small(&[])) {
        assert_eq!(fs::read_to_string(folder.join(&page.path)).expect("written"), page.text, "{}", page.path);
    }
}
