//! What a file made for another program didn't keep: the original held against what is read back.

use super::Draft;
use crate::{
    catalogue::diagnostic::{Diagnostic, Spot},
    says,
};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// Something that was not kept.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Lost {
    /// The field, such as `typical_for`; `offer` or `partner` for all of it, `offers` for their order.
    pub field: String,
    /// Whose file.
    pub partner: String,
    /// Of which offer; none for what the partner itself says.
    pub offer: Option<String>,
}

/// What stands in the first and not, or differently, in the second.
pub(super) fn between(before: &[Draft], after: &[Draft]) -> Vec<Lost> {
    let mut lost = Vec::new();
    for draft in before {
        let id = &draft.partner.id;
        let of = |field: &str, offer: Option<&str>| Lost {
            field: field.to_owned(),
            partner: id.clone(),
            offer: offer.map(str::to_owned),
        };
        let Some(again) = after.iter().find(|other| other.partner.id == *id) else {
            lost.push(of("partner", None));
            continue;
        };
        lost.extend(
            differing(&draft.partner, &again.partner).iter().map(|field| of(&format!("partner/{field}"), None)),
        );
        if serde_json::to_value(&draft.examples).ok() != serde_json::to_value(&again.examples).ok() {
            lost.push(of("examples", None));
        }
        for offer in &draft.offers {
            let all = again.offers.iter().chain(after.iter().flat_map(|draft| &draft.offers));
            let twin = all.into_iter().find(|other| other.id == offer.id);
            if twin.is_some() && again.offers.iter().all(|other| other.id != offer.id) {
                lost.push(of("partner", Some(&offer.id)));
            }
            let fields = twin.map_or_else(|| vec!["offer".to_owned()], |twin| differing(offer, twin));
            lost.extend(fields.iter().map(|field| of(field, Some(&offer.id))));
        }
        let order = |draft: &Draft| draft.offers.iter().map(|offer| offer.id.clone()).collect::<Vec<_>>();
        let (was, is) = (order(draft), order(again));
        if was != is && was.iter().collect::<BTreeSet<_>>() == is.iter().collect::<BTreeSet<_>>() {
            lost.push(of("offers", None));
        }
    }
    lost
}

/// The fields in which two values differ.
fn differing<T: serde::Serialize>(one: &T, other: &T) -> Vec<String> {
    let fields = |value: &T| match serde_json::to_value(value) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    };
    let (one, other) = (fields(one), fields(other));
    let names: BTreeSet<&String> = one.keys().chain(other.keys()).collect();
    names.into_iter().filter(|name| one.get(*name) != other.get(*name)).cloned().collect()
}

/// One finding for each field, with the offers that lose it.
pub(super) fn told(file: &str, lost: &[Lost]) -> Vec<Diagnostic> {
    let mut fields: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for one in lost {
        fields.entry(&one.field).or_default().push(one.offer.as_deref().unwrap_or(&one.partner));
    }
    fields.into_iter().map(|(field, of)| not_kept(file, field, &of)).collect()
}

fn not_kept(file: &str, field: &str, of: &[&str]) -> Diagnostic {
    let names: Vec<&str> = of.iter().take(5).copied().collect();
    let names = names.join("`, `");
    let message = match of.len().saturating_sub(5) {
        0 => says!(
            "het veld `{field}` blijft hier niet helemaal bewaard, bij `{names}`",
            "the field `{field}` isn't wholly kept here, of `{names}`"
        ),
        more => says!(
            "het veld `{field}` blijft hier niet helemaal bewaard, bij `{names}` en nog {more}",
            "the field `{field}` isn't wholly kept here, of `{names}` and {more} more"
        ),
    };
    let help = says!(
        "bewaar ook het bestand van de partner zelf; alleen `.csv`, `.xlsx` en `.hsds.json` houden alles bij",
        "keep the partner's own file too; only `.csv`, `.xlsx` and `.hsds.json` hold everything"
    );
    Spot::file(file).warning("not-kept", message, help)
}
