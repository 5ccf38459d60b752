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
#[cfg(not(target_arch = "wasm32"))]
mod prerender;
mod state;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// One visit on the page.
#[wasm_bindgen]
pub struct Handle(yew::AppHandle<app::App>);

/// What the catalogue's files told, for any number of visits.
#[wasm_bindgen]
pub struct Known(state::Knowledge);

/// Reads the texts of the catalogue's files.
///
/// # Errors
/// The code `catalogue-unreadable`, with the reason on the console.
#[wasm_bindgen]
pub fn read(bundle: &str, places: &str) -> Result<Known, JsValue> {
    host::read(bundle, places).map(Known).map_err(|reason| {
        host::complain(reason);
        JsValue::from_str("catalogue-unreadable")
    })
}

/// Shows the interview in an element. `old` is what showed one there before: Yew never lets go of an element it was mounted
/// in, so elements are used again. With `keeps` the visit goes on, with what is known and wished now; without it another one
/// begins.
///
/// `page` is called with what to do outside: events, the focus, what to print, save or copy.
#[wasm_bindgen]
#[expect(clippy::too_many_arguments, reason = "one call across the border is smaller than a class of wishes")]
pub fn mount(
    old: Option<Handle>,
    element: web_sys::Element,
    known: &Known,
    place: &str,
    heading_level: u8,
    exit_url: String,
    page: js_sys::Function,
    keeps: bool,
) -> Handle {
    let wishes = host::Wishes { place, heading_level, exit_url };
    let props = host::AppProps::new(known.0.clone(), wishes, host::Page(page), keeps);
    Handle(match old {
        Some(Handle(mut root)) => {
            root.update(props);
            root
        }
        None => yew::Renderer::<app::App>::with_root_and_props(element, props).render(),
    })
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

    fn send(&self, msg: Msg) {
        self.0.send_message(Rc::new(msg));
    }
}

/// In the browser everything begins with [`mount`].
#[cfg(target_arch = "wasm32")]
fn main() {}

/// Anywhere else this writes the first screen, for the time before the Wasm is there.
#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    prerender::run()
}
