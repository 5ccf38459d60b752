//! A rule: its parts, the sentence it is, and whom it fits.

use super::{View, button, group_value, leaf::leaf};
use mantelwijzer::desk::{
    Deed,
    deed::Blank,
    person::Example,
    rule::{Change, Group, Part, Shape},
};
use yew::prelude::*;

/// A rule, or the way to begin one.
pub fn rule(view: &View, at: &str, root: Option<&Part>) -> Html {
    let Some(root) = root else {
        let begin = view.act.on(Deed::Put { at: at.to_owned(), what: Blank::Rule });
        return button("small add", "Regel maken", begin);
    };
    let is_eligibility = at.ends_with("/eligibility");
    html! {
        <div class="rule">
            { for view.desk.sentence(at).map(|words| html! { <p class="sentence">{ words }</p> }) }
            { part(view, root, None) }
            { for is_eligibility.then(|| tally(view)) }
            { for (!is_eligibility).then(|| button("small remove", "Regel weghalen", view.act.on(Deed::Take { at: at.to_owned() }))) }
        </div>
    }
}

/// A part of a rule; `around` is the kind of group it stands in.
fn part(view: &View, one: &Part, around: Option<Group>) -> Html {
    match &one.shape {
        Shape::All(parts) if parts.is_empty() && around.is_none() => html! {
            <div class="everyone">{ button("small add", "Alleen voor wie …", view.act.rule(&one.at, Change::Add(Group::All))) }</div>
        },
        Shape::All(parts) => group(view, one, Group::All, parts, around, None),
        Shape::Any(parts) => group(view, one, Group::Any, parts, around, None),
        Shape::Not(inner) => match &inner.shape {
            Shape::All(parts) => group(view, inner, Group::All, parts, around, Some(&one.at)),
            Shape::Any(parts) => group(view, inner, Group::Any, parts, around, Some(&one.at)),
            Shape::Leaf(data) => single(view, inner, leaf(view, &inner.at, data), around, Some(&one.at)),
            Shape::Not(_) | Shape::Strange(_) => single(view, one, part(view, inner, around), around, Some(&one.at)),
        },
        Shape::Leaf(data) => single(view, one, leaf(view, &one.at, data), around, None),
        Shape::Strange(written) => single(
            view,
            one,
            html! {
                <p class="strange">{ "Dit stuk regel kennen we niet: " }<code>{ written }</code></p>
            },
            around,
            None,
        ),
    }
}

/// Several parts. `not` is where the 'not' around them stands.
fn group(view: &View, one: &Part, kind: Group, parts: &[Part], around: Option<Group>, not: Option<&String>) -> Html {
    let at = one.at.clone();
    let onchange = view.act.chosen(move |word| {
        let kind = if word == "any" { Group::Any } else { Group::All };
        Deed::Rule { at: at.clone(), change: Change::Regroup(kind) }
    });
    let kinds = [(Group::All, "Alles hiervan moet kloppen"), (Group::Any, "Eén hiervan is genoeg")];
    let add = if kind == Group::Any { "Of …" } else { "En ook …" };
    let between = if kind == Group::Any { "of" } else { "en" };
    html! {
        <div class={classes!("group", group_value(kind))} role="group" aria-label={if kind == Group::Any { "Eén hiervan" } else { "Alles hiervan" }} id={super::id(&one.at)} tabindex="-1">
            <div class="group-head">
                { for not.map(|_| html! { <strong class="not">{ "Niet:" }</strong> }) }
                <select class="small" aria-label="Hoeveel moet er kloppen?" {onchange}>
                    { for kinds.iter().map(|(own, words)| html! { <option value={group_value(*own)} selected={*own == kind}>{ *words }</option> }) }
                </select>
                { turn(view, &one.at, not) }
                { button("small remove", "Groep weghalen", view.act.rule(not.unwrap_or(&one.at), Change::Remove)) }
            </div>
            <ul class="parts" data-between={between}>{ for parts.iter().map(|inner| html! { <li key={inner.at.clone()}>{ part(view, inner, Some(kind)) }</li> }) }</ul>
            <div class="group-foot">
                <button type="button" class="small add" data-action="add-part" onclick={view.act.rule(&one.at, Change::Add(kind))}>{ add }</button>
                { for around.is_none().then(|| more(view, &one.at, kind)) }
            </div>
        </div>
    }
}

/// One part, with what can be done with it.
fn single(view: &View, one: &Part, body: Html, around: Option<Group>, not: Option<&String>) -> Html {
    let whole = not.unwrap_or(&one.at);
    let add = |label: &'static str, kind: Group, name: &'static str| {
        html! { <button type="button" class="small add" data-action={name} onclick={view.act.rule(whole, Change::Add(kind))}>{ label }</button> }
    };
    html! {
        <div class="part" id={super::id(whole)} tabindex="-1" data-part={one.at.clone()}>
            { for not.map(|_| html! { <strong class="not">{ "Niet:" }</strong> }) }
            { body }
            <div class="part-tools">
                { for (around != Some(Group::All)).then(|| add("En ook …", Group::All, "and")) }
                { for (around != Some(Group::Any)).then(|| add("Of …", Group::Any, "or")) }
                { turn(view, &one.at, not) }
                <button type="button" class="small remove" data-action="remove-part" onclick={view.act.rule(whole, Change::Remove)}>{ "Weg" }</button>
            </div>
        </div>
    }
}

/// Around the whole rule: something more, of the other kind.
fn more(view: &View, at: &str, kind: Group) -> Html {
    match kind {
        Group::Any => button("small add", "En ook …", view.act.rule(at, Change::Add(Group::All))),
        Group::All | Group::Not => button("small add", "Of …", view.act.rule(at, Change::Add(Group::Any))),
    }
}

/// Makes the opposite of it, or no longer.
fn turn(view: &View, at: &str, not: Option<&String>) -> Html {
    let (change, at) = match not {
        Some(not) => (Change::Unwrap, not.as_str()),
        None => (Change::Wrap(Group::Not), at),
    };
    let pressed = if not.is_some() { "true" } else { "false" };
    html! { <button type="button" class="small turn" data-action="not" aria-pressed={pressed} onclick={view.act.rule(at, change)}>{ "Juist niet" }</button> }
}

/// How many of the personas the open offer fits.
fn tally(view: &View) -> Html {
    let Some(tally) = view.desk.open().and_then(|place| view.desk.tally(place)) else {
        return html! { <p class="tally" aria-live="polite">{ "We kunnen dit nog niet proberen: los eerst de fouten op." }</p> };
    };
    let all = tally.fits + tally.maybe + tally.not;
    html! {
        <p class="tally" aria-live="polite">
            { format!("Van {all} voorbeeldpersonen past het bij {}, misschien bij {}, en niet bij {}.", tally.fits, tally.maybe, tally.not) }
            { " " }{ button("link", "Bekijk ze", view.act.sends(crate::page::Msg::GoLook(crate::page::Panel::People))) }
        </p>
    }
}

/// An example in the file, and how it came out.
pub fn example(view: &View, example: &Example) -> Html {
    let demand = |demand: &mantelwijzer::desk::person::Demand| {
        let wanted = if demand.must_show { "moet verschijnen" } else { "mag niet verschijnen" };
        let (class, outcome) = match demand.holds {
            Some(true) => ("fine", "klopt"),
            Some(false) => ("error", "klopt niet"),
            None => ("warning", "niet te proberen"),
        };
        html! { <li class={class}>{ format!("{} {wanted}: {outcome}", demand.offer) }</li> }
    };
    html! {
        <li key={example.at.clone()} id={super::id(&example.at)} tabindex="-1">
            <p>{ &example.story }</p>
            if let Some(demands) = &example.demands {
                <ul class="demands">{ for demands.iter().map(demand) }</ul>
            } else {
                <p class="error">{ "Dit voorbeeld is niet te lezen." }</p>
            }
            <button type="button" class="small remove" aria-label={format!("Weg: {}", example.story)} onclick={view.act.on(Deed::Take { at: example.at.clone() })}>{ "Weg" }</button>
        </li>
    }
}
