//! `workbench`: the page on which a partner edits her file. `page.js` starts it, and does what only the page can.

use mantelwijzer::{
    date::Date,
    desk::{Bench, Sources},
};
use page::{Msg, Page, PageProps, Shared};
use std::rc::Rc;
use wasm_bindgen::prelude::*;

#[allow(dead_code, reason = "the widget's own drawings; a card needs some of them")]
#[path = "../widget/art.rs"]
mod art;
#[allow(dead_code, reason = "the widget's own elements; a card needs some of them")]
#[path = "../widget/markup.rs"]
mod markup;

mod app;
mod components;
mod page;

/// The page, running.
#[wasm_bindgen]
pub struct Handle(yew::AppHandle<Page>);

/// Shows the workbench in an element. `outside` is called for what only the page can do: to save a file, to move the focus.
///
/// # Errors
/// The name of the catalogue's file that can't be read.
#[wasm_bindgen]
#[expect(clippy::too_many_arguments, reason = "one call across the border, with a text for each file")]
pub fn start(
    element: web_sys::Element,
    outside: js_sys::Function,
    today: &str,
    questionnaire: &str,
    regions: &str,
    guide: &str,
    wording: &str,
    names: Vec<String>,
    texts: Vec<String>,
    personas: Vec<String>,
) -> Result<Handle, JsValue> {
    let today = Date::parse(today).ok_or("today")?;
    let partners: Vec<(String, String)> = names.into_iter().zip(texts).collect();
    let sources = Sources { questionnaire, regions, guide, wording, partners: &partners, personas: &personas };
    let bench = Rc::new(Bench::new(&sources, today)?);
    let props = PageProps { shared: Shared { bench, outside } };
    Ok(Handle(yew::Renderer::<Page>::with_root_and_props(element, props).render()))
}

#[wasm_bindgen]
impl Handle {
    /// Opens the text of a file.
    pub fn open(&self, text: String) {
        self.0.send_message(Msg::Do(mantelwijzer::desk::Deed::Open(text)));
    }

    /// Back one step.
    pub fn undo(&self) {
        self.0.send_message(Msg::Do(mantelwijzer::desk::Deed::Undo));
    }

    /// On again.
    pub fn redo(&self) {
        self.0.send_message(Msg::Do(mantelwijzer::desk::Deed::Redo));
    }

    /// Hands the file over for saving.
    pub fn save(&self) {
        self.0.send_message(Msg::Save);
    }

    /// A field was left.
    pub fn settle(&self) {
        self.0.send_message(Msg::Do(mantelwijzer::desk::Deed::Settle));
    }
}

fn main() {}
