//! Around each screen: someone to call, a way to forget everything, a way out, and where else to look.

use super::{
    Chrome,
    card::{phone, small},
};
use crate::{
    app::Msg,
    art,
    markup::{El, el},
};
use mantelwijzer::{
    figures::figures,
    interview::Action,
    screen::{Card, Screen, TalkLine, Theme},
    visit::{Deed, Spot},
    wording::Phrase,
};

/// On top of every screen. The way out is the first thing that a keyboard reaches.
pub fn bar(chrome: &Chrome, screen: &Screen) -> El {
    let exit = chrome.exit_url.as_ref().map(|href| {
        el("a", "button exit")
            .set("part", "button")
            .set("data-action", "exit")
            .set("href", href)
            .set("rel", "noreferrer")
            .set("referrerpolicy", "no-referrer")
            .set("title", chrome.say(Phrase::ExitHint))
            .may_put(art::icon("exit"))
            .put(chrome.phrase("span", "", Phrase::Exit))
    });
    let wipe = chrome.button("wipe", "quiet", chrome.say(Phrase::Wipe), Msg::Do(Deed::Wipe));
    el("div", "bar").set("part", "bar").may_put(exit).put(wipe).put(talk(chrome, &screen.talk))
}

fn talk(chrome: &Chrome, themes: &[Theme]) -> El {
    let theme = |theme: &Theme| {
        el("div", "theme")
            .put(el("p", "theme-title").text(&theme.title))
            .put(el("ul", "").all(theme.lines.iter().map(|line| talk_line(chrome, line))))
    };
    let words = chrome.phrase("span", "", Phrase::TalkTitle);
    let summary = el("summary", "button").set("data-action", "talk-now").may_put(art::icon("talk")).put(words);
    el("details", "talk").put(summary).put(el("div", "talk-panel").put(danger(chrome)).all(themes.iter().map(theme)))
}

fn talk_line(chrome: &Chrome, talk: &TalkLine) -> El {
    let open = (talk.is_open == Some(true)).then(|| chrome.phrase("span", "mark met", Phrase::OpenNow));
    let hours = el("p", "marks").may_put(open).put(el("span", "small").text(&talk.hours));
    line(chrome, &talk.card).put(hours)
}

/// Help for this very moment; nothing when nothing is urgent.
pub fn urgent_help(chrome: &Chrome, cards: &[&Card]) -> Option<El> {
    let title = chrome.phrase(chrome.tag(0), "subtitle", Phrase::UrgentTitle);
    let list = cards.iter().map(|card| line(chrome, card).set("data-urgent", &card.id));
    (!cards.is_empty()).then(|| {
        el("section", "urgent")
            .set("aria-label", chrome.say(Phrase::UrgentTitle))
            .put(title)
            .put(el("ul", "").all(list))
            .put(danger(chrome))
    })
}

fn danger(chrome: &Chrome) -> El {
    let call = el("a", "button call").set("href", "tel:112").may_put(art::icon("call"));
    el("p", "danger").put(call.put(chrome.phrase("span", "", Phrase::TalkDanger)))
}

/// The number comes before the words: who is in need may read no further.
fn line(chrome: &Chrome, card: &Card) -> El {
    el("li", "")
        .key(&card.id)
        .put(chrome.text("span", "name", &card.name))
        .may_put(card.phone.as_ref().map(phone))
        .put(chrome.text("span", "", &card.gives))
        .may_put(card.doubt.as_ref().map(|doubt| chrome.text("span", "small", doubt)))
        .may_put(card.unverified.as_ref().map(|text| small("span", text)))
}

/// The place of the ladder among the tabs.
const RESPITE: usize = 3;

/// Where else to look, once there is something to look at.
pub fn nav(chrome: &Chrome, screen: &Screen) -> Option<El> {
    use mantelwijzer::screen::Body;
    let here = match &screen.body {
        Body::Intro | Body::Recognition(_) | Body::Question(_) | Body::Review(_) => return None,
        Body::Results(_) => 0,
        Body::Plan(_) => 1,
        Body::Sheet(_) => 2,
        Body::Respite(_) => RESPITE,
        Body::Journey(_) => 4,
        Body::Browse(_) => 5,
        Body::Offer(_) => 6,
    };
    let results = match screen.has_begun {
        true => chrome.act("results", "tab", Phrase::NavResults, Action::Results),
        false => chrome.act("start", "tab", Phrase::NavQuestions, Action::Start),
    };
    let plan = match screen.planned {
        0 => chrome.say(Phrase::NavPlan).to_owned(),
        count => [chrome.say(Phrase::NavPlan), " (", &figures(count), ")"].concat(),
    };
    let tabs = [
        results,
        chrome.button("plan", "tab", &plan, Msg::Do(Deed::Go(Spot::Plan))),
        chrome.go("sheet", "tab", Phrase::NavSheet, Spot::Sheet(0)),
        chrome.go("respite", "tab", Phrase::NavRespite, Spot::Respite),
        chrome.go("journey", "tab", Phrase::NavJourney, Spot::Journey),
        chrome.go("browse", "tab", Phrase::NavBrowse, Spot::Browse),
    ];
    let tab =
        |(place, tab): (usize, El)| el("li", "").put(if place == here { tab.set("aria-current", "page") } else { tab });
    // Once the caring is over there is nothing to take a break from.
    let kept = tabs.into_iter().enumerate().filter(|(place, _)| *place != RESPITE || screen.is_caring);
    let list = el("ul", "").all(kept.map(tab));
    Some(el("nav", "tabs").set("part", "tabs").set("aria-label", chrome.say(Phrase::NavLabel)).put(list))
}
