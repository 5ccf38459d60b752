//! Small pieces of the page: data in, deeds out. They decide nothing.

use crate::page::{Msg, Panel, Shared};
use mantelwijzer::desk::{
    Deed, Desk, Document,
    rule::{Change, Group},
};
use web_sys::HtmlInputElement;
use yew::prelude::*;

mod bar;
mod field;
mod findings;
mod form;
mod hours;
mod leaf;
mod offers;
mod people;
mod places;
mod preview;
mod rule;
mod side;
mod start;
mod text;

/// What every piece may look at.
pub struct View<'a> {
    pub desk: &'a Desk,
    pub shared: &'a Shared,
    pub act: &'a Act,
    pub panel: Panel,
    pub persona: Option<usize>,
    pub notice: Option<&'static str>,
    pub times: usize,
}

/// What a press or a letter does.
#[derive(Clone, PartialEq)]
pub struct Act(pub Callback<Msg>);

impl Act {
    /// A press does something at the desk.
    pub fn on(&self, deed: Deed) -> Callback<MouseEvent> {
        self.sends(Msg::Do(deed))
    }

    /// A press does something on the page.
    pub fn sends(&self, msg: Msg) -> Callback<MouseEvent> {
        let act = self.0.clone();
        Callback::from(move |_| act.emit(msg.clone()))
    }

    /// A press changes a rule.
    pub fn rule(&self, at: &str, change: Change) -> Callback<MouseEvent> {
        self.on(Deed::Rule { at: at.to_owned(), change })
    }

    /// Each letter typed, with all that stands there.
    pub fn typed(&self, make: impl Fn(String) -> Deed + 'static) -> Callback<InputEvent> {
        let act = self.0.clone();
        Callback::from(move |event: InputEvent| act.emit(Msg::Do(make(value(&event)))))
    }

    /// A choice, with what was chosen.
    pub fn chosen(&self, make: impl Fn(String) -> Deed + 'static) -> Callback<Event> {
        let act = self.0.clone();
        Callback::from(move |event: Event| act.emit(Msg::Do(make(value(&event)))))
    }

    /// A box, with whether it is ticked now.
    pub fn ticked(&self, make: impl Fn(bool) -> Deed + 'static) -> Callback<Event> {
        let act = self.0.clone();
        Callback::from(move |event: Event| {
            let is_on = event.target_unchecked_into::<HtmlInputElement>().checked();
            act.emit(Msg::Do(make(is_on)));
        })
    }
}

/// What stands in the field where something happened; text areas and selects have a value as inputs do.
fn value(event: &Event) -> String {
    event.target_unchecked_into::<HtmlInputElement>().value()
}

/// The id of the element for a field.
pub fn id(at: &str) -> String {
    ["f", at].concat()
}

/// A button.
pub fn button(class: &'static str, label: &str, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" {class} {onclick}>{ label }</button> }
}

/// The word that a group of rules is chosen by.
pub fn group_value(group: Group) -> &'static str {
    match group {
        Group::All => "all",
        Group::Any => "any",
        Group::Not => "not",
    }
}

/// The whole page.
pub fn page(view: &View) -> Html {
    let inner = match view.desk.document() {
        Document::Nothing => start::start(view),
        Document::Text(text) => html! { <>{ bar::bar(view) }{ text::broken(view, text) }</> },
        Document::Tree { .. } => html! {
            <>
                { bar::bar(view) }
                <div class="desk">
                    { offers::offers(view) }
                    { form::form(view) }
                    { side::side(view) }
                </div>
            </>
        },
    };
    html! { <div class="page">{ inner }{ bar::status(view) }</div> }
}
