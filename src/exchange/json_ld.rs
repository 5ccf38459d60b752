//! Linked data with the words of schema.org: what search engines and other social maps read.
//!
//! It has no place for needs, phases and rules, and holds no part that no source confirmed: [`write()`] tells what is lost.

use super::{Draft, Format, Vocabulary, Written, draft::made_id, foreign, lost, table::words, unreadable};
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Spot},
        parse::{Source, read as strictly},
    },
    date::{Date, PartialDate},
    id::is_id,
    says,
};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// What we read of a service.
const READ: &[&str] = &[
    "@type",
    "@id",
    "@context",
    "identifier",
    "name",
    "description",
    "serviceType",
    "category",
    "areaServed",
    "audience",
    "provider",
    "url",
    "availableChannel",
    "offers",
    "subjectOf",
    "telephone",
    "email",
];

const SERVICES: [&str; 4] = ["Service", "GovernmentService", "SocialService", "HealthService"];
const ORGANISATIONS: [&str; 6] =
    ["Organization", "GovernmentOrganization", "NGO", "LocalBusiness", "MedicalOrganization", "Corporation"];

/// Writes what [`crate::pages::linked_data`] made of these drafts.
pub fn write(file: &str, graph: &Value, drafts: &[Draft]) -> Written {
    let text = serde_json::to_string_pretty(graph).unwrap_or_default() + "\n";
    let (again, _) = super::read(file, text.as_bytes(), Format::JsonLd, Vocabulary::default());
    let lost = lost::between(drafts, &again);
    let found = lost::told(file, &lost);
    Written { bytes: text.into_bytes(), lost, found }
}

/// Makes drafts of linked data: our own, or services and organizations of others.
pub fn read(file: &str, bytes: &[u8], vocabulary: Vocabulary) -> (Vec<Draft>, Vec<Diagnostic>) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        let message = says!("hier staan tekens die geen UTF-8 zijn", "there are characters here that aren't UTF-8");
        return (Vec::new(), vec![unreadable(file, message)]);
    };
    let whole: Value = match strictly(Source { file, text }) {
        Ok(whole) => whole,
        Err(problem) => return (Vec::new(), vec![problem]),
    };
    let mut nodes = Vec::new();
    collect(&Spot::file(file), &whole, &mut nodes);
    let by_id = nodes.iter().filter_map(|(_, node)| Some((node.get("@id")?.as_str()?, *node))).collect();
    let mut reader = Reader { file, vocabulary, by_id, taken: BTreeSet::new(), drafts: Vec::new(), found: Vec::new() };
    for (_, node) in nodes.iter().filter(|(_, node)| is_a(node, &ORGANISATIONS)) {
        reader.partner(node);
    }
    for (spot, node) in nodes.iter().filter(|(_, node)| is_a(node, &SERVICES)) {
        reader.service(spot, node);
    }
    (reader.drafts, reader.found)
}

struct Reader<'a> {
    file: &'a str,
    vocabulary: Vocabulary<'a>,
    by_id: BTreeMap<&'a str, &'a Value>,
    taken: BTreeSet<String>,
    drafts: Vec<Draft>,
    found: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn service(&mut self, spot: &Spot, node: &Value) {
        let name = text(node.get("name")).unwrap_or_default();
        let partner = match node.get("provider").and_then(|provider| several(provider).next()) {
            Some(Value::String(name)) => self.partner(&json!({"name": name})),
            Some(provider) => self.partner(provider),
            None => self.unnamed(spot),
        };
        let mut offer = json!({"area": {}, "cost": {}, "contact": {}, "source": {}, "name": {"nl": name}});
        let mut put = |path: &str, value: Option<Value>| {
            value.into_iter().for_each(|value| foreign::put(&mut offer, path, value))
        };
        let channel = node.get("availableChannel");
        let point = channel.and_then(|channel| channel.get("servicePhone"));
        let of = |name: &str| point.and_then(|point| text(point.get(name))).or_else(|| text(node.get(name)));
        let link = text(node.get("url")).or_else(|| text(channel.and_then(|channel| channel.get("serviceUrl"))));
        put("gives", text(node.get("description")).map(|words| json!({"nl": words})));
        put("contact/website", link.map(|link| json!(link)));
        put("contact/phone", of("telephone").map(|phone| json!(phone)));
        put("contact/email", of("email").map(|email| json!(email)));
        let category = text(node.get("category")).and_then(|word| words::id_of(words::KINDS, &word));
        put("kind", category.map(|kind| json!(kind)));
        let terms = node.get("offers").and_then(|terms| several(terms).next());
        let free = terms.is_some_and(|terms| terms.get("price").is_some_and(|price| *price == "0" || *price == 0));
        put("cost/level", free.then(|| json!("free")));
        let day = |name: &str| text(terms.and_then(|terms| terms.get(name))).filter(|day| Date::parse(day).is_some());
        put("valid/from", day("validFrom").map(|day| json!(day)));
        put("valid/until", day("validThrough").map(|day| json!(day)));
        let source = node.get("subjectOf").and_then(|source| several(source).next());
        put("source/url", text(source.and_then(|source| source.get("url"))).map(|url| json!(url)));
        let checked = text(source.and_then(|source| source.get("dateModified")));
        put("checked_on", checked.filter(|day| PartialDate::parse(day).is_some()).map(|day| json!(day)));
        let areas = node.get("areaServed").into_iter().flat_map(several);
        let called = areas.filter_map(|area| {
            text(area.get("identifier")).or_else(|| text(area.get("name"))).or_else(|| text(Some(area)))
        });
        let regions: Vec<String> = called.filter_map(|name| self.region(&name)).collect();
        put("area/regions", (!regions.is_empty()).then(|| json!(regions)));
        let id = text(node.get("identifier")).filter(|id| is_id(id) && !self.taken.contains(id));
        put("id", Some(json!(id.unwrap_or_else(|| made_id(&name, &self.taken)))));
        let Value::Object(fields) = offer else { return };
        let (offer, missing) = foreign::completed(fields);
        self.found.extend(foreign::incomplete(spot, &name, &missing));
        let left: Vec<String> = node.as_object().into_iter().flatten().map(|(name, _)| name.clone()).collect();
        let left: Vec<String> = left.into_iter().filter(|name| !READ.contains(&name.as_str())).collect();
        self.found.extend(foreign::not_taken_over(spot, &name, &left));
        let draft = self.drafts.iter_mut().find(|draft| draft.partner.id == partner);
        if let (Some(offer), Some(draft)) = (offer, draft) {
            self.taken.insert(offer.id.clone());
            draft.offers.push(offer);
        }
    }

    /// The id of a place: as it stands when there is no list to look it up in.
    fn region(&self, name: &str) -> Option<String> {
        match self.vocabulary.regions {
            Some(_) => foreign::region_named(self.vocabulary, name),
            None => is_id(name).then(|| name.to_owned()),
        }
    }

    /// The id of an organization's draft, which is made when it is new.
    fn partner(&mut self, node: &Value) -> String {
        let node = node.get("@id").and_then(Value::as_str).and_then(|id| self.by_id.get(id).copied()).unwrap_or(node);
        let name = text(node.get("name")).unwrap_or_default();
        let own = text(node.get("identifier")).filter(|id| is_id(id));
        let same = |draft: &&Draft| match &own {
            Some(id) => draft.partner.id == *id,
            None => draft.partner.name.nl.as_deref() == Some(&name),
        };
        if let Some(draft) = self.drafts.iter().find(same) {
            return draft.partner.id.clone();
        }
        let taken = self.drafts.iter().map(|draft| draft.partner.id.clone()).collect();
        let id = own.unwrap_or_else(|| made_id(&name, &taken));
        let mut partner = json!({"id": id, "name": {"nl": name}});
        text(node.get("url")).into_iter().for_each(|url| foreign::put(&mut partner, "website", json!(url)));
        text(node.get("description"))
            .into_iter()
            .for_each(|about| foreign::put(&mut partner, "about", json!({"nl": about})));
        if let Ok(partner) = serde_json::from_value(partner) {
            self.drafts.push(Draft { partner, offers: Vec::new(), examples: Vec::new() });
        }
        id
    }

    fn unnamed(&mut self, spot: &Spot) -> String {
        match foreign::unnamed(self.file, &self.drafts, spot, &mut self.found) {
            Ok(known) => known,
            Err(new) => self.partner(&json!({"name": new, "identifier": new})),
        }
    }
}

/// Every node that stands by itself: alone, in a list, or in a graph.
fn collect<'a, 's>(spot: &Spot<'s>, value: &'a Value, into: &mut Vec<(Spot<'s>, &'a Value)>) {
    if let Value::Array(list) = value {
        list.iter().enumerate().for_each(|(at, one)| collect(&spot.at(at), one, into));
    } else if let Some(graph) = value.get("@graph") {
        collect(&spot.at("@graph"), graph, into);
    } else {
        into.push((spot.clone(), value));
    }
}

fn is_a(node: &Value, kinds: &[&str]) -> bool {
    let types = node.get("@type").into_iter().flat_map(several);
    types
        .filter_map(Value::as_str)
        .any(|name| kinds.contains(&name.trim_start_matches("https://schema.org/").trim_start_matches("schema:")))
}

/// A value, or each of a list of them.
fn several(value: &Value) -> impl Iterator<Item = &Value> {
    let list = value.as_array();
    list.into_iter().flatten().chain(list.is_none().then_some(value))
}

/// A text, with or without a language.
fn text(value: Option<&Value>) -> Option<String> {
    let value = several(value?).next()?;
    let text = value.get("@value").unwrap_or(value).as_str()?;
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}
