//! What fits, by the caregiver's own needs.

use super::{Chrome, offer_card, review::forget};
use mantelwijzer::{
    interview::Action,
    screen::{Card, Group, Results},
    wording::Phrase,
};
use yew::prelude::*;

/// How many offers a group shows at once; the rest is one tap away.
const FIRST: usize = 4;

pub fn results_screen(chrome: &Chrome, results: &Results) -> Html {
    html! {
        <section class="results">
            { chrome.title(&results.title, None) }
            if let Some(possible) = &results.possible { <p class="lead">{ possible.clone() }</p> }
            <p>{ chrome.say(Phrase::ResultsLead) }</p>
            if results.left > 0 {
                <div class="unfinished">
                    <p>{ chrome.say(Phrase::ResultsUnfinished) }</p>
                    { chrome.button("start", "primary", Phrase::GoOn, Action::Start) }
                </div>
            }
            { for results.groups.iter().map(|one| group(chrome, one)) }
            <p class="small">{ chrome.say(Phrase::ResultsDisclaimer) }</p>
            <div class="buttons">
                { chrome.button("review", "quiet", Phrase::ReviewOpen, Action::Review) }
                { forget(chrome) }
            </div>
            <p class="small">{ chrome.say(Phrase::WipeLead) }</p>
        </section>
    }
}

fn group(chrome: &Chrome, group: &Group) -> Html {
    let (first, rest) = group.cards.split_at(group.cards.len().min(FIRST));
    let list = |cards: &[Card]| {
        html! {
            <ul class="cards">{ for cards.iter().map(|card| html! { <li key={card.id.clone()}>{ offer_card(chrome, card) }</li> }) }</ul>
        }
    };
    html! {
        <div class="group" data-need={group.id.clone()} key={group.id.clone()}>
            { chrome.subtitle(&group.title) }
            if let Some(lead) = &group.lead { <p>{ lead.clone() }</p> }
            { list(first) }
            if !rest.is_empty() {
                <details class="more">
                    <summary>{ chrome.fill(Phrase::ShowMore, &[("count", &rest.len().to_string())]) }</summary>
                    { list(rest) }
                </details>
            }
        </div>
    }
}
