//! Radio buttons or tick boxes: native inputs, large targets.

use super::Chrome;
use crate::{
    app::Msg,
    markup::{El, el},
};
use mantelwijzer::{
    screen::{Choice, Row},
    visit::Deed,
};

pub fn choices(chrome: &Chrome, row: &Row, choices: &[Choice], kind: &str, is_compact: bool) -> El {
    let choice = |choice: &Choice| {
        let id = [&row.id, "-", &choice.id].concat();
        let input = el("input", "")
            .set("type", kind)
            .set("id", &id)
            .set("name", &row.id)
            .set("value", &choice.id)
            .set("autocomplete", "off")
            .checked(choice.is_chosen)
            .on_change(chrome.picks(Msg::Do(Deed::Did(choice.pick.clone()))));
        let label = chrome.text("label", "", &choice.text).set("for", &id);
        el("div", "choice").key(&choice.id).put(input).put(label)
    };
    el("div", if is_compact { "choices compact" } else { "choices" }).all(choices.iter().map(choice))
}
