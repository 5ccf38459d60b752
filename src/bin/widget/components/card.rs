//! One offer: what it is, why it fits, what to check, what to do first.

use super::Chrome;
use mantelwijzer::{
    interview::Action,
    screen::{Card, Hinge, Link, Phone, Verdict},
    wording::Phrase,
};
use yew::prelude::*;

pub fn offer_card(chrome: &Chrome, card: &Card) -> Html {
    let (verdict, label) = match card.verdict {
        Verdict::Met => ("met", Phrase::Fits),
        Verdict::Unknown | Verdict::NotMet => ("unknown", Phrase::Possible),
    };
    html! {
        <article class={classes!("card", verdict)} data-offer={card.id.clone()} data-verdict={verdict} data-rank={card.rank.to_string()} tabindex="-1">
            <p class="marks">
                <span class={classes!("mark", verdict)}>{ chrome.say(label) }</span>
                <span class="mark">{ card.kind.clone() }</span>
                if card.is_near { <span class="mark">{ chrome.say(Phrase::Near) }</span> }
            </p>
            { chrome.text(chrome.tag(2), "name", &card.name) }
            { chrome.text("p", "partner", &card.partner) }
            { chrome.text("p", "", &card.gives) }
            { hinges(chrome, card) }
            <div class="step">
                <strong>{ chrome.say(Phrase::FirstStep) }</strong>
                { chrome.text("p", "", &card.first_step) }
            </div>
            { contact(chrome, card) }
            { checks(chrome, card) }
            { source(chrome, card) }
            { about(chrome, card) }
        </article>
    }
}

/// The questions that decide, each with a button that asks just that.
fn hinges(chrome: &Chrome, card: &Card) -> Html {
    let hinge = |hinge: &Hinge| match &hinge.ask {
        Some((question, id, label)) => {
            let (act, left_at) = (chrome.act.clone(), chrome.left_at.clone());
            let (question, offer) = (*question, card.id.clone());
            let ask = Callback::from(move |_: MouseEvent| {
                left_at.replace(Some(offer.clone()));
                act.emit(Action::Ask(question));
            });
            chrome.about("change", label.clone().into(), ask, id)
        }
        None => html! { <span>{ hinge.label.clone() }</span> },
    };
    html! {
        if !card.hinges.is_empty() {
            <div class="hinges">
                <p>{ chrome.say(Phrase::HangsOn) }</p>
                <ul>{ for card.hinges.iter().map(|one| html! { <li key={one.label.clone()}>{ hinge(one) }</li> }) }</ul>
            </div>
        }
    }
}

/// What it costs, and how to reach it.
fn contact(chrome: &Chrome, card: &Card) -> Html {
    html! {
        <div class="contact">
            if let Some(cost) = &card.cost {
                <div class="cost">
                    <strong>{ chrome.say(Phrase::Costs) }</strong>
                    { chrome.text("p", "", cost) }
                    { for card.cost_note.iter().map(|note| chrome.text("p", "small", note)) }
                </div>
            }
            <div class="links">
                { for card.phone.iter().map(phone_link) }
                { for card.website.iter().map(|link| outward(chrome, link)) }
                { for card.mail.iter().map(|link| html! { <a href={link.href.clone()}>{ link.label.clone() }</a> }) }
            </div>
        </div>
    }
}

fn checks(chrome: &Chrome, card: &Card) -> Html {
    html! {
        <>
            if !card.conditions.is_empty() {
                <div class="checks">
                    <strong>{ chrome.say(Phrase::CheckYourself) }</strong>
                    <ul>{ for card.conditions.iter().map(|condition| chrome.text("li", "", condition)) }</ul>
                </div>
            }
            { for card.doubt.iter().map(|doubt| chrome.text("p", "doubt", doubt)) }
        </>
    }
}

/// Why it fits, one tap away.
fn about(chrome: &Chrome, card: &Card) -> Html {
    let label = chrome.say(Phrase::Because);
    html! {
        if card.verdict == Verdict::Met {
            <details class="about">
                <summary aria-label={format!("{label}: {}", card.name.text)}>{ label }</summary>
                if card.reasons.is_empty() { <p>{ chrome.say(Phrase::ForEveryone) }</p> }
                <ul class="reasons">{ for card.reasons.iter().map(|reason| html! { <li>{ reason.clone() }</li> }) }</ul>
                { for card.also_for.iter().map(|also| html! { <p>{ also.clone() }</p> }) }
            </details>
        }
    }
}

/// Where the facts come from, how old they are, and what no source confirmed: always in sight.
fn source(chrome: &Chrome, card: &Card) -> Html {
    html! {
        <div class="source small">
            { for card.unverified.iter().map(|unverified| html! { <p>{ unverified.clone() }</p> }) }
            { match &card.source_link {
                Some(href) => outward(chrome, &Link { label: card.source.clone(), href: href.clone() }),
                None => html! { <p>{ card.source.clone() }</p> },
            } }
        </div>
    }
}

pub fn phone_link(phone: &Phone) -> Html {
    let label = html! { <bdi>{ phone.label.clone() }</bdi> };
    match &phone.href {
        Some(href) => html! { <a class="button call" href={href.clone()}>{ label }</a> },
        None => html! { <span>{ label }</span> },
    }
}

/// A link to another site: it opens beside the answers, which would be lost otherwise, and doesn't tell where one came from.
fn outward(chrome: &Chrome, link: &Link) -> Html {
    html! {
        <a class="outward" href={link.href.clone()} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">
            <span>{ link.label.clone() }</span>
            <span class="unseen">{ chrome.say(Phrase::OpensNewTab) }</span>
        </a>
    }
}
