//! An address that the widget refuses to make a link of.

use super::{Check, shown};
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity, Spot},
        subject::Subject,
    },
    contact::website,
    says,
};

pub(super) const CHECK: Check = Check {
    code: "link-not-safe",
    severity: Severity::Error,
    manual: "Een adres kan geen link worden: er staat een vreemd teken in, of het begint niet met `https://`.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    let addresses = websites(subject).into_iter().chain(sources(subject));
    for (spot, address) in addresses.filter(|(_, address)| !is_safe(address)) {
        found.push(CHECK.at(
            &spot,
            says!("`{}` kan geen link worden", "`{}` can't become a link", shown(address)),
            says!(
                "kopieer het adres opnieuw uit de adresbalk; het begint met `https://` en heeft geen spaties",
                "copy the address from the address bar again; it begins with `https://` and has no spaces"
            ),
        ));
    }
}

/// Addresses without encryption are for `link-not-https` and `http-source`.
fn is_safe(address: &str) -> bool {
    match address.strip_prefix("http://") {
        Some(rest) => website(&format!("https://{rest}")).is_some(),
        None => website(address).is_some(),
    }
}

/// Every website a caregiver can open.
pub(super) fn websites<'a>(subject: &Subject<'a>) -> Vec<(Spot<'a>, &'a str)> {
    let partners = subject.partners().filter_map(|(spot, partner)| {
        let website = partner.partner.website.as_deref()?;
        Some((spot.at("website"), website))
    });
    let offers = subject.offers().filter_map(|(spot, offer)| {
        let website = offer.contact.website.as_deref()?;
        Some((spot.at("contact").at("website"), website))
    });
    let tips = subject.tips().filter_map(|(spot, tip)| Some((spot.at("source"), tip.source.as_deref()?)));
    partners.chain(offers).chain(tips).collect()
}

/// Every page in which facts were read.
pub(super) fn sources<'a>(subject: &Subject<'a>) -> Vec<(Spot<'a>, &'a str)> {
    let pages = subject.offers().flat_map(|(spot, offer)| {
        let spot = spot.at("source");
        let more = spot.at("more");
        let first = offer.source.url.iter().map(move |url| (spot.at("url"), url.as_str()));
        first.chain(offer.source.more.iter().enumerate().map(move |(position, url)| (more.at(position), url.as_str())))
    });
    pages.collect()
}
