//! What each partner is asked to look at again: a table for a spreadsheet, and a letter ready to be sent.

use crate::{
    catalogue::{Catalogue, Freshness, Offer, OfferIndex, Part},
    cell::is_formula,
    date::{Date, dutch_month},
    language::Language,
};
use std::collections::{BTreeMap, BTreeSet};

/// Why an offer is to be looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Its last day has passed.
    Expired(Date),
    /// Someone should have looked again by this day.
    Overdue(Date),
    /// Nobody knows how old the facts are.
    Undated,
    /// No source confirmed these parts.
    Unverified(Vec<Part>),
    /// What a caregiver is told about the doubts.
    Doubt(String),
}

/// An offer to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The offer.
    pub offer: OfferIndex,
    /// Why; never empty.
    pub why: Vec<Why>,
}

/// The offers to look at, by partner, each in order of id.
pub fn items(catalogue: &Catalogue, today: Date, offers: &BTreeSet<OfferIndex>) -> BTreeMap<String, Vec<Item>> {
    let mut items: BTreeMap<String, Vec<Item>> = BTreeMap::new();
    for index in offers {
        let offer = catalogue.offer(*index);
        let why = reasons(offer, today);
        if !why.is_empty() {
            let partner = catalogue.partner(offer).id.to_string();
            items.entry(partner).or_default().push(Item { offer: *index, why });
        }
    }
    items
}

fn reasons(offer: &Offer, today: Date) -> Vec<Why> {
    let mut why = Vec::new();
    why.extend(offer.valid.1.filter(|until| *until < today).map(Why::Expired));
    match offer.freshness {
        Freshness::OverdueSince(due) => why.push(Why::Overdue(due)),
        Freshness::Undated => why.push(Why::Undated),
        Freshness::Until(_) => {}
    }
    if !offer.unverified.is_empty() {
        why.push(Why::Unverified(offer.unverified.clone()));
    }
    why.extend(offer.doubt.iter().map(|doubt| Why::Doubt(doubt.words(Language::Nl).to_owned())));
    why
}

/// The reason as a sentence for a partner.
pub fn sentence(why: &Why) -> String {
    match why {
        Why::Expired(until) => format!("Het liep tot {}. Bestaat het nog?", day(*until)),
        Why::Overdue(due) => format!("We wilden dit uiterlijk op {} opnieuw nakijken.", day(*due)),
        Why::Undated => "Er is geen datum bekend waarop het is nagekeken.".to_owned(),
        Why::Unverified(parts) => {
            let parts: Vec<&str> = parts.iter().map(|part| part_name(*part)).collect();
            format!("Dit konden we nergens bevestigd vinden: {}.", super::listed(&parts, "en"))
        }
        Why::Doubt(doubt) => format!("Bij dit aanbod staat nu: “{doubt}”"),
    }
}

/// A part of an offer, as people name it.
fn part_name(part: Part) -> &'static str {
    match part {
        Part::Cost => "wat het kost",
        Part::Website => "de website",
        Part::Phone => "het telefoonnummer",
        Part::Partner => "wie het aanbiedt",
        Part::Gives => "wat men krijgt",
        Part::Conditions => "voor wie het is",
        Part::Area => "waar het te krijgen is",
        Part::Phases => "wanneer het past",
        Part::Needs => "waarbij het helpt",
        Part::Source => "de bron",
        Part::FirstStep => "de eerste stap",
    }
}

/// A day as people write it: 3 mei 2026.
pub fn day(date: Date) -> String {
    let written = date.written();
    let mut parts = written.split('-');
    let (year, month, day) = (parts.next(), parts.next(), parts.next());
    let month = month.and_then(|month| month.parse::<u8>().ok()).map_or("", dutch_month);
    format!("{} {month} {}", day.unwrap_or_default().trim_start_matches('0'), year.unwrap_or_default())
}

/// All items as a table that a spreadsheet opens: UTF-8 with a mark, semicolons, lines that end as Windows ends them.
pub fn csv(catalogue: &Catalogue, items: &BTreeMap<String, Vec<Item>>) -> String {
    let mut table = String::from("\u{feff}");
    row(&mut table, &["partner", "aanbod", "naam", "nagekeken op", "uiterlijk op", "waarom", "adres"]);
    for (partner, items) in items {
        for item in items {
            let offer = catalogue.offer(item.offer);
            let why: Vec<String> = item.why.iter().map(sentence).collect();
            row(
                &mut table,
                &[
                    partner,
                    offer.id.as_str(),
                    offer.name.words(Language::Nl),
                    &offer.checked_on.map_or_else(String::new, |date| date.written()),
                    &offer.freshness.due().map_or_else(String::new, |date| date.written()),
                    &why.join(" "),
                    address(catalogue, offer),
                ],
            );
        }
    }
    table
}

/// Where someone can look: the page that was read, else the offer's own, else the partner's.
fn address<'a>(catalogue: &'a Catalogue, offer: &'a Offer) -> &'a str {
    let partner = catalogue.partner(offer);
    let found = offer.source.url.as_deref().or(offer.contact.website.as_deref()).or(partner.website.as_deref());
    found.unwrap_or_default()
}

/// Adds a row. What a spreadsheet would take for a formula gets a mark before it.
pub fn row(table: &mut String, fields: &[&str]) {
    for (place, field) in fields.iter().enumerate() {
        let guard = if is_formula(field) { "'" } else { "" };
        let quoted = field.contains([';', '"', '\n', '\r', ',']) || !guard.is_empty();
        let separator = if place == 0 { "" } else { ";" };
        if quoted {
            table.push_str(&format!("{separator}\"{guard}{}\"", field.replace('"', "\"\"")));
        } else {
            table.push_str(&format!("{separator}{field}"));
        }
    }
    table.push_str("\r\n");
}

/// Whether a letter can reach who offers this: somewhere an address or a number is known.
pub fn is_reachable(catalogue: &Catalogue, items: &[Item]) -> bool {
    items.iter().map(|item| catalogue.offer(item.offer)).any(|offer| {
        let contact = &offer.contact;
        let own = [&contact.phone, &contact.email, &contact.website, &catalogue.partner(offer).website];
        own.into_iter().any(Option::is_some)
    })
}

/// What the editors look at themselves: the offers of whom no letter can reach, such as 'Uw werkgever'.
pub fn for_ourselves<'a>(catalogue: &Catalogue, items: impl Iterator<Item = &'a [Item]>) -> Option<String> {
    let mut list = String::new();
    for items in items {
        let first = items.first().map(|item| catalogue.offer(item.offer))?;
        list.push_str(&format!("\n\n{}\n", catalogue.partner(first).name.words(Language::Nl)));
        for (place, item) in items.iter().enumerate() {
            list.push_str(&entry(catalogue, item, place + 1));
        }
    }
    let head = "Zelf na te kijken\n\n\
        Bij wie dit aanbiedt, staat geen telefoon, mailadres of website. Vaak is het een hele groep, zoals ‘Uw werkgever’.\n\
        Een brief kan dus niet. Zoek zelf na of het nog klopt.";
    (!list.is_empty()).then(|| format!("{head}{list}"))
}

/// The letter to a partner about these items.
pub fn mail(catalogue: &Catalogue, items: &[Item], today: Date) -> Option<String> {
    let first = catalogue.offer(items.first()?.offer);
    let name = catalogue.partner(first).name.words(Language::Nl);
    let count = items.len();
    let what = if count == 1 { "uw aanbod".to_owned() } else { format!("{count} vormen van hulp") };
    let one = count == 1;
    let mut letter = String::new();
    if let Some(mailbox) = items.iter().find_map(|item| catalogue.offer(item.offer).contact.email.as_deref()) {
        letter.push_str(&format!("Aan: {mailbox}\n"));
    }
    letter.push_str(&format!("Onderwerp: Mantelwijzer: wilt u {what} nakijken?\n\nDag collega's van {name},\n\n"));
    letter.push_str("Mantelwijzer wijst mantelzorgers de weg naar hulp die bij hen past. ");
    letter.push_str(if one {
        "Ook uw aanbod staat erin.\n"
    } else {
        "Ook uw aanbod staat erin: meer dan één vorm van hulp.\n"
    });
    letter.push_str("Een fout nummer of een oud bedrag kost een mantelzorger tijd, en vertrouwen.\n");
    letter.push_str("Daarom vragen we u: klopt het nog wat er staat?\n\n");
    letter.push_str(if one { "Wilt u dit nakijken?\n" } else { "Wilt u deze nakijken?\n" });
    for (place, item) in items.iter().enumerate() {
        letter.push_str(&entry(catalogue, item, place + 1));
    }
    letter.push_str(
        "\nZo antwoordt u\n\
        - Klopt alles? Antwoord dan alleen: ‘klopt’, met de datum van vandaag.\n\
        - Klopt er iets niet? Schrijf het nummer, en wat het moet zijn.\n\
        - Bestaat het niet meer? Schrijf: ‘gestopt’, en vanaf wanneer.\n\
        U hoeft niets te installeren. Wij passen het aan.\n\n\
        Dank u wel, ook namens de mantelzorgers.\n\n\
        De redactie van Mantelwijzer\n",
    );
    letter.push_str(&format!("{}\n", day(today)));
    Some(letter)
}

fn entry(catalogue: &Catalogue, item: &Item, number: usize) -> String {
    let offer = catalogue.offer(item.offer);
    let mut entry = format!("\n{number}. {} ({})\n", offer.name.words(Language::Nl), offer.id);
    entry.push_str(&format!("   Wat er staat: {}\n", offer.gives.words(Language::Nl)));
    let contact = [offer.contact.phone.as_deref(), offer.contact.email.as_deref(), offer.contact.website.as_deref()];
    let contact: Vec<&str> = contact.into_iter().flatten().collect();
    if !contact.is_empty() {
        entry.push_str(&format!("   Contact: {}\n", contact.join(", ")));
    }
    for why in &item.why {
        entry.push_str(&format!("   - {}\n", sentence(why)));
    }
    match address(catalogue, offer) {
        "" => {}
        address => entry.push_str(&format!("   Gelezen op: {address}\n")),
    }
    entry
}
