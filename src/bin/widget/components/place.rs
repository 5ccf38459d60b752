//! Finding a town by its name or postcode.

use super::Chrome;
use crate::{
    app::Msg,
    markup::{El, el},
};
use mantelwijzer::{
    answers::Answer, interview::Action, questionnaire::QuestionIndex, screen::Place, visit::Deed, wording::Phrase,
};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// A question for a place, as far as it is answered.
pub struct Search<'a> {
    pub question: QuestionIndex,
    /// The name of the field: the question's id.
    pub name: &'a str,
    pub chosen: Option<&'a Place>,
    pub same: Option<&'a Place>,
    pub typed: &'a str,
    pub found: &'a [Place],
    /// How often the field was emptied.
    pub field: usize,
}

pub fn place(chrome: &Chrome, search: &Search) -> El {
    let give = |place: &Place| Msg::Do(Deed::Did(Action::Give(search.question, Answer::Place(place.region))));
    let button = |place: &Place, class: &str, label: &str| {
        el("button", class)
            .set("type", "button")
            .set("data-region", &place.id)
            .on_click(chrome.does(give(place)))
            .text(label)
    };
    // Enter takes the first place found, and only goes on when nothing is being searched.
    let on_key = Callback::from({
        let (act, is_typing, first) =
            (chrome.act.clone(), !search.typed.is_empty(), search.found.first().map(|place| Rc::new(give(place))));
        move |event: KeyboardEvent| {
            if event.key() == "Enter" && is_typing {
                event.prevent_default();
                if let Some(first) = &first {
                    act.emit(first.clone());
                }
            }
        }
    });
    let on_input = chrome.act.reform(|event: InputEvent| {
        Rc::new(Msg::Do(Deed::Typed(event.target_unchecked_into::<HtmlInputElement>().value())))
    });
    let status = match (search.chosen, search.typed.is_empty(), search.found.len()) {
        (Some(place), true, _) => chrome.fill(Phrase::PlaceSaved, "place", &place.name),
        (None, true, _) => String::new(),
        (_, false, 0) => chrome.say(Phrase::PlaceNone).to_owned(),
        (_, false, count) => chrome.words().count(Phrase::PlaceFound, count),
    };
    let id = [search.name, "-typed"].concat();
    let told = [search.name, "-told"].concat();
    // Without a hint that id leads nowhere, and is passed over.
    let described = [search.name, "-hint ", &told].concat();
    let label = if search.chosen.is_some() { Phrase::PlaceOther } else { Phrase::PlaceLabel };
    let input = el("input", "")
        .set("type", "text")
        .set("id", &id)
        .set("name", search.name)
        .set("autocomplete", "off")
        .set("autocapitalize", "words")
        .set("spellcheck", "false")
        .set("enterkeyhint", "search")
        .set("aria-describedby", &described)
        .may_set("aria-invalid", (!search.typed.is_empty() && search.found.is_empty()).then_some("true"))
        .field(search.field, search.typed)
        .on_input(on_input)
        .on_key(on_key);
    let found =
        search.found.iter().map(|place| el("li", "").key(&place.id).put(button(place, "button found", &place.name)));
    let same =
        search.same.map(|same| button(same, "button same", &chrome.fill(Phrase::PlaceSame, "place", &same.name)));
    let chosen = search.chosen.map(|place| {
        el("p", "chosen").set("tabindex", "-1").text(&chrome.fill(Phrase::PlaceChosen, "place", &place.name))
    });
    el("div", "place")
        .may_put(same)
        .put(chrome.phrase("label", "", label).set("for", &id))
        .put(input)
        .put(el("p", "status").set("id", &told).set("role", "status").put(el("span", "").text(&status)))
        .may_put(chosen)
        .put(el("ul", "places").set("aria-label", chrome.say(Phrase::Places)).all(found))
        .put(chrome.phrase("p", "small", Phrase::PlacesCredit))
}
