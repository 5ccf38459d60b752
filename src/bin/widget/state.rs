//! What the bundle told, shared by all of the widget.

use mantelwijzer::{catalogue::Catalogue, wording::Wording};
use std::rc::Rc;

/// What the bundle told. Loaded once, never changed; two of them are equal when they are the same one.
#[derive(Clone)]
pub struct Knowledge(Rc<(Catalogue, Wording)>);

impl Knowledge {
    pub fn new(catalogue: Catalogue, wording: Wording) -> Self {
        Self(Rc::new((catalogue, wording)))
    }

    pub fn catalogue(&self) -> &Catalogue {
        &self.0.0
    }

    pub fn wording(&self) -> &Wording {
        &self.0.1
    }
}

impl PartialEq for Knowledge {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
