//! Texts: in one or more languages, in a list, and a whole file that isn't JSON.

use super::{Act, View, findings::findings, id};
use mantelwijzer::desk::{
    Deed, Finding,
    deed::Blank,
    form::{Size, Tongue},
};
use yew::prelude::*;

/// A text in each language it has, and the languages that can be added.
pub fn text(
    act: &Act,
    at: &str,
    label: &str,
    tongues: &[Tongue],
    others: &[(&'static str, &'static str)],
    size: Size,
    about: &str,
) -> Html {
    let base = at.to_owned();
    let add = act.chosen(move |tag| Deed::Put { at: format!("{base}/{tag}"), what: Blank::Empty });
    let is_alone = tongues.len() == 1;
    html! {
        <>
            { for tongues.iter().map(|tongue| one(act, label, tongue, size, about, is_alone)) }
            if !others.is_empty() {
                <select class="small tongue-add" aria-label={format!("{label}: taal toevoegen")} onchange={add}>
                    <option value="" selected={true}>{ "Andere taal toevoegen" }</option>
                    { for others.iter().map(|(tag, name)| html! { <option value={*tag}>{ *name }</option> }) }
                </select>
            }
        </>
    }
}

fn one(act: &Act, label: &str, tongue: &Tongue, size: Size, about: &str, is_alone: bool) -> Html {
    let at = tongue.at.clone();
    let oninput = act.typed(move |words| Deed::Say { at: at.clone(), words });
    let length = tongue.words.chars().count();
    let is_long = length > tongue.most;
    let said = (!is_alone).then(|| format!("{label}, {}", tongue.name));
    let count = format!("{}-c", id(&tongue.at));
    let about = format!("{about} {count}");
    let (id, value, lang) = (id(&tongue.at), tongue.words.clone(), tongue.tag);
    html! {
        <div class="tongue" key={lang}>
            if !is_alone {
                <span class="tongue-name" aria-hidden="true">{ tongue.name }</span>
            }
            if size == Size::Long {
                <textarea {id} {lang} rows="3" {value} {oninput} aria-label={said} aria-describedby={about} />
            } else {
                <input {id} {lang} type="text" {value} {oninput} aria-label={said} aria-describedby={about} autocomplete="off" />
            }
            <span class={classes!("letters", is_long.then_some("over"))} id={count}>
                { length }<span class="unseen">{ " van " }</span><span aria-hidden="true">{ " / " }</span>{ tongue.most }<span class="unseen">{ " tekens" }</span>
            </span>
            if lang != "nl" {
                <button type="button" class="small remove" aria-label={format!("Weg: {label}, {}", tongue.name)} onclick={act.on(Deed::Take { at: tongue.at.clone() })}>{ "Weg" }</button>
            }
        </div>
    }
}

/// A list of texts, such as conditions.
pub fn texts(act: &Act, at: &str, items: &[(String, Vec<Tongue>)], found: &[Finding], about: &str) -> Html {
    let item = |(place, (own, tongues)): (usize, &(String, Vec<Tongue>))| {
        let label = format!("Zin {}", place + 1);
        let about_own = format!("{about} {}-f", id(own));
        let own_found: Vec<Finding> = found.iter().filter(|finding| finding.is_in(own)).cloned().collect();
        html! {
            <li key={place}>
                <div class="row"><div class="grow">
                    { for tongues.iter().map(|tongue| one(act, &label, tongue, Size::Long, &about_own, false)) }
                </div>
                <button type="button" class="small remove" aria-label={format!("Weg: {label}")} onclick={act.on(Deed::Take { at: own.clone() })}>{ "Weg" }</button></div>
                { findings(&own_found, Some(format!("{}-f", id(own)))) }
            </li>
        }
    };
    html! {
        <>
            <ul class="items">{ for items.iter().enumerate().map(item) }</ul>
            <button type="button" class="small add" onclick={act.on(Deed::Put { at: at.to_owned(), what: Blank::Text })}>{ "Zin toevoegen" }</button>
        </>
    }
}

/// A list of addresses.
pub fn lines(act: &Act, at: &str, items: &[(String, String)], about: &str) -> Html {
    let item = |(place, (own, words)): (usize, &(String, String))| {
        let (base, value) = (own.clone(), words.clone());
        let oninput = act.typed(move |words| Deed::Say { at: base.clone(), words });
        let label = format!("Adres {}", place + 1);
        html! {
            <li key={place} class="row">
                <input class="grow" id={id(own)} type="url" {value} {oninput} aria-label={label.clone()} aria-describedby={about.to_owned()} autocomplete="off" />
                <button type="button" class="small remove" aria-label={format!("Weg: {label}")} onclick={act.on(Deed::Take { at: own.clone() })}>{ "Weg" }</button>
            </li>
        }
    };
    html! {
        <>
            <ul class="items">{ for items.iter().enumerate().map(item) }</ul>
            <button type="button" class="small add" onclick={act.on(Deed::Put { at: at.to_owned(), what: Blank::Word })}>{ "Adres toevoegen" }</button>
        </>
    }
}

/// A file that isn't JSON, to be mended as it is.
pub fn broken(view: &View, text: &str) -> Html {
    let oninput = view.act.typed(Deed::Write);
    let found = &view.desk.inspection().findings;
    let line = found
        .iter()
        .find_map(|finding| finding.position)
        .map(|(line, column)| format!("Regel {line}, teken {column}."));
    html! {
        <main class="form broken">
            <h1 id="title" tabindex="-1">{ "Dit bestand is nog niet te lezen" }</h1>
            <p>{ "Er staat ergens een teken te veel of te weinig. Verbeter het hieronder: zodra het klopt, ziet u het formulier. Er gaat niets verloren." }</p>
            <p><strong>{ line }</strong></p>
            { findings(found, Some("broken-f".to_owned())) }
            <label for="broken">{ "De tekst van het bestand" }</label>
            <textarea id="broken" class="code" rows="24" spellcheck="false" value={text.to_owned()} {oninput} aria-describedby="broken-f" />
        </main>
    }
}
