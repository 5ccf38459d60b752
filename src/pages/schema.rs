//! What machines read on a page, in the words of schema.org.
//!
//! A part that no source confirmed is left out here: a machine doesn't see the doubts that stand beside a fact.

use super::{Site, audience::audience, markup::Href, texts::PageText};
use crate::{
    catalogue::{Confidence, CostLevel, Hours, Offer, OfferIndex, OfferKind, Part, SourceKind},
    contact,
    region::RegionIndex,
};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

impl Site<'_> {
    /// What an offer's page is about.
    pub(super) fn offer_schema(&self, path: &str, offer: &Offer) -> Vec<Value> {
        let is_sure = |part: Part| offer.confidence != Confidence::Unverified && !offer.unverified.contains(&part);
        let partner = self.catalogue.partner(offer);
        let mut service = Map::new();
        let mut put = |name: &str, value: Value| drop(service.insert(name.to_owned(), value));
        put("@type", json!(service_type(offer)));
        put("@id", json!("#aanbod"));
        put("identifier", json!(offer.id.as_str()));
        put("name", json!(self.words(&offer.name)));
        if is_sure(Part::Gives) {
            put("description", json!(self.words(&offer.gives)));
        }
        put("serviceType", json!(self.wording.kind(offer.kind)));
        if is_sure(Part::Area) {
            put("areaServed", offer.area.regions.iter().map(|region| self.place_schema(*region)).collect());
        }
        put("audience", self.audience_schema(offer));
        if is_sure(Part::Partner) {
            put("provider", organisation(self.words(&partner.name), partner.website.as_deref()));
        }
        let website = offer.contact.website.as_deref().filter(|_| is_sure(Part::Website)).and_then(contact::website);
        if let Some(website) = website {
            put("url", json!(website));
        }
        let channel = self.channel(offer, website, is_sure(Part::Phone));
        if let Some(channel) = channel {
            put("availableChannel", channel);
        }
        if let Some(terms) = terms(offer, is_sure(Part::Cost)) {
            put("offers", terms);
        }
        let mut page = json!({
            "@type": "WebPage", "@id": Href::between(path, path).as_str(), "name": self.words(&offer.name),
            "inLanguage": self.wording.language().tag(), "mainEntity": {"@id": "#aanbod"},
        });
        if let (Some(url), Some(page)) = (offer.source.url.as_deref().and_then(contact::website), page.as_object_mut())
        {
            let mut source = json!({"@type": "WebPage", "url": url});
            if let (Some(date), Some(source)) = (offer.checked_on, source.as_object_mut()) {
                source.insert("dateModified".to_owned(), json!(date.written()));
            }
            page.insert("isBasedOn".to_owned(), source);
        }
        vec![page, Value::Object(service)]
    }

    /// Offers and partners outside any page: each with a name of its own, and with where its facts were read.
    pub(super) fn linked_data(&self, partner: Option<&str>) -> Value {
        let mut partners = BTreeMap::new();
        let mut graph = Vec::new();
        for (_, offer) in self.catalogue.offers() {
            let of = self.catalogue.partner(offer);
            if partner.is_some_and(|wanted| wanted != of.id.as_str()) {
                continue;
            }
            let name = ["#partner-", of.id.as_str()].concat();
            let parts: Vec<Value> = self.offer_schema("", offer);
            let [page, Value::Object(service)] = parts.as_slice() else { continue };
            let mut service = service.clone();
            let mut put = |name: &str, value: Value| service.insert(name.to_owned(), value);
            put("@id", json!(["#", offer.id.as_str()].concat()));
            put("category", json!(offer.kind));
            page.get("isBasedOn").into_iter().for_each(|source| drop(put("subjectOf", source.clone())));
            // A partner that no source confirms isn't named there.
            if put("provider", json!({"@id": name})).is_none() {
                service.remove("provider");
            }
            graph.push(Value::Object(service));
            let mut described = organisation(self.words(&of.name), of.website.as_deref());
            if let Some(described) = described.as_object_mut() {
                described.insert("@id".to_owned(), json!(name));
                described.insert("identifier".to_owned(), json!(of.id.as_str()));
                of.about
                    .iter()
                    .for_each(|about| drop(described.insert("description".to_owned(), json!(self.words(about)))));
            }
            partners.insert(of.id.clone(), described);
        }
        graph.extend(partners.into_values());
        json!({"@context": "https://schema.org", "@graph": graph})
    }

    /// What a list is about.
    pub(super) fn list_schema(&self, path: &str, name: &str, about: &str, offers: &[OfferIndex]) -> Vec<Value> {
        let items = offers.iter().enumerate().map(|(place, offer)| {
            let to = self.offer_path(self.catalogue.offer(*offer));
            json!({"@type": "ListItem", "position": place + 1, "url": Href::between(path, &to).as_str()})
        });
        let items: Vec<Value> = items.collect();
        let mut page = json!({
            "@type": "CollectionPage", "name": name, "description": about,
            "inLanguage": self.wording.language().tag(),
            "audience": {"@type": "Audience", "audienceType": self.say(PageText::AudienceType)},
        });
        if let (false, Some(page)) = (items.is_empty(), page.as_object_mut()) {
            let list = json!({"@type": "ItemList", "numberOfItems": items.len(), "itemListElement": items});
            page.insert("mainEntity".to_owned(), list);
        }
        vec![page]
    }

    fn place_schema(&self, region: RegionIndex) -> Value {
        let found = self.catalogue.regions().get(region);
        let kind = match (found.parent, found.is_municipality) {
            (None, _) => "Country",
            (_, true) => "City",
            (_, false) => "AdministrativeArea",
        };
        let mut place = json!({"@type": kind, "name": self.region(region)});
        if let (Some(_), Some(place)) = (found.parent, place.as_object_mut()) {
            let country = json!({"@type": "Country", "name": self.region(self.country(region))});
            place.insert("containedInPlace".to_owned(), country);
        }
        place
    }

    fn audience_schema(&self, offer: &Offer) -> Value {
        let mut described = json!({"@type": "Audience", "audienceType": self.say(PageText::AudienceType)});
        let needed = audience(self.catalogue, offer).unwrap_or_default().needed;
        let needed: Vec<String> = needed.iter().map(|choice| self.choice(choice)).collect();
        if let (false, Some(described)) = (needed.is_empty(), described.as_object_mut()) {
            described.insert("description".to_owned(), json!(needed.join("; ")));
        }
        described
    }

    /// How to reach it, as far as that is sure.
    fn channel(&self, offer: &Offer, website: Option<&str>, is_phone_sure: bool) -> Option<Value> {
        let phone = offer.contact.phone.as_deref().filter(|phone| is_phone_sure && contact::dial(phone).is_some());
        let mail = offer.contact.email.as_deref().filter(|address| contact::mail(address).is_some());
        let mut channel = Map::new();
        if phone.is_some() || mail.is_some() {
            let mut point = Map::new();
            let mut put = |name: &str, value: Value| drop(point.insert(name.to_owned(), value));
            put("@type", json!("ContactPoint"));
            put("contactType", json!(self.wording.kind(offer.kind)));
            phone.into_iter().for_each(|phone| put("telephone", json!(phone)));
            mail.into_iter().for_each(|mail| put("email", json!(mail)));
            if let Some(hours) = offer.line.as_ref().and_then(|line| line.open.as_deref()) {
                put("hoursAvailable", hours.iter().map(opening).collect());
            }
            channel.insert("servicePhone".to_owned(), Value::Object(point));
        }
        website.into_iter().for_each(|url| drop(channel.insert("serviceUrl".to_owned(), json!(url))));
        (!channel.is_empty()).then(|| {
            channel.insert("@type".to_owned(), json!("ServiceChannel"));
            Value::Object(channel)
        })
    }
}

/// What the law gives is a service of the government; the rest a service.
fn service_type(offer: &Offer) -> &'static str {
    let is_right = matches!(offer.kind, OfferKind::Allowance | OfferKind::Leave | OfferKind::Right);
    let is_official = matches!(offer.source.kind, SourceKind::Official | SourceKind::Municipality);
    if is_right && is_official { "GovernmentService" } else { "Service" }
}

fn organisation(name: &str, website: Option<&str>) -> Value {
    match website.and_then(contact::website) {
        Some(url) => json!({"@type": "Organization", "name": name, "url": url}),
        None => json!({"@type": "Organization", "name": name}),
    }
}

fn opening(hours: &Hours) -> Value {
    let days = DAYS.iter().enumerate().filter(|(day, _)| hours.days & (1 << day) != 0);
    let days: Vec<String> = days.map(|(_, day)| ["https://schema.org/", day].concat()).collect();
    // The last minute of a day has no other name.
    let time = |minutes: u16| match minutes {
        1440.. => "23:59".to_owned(),
        _ => format!("{:02}:{:02}", minutes / 60, minutes % 60),
    };
    json!({"@type": "OpeningHoursSpecification", "dayOfWeek": days, "opens": time(hours.from), "closes": time(hours.to)})
}

/// What it costs where that is nothing, and between which days it exists.
fn terms(offer: &Offer, is_cost_sure: bool) -> Option<Value> {
    let mut terms = Map::new();
    if is_cost_sure && offer.cost.level == CostLevel::Free {
        terms.insert("price".to_owned(), json!("0"));
        terms.insert("priceCurrency".to_owned(), json!("EUR"));
    }
    for (name, day) in [("validFrom", offer.valid.0), ("validThrough", offer.valid.1)] {
        day.into_iter().for_each(|day| drop(terms.insert(name.to_owned(), json!(day.written()))));
    }
    (!terms.is_empty()).then(|| {
        terms.insert("@type".to_owned(), json!("Offer"));
        Value::Object(terms)
    })
}
