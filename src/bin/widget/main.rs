//! `widget`: what the browser runs. `element.js` mounts it, and tells it all it needs to know.

use wasm_bindgen::prelude::*;

mod app;
mod components;
mod host;
mod state;

/// One interview on the page.
#[wasm_bindgen]
pub struct Handle {
    root: Option<yew::AppHandle<app::App>>,
    props: host::AppProps,
}

/// Shows the interview in an element that nothing was mounted in before.
///
/// `bundle` and `places` are the texts of the catalogue's files, `today` is the caregiver's day as `YYYY-MM-DD`.
/// `tell` is called with the name of an event and its number.
///
/// # Errors
/// The code `catalogue-unreadable`, with the reason on the console.
#[wasm_bindgen]
#[expect(clippy::too_many_arguments, reason = "JavaScript passes values, not our types")]
pub fn mount(
    element: web_sys::Element,
    bundle: &str,
    places: &str,
    place: &str,
    heading_level: u8,
    exit_url: String,
    today: &str,
    tell: js_sys::Function,
) -> Result<Handle, JsValue> {
    let wishes = host::Wishes { place, heading_level, exit_url, today };
    let props = host::AppProps::read(bundle, places, wishes, host::Emit::by(tell)).map_err(|reason| {
        host::complain(reason);
        JsValue::from_str("catalogue-unreadable")
    })?;
    let root = yew::Renderer::<app::App>::with_root_and_props(element, props.clone()).render();
    Ok(Handle { root: Some(root), props })
}

#[wasm_bindgen]
impl Handle {
    /// Begins anew: every answer is forgotten.
    pub fn restart(&mut self) {
        self.props.run = self.props.run.wrapping_add(1);
        if let Some(root) = &mut self.root {
            root.update(self.props.clone());
        }
    }

    /// Takes the interview off the page. The element can't be used for another one.
    pub fn unmount(&mut self) {
        if let Some(root) = self.root.take() {
            root.destroy();
        }
    }
}

fn main() {}
