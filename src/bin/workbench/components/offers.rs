//! The list of offers, with what was found in each.

use super::{View, bar::counted};
use mantelwijzer::{
    catalogue::diagnostic::Severity,
    desk::{Deed, form::Section},
};
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
            { for (current.is_some() && place.is_some()).then(|| sections(view, place)) }
        </li>
    }
}

/// The sections of what is open, each with whether something was found there.
pub fn sections(view: &View, place: Option<usize>) -> Html {
    let form = place.map_or_else(Vec::new, |place| view.desk.offer_form(place));
    let link = |section: &Section| {
        let found = section.fields.iter().flat_map(|field| &field.findings);
        let (mut class, mut words) = ("", "");
        for finding in found {
            (class, words) = match finding.severity {
                Severity::Error => ("error", ": fout"),
                Severity::Warning if class.is_empty() => ("warning", ": let op"),
                Severity::Warning => (class, words),
            };
        }
        html! {
            <li key={section.key}>
                <a href={format!("#section-{}", section.key)} {class}>{ section.title }<span class="unseen">{ words }</span></a>
            </li>
        }
    };
    html! { <ol class="sections">{ for form.iter().map(link) }</ol> }
}
