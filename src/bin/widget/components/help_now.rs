//! Someone to call: what is urgent now, and lines for everyone.

use super::{PhoneLink, use_chrome};
use mantelwijzer::{screen::Card, wording::Phrase};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct HelpNowProps {
    pub cards: Vec<Card>,
}

/// On top of every screen from the answer on that asks for it. The region is there before it speaks.
#[component]
pub fn HelpNow(props: &HelpNowProps) -> Html {
    let chrome = use_chrome();
    html! {
        <div class="help-now" role="status">
            if !props.cards.is_empty() {
                <section class="urgent" aria-label={chrome.say(Phrase::UrgentTitle)}>
                    <p class="urgent-title"><strong>{ chrome.say(Phrase::UrgentTitle) }</strong></p>
                    <ul>{ for props.cards.iter().map(|card| html! { <Line key={card.id.clone()} card={card.clone()} urgent=true /> }) }</ul>
                    <p class="small">{ chrome.say(Phrase::TalkDanger) }</p>
                </section>
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
pub struct TalkProps {
    pub cards: Vec<Card>,
    pub exit_url: Option<AttrValue>,
}

/// At the foot of every screen.
#[component]
pub fn Talk(props: &TalkProps) -> Html {
    let chrome = use_chrome();
    html! {
        <footer class="foot">
            <details class="talk">
                <summary data-action="talk-now">{ chrome.say(Phrase::TalkNow) }</summary>
                <ul>{ for props.cards.iter().map(|card| html! { <Line key={card.id.clone()} card={card.clone()} /> }) }</ul>
                <p><a class="button call" href="tel:112">{ chrome.say(Phrase::TalkDanger) }</a></p>
            </details>
            if let Some(href) = &props.exit_url {
                <a class="button exit" data-action="exit" {href} rel="noreferrer" referrerpolicy="no-referrer">{ chrome.say(Phrase::Exit) }</a>
            }
        </footer>
    }
}

#[derive(Properties, PartialEq)]
struct LineProps {
    card: Card,
    #[prop_or_default]
    urgent: bool,
}

#[component]
fn Line(props: &LineProps) -> Html {
    let chrome = use_chrome();
    let card = &props.card;
    html! {
        <li data-urgent={props.urgent.then(|| card.id.clone())}>
            <span class="name" lang={chrome.lang(&card.name)}>{ card.name.text.clone() }</span>
            <span lang={chrome.lang(&card.gives)}>{ card.gives.text.clone() }</span>
            if let Some(phone) = &card.phone { <PhoneLink phone={phone.clone()} /> }
        </li>
    }
}
