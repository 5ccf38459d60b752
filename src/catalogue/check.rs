//! The named checks of a catalogue: one file each, and a line in the manual for partners (`catalogue/README.md`).
//!
//! [`super::build`] tells what can't be read or found; these checks tell what can be read but isn't good enough.

use super::{
    Catalogue,
    diagnostic::{Diagnostic, Place, Severity, Spot, Words},
    parse::{Patched, RawCatalogue},
    subject::Subject,
};
use crate::date::Date;
use std::collections::BTreeMap;

mod address_in_text;
mod amount_without_year;
mod area_overlap;
mod checked_in_future;
mod confirmed_from_memory;
mod contactless_offer;
mod drift;
mod email_not_valid;
mod empty_text;
mod example_differs;
mod example_of_others;
mod expired_offer;
mod expired_rule;
mod file_name;
mod gap_in_range;
mod hard_to_read;
mod hard_word;
mod helpline_without_hours;
mod hidden_and_reworded;
mod hidden_characters;
mod hidden_helpline;
mod http_source;
mod idle_change;
mod idle_part;
mod idle_question;
mod informal_address;
mod innovator_without_credit;
mod link_not_https;
mod link_not_safe;
mod long_sentence;
mod markup_in_text;
mod missing_dutch;
mod need_without_offer;
mod never_failed;
mod never_met;
mod not_yet_valid;
mod offer_without_need;
mod offer_without_phase;
mod offer_without_region;
mod outside_place;
mod overdue_offer;
mod overlay_folder;
mod period_backwards;
mod personal_mailbox;
mod phase_without_guide;
mod phone_not_valid;
mod postcode_not_valid;
mod question_without_use;
mod region_without_name;
mod repeated_change;
mod repeated_entry;
mod respite_without_length;
mod review_interval;
mod same_name;
mod source_without_link;
mod text_too_long;
mod threshold_inside_option;
mod too_many_strong_needs;
mod translation_differs;
mod translation_empty;
mod translation_missing;
mod translation_outdated;
mod translation_repeated;
mod undated_offer;
mod unfinished_sentence;
mod unknown_offer;
mod unmarked_doubt;
mod unused_partner;
mod urgent_without_phone;

/// One check.
pub struct Check {
    /// Its name: also that of its file and its fixture.
    pub code: &'static str,
    /// How bad what it finds is.
    pub severity: Severity,
    /// Its line in the manual, in Dutch.
    pub manual: &'static str,
    /// Looks, and adds what it finds.
    pub run: fn(&Subject, &mut Vec<Diagnostic>),
}

/// Every check, by name.
pub const CHECKS: &[Check] = &[
    address_in_text::CHECK,
    amount_without_year::CHECK,
    area_overlap::CHECK,
    checked_in_future::CHECK,
    confirmed_from_memory::CHECK,
    contactless_offer::CHECK,
    drift::CHECK,
    email_not_valid::CHECK,
    empty_text::CHECK,
    example_differs::CHECK,
    example_of_others::CHECK,
    expired_offer::CHECK,
    expired_rule::CHECK,
    file_name::CHECK,
    gap_in_range::CHECK,
    hard_to_read::CHECK,
    hard_word::CHECK,
    helpline_without_hours::CHECK,
    hidden_and_reworded::CHECK,
    hidden_characters::CHECK,
    hidden_helpline::CHECK,
    http_source::CHECK,
    idle_change::CHECK,
    idle_part::CHECK,
    idle_question::CHECK,
    informal_address::CHECK,
    innovator_without_credit::CHECK,
    link_not_https::CHECK,
    link_not_safe::CHECK,
    long_sentence::CHECK,
    markup_in_text::CHECK,
    missing_dutch::CHECK,
    need_without_offer::CHECK,
    never_failed::CHECK,
    never_met::CHECK,
    not_yet_valid::CHECK,
    offer_without_need::CHECK,
    offer_without_phase::CHECK,
    offer_without_region::CHECK,
    outside_place::CHECK,
    overdue_offer::CHECK,
    overlay_folder::CHECK,
    period_backwards::CHECK,
    personal_mailbox::CHECK,
    phase_without_guide::CHECK,
    phone_not_valid::CHECK,
    postcode_not_valid::CHECK,
    question_without_use::CHECK,
    region_without_name::CHECK,
    repeated_change::CHECK,
    repeated_entry::CHECK,
    respite_without_length::CHECK,
    review_interval::CHECK,
    same_name::CHECK,
    source_without_link::CHECK,
    text_too_long::CHECK,
    threshold_inside_option::CHECK,
    too_many_strong_needs::CHECK,
    translation_differs::CHECK,
    translation_empty::CHECK,
    translation_missing::CHECK,
    translation_outdated::CHECK,
    translation_repeated::CHECK,
    undated_offer::CHECK,
    unfinished_sentence::CHECK,
    unknown_offer::CHECK,
    unmarked_doubt::CHECK,
    unused_partner::CHECK,
    urgent_without_phone::CHECK,
];

/// What reading and building find, each an error, by name and with its line in the manual.
pub const STRUCTURE: &[(&str, &str)] = &[
    (
        "duplicate-id",
        "Een id bestaat al, in hetzelfde of een ander bestand. Elke id is uniek en wordt nooit hergebruikt.",
    ),
    ("malformed-date", "Een datum heeft niet de vorm `2026-11-22`, of die dag bestaat niet."),
    (
        "malformed-id",
        "Een id heeft niet de juiste vorm: kleine letters, cijfers en losse streepjes, zoals `vl-kortverblijf`.",
    ),
    ("missing-field", "Een verplicht veld ontbreekt."),
    ("missing-question", "Een vraag die het programma zelf nodig heeft, ontbreekt of heeft een andere soort."),
    ("newer-format", "Het bestand heeft een formaat dat dit programma niet kent."),
    ("repeated-field", "Een veld staat er twee keer in."),
    ("rule-too-wide", "Een regel is te ingewikkeld om na te rekenen."),
    ("too-many-questions", "Er zijn meer vragen dan het programma aankan: 64."),
    ("unanswerable-question", "Een vraag heeft geen antwoorden om uit te kiezen, of te veel."),
    ("unknown-field", "Een veld heeft een naam die we niet kennen, vaak door een tikfout."),
    ("unknown-need", "Een behoefte staat niet in de lijst van behoeften."),
    ("unknown-option", "Een antwoord bestaat niet bij die vraag."),
    ("unknown-phase", "Een fase staat niet in de lijst van fasen."),
    ("unknown-question", "Een vraag bestaat niet."),
    ("unknown-region", "Een regio of gemeente bestaat niet."),
    ("unknown-topic", "Een onderwerp staat niet in de lijst van onderwerpen."),
    ("unknown-word", "Een woord kan hier niet staan, omdat het niet in de vaste lijst staat."),
    (
        "unreadable-file",
        "Een bestand is niet te lezen: het is te groot, geen UTF-8, of er is een komma, haakje of aanhalingsteken te veel of te \
        weinig.",
    ),
    (
        "wrong-hours",
        "Uren kloppen niet: een uur zoals `25:00`, een dag die niet bestaat, geen enkele dag, of een einde voor het \
            begin.",
    ),
    (
        "wrong-interval",
        "De getallen bij een antwoord ontbreken, zijn omgedraaid, of overlappen met een ander antwoord.",
    ),
    (
        "wrong-kind-of-question",
        "Een regel past niet bij de soort vraag, bijvoorbeeld een leeftijdsgrens bij een plaats.",
    ),
    ("wrong-number", "Een getal is te groot of te klein, of heeft iets achter de komma."),
    ("wrong-rule", "Een regel is leeg, of er staan twee regels in één blok."),
    ("wrong-strength", "Een sterkte is geen 1, 2 of 3."),
    ("wrong-type", "Er staat iets anders dan verwacht, bijvoorbeeld een tekst in plaats van een lijst."),
];

/// Builds the catalogue and runs every check on it. What was found comes sorted by file and place.
pub fn check(raw: &RawCatalogue, today: Date) -> (Option<Catalogue>, Vec<Diagnostic>) {
    let (catalogue, mut found) = super::build::build(raw, today);
    if let Some(catalogue) = &catalogue {
        let subject = Subject::new(raw, catalogue, today);
        for check in CHECKS {
            (check.run)(&subject, &mut found);
        }
        for overlay in &raw.overlays {
            found.extend(overlay.found(raw, catalogue, today));
        }
        found.extend(of_patched(raw, today));
    }
    // What is known of these partners is what could be read: what is wrong with them has been told.
    let mended: Vec<&str> = raw.partners.iter().filter(|one| one.mended).map(|one| one.file.as_str()).collect();
    found.retain(|one| !(mended.contains(&one.file.as_str()) && is_of_partner(&one.place)));
    found.sort();
    found.dedup();
    (catalogue, found)
}

/// What else is wrong with offers that have a fault in their shape: so that a partner mends all in one sitting.
pub(crate) fn of_patched(raw: &RawCatalogue, today: Date) -> Vec<Diagnostic> {
    let mut alone = raw.with_only(raw.partners.iter().filter(|partner| !partner.patched.is_empty()).cloned().collect());
    if alone.partners.is_empty() {
        return Vec::new();
    }
    let patched: Vec<(String, Vec<Patched>)> =
        alone.partners.iter_mut().map(|partner| (partner.file.clone(), std::mem::take(&mut partner.patched))).collect();
    for (partner, (_, patched)) in alone.partners.iter_mut().zip(&patched) {
        partner.offers = patched.iter().map(|one| (one.position, one.offer.clone())).collect();
    }
    let (_, mut found) = check(&alone, today);
    let own: BTreeMap<(&str, usize), &Patched> = patched
        .iter()
        .flat_map(|(file, patched)| patched.iter().map(move |one| ((file.as_str(), one.position), one)))
        .collect();
    found.retain(|one| {
        let Place::Pointer(pointer) = &one.place else { return false };
        let Some((position, rest)) = pointer.strip_prefix("/offers/").and_then(|rest| rest.split_once('/')) else {
            return false;
        };
        let offer = position.parse().ok().and_then(|position: usize| own.get(&(one.file.as_str(), position)));
        offer.is_some_and(|offer| rest.split('/').next().is_some_and(|field| !offer.fields.contains(field)))
    });
    found
}

/// The checks of examples alone.
pub(super) fn examples(subject: &Subject, found: &mut Vec<Diagnostic>) {
    (example_differs::CHECK.run)(subject, found);
    (example_of_others::CHECK.run)(subject, found);
}

fn is_of_partner(place: &Place) -> bool {
    matches!(place, Place::Pointer(pointer) if pointer == "/partner" || pointer.starts_with("/partner/"))
}

/// The manual's table of everything that can be found, as `catalogue/README.md` has it.
pub fn manual() -> String {
    let mut lines: Vec<(&str, Severity, &str)> =
        STRUCTURE.iter().map(|(code, manual)| (*code, Severity::Error, *manual)).collect();
    lines.extend(CHECKS.iter().map(|check| (check.code, check.severity, check.manual)));
    lines.sort();
    let mut table = "| Naam | Ernst | Wat er aan de hand is |\n| --- | --- | --- |\n".to_owned();
    for (code, severity, manual) in lines {
        let severity = match severity {
            Severity::Error => "fout",
            Severity::Warning => "let op",
        };
        table.push_str(&format!("| `{code}` | {severity} | {manual} |\n"));
    }
    table
}

/// The manual's table of hard words, and what people say.
pub fn plain_words() -> String {
    let mut table = "| Niet | Maar |\n| --- | --- |\n".to_owned();
    for (hard, plain) in hard_word::WORDS {
        table.push_str(&format!("| {hard} | {plain} |\n"));
    }
    table
}

impl Check {
    /// A finding of this check.
    fn at(&self, spot: &Spot, message: Words, help: Words) -> Diagnostic {
        spot.diagnostic(self.severity, self.code, message, help)
    }
}

/// The partner's own words in a message, cut off when they are very long.
fn shown(words: &str) -> String {
    words.chars().take(80).collect()
}
