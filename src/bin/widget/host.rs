//! The contract with the host page: what it wishes comes in, events without answers go out.

use crate::state::Knowledge;
use mantelwijzer::{
    answers::{Answer, Answers},
    catalogue::{
        Catalogue,
        unpack::{Unusable, unpack},
    },
    date::Date,
};
use wasm_bindgen::JsValue;
use yew::prelude::*;

/// What the host page wishes, as its attributes say it.
pub struct Wishes<'a> {
    /// A region id, or nothing.
    pub place: &'a str,
    /// The level of the widget's highest heading.
    pub heading_level: u8,
    /// Where the quick exit leads, or nothing.
    pub exit_url: String,
    /// The caregiver's day, as `YYYY-MM-DD`.
    pub today: &'a str,
}

/// Everything [`crate::app::App`] needs.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// What the bundle told.
    pub knowledge: Knowledge,
    /// What the host page knows of the caregiver.
    pub preset: Answers,
    /// The level of the widget's highest heading: 2 to 6.
    pub heading_level: u8,
    /// Where the quick exit leads.
    pub exit_url: Option<AttrValue>,
    /// The way to the host page.
    pub emit: Emit,
    /// How often the host page began anew.
    pub run: usize,
}

impl AppProps {
    /// Reads the catalogue's files, and the wishes that depend on them.
    ///
    /// # Errors
    /// Why the files can't be read at all. Offers that can't be read are left out, and counted on the console.
    pub fn read(bundle: &str, places: &str, wishes: Wishes, emit: Emit) -> Result<Self, &'static str> {
        let today = Date::parse(wishes.today).ok_or("today is not a date")?;
        let unpacked = unpack(bundle, places, today).map_err(|problem| match problem {
            Unusable::NotJson => "the catalogue is no JSON, or it was cut off",
            Unusable::NewerFormat => "the catalogue has a newer format than this widget knows",
            Unusable::Incomplete => "the catalogue lacks questions, places or partners",
        })?;
        if unpacked.left_out > 0 {
            complain(&format!("{} offers can't be read and are left out", unpacked.left_out));
        }
        let catalogue = unpacked.catalogue;
        Ok(Self {
            preset: preset(&catalogue, wishes.place),
            knowledge: Knowledge::new(catalogue, unpacked.wording),
            heading_level: wishes.heading_level.clamp(2, 6),
            exit_url: Some(wishes.exit_url).filter(|url| !url.is_empty()).map(AttrValue::from),
            emit,
            run: 0,
        })
    }
}

fn preset(catalogue: &Catalogue, place: &str) -> Answers {
    let mut preset = Answers::default();
    match catalogue.regions().find(place) {
        Some(region) => preset.give(catalogue, catalogue.landmarks().carer_place, Answer::Place(region)),
        None if place.is_empty() => {}
        None => complain(&format!("the attribute `place` names no region: {place}")),
    }
    preset
}

/// Tells the host page that something happened: a name, and a number that is no answer.
#[derive(Clone, PartialEq)]
pub struct Emit(js_sys::Function);

impl Emit {
    /// Events by way of a function of `element.js`.
    pub fn by(tell: js_sys::Function) -> Self {
        Self(tell)
    }

    /// Tells the host page.
    pub fn tell(&self, name: &str, number: Option<usize>) {
        let number = number.map_or(JsValue::UNDEFINED, |number| JsValue::from_f64(number as f64));
        // It calls the page's listeners later, never in the middle of a render; so nothing can fail here.
        let _ = self.0.call2(&JsValue::NULL, &JsValue::from_str(name), &number);
    }
}

/// Tells the host page's developer, on the console.
pub fn complain(problem: &str) {
    gloo::console::warn!("mantel-wijzer:", problem);
}
