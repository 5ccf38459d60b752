//! An offer in a list: a name that leads to the rest.

use super::Chrome;
use crate::{
    app::Msg,
    markup::{El, el},
};
use mantelwijzer::{
    screen::{Card, Verdict},
    visit::{Deed, Spot},
    wording::Phrase,
};

/// With what it gives.
pub fn brief(chrome: &Chrome, card: &Card) -> El {
    el("li", "brief")
        .key(&card.id)
        .put(lead_to(chrome, card))
        .put(chrome.text("p", "", &card.gives))
        .put(kind(chrome, card))
}

/// By no more than its name and kind.
pub fn glimpse(chrome: &Chrome, card: &Card) -> El {
    el("li", "brief").key(&card.id).put(lead_to(chrome, card)).put(kind(chrome, card))
}

/// The name of an offer, as a way to it.
pub fn lead_to(chrome: &Chrome, card: &Card) -> El {
    let button = chrome.button("offer", "link", &card.name.text, Msg::Do(Deed::Go(Spot::Offer(card.offer))));
    chrome.tongue(button, &card.name).set("data-target", &card.id)
}

fn kind(chrome: &Chrome, card: &Card) -> El {
    let possible = (card.verdict == Verdict::Unknown).then(|| chrome.phrase("span", "mark unknown", Phrase::Possible));
    let foreign = super::card::only_in_dutch(chrome, card);
    el("p", "marks").put(el("span", "mark").text(&card.kind)).may_put(possible).may_put(foreign)
}

/// The first few of a list, and the rest one tap away.
pub fn folded(
    chrome: &Chrome,
    class: &str,
    cards: &[Card],
    most: usize,
    item: &dyn Fn(&Card) -> El,
) -> (El, Option<El>) {
    let (first, rest) = cards.split_at(cards.len().min(most));
    let list = |cards: &[Card]| el("ul", class).all(cards.iter().map(item));
    let more = (!rest.is_empty()).then(|| {
        let label = chrome.words().count(Phrase::ShowMore, rest.len());
        el("details", "more").put(el("summary", "").text(&label)).put(list(rest))
    });
    (list(first), more)
}
