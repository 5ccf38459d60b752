//! What each field is called, and what to fill in.

/// The label and the help of a field, by its name in the manual.
pub(super) fn told(name: &str) -> (String, String) {
    let found = FIELDS.iter().find(|(known, ..)| *known == name);
    let (_, label, help) = found.copied().unwrap_or((name, name, ""));
    (label.to_owned(), help.to_owned())
}

const FIELDS: &[(&str, &str, &str)] = &[
    ("partner/name", "Naam", "Zoals mensen uw organisatie kennen."),
    ("partner/id", "Id", "Een korte naam met kleine letters en streepjes. Uw bestand heet zo. Verander ze nooit meer."),
    ("partner/website", "Website", "Begint met https://"),
    ("partner/about", "Over u", "Wie u bent, in een of twee zinnen."),
    ("offers/name", "Naam", "Hoe het heet."),
    ("offers/kind", "Wat voor hulp is het?", "Kies wat het best past."),
    ("offers/gives", "Wat krijgt men?", "Eén tot drie korte zinnen. Zeg u."),
    ("offers/first_step", "Wat is de eerste stap?", "Het eerste wat iemand doet: bellen, vragen, invullen."),
    ("offers/id", "Id", "Een korte naam die nooit meer verandert."),
    ("offers/needs", "Waarmee helpt het?", "Kies hoe sterk. Hoogstens twee keer ‘hiervoor gemaakt’."),
    ("offers/phases", "Wanneer past het?", "Kies alle momenten waarop dit helpt."),
    ("offers/respite", "Hoelang kan men weg?", "Voor hoelang iemand de zorg overneemt."),
    ("offers/line/theme", "Waarover kan men bellen of chatten?", ""),
    ("offers/line/open", "Wanneer is er iemand?", "Kent u de uren niet zeker? Kies dan ‘dat weten we niet’."),
    ("offers/area/whose", "Wiens woonplaats telt?", ""),
    ("offers/area/regions", "In welk gebied?", "Zoek een gemeente, provincie, streek of land."),
    ("offers/valid/from", "Eerste dag", "Alleen als het nog niet bestaat."),
    ("offers/valid/until", "Laatste dag", "Alleen als het stopt."),
    (
        "offers/eligibility",
        "Voor wie is het?",
        "Het gebied hoeft er niet in. Elke regel kost de mantelzorger misschien een vraag.",
    ),
    ("offers/conditions", "Wat moet men zelf nakijken?", "Hele zinnen. Laat leeg als er niets is."),
    ("offers/typical_for", "Voor wie is het vooral bedoeld?", "Bepaalt de volgorde, sluit niemand uit."),
    ("offers/urgent_when", "Wanneer moet het bovenaan staan?", "Alleen voor noodhulp."),
    ("offers/cost/level", "Wat kost het?", ""),
    ("offers/cost/note", "Uitleg bij de kosten", "Zet bij elk bedrag een jaar."),
    ("offers/contact/phone", "Telefoon", ""),
    ("offers/contact/email", "Mailadres", "Een algemeen adres, nooit van één persoon."),
    ("offers/contact/website", "Website", "Begint met https://"),
    ("offers/source/kind", "Waar is dit gelezen?", ""),
    ("offers/source/url", "Adres van de bron", ""),
    ("offers/source/more", "Andere adressen", ""),
    ("offers/checked_on", "Wanneer nagekeken?", "Zoals 2026-11-20; 2026-11 of 2026 mag ook."),
    ("offers/review_months", "Na hoeveel maanden weer nakijken?", "Laat leeg voor wat gewoon is bij deze soort."),
    ("offers/confidence", "Is het zeker?", ""),
    ("offers/unverified", "Wat is nog niet bevestigd?", ""),
    ("offers/doubt", "Wat moet men weten over de twijfel?", ""),
    ("offers/weak", "Er is nog maar weinig over bekend", "Dan komt het achteraan."),
    ("offers/note", "Woordje voor andere partners", "Mantelzorgers zien dit niet."),
];
