//! The list of offers, with what was found in each.

use super::{View, bar::counted};
use mantelwijzer::desk::Deed;
use yew::prelude::*;

pub fn offers(view: &View) -> Html {
    let places = 0..view.desk.offers();
    html! {
        <nav class="offers" aria-label="Uw aanbod">
            <ul>
                { entry(view, None, "Uw organisatie") }
                { for places.map(|place| {
                    let name = view.desk.word(&format!("/offers/{place}/name/nl"));
                    entry(view, Some(place), if name.trim().is_empty() { "Aanbod zonder naam" } else { name })
                }) }
            </ul>
            <button type="button" class="add" data-action="add" onclick={view.act.on(Deed::Add)}>{ "Nieuw aanbod" }</button>
        </nav>
    }
}

fn entry(view: &View, place: Option<usize>, name: &str) -> Html {
    let (errors, warnings) = view.desk.inspection().count(place);
    let current = (view.desk.open() == place).then_some("true");
    let class = if errors > 0 {
        "error"
    } else if warnings > 0 {
        "warning"
    } else {
        "fine"
    };
    let number = if errors > 0 { errors } else { warnings };
    html! {
        <li key={place.map_or("partner".to_owned(), |place| place.to_string())}>
            <button type="button" class="entry" aria-current={current} data-offer={place.map(|place| place.to_string())} onclick={view.act.on(Deed::Choose(place))}>
                <span class="name">{ name }</span>
                <span class={classes!("badge", class)} aria-hidden="true">{ if number > 0 { number.to_string() } else { "✓".to_owned() } }</span>
                <span class="unseen">{ format!(": {}", counted(errors, warnings)) }</span>
            </button>
        </li>
    }
}
