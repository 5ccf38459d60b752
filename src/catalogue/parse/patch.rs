//! Offers with a fault in their shape, patched so that the rest of them can be looked at in the same run.

use super::{Diagnostic, Place, slice};
use crate::catalogue::{raw::RawOffer, tree::Node};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// An offer in which something sound stands in the place of what doesn't fit.
#[derive(Clone, Debug)]
pub struct Patched {
    /// Its position in the file.
    pub position: usize,
    /// The offer.
    pub offer: RawOffer,
    /// The fields that aren't the partner's: nothing is to be said about them.
    pub fields: BTreeSet<String>,
}

/// Patches each offer that has a fault. One that is no block, or that still doesn't fit, stays away.
pub(super) fn patched(list: &[Node], text: &str, misfits: &[Diagnostic]) -> Vec<Patched> {
    let patch = |(position, node): (usize, &Node)| {
        let inside = format!("/offers/{position}/");
        let whole = format!("/offers/{position}");
        let places: Vec<&str> = misfits.iter().filter_map(pointer).collect();
        if !places.iter().any(|place| *place == whole || place.starts_with(&inside)) {
            return None;
        }
        let faulty = places.iter().filter_map(|place| place.strip_prefix(&inside)?.split('/').next());
        let mut fields: BTreeSet<String> = faulty.map(ToOwned::to_owned).collect();
        let Value::Object(mut offer) = serde_json::from_str(slice(text, node)).ok()? else { return None };
        offer.retain(|field, _| !fields.contains(field));
        for (field, value) in sound() {
            if !offer.contains_key(&field) {
                fields.insert(field.clone());
                offer.insert(field, value);
            }
        }
        let offer = serde_json::from_value(Value::Object(offer)).ok()?;
        Some(Patched { position, offer, fields })
    };
    list.iter().enumerate().filter_map(patch).collect()
}

fn pointer(one: &Diagnostic) -> Option<&str> {
    match &one.place {
        Place::Pointer(pointer) => Some(pointer),
        Place::Position { .. } => None,
    }
}

/// Every field that an offer must have, with something in it that nobody objects to.
fn sound() -> Map<String, Value> {
    let whole = json!({
        "id": "in-de-plaats", "name": {"nl": "Naam"}, "kind": "advice", "gives": {"nl": "Hulp."},
        "first_step": {"nl": "Bel ons."}, "needs": [], "phases": [], "area": {"whose": "carer", "regions": []},
        "eligibility": {"all": []}, "conditions": [], "cost": {"level": "free"}, "contact": {},
        "source": {"kind": "provider"}, "checked_on": null, "confidence": "confirmed", "unverified": [],
    });
    match whole {
        Value::Object(fields) => fields,
        _ => Map::new(),
    }
}
