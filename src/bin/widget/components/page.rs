//! The whole widget: one screen, and what stands around each.

use super::{
    Chrome,
    bar::{bar, nav, urgent_help},
    browse, card, intro, journey, plan, question, results, review, sheet,
};
use crate::markup::{El, el};
use mantelwijzer::{
    catalogue::OfferIndex,
    figures::figures,
    screen::{Body, Screen},
};

/// `urgent` is the help for this very moment that stood there on arrival; `arrivals` tells this screen from the last.
pub fn page(chrome: &Chrome, screen: &Screen, arrivals: usize, urgent: &[OfferIndex]) -> El {
    let help = |is_old: bool| {
        let cards = screen.urgent.iter().filter(|card| urgent.contains(&card.offer) == is_old);
        urgent_help(chrome, &cards.collect::<Vec<_>>())
    };
    let (name, part, body) = body(chrome, screen, help(false));
    let shown = el("div", "screen")
        .set("part", "screen")
        .set("data-screen", name)
        .set("data-part", part)
        .key(&figures(arrivals))
        .put(bar(chrome, screen))
        .may_put(help(true))
        .put(body)
        .may_put(nav(chrome, screen));
    let news =
        el("p", "news").set("role", "status").may_put(screen.news.as_ref().map(|news| el("span", "").text(news)));
    let language = screen.language;
    el("div", "widget").set("lang", language.html()).set("dir", language.dir()).put(shown).put(news)
}

/// The hooks `data-screen` and `data-part` of a screen, and what is on it. `urgent` is help that an answer on it asks for.
fn body(chrome: &Chrome, screen: &Screen, urgent: Option<El>) -> (&'static str, &'static str, El) {
    match &screen.body {
        Body::Intro => ("intro", "", intro::intro(chrome, screen.has_begun)),
        Body::Recognition(data) => ("intro", "recognition", intro::recognition(chrome, data)),
        Body::Question(data) => ("question", "", question::question(chrome, data, urgent)),
        Body::Review(data) => ("review", "", review::review(chrome, data)),
        Body::Results(data) => ("results", "", results::results(chrome, data)),
        Body::Offer(card) => ("offer", "", card::offer(chrome, card)),
        Body::Plan(data) => ("plan", "", plan::plan(chrome, data)),
        Body::Sheet(data) => ("sheet", "", sheet::sheet(chrome, data)),
        Body::Journey(phases) => ("journey", "", journey::journey(chrome, phases)),
        Body::Respite(rungs) => ("journey", "respite", journey::respite(chrome, rungs)),
        Body::Browse(data) => ("browse", "", browse::browse(chrome, data)),
    }
}
