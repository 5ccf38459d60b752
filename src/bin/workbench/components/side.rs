//! Beside the form: the offer as a caregiver sees it, the personas, or all that was found.

use super::{View, findings, people::people, preview::Preview};
use crate::page::{Msg, Panel};
use yew::prelude::*;

pub fn side(view: &View) -> Html {
    let panels = [
        (Panel::Preview, "preview", "Voorbeeld"),
        (Panel::People, "people", "Bij wie past het?"),
        (Panel::Findings, "findings", "Nakijken"),
    ];
    let tab = |(panel, name, label): &(Panel, &'static str, &'static str)| {
        let pressed = if *panel == view.panel { "true" } else { "false" };
        html! { <button type="button" class="tab" data-panel={*name} aria-pressed={pressed} onclick={view.act.sends(Msg::Look(*panel))}>{ *label }</button> }
    };
    let body = match view.panel {
        Panel::Preview => preview(view),
        Panel::People => people(view),
        Panel::Findings => html! { <><h2>{ "Wat er gevonden is" }</h2>{ findings::list(view) }</> },
    };
    html! {
        <aside class="side" aria-label="Meekijken">
            <div class="tabs" role="group" aria-label="Meekijken met">{ for panels.iter().map(tab) }</div>
            <div class="panel" id="panel" tabindex="-1">{ body }</div>
        </aside>
    }
}

fn preview(view: &View) -> Html {
    let Some(place) = view.desk.open() else {
        return html! { <><h2>{ "Voorbeeld" }</h2><p class="help">{ "Open een aanbod om te zien wat een mantelzorger ziet." }</p></> };
    };
    let eyes = view.persona.and_then(|persona| view.desk.bench().personas().get(persona));
    let nobody = view.act.sends(Msg::LookAs(None));
    html! {
        <>
            <h2>{ "Zo ziet een mantelzorger het" }</h2>
            if let Some(persona) = eyes {
                <p class="help">{ "Met de ogen van: " }{ &persona.story }{ " " }{ super::button("link", "Zonder antwoorden", nobody) }</p>
            } else {
                <p class="help">{ "Zolang er nog niets geantwoord is. Kies bij ‘Bij wie past het?’ iemand om met andere ogen te kijken." }</p>
            }
            if let Some(card) = view.desk.preview(place, view.persona) {
                <Preview {card} shared={view.shared.clone()} act={view.act.clone()} />
            } else {
                <p class="notyet">{ "Dit aanbod is nog niet te tonen. Los eerst de fouten op, bijvoorbeeld bij de naam of de id." }</p>
            }
        </>
    }
}
