//! One offer: what it is, why it fits, what to check, what to do first.

use super::{Chrome, Do, use_chrome};
use mantelwijzer::{
    interview::Action,
    language::Said,
    screen::{Card, Link, Phone, Verdict},
    wording::Phrase,
};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct OfferCardProps {
    pub card: Card,
    /// How many levels its heading lies below the widget's first.
    pub below: u8,
}

#[component]
pub fn OfferCard(props: &OfferCardProps) -> Html {
    let chrome = use_chrome();
    let card = &props.card;
    let (verdict, label) = match card.verdict {
        Verdict::Met => ("met", Phrase::Fits),
        Verdict::Unknown | Verdict::NotMet => ("unknown", Phrase::Possible),
    };
    let partner = chrome.words().fill(Phrase::By, &[("partner", &card.partner.text)]);
    html! {
        <article class={classes!("card", verdict)} data-offer={card.id.clone()} data-verdict={verdict} data-rank={card.rank.to_string()}>
            <p class="marks">
                <span class={classes!("mark", verdict)}>{ chrome.say(label) }</span>
                <span class="mark">{ card.kind.clone() }</span>
                if card.is_near { <span class="mark">{ chrome.say(Phrase::Near) }</span> }
            </p>
            <@{chrome.heading.tag(props.below)} class="name" lang={chrome.lang(&card.name)}>{ card.name.text.clone() }</@>
            <p class="partner" lang={chrome.lang(&card.partner)}>{ partner }</p>
            <p lang={chrome.lang(&card.gives)}>{ card.gives.text.clone() }</p>
            { hinges(&chrome, card) }
            <p class="step"><strong>{ chrome.say(Phrase::FirstStep) }</strong>{ " " }<span lang={chrome.lang(&card.first_step)}>{ card.first_step.text.clone() }</span></p>
            <Contact card={card.clone()} />
            { checks(&chrome, card) }
            <details class="about">
                <summary aria-label={chrome.words().fill(Phrase::Details, &[("name", &card.name.text)])}>
                    { chrome.say(if card.verdict == Verdict::Met { Phrase::Because } else { Phrase::SourceTitle }) }
                </summary>
                { because(&chrome, card) }
                { source(&chrome, card) }
            </details>
        </article>
    }
}

/// The questions that decide, each with a button that asks just that.
fn hinges(chrome: &Chrome, card: &Card) -> Html {
    if card.hinges.is_empty() {
        return html! {};
    }
    html! {
        <div class="hinges">
            <p>{ chrome.say(Phrase::HangsOn) }</p>
            <ul>
                { for card.hinges.iter().map(|hinge| html! {
                    <li key={hinge.label.clone()}>
                        if let Some((question, label)) = &hinge.ask {
                            <Do name="change" class="link" label={label.clone()} action={chrome.does({ let question = *question; move || Action::Ask(question) })} />
                        } else {
                            <span>{ hinge.label.clone() }</span>
                        }
                    </li>
                }) }
            </ul>
        </div>
    }
}

fn checks(chrome: &Chrome, card: &Card) -> Html {
    let texts = |texts: &[Said]| {
        texts.iter().map(|text| html! { <li lang={chrome.lang(text)}>{ text.text.clone() }</li> }).collect::<Html>()
    };
    html! {
        <>
            if !card.conditions.is_empty() {
                <div class="checks">
                    <p><strong>{ chrome.say(Phrase::CheckYourself) }</strong></p>
                    <ul>{ texts(&card.conditions) }</ul>
                </div>
            }
            if let Some(doubt) = &card.doubt { <p class="doubt" lang={chrome.lang(doubt)}>{ doubt.text.clone() }</p> }
        </>
    }
}

fn because(chrome: &Chrome, card: &Card) -> Html {
    html! {
        <>
            if card.verdict == Verdict::Met {
                if card.reasons.is_empty() {
                    <p>{ chrome.say(Phrase::ForEveryone) }</p>
                } else {
                    <ul class="reasons">{ for card.reasons.iter().map(|reason| html! { <li key={reason.clone()}>{ reason.clone() }</li> }) }</ul>
                }
            }
            if let Some(also) = &card.also_for { <p>{ also.clone() }</p> }
        </>
    }
}

fn source(chrome: &Chrome, card: &Card) -> Html {
    html! {
        <div class="source">
            <p class="small">
                if let Some(href) = &card.source_link {
                    <Outward link={Link { label: card.source.clone(), href: href.clone() }} />
                } else {
                    <span>{ card.source.clone() }</span>
                }
            </p>
            if let Some(unverified) = &card.unverified { <p class="small">{ unverified.clone() }</p> }
            <p class="small">{ chrome.say(Phrase::IntroUnconfirmed) }</p>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct ContactProps {
    card: Card,
}

/// What it costs, and how to reach it.
#[component]
fn Contact(props: &ContactProps) -> Html {
    let chrome = use_chrome();
    let Card { cost, cost_note, phone, website, mail, .. } = &props.card;
    html! {
        <div class="contact">
            <p class="cost">
                <strong>{ chrome.say(Phrase::Costs) }</strong>
                { " " }
                <span>{ cost.text.clone() }</span>
                if let Some(note) = cost_note { <span lang={chrome.lang(note)}>{ format!(" ({})", note.text) }</span> }
            </p>
            <p class="links">
                if let Some(phone) = phone { <PhoneLink phone={phone.clone()} /> }
                if let Some(website) = website { <Outward link={website.clone()} /> }
                if let Some(mail) = mail { <a class="button quiet" href={mail.href.clone()}>{ mail.label.clone() }</a> }
            </p>
        </div>
    }
}

#[derive(Properties, PartialEq)]
pub struct PhoneLinkProps {
    pub phone: Phone,
}

#[component]
pub fn PhoneLink(props: &PhoneLinkProps) -> Html {
    let Phone { label, href } = &props.phone;
    match href {
        Some(href) => html! { <a class="button call" href={href.clone()}><bdi>{ label.clone() }</bdi></a> },
        None => html! { <span class="call"><bdi>{ label.clone() }</bdi></span> },
    }
}

#[derive(Properties, PartialEq)]
struct OutwardProps {
    link: Link,
}

/// A link to another site: it opens beside the answers, which would be lost otherwise, and doesn't tell where one came from.
#[component]
fn Outward(props: &OutwardProps) -> Html {
    let chrome = use_chrome();
    let Link { label, href } = &props.link;
    html! {
        <a class="outward" href={href.clone()} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">
            <span>{ label.clone() }</span>
            <span class="unseen">{ format!(" ({})", chrome.say(Phrase::OpensNewTab)) }</span>
        </a>
    }
}
