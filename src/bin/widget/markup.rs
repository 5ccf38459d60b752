//! Elements, one call at a time.
//!
//! Yew's `html!` writes out every element in full at the place where it stands; these calls share one body.
//! The views of eleven screens became smaller than those of four were (ARCHITECTURE.md, 'Elements by calls').

use mantelwijzer::figures::figures;
use std::rc::Rc;
use yew::{
    html::{onchange, onclick, oninput, onkeydown, onsubmit},
    prelude::*,
    virtual_dom::{AttributeOrProperty, Attributes, Key, Listener, VList, VNode, VTag},
};

/// Every attribute there is, those of most elements first.
///
/// Yew would keep attributes given one by one in a hash map; by their places in this list they need none.
const NAMES: &[&str] = &[
    "class",
    TEXT,
    "part",
    "d",
    "viewBox",
    "aria-hidden",
    "data-icon",
    "type",
    "data-action",
    "aria-label",
    "data-target",
    "href",
    "lang",
    "dir",
    "target",
    "rel",
    "referrerpolicy",
    "id",
    "name",
    "value",
    "autocomplete",
    "for",
    "aria-pressed",
    "role",
    "tabindex",
    "data-offer",
    "data-verdict",
    "data-rank",
    "data-urgent",
    "data-region",
    "data-question",
    "data-need",
    "data-phase",
    "data-planned",
    "data-screen",
    "data-part",
    "aria-current",
    "aria-labelledby",
    "aria-describedby",
    "aria-invalid",
    "selected",
    "open",
    "rows",
    "maxlength",
    "placeholder",
    "novalidate",
    "autocapitalize",
    "spellcheck",
    "enterkeyhint",
    "title",
];

/// The property that holds an element's text.
pub const TEXT: &str = "textContent";

/// An element in the making. Small to move: it points to what it makes.
pub struct El(Rc<VTag>);

/// A property as the browser knows it. What is made beforehand is read, not shown ([`crate::prerender`]).
fn own(value: &str) -> AttributeOrProperty {
    #[cfg(target_arch = "wasm32")]
    return AttributeOrProperty::Property(value.into());
    #[cfg(not(target_arch = "wasm32"))]
    return AttributeOrProperty::Attribute(AttrValue::from(value.to_owned()));
}

/// An element of this kind and class.
pub fn el(tag: &'static str, class: &str) -> El {
    let made = El(Rc::new(VTag::new(tag)));
    if class.is_empty() { made } else { made.set("class", class) }
}

impl El {
    /// Nobody else points to it while it is being made.
    fn change(mut self, change: impl FnOnce(&mut VTag)) -> Self {
        if let Some(tag) = Rc::get_mut(&mut self.0) {
            change(tag);
        }
        self
    }

    /// An attribute, one of [`NAMES`].
    #[inline(never)]
    pub fn set(self, name: &str, value: &str) -> Self {
        self.assign(name, AttributeOrProperty::Attribute(AttrValue::from(value.to_owned())))
    }

    fn assign(self, name: &str, value: AttributeOrProperty) -> Self {
        self.change(|tag| {
            let Some(place) = NAMES.iter().position(|known| *known == name) else { return };
            let mut values = match &mut tag.attributes {
                Attributes::Dynamic { values, .. } => std::mem::take(values).into_vec(),
                _ => Vec::new(),
            };
            while values.len() <= place {
                values.push(None);
            }
            if let Some(slot) = values.get_mut(place) {
                *slot = Some(value);
            }
            let keys = NAMES.get(..values.len()).unwrap_or(NAMES);
            tag.attributes = Attributes::Dynamic { keys, values: values.into_boxed_slice() };
        })
    }

    /// An attribute, if there is something to say.
    pub fn may_set(self, name: &str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.set(name, value),
            None => self,
        }
    }

    /// A child.
    #[inline(never)]
    pub fn put(self, child: El) -> Self {
        self.change(|tag| tag.add_child(VNode::VTag(child.0)))
    }

    /// A child, if there is one; else an empty place. Yew tells siblings apart by their place: one that comes or goes must
    /// not move the others, or the field someone is typing in would be made anew.
    pub fn may_put(self, child: Option<El>) -> Self {
        match child {
            Some(child) => self.put(child),
            None => self.change(|tag| tag.add_child(VNode::default())),
        }
    }

    /// Any number of children, in one place.
    pub fn all(self, children: impl IntoIterator<Item = El>) -> Self {
        let mut list = VList::new();
        for child in children {
            child.join(&mut list);
        }
        self.put_list(list)
    }

    #[inline(never)]
    fn join(self, list: &mut VList) {
        list.add_child(VNode::VTag(self.0));
    }

    #[inline(never)]
    fn put_list(self, list: VList) -> Self {
        self.change(|tag| tag.add_child(VNode::VList(Rc::new(list))))
    }

    /// Text. Alone in its element: a translator in the browser wraps texts, and Yew would lose a text node of its own.
    pub fn text(self, text: &str) -> Self {
        self.property(TEXT, text)
    }

    /// What tells it from its siblings.
    pub fn key(self, key: &str) -> Self {
        self.change(|tag| tag.key = Some(Key::from(key)))
    }

    /// A field that belongs to who types in it: the text is what it begins with, and it is made anew when `times` changes.
    /// Setting its value at each letter would lose the letters that come while the screen is being made.
    pub fn field(self, times: usize, text: &str) -> Self {
        self.key(&figures(times)).set("value", text)
    }

    /// What a field holds.
    pub fn value(self, value: &str) -> Self {
        self.change(|tag| tag.set_value(AttrValue::from(value.to_owned())))
    }

    /// Whether a box is ticked.
    pub fn checked(self, is_checked: bool) -> Self {
        self.change(|tag| tag.set_checked(is_checked))
    }

    /// A property of the element that isn't an attribute.
    #[inline(never)]
    pub fn property(self, name: &str, value: &str) -> Self {
        self.assign(name, own(value))
    }

    fn listen(self, listener: Rc<dyn Listener>) -> Self {
        self.change(|tag| {
            tag.add_listener(listener);
        })
    }

    /// What a press does.
    #[inline(never)]
    pub fn on_click(self, callback: Callback<MouseEvent>) -> Self {
        self.listen(Rc::new(onclick::Wrapper::new(callback)))
    }

    /// What each letter typed does.
    pub fn on_input(self, callback: Callback<InputEvent>) -> Self {
        self.listen(Rc::new(oninput::Wrapper::new(callback)))
    }

    /// What a choice does, or leaving a field that was changed.
    #[inline(never)]
    pub fn on_change(self, callback: Callback<Event>) -> Self {
        self.listen(Rc::new(onchange::Wrapper::new(callback)))
    }

    /// What a key does.
    pub fn on_key(self, callback: Callback<KeyboardEvent>) -> Self {
        self.listen(Rc::new(onkeydown::Wrapper::new(callback)))
    }

    /// What sending a form does.
    pub fn on_submit(self, callback: Callback<SubmitEvent>) -> Self {
        self.listen(Rc::new(onsubmit::Wrapper::new(callback)))
    }
}

impl From<El> for Html {
    fn from(element: El) -> Self {
        VNode::VTag(element.0)
    }
}
