//! Small components: data in, actions out. They decide nothing.

use crate::state::Knowledge;
use mantelwijzer::{
    interview::Action,
    language::Said,
    wording::{Phrase, Wording},
};
use yew::prelude::*;

mod card;
mod choices;
mod help_now;
mod intro;
mod place;
mod question;
mod results;
mod review;

pub use card::{OfferCard, PhoneLink};
pub use choices::Choices;
pub use help_now::{HelpNow, Talk};
pub use intro::Intro;
pub use place::PlaceSearch;
pub use question::QuestionScreen;
pub use results::ResultsScreen;
pub use review::ReviewScreen;

/// What every component shares.
#[derive(Clone, PartialEq)]
pub struct Chrome {
    pub wording: Knowledge,
    pub heading: Heading,
    pub act: Callback<Action>,
}

impl Chrome {
    pub fn words(&self) -> &Wording {
        self.wording.wording()
    }

    /// A phrase, as a node of its own.
    pub fn say(&self, phrase: Phrase) -> String {
        self.words().say(phrase).to_owned()
    }

    /// A callback that does this.
    pub fn does<E>(&self, action: impl Fn() -> Action + 'static) -> Callback<E> {
        let act = self.act.clone();
        Callback::from(move |_| act.emit(action()))
    }

    /// The attribute `lang` of a text, where it differs from the language of the widget.
    pub fn lang(&self, said: &Said) -> Option<&'static str> {
        (said.language != self.words().language()).then(|| said.language.tag())
    }
}

/// The widget's first heading, and where it is on the page: it takes the focus when the screen changes.
#[derive(Clone, PartialEq)]
pub struct Heading {
    pub level: u8,
    pub node: NodeRef,
}

impl Heading {
    /// The tag of a heading this many levels below the first.
    pub fn tag(&self, below: u8) -> String {
        format!("h{}", (self.level + below).clamp(2, 6))
    }
}

/// The shared part; the root always provides it.
#[hook]
pub fn use_chrome() -> Chrome {
    use_context::<Chrome>().expect("the root provides it")
}

/// The heading of a screen.
#[derive(Properties, PartialEq)]
pub struct TitleProps {
    pub text: AttrValue,
    #[prop_or_default]
    pub lang: Option<&'static str>,
    #[prop_or_default]
    pub id: Option<AttrValue>,
}

#[component]
pub fn Title(props: &TitleProps) -> Html {
    let chrome = use_chrome();
    html! {
        <@{chrome.heading.tag(0)} class="title" tabindex="-1" ref={chrome.heading.node.clone()} lang={props.lang} id={props.id.clone()}>
            { props.text.clone() }
        </@>
    }
}

/// A button that does one thing.
#[derive(Properties, PartialEq)]
pub struct DoProps {
    /// The hook `data-action`.
    pub name: &'static str,
    pub label: AttrValue,
    pub action: Callback<MouseEvent>,
    #[prop_or("quiet")]
    pub class: &'static str,
    /// What it is about, where several buttons do the same: a question's id.
    #[prop_or_default]
    pub target: Option<AttrValue>,
    /// What a screen reader says instead of the label.
    #[prop_or_default]
    pub aria_label: Option<AttrValue>,
}

#[component]
pub fn Do(props: &DoProps) -> Html {
    html! {
        <button type="button" class={classes!("button", props.class)} data-action={props.name} onclick={props.action.clone()}
            data-target={props.target.clone()} aria-label={props.aria_label.clone()}>
            { props.label.clone() }
        </button>
    }
}
