//! The smallest page in Yew that reads a JSON text: the floor under the size of a widget like ours.

use yew::prelude::*;

#[component]
fn Hello() -> Html {
    let greeted = use_state(|| 0_usize);
    let read: Option<serde_json::Value> = serde_json::from_str(r#"{"words": "Hallo"}"#).ok();
    let words = read.and_then(|value| Some(value.get("words")?.as_str()?.to_owned())).unwrap_or_default();
    let onclick = {
        let greeted = greeted.clone();
        move |_| greeted.set(*greeted + 1)
    };
    html! { <button {onclick}>{ format!("{words} {}", *greeted) }</button> }
}

fn main() {
    yew::Renderer::<Hello>::new().render();
}
