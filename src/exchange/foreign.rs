//! Offers of other programs: what we can know of them, and what a person must fill in.

use super::{
    Vocabulary,
    draft::{Draft, made_id},
};
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Spot, Tongue, Words},
        raw::{RawOffer, RawText},
    },
    id::is_id,
    says,
    spelling::plain,
};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// What an offer can't do without: the field, the least that can be written there, and its name for a person.
///
/// Where unknown is no value of its own, what stands there is refused by the checks until someone has filled it in:
/// no needs, no places, and a rule that nobody meets.
fn wanted() -> [(&'static str, Value, Option<Words>); 14] {
    [
        ("/gives", json!({}), Some(says!("wat krijgt u", "what one gets"))),
        ("/first_step", json!({}), Some(says!("eerste stap", "first step"))),
        ("/kind", json!("advice"), Some(says!("soort (voorlopig `advice`)", "kind (for now `advice`)"))),
        ("/needs", json!([]), Some(says!("behoeften", "needs"))),
        ("/phases", json!([]), Some(says!("fasen", "phases"))),
        ("/area/whose", json!("either"), Some(says!("gebied van (voorlopig `either`)", "area of (for now `either`)"))),
        ("/area/regions", json!([]), Some(says!("regio's", "regions"))),
        ("/eligibility", json!({"any": []}), Some(says!("voor wie (voorlopig niemand)", "for whom (for now nobody)"))),
        ("/conditions", json!([]), None),
        ("/cost/level", json!("unknown"), Some(says!("kosten", "cost"))),
        (
            "/source/kind",
            json!("third-party"),
            Some(says!("soort bron (voorlopig `third-party`)", "source kind (for now `third-party`)")),
        ),
        ("/confidence", json!("unverified"), Some(says!("zekerheid", "confidence"))),
        ("/unverified", json!([]), None),
        ("/contact", json!({}), None),
    ]
}

/// An offer with what is missing put in as unknown or empty, and the names of what was missing.
pub(super) fn completed(fields: Map<String, Value>) -> (Option<RawOffer>, Vec<Words>) {
    let mut offer = Value::Object(fields);
    let mut missing = Vec::new();
    for (pointer, least, name) in wanted() {
        if offer.pointer(pointer).is_none() {
            put(&mut offer, pointer.trim_start_matches('/'), least);
            missing.extend(name);
        }
    }
    if offer.get("checked_on").is_none() {
        put(&mut offer, "checked_on", Value::Null);
    }
    if !missing.is_empty() && offer.get("note").is_none() {
        let missing: Vec<&str> = missing.iter().map(|name| name.nl.as_str()).collect();
        let note = format!("Uit een ander programma overgenomen. Nog in te vullen: {}.", missing.join(", "));
        put(&mut offer, "note", json!(note));
    }
    (serde_json::from_value(offer).ok(), missing)
}

/// Puts a value where a path such as `cost/level` leads.
pub(super) fn put(into: &mut Value, path: &str, value: Value) {
    let Some(fields) = into.as_object_mut() else { return };
    match path.split_once('/') {
        None => drop(fields.insert(path.to_owned(), value)),
        Some((first, rest)) => put(fields.entry(first).or_insert_with(|| json!({})), rest, value),
    }
}

/// Tells what a person must fill in.
pub(super) fn incomplete(spot: &Spot, name: &str, missing: &[Words]) -> Option<Diagnostic> {
    (!missing.is_empty()).then(|| {
        let listed = |tongue| missing.iter().map(|name| name.in_tongue(tongue)).collect::<Vec<_>>().join(", ");
        let message = says!("`{name}` is een ontwerp", "`{name}` is a draft");
        let (nl, en) = (listed(Tongue::Nl), listed(Tongue::En));
        let help = Words {
            nl: format!("vul zelf in wat niet in het bestand staat: {nl}; lees ook na of alle teksten Nederlands zijn"),
            en: format!("fill in yourself what the file doesn't say: {en}; also see whether all texts are Dutch"),
        };
        spot.warning("draft-incomplete", message, help)
    })
}

/// Tells what the file says that we have no field for.
pub(super) fn not_taken_over(spot: &Spot, name: &str, fields: &[String]) -> Option<Diagnostic> {
    (!fields.is_empty()).then(|| {
        let fields = fields.join("`, `");
        let message = says!("niet overgenomen van `{name}`: `{fields}`", "not taken over of `{name}`: `{fields}`");
        let help = says!(
            "staat er iets in dat een mantelzorger moet weten? Zet het dan zelf in een zin",
            "does it hold something a caregiver must know? Then put it in a sentence yourself"
        );
        spot.warning("not-taken-over", message, help)
    })
}

/// The id of the place with this name, when there is one and only one.
pub(super) fn region_named(vocabulary: Vocabulary, name: &str) -> Option<String> {
    let regions = vocabulary.regions?;
    let folded = plain(name);
    let is_called = |text: &RawText| text.all().any(|(_, name)| plain(name) == folded);
    let all = || regions.regions.iter().chain(&regions.municipalities);
    let mut named = all().filter(|region| region.id == name || is_called(&region.name));
    let first = named.next()?;
    named.next().is_none().then(|| first.id.clone())
}

/// The partner of offers that name none, after the name of the file: `Ok` when it is there already, `Err` when it is to
/// be made.
pub(super) fn unnamed(
    file: &str,
    drafts: &[Draft],
    spot: &Spot,
    found: &mut Vec<Diagnostic>,
) -> Result<String, String> {
    let stem = file.rsplit(['/', '\\']).next().and_then(|file| file.split('.').next()).unwrap_or_default();
    let id = if is_id(stem) { stem.to_owned() } else { made_id(stem, &BTreeSet::new()) };
    if drafts.iter().any(|draft| draft.partner.id == id) {
        return Ok(id);
    }
    let message = says!(
        "hier staat geen organisatie bij; de partner wordt `{id}`",
        "no organization is named here; the partner becomes `{id}`"
    );
    let help = says!("geef de partner zijn eigen id en naam", "give the partner its own id and name");
    found.push(spot.warning("partner-unnamed", message, help));
    Err(id)
}
