//! What the form says of each field: the manual's words, and others where those are about writing JSON.

use crate::catalogue::fields::{FIELDS, field, words};

/// The label and the help of a field.
pub(super) fn told(path: &str) -> (String, String) {
    let (label, help) = field(path).map_or((path, ""), |field| (field.label.nl, field.help.nl));
    let help = HELP.iter().find(|(known, _)| *known == path).map_or(help, |(_, help)| help);
    (label.to_owned(), spoken(help.strip_suffix(" Mag weg.").unwrap_or(help)))
}

/// A message for a screen: what stands between backticks in a file stands between quotes here.
fn spoken(text: &str) -> String {
    quoted(text, |piece| piece)
}

fn quoted(text: &str, say: impl Fn(&str) -> &str) -> String {
    let mut spoken = String::new();
    for (place, piece) in text.split('`').enumerate() {
        if place > 0 {
            spoken.push(if place % 2 == 1 { '‘' } else { '’' });
        }
        spoken.push_str(if place % 2 == 1 { say(piece) } else { piece });
    }
    spoken
}

/// What a part of the file is called in the form: `first_step` is 'De eerste stap' there.
fn called(piece: &str) -> &str {
    let groups = [("all", "Alles hiervan"), ("any", "Eén hiervan"), ("{\"all\": []}", "Voor iedereen")];
    let chosen = ["offers/confidence", "offers/source/kind"];
    let places = ["offers", "offers/contact", "offers/source", "offers/line", "partner", "text"];
    let group = groups.iter().find(|(written, _)| *written == piece).map(|(_, said)| *said);
    let word = || chosen.iter().flat_map(|list| words(list)).find(|meaning| meaning.word == piece);
    let is_at =
        |path: &str, place: &str| path.strip_prefix(place).and_then(|rest| rest.strip_prefix('/')) == Some(piece);
    let part = || places.iter().find_map(|place| FIELDS.iter().find(|field| is_at(field.path, place)));
    let said = group.or_else(|| word().map(|meaning| meaning.says.nl));
    said.or_else(|| part().map(|field| field.label.nl)).unwrap_or(piece)
}

/// What was found, as a sentence in the words of the form.
pub(super) fn sentence(text: &str) -> String {
    let text = quoted(text, called);
    let end = if text.is_empty() || text.ends_with(['.', '?', '!', '…']) { "" } else { "." };
    let mut letters = text.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    [&first, letters.as_str(), end].concat()
}

/// The words of a closed list: as the file says them, and what they mean.
pub(super) fn listed(path: &str) -> Vec<(String, String)> {
    words(path).map(|meaning| (meaning.word.to_owned(), meaning.says.nl.to_owned())).collect()
}

/// Help where the manual's is about how to write it in the file.
const HELP: &[(&str, &str)] = &[
    ("partner/website", "Het adres van uw website. Het begint met `https://`."),
    (
        "offers/id",
        "Deze korte naam volgt de naam die u intikt. Is het aanbod gepubliceerd? Verander ze dan nooit meer.",
    ),
    ("partner/id", "Een korte naam met kleine letters en streepjes. Uw bestand heet zo. Verander ze nooit meer."),
    ("offers/kind", "Kies wat het best past."),
    (
        "offers/needs",
        "Kies één tot vier behoeften, en hoe sterk het helpt. Geef hoogstens twee keer ‘is ervoor gemaakt’.",
    ),
    ("offers/phases", "Past het altijd? Kies ze dan allemaal."),
    ("offers/area/regions", "Zoek een gemeente, provincie, gewest of land. Woont men in een ervan, dan is dat genoeg."),
    ("offers/area/whose", ""),
    (
        "offers/eligibility",
        "Vraag alleen wat nodig is: elke regel kost de mantelzorger misschien een vraag. Het gebied hoeft er niet in.",
    ),
    ("offers/typical_for", "Dit bepaalt de volgorde en sluit niemand uit. Meestal hoeft het niet."),
    ("offers/urgent_when", "Alleen voor noodhulp. Klopt de regel, dan staat dit boven aan elk scherm."),
    (
        "offers/conditions",
        "Wat de vragen niet kunnen weten, elk in een hele zin: ‘Uw naaste kan zelf uit bed komen.’ Is er niets? Laat het leeg.",
    ),
    ("offers/cost/level", "Weet u het niet? Kies dan ‘niet bekend’: dat is beter dan een gok."),
    ("offers/source/kind", "Gaat het over uw eigen aanbod? Kies dan ‘de organisatie zelf’."),
    ("offers/source/url", "Het adres van de pagina waar het staat."),
    (
        "offers/checked_on",
        "De dag waarop iemand de feiten nakeek. Alleen een maand of een jaar mag ook: ‘2026-11’ of ‘2026’. Niet bekend? Laat het leeg.",
    ),
    (
        "offers/review_months",
        "Na hoeveel maanden iemand het opnieuw nakijkt. Leeg: zoals gewoon is voor deze soort hulp.",
    ),
    ("offers/confidence", "Is wat iemand krijgt ergens gelezen?"),
    ("offers/unverified", "Kruis aan wat geen enkele bron bevestigt. Klopt alles? Laat het leeg."),
    ("offers/respite", "Voor hoelang iemand de zorg kan overnemen."),
    ("offers/line/open", "Kent u de uren niet zeker? Kies dan ‘dat weten we niet’: beter geen uren dan foute uren."),
    ("offers/valid/from", "Alleen als het nog niet bestaat."),
    ("offers/valid/until", "Alleen als het stopt. Daarna is het niet meer te zien."),
    ("offers/weak", "Het komt dan achteraan."),
];

/// The days of the week, Monday first.
pub const DAYS: [&str; 7] = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];

/// Languages a text may have beside Dutch: the tag and the words.
pub const TONGUES: [(&str, &str); 9] = [
    ("nl-BE", "Nederlands in België"),
    ("nl-NL", "Nederlands in Nederland"),
    ("nl-simple", "Makkelijk Nederlands"),
    ("nl-x-young", "Nederlands voor jongeren"),
    ("fr", "Frans"),
    ("de", "Duits"),
    ("en", "Engels"),
    ("tr", "Turks"),
    ("ar", "Arabisch"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_found_is_said_in_the_words_of_the_form() {
        for (found, said) in [
            ("zeg het in `first_step`", "Zeg het in ‘De eerste stap’."),
            ("vul `phone` in, of haal `urgent_when` weg", "Vul ‘Telefoon’ in, of haal ‘Wanneer dringend’ weg."),
            ("kies dan `memory` als soort", "Kies dan ‘uit het hoofd, nergens gelezen’ als soort."),
            ("kijk of `all` `any` moet zijn", "Kijk of ‘Alles hiervan’ ‘Eén hiervan’ moet zijn."),
            ("de id `2026` bestaat al", "De id ‘2026’ bestaat al."),
        ] {
            assert_eq!(sentence(found), said);
        }
    }
}
