//! The contract with the host page: what it says goes in, events without answers go out.

use crate::app::App;
use mantelwijzer::{
    answers::{Answer, Answers},
    catalogue::{
        Catalogue,
        build::build,
        parse::{Source, parse_bundle},
    },
    date::Date,
    language::Language,
    wording::Wording,
};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use yew::prelude::*;

/// What the host page wishes, as its attributes say it.
pub struct Wishes<'a> {
    /// A language tag.
    pub language: &'a str,
    /// A region id, or nothing.
    pub place: &'a str,
    /// The level of the widget's highest heading: 2 to 6.
    pub heading_level: u8,
    /// Where the quick exit leads, or nothing.
    pub exit_url: String,
    /// The caregiver's day, as `YYYY-MM-DD`.
    pub today: &'a str,
}

/// Everything that stays the same while the widget is on the page.
pub struct Setting {
    /// What is matched.
    pub catalogue: Catalogue,
    /// The words of the interface, in the language that is shown.
    pub wording: Wording,
    /// What the host page knows of the caregiver.
    pub preset: Answers,
    /// The level of the widget's highest heading: 2 to 6.
    pub heading_level: u8,
    /// Where the quick exit leads.
    pub exit_url: Option<String>,
    /// The caregiver's day.
    pub today: Date,
    /// The way to the host page.
    pub tell: Tell,
}

impl Setting {
    /// Reads the catalogue's files.
    ///
    /// # Errors
    /// Why they can't be read at all. An offer with an error is left out, and told on the console.
    pub fn read(bundle: &str, places: &str, wishes: Wishes, tell: Tell) -> Result<Rc<Self>, String> {
        let today = Date::parse(wishes.today).ok_or("the day is not a date")?;
        let bundle = Source { file: "bundle", text: bundle };
        let places = Source { file: "places", text: places };
        let (raw, bundle, unread) =
            parse_bundle(bundle, places).map_err(|problem| format!("{}: {}", problem.file, problem.message))?;
        let (catalogue, unfit) = build(&raw, today);
        let catalogue = catalogue.ok_or("the catalogue lacks a question or the places")?;
        for problem in unread.iter().chain(&unfit) {
            complain(&format!("{}: {}", problem.file, problem.message));
        }
        let (wording, missing) = Wording::new(spoken(wishes.language, &bundle.language), bundle.wording);
        if !missing.is_empty() {
            complain(&format!("the wording lacks {}", missing.join(", ")));
        }
        let mut preset = Answers::default();
        if !wishes.place.is_empty() {
            match catalogue.regions().find(wishes.place) {
                Some(region) => preset.give(&catalogue, catalogue.landmarks().carer_place, Answer::Place(region)),
                None => complain(&format!("the attribute place names no region: {}", wishes.place)),
            }
        }
        let exit_url = Some(wishes.exit_url).filter(|url| !url.is_empty());
        let heading_level = wishes.heading_level.clamp(2, 6);
        Ok(Rc::new(Self { catalogue, wording, preset, heading_level, exit_url, today, tell }))
    }
}

/// The language to speak: the wish, where it is the language of the file or a variety of it.
fn spoken(wish: &str, file: &str) -> Language {
    let base = |tag: &str| tag.split('-').next().map(str::to_lowercase);
    let wish = Some(wish).filter(|wish| base(wish) == base(file));
    wish.and_then(Language::from_tag).or_else(|| Language::from_tag(file)).unwrap_or(Language::Nl)
}

/// What the host page may know. Never an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// The interview stands on the page.
    Ready,
    /// The caregiver began.
    Started,
    /// The caregiver came to a screen of questions: its number, from 1.
    Step(usize),
    /// The results are shown: how many.
    Results(usize),
    /// Everything was forgotten.
    Restarted,
}

/// The way to the host page.
#[derive(Clone)]
pub struct Tell(js_sys::Function);

impl Tell {
    /// Tells by a function of `element.js`.
    pub fn new(tell: js_sys::Function) -> Self {
        Self(tell)
    }

    /// Tells the host page.
    pub fn event(&self, event: Event) {
        let (name, number) = match event {
            Event::Ready => ("ready", 0),
            Event::Started => ("started", 0),
            Event::Step(index) => ("step", index),
            Event::Results(count) => ("results", count),
            Event::Restarted => ("restarted", 0),
        };
        // `element.js` tells later, so that no page's listener runs in the middle of ours.
        let _ = self.0.call2(&JsValue::NULL, &JsValue::from_str(name), &JsValue::from_f64(number as f64));
    }
}

/// Tells the host page's developer, on the console.
pub fn complain(problem: &str) {
    web_sys::console::warn_2(&JsValue::from_str("mantel-wijzer:"), &JsValue::from_str(problem));
}

/// What [`Root`] needs.
#[derive(Clone, Properties)]
pub struct RootProps {
    /// What stays the same.
    pub setting: Rc<Setting>,
    /// How often the host page began anew.
    pub run: u32,
}

impl PartialEq for RootProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.setting, &other.setting) && self.run == other.run
    }
}

/// The widget on the page: a new run is a new [`App`].
#[component]
pub fn Root(props: &RootProps) -> Html {
    let tell = props.setting.tell.clone();
    use_effect_with(props.run, move |run| tell.event(if *run == 0 { Event::Ready } else { Event::Restarted }));
    html! { <App key={props.run} setting={props.setting.clone()} /> }
}
