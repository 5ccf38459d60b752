//! Radio buttons or tick boxes: native inputs, large targets.

use super::Chrome;
use mantelwijzer::screen::{Choice, Row};
use yew::prelude::*;

pub fn choices(chrome: &Chrome, row: &Row, choices: &[Choice], kind: &'static str, compact: bool) -> Html {
    let choice = |choice: &Choice| {
        let id: AttrValue = format!("{}-{}", row.id, choice.id).into();
        html! {
            <div class="choice" key={choice.id.clone()}>
                <input type={kind} id={id.clone()} name={row.id.clone()} value={choice.id.clone()} checked={choice.is_chosen}
                    onchange={chrome.does::<web_sys::Event>(choice.pick.clone())} autocomplete="off" />
                <label for={id} lang={chrome.lang(&choice.text)}>{ choice.text.text.clone() }</label>
            </div>
        }
    };
    html! { <div class={if compact { "choices compact" } else { "choices" }}>{ for choices.iter().map(choice) }</div> }
}
