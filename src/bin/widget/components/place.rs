//! Finding a town by its name or postcode. What is typed stays in this field.

use super::Chrome;
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
    pub chrome: Chrome,
    pub question: QuestionIndex,
    pub name: AttrValue,
    pub described_by: Option<AttrValue>,
    pub chosen: Option<Place>,
    pub same: Option<Place>,
}

#[component]
pub fn PlaceSearch(props: &PlaceSearchProps) -> Html {
    let PlaceSearchProps { chrome, question, name, described_by, chosen, same } = props;
    let typed = use_state(String::new);
    let found = find_places(chrome.knowledge.catalogue(), chrome.words(), &typed);
    let oninput = {
        let typed = typed.clone();
        Callback::from(move |event: InputEvent| typed.set(event.target_unchecked_into::<HtmlInputElement>().value()))
    };
    let (picked, picks) = (use_node_ref(), use_state(|| 0_u32));
    // The button that was pressed goes away; without this the focus would be lost.
    use_effect_with(*picks, {
        let picked = picked.clone();
        move |picks| {
            if *picks > 0
                && let Some(picked) = picked.cast::<web_sys::HtmlElement>()
            {
                let _ = picked.focus();
            }
        }
    });
    let choose = Callback::from({
        let (act, question, typed) = (chrome.act.clone(), *question, typed.clone());
        move |region| {
            typed.set(String::new());
            picks.set(*picks + 1);
            act.emit(Action::Give(question, Answer::Place(region)));
        }
    });
    let pick = |place: &Place| {
        let (choose, region) = (choose.clone(), place.region);
        Callback::from(move |_: MouseEvent| choose.emit(region))
    };
    // Enter takes the first place found, and only goes on when nothing is being searched.
    let onkeydown = Callback::from({
        let (choose, is_typing, first) = (choose.clone(), !typed.is_empty(), found.first().map(|place| place.region));
        move |event: KeyboardEvent| {
            if event.key() == "Enter" && is_typing {
                event.prevent_default();
                if let Some(region) = first {
                    choose.emit(region);
                }
            }
        }
    });
    let status = match (chosen, typed.is_empty(), found.len()) {
        (Some(place), true, _) => chrome.fill(Phrase::PlaceSaved, &[("place", &place.name)]),
        (None, true, _) => AttrValue::default(),
        (_, false, 0) => chrome.say(Phrase::PlaceNone),
        (_, false, 1) => chrome.say(Phrase::PlaceFoundOne),
        (_, false, count) => chrome.fill(Phrase::PlaceFound, &[("count", &count.to_string())]),
    };
    let id: AttrValue = format!("{name}-typed").into();
    let label = if chosen.is_some() { Phrase::PlaceOther } else { Phrase::PlaceLabel };
    let button = |place: &Place, class: &'static str, label: AttrValue| {
        html! {
            <button type="button" class={classes!("button", class)} data-region={place.id.clone()} onclick={pick(place)}>{ label }</button>
        }
    };
    html! {
        <div class="place">
            if let Some(place) = chosen {
                <p class="chosen" tabindex="-1" ref={picked}>{ chrome.fill(Phrase::PlaceChosen, &[("place", &place.name)]) }</p>
            }
            if let Some(place) = same.as_ref().filter(|same| chosen.as_ref() != Some(*same)) {
                { button(place, "same", chrome.fill(Phrase::PlaceSame, &[("place", &place.name)])) }
            }
            <label for={id.clone()}>{ chrome.say(label) }</label>
            <input type="text" {id} name={name.clone()} value={(*typed).clone()} {oninput} {onkeydown} autocomplete="off"
                autocapitalize="words" spellcheck="false" enterkeyhint="search" aria-describedby={described_by.clone()} />
            <p class="status" role="status">{ status }</p>
            <ul class="places" aria-label={chrome.say(Phrase::Places)}>
                { for found.iter().map(|place| html! { <li key={place.id.clone()}>{ button(place, "found", place.name.clone().into()) }</li> }) }
            </ul>
            <p class="small">{ chrome.say(Phrase::PlacesCredit) }</p>
        </div>
    }
}
