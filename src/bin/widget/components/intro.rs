//! Before the first question: what this is, how long it takes, and the promise.

use super::{Do, Title, use_chrome};
use mantelwijzer::{interview::Action, wording::Phrase};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct IntroProps {
    pub begun: bool,
}

#[component]
pub fn Intro(props: &IntroProps) -> Html {
    let chrome = use_chrome();
    let start = if props.begun { Phrase::GoOn } else { Phrase::Start };
    html! {
        <section class="intro">
            <Title text={chrome.say(Phrase::Title)} />
            <p class="lead">{ chrome.say(Phrase::IntroLead) }</p>
            <p>{ chrome.say(Phrase::IntroTime) }</p>
            <Do name="start" class="primary" label={chrome.say(start)} action={chrome.does(|| Action::Start)} />
            <div class="promise">
                <@{chrome.heading.tag(1)} class="subtitle">{ chrome.say(Phrase::IntroPrivacyTitle) }</@>
                <p>{ chrome.say(Phrase::IntroPrivacy) }</p>
            </div>
            <p class="small">{ chrome.say(Phrase::IntroUnconfirmed) }</p>
        </section>
    }
}
