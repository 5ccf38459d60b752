//! The offer as a caregiver sees it: the widget's own card, in the widget's own style.

use super::Act;
use crate::{
    app, art,
    markup::{El, el},
    page::{Msg, Shared},
};
use mantelwijzer::{
    language::{Language, Said},
    screen::Card,
    wording::{Phrase, Wording},
};
use std::rc::Rc;
use yew::{create_portal, prelude::*};

#[allow(dead_code, reason = "the widget's own cards; here is one of them")]
#[path = "../../widget/components/card.rs"]
mod card;

/// What the widget's pieces share, as far as a card needs it. What is pressed leads nowhere.
struct Chrome<'a> {
    words: &'a Wording,
    act: Callback<MouseEvent>,
}

impl Chrome<'_> {
    fn say(&self, phrase: Phrase) -> &str {
        self.words.say(phrase)
    }

    fn language(&self) -> Language {
        self.words.language()
    }

    fn phrase(&self, tag: &'static str, class: &str, phrase: Phrase) -> El {
        el(tag, class).text(self.say(phrase))
    }

    fn text(&self, tag: &'static str, class: &str, said: &Said) -> El {
        let element = el(tag, class);
        let is_same = said.language.is_kin_of(self.language());
        let element = if is_same { element } else { element.set("lang", said.language.tag()) };
        element.text(&said.text)
    }

    fn titled(&self, said: &Said) -> El {
        self.text(self.tag(0), "title", said)
    }

    /// Every heading stands below that of the panel.
    fn tag(&self, _: u8) -> &'static str {
        "h3"
    }

    fn button(&self, name: &str, class: &str, label: &str, _: app::Msg) -> El {
        el("button", &["button ", class].concat())
            .set("type", "button")
            .set("data-action", name)
            .on_click(self.act.clone())
            .may_put(art::icon(name))
            .put(el("span", "").text(label))
    }

    fn leave(&self) -> El {
        el("span", "")
    }
}

#[derive(PartialEq, Properties)]
pub struct PreviewProps {
    pub card: Card,
    pub shared: Shared,
    pub act: Act,
}

/// An offer as a caregiver sees it.
#[component]
pub fn Preview(props: &PreviewProps) -> Html {
    let host = use_node_ref();
    let ground = use_state(|| None::<web_sys::Element>);
    {
        let (host, ground, shared) = (host.clone(), ground.clone(), props.shared.clone());
        use_effect_with((), move |()| {
            if let Some(element) = host.cast::<web_sys::Element>() {
                ground.set(shared.shade(&element));
            }
        });
    }
    let bench = Rc::clone(&props.shared.bench);
    let drawn = ground.as_ref().map(|ground| {
        let chrome = Chrome { words: bench.wording(), act: props.act.sends(Msg::Preview) };
        let drawn: Html = el("div", "widget")
            .set("lang", "nl")
            .put(el("div", "results").put(card::result(&chrome, &props.card)))
            .into();
        create_portal(drawn, ground.clone())
    });
    html! { <div class="preview" ref={host}>{ for drawn }</div> }
}
