//! What is found in a municipality's folder beside what the named checks find in its changes.

use super::{Overlay, apply, place_meant};
use crate::{
    catalogue::{
        Catalogue,
        build::build,
        check::{check, examples},
        diagnostic::Diagnostic,
        parse::{RawCatalogue, RawPartnerOffers},
        subject::Subject,
    },
    date::Date,
    says,
};
use std::collections::BTreeMap;

impl Overlay {
    /// What is wrong with its place and its own offers. The national catalogue comes raw and as built.
    pub fn found(&self, raw: &RawCatalogue, catalogue: &Catalogue, today: Date) -> Vec<Diagnostic> {
        let mut found = self.own(raw, today);
        found.extend(self.unknown_place(catalogue));
        found.extend(self.taken(raw));
        found
    }

    /// What is wrong with its own offers. They are checked by themselves: with many municipalities, checking the whole
    /// catalogue beside each would take long. Only examples need all of it.
    fn own(&self, raw: &RawCatalogue, today: Date) -> Vec<Diagnostic> {
        if self.partners.is_empty() {
            return Vec::new();
        }
        let (_, mut found) = check(&raw.with_only(self.partners.clone()), today);
        if self.partners.iter().any(|partner| !partner.examples.is_empty()) {
            let here = RawCatalogue { overlays: vec![self.clone()], ..apply(raw, self) };
            if let (Some(catalogue), _) = build(&here, today) {
                examples(&Subject::new(&here, &catalogue, today), &mut found);
            }
        }
        found.into_iter().filter(|one| self.owns(&one.file)).collect()
    }

    fn unknown_place(&self, catalogue: &Catalogue) -> Option<Diagnostic> {
        let place = self.place();
        if catalogue.regions().find(place).is_some() {
            return None;
        }
        let shown: String = place.chars().take(80).collect();
        let message =
            says!("de regio of gemeente `{shown}` bestaat niet", "there is no region or municipality `{shown}`");
        Some(self.place_spot().error("unknown-region", message, place_meant(catalogue.regions(), place)))
    }

    /// Ids that a national offer or partner has, even one that is hidden.
    fn taken(&self, raw: &RawCatalogue) -> Vec<Diagnostic> {
        if self.partners.is_empty() {
            return Vec::new();
        }
        let partners: BTreeMap<&str, &str> =
            raw.partners.iter().map(|file| (file.partner.id.as_str(), file.file.as_str())).collect();
        let offers: BTreeMap<&str, &str> = raw
            .partners
            .iter()
            .flat_map(|file| file.offers.iter().map(|(_, offer)| (offer.id.as_str(), file.file.as_str())))
            .collect();
        let own_partners = self.partners.iter().map(|file| (file.spot(), &file.partner.id));
        let own_offers = self.partners.iter().flat_map(RawPartnerOffers::offers).map(|(spot, offer)| (spot, &offer.id));
        let taken = own_partners
            .filter_map(|(spot, id)| Some((spot, id, partners.get(id.as_str())?)))
            .chain(own_offers.filter_map(|(spot, id)| Some((spot, id, offers.get(id.as_str())?))));
        let told = taken.map(|(spot, id, first)| {
            let message = says!("de id `{id}` bestaat al, in {first}", "the id `{id}` exists already, in {first}");
            let help = says!("geef dit een eigen id", "give this an id of its own");
            spot.at("id").error("duplicate-id", message, help)
        });
        told.collect()
    }
}
