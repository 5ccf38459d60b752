//! One offer: what it is, why it fits, what to check, what to do first.

use super::Chrome;
use crate::{
    app::Msg,
    art,
    markup::{El, el},
};
use mantelwijzer::{
    figures::figures,
    plan::Change,
    screen::{Card, Hinge, Link, Phone, Verdict},
    visit::Deed,
    wording::Phrase,
};

/// An offer on a screen of its own.
pub fn offer(chrome: &Chrome, card: &Card) -> El {
    el("section", "offer")
        .put(chrome.leave())
        .put(top(chrome, card, chrome.titled(&card.name)))
        .put(chrome.text("p", "partner", &card.partner))
        .may_put(hinges(chrome, card))
        .may_put(doubts(chrome, card))
        .put(step(chrome, card))
        .put(links(chrome, card).put(plan_button(chrome, card, "quiet")))
        .all(more(chrome, card))
        .put(source(chrome, card))
}

/// An offer among the results: the heart of it in sight, the rest one tap away.
pub fn result(chrome: &Chrome, card: &Card) -> El {
    let more = el("details", "about")
        .put(named(chrome.phrase("summary", "", Phrase::More), chrome.say(Phrase::More), card))
        .put(chrome.text("p", "partner", &card.partner))
        .put(step(chrome, card))
        .put(sites(chrome, card, el("div", "links")))
        .all(more(chrome, card))
        .put(source(chrome, card));
    el("article", if card.is_near { "card near" } else { "card" })
        .set("part", "card")
        .set("data-offer", &card.id)
        .set("data-verdict", verdict(card).0)
        .set("data-rank", &figures(card.rank))
        .set("tabindex", "-1")
        .put(top(chrome, card, chrome.text(chrome.tag(2), "name", &card.name)))
        .may_put(hinges(chrome, card))
        .may_put(doubts(chrome, card))
        .may_put(card.phone.as_ref().map(phone))
        .put(plan_button(chrome, card, "link"))
        .put(more)
}

fn verdict(card: &Card) -> (&'static str, Phrase) {
    match card.verdict {
        Verdict::Met => ("met", Phrase::Fits),
        Verdict::Unknown => ("unknown", Phrase::Possible),
        Verdict::NotMet => ("not-met", Phrase::NotFitting),
    }
}

fn top(chrome: &Chrome, card: &Card, name: El) -> El {
    let (class, label) = verdict(card);
    let near = card.is_near.then(|| chrome.phrase("span", "mark near", Phrase::Near));
    let marks = el("p", "marks")
        .put(chrome.phrase("span", &["mark ", class].concat(), label))
        .put(el("span", "mark").text(&card.kind))
        .may_put(near)
        .may_put(only_in_dutch(chrome, card));
    el("div", "top").put(marks).put(name).put(chrome.text("p", "gives", &card.gives))
}

fn step(chrome: &Chrome, card: &Card) -> El {
    el("div", "step").put(chrome.phrase("strong", "", Phrase::FirstStep)).put(chrome.text("p", "", &card.first_step))
}

pub fn plan_button(chrome: &Chrome, card: &Card, class: &str) -> El {
    let (phrase, change) = match card.is_planned {
        true => (Phrase::PlanRemove, Change::Remove(card.offer)),
        false => (Phrase::PlanPut, Change::Put(card.offer)),
    };
    let label = chrome.say(phrase);
    let button = chrome.button("keep", &["plan-button ", class].concat(), label, Msg::Do(Deed::Plan(change)));
    named(button, label, card).set("aria-pressed", if card.is_planned { "true" } else { "false" })
}

/// A control that is there for each offer says which one it is about.
fn named(element: El, label: &str, card: &Card) -> El {
    element.set("aria-label", &[label, ": ", &card.name.text].concat())
}

/// Says that an offer isn't told in the language chosen.
pub fn only_in_dutch(chrome: &Chrome, card: &Card) -> Option<El> {
    let is_told = card.gives.language.is_kin_of(chrome.language());
    (!is_told).then(|| chrome.phrase("span", "mark foreign", Phrase::OnlyInDutch))
}

/// The questions that decide, each with a button that asks just that.
fn hinges(chrome: &Chrome, card: &Card) -> Option<El> {
    let hinge = |hinge: &Hinge| {
        el("li", "").put(match &hinge.ask {
            Some((question, id, label)) => {
                chrome.button("change", "link", label, Msg::Decide(*question, card.id.clone())).set("data-target", id)
            }
            None => el("span", "").text(&hinge.label),
        })
    };
    (!card.hinges.is_empty()).then(|| {
        el("div", "hinges")
            .put(chrome.phrase("p", "", Phrase::HangsOn))
            .put(el("ul", "").all(card.hinges.iter().map(hinge)))
    })
}

/// Every way to reach who gives it.
pub fn links(chrome: &Chrome, card: &Card) -> El {
    sites(chrome, card, el("div", "links").may_put(card.phone.as_ref().map(phone)))
}

fn sites(chrome: &Chrome, card: &Card, links: El) -> El {
    let mail = card.mail.as_ref().map(|link| el("a", "").set("href", &link.href).text(&link.label));
    links.may_put(card.website.as_ref().map(|link| outward(chrome, link))).may_put(mail)
}

/// Why it fits, what to check, what it costs.
fn more(chrome: &Chrome, card: &Card) -> Vec<El> {
    let mut parts = Vec::new();
    let list = |class, phrase, items: Vec<El>| {
        el("div", class).put(chrome.phrase("strong", "", phrase)).put(el("ul", "").all(items))
    };
    let plain = |texts: &[String]| texts.iter().map(|text| el("li", "").text(text)).collect::<Vec<_>>();
    match card.verdict {
        Verdict::Met if card.reasons.is_empty() => parts.push(chrome.phrase("p", "", Phrase::ForEveryone)),
        Verdict::Met => parts.push(list("reasons", Phrase::Because, plain(&card.reasons))),
        Verdict::NotMet => parts.push(list("checks", Phrase::NotFitting, plain(&card.misses))),
        Verdict::Unknown => {}
    }
    parts.extend(card.also_for.as_ref().map(|also| el("p", "").text(also)));
    if !card.conditions.is_empty() {
        let conditions = card.conditions.iter().map(|condition| chrome.text("li", "", condition)).collect();
        parts.push(list("checks", Phrase::CheckYourself, conditions));
    }
    if let Some(cost) = &card.cost {
        let note = card.cost_note.as_ref().map(|note| chrome.text("p", "small", note));
        let cost = chrome.text("p", "", cost);
        parts.push(el("div", "cost").put(chrome.phrase("strong", "", Phrase::Costs)).put(cost).may_put(note));
    }
    parts
}

/// What no source confirmed: always in sight.
fn doubts(chrome: &Chrome, card: &Card) -> Option<El> {
    let has_some = card.doubt.is_some() || card.unverified.is_some();
    has_some.then(|| {
        el("div", "doubts")
            .may_put(card.doubt.as_ref().map(|doubt| chrome.text("p", "doubt", doubt)))
            .may_put(card.unverified.as_ref().map(|text| small("p", text)))
    })
}

/// Where the facts come from, and how old they are.
fn source(chrome: &Chrome, card: &Card) -> El {
    let source = match &card.source_link {
        Some(href) => outward(chrome, &Link { label: card.source.clone(), href: href.clone() }),
        None => el("p", "").text(&card.source),
    };
    el("div", "source small").put(source)
}

/// A text in small letters.
pub fn small(tag: &'static str, text: &str) -> El {
    el(tag, "small").text(text)
}

pub fn phone(phone: &Phone) -> El {
    let label = el("bdi", "").text(&phone.label);
    match &phone.href {
        Some(href) => el("a", "button call").set("href", href).may_put(art::icon("call")).put(label),
        None => el("span", "").put(label),
    }
}

/// A link to another site: it opens beside the answers, which would be lost otherwise, and doesn't tell where one came from.
pub fn outward(chrome: &Chrome, link: &Link) -> El {
    el("a", "outward")
        .set("href", &link.href)
        .set("target", "_blank")
        .set("rel", "noopener noreferrer")
        .set("referrerpolicy", "no-referrer")
        .put(el("span", "").text(&link.label))
        .put(chrome.phrase("span", "unseen", Phrase::OpensNewTab))
}
