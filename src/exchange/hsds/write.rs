//! Drafts as HSDS 3.0.

use super::{FIELD, SCHEME, Shape, TAXONOMIES, Taxonomy, read, uuid};
use crate::{
    catalogue::raw::{RawHours, RawOffer, RawOpen, RawPartner, RawRule, RawText},
    contact,
    exchange::{
        Draft, Vocabulary,
        table::{COLUMNS, Kind},
    },
};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// The text of a package of organizations.
pub fn write(drafts: &[Draft], vocabulary: Vocabulary) -> String {
    let names = Names::of(vocabulary);
    let package: Vec<Value> = drafts.iter().map(|draft| organization(draft, &names)).collect();
    serde_json::to_string_pretty(&package).unwrap_or_default() + "\n"
}

/// What needs, phases, situations and places are called.
struct Names {
    options: BTreeMap<(String, String), String>,
    regions: BTreeMap<String, String>,
}

impl Names {
    fn of(vocabulary: Vocabulary) -> Self {
        let dutch = |text: &RawText| text.nl.clone().unwrap_or_default();
        let questions = vocabulary.questionnaire.map(|it| it.questions.as_slice()).unwrap_or_default();
        let options = questions.iter().flat_map(|question| {
            let name = |option: &crate::catalogue::raw::RawOption| dutch(option.short.as_ref().unwrap_or(&option.text));
            question.options.iter().map(move |option| ((question.id.clone(), option.id.clone()), name(option)))
        });
        let regions = vocabulary.regions.into_iter().flat_map(|it| it.regions.iter().chain(&it.municipalities));
        Self { options: options.collect(), regions: regions.map(|it| (it.id.clone(), dutch(&it.name))).collect() }
    }

    /// The Dutch words for a term of a taxonomy.
    fn term(&self, path: &str, code: &str) -> String {
        let question = match path {
            "needs" => "needs",
            "phases" => "phase",
            other => other,
        };
        let asked = self.options.get(&(question.to_owned(), code.to_owned()));
        let listed = COLUMNS.iter().find(|column| column.path == path).and_then(|column| match column.kind {
            Kind::Word(list) | Kind::Several(list) => list.iter().find(|(id, _)| *id == code),
            _ => None,
        });
        asked.cloned().or_else(|| listed.map(|(_, dutch)| (*dutch).to_owned())).unwrap_or_else(|| code.to_owned())
    }
}

fn organization(draft: &Draft, names: &Names) -> Value {
    let RawPartner { id, name, website, about } = &draft.partner;
    let described = about.as_ref().and_then(dutch).unwrap_or_default();
    let mut made = json!({
        "id": uuid(&["partner:", id].concat()), "name": dutch(name).unwrap_or(id), "description": described,
        "organization_identifiers": [{
            "id": uuid(&["identifier:", id].concat()), "identifier_scheme": SCHEME, "identifier_type": "id", "identifier": id,
        }],
    });
    put(&mut made, "website", website.as_deref().and_then(contact::website).map(|website| json!(website)));
    let whole = serde_json::to_value(&draft.partner).unwrap_or_default();
    let mut attributes = fields(&["partner:", id].concat(), "organization", &whole, &read::partner_fields(&made));
    if !draft.examples.is_empty() {
        let value = serde_json::to_value(&draft.examples).unwrap_or_default();
        attributes.push(field(&["partner:", id].concat(), "organization", "examples", &value));
    }
    put(&mut made, "attributes", (!attributes.is_empty()).then(|| json!(attributes)));
    let services: Vec<Value> = draft.offers.iter().map(|offer| service(id, offer, names)).collect();
    put(&mut made, "services", (!services.is_empty()).then(|| json!(services)));
    made
}

fn service(partner: &str, offer: &RawOffer, names: &Names) -> Value {
    let id = &["offer:", &offer.id].concat();
    let mut made = json!({
        "id": uuid(id), "organization_id": uuid(&["partner:", partner].concat()),
        "name": dutch(&offer.name).unwrap_or(&offer.id), "status": "active",
    });
    let contact = &offer.contact;
    let conditions: Vec<&str> = offer.conditions.iter().filter_map(dutch).collect();
    let checked = offer.checked_on.as_deref().filter(|day| crate::date::Date::parse(day).is_some());
    for (name, words) in [
        ("description", dutch(&offer.gives)),
        ("url", contact.website.as_deref().and_then(contact::website)),
        ("email", contact.email.as_deref().filter(|address| contact::mail(address).is_some())),
        ("application_process", dutch(&offer.first_step)),
        ("fees_description", offer.cost.note.as_ref().and_then(dutch)),
        ("eligibility_description", Some(conditions.join("\n").as_str()).filter(|words| !words.is_empty())),
        ("assured_date", checked),
        ("alert", offer.doubt.as_ref().and_then(dutch)),
    ] {
        put(&mut made, name, words.map(|words| json!(words)));
    }
    let phone = contact
        .phone
        .as_ref()
        .map(|phone| json!([{"id": uuid(&["phone:", id].concat()), "number": phone, "type": "voice"}]));
    put(&mut made, "phones", phone);
    put(&mut made, "schedules", schedules(id, offer));
    put(&mut made, "service_areas", areas(id, offer, names));
    put(
        &mut made,
        "cost_options",
        (words_of(offer, "cost/level") == ["free"]).then(|| {
            json!([
                {"id": uuid(&["cost:", id].concat()), "option": "gratis", "currency": "EUR", "amount": 0}
            ])
        }),
    );
    let mut attributes = terms(id, offer, names);
    put(&mut made, "attributes", Some(json!(attributes)));
    let whole = serde_json::to_value(offer).unwrap_or_default();
    attributes.extend(fields(id, "service", &whole, &read::offer_fields(&made)));
    put(&mut made, "attributes", Some(json!(attributes)));
    made
}

/// The fields that can't be read back from what HSDS has a place for.
fn fields(of: &str, entity: &str, whole: &Value, readable: &Map<String, Value>) -> Vec<Value> {
    let none = Map::new();
    let whole = whole.as_object().unwrap_or(&none);
    let names: BTreeSet<&String> = whole.keys().chain(readable.keys()).collect();
    let differing = names.into_iter().filter(|name| whole.get(*name) != readable.get(*name));
    differing.map(|name| field(of, entity, name, whole.get(name).unwrap_or(&Value::Null))).collect()
}

fn field(of: &str, entity: &str, name: &str, value: &Value) -> Value {
    let description = "A field of Mantelwijzer's own; the value is JSON.";
    attribute(of, entity, (FIELD, name), [name, description], Some(value.to_string()))
}

fn terms(id: &str, offer: &RawOffer, names: &Names) -> Vec<Value> {
    let mut made = Vec::new();
    for Taxonomy { name, path, shape, description } in TAXONOMIES {
        if *shape == Shape::WithStrength {
            made.extend(offer.needs.iter().enumerate().map(|(at, need)| {
                let words = [names.term(path, &need.need), (*description).to_owned()];
                let of = format!("{at}:{id}");
                attribute(&of, "service", (name, &need.need), [&words[0], &words[1]], Some(need.strength.to_string()))
            }));
            continue;
        }
        made.extend(words_of(offer, path).iter().enumerate().map(|(at, code)| {
            attribute(&format!("{at}:{id}"), "service", (name, code), [&names.term(path, code), description], None)
        }));
    }
    let mut situations = BTreeSet::new();
    collect_situations(&offer.eligibility, &mut situations);
    let described = "A situation that the rule of who it is for names.";
    made.extend(situations.into_iter().map(|code| {
        attribute(id, "service", ("Mantelwijzer situation", code), [&names.term("situation", code), described], None)
    }));
    made
}

/// The words of a closed list that stand at a path.
fn words_of(offer: &RawOffer, path: &str) -> Vec<String> {
    let whole = serde_json::to_value(offer).unwrap_or_default();
    let text = |value: &Value| value.as_str().map(str::to_owned);
    match whole.pointer(&["/", path].concat()) {
        Some(Value::Array(several)) => several.iter().filter_map(text).collect(),
        Some(one) => text(one).into_iter().collect(),
        None => Vec::new(),
    }
}

/// The situations a rule names as a reason to be in, not as one to be out.
fn collect_situations<'a>(rule: &'a RawRule, into: &mut BTreeSet<&'a str>) {
    match rule {
        RawRule::All(rules) | RawRule::Any(rules) => rules.iter().for_each(|rule| collect_situations(rule, into)),
        RawRule::Is(is) if is.question == "situation" => drop(into.insert(&is.option)),
        RawRule::AnyOf(of) | RawRule::AllOf(of) if of.question == "situation" => {
            into.extend(of.options.iter().map(String::as_str));
        }
        RawRule::Not(_) | RawRule::Is(_) | RawRule::AnyOf(_) | RawRule::AllOf(_) => {}
        RawRule::AtLeast(_) | RawRule::Below(_) | RawRule::PlaceIn(_) | RawRule::Today(_) => {}
    }
}

fn attribute(
    of: &str,
    entity: &str,
    (taxonomy, code): (&str, &str),
    [name, description]: [&str; 2],
    value: Option<String>,
) -> Value {
    let term = [taxonomy, ":", code].concat();
    let mut made = json!({
        "id": uuid(&["attribute:", &term, ":", of].concat()), "link_entity": entity,
        "taxonomy_term": {
            "id": uuid(&["term:", &term].concat()), "code": code, "name": name, "description": description,
            "taxonomy": taxonomy,
        },
    });
    put(&mut made, "value", value.map(|value| json!(value)));
    made
}

fn areas(id: &str, offer: &RawOffer, names: &Names) -> Option<Value> {
    let areas = offer.area.regions.iter().enumerate().map(|(at, region)| {
        let name = names.regions.get(region).unwrap_or(region);
        json!({"id": uuid(&format!("area:{at}:{id}")), "service_id": uuid(id), "name": name, "extent": region, "extent_type": "text"})
    });
    let areas: Vec<Value> = areas.collect();
    (!areas.is_empty()).then(|| json!(areas))
}

/// The hours in local time; our own field holds them exactly.
fn schedules(id: &str, offer: &RawOffer) -> Option<Value> {
    let always = || vec![RawHours { days: (1..=7).collect(), from: "00:00".to_owned(), to: "24:00".to_owned() }];
    let groups = match offer.line.as_ref()?.open.as_ref()? {
        RawOpen::Always => always(),
        RawOpen::At(groups) => groups.clone(),
    };
    let made = groups.iter().enumerate().map(|(at, group)| {
        let days: Vec<&str> =
            group.days.iter().filter_map(|day| DAYS.get(usize::from(*day).checked_sub(1)?)).copied().collect();
        // The last minute of a day has no other name.
        let to = if group.to == "24:00" { "23:59" } else { group.to.as_str() };
        json!({
            "id": uuid(&format!("schedule:{at}:{id}")), "service_id": uuid(id), "freq": "WEEKLY", "interval": 1,
            "byday": days.join(","), "opens_at": group.from, "closes_at": to,
        })
    });
    Some(made.collect())
}

fn dutch(text: &RawText) -> Option<&str> {
    text.nl.as_deref()
}

fn put(into: &mut Value, name: &str, value: Option<Value>) {
    if let (Some(fields), Some(value)) = (into.as_object_mut(), value) {
        fields.insert(name.to_owned(), value);
    }
}
