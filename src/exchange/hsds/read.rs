//! HSDS 3.0 to drafts: a service, a list or page of them, an organization with its services, or a package.

use super::{FIELD, SCHEME, Shape, TAXONOMIES};
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Spot},
        parse::{Source, read as strictly},
    },
    exchange::{Draft, Vocabulary, draft::made_id, foreign, unreadable},
    says,
};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// What we read of a service, or know to be in the file for other reasons.
const READ: &[&str] = &[
    "id",
    "organization_id",
    "organization",
    "name",
    "description",
    "url",
    "email",
    "status",
    "application_process",
    "fees_description",
    "eligibility_description",
    "assured_date",
    "last_modified",
    "alert",
    "phones",
    "service_areas",
    "attributes",
];

/// Makes drafts of HSDS.
pub fn read(file: &str, bytes: &[u8], vocabulary: Vocabulary) -> (Vec<Draft>, Vec<Diagnostic>) {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.trim_start_matches('\u{feff}'),
        Err(_) => {
            let message = says!("hier staan tekens die geen UTF-8 zijn", "there are characters here that aren't UTF-8");
            return (Vec::new(), vec![unreadable(file, message)]);
        }
    };
    let whole: Value = match strictly(Source { file, text }) {
        Ok(whole) => whole,
        Err(problem) => return (Vec::new(), vec![problem]),
    };
    let mut reader = Reader { file, vocabulary, taken: BTreeSet::new(), drafts: Vec::new(), found: Vec::new() };
    if whole.get("offers").is_some() && whole.get("partner").is_some() {
        let message = says!("dit is al een bestand van een partner", "this is a partner's file already");
        let help = says!(
            "zet het in de map `partners`; het hoeft niet ingelezen te worden",
            "put it in the folder `partners`; it needn't be imported"
        );
        return (Vec::new(), vec![Spot::file(file).error("no-offers", message, help)]);
    }
    reader.any(&Spot::file(file), &whole, None);
    (reader.drafts, reader.found)
}

struct Reader<'a> {
    file: &'a str,
    vocabulary: Vocabulary<'a>,
    taken: BTreeSet<String>,
    drafts: Vec<Draft>,
    found: Vec<Diagnostic>,
}

impl Reader<'_> {
    /// Reads whatever a value turns out to be; services belong to this partner where they name no other.
    fn any(&mut self, spot: &Spot, value: &Value, partner: Option<&str>) {
        if let Value::Array(several) = value {
            for (at, one) in several.iter().enumerate() {
                self.any(&spot.at(at), one, partner);
            }
            return;
        }
        let wrappers = ["contents", "services", "organizations"];
        let is_thing = value.get("id").is_some() && value.get("name").is_some();
        if let Some(service) = value.get("service").filter(|_| !is_thing) {
            self.any(&spot.at("service"), service, partner);
        } else if !is_thing {
            for name in wrappers {
                value.get(name).into_iter().for_each(|part| self.any(&spot.at(name), part, partner));
            }
        } else if value.get("services").is_some() || value.get("status").is_none() {
            let partner = self.partner(value);
            value.get("services").into_iter().for_each(|part| self.any(&spot.at("services"), part, Some(&partner)));
        } else {
            self.service(spot, value, partner);
        }
    }

    fn service(&mut self, spot: &Spot, service: &Value, partner: Option<&str>) {
        let named = service.get("organization").filter(|it| it.get("name").is_some()).map(|it| self.partner(it));
        let partner = named.or_else(|| partner.map(str::to_owned)).unwrap_or_else(|| self.unnamed(spot));
        let name = text(service, "name").unwrap_or_default();
        let mut fields = offer_fields(service);
        let is_ours = own_fields(service).next().is_some();
        if !is_ours {
            self.add_foreign(service, &mut fields);
        }
        let given = fields.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
        if given.is_empty() || self.taken.contains(&given) {
            fields.insert("id".to_owned(), json!(made_id(if given.is_empty() { &name } else { &given }, &self.taken)));
        }
        let (offer, mut missing) = foreign::completed(fields);
        let Some(offer) = offer else {
            let message = says!(
                "`{name}` is niet te lezen: een eigen veld van Mantelwijzer is veranderd",
                "`{name}` can't be read: a field of Mantelwijzer's own was changed"
            );
            let help = says!(
                "haal de attributen `Mantelwijzer field` weg, of exporteer opnieuw",
                "remove the attributes `Mantelwijzer field`, or export again"
            );
            return self.found.push(spot.error("unreadable-exchange", message, help));
        };
        self.taken.insert(offer.id.clone());
        let status = text(service, "status").filter(|status| status != "active");
        let asked = |status| {
            says!("of het nog bestaat (`status` is `{status}`)", "whether it still exists (`status` is `{status}`)")
        };
        missing.extend(status.map(asked));
        self.found.extend(foreign::incomplete(spot, &name, &missing));
        if !is_ours {
            let mut left = left_over(service);
            let is_placed = !offer.area.regions.is_empty() || each(service, "service_areas").next().is_none();
            left.extend((!is_placed).then(|| "service_areas".to_owned()));
            self.found.extend(foreign::not_taken_over(spot, &name, &left));
        }
        if let Some(draft) = self.drafts.iter_mut().find(|draft| draft.partner.id == partner) {
            draft.offers.push(offer);
        }
    }

    /// What only holds for services that others wrote.
    fn add_foreign(&self, service: &Value, fields: &mut Map<String, Value>) {
        let mut offer = Value::Object(std::mem::take(fields));
        // Whoever wrote the data has read it there; we haven't.
        if let Some(url) = text(service, "url") {
            foreign::put(&mut offer, "source/url", json!(url));
        }
        let modified = text(service, "last_modified").and_then(|moment| moment.get(..10).map(str::to_owned));
        let modified = modified.filter(|day| crate::date::Date::parse(day).is_some());
        if let (None, Some(day)) = (offer.get("checked_on"), modified) {
            foreign::put(&mut offer, "checked_on", json!(day));
        }
        let names = |area: &Value| [text(area, "extent"), text(area, "name")];
        let areas = each(service, "service_areas").flat_map(names).flatten();
        let regions: Vec<String> = areas.filter_map(|name| foreign::region_named(self.vocabulary, &name)).collect();
        if let Some(area) = offer.get_mut("area").and_then(Value::as_object_mut) {
            area.remove("regions");
        }
        if !regions.is_empty() {
            foreign::put(&mut offer, "area/regions", json!(regions));
        }
        if let Value::Object(made) = offer {
            *fields = made;
        }
    }

    /// The id of an organization's draft, which is made when it is new.
    fn partner(&mut self, organization: &Value) -> String {
        let mut fields = partner_fields(organization);
        let own = fields.get("id").and_then(Value::as_str).map(str::to_owned);
        let name = text(organization, "name").unwrap_or_default();
        let same = |draft: &&Draft| match &own {
            Some(id) => draft.partner.id == *id,
            None => draft.partner.name.nl.as_deref() == Some(&name),
        };
        if let Some(draft) = self.drafts.iter().find(same) {
            return draft.partner.id.clone();
        }
        let taken = self.drafts.iter().map(|draft| draft.partner.id.clone()).collect();
        let id = own.unwrap_or_else(|| made_id(&name, &taken));
        fields.insert("id".to_owned(), json!(id));
        let examples = own_fields(organization).find(|(name, _)| *name == "examples").map(|(_, value)| value);
        fields.remove("examples");
        if let Ok(partner) = serde_json::from_value(Value::Object(fields)) {
            let examples = examples.and_then(|value| serde_json::from_value(value).ok()).unwrap_or_default();
            self.drafts.push(Draft { partner, offers: Vec::new(), examples });
        }
        id
    }

    fn unnamed(&mut self, spot: &Spot) -> String {
        match foreign::unnamed(self.file, &self.drafts, spot, &mut self.found) {
            Ok(known) => known,
            Err(new) => self.partner(&json!({"name": new})),
        }
    }
}

/// The fields of a partner that an organization holds.
pub(super) fn partner_fields(organization: &Value) -> Map<String, Value> {
    let mut fields = Map::new();
    let mut put = |name: &str, value: Option<Value>| {
        value.into_iter().for_each(|value| drop(fields.insert(name.to_owned(), value)))
    };
    let ours = each(organization, "organization_identifiers")
        .find(|it| text(it, "identifier_scheme").as_deref() == Some(SCHEME));
    put("id", ours.and_then(|it| it.get("identifier").cloned()));
    put("name", text(organization, "name").map(|name| json!({"nl": name})));
    put("website", text(organization, "website").map(|website| json!(website)));
    put("about", text(organization, "description").map(|about| json!({"nl": about})));
    for (name, value) in own_fields(organization) {
        set(&mut fields, name, value);
    }
    fields
}

/// The fields of an offer that a service holds.
pub(super) fn offer_fields(service: &Value) -> Map<String, Value> {
    let mut offer = json!({"area": {}, "cost": {}, "contact": {}, "source": {}});
    let mut put =
        |path: &str, value: Option<Value>| value.into_iter().for_each(|value| foreign::put(&mut offer, path, value));
    let dutch = |name: &str| text(service, name).map(|words| json!({"nl": words}));
    put("name", dutch("name"));
    put("gives", dutch("description"));
    put("first_step", dutch("application_process"));
    put("cost/note", dutch("fees_description"));
    put("doubt", dutch("alert"));
    let conditions = text(service, "eligibility_description").unwrap_or_default();
    let conditions = conditions.lines().map(str::trim).filter(|line| !line.is_empty());
    put("conditions", Some(conditions.map(|line| json!({"nl": line})).collect()));
    put("contact/website", text(service, "url").map(|url| json!(url)));
    put("contact/email", text(service, "email").map(|email| json!(email)));
    put("contact/phone", first_phone(service).map(|phone| json!(phone)));
    put(
        "checked_on",
        text(service, "assured_date")
            .filter(|day| crate::date::PartialDate::parse(day).is_some())
            .map(|day| json!(day)),
    );
    put(
        "area/regions",
        Some(each(service, "service_areas").filter_map(|area| text(area, "extent")).map(|id| json!(id)).collect()),
    );
    for taxonomy in TAXONOMIES {
        let terms = attributes(service, taxonomy.name);
        let value = match taxonomy.shape {
            Shape::One => terms.map(|(code, _)| json!(code)).next(),
            Shape::Several => Some(terms.map(|(code, _)| json!(code)).collect::<Value>()).filter(|it| *it != json!([])),
            Shape::WithStrength => {
                let need = |(code, value): (&str, Option<&str>)| {
                    Some(json!({"need": code, "strength": value?.parse::<u8>().ok()?}))
                };
                Some(terms.filter_map(need).collect::<Value>()).filter(|it| *it != json!([]))
            }
        };
        put(taxonomy.path, value);
    }
    let mut fields = match offer {
        Value::Object(fields) => fields,
        _ => Map::new(),
    };
    for (name, value) in own_fields(service) {
        set(&mut fields, name, value);
    }
    fields
}

fn set(fields: &mut Map<String, Value>, name: &str, mut value: Value) {
    // Someone may have changed the words in another program: those count, and our other languages stay.
    let words = fields.get(name).and_then(|shown| shown.get("nl")).and_then(Value::as_str).map(str::to_owned);
    if let (Some(words), Some(ours)) = (words, value.get_mut("nl"))
        && ours.as_str().is_some_and(|ours| ours.trim() != words)
    {
        *ours = json!(words);
    }
    // The one field that says by null that nothing is known.
    if value.is_null() && name != "checked_on" {
        fields.remove(name);
    } else {
        fields.insert(name.to_owned(), value);
    }
}

/// The telephone number; some write it between quotation marks.
fn first_phone(service: &Value) -> Option<String> {
    let phone = each(service, "phones").next()?;
    text(phone, "number").map(|number| number.trim_matches('"').trim().to_owned()).filter(|number| !number.is_empty())
}

/// What a service says that has no place here.
fn left_over(service: &Value) -> Vec<String> {
    let is_empty = |value: &Value| match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(list) => list.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    };
    let fields = service.as_object().into_iter().flatten();
    let mut left: Vec<String> = fields
        .filter(|(name, value)| !READ.contains(&name.as_str()) && !is_empty(value))
        .map(|(name, _)| name.clone())
        .collect();
    left.extend((each(service, "phones").count() > 1).then(|| "phones/1".to_owned()));
    left.extend(each(service, "attributes").next().map(|_| "attributes".to_owned()));
    left
}

/// Whole fields of ours, by name.
fn own_fields(of: &Value) -> impl Iterator<Item = (&str, Value)> {
    attributes(of, FIELD).filter_map(|(code, value)| Some((code, serde_json::from_str(value?).ok()?)))
}

/// The codes of a taxonomy's terms, with their values.
fn attributes<'a>(of: &'a Value, taxonomy: &'static str) -> impl Iterator<Item = (&'a str, Option<&'a str>)> {
    each(of, "attributes").filter_map(move |attribute| {
        let term =
            attribute.get("taxonomy_term").filter(|term| term.get("taxonomy").is_some_and(|name| name == taxonomy))?;
        Some((term.get("code")?.as_str()?, attribute.get("value").and_then(Value::as_str)))
    })
}

fn each<'a>(of: &'a Value, name: &str) -> impl Iterator<Item = &'a Value> + use<'a> {
    of.get(name).and_then(Value::as_array).into_iter().flatten()
}

fn text(of: &Value, name: &str) -> Option<String> {
    of.get(name).and_then(Value::as_str).map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}
