//! Radio buttons or tick boxes: native inputs, large targets.

use super::use_chrome;
use mantelwijzer::{interview::Action, questionnaire::QuestionIndex, screen::Choice};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ChoicesProps {
    pub question: QuestionIndex,
    pub name: AttrValue,
    pub choices: Vec<Choice>,
    pub many: bool,
    /// Beside each other, for the rows of a group.
    #[prop_or_default]
    pub compact: bool,
}

#[component]
pub fn Choices(props: &ChoicesProps) -> Html {
    let chrome = use_chrome();
    let kind = if props.many { "checkbox" } else { "radio" };
    let choices = props.choices.iter().map(|choice| {
        let id = format!("{}-{}", props.name, choice.id);
        let give = chrome.act.reform({
            let (question, pick) = (props.question, choice.pick);
            move |_: web_sys::Event| Action::Give(question, pick)
        });
        html! {
            <div class="choice" key={choice.id.clone()}>
                <input type={kind} id={id.clone()} name={props.name.clone()} value={choice.id.clone()}
                    checked={choice.is_chosen} onchange={give} autocomplete="off" />
                <label for={id} lang={chrome.lang(&choice.text)}>{ choice.text.text.clone() }</label>
            </div>
        }
    });
    html! { <div class={classes!("choices", props.compact.then_some("compact"))}>{ for choices }</div> }
}
