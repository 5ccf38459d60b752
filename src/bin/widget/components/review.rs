//! The answers so far, each with a way to change it.

use super::Chrome;
use mantelwijzer::{
    interview::Action,
    screen::{Line, Review},
    wording::Phrase,
};
use yew::prelude::*;

pub fn review_screen(chrome: &Chrome, review: &Review) -> Html {
    let lead = if review.topics.is_empty() { Phrase::NoAnswers } else { Phrase::ReviewLead };
    html! {
        <section class="review">
            { chrome.title(&chrome.said(Phrase::ReviewTitle), None) }
            <p>{ chrome.say(lead) }</p>
            { for review.topics.iter().map(|(topic, lines)| html! {
                <div class="topic-lines" key={topic.text.clone()}>
                    { chrome.subtitle(topic) }
                    <dl>{ for lines.iter().map(|one| line(chrome, one)) }</dl>
                </div>
            }) }
            <div class="buttons">
                { chrome.button("results", "primary", Phrase::ToResults, Action::Results) }
                if review.left > 0 {
                    { chrome.button("start", "quiet", Phrase::GoOn, Action::Start) }
                }
                { forget(chrome) }
            </div>
            <p class="small">{ chrome.say(Phrase::WipeLead) }</p>
        </section>
    }
}

/// The two ways to begin anew.
pub fn forget(chrome: &Chrome) -> Html {
    html! {
        <>
            { chrome.button("wipe", "quiet", Phrase::Wipe, Action::Wipe) }
            { chrome.labelled("restart", "quiet", chrome.say(Phrase::Restart), chrome.restart.reform(|_| ())) }
        </>
    }
}

fn line(chrome: &Chrome, line: &Line) -> Html {
    let told = line.answer.clone().map_or_else(|| chrome.say(Phrase::Declined), AttrValue::from);
    let label = chrome.say(Phrase::Change);
    let change = html! {
        <button type="button" class="button link" data-action="change" data-target={line.id.clone()}
            onclick={chrome.does::<MouseEvent>(Action::Ask(line.question))} aria-label={format!("{label}: {}", line.label.text)}>
            { label }
        </button>
    };
    html! {
        <div class={if line.is_used { "line" } else { "line unused" }} key={line.id.clone()}>
            { chrome.text("dt", "", &line.label) }
            <dd>
                <span>{ told }</span>
                if !line.is_used { <span class="small">{ chrome.say(Phrase::NotUsed) }</span> }
            </dd>
            <dd class="change">
                { change }
            </dd>
        </div>
    }
}
