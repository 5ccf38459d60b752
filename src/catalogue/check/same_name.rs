//! Two offers of one partner that a caregiver can't tell apart.

use super::{Check, shown};
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        subject::Subject,
    },
    says,
};
use std::collections::BTreeSet;

pub(super) const CHECK: Check = Check {
    code: "same-name",
    severity: Severity::Warning,
    manual: "Twee aanbiedingen van dezelfde partner hebben dezelfde naam.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for (_, partner) in subject.partners() {
        let mut names: BTreeSet<String> = BTreeSet::new();
        for (spot, offer) in partner.offers() {
            let Some(name) = &offer.name.nl else { continue };
            if !names.insert(name.to_lowercase()) {
                let message = says!(
                    "een ander aanbod van deze partner heet ook `{}`",
                    "another offer of this partner is called `{}` too",
                    shown(name)
                );
                found.push(CHECK.at(
                    &spot.at("name"),
                    message,
                    says!("geef ze elk een eigen naam, of voeg ze samen", "give each a name of its own, or merge them"),
                ));
            }
        }
    }
}
