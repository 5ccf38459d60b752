//! `widget`: what the browser runs. `element.js` mounts it, and tells it all it needs to know.

use app::Msg;
use errand::Errand;
use mantelwijzer::visit::{Deed, News};
use std::rc::Rc;
use wasm_bindgen::prelude::*;

mod app;
mod art;
mod components;
mod errand;
mod host;
mod markup;
mod state;

/// One visit on the page.
#[wasm_bindgen]
pub struct Handle(Option<yew::AppHandle<app::App>>);

/// Shows the interview in an element that nothing was mounted in before.
///
/// `bundle` and `places` are the texts of the catalogue's files.
/// `page` is called with what to do outside: events, the focus, what to print, save or copy.
///
/// # Errors
/// The code `catalogue-unreadable`, with the reason on the console.
#[wasm_bindgen]
pub fn mount(
    element: web_sys::Element,
    bundle: &str,
    places: &str,
    place: &str,
    heading_level: u8,
    exit_url: String,
    page: js_sys::Function,
) -> Result<Handle, JsValue> {
    let wishes = host::Wishes { place, heading_level, exit_url };
    let props = host::AppProps::read(bundle, places, wishes, host::Page(page)).map_err(|reason| {
        host::complain(reason);
        JsValue::from_str("catalogue-unreadable")
    })?;
    Ok(Handle(Some(yew::Renderer::<app::App>::with_root_and_props(element, props).render())))
}

#[wasm_bindgen]
impl Handle {
    /// Begins anew: every answer is forgotten.
    pub fn restart(&self) {
        self.send(Msg::Do(Deed::Restart));
    }

    /// Opens the text of a file with answers.
    pub fn open(&self, text: String) {
        self.send(Msg::Run(Errand::Open(text)));
    }

    /// Says whether copying succeeded.
    pub fn copied(&self, is_copied: bool) {
        self.send(Msg::Do(Deed::Tell(if is_copied { News::Copied } else { News::NotCopied })));
    }

    /// Takes the visit off the page. The element can't be used for another one.
    pub fn unmount(&mut self) {
        if let Some(root) = self.0.take() {
            root.destroy();
        }
    }

    fn send(&self, msg: Msg) {
        if let Some(root) = &self.0 {
            root.send_message(Rc::new(msg));
        }
    }
}

fn main() {}
