//! Hostile catalogues: whatever stands in a file is refused, or shown as the words that it is. Nothing panics, nothing takes long.
//!
//! An attack is a file in `tests/hostile/`. Each is put in a partner's file, and, past every check, in a published bundle.
//! The browser meets the same files in `tests/browser/hostile.test.mjs`.

mod command;
mod corpus;

use crate::broken::{Files, base, load as read_catalogue};
use corpus::{Attack, Fate, PARTNER, attacks, mark, put, sound};
use mantelwijzer::{
    answers::{Answer, Answers},
    catalogue::{
        Catalogue,
        diagnostic::{Place, Severity},
        pack::{pack, pack_places},
        parse::text_of,
        unpack::{Unpacked, Unusable, unpack},
    },
    date::Date,
    exchange::Draft,
    interview::Action,
    language::Language,
    pages::{pages, texts::PageTexts},
    plan::Change,
    report::{beside, page::page, report},
    screen::{Body, Card, Moment, screen},
    visit::{Deed, Spot, Visit},
    wording::Wording,
};
use serde_json::{Value, json};
use std::{
    collections::BTreeMap,
    time::{Duration, Instant},
};

/// More than any attack may take in a build for tests, on a machine that does other things too.
const PATIENCE: Duration = Duration::from_secs(30);

fn today() -> Date {
    Date::parse("2026-11-22").expect("a day")
}

fn words(file: &str) -> BTreeMap<String, String> {
    serde_json::from_str(file).expect("texts")
}

fn wording() -> BTreeMap<String, String> {
    words(include_str!("../src/wording/nl.json"))
}

#[test]
fn every_attack_says_what_it_tries_and_has_a_way() {
    for attack in attacks() {
        assert!(attack.why.ends_with('.') && attack.why.len() > 20, "{}", attack.name);
        assert!(!attack.ways().is_empty(), "{}", attack.name);
    }
}

#[test]
fn each_attack_in_a_partners_file_is_refused_or_harmless() {
    let mut wrong = Vec::new();
    for attack in attacks().into_iter().filter(|attack| attack.at != "file-name") {
        for way in attack.ways() {
            let start = Instant::now();
            wrong.extend(check_source(&attack, &way).err().map(|why| format!("{}: {why}", called(&attack, &way))));
            wrong.extend(late(start).map(|late| format!("{}: {late}", called(&attack, &way))));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn late(start: Instant) -> Option<String> {
    (start.elapsed() > PATIENCE).then(|| format!("took {:?}", start.elapsed()))
}

fn called(attack: &Attack, way: &[u8]) -> String {
    let start = String::from_utf8_lossy(way.get(..60).unwrap_or(way)).into_owned();
    format!("{} {}", attack.name, start.escape_debug())
}

/// Every place where the attack stands is told of, by the code that its file names; and what is made of the catalogue all the
/// same, as if nothing had been checked, is harmless.
fn check_source(attack: &Attack, way: &[u8]) -> Result<(), String> {
    let mut files = base();
    let text = match text_of(PARTNER, attack.attacked(&sound(), way)) {
        Ok(text) => text,
        Err(found) if Some(found.code) == attack.refused.as_deref() => return Ok(()),
        Err(found) => return Err(format!("refused by {}", found.code)),
    };
    files.insert(PARTNER.to_owned(), text.clone());
    let (catalogue, found) = read_catalogue(&files);
    let errors: Vec<_> = found.iter().filter(|one| one.severity == Severity::Error).collect();
    let codes: Vec<&str> = errors.iter().map(|one| one.code).collect();
    match attack.refused.as_deref() {
        None if codes.is_empty() => {}
        None => return Err(format!("{codes:?}")),
        Some(code) => {
            for place in attack.places() {
                let is_told = errors.iter().any(|one| match &one.place {
                    Place::Pointer(pointer) => pointer.starts_with(place) || place.starts_with(pointer.as_str()),
                    Place::Position { .. } => one.code == code,
                });
                if !is_told || !codes.contains(&code) {
                    return Err(format!("{place} isn't told of: {codes:?}"));
                }
            }
        }
    }
    if let Some(catalogue) = &catalogue {
        outputs(catalogue, &files).iter().try_for_each(|text| only_ours(text))?;
    }
    let (draft, _) = Draft::of_file(PARTNER, &text);
    draft.map_or(Ok(()), |draft| formulas(&draft))
}

/// The pages made of a catalogue.
fn outputs(catalogue: &Catalogue, files: &Files) -> Vec<String> {
    let own = wording();
    let spoken = Wording::new(Language::Nl, |name| own.get(name).cloned()).0;
    let own = words(include_str!("../src/pages/nl.json"));
    let texts = PageTexts::new(Language::Nl, |name| own.get(name).cloned()).0;
    let mut made: Vec<String> = pages(catalogue, &spoken, &texts, today()).into_iter().map(|page| page.text).collect();
    let raw = raw(files);
    let found = report(catalogue, &raw, today(), None);
    made.push(page(catalogue, &found, &|_: &str, _: &str| String::new()));
    for other in beside(catalogue, &found).into_iter().filter(|other| other.path.ends_with(".csv")) {
        assert!(cells(&other.text, b';').all(|cell| !reckons(&cell)), "{}", other.text);
    }
    made
}

fn raw(files: &Files) -> mantelwijzer::catalogue::parse::RawCatalogue {
    use mantelwijzer::catalogue::parse::{Source, parse};
    let source = |file: &'static str| Source { file, text: &files[file] };
    parse(source("questionnaire.json"), source("regions.json"), &[source(PARTNER)]).0
}

/// Elements that our pages are made of, and what may stand in them.
const ELEMENTS: &str = "circle defs g path pattern a article aside bdi body dd div dl dt footer h1 h2 h3 h4 head header html li link main meta nav ol p \
    section small span strong style table tbody td th thead title tr ul caption summary details svg rect text figure figcaption";
const ATTRIBUTES: &str = "cx cy d open patternUnits r rx tabindex transform aria-label aria-labelledby aria-hidden aria-current charset class colspan content dir href hreflang \
    http-equiv id lang name rel role scope referrerpolicy type title target height width viewBox x y";

/// Every sign that opens an element opens one of ours, with attributes of ours, and every link is one that `contact` lets pass
/// or leads to a page beside it.
fn only_ours(page: &str) -> Result<(), String> {
    let is_one = |list: &str, word: &str| list.split_whitespace().any(|known| known == word);
    for piece in page.split('<').skip(1) {
        let Some((tag, _)) = piece.split_once('>') else { return Err(format!("`<{piece:.60}` has no end")) };
        if tag.starts_with('/') || matches!(tag, "!doctype html" | "script type=\"application/ld+json\"") {
            continue;
        }
        let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
        if !is_one(ELEMENTS, name) {
            return Err(format!("`<{tag:.60}`"));
        }
        while let Some((attribute, after)) = rest.split_once("=\"") {
            let Some((value, after)) = after.split_once('"') else { return Err(format!("`<{tag:.60}`")) };
            if !is_one(ATTRIBUTES, attribute.trim()) || (attribute.trim() == "href" && !leads_well(value)) {
                return Err(format!("`{attribute}={value:.60}`"));
            }
            rest = after;
        }
        if !rest.trim().is_empty() {
            return Err(format!("`<{tag:.60}`"));
        }
    }
    let is_raw = |sign: char| sign.is_ascii_control() && !matches!(sign, '\n' | '\t');
    if page.chars().any(is_raw) { Err("a control character".to_owned()) } else { Ok(()) }
}

fn leads_well(href: &str) -> bool {
    let plain = href.replace("&amp;", "&").replace("&#39;", "'");
    let is_ours = |path: &str| {
        path.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"./-#_".contains(&byte)) && !path.starts_with("//")
    };
    match plain.split_once(':') {
        Some(("tel", number)) => number.trim_start_matches('+').bytes().all(|byte| byte.is_ascii_digit()),
        Some(("mailto", mailbox)) => {
            mailbox.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"@.-_+".contains(&byte))
        }
        Some(("https", rest)) => rest.starts_with("//") && plain.bytes().all(|byte| byte.is_ascii_graphic()),
        Some(_) => false,
        None => is_ours(&plain),
    }
}

/// No cell of a table begins as a formula does.
fn formulas(draft: &Draft) -> Result<(), String> {
    use mantelwijzer::exchange::{Format, Vocabulary, write};
    let drafts = std::slice::from_ref(draft);
    let Ok(table) = write("x.csv", drafts, Format::Csv, Vocabulary::default()) else { return Ok(()) };
    let text = String::from_utf8(table.bytes).map_err(|why| why.to_string())?;
    match cells(&text, b';').find(|cell| reckons(cell)) {
        Some(cell) => Err(format!("the cell `{cell:.60}`")),
        None => Ok(()),
    }
}

fn cells(text: &str, separator: u8) -> impl Iterator<Item = String> {
    let text = text.trim_start_matches('\u{feff}');
    let reader =
        csv::ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let rows = reader.into_records().map(|row| row.expect("a row").iter().map(str::to_owned).collect::<Vec<_>>());
    rows.flatten().collect::<Vec<_>>().into_iter()
}

/// What Excel, Calc and Sheets take for a formula.
fn reckons(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'])
}

/// A published bundle of the sound catalogue, its places, and where each field of an offer stands.
struct Published {
    bundle: Value,
    places: String,
    fields: BTreeMap<String, usize>,
}

fn published() -> Published {
    let (catalogue, found) = read_catalogue(&base());
    let catalogue = catalogue.unwrap_or_else(|| panic!("{found:?}"));
    let bundle = pack(&catalogue, Language::NlBe, &wording(), today());
    let names = bundle["fields"]["offers"].as_array().expect("names").iter();
    let fields = names.enumerate().map(|(place, name)| (name.as_str().expect("a name").to_owned(), place)).collect();
    Published { places: pack_places(&catalogue, &[]).to_string(), fields, bundle }
}

impl Published {
    /// The bundle as an attacker would leave it, who has the file and asks nobody.
    fn attacked(&self, attack: &Attack, way: &[u8]) -> String {
        let mut bundle = self.bundle.clone();
        let id = self.fields["id"];
        let offers = bundle["offers"].as_array_mut().expect("offers");
        let offer = offers.iter_mut().find(|offer| offer[id] == "vl-logeerweek").expect("the offer");
        let fields: &[&str] = match attack.at.as_str() {
            "text" => &["name", "gives", "first_step", "cost_note", "doubt"],
            "website" | "website-alone" => &["website", "source_url"],
            "everywhere" => &["website", "source_url", "phone", "email"],
            "number" => &["partner"],
            "rule" => &["fits"],
            "name-block" => &["name"],
            other => &[other],
        };
        for field in fields {
            offer[self.fields[*field]] = mark();
        }
        if attack.at == "text" {
            offer[self.fields["conditions"]] = json!([mark(), mark()]);
            for pointer in [
                "/partners/0/1",
                "/partners/1/1",
                "/topics/0/1",
                "/questions/0/5",
                "/questions/0/6",
                "/questions/2/9/0/1",
            ] {
                *bundle.pointer_mut(pointer).expect(pointer) = mark();
            }
        }
        // A browser puts a sign for what is no text.
        String::from_utf8_lossy(&put(bundle.to_string().as_bytes(), way)).into_owned()
    }
}

#[test]
fn each_attack_in_a_published_bundle_is_shown_as_words_left_out_or_refused() {
    let published = published();
    let mut wrong = Vec::new();
    for attack in attacks().into_iter().filter(|attack| attack.at != "file-name") {
        for way in attack.ways() {
            let start = Instant::now();
            let bundle = published.attacked(&attack, &way);
            let unpacked = unpack(&bundle, &published.places, today());
            wrong.extend(check_bundle(&attack, unpacked).err().map(|why| format!("{}: {why}", called(&attack, &way))));
            wrong.extend(late(start).map(|late| format!("{}: {late}", called(&attack, &way))));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn check_bundle(attack: &Attack, unpacked: Result<Unpacked, Unusable>) -> Result<(), String> {
    let fate = match &unpacked {
        Err(_) => Fate::Refused,
        Ok(unpacked) if unpacked.left_out == 0 => Fate::Shown,
        Ok(_) => Fate::LeftOut,
    };
    if fate != attack.bundle {
        return Err(format!("{fate:?}"));
    }
    let Ok(unpacked) = unpacked else { return Ok(()) };
    let offers = unpacked.catalogue.offers().count();
    if offers + unpacked.left_out != 2 {
        return Err(format!("{offers} offers"));
    }
    let cards = look(&unpacked)?;
    let links = cards.iter().filter(|card| card.id == "vl-logeerweek").flat_map(hrefs).collect::<Vec<_>>();
    let attacked: &[&str] = match attack.at.as_str() {
        "website" | "website-alone" => &["https:"],
        "phone" => &["tel:"],
        "email" => &["mailto:"],
        "everywhere" => &["https:", "tel:", "mailto:"],
        _ => &[],
    };
    match links.iter().find(|href| !leads_well(href) || attacked.iter().any(|start| href.starts_with(start))) {
        Some(href) => Err(format!("a link to {href:.60}")),
        None => Ok(()),
    }
}

fn hrefs(card: &Card) -> Vec<String> {
    let phone = card.phone.as_ref().and_then(|phone| phone.href.clone());
    let links = [&card.website, &card.mail].into_iter().flatten().map(|link| link.href.clone());
    links.chain(phone).chain(card.source_link.clone()).collect()
}

/// Every card there is to see, after a look at every screen; what can be taken along is harmless.
fn look(unpacked: &Unpacked) -> Result<Vec<Card>, String> {
    let catalogue = &unpacked.catalogue;
    let moment = Moment { today: today(), weekday: 6, minutes: 600 };
    let mut told = Answers::default();
    told.give(catalogue, catalogue.landmarks().needs, Answer::Options(0b111));
    let mut visit = Visit::new(told).after(catalogue, &Deed::Did(Action::Start));
    for (offer, _) in catalogue.offers() {
        visit = visit.after(catalogue, &Deed::Plan(Change::Put(offer)));
    }
    let results = visit.clone().after(catalogue, &Deed::Did(Action::Results));
    let mut spots = vec![Spot::Browse, Spot::Plan, Spot::Journey, Spot::Respite, Spot::Recognition, Spot::Sheet(0)];
    spots.extend(catalogue.offers().map(|(offer, _)| Spot::Offer(offer)));
    let beside = spots.into_iter().map(|spot| visit.clone().after(catalogue, &Deed::Go(spot)));
    let mut cards = Vec::new();
    for visit in beside.chain([visit.clone(), results]) {
        match screen(catalogue, &unpacked.wording, &visit, moment).body {
            Body::Offer(card) => cards.push(*card),
            Body::Plan(plan) => {
                only_ours(&plan.document.to_html())?;
                let calendar = plan.calendar(today()).unwrap_or_default();
                if calendar.lines().filter(|line| line.starts_with("BEGIN:")).count() != 3 {
                    return Err("another entry in the calendar".to_owned());
                }
            }
            Body::Sheet(sheet) => only_ours(&sheet.document.to_html())?,
            _ => {}
        }
    }
    Ok(cards)
}

/// A bundle in which every word is an attack is still an interview, with every word as it was written.
#[test]
fn the_words_of_an_offer_are_those_of_the_bundle_to_the_letter() {
    let published = published();
    for attack in attacks().into_iter().filter(|attack| attack.at == "text" && !attack.is_large()) {
        for way in attack.ways() {
            let Ok(Value::String(text)) = serde_json::from_slice::<Value>(&way) else { continue };
            let unpacked = unpack(&published.attacked(&attack, &way), &published.places, today()).expect("usable");
            let offer = unpacked.catalogue.find_offer("vl-logeerweek").map(|index| unpacked.catalogue.offer(index));
            let offer = offer.expect("the offer");
            // After the sign of other words come other words.
            let said = text.split('\u{1f}').next().unwrap_or_default();
            for found in [&offer.name, &offer.gives, &offer.first_step] {
                assert_eq!(found.words(Language::NlBe), said, "{}", attack.name);
            }
        }
    }
}
