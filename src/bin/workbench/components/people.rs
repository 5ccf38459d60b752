//! How the open offer comes out for the personas.

use super::View;
use crate::page::Msg;
use mantelwijzer::{
    desk::{Deed, person::Outcome},
    eligibility::Verdict,
};
use yew::prelude::*;

pub fn people(view: &View) -> Html {
    let Some(place) = view.desk.open() else {
        return html! { <><h2>{ "Bij wie past het?" }</h2><p class="help">{ "Open een aanbod om het te proberen." }</p></> };
    };
    let Some(outcomes) = view.desk.outcomes(place) else {
        return html! { <><h2>{ "Bij wie past het?" }</h2><p class="notyet">{ "Dit aanbod is nog niet te proberen. Los eerst de fouten op." }</p></> };
    };
    let (elsewhere, near): (Vec<&Outcome>, Vec<&Outcome>) = outcomes.iter().partition(|outcome| outcome.is_elsewhere);
    html! {
        <>
            <h2>{ "Bij wie past het?" }</h2>
            <p class="help">{ "We proberen uw aanbod op voorbeeldpersonen. Klopt de uitkomst?" }</p>
            { table(view, place, &near) }
            if !elsewhere.is_empty() {
                <details>
                    <summary>{ format!("{} personen wonen elders", elsewhere.len()) }</summary>
                    { table(view, place, &elsewhere) }
                </details>
            }
        </>
    }
}

fn table(view: &View, place: usize, outcomes: &[&Outcome]) -> Html {
    html! {
        <table class="people">
            <thead><tr><th scope="col">{ "Past het?" }</th><th scope="col">{ "Wie, en waarom" }</th></tr></thead>
            <tbody>{ for outcomes.iter().map(|outcome| row(view, place, outcome)) }</tbody>
        </table>
    }
}

fn row(view: &View, place: usize, outcome: &Outcome) -> Html {
    let (class, label, why) = match outcome.verdict {
        Verdict::Met => ("met", "Past", "Past door"),
        Verdict::Unknown => ("unknown", "Misschien", "Hangt af van"),
        Verdict::NotMet => ("not-met", "Niet", "Past niet door"),
    };
    let persona = view.desk.bench().personas().get(outcome.persona).map(|persona| persona.id.clone());
    let shows = outcome.verdict != Verdict::NotMet;
    let keep = Deed::Keep { persona: outcome.persona, offer: place, must_show: shows };
    html! {
        <tr key={outcome.persona} data-persona={persona} data-verdict={class}>
            <td><span class={classes!("verdict", class)}>{ label }</span></td>
            <td>
                <p>{ &outcome.story }</p>
                if !outcome.why.is_empty() { <p class="help">{ format!("{why}: {}", outcome.why.join("; ")) }</p> }
                <p class="person-tools">
                    <button type="button" class="link" aria-label={format!("Bekijk als deze persoon: {}", outcome.story)} onclick={view.act.sends(Msg::LookAs(Some(outcome.persona)))}>{ "Bekijk als deze persoon" }</button>
                    <button type="button" class="link" aria-label={format!("Dit klopt: bewaar als voorbeeld. {}", outcome.story)} onclick={view.act.on(keep)}>{ "Dit klopt: bewaar als voorbeeld" }</button>
                </p>
            </td>
        </tr>
    }
}
