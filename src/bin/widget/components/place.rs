//! Finding a town by its name or postcode. What is typed stays in this field.

use super::{Do, use_chrome};
use crate::state::Knowledge;
use mantelwijzer::{
    answers::Answer,
    interview::Action,
    questionnaire::QuestionIndex,
    screen::{Place, find_places},
    wording::Phrase,
};
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct PlaceSearchProps {
    pub question: QuestionIndex,
    pub name: AttrValue,
    pub labelled_by: AttrValue,
    pub described_by: Option<AttrValue>,
    pub chosen: Option<Place>,
    pub same: Option<Place>,
    pub knowledge: Knowledge,
}

#[component]
pub fn PlaceSearch(props: &PlaceSearchProps) -> Html {
    let chrome = use_chrome();
    let typed = use_state(String::new);
    let found = find_places(props.knowledge.catalogue(), props.knowledge.wording(), &typed);
    let oninput = {
        let typed = typed.clone();
        Callback::from(move |event: InputEvent| typed.set(event.target_unchecked_into::<HtmlInputElement>().value()))
    };
    let choose = {
        let (act, question, typed) = (chrome.act.clone(), props.question, typed.clone());
        move |place: &Place| {
            let (act, typed, region) = (act.clone(), typed.clone(), place.region);
            Callback::from(move |_: MouseEvent| {
                typed.set(String::new());
                act.emit(Action::Give(question, Answer::Place(region)));
            })
        }
    };
    // Enter takes the first place found, and only goes on when nothing is being searched.
    let onkeydown = {
        let (act, question, typed, first) = (chrome.act.clone(), props.question, typed.clone(), found.first().cloned());
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" && !typed.is_empty() {
                event.prevent_default();
                if let Some(place) = &first {
                    typed.set(String::new());
                    act.emit(Action::Give(question, Answer::Place(place.region)));
                }
            }
        })
    };
    let status = match (&props.chosen, typed.is_empty(), found.len()) {
        (Some(place), true, _) => chrome.words().fill(Phrase::PlaceSaved, &[("place", &place.name)]),
        (None, true, _) => String::new(),
        (_, false, 0) => chrome.say(Phrase::PlaceNone),
        (_, false, count) => chrome.words().fill(Phrase::PlaceFound, &[("count", &count.to_string())]),
    };
    let input = format!("{}-typed", props.name);
    let same = props.same.as_ref().filter(|same| props.chosen.as_ref() != Some(*same));
    html! {
        <div class="place">
            if let Some(place) = &props.chosen {
                <p class="chosen" data-region={place.id.clone()}>
                    { chrome.words().fill(Phrase::PlaceChosen, &[("place", &place.name)]) }
                </p>
            }
            if let Some(place) = same {
                <button type="button" class="button same" data-region={place.id.clone()} onclick={choose(place)}>
                    { chrome.words().fill(Phrase::PlaceSame, &[("place", &place.name)]) }
                </button>
            }
            <label for={input.clone()}>{ chrome.say(if props.chosen.is_some() { Phrase::PlaceOther } else { Phrase::PlaceLabel }) }</label>
            <input type="text" id={input} name={props.name.clone()} value={(*typed).clone()} {oninput} {onkeydown}
                autocomplete="off" autocapitalize="words" spellcheck="false" enterkeyhint="search"
                aria-describedby={props.described_by.clone()} />
            <p class="status" role="status">{ status }</p>
            <ul class="places" aria-label={chrome.say(Phrase::Places)}>
                { for found.iter().map(|place| html! {
                    <li key={place.id.clone()}>
                        <Do name="choose" class="found" label={place.name.clone()} action={choose(place)} target={Some(place.id.clone())} />
                    </li>
                }) }
            </ul>
        </div>
    }
}
