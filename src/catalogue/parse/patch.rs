//! Offers with a fault in their shape, patched so that the rest of them can be looked at in the same run.

use super::{Diagnostic, Place, slice};
use crate::catalogue::{raw::RawOffer, tree::Node};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

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
    // By offer, so that a file with many faults isn't gone through for each of its offers.
    let mut faulty: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
    for place in misfits.iter().filter_map(pointer).filter_map(|place| place.strip_prefix("/offers/")) {
        let (position, inside) = place.split_once('/').unwrap_or((place, ""));
        if let Ok(position) = position.parse() {
            let field = inside.split('/').next().filter(|field| !field.is_empty());
            faulty.entry(position).or_default().extend(field.map(ToOwned::to_owned));
        }
    }
    let patch = |(position, node): (usize, &Node)| {
        let mut fields = faulty.get(&position)?.clone();
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
