//! Small pieces of the page: data in, deeds out. They decide nothing.

use crate::{
    app::Msg,
    art,
    errand::Errand,
    markup::{El, el},
    state::Knowledge,
};
use mantelwijzer::{
    interview::Action,
    language::{Language, Said},
    visit::{Deed, Spot},
    wording::{Phrase, Wording},
};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

mod bar;
mod brief;
mod browse;
mod card;
mod choices;
mod intro;
mod journey;
mod page;
mod picture;
mod place;
mod plan;
mod question;
mod results;
mod review;
mod sheet;

pub use page::page;

/// What every piece shares.
pub struct Chrome {
    pub knowledge: Knowledge,
    /// The level of the widget's first heading: 2 to 6.
    pub level: u8,
    pub act: Callback<Rc<Msg>>,
    pub exit_url: Option<AttrValue>,
    /// The language of the screen.
    pub language: Language,
}

impl Chrome {
    pub fn words(&self) -> &Wording {
        self.knowledge.in_tongue(self.language)
    }

    pub fn language(&self) -> Language {
        self.language
    }

    pub fn say(&self, phrase: Phrase) -> &str {
        self.words().say(phrase)
    }

    pub fn fill(&self, phrase: Phrase, name: &str, value: &str) -> String {
        self.words().fill(phrase, &[(name, value)])
    }

    /// An element with a phrase in it.
    pub fn phrase(&self, tag: &'static str, class: &str, phrase: Phrase) -> El {
        el(tag, class).text(self.say(phrase))
    }

    /// A text in an element of its own, with its language where that differs from the widget's.
    pub fn text(&self, tag: &'static str, class: &str, said: &Said) -> El {
        self.tongue(el(tag, class), said).text(&said.text)
    }

    /// An element with the attribute `lang`, where the language of a text differs from the widget's.
    pub fn tongue(&self, element: El, said: &Said) -> El {
        match said.language.is_kin_of(self.words().language()) {
            true => element,
            false => element.set("lang", said.language.tag()).set("dir", said.language.dir()),
        }
    }

    /// The heading of a screen: it takes the focus on arrival.
    pub fn title(&self, phrase: Phrase) -> El {
        self.heading(el(self.tag(0), "title").text(self.say(phrase)))
    }

    /// The heading of a screen, in words of the catalogue.
    pub fn titled(&self, said: &Said) -> El {
        self.heading(self.text(self.tag(0), "title", said))
    }

    fn heading(&self, element: El) -> El {
        element.set("part", "title").set("tabindex", "-1")
    }

    /// A heading below the first.
    pub fn subtitle(&self, phrase: Phrase) -> El {
        self.phrase(self.tag(1), "subtitle", phrase)
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

    /// What a press does.
    pub fn does(&self, msg: Msg) -> Callback<MouseEvent> {
        let (act, msg) = (self.act.clone(), Rc::new(msg));
        Callback::from(move |_| act.emit(msg.clone()))
    }

    /// What a choice does.
    pub fn picks(&self, msg: Msg) -> Callback<Event> {
        let (act, msg) = (self.act.clone(), Rc::new(msg));
        Callback::from(move |_| act.emit(msg.clone()))
    }

    /// What a field does with its new value.
    pub fn takes(&self, make: impl Fn(String) -> Msg + 'static) -> Callback<Event> {
        let act = self.act.clone();
        Callback::from(move |event: Event| {
            act.emit(Rc::new(make(event.target_unchecked_into::<HtmlInputElement>().value())))
        })
    }

    /// A button: `name` is its hook `data-action`, and finds its icon.
    pub fn button(&self, name: &str, class: &str, label: &str, msg: Msg) -> El {
        el("button", &["button ", class].concat())
            .set("part", if class == "primary" { "button primary" } else { "button" })
            .set("type", "button")
            .set("data-action", name)
            .on_click(self.does(msg))
            .may_put(art::icon(name))
            .put(el("span", "").text(label))
    }

    /// A button for something in the interview.
    pub fn act(&self, name: &str, class: &str, phrase: Phrase, action: Action) -> El {
        self.button(name, class, self.say(phrase), Msg::Do(Deed::Did(action)))
    }

    /// A button that leads somewhere.
    pub fn go(&self, name: &str, class: &str, phrase: Phrase, spot: Spot) -> El {
        self.button(name, class, self.say(phrase), Msg::Do(Deed::Go(spot)))
    }

    /// A button for something outside the widget.
    pub fn run(&self, name: &str, class: &str, phrase: Phrase, errand: Errand) -> El {
        self.button(name, class, self.say(phrase), Msg::Run(errand))
    }

    /// Back to where the person came from, beside the interview.
    pub fn leave(&self) -> El {
        self.button("back", "back", self.say(Phrase::Back), Msg::Do(Deed::Leave))
    }
}
