//! A screen of questions: one, or the rows of a group.

use super::{Chrome, PlaceSearch, choices, urgent_help};
use mantelwijzer::{
    interview::Action,
    screen::{Card, Choice, Input, Question, Row},
    wording::Phrase,
};
use yew::prelude::*;

/// Help that an answer on this very screen calls for stands below the answers too: the top may be out of sight.
pub fn question_screen(chrome: &Chrome, question: &Question, urgent: &[Card]) -> Html {
    let is_group = question.rows.len() > 1;
    let onsubmit = chrome.act.reform(|event: SubmitEvent| {
        event.prevent_default();
        Action::Next
    });
    let next = if question.is_visit { Phrase::Save } else { Phrase::Next };
    let decline = if is_group { Phrase::DeclineRows } else { Phrase::Decline };
    html! {
        <section class="question">
            { chrome.button("back", "back", Phrase::Back, Action::Back) }
            <p class="progress">
                { chrome.text("span", "topic", &question.topic) }
                <span>{ question.progress.clone() }</span>
            </p>
            <form novalidate=true {onsubmit}>
                if is_group {
                    { chrome.title(&question.topic, None) }
                    <p class="hint">{ chrome.say(Phrase::ChooseEachRow) }</p>
                }
                { for question.rows.iter().map(|one| row(chrome, one, !is_group)) }
                { why(chrome, &question.rows) }
                { urgent_help(chrome, urgent) }
                <div class="buttons">
                    <button type="submit" class="button primary" data-action="next">
                        { chrome.say(next) }
                    </button>
                    { chrome.button("decline", "quiet", decline, Action::Decline) }
                </div>
            </form>
            if question.has_results {
                <p class="aside">
                    { chrome.button("results", "link", Phrase::ResultsEarly, Action::Results) }
                    { chrome.button("review", "link", Phrase::ReviewOpen, Action::Review) }
                </p>
            }
        </section>
    }
}

/// One question; when it is the only one on the screen, its text is the heading.
fn row(chrome: &Chrome, row: &Row, alone: bool) -> Html {
    let text_id: AttrValue = format!("{}-text", row.id).into();
    let hint_id = row.hint.as_ref().map(|_| AttrValue::from(format!("{}-hint", row.id)));
    let heading = match alone {
        true => chrome.title(&row.text, Some(text_id.clone())),
        false => {
            html! { <span class="row-text" id={text_id.clone()} lang={chrome.lang(&row.text)}>{ row.text.text.clone() }</span> }
        }
    };
    let hint = row.hint.as_ref().map(|hint| {
        html! {
            <p class="hint" id={hint_id.clone()} lang={chrome.lang(hint)}>{ hint.text.clone() }</p>
        }
    });
    let list = |list: &[Choice], kind, how: Option<Phrase>| {
        html! {
            <fieldset aria-describedby={hint_id.clone()}>
                <legend>{ heading.clone() }</legend>
                { hint.clone() }
                if let Some(how) = how { <p class="hint">{ chrome.say(how) }</p> }
                { choices(chrome, row, list, kind, !alone) }
            </fieldset>
        }
    };
    let body = match &row.input {
        Input::One(options) => list(options, "radio", None),
        Input::Many(options) => list(options, "checkbox", Some(Phrase::ChooseMany)),
        Input::Place { chosen, same } => html! {
            <div role="group" aria-labelledby={text_id}>
                { heading.clone() }
                { hint.clone() }
                <PlaceSearch chrome={chrome.clone()} question={row.index} name={row.id.clone()} described_by={hint_id.clone()}
                    chosen={chosen.clone()} same={same.clone()} />
            </div>
        },
    };
    html! {
        <div class="row" data-question={row.id.clone()} key={row.id.clone()}>
            { body }
        </div>
    }
}

/// Why this is asked; for a group, row by row.
fn why(chrome: &Chrome, rows: &[Row]) -> Html {
    let reasons = match rows {
        [row] => chrome.text("p", "", &row.why),
        rows => html! {
            <dl class="whys">
                { for rows.iter().map(|row| html! { <>{ chrome.text("dt", "", &row.text) }{ chrome.text("dd", "", &row.why) }</> }) }
            </dl>
        },
    };
    html! {
        <details class="why">
            <summary>{ chrome.say(Phrase::Why) }</summary>
            { reasons }
        </details>
    }
}
