//! What fits, by the caregiver's own needs.

use super::{Do, OfferCard, Title, use_chrome};
use mantelwijzer::{
    interview::Action,
    screen::{Group, Results},
    wording::Phrase,
};
use yew::prelude::*;

/// How many offers a group shows at once; the rest is one tap away.
const FIRST: usize = 4;

#[derive(Properties, PartialEq)]
pub struct ResultsScreenProps {
    pub results: Results,
    pub restart: Callback<()>,
}

#[component]
pub fn ResultsScreen(props: &ResultsScreenProps) -> Html {
    let chrome = use_chrome();
    let results = &props.results;
    html! {
        <section class="results">
            <Title text={results.title.clone()} />
            if let Some(possible) = &results.possible { <p class="lead">{ possible.clone() }</p> }
            <p>{ chrome.say(Phrase::ResultsLead) }</p>
            if results.left > 0 {
                <div class="unfinished">
                    <p>{ chrome.say(Phrase::ResultsUnfinished) }</p>
                    <Do name="start" class="primary" label={chrome.say(Phrase::GoOn)} action={chrome.does(|| Action::Start)} />
                </div>
            }
            { for results.groups.iter().map(|group| html! { <NeedGroup key={group.id.clone()} group={group.clone()} /> }) }
            <p class="small">{ chrome.say(Phrase::ResultsDisclaimer) }</p>
            <div class="buttons">
                <Do name="review" label={chrome.say(Phrase::ReviewOpen)} action={chrome.does(|| Action::Review)} />
                <Do name="wipe" label={chrome.say(Phrase::Wipe)} action={chrome.does(|| Action::Wipe)} />
                <Do name="restart" label={chrome.say(Phrase::Restart)} action={props.restart.reform(|_| ())} />
            </div>
            <p class="small">{ chrome.say(Phrase::WipeLead) }</p>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct NeedGroupProps {
    group: Group,
}

#[component]
fn NeedGroup(props: &NeedGroupProps) -> Html {
    let chrome = use_chrome();
    let Group { id, title, lead, cards } = &props.group;
    let (first, rest) = cards.split_at(cards.len().min(FIRST));
    let more = chrome.words().fill(Phrase::ShowMore, &[("count", &rest.len().to_string())]);
    let list = |cards: &[mantelwijzer::screen::Card]| {
        html! {
            <ul class="cards">
                { for cards.iter().map(|card| html! { <li key={card.id.clone()}><OfferCard card={card.clone()} below=2 /></li> }) }
            </ul>
        }
    };
    html! {
        <div class="group" data-need={id.clone()}>
            <@{chrome.heading.tag(1)} class="subtitle" lang={chrome.lang(title)}>{ title.text.clone() }</@>
            if let Some(lead) = lead { <p>{ lead.clone() }</p> }
            { list(first) }
            if !rest.is_empty() {
                <details class="more">
                    <summary>{ more }</summary>
                    { list(rest) }
                </details>
            }
        </div>
    }
}
