//! A screen of questions: one, or the rows of a group.

use super::{Choices, Do, PlaceSearch, Title, use_chrome};
use crate::state::Knowledge;
use mantelwijzer::{
    interview::Action,
    screen::{Input, Question, Row},
    wording::Phrase,
};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct QuestionScreenProps {
    pub question: Question,
    pub knowledge: Knowledge,
}

#[component]
pub fn QuestionScreen(props: &QuestionScreenProps) -> Html {
    let chrome = use_chrome();
    let question = &props.question;
    let is_group = question.rows.len() > 1;
    let onsubmit = chrome.act.reform(|event: SubmitEvent| {
        event.prevent_default();
        Action::Next
    });
    let (next, decline) = (
        if question.is_visit { Phrase::Save } else { Phrase::Next },
        if is_group { Phrase::DeclineRows } else { Phrase::Decline },
    );
    html! {
        <section class="question" key={question.rows.first().map(|row| row.id.clone()).unwrap_or_default()}>
            <Do name="back" class="back" label={chrome.say(Phrase::Back)} action={chrome.does(|| Action::Back)} />
            <p class="progress">
                <span class="topic" lang={chrome.lang(&question.topic)}>{ question.topic.text.clone() }</span>
                <span>{ question.progress.clone() }</span>
            </p>
            <form novalidate=true {onsubmit}>
                if is_group {
                    <Title text={question.topic.text.clone()} lang={chrome.lang(&question.topic)} />
                    <p class="hint">{ chrome.say(Phrase::ChooseEachRow) }</p>
                }
                { for question.rows.iter().map(|row| html! {
                    <QuestionRow key={row.id.clone()} row={row.clone()} alone={!is_group} knowledge={props.knowledge.clone()} />
                }) }
                <div class="buttons">
                    <button type="submit" class="button primary" data-action="next" disabled={!question.is_answered}>
                        { chrome.say(next) }
                    </button>
                    <Do name="decline" label={chrome.say(decline)} action={chrome.does(|| Action::Decline)} />
                </div>
            </form>
            if question.has_results {
                <p class="aside">
                    <Do name="results" class="link" label={chrome.say(Phrase::ResultsEarly)} action={chrome.does(|| Action::Results)} />
                    <Do name="review" class="link" label={chrome.say(Phrase::ReviewOpen)} action={chrome.does(|| Action::Review)} />
                </p>
            }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct QuestionRowProps {
    row: Row,
    /// Whether it is the only question on the screen: then its text is the heading.
    alone: bool,
    knowledge: Knowledge,
}

#[component]
fn QuestionRow(props: &QuestionRowProps) -> Html {
    let chrome = use_chrome();
    let Row { index, id, text, hint, why, input } = &props.row;
    let text_id = format!("{id}-text");
    let hint_id = hint.as_ref().map(|_| format!("{id}-hint"));
    let heading = match props.alone {
        true => html! { <Title text={text.text.clone()} lang={chrome.lang(text)} id={text_id.clone()} /> },
        false => {
            html! { <span class="row-text" id={text_id.clone()} lang={chrome.lang(text)}>{ text.text.clone() }</span> }
        }
    };
    let help = html! {
        if let Some(hint) = hint {
            <p class="hint" id={hint_id.clone()} lang={chrome.lang(hint)}>{ hint.text.clone() }</p>
        }
    };
    let how = match input {
        Input::Many(_) => Some(chrome.say(Phrase::ChooseMany)),
        Input::One(_) | Input::Place { .. } => None,
    };
    let choices = |choices: &Vec<_>, many| {
        html! {
            <fieldset aria-describedby={hint_id.clone()}>
                <legend>{ heading.clone() }</legend>
                { help.clone() }
                if let Some(how) = how.clone() { <p class="hint">{ how }</p> }
                <Choices question={*index} name={id.clone()} choices={choices.clone()} {many} compact={!props.alone} />
            </fieldset>
        }
    };
    let body = match input {
        Input::One(list) => choices(list, false),
        Input::Many(list) => choices(list, true),
        Input::Place { chosen, same } => html! {
            <div role="group" aria-labelledby={text_id.clone()}>
                { heading.clone() }
                { help.clone() }
                <PlaceSearch question={*index} name={id.clone()} labelled_by={text_id} described_by={hint_id.clone().map(AttrValue::from)}
                    chosen={chosen.clone()} same={same.clone()} knowledge={props.knowledge.clone()} />
            </div>
        },
    };
    html! {
        <div class="row" data-question={id.clone()}>
            { body }
            <details class="why">
                <summary>{ chrome.say(Phrase::Why) }</summary>
                <p lang={chrome.lang(why)}>{ why.text.clone() }</p>
            </details>
        </div>
    }
}
