//! What was found, beside its field or in a list.

use super::View;
use crate::page::Msg;
use mantelwijzer::{catalogue::diagnostic::Severity, desk::Finding};
use yew::prelude::*;

/// What was found about one field; `id` ties it to the field.
pub fn findings(found: &[Finding], id: Option<String>) -> Html {
    if found.is_empty() {
        return Html::default();
    }
    html! {
        <ul class="findings" {id}>
            { for found.iter().map(|one| html! {
                <li class={class(one)} data-code={one.code}><strong>{ weight(one) }</strong>{ " " }{ &one.message }{ " " }<span class="advice">{ &one.help }</span></li>
            }) }
        </ul>
    }
}

/// All that was found in the file, each with a way to its field.
pub fn list(view: &View) -> Html {
    let all = &view.desk.inspection().findings;
    if all.is_empty() {
        return html! { <p class="fine">{ "Alles in orde. U kunt uw bestand downloaden." }</p> };
    }
    html! {
        <>
            <p class="help">{ "Een fout moet weg voor het gepubliceerd wordt. ‘Let op’ is een vraag: kijk er eens naar." }</p>
            <ol class="all-findings">{ for all.iter().map(|one| entry(view, one)) }</ol>
        </>
    }
}

fn entry(view: &View, one: &Finding) -> Html {
    let place = match (one.offer(), one.position) {
        (Some(place), _) => view.desk.word(&format!("/offers/{place}/name/nl")).to_owned(),
        (None, Some((line, _))) => format!("regel {line}"),
        (None, None) => "Uw organisatie".to_owned(),
    };
    let place = if place.is_empty() { "Aanbod zonder naam".to_owned() } else { place };
    html! {
        <li class={class(one)} data-code={one.code}>
            <button type="button" class="jump" onclick={view.act.sends(Msg::Seek(one.at.clone()))}>
                <strong>{ weight(one) }</strong>{ " " }{ &one.message }
            </button>
            <p><small>{ place }</small>{ " " }{ &one.help }</p>
        </li>
    }
}

fn class(one: &Finding) -> &'static str {
    match one.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

fn weight(one: &Finding) -> &'static str {
    match one.severity {
        Severity::Error => "Fout:",
        Severity::Warning => "Let op:",
    }
}
