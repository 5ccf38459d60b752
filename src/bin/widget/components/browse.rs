//! The social map: a word, a need, a kind, a place.

use super::{
    Chrome,
    brief::{brief, folded},
    place::{Search as PlaceSearch, place},
};
use crate::{
    app::Msg,
    markup::{El, el},
};
use mantelwijzer::{
    figures::figures,
    screen::{Browse, Facet},
    search::Search,
    visit::Deed,
    wording::Phrase,
};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// How many offers stand there at once; the rest is one tap away.
const FIRST: usize = 12;

pub fn browse(chrome: &Chrome, browse: &Browse) -> El {
    let search = browse.search.clone();
    let on_input = chrome.act.reform(move |event: InputEvent| {
        let text = event.target_unchecked_into::<HtmlInputElement>().value();
        Rc::new(Msg::Do(Deed::Search(Search { text, ..search.clone() })))
    });
    let word = el("input", "")
        .set("type", "search")
        .set("id", "browse-word")
        .set("autocomplete", "off")
        .set("enterkeyhint", "search")
        .field(browse.field, &browse.search.text)
        .on_input(on_input);
    let clear = chrome.button("clear", "link", chrome.say(Phrase::BrowseClear), Msg::Do(Deed::SearchAnew));
    let fields = el("div", "fields")
        .put(field(chrome, Phrase::BrowseWord, "browse-word", word))
        .put(field(
            chrome,
            Phrase::BrowseNeed,
            "browse-need",
            choose(chrome, "browse-need", &browse.needs, &Search { need: None, ..browse.search.clone() }),
        ))
        .put(field(
            chrome,
            Phrase::BrowseKind,
            "browse-kind",
            choose(chrome, "browse-kind", &browse.kinds, &Search { kind: None, ..browse.search.clone() }),
        ));
    let summary = match &browse.place {
        Some(place) => chrome.fill(Phrase::PlaceChosen, "place", &place.name),
        None => chrome.say(Phrase::BrowsePlace).to_owned(),
    };
    let places = PlaceSearch {
        question: browse.question,
        name: "browse-place",
        chosen: browse.place.as_ref(),
        same: None,
        typed: &browse.typed,
        found: &browse.places,
        field: browse.field,
    };
    let (list, rest) = folded(chrome, "briefs", &browse.found, FIRST, &|card| brief(chrome, card));
    el("section", "browse")
        .put(chrome.leave())
        .put(chrome.title(Phrase::BrowseTitle))
        .put(chrome.phrase("p", "hint", Phrase::BrowseLead))
        .put(fields)
        .put(el("details", "about").put(el("summary", "").text(&summary)).put(place(chrome, &places)))
        .put(el("p", "count").set("role", "status").put(el("strong", "").text(&browse.count)))
        .put(list)
        .may_put(rest)
        .put(clear)
}

fn field(chrome: &Chrome, label: Phrase, id: &str, input: El) -> El {
    el("div", "field").put(chrome.phrase("label", "", label).set("for", id)).put(input)
}

fn choose(chrome: &Chrome, id: &str, facets: &[Facet], all: &Search) -> El {
    let searches: Vec<Search> =
        [all.clone()].into_iter().chain(facets.iter().map(|facet| facet.search.clone())).collect();
    let chosen = facets.iter().position(|facet| facet.is_chosen).map_or(0, |place| place + 1);
    let option = |(place, name): (usize, &str)| {
        let option = el("option", "").set("value", &figures(place)).text(name);
        if place == chosen { option.set("selected", "") } else { option }
    };
    let names = [chrome.say(Phrase::BrowseAll)].into_iter().chain(facets.iter().map(|facet| facet.name.as_str()));
    el("select", "")
        .set("id", id)
        .property("value", &figures(chosen))
        .on_change(chrome.takes(move |place| {
            let search = place.parse().ok().and_then(|place: usize| searches.get(place).cloned());
            Msg::Do(Deed::Search(search.unwrap_or_default()))
        }))
        .all(names.enumerate().map(option))
}
