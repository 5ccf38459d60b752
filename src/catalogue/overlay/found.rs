//! What is found in a municipality's folder beside what the named checks find in its changes.

use super::{Overlay, apply, place_meant};
use crate::{
    catalogue::{
        Catalogue,
        check::check,
        diagnostic::Diagnostic,
        parse::{RawCatalogue, RawPartnerOffers},
    },
    date::Date,
    says,
};
use std::collections::BTreeSet;

impl Overlay {
    /// What is wrong with its place and its own offers. The national catalogue comes raw and as built.
    pub fn found(&self, raw: &RawCatalogue, catalogue: &Catalogue, today: Date) -> Vec<Diagnostic> {
        let mut found = self.own(raw, today);
        found.extend(self.unknown_place(catalogue));
        found.extend(self.taken(raw));
        found
    }

    /// What is wrong with its own offers, beside the whole catalogue as it is there.
    fn own(&self, raw: &RawCatalogue, today: Date) -> Vec<Diagnostic> {
        if self.partners.is_empty() {
            return Vec::new();
        }
        let (_, found) = check(&apply(raw, self), today);
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
        Some(self.place_spot().error("unknown-region", message, place_meant(catalogue, place)))
    }

    /// An id that is hidden is not free.
    fn taken(&self, raw: &RawCatalogue) -> Vec<Diagnostic> {
        let hidden: BTreeSet<&str> = self.hides().map(|(_, hide)| hide.offer.as_str()).collect();
        let national = raw.partners.iter().flat_map(RawPartnerOffers::offers);
        let hidden: BTreeSet<&str> =
            national.map(|(_, offer)| offer.id.as_str()).filter(|id| hidden.contains(id)).collect();
        let own = self.partners.iter().flat_map(RawPartnerOffers::offers);
        let taken = own.filter(|(_, offer)| hidden.contains(offer.id.as_str())).map(|(spot, offer)| {
            let message = says!(
                "de id `{}` is van het landelijke aanbod dat u verbergt",
                "the id `{}` is that of the national offer that you hide",
                offer.id
            );
            let help = says!("geef uw aanbod een eigen id", "give your offer an id of its own");
            spot.at("id").error("duplicate-id", message, help)
        });
        taken.collect()
    }
}
