//! The contract with the host page and its script: wishes come in, events without answers go out.

use crate::state::Knowledge;
use mantelwijzer::{
    answers::{Answer, Answers},
    catalogue::{
        Catalogue,
        unpack::{Unusable, unpack},
    },
    date::Date,
    figures::figures,
    screen::Moment,
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
    /// The way to the page's script.
    pub page: Page,
    /// Whether the visit goes on when these take the place of others.
    pub keeps: bool,
}

impl AppProps {
    /// What is known and wished. `keeps` says that the visit goes on with it.
    pub fn new(knowledge: Knowledge, wishes: Wishes, page: Page, keeps: bool) -> Self {
        Self {
            preset: preset(knowledge.catalogue(), wishes.place),
            knowledge,
            heading_level: wishes.heading_level.clamp(2, 6),
            exit_url: Some(wishes.exit_url).filter(|url| !url.is_empty()).map(AttrValue::from),
            page,
            keeps,
        }
    }
}

/// Reads the catalogue's files.
///
/// # Errors
/// Why the files can't be read at all. Offers that can't be read are left out, and counted on the console.
pub fn read(bundle: &str, places: &str) -> Result<Knowledge, &'static str> {
    let unpacked = unpack(bundle, places, moment().today).map_err(|problem| match problem {
        Unusable::NotJson => "the catalogue is no JSON",
        Unusable::NewerFormat => "the catalogue has a newer format",
        Unusable::Incomplete => "the catalogue is incomplete",
    })?;
    if unpacked.left_out > 0 {
        complain(&[&figures(unpacked.left_out), " offers left out"].concat());
    }
    Ok(Knowledge::new(unpacked.catalogue, unpacked.wording))
}

fn preset(catalogue: &Catalogue, place: &str) -> Answers {
    let mut preset = Answers::default();
    match catalogue.regions().find(place) {
        Some(region) => preset.give(catalogue, catalogue.landmarks().carer_place, Answer::Place(region)),
        None if place.is_empty() => {}
        None => complain(&["place is no region: ", place].concat()),
    }
    preset
}

/// What only the page's script does: events for the host page, the focus, printer, files and clipboard.
#[derive(Clone, PartialEq)]
pub struct Page(pub js_sys::Function);

impl Page {
    /// Asks for it. Events reach the page's listeners later, never in the middle of a render; so nothing can fail here.
    pub fn ask(&self, what: &str, words: &[&str]) {
        let all = js_sys::Array::new();
        all.push(&JsValue::from_str(what));
        for word in words {
            all.push(&JsValue::from_str(word));
        }
        let _ = self.0.apply(&JsValue::NULL, &all);
    }
}

/// The caregiver's clock.
pub fn moment() -> Moment {
    const DAY: u32 = 24 * 60;
    let minutes = js_sys::Date::now() / 60_000.0 - js_sys::Date::new_0().get_timezone_offset();
    let (days, minutes) = (minutes as u32 / DAY, minutes as u32 % DAY);
    // 1 January 1970 was a Thursday.
    Moment { today: Date::from_days_since_1970(days), weekday: ((days + 3) % 7) as u8, minutes: minutes as u16 }
}

/// Tells the host page's developer, on the console.
pub fn complain(problem: &str) {
    gloo::console::warn!("mantel-wijzer:", problem);
}
