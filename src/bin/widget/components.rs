//! Small pieces of the page: data in, actions out. They decide nothing.
//!
//! All but the place search are plain functions: a Yew component of its own costs about 3 KB of Wasm.

use crate::state::Knowledge;
use mantelwijzer::{
    interview::Action,
    language::Said,
    wording::{Phrase, Wording},
};
use std::{cell::RefCell, rc::Rc};
use yew::prelude::*;

mod card;
mod choices;
mod help_now;
mod intro;
mod place;
mod question;
mod results;
mod review;

pub use card::{offer_card, phone_link};
pub use choices::choices;
pub use help_now::{help_now, talk, urgent_help};
pub use intro::intro;
pub use place::PlaceSearch;
pub use question::question_screen;
pub use results::results_screen;
pub use review::review_screen;

/// What every piece shares.
#[derive(Clone, PartialEq)]
pub struct Chrome {
    pub knowledge: Knowledge,
    /// The level of the widget's first heading: 2 to 6.
    pub level: u8,
    /// That heading on the page: it takes the focus when the screen changes.
    pub heading: NodeRef,
    pub act: Callback<Action>,
    pub restart: Callback<()>,
    /// The offer from which the person went to a question: they come back to it.
    pub left_at: Rc<RefCell<Option<String>>>,
}

impl Chrome {
    pub fn words(&self) -> &Wording {
        self.knowledge.wording()
    }

    pub fn say(&self, phrase: Phrase) -> AttrValue {
        self.words().say(phrase).to_owned().into()
    }

    pub fn fill(&self, phrase: Phrase, gaps: &[(&str, &str)]) -> AttrValue {
        self.words().fill(phrase, gaps).into()
    }

    /// A callback that does this.
    pub fn does<E: 'static>(&self, action: Action) -> Callback<E> {
        let act = self.act.clone();
        Callback::from(move |_| act.emit(action.clone()))
    }

    /// The attribute `lang` of a text, where it differs from the language of the widget.
    pub fn lang(&self, said: &Said) -> Option<&'static str> {
        (!said.language.is_kin_of(self.words().language())).then(|| said.language.tag())
    }

    /// A text in an element of its own, with its language.
    pub fn text(&self, tag: &'static str, class: &'static str, said: &Said) -> Html {
        html! { <@{tag} {class} lang={self.lang(said)}>{ said.text.clone() }</@> }
    }

    /// The heading of a screen.
    pub fn title(&self, said: &Said, id: Option<AttrValue>) -> Html {
        html! {
            <@{self.tag(0)} class="title" tabindex="-1" ref={self.heading.clone()} lang={self.lang(said)} {id}>
                { said.text.clone() }
            </@>
        }
    }

    /// A heading below the first.
    pub fn subtitle(&self, said: &Said) -> Html {
        html! { <@{self.tag(1)} class="subtitle" lang={self.lang(said)}>{ said.text.clone() }</@> }
    }

    /// The tag of a heading this many levels below the first.
    pub fn tag(&self, below: u8) -> &'static str {
        match self.level + below {
            ..=2 => "h2",
            3 => "h3",
            4 => "h4",
            5 => "h5",
            _ => "h6",
        }
    }

    /// A phrase as a text in the language of the widget.
    pub fn said(&self, phrase: Phrase) -> Said {
        Said { text: self.words().say(phrase).to_owned(), language: self.words().language() }
    }

    /// A button: `name` is its hook `data-action`.
    pub fn button(&self, name: &'static str, class: &'static str, phrase: Phrase, action: Action) -> Html {
        self.labelled(name, class, self.say(phrase), self.does(action))
    }

    /// A button with a label of its own.
    pub fn labelled(
        &self,
        name: &'static str,
        class: &'static str,
        label: AttrValue,
        onclick: Callback<MouseEvent>,
    ) -> Html {
        html! { <button type="button" class={classes!("button", class)} data-action={name} {onclick}>{ label }</button> }
    }

    /// A button about something: `target` is the id of a question.
    pub fn about(&self, name: &'static str, label: AttrValue, onclick: Callback<MouseEvent>, target: &str) -> Html {
        html! {
            <button type="button" class="button link" data-action={name} data-target={target.to_owned()} {onclick}>{ label }</button>
        }
    }
}
