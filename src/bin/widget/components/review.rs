//! The answers so far, each with a way to change it.

use super::{Do, Title, use_chrome};
use mantelwijzer::{
    interview::Action,
    screen::{Line, Review},
    wording::Phrase,
};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ReviewScreenProps {
    pub review: Review,
    pub restart: Callback<()>,
}

#[component]
pub fn ReviewScreen(props: &ReviewScreenProps) -> Html {
    let chrome = use_chrome();
    let review = &props.review;
    let lead = if review.topics.is_empty() { Phrase::NoAnswers } else { Phrase::ReviewLead };
    html! {
        <section class="review">
            <Title text={chrome.say(Phrase::ReviewTitle)} />
            <p>{ chrome.say(lead) }</p>
            { for review.topics.iter().map(|(topic, lines)| html! {
                <div class="topic-lines" key={topic.text.clone()}>
                    <@{chrome.heading.tag(1)} class="subtitle" lang={chrome.lang(topic)}>{ topic.text.clone() }</@>
                    <dl>{ for lines.iter().map(|line| html! { <ReviewLine key={line.id.clone()} line={line.clone()} /> }) }</dl>
                </div>
            }) }
            <div class="buttons">
                <Do name="results" class="primary" label={chrome.say(Phrase::ToResults)} action={chrome.does(|| Action::Results)} />
                if review.left > 0 {
                    <Do name="start" label={chrome.say(Phrase::GoOn)} action={chrome.does(|| Action::Start)} />
                }
                <Do name="wipe" label={chrome.say(Phrase::Wipe)} action={chrome.does(|| Action::Wipe)} />
                <Do name="restart" label={chrome.say(Phrase::Restart)} action={props.restart.reform(|_| ())} />
            </div>
            <p class="small">{ chrome.say(Phrase::WipeLead) }</p>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct ReviewLineProps {
    line: Line,
}

#[component]
fn ReviewLine(props: &ReviewLineProps) -> Html {
    let chrome = use_chrome();
    let Line { question, id, label, answer, is_used } = &props.line;
    let question = *question;
    let told = answer.clone().unwrap_or_else(|| chrome.say(Phrase::Declined));
    let change = chrome.say(Phrase::Change);
    html! {
        <div class={classes!("line", (!is_used).then_some("unused"))}>
            <dt lang={chrome.lang(label)}>{ label.text.clone() }</dt>
            <dd>
                <span>{ told }</span>
                if !is_used { <span class="small">{ chrome.say(Phrase::NotUsed) }</span> }
            </dd>
            <dd class="change">
                <Do name="change" class="link" label={change.clone()} target={Some(id.clone())}
                    aria_label={format!("{change}: {}", label.text)} action={chrome.does(move || Action::Ask(question))} />
            </dd>
        </div>
    }
}
