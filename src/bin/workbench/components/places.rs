//! Places: those chosen, and a search for more.

use crate::page::Shared;
use mantelwijzer::desk::form::PlaceTag;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct PlacesProps {
    pub chosen: Vec<PlaceTag>,
    pub shared: Shared,
    /// Names a place, or no longer.
    pub turn: Callback<(String, bool)>,
    pub name: String,
}

/// Places.
#[component]
pub fn Places(props: &PlacesProps) -> Html {
    let typed = use_state(String::new);
    let oninput = {
        let typed = typed.clone();
        Callback::from(move |event: InputEvent| typed.set(event.target_unchecked_into::<HtmlInputElement>().value()))
    };
    let found = if typed.trim().len() < 2 { Vec::new() } else { props.shared.bench.search(&typed) };
    let tag = |place: &PlaceTag| {
        let (turn, id) = (props.turn.clone(), place.id.clone());
        let onclick = Callback::from(move |_| turn.emit((id.clone(), false)));
        html! {
            <li key={place.id.clone()} class="tag">
                <span>{ &place.name }</span>
                <button type="button" aria-label={format!("{} weghalen", place.name)} {onclick}>{ "×" }</button>
            </li>
        }
    };
    let offer = |(id, name): &(String, String)| {
        let (turn, own, typed) = (props.turn.clone(), id.clone(), typed.clone());
        let onclick = Callback::from(move |_| {
            turn.emit((own.clone(), true));
            typed.set(String::new());
        });
        html! { <li key={id.clone()}><button type="button" class="found" data-region={id.clone()} {onclick}>{ name }</button></li> }
    };
    let news = match (typed.trim().len(), found.len()) {
        (..2, _) => String::new(),
        (_, 0) => "Geen plaats gevonden.".to_owned(),
        (_, 1) => "1 plaats gevonden.".to_owned(),
        (_, count) => format!("{count} plaatsen gevonden."),
    };
    let field = format!("f{}-search", props.name);
    html! {
        <div class="places">
            <ul class="tags">{ for props.chosen.iter().map(tag) }</ul>
            <label class="unseen" for={field.clone()}>{ "Zoek een plaats of gebied" }</label>
            <input id={field} type="search" placeholder="Zoek: Gent, 9000, Vlaanderen …" value={(*typed).clone()} {oninput} autocomplete="off" />
            <p class="unseen" role="status">{ news }</p>
            <ul class="founds">{ for found.iter().map(offer) }</ul>
        </div>
    }
}
