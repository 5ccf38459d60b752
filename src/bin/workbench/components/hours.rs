//! When somebody is there.

use super::{Act, id};
use mantelwijzer::desk::{
    Deed,
    deed::Blank,
    form::{Hours, Open},
    words::DAYS,
};
use yew::prelude::*;

pub fn open(act: &Act, at: &str, open: &Open) -> Html {
    let choice = |label: &'static str, is_on: bool, deed: Deed| {
        html! {
            <label class="tick">
                <input type="radio" name={id(at)} checked={is_on} onchange={act.ticked(move |_| deed.clone())} />
                <span>{ label }</span>
            </label>
        }
    };
    let put = |what| Deed::Put { at: at.to_owned(), what };
    let hours = match open {
        Open::At(hours) => html! {
            <>
                <ul class="items">{ for hours.iter().enumerate().map(|(place, one)| row(act, place, one)) }</ul>
                <button type="button" class="small add" onclick={act.on(put(Blank::Hours))}>{ "Andere uren toevoegen" }</button>
            </>
        },
        Open::Unknown | Open::Always => Html::default(),
    };
    html! {
        <>
            <div class="ticks">
                { choice("Dat weten we niet", *open == Open::Unknown, Deed::Take { at: at.to_owned() }) }
                { choice("Dag en nacht", *open == Open::Always, put(Blank::Always)) }
                { choice("Op deze uren", matches!(open, Open::At(_)), put(Blank::NoHours)) }
            </div>
            { hours }
        </>
    }
}

fn row(act: &Act, place: usize, hours: &Hours) -> Html {
    let day = |(number, is_on): (usize, &bool)| {
        let at = format!("{}/days", hours.at);
        let word = (number + 1) as u8;
        let onchange = act.ticked(move |is_on| Deed::Day { at: at.clone(), day: word, is_on });
        let name = DAYS.get(number).copied().unwrap_or_default();
        html! { <label class="tick day" key={number}><input type="checkbox" checked={*is_on} {onchange} /><span>{ name }</span></label> }
    };
    let time = |key: &'static str, label: &'static str, words: &str| {
        let at = format!("{}/{key}", hours.at);
        let own = id(&at);
        let oninput = act.typed(move |words| Deed::Say { at: at.clone(), words });
        html! { <label>{ label }{ " " }<input id={own} class="time" type="text" inputmode="numeric" value={words.to_owned()} {oninput} autocomplete="off" /></label> }
    };
    html! {
        <li key={place} class="hours">
            <fieldset>
                <legend>{ format!("Uren {}", place + 1) }</legend>
                <div class="ticks">{ for hours.days.iter().enumerate().map(day) }</div>
                <div class="row">
                    { time("from", "van", &hours.from) }
                    { time("to", "tot", &hours.to) }
                    <button type="button" class="small remove" aria-label={format!("Weg: uren {}", place + 1)} onclick={act.on(Deed::Take { at: hours.at.clone() })}>{ "Weg" }</button>
                </div>
            </fieldset>
        </li>
    }
}
