//! Before the first question: what this is, how long it takes, and the promise.

use super::Chrome;
use mantelwijzer::{interview::Action, wording::Phrase};
use yew::prelude::*;

pub fn intro(chrome: &Chrome, begun: bool) -> Html {
    let start = if begun { Phrase::GoOn } else { Phrase::Start };
    html! {
        <section class="intro">
            { chrome.title(&chrome.said(Phrase::Title), None) }
            <p class="lead">{ chrome.say(Phrase::IntroLead) }</p>
            <p>{ chrome.say(Phrase::IntroTime) }</p>
            { chrome.button("start", "primary", start, Action::Start) }
            <div class="promise">
                { chrome.subtitle(&chrome.said(Phrase::IntroPrivacyTitle)) }
                <p>{ chrome.say(Phrase::IntroPrivacy) }</p>
            </div>
            <p class="small">{ chrome.say(Phrase::IntroUnconfirmed) }</p>
        </section>
    }
}
