//! What the bundle told, shared by all of the widget.

use mantelwijzer::{catalogue::Catalogue, language::Language, wording::Wording};
use std::rc::Rc;

/// What the bundle told. Loaded once, never changed; two of them are equal when they are the same one.
#[derive(Clone)]
pub struct Knowledge(Rc<(Catalogue, Wording, Wording)>);

impl Knowledge {
    pub fn new(catalogue: Catalogue, wording: Wording) -> Self {
        let young = wording.for_young();
        Self(Rc::new((catalogue, wording, young)))
    }

    pub fn catalogue(&self) -> &Catalogue {
        &self.0.0
    }

    pub fn wording(&self) -> &Wording {
        &self.0.1
    }

    /// The words for who is under 18.
    pub fn young(&self) -> &Wording {
        &self.0.2
    }

    /// The words in the language of a screen.
    pub fn in_tongue(&self, language: Language) -> &Wording {
        if language == Language::NlYoung { self.young() } else { self.wording() }
    }
}

impl PartialEq for Knowledge {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
