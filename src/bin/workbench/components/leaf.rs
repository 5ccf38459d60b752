//! One part of a rule: a question, and which answers to it fit.

use super::{View, field::capital, id, places::Places};
use crate::page::Msg;
use mantelwijzer::desk::{
    Deed,
    rule::{Change, Leaf, Mode},
};
use yew::prelude::*;

pub fn leaf(view: &View, at: &str, leaf: &Leaf) -> Html {
    let body = match leaf.mode {
        Mode::OneOf | Mode::AllOf => options(view, at, leaf),
        Mode::AtLeast | Mode::Below => number(view, at, leaf),
        Mode::PlaceIn => places(view, at, leaf),
        Mode::Today => days(view, at, leaf),
    };
    html! {
        <div class="leaf" data-leaf={at.to_owned()}>
            <div class="row">{ question(view, at, leaf) }{ mode(view, at, leaf) }</div>
            { body }
        </div>
    }
}

fn rule(at: &str, change: Change) -> Deed {
    Deed::Rule { at: at.to_owned(), change }
}

/// The day has no question; none chosen yet has one without a name.
fn question(view: &View, at: &str, leaf: &Leaf) -> Html {
    let own = at.to_owned();
    let onchange = view.act.chosen(move |word| {
        let question = if word == "#today" { String::new() } else { word };
        rule(&own, Change::Ask(question))
    });
    let is_today = leaf.mode == Mode::Today;
    let is_known = is_today || view.desk.bench().question(&leaf.question).is_some();
    let topic = |(name, questions): &(String, Vec<(String, String)>)| {
        html! {
            <optgroup label={name.clone()}>
                { for questions.iter().map(|(value, words)| html! { <option value={value.clone()} selected={!is_today && *value == leaf.question}>{ words }</option> }) }
            </optgroup>
        }
    };
    html! {
        <select class="question" id={format!("{}-question", id(at))} aria-label="Welke vraag?" {onchange}>
            if !is_known { <option value="" selected={true}>{ if leaf.question.is_empty() { "Kies een vraag" } else { leaf.question.as_str() } }</option> }
            { for view.desk.bench().topics().iter().map(topic) }
            <optgroup label="Tijd"><option value="#today" selected={is_today}>{ "De dag van vandaag" }</option></optgroup>
        </select>
    }
}

fn mode(view: &View, at: &str, leaf: &Leaf) -> Html {
    if leaf.modes.len() < 2 {
        return Html::default();
    }
    let (own, modes) = (at.to_owned(), leaf.modes.clone());
    let onchange = view.act.chosen(move |word| {
        let mode = modes.iter().find(|mode| words(**mode) == word).copied().unwrap_or(Mode::OneOf);
        rule(&own, Change::Compare(mode))
    });
    html! {
        <select class="mode" aria-label="Hoe vergelijken?" {onchange}>
            { for leaf.modes.iter().map(|mode| html! { <option value={words(*mode)} selected={*mode == leaf.mode}>{ words(*mode) }</option> }) }
        </select>
    }
}

fn words(mode: Mode) -> &'static str {
    match mode {
        Mode::OneOf => "een van deze antwoorden",
        Mode::AllOf => "al deze antwoorden samen",
        Mode::AtLeast => "dit of meer",
        Mode::Below => "minder dan",
        Mode::PlaceIn => "ligt in",
        Mode::Today => "ligt tussen",
    }
}

fn options(view: &View, at: &str, leaf: &Leaf) -> Html {
    let tick = |choice: &mantelwijzer::desk::form::Choice| {
        let (own, word) = (at.to_owned(), choice.value.clone());
        let onchange = view.act.ticked(move |is_on| rule(&own, Change::Option(word.clone(), is_on)));
        html! {
            <label class="tick" key={choice.value.clone()}>
                <input type="checkbox" value={choice.value.clone()} checked={choice.is_on} {onchange} /><span>{ capital(&choice.words) }</span>
            </label>
        }
    };
    html! { <div class="ticks" role="group" aria-label="Antwoorden">{ for leaf.options.iter().map(tick) }</div> }
}

fn number(view: &View, at: &str, leaf: &Leaf) -> Html {
    let own = at.to_owned();
    let oninput = view.act.typed(move |word| match word.parse() {
        Ok(number) => rule(&own, Change::Number(number)),
        Err(_) => Deed::Settle,
    });
    let value = leaf.number.map(|number| number.to_string()).unwrap_or_default();
    html! {
        <label class="number"><span class="unseen">{ words(leaf.mode) }</span><input class="narrow" type="number" min="0" max="200" {value} {oninput} />{ " " }{ leaf.unit }</label>
    }
}

fn places(view: &View, at: &str, leaf: &Leaf) -> Html {
    let own = at.to_owned();
    let turn = view.act.0.reform(move |(id, is_on): (String, bool)| Msg::Do(rule(&own, Change::Place(id, is_on))));
    html! { <Places chosen={leaf.places.clone()} shared={view.shared.clone()} {turn} name={at.to_owned()} /> }
}

fn days(view: &View, at: &str, leaf: &Leaf) -> Html {
    let day = |label: &'static str, value: &str, make: fn(String) -> Change| {
        let own = at.to_owned();
        let oninput = view.act.typed(move |words| rule(&own, make(words)));
        html! { <label>{ label }{ " " }<input class="narrow" type="date" value={value.to_owned()} {oninput} /></label> }
    };
    html! { <div class="row">{ day("vanaf", &leaf.days.0, Change::From) }{ day("tot en met", &leaf.days.1, Change::Until) }</div> }
}
