//! What the widget loads: a published catalogue and its places, as a network may deliver them.

use super::base::{catalogue, today};
use mantelwijzer::{
    answers::{Answer, Answers},
    catalogue::{
        Catalogue,
        pack::{pack, pack_places},
        unpack::{Unpacked, unpack},
    },
    interview::Action,
    language::Language,
    matching::match_offers,
    plan::Change,
    screen::{Moment, screen},
    search::Search,
    visit::{Deed, Spot, Visit},
};
use std::collections::BTreeMap;

/// The first line is the bundle, the second its places. A line that doesn't begin as JSON follows the good one, before its
/// last bracket: a part that is named again counts instead of the first, so a part can be mutated alone.
pub fn bundle(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (first, second) = text.split_once('\n').unwrap_or((&text, ""));
    let (good, good_places) = good();
    let (bundle, places) = (whole(good, first), whole(good_places, second));
    let Ok(Unpacked { catalogue, wording, left_out }) = unpack(&bundle, &places, today()) else { return };
    bounded(&catalogue, left_out, bundle.len() + places.len());
    let moment = Moment { today: today(), weekday: 6, minutes: 600 };
    for visit in visits(&catalogue) {
        screen(&catalogue, &wording, &visit, moment);
        match_offers(&catalogue, &visit.interview().used(&catalogue));
    }
}

/// The good text, with these parts in the place of its own; or another text.
fn whole(good: &str, line: &str) -> String {
    match line.trim_start() {
        "" => good.to_owned(),
        other if other.starts_with(['{', '[']) => other.to_owned(),
        parts => [good.strip_suffix('}').expect("a block"), ",", parts, "}"].concat(),
    }
}

/// A bundle and its places, as they are published.
fn good() -> (&'static str, &'static str) {
    thread_local!(static GOOD: (&'static str, &'static str) = {
        let words: BTreeMap<String, String> =
            serde_json::from_str(include_str!("../../src/wording/nl.json")).expect("texts");
        let bundle = pack(catalogue(), Language::NlBe, &words, today());
        (bundle.to_string().leak(), pack_places(catalogue(), &[]).to_string().leak())
    });
    GOOD.with(|good| *good)
}

/// What was unpacked isn't larger than what it was packed in.
fn bounded(catalogue: &Catalogue, left_out: usize, size: usize) {
    let offers = catalogue.offers().map(|(_, offer)| {
        let texts = [&offer.name, &offer.gives, &offer.first_step].into_iter().chain(&offer.conditions);
        let words = texts.flat_map(|text| text.all().map(|(_, words)| words.len())).sum::<usize>();
        1 + words + offer.needs.len() + offer.phases.len() + offer.area.regions.len()
    });
    let questions = catalogue.questionnaire().iter().map(|(_, question)| 1 + question.options.len());
    let regions = catalogue.regions().iter().count();
    let held = left_out + regions + offers.sum::<usize>() + questions.sum::<usize>();
    // What is said to who is under 18 may be made of what is said to others: twice as much, and no more.
    assert!(held <= 2 * size, "{held} out of {size} bytes");
}

/// At the start, at a question, at the results, and at a few places beside them.
fn visits(catalogue: &Catalogue) -> Vec<Visit> {
    let mut told = Answers::default();
    told.give(catalogue, catalogue.landmarks().needs, Answer::Options(0b111));
    let step = |visit: &Visit, deed: Deed| visit.clone().after(catalogue, &deed);
    let mut visits = vec![Visit::new(told)];
    let deeds = [
        Deed::Did(Action::Start),
        Deed::Typed("gent".to_owned()),
        Deed::Did(Action::Next),
        Deed::Did(Action::Decline),
        Deed::Did(Action::Review),
        Deed::Did(Action::Results),
        Deed::Search(Search { text: "opvang in gent".to_owned(), need: Some(1), ..Search::default() }),
        Deed::Go(Spot::Browse),
        Deed::Go(Spot::Journey),
        Deed::Go(Spot::Respite),
        Deed::Go(Spot::Recognition),
        Deed::Go(Spot::Sheet(0)),
    ];
    for deed in deeds {
        visits.extend(visits.last().map(|visit| step(visit, deed)));
    }
    for (offer, _) in catalogue.offers().take(3) {
        visits.extend(visits.last().map(|visit| step(visit, Deed::Plan(Change::Put(offer)))));
        visits.extend(visits.last().map(|visit| step(visit, Deed::Go(Spot::Offer(offer)))));
    }
    visits.extend(visits.last().map(|visit| step(visit, Deed::Go(Spot::Plan))));
    visits
}
