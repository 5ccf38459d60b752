//! The root: one visit, one match on what there is to show.

use crate::{
    components::{self, Chrome},
    errand::Errand,
    host::{AppProps, moment},
    state::Knowledge,
};
use mantelwijzer::{
    answers::{Answer, Answers},
    catalogue::OfferIndex,
    figures::figures,
    interview::Action,
    language::Language,
    plan::Change,
    questionnaire::QuestionIndex,
    screen::{Body, Screen, is_young, screen},
    visit::{Deed, Spot, Visit},
    wording::Phrase,
};
use std::rc::Rc;
use yew::prelude::*;

/// What can happen in the widget.
pub enum Msg {
    /// Something in the visit.
    Do(Deed),
    /// To a question that decides about an offer; the person comes back to that offer.
    Decide(QuestionIndex, String),
    /// Something outside the visit: to print, to save, to copy.
    Run(Errand),
}

/// The widget.
pub struct App {
    visit: Visit,
    shown: Screen,
    /// Help for this very moment as it was on arrival: offers. What an answer adds stands below the answers until the next
    /// screen, so that nothing moves under the finger.
    urgent: Vec<OfferIndex>,
    /// The offer from which the person left the results: they come back to it.
    left_at: Option<String>,
    /// What takes the focus because the pressed button is gone.
    settle: Option<&'static str>,
    /// The last arrival that the page was told about.
    told: usize,
    /// Whether the page knows that something was told: from then on it loads nothing, however the person began.
    is_answering: bool,
    /// Whether the page knows that the questions have begun.
    is_started: bool,
    /// Whether the page knows that there is something to see.
    is_ready: bool,
    /// The language in which the page's own buttons are named.
    named_in: Option<(Knowledge, Language)>,
}

impl App {
    fn look(context: &Context<Self>, visit: &Visit) -> Screen {
        let knowledge = &context.props().knowledge;
        let catalogue = knowledge.catalogue();
        let wording = if is_young(catalogue, visit) { knowledge.young() } else { knowledge.wording() };
        screen(catalogue, wording, visit, moment())
    }

    /// Gives the page the words for what it puts beside the interview.
    fn name_aids(&self, context: &Context<Self>) {
        let language = self.shown.language;
        let words = context.props().knowledge.in_tongue(language);
        let [tongue, read, stop, large] =
            [Phrase::Language, Phrase::ReadAloud, Phrase::ReadStop, Phrase::LargeType].map(|phrase| words.say(phrase));
        context.props().page.ask("aids", &[language.html(), language.dir(), tongue, read, stop, large]);
    }
}

impl Component for App {
    type Message = Rc<Msg>;
    type Properties = AppProps;

    fn create(context: &Context<Self>) -> Self {
        let visit = Visit::new(context.props().preset.clone());
        let shown = Self::look(context, &visit);
        Self {
            visit,
            shown,
            urgent: Vec::new(),
            left_at: None,
            settle: None,
            told: 0,
            is_answering: false,
            is_started: false,
            is_ready: false,
            named_in: None,
        }
    }

    fn update(&mut self, context: &Context<Self>, msg: Rc<Msg>) -> bool {
        let props = context.props();
        let made;
        let deed = match &*msg {
            Msg::Do(deed) => deed,
            Msg::Decide(question, offer) => {
                self.left_at = Some(offer.clone());
                made = Deed::Did(Action::Ask(*question));
                &made
            }
            Msg::Run(errand) => match errand.run(props, &self.visit, &self.shown.body) {
                Some(deed) => {
                    made = deed;
                    &made
                }
                None => return false,
            },
        };
        if let (Deed::Go(Spot::Offer(offer)), Body::Results(_)) = (deed, &self.shown.body) {
            self.left_at = Some(props.knowledge.catalogue().offer(*offer).id.as_str().to_owned());
        }
        if matches!(deed, Deed::Restart) {
            (self.is_answering, self.is_started) = (false, false);
            props.page.ask("restarted", &[]);
        }
        let tells_nothing = matches!(deed, Deed::Go(_) | Deed::Leave | Deed::Tell(_) | Deed::Wipe | Deed::Restart);
        if !tells_nothing && !self.is_answering {
            self.is_answering = true;
            props.page.ask("answering", &[]);
        }
        self.settle = match deed {
            Deed::Did(Action::Give(_, Answer::Place(_))) => Some(".chosen"),
            Deed::Plan(Change::Remove(_)) if self.visit.spot() == Spot::Plan => Some(".title"),
            _ => None,
        };
        let before = self.visit.arrivals();
        let visit = std::mem::replace(&mut self.visit, Visit::new(Answers::default()));
        self.visit = visit.after(props.knowledge.catalogue(), deed);
        self.shown = Self::look(context, &self.visit);
        if self.visit.arrivals() != before {
            self.urgent = self.shown.urgent.iter().map(|card| card.offer).collect();
        } else if matches!(deed, Deed::Did(Action::Next)) {
            // What was typed is no place yet: back to it, and to what is said of it.
            self.settle = Some(".place input");
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let props = context.props();
        let link = context.link();
        let chrome = Chrome {
            knowledge: props.knowledge.clone(),
            level: props.heading_level,
            act: link.callback(|msg: Rc<Msg>| msg),
            exit_url: props.exit_url.clone(),
            language: self.shown.language,
        };
        components::page(&chrome, &self.shown, self.visit.arrivals(), &self.urgent).into()
    }

    /// Other wishes of the page. What was told and where the person is stays, where it can; a place that the page names
    /// counts from the next beginning.
    fn changed(&mut self, context: &Context<Self>, _: &AppProps) -> bool {
        if context.props().keeps && self.visit.arrivals() > 0 {
            self.shown = Self::look(context, &self.visit);
        } else {
            *self = <Self as Component>::create(context);
        }
        true
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        let page = &context.props().page;
        if !self.is_ready {
            self.is_ready = true;
            page.ask("ready", &[]);
        }
        let named_in = Some((context.props().knowledge.clone(), self.shown.language));
        if self.named_in != named_in {
            self.named_in = named_in;
            self.name_aids(context);
        }
        if let Some(part) = self.settle.take() {
            page.ask("settle", &[part]);
        }
        let arrivals = self.visit.arrivals();
        if arrivals == self.told {
            return;
        }
        let is_results = matches!(self.shown.body, Body::Results(_));
        // Back at the results, the person goes on where they were.
        let offer = if is_results { self.left_at.take() } else { None };
        page.ask("arrive", offer.as_deref().as_slice());
        if let Some((name, number)) = news(&self.shown.body) {
            if !std::mem::replace(&mut self.is_started, true) {
                page.ask("started", &[]);
            }
            page.ask(name, &[&figures(number)]);
        }
        self.told = arrivals;
    }
}

/// What the host page may know of a screen, and never what is on it.
fn news(body: &Body) -> Option<(&'static str, usize)> {
    match body {
        Body::Question(question) => Some(("step", question.number)),
        Body::Results(results) => Some(("results", results.count)),
        _ => None,
    }
}
