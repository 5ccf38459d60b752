//! What `make bench` measures with: the library beside its peers, native and as Wasm.

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(not(target_arch = "wasm32"))]
pub mod folder;

use mantelwijzer::{
    answers::{Answers, file},
    catalogue::{Catalogue, diagnostic::Spot},
};
use serde_json::Value;
use std::collections::BTreeMap;

/// What a caregiver tells, by question, as in an answers file.
pub type Told = BTreeMap<String, Value>;

/// What was told, as the core knows it.
///
/// # Panics
/// When there is no such question, option or region: then the bench itself is wrong.
pub fn answers(catalogue: &Catalogue, told: &Told) -> Answers {
    let (answers, found) = file::read(catalogue, told, &Spot::file("answers.json"));
    assert!(found.is_empty(), "{found:?}");
    answers
}
