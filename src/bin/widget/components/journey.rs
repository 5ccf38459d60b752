//! The phases of caring, and the ladder of respite care.

use super::{Chrome, brief::brief, card::outward};
use crate::markup::{El, el};
use mantelwijzer::{
    language::Said,
    screen::{Card, Link, Phase, Rung},
    wording::Phrase,
};

pub fn journey(chrome: &Chrome, phases: &[Phase]) -> El {
    el("section", "journey")
        .put(chrome.leave())
        .put(chrome.title(Phrase::JourneyTitle))
        .put(chrome.phrase("p", "lead", Phrase::JourneyLead))
        .put(el("ol", "path").all(phases.iter().map(|one| phase(chrome, one))))
}

/// The phase where the caregiver is stands open.
fn phase(chrome: &Chrome, phase: &Phase) -> El {
    let now = phase.is_now.then(|| chrome.phrase("span", "mark met", Phrase::JourneyNow));
    let summary = el("summary", "").put(chrome.text(chrome.tag(1), "subtitle", &phase.title)).may_put(now);
    let tip = |(text, source): &(Said, Option<String>)| {
        let source = source.as_ref().map(|href| {
            let label = chrome.say(Phrase::TipSource).to_owned();
            outward(chrome, &Link { label, href: href.clone() })
        });
        el("li", "").put(chrome.text("span", "", text)).may_put(source)
    };
    let ahead = (!phase.ahead.is_empty()).then(|| {
        el("div", "ahead")
            .put(chrome.phrase(chrome.tag(2), "name", Phrase::JourneyAhead))
            .put(el("ul", "").all(phase.ahead.iter().map(|text| chrome.text("li", "", text))))
    });
    let details = el("details", "")
        .put(summary)
        .put(chrome.text("p", "", &phase.lead))
        .put(chrome.phrase(chrome.tag(2), "name", Phrase::JourneyTips))
        .put(el("ul", "tips").all(phase.tips.iter().map(tip)))
        .may_put(ahead)
        .may_put(offers(chrome, &phase.offers));
    let details = if phase.is_now { details.set("open", "") } else { details };
    el("li", if phase.is_now { "phase now" } else { "phase" }).set("data-phase", &phase.id).key(&phase.id).put(details)
}

fn offers(chrome: &Chrome, cards: &[Card]) -> Option<El> {
    (!cards.is_empty()).then(|| {
        el("div", "helps")
            .put(chrome.phrase(chrome.tag(2), "name", Phrase::JourneyHelps))
            .put(el("ul", "briefs").all(cards.iter().map(|card| brief(chrome, card))))
    })
}

pub fn respite(chrome: &Chrome, rungs: &[Rung]) -> El {
    let rung = |rung: &Rung| {
        let none = rung.offers.is_empty().then(|| chrome.phrase("p", "hint", Phrase::RespiteNone));
        el("li", "rung")
            .put(chrome.text(chrome.tag(1), "subtitle", &rung.title))
            .put(chrome.text("p", "", &rung.lead))
            .may_put(none)
            .put(el("ul", "briefs").all(rung.offers.iter().map(|card| brief(chrome, card))))
    };
    el("section", "respite")
        .put(chrome.leave())
        .put(chrome.title(Phrase::RespiteTitle))
        .put(chrome.phrase("p", "lead", Phrase::RespiteLead))
        .put(el("ol", "ladder").all(rungs.iter().map(rung)))
}
