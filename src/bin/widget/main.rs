//! `widget`: what the browser runs. `element.js` mounts it, and tells it all it needs to know.

use app::Msg;
use errand::Errand;
use mantelwijzer::{
    answers::saved,
    visit::{Deed, News},
};
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
pub struct Handle {
    root: yew::AppHandle<app::App>,
    knowledge: state::Knowledge,
}

/// Shows the interview in an element. `old` is a visit in the same element that is over: Yew never lets go of an element it
/// was mounted in, so elements are used again.
///
/// `bundle` and `places` are the texts of the catalogue's files.
/// `page` is called with what to do outside: events, the focus, what to print, save or copy.
///
/// # Errors
/// The code `catalogue-unreadable`, with the reason on the console.
#[wasm_bindgen]
pub fn mount(
    old: Option<Handle>,
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
    let knowledge = props.knowledge.clone();
    let root = match old {
        Some(Handle { mut root, .. }) => {
            root.update(props);
            root
        }
        None => yew::Renderer::<app::App>::with_root_and_props(element, props).render(),
    };
    Ok(Handle { root, knowledge })
}

#[wasm_bindgen]
impl Handle {
    /// Begins anew: every answer is forgotten.
    pub fn restart(&self) {
        self.send(Msg::Do(Deed::Restart));
    }

    /// What was told so far and the plan, as a file would keep them; nothing when there is nothing to keep.
    pub fn kept(&self) -> Option<String> {
        let app = self.root.get_component()?;
        let (catalogue, visit) = (self.knowledge.catalogue(), app.visit());
        let is_new = visit.interview().answers() == visit.interview().preset() && visit.plan().is_empty();
        (!is_new).then(|| saved::write(catalogue, &visit.interview().used(catalogue), visit.plan()))
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
        self.root.send_message(Rc::new(msg));
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
