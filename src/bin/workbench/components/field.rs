//! One field: its label, what to fill in, what stands in it, and what was found about it.

use super::{View, findings::findings, hours, id, places::Places, rule, text};
use mantelwijzer::{
    catalogue::diagnostic::Severity,
    desk::{
        Deed,
        form::{Choice, Field, Input, Writing},
    },
};
use yew::prelude::*;

pub fn field(view: &View, field: &Field) -> Html {
    let has_error = field.findings.iter().any(|finding| finding.severity == Severity::Error);
    let about = about(field);
    let body = input(view, field, &about);
    let class = classes!("field", has_error.then_some("has-error"));
    let optional = field.is_optional.then(|| html! { <span class="optional">{ "mag leeg" }</span> });
    let help = (!field.help.is_empty())
        .then(|| html! { <p class="help" id={format!("{}-h", id(&field.at))}>{ &field.help }</p> });
    let found = match &field.input {
        // Beside their own items.
        Input::Texts(_) => field.findings.iter().filter(|finding| finding.at == field.at).cloned().collect(),
        _ => field.findings.clone(),
    };
    let found = findings(&found, Some(format!("{}-f", id(&field.at))));
    let label = field.label.clone();
    match &field.input {
        Input::Text(..) | Input::Line(..) | Input::Choice(_, false) | Input::Number(_) => html! {
            <div {class} key={field.at.clone()}>
                <div class="head"><label for={control(field)}>{ label }</label>{ optional }</div>
                { help }{ body }{ found }
            </div>
        },
        _ => html! {
            <fieldset {class} key={field.at.clone()} id={id(&field.at)} tabindex="-1" aria-describedby={about.clone()}>
                <legend class="head">{ label }{ optional }</legend>
                { help }{ body }{ found }
            </fieldset>
        },
    }
}

/// What tells more about a field.
fn about(field: &Field) -> String {
    let own = id(&field.at);
    let help = (!field.help.is_empty()).then(|| format!("{own}-h"));
    let found = (!field.findings.is_empty()).then(|| format!("{own}-f"));
    [help, found].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The element that the label is for.
fn control(field: &Field) -> String {
    match &field.input {
        Input::Text(tongues, ..) => tongues.first().map_or_else(|| id(&field.at), |tongue| id(&tongue.at)),
        _ => id(&field.at),
    }
}

fn input(view: &View, field: &Field, about: &str) -> Html {
    let (act, at) = (view.act, field.at.as_str());
    match &field.input {
        Input::Text(tongues, others, size) => text::text(act, at, &field.label, tongues, others, *size, about),
        Input::Line(words, writing) => line(view, at, words, *writing, about),
        Input::Choice(choices, false) => select(view, at, choices, about),
        Input::Choice(choices, true) => radios(view, at, choices),
        Input::Ticks(choices) => ticks(view, at, choices),
        Input::Needs(needs) => needs_of(view, at, needs),
        Input::Places(places) => {
            let at = at.to_owned();
            let turn = act.0.reform(move |(word, is_on): (String, bool)| {
                crate::page::Msg::Do(Deed::Tick { at: at.clone(), word, is_on, order: Vec::new() })
            });
            html! { <Places chosen={places.clone()} shared={view.shared.clone()} {turn} name={field.at.clone()} /> }
        }
        Input::Texts(items) => text::texts(act, at, items, &field.findings, about),
        Input::Lines(items) => text::lines(act, at, items, about),
        Input::Open(open) => hours::open(act, at, open),
        Input::Flag(is_on) => flag(view, at, *is_on),
        Input::Number(number) => {
            let own = at.to_owned();
            let oninput = act.typed(move |words| Deed::Count { at: own.clone(), number: words.parse().ok() });
            let value = number.map(|number| number.to_string()).unwrap_or_default();
            html! { <input id={id(at)} class="narrow" type="number" min="1" max="120" {value} {oninput} aria-describedby={about.to_owned()} /> }
        }
        Input::Rule(part) => rule::rule(view, at, part.as_ref()),
        Input::Strange(written) => html! {
            <div class="strange">
                <p>{ "Hier staat iets wat dit veld niet kent:" }</p>
                <code>{ written }</code>
                <button type="button" class="small" onclick={act.on(Deed::Take { at: at.to_owned() })}>{ "Weghalen en opnieuw invullen" }</button>
            </div>
        },
    }
}

fn line(view: &View, at: &str, words: &str, writing: Writing, about: &str) -> Html {
    let own = at.to_owned();
    let oninput = view.act.typed(move |words| Deed::Say { at: own.clone(), words });
    let (kind, class) = match writing {
        Writing::Words | Writing::Note => ("text", ""),
        Writing::Id => ("text", "plain"),
        Writing::Phone => ("tel", "narrow"),
        Writing::Mail => ("email", ""),
        Writing::Address => ("url", ""),
        Writing::Day => ("date", "narrow"),
        Writing::SomeDay => ("text", "narrow"),
    };
    let (id, value, about) = (id(at), words.to_owned(), about.to_owned());
    if writing == Writing::Note {
        return html! { <textarea {id} rows="2" {value} {oninput} aria-describedby={about} /> };
    }
    html! { <input {id} {class} type={kind} {value} {oninput} aria-describedby={about} autocomplete="off" spellcheck="false" /> }
}

fn select(view: &View, at: &str, choices: &[Choice], about: &str) -> Html {
    let own = at.to_owned();
    let onchange = view.act.chosen(move |word| Deed::Pick { at: own.clone(), word });
    let is_chosen = choices.iter().any(|choice| choice.is_on);
    html! {
        <select id={id(at)} {onchange} aria-describedby={about.to_owned()}>
            if !is_chosen { <option value="" selected={true}>{ "Kies" }</option> }
            { for choices.iter().map(|choice| html! { <option value={choice.value.clone()} selected={choice.is_on}>{ capital(&choice.words) }</option> }) }
        </select>
    }
}

fn radios(view: &View, at: &str, choices: &[Choice]) -> Html {
    let radio = |choice: &Choice| {
        let deed = Deed::Pick { at: at.to_owned(), word: choice.value.clone() };
        html! {
            <label class="tick" key={choice.value.clone()}>
                <input type="radio" name={id(at)} value={choice.value.clone()} checked={choice.is_on} onchange={view.act.ticked(move |_| deed.clone())} />
                <span>{ capital(&choice.words) }</span>
            </label>
        }
    };
    html! { <div class="ticks">{ for choices.iter().map(radio) }</div> }
}

fn ticks(view: &View, at: &str, choices: &[Choice]) -> Html {
    let order: Vec<String> = choices.iter().map(|choice| choice.value.clone()).collect();
    let tick = |choice: &Choice| {
        let (own, word, order) = (at.to_owned(), choice.value.clone(), order.clone());
        let onchange = view.act.ticked(move |is_on| Deed::Tick {
            at: own.clone(),
            word: word.clone(),
            is_on,
            order: order.clone(),
        });
        html! {
            <label class="tick" key={choice.value.clone()}>
                <input type="checkbox" value={choice.value.clone()} checked={choice.is_on} {onchange} />
                <span>{ capital(&choice.words) }</span>
            </label>
        }
    };
    html! { <div class="ticks">{ for choices.iter().map(tick) }</div> }
}

fn flag(view: &View, at: &str, is_on: bool) -> Html {
    let own = at.to_owned();
    let onchange = view.act.ticked(move |is_on| Deed::Flag { at: own.clone(), is_on });
    html! { <label class="tick"><input type="checkbox" checked={is_on} {onchange} /><span>{ "Ja" }</span></label> }
}

/// Each need with how strongly it is helped.
fn needs_of(view: &View, at: &str, needs: &[(Choice, Option<u8>)]) -> Html {
    let strengths = [("", "–"), ("1", "Helpt een beetje"), ("2", "Helpt echt"), ("3", "Is ervoor gemaakt")];
    let need = |(choice, strength): &(Choice, Option<u8>)| {
        let (own, need) = (at.to_owned(), choice.value.clone());
        let onchange = view.act.chosen(move |word| Deed::Strength {
            at: own.clone(),
            need: need.clone(),
            strength: word.parse().ok(),
        });
        let now = strength.map(|strength| strength.to_string()).unwrap_or_default();
        html! {
            <li key={choice.value.clone()} class={classes!("need", choice.is_on.then_some("on"))}>
                <label for={format!("{}-{}", id(at), choice.value)}>{ &choice.words }</label>
                <select id={format!("{}-{}", id(at), choice.value)} class="small" data-need={choice.value.clone()} {onchange}>
                    { for strengths.iter().map(|(value, words)| html! { <option value={*value} selected={*value == now}>{ *words }</option> }) }
                </select>
            </li>
        }
    };
    html! { <ul class="needs">{ for needs.iter().map(need) }</ul> }
}

/// With a capital: in a list for itself.
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    first + letters.as_str()
}
