//! The root: one desk, and what is looked at beside it.

use crate::components::{self, Act};
use mantelwijzer::desk::{Bench, Deed, Desk, deed::Blank, rule::Change};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use yew::prelude::*;

/// What can happen on the page.
#[derive(Clone)]
pub enum Msg {
    /// Something at the desk.
    Do(Deed),
    /// Looks at something else beside the form.
    Look(Panel),
    /// The same, from elsewhere on the page: goes there too.
    GoLook(Panel),
    /// Leaves the file, if that is meant.
    Leave,
    /// Looks at the offer with the eyes of a persona, or of someone who has said nothing.
    LookAs(Option<usize>),
    /// Goes to the field that a finding is about.
    Seek(String),
    /// Hands the file over for saving.
    Save,
    /// The page chooses a file.
    ChooseFile,
    /// Something in the preview was pressed.
    Preview,
}

/// What stands beside the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// The offer as a caregiver sees it.
    Preview,
    /// How it comes out for the personas.
    People,
    /// Everything that was found.
    Findings,
}

/// What all of the page shares.
#[derive(Clone)]
pub struct Shared {
    pub bench: Rc<Bench>,
    pub outside: js_sys::Function,
}

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.bench, &other.bench)
    }
}

impl Shared {
    /// Asks the page for something.
    pub fn ask(&self, what: &str, words: &[&str]) -> JsValue {
        let list = js_sys::Array::of1(&what.into());
        for word in words {
            list.push(&(*word).into());
        }
        self.outside.apply(&JsValue::NULL, &list).unwrap_or(JsValue::UNDEFINED)
    }

    /// The element in which the preview stands: the page gives it the widget's style.
    pub fn shade(&self, element: &web_sys::Element) -> Option<web_sys::Element> {
        let inner = self.outside.call2(&JsValue::NULL, &"shade".into(), element).ok()?;
        inner.dyn_into().ok()
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct PageProps {
    pub shared: Shared,
}

/// The workbench.
pub struct Page {
    desk: Desk,
    panel: Panel,
    persona: Option<usize>,
    /// The field or heading that takes the focus once it is there.
    seek: Option<String>,
    notice: Option<&'static str>,
    /// How many times something was done: tells one notice from the next.
    times: usize,
    act: Act,
}

impl Component for Page {
    type Message = Msg;
    type Properties = PageProps;

    fn create(context: &Context<Self>) -> Self {
        let desk = Desk::new(context.props().shared.bench.clone());
        let act = Act(context.link().callback(|msg: Msg| msg));
        Self { desk, panel: Panel::Preview, persona: None, seek: None, notice: None, times: 0, act }
    }

    fn update(&mut self, context: &Context<Self>, msg: Msg) -> bool {
        self.notice = None;
        self.times += 1;
        match msg {
            Msg::Do(deed) => self.done(&deed),
            Msg::Look(panel) => self.panel = panel,
            Msg::GoLook(panel) => {
                self.panel = panel;
                self.seek = Some("#panel".to_owned());
            }
            Msg::Leave => {
                if !self.desk.is_unsaved() || context.props().shared.ask("sure", &[]).is_truthy() {
                    self.done(&Deed::Close);
                }
            }
            Msg::LookAs(persona) => {
                self.persona = persona;
                self.panel = Panel::Preview;
                self.seek = Some("#panel".to_owned());
            }
            Msg::Seek(at) => {
                let offer = at.strip_prefix("/offers/").and_then(|rest| rest.split('/').next()?.parse().ok());
                self.done(&Deed::Choose(offer));
                self.seek = Some(at);
            }
            Msg::Save => {
                context.props().shared.ask("save", &[&self.desk.file_name(), &self.desk.text()]);
                self.done(&Deed::Saved);
            }
            Msg::ChooseFile => drop(context.props().shared.ask("choose", &[])),
            Msg::Preview => self.notice = Some("Dit is een voorbeeld: hier gebeurt niets."),
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let shared = &context.props().shared;
        let view = components::View {
            desk: &self.desk,
            shared,
            act: &self.act,
            panel: self.panel,
            persona: self.persona,
            notice: self.notice,
            times: self.times,
        };
        components::page(&view)
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        let shared = &context.props().shared;
        // The page keeps the last text: should all of this break down, the work isn't lost.
        let unsaved = if self.desk.is_unsaved() { "yes" } else { "" };
        shared.ask("keep", &[&self.desk.file_name(), &self.desk.text(), unsaved]);
        match self.seek.take() {
            Some(at) => shared.ask("seek", &[&at]),
            None => shared.ask("settle", &[]),
        };
    }
}

impl Page {
    fn done(&mut self, deed: &Deed) {
        let before = self.desk.open();
        let empty = Desk::new(Rc::clone(self.desk.shared_bench()));
        let desk = std::mem::replace(&mut self.desk, empty);
        self.desk = desk.after(deed);
        self.seek = match deed {
            Deed::Add | Deed::Copy(_) => self.desk.open().map(|offer| format!("/offers/{offer}/name/nl")),
            Deed::Choose(_) | Deed::Open(_) | Deed::Begin | Deed::Close => Some("#title".to_owned()),
            Deed::Undo | Deed::Redo if self.desk.open() != before => Some("#undone".to_owned()),
            Deed::Rule { change: Change::Add(_), .. } => Some("#blank".to_owned()),
            Deed::Put { at, what: Blank::Text | Blank::Word } => self.desk.last_of(at),
            Deed::Put { at, what: Blank::Empty } => Some(at.clone()),
            _ => None,
        };
    }
}
