//! The form of what is open: an offer, or the partner.

use super::{View, field::field, findings::findings, rule};
use crate::page::{Msg, Panel};
use mantelwijzer::desk::{Deed, form::Section};
use yew::prelude::*;

pub fn form(view: &View) -> Html {
    let open = view.desk.open();
    let name = open.map(|place| view.desk.word(&format!("/offers/{place}/name/nl")));
    let title = match name {
        None => "Uw organisatie",
        Some(name) if name.trim().is_empty() => "Aanbod zonder naam",
        Some(name) => name,
    };
    let sections = open.map_or_else(|| view.desk.partner_form(), |place| view.desk.offer_form(place));
    html! {
        <main class="form" key={open.map_or("partner".to_owned(), |place| format!("offer-{place}"))}>
            <h1 id="title" tabindex="-1">{ title }</h1>
            { for open.map(|place| tools(view, place)) }
            { findings(&view.desk.strays(open), None) }
            { for sections.iter().map(|one| section(view, one)) }
            { for open.is_none().then(|| examples(view)) }
        </main>
    }
}

fn tools(view: &View, place: usize) -> Html {
    let last = view.desk.offers().saturating_sub(1);
    let act = |name: &'static str, label: &'static str, deed: Deed| {
        html! { <button type="button" class="small" data-action={name} onclick={view.act.on(deed)}>{ label }</button> }
    };
    html! {
        <div class="offer-tools">
            <button type="button" class="small for-narrow" onclick={view.act.sends(Msg::GoLook(Panel::Preview))}>{ "Voorbeeld bekijken" }</button>
            { act("copy", "Kopiëren", Deed::Copy(place)) }
            { for (place > 0).then(|| act("up", "Naar boven", Deed::Move(place, place.saturating_sub(1)))) }
            { for (place < last).then(|| act("down", "Naar onder", Deed::Move(place, place + 1))) }
            { act("delete", "Aanbod weghalen", Deed::Delete(place)) }
        </div>
    }
}

fn section(view: &View, section: &Section) -> Html {
    html! {
        <section class="card" key={section.key} id={format!("section-{}", section.key)} data-section={section.key}>
            <h2>{ section.title }</h2>
            { for section.fields.iter().map(|one| field(view, one)) }
        </section>
    }
}

/// The examples in the file: they are tried at every check.
fn examples(view: &View) -> Html {
    let examples = view.desk.examples();
    if examples.is_empty() {
        return Html::default();
    }
    html! {
        <section class="card" data-section="examples">
            <h2>{ "Voorbeelden" }</h2>
            <p class="help">{ "Mensen bij wie uw aanbod wel of niet tevoorschijn moet komen. Dit wordt bij elk nakijken geprobeerd." }</p>
            <ul class="examples">{ for examples.iter().map(|one| rule::example(view, one)) }</ul>
        </section>
    }
}
