//! Someone to call: what is urgent now, and lines for everyone.

use super::{Chrome, phone_link};
use mantelwijzer::{screen::Card, wording::Phrase};
use yew::prelude::*;

/// On top of every screen from the answer on that asks for it. The region is there before it speaks.
pub fn help_now(chrome: &Chrome, cards: &[Card]) -> Html {
    html! {
        <div class="help-now" role="status">{ urgent_help(chrome, cards) }</div>
    }
}

/// Help for this very moment; nothing when nothing is urgent.
pub fn urgent_help(chrome: &Chrome, cards: &[Card]) -> Html {
    html! {
        if !cards.is_empty() {
            <section class="urgent" aria-label={chrome.say(Phrase::UrgentTitle)}>
                <p class="urgent-title"><strong>{ chrome.say(Phrase::UrgentTitle) }</strong></p>
                <ul>{ for cards.iter().map(|card| line(chrome, card, Some(card.id.clone().into()))) }</ul>
                { danger(chrome) }
            </section>
        }
    }
}

fn danger(chrome: &Chrome) -> Html {
    html! { <p><a class="button call" href="tel:112">{ chrome.say(Phrase::TalkDanger) }</a></p> }
}

/// At the foot of every screen.
pub fn talk(chrome: &Chrome, cards: &[Card], exit_url: Option<&AttrValue>) -> Html {
    html! {
        <footer class="foot">
            <details class="talk">
                <summary data-action="talk-now">{ chrome.say(Phrase::TalkNow) }</summary>
                <ul>{ for cards.iter().map(|card| line(chrome, card, None)) }</ul>
                { danger(chrome) }
            </details>
            if let Some(href) = exit_url {
                <a class="button exit" data-action="exit" href={href.clone()} rel="noreferrer" referrerpolicy="no-referrer">
                    { chrome.say(Phrase::Exit) }
                </a>
            }
        </footer>
    }
}

/// The number comes before the words: who is in need may read no further.
fn line(chrome: &Chrome, card: &Card, urgent: Option<AttrValue>) -> Html {
    html! {
        <li data-urgent={urgent} key={card.id.clone()}>
            { chrome.text("span", "name", &card.name) }
            { for card.phone.iter().map(phone_link) }
            { chrome.text("span", "", &card.gives) }
            { for card.doubt.iter().map(|doubt| chrome.text("span", "small", doubt)) }
            { for card.unverified.iter().map(|unverified| html! { <span class="small">{ unverified.clone() }</span> }) }
        </li>
    }
}
