//! The fields of a partner's file, in the order in which one fills them in.

use super::{Field, Said};

/// Each field as `path: Dutch label, English label, Dutch help, English help`.
macro_rules! fields {
    ($($path:literal: $nl:literal, $en:literal, $help_nl:literal, $help_en:literal;)+) => {
        &[$(Field { path: $path, label: Said { nl: $nl, en: $en }, help: Said { nl: $help_nl, en: $help_en } }),+]
    };
}

/// Every field of a partner's file.
pub const FIELDS: &[Field] = fields! {
    "$schema": "Hulp bij het typen", "Help with typing",
        "Altijd `../catalogue.schema.json`. Een tekstprogramma vult dan woorden aan en onderstreept fouten. Mag weg.",
        "Always `../catalogue.schema.json`. A text editor then completes words and underlines faults. May be left out.";
    "format": "Vorm van het bestand", "Format of the file",
        "Altijd `1`.",
        "Always `1`.";

    "partner": "Uw organisatie", "Your organisation",
        "Wie u bent.",
        "Who you are.";
    "partner/id": "Id van uw organisatie", "Id of your organisation",
        "Een korte naam met kleine letters, cijfers en streepjes, zoals `het-voorbeeldhuis`. Het bestand heet net zo. Verander de id nooit.",
        "A short name in small letters, digits and hyphens, such as `het-voorbeeldhuis`. The file has the same name. Never change it.";
    "partner/name": "Naam", "Name",
        "De naam zoals mensen uw organisatie kennen.",
        "The name by which people know your organisation.";
    "partner/website": "Website", "Website",
        "Het adres van uw website. Het begint met `https://`. Mag weg.",
        "The address of your website. It begins with `https://`. May be left out.";
    "partner/about": "Over uw organisatie", "About your organisation",
        "Eén of twee zinnen over wat u doet. Mag weg.",
        "One or two sentences about what you do. May be left out.";

    "offers": "Uw aanbod", "Your offers",
        "Alles wat u doet voor mantelzorgers. Elk aanbod staat apart.",
        "All you do for caregivers, each offer by itself.";
    "offers/id": "Id van het aanbod", "Id of the offer",
        "Een korte naam met kleine letters, cijfers en streepjes, zoals `vl-kortverblijf`. Begin met het land of de streek. Verander de id nooit, en gebruik een oude id nooit opnieuw.",
        "A short name in small letters, digits and hyphens, such as `vl-kortverblijf`. Begin with the country or region. Never change it, and never use an old one again.";
    "offers/name": "Hoe het heet", "What it is called",
        "De naam van dit aanbod, hoogstens 80 tekens. Zeg wat het is: `Logeren in Het Voorbeeldhuis`.",
        "The name of this offer, at most 80 characters. Say what it is: `Logeren in Het Voorbeeldhuis`.";
    "offers/kind": "Soort hulp", "Kind of help",
        "Wat voor hulp het is. Kies het woord dat het best past.",
        "What kind of help it is. Choose the word that fits best.";
    "offers/gives": "Wat iemand krijgt", "What one gets",
        "Eén tot drie korte zinnen met `u`. Zeg eerst wat iemand krijgt: `Uw naaste logeert een paar dagen bij ons. Zo kunt u uitrusten.`",
        "One to three short sentences that say `u`. First what one gets: `Uw naaste logeert een paar dagen bij ons.`";
    "offers/first_step": "De eerste stap", "The first step",
        "Wat iemand als eerste doet: bellen, vragen of invullen. Bijvoorbeeld `Bel ons op werkdagen. Vraag wanneer er plaats is.`",
        "The one thing to do first: call, ask or fill in. For example `Bel ons op werkdagen.`";
    "offers/needs": "Waarmee het helpt", "What it helps with",
        "De behoeften waarmee het helpt, elk met een sterkte. Noem er één tot vier.",
        "The needs it helps with, each with a strength. Name one to four.";
    "offers/needs/need": "Behoefte", "Need",
        "Waarmee dit aanbod helpt, zoals `respite` (op adem komen): een antwoord op de vraag `needs`.",
        "What this offer helps with, such as `respite`: an answer to the question `needs`.";
    "offers/needs/strength": "Hoe sterk", "How strongly",
        "3 is ervoor gemaakt, 2 helpt echt, 1 helpt een beetje. Geef hoogstens twee keer een 3.",
        "3 is made for it, 2 really helps, 1 helps a bit. Give a 3 at most twice.";
    "offers/phases": "Wanneer het past", "When it fits",
        "De fasen waarin dit past, zoals `starting` (net begonnen): antwoorden op de vraag `phase`. Past het altijd? Noem ze dan allemaal.",
        "The phases in which it fits, such as `starting`: answers to the question `phase`. Does it always fit? Then name them all.";
    "offers/area": "Waar het te krijgen is", "Where to get it",
        "Het gebied, en wiens woonplaats telt.",
        "The area, and whose place counts.";
    "offers/area/whose": "Wiens woonplaats telt", "Whose place counts",
        "Komt er iemand bij de naaste, of gaat de naaste ergens heen? Kies `recipient`. Is het voor de mantelzorger zelf? Kies `carer`.",
        "Does someone come to the care recipient, or do they go somewhere? Choose `recipient`. Is it for the caregiver? Choose `carer`.";
    "offers/area/regions": "Gebied", "Area",
        "Landen, gewesten, provincies of gemeenten, als id uit `regions.json`. Zo is `be-vov` Oost-Vlaanderen. Eén ervan is genoeg.",
        "Countries, regions, provinces or municipalities, as ids of `regions.json`: `be-vov` is East Flanders. Any one of them is enough.";
    "offers/eligibility": "Voor wie het is", "Who it is for",
        "Een regel: welke antwoorden passen. Is het voor iedereen in het gebied? Dan staat er `{\"all\": []}`.",
        "A rule: which answers fit. Is it for everyone in the area? Then write `{\"all\": []}`.";
    "offers/typical_for": "Vooral bedoeld voor", "Meant most of all for",
        "Een regel die de volgorde bepaalt en niemand uitsluit. Mag weg.",
        "A rule that decides the order and excludes nobody. May be left out.";
    "offers/urgent_when": "Wanneer dringend", "When urgent",
        "Een regel, alleen voor noodhulp. Klopt ze, dan staat dit boven aan elk scherm. Mag weg.",
        "A rule, only for help in an emergency. When it holds, this stands on top of every screen. May be left out.";
    "offers/conditions": "Zelf na te kijken", "To check by oneself",
        "Wat iemand zelf moet nakijken, elk in een hele zin: `Uw naaste kan zelf uit bed komen.` Is er niets? Dan staat er `[]`.",
        "What one has to check by oneself, each in a whole sentence. Is there nothing? Then write `[]`.";
    "offers/cost": "Wat het kost", "What it costs",
        "De soort prijs, en een zin erbij.",
        "The kind of price, and a sentence about it.";
    "offers/cost/level": "Soort prijs", "Kind of price",
        "Kies het woord dat past. Weet u het niet? Kies `unknown`: dat is beter dan een gok.",
        "Choose the word that fits. You don't know? Choose `unknown`: better than a guess.";
    "offers/cost/note": "Zin over de prijs", "Sentence about the price",
        "Noem bij elk bedrag het jaar: `Een nacht kost 45 euro (in 2026).` Mag weg.",
        "Give every amount its year: `Een nacht kost 45 euro (in 2026).` May be left out.";
    "offers/contact": "Hoe men u bereikt", "How to reach you",
        "Telefoon, mail en website. Vul in wat er is.",
        "Telephone, mail and website. Fill in what there is.";
    "offers/contact/phone": "Telefoon", "Telephone",
        "Het nummer zoals mensen het schrijven: `09 234 56 78`. Mag weg.",
        "The number as people write it: `09 234 56 78`. May be left out.";
    "offers/contact/email": "Mailadres", "Mail address",
        "Een algemeen adres, nooit dat van één persoon. Mag weg.",
        "A general address, never a person's. May be left out.";
    "offers/contact/website": "Webpagina", "Web page",
        "De pagina over dit aanbod. Ze begint met `https://`. Mag weg.",
        "The page about this offer. It begins with `https://`. May be left out.";
    "offers/valid": "Periode", "Period",
        "De eerste en de laatste dag dat het bestaat. Mag weg: dan geldt het nu, zonder einde.",
        "The first and last day on which it exists. May be left out: then it exists now, without an end.";
    "offers/valid/from": "Eerste dag", "First day",
        "De eerste dag, zoals `2026-11-22`. Mag weg.",
        "The first day, such as `2026-11-22`. May be left out.";
    "offers/valid/until": "Laatste dag", "Last day",
        "De laatste dag, zoals `2026-12-31`. Daarna is het niet meer te zien. Mag weg.",
        "The last day, such as `2026-12-31`. After that it isn't shown any more. May be left out.";
    "offers/source": "Bron", "Source",
        "Waar u de feiten gelezen hebt.",
        "Where you read the facts.";
    "offers/source/url": "Pagina van de bron", "Page of the source",
        "Het adres van de pagina. Mag weg als er geen pagina is.",
        "The address of the page. May be left out when there is no page.";
    "offers/source/more": "Andere pagina's", "Further pages",
        "Nog meer pagina's waar u iets gelezen hebt. Mag weg.",
        "More pages where you read something. May be left out.";
    "offers/source/kind": "Soort bron", "Kind of source",
        "Van wie de pagina is. Gaat het over uw eigen aanbod? Kies `provider`.",
        "Whose page it is. Is it your own offer? Choose `provider`.";
    "offers/checked_on": "Nagekeken op", "Checked on",
        "De dag waarop u uw aanbod nakeek, of de datum van de bron: `2026-11-20`, `2026-11` of `2026`. Niet bekend? Dan staat er `null`.",
        "The day on which you checked your offer, or the date of the source: `2026-11-20`, `2026-11` or `2026`. Not known? Then write `null`.";
    "offers/review_months": "Opnieuw nakijken na", "Check again after",
        "Na hoeveel maanden iemand het opnieuw nakijkt, zoals `6`. Mag weg: dan geldt wat gewoon is voor dit soort hulp.",
        "After how many months someone checks again, such as `6`. May be left out: then what is usual for this kind of help.";
    "offers/confidence": "Hoe zeker", "How sure",
        "Of de kern ergens gelezen is.",
        "Whether the core was read in a source.";
    "offers/unverified": "Niet bevestigd", "Not confirmed",
        "De delen die geen enkele bron bevestigt, zoals `phone`. Klopt alles? Dan staat er `[]`.",
        "The parts that no source confirms, such as `phone`. Is all confirmed? Then write `[]`.";
    "offers/doubt": "Waarschuwing", "Warning",
        "Eén zin voor de mantelzorger over wat niet zeker is: `Deze informatie is oud. Vraag na of dit nog bestaat.` Mag weg.",
        "A sentence for the caregiver about what isn't sure. May be left out.";
    "offers/respite": "Voor hoelang", "For how long",
        "Bij hulp die de zorg overneemt: hoelang dat kan, zoals `[\"night\", \"weekend\"]`. Mag weg bij andere hulp.",
        "For respite care: how long it can last, such as `[\"night\", \"weekend\"]`. May be left out for other help.";
    "offers/line": "Bellen of chatten", "Call or chat",
        "Bij een lijn: waarover het gaat, en wanneer er iemand is. Mag weg bij andere hulp.",
        "For a line: what it is about, and when somebody is there. May be left out for other help.";
    "offers/line/theme": "Waarover", "What about",
        "Waarover men belt of chat.",
        "What people call or chat about.";
    "offers/line/open": "Wanneer open", "When open",
        "`\"always\"`, of een lijst met uren. Kent u de uren niet zeker? Laat het weg: beter geen uren dan foute uren.",
        "`\"always\"`, or a list of hours. Not sure of the hours? Leave it out: better none than wrong ones.";
    "offers/line/open/days": "Dagen", "Days",
        "1 is maandag, 7 is zondag. Noem elke dag met dezelfde uren: `[1, 2, 3, 4, 5]`.",
        "1 is Monday, 7 is Sunday. Name every day with the same hours: `[1, 2, 3, 4, 5]`.";
    "offers/line/open/from": "Vanaf", "From",
        "Het eerste uur, zoals `09:00`.",
        "The first hour, such as `09:00`.";
    "offers/line/open/to": "Tot", "Until",
        "Het laatste uur, zoals `17:30`. Middernacht is `24:00`.",
        "The last hour, such as `17:30`. Midnight is `24:00`.";
    "offers/note": "Voor andere partners", "For other partners",
        "Een woordje voor andere partners. Mantelzorgers zien het niet. Mag weg.",
        "A word for other partners. Caregivers don't see it. May be left out.";
    "offers/weak": "Nog weinig bekend", "Little known yet",
        "`true` als er nog maar weinig over bekend is: het komt dan achteraan. Mag weg.",
        "`true` when little is known about it: it then comes last. May be left out.";

    "offers/eligibility/all": "Alles klopt", "All hold",
        "Een lijst met regels. Elke regel moet kloppen; een lege lijst klopt altijd.",
        "A list of rules. Every one must hold; an empty list always holds.";
    "offers/eligibility/any": "Eén klopt", "One holds",
        "Een lijst met regels. Eén regel die klopt, is genoeg.",
        "A list of rules. One that holds is enough.";
    "offers/eligibility/not": "Klopt niet", "Doesn't hold",
        "Een regel die niet mag kloppen.",
        "A rule that must not hold.";
    "offers/eligibility/is": "Dit antwoord", "This answer",
        "Dit antwoord is gekozen.",
        "This answer is chosen.";
    "offers/eligibility/is/question": "Vraag", "Question",
        "De id van een vraag, zoals `living`.",
        "The id of a question, such as `living`.";
    "offers/eligibility/is/option": "Antwoord", "Answer",
        "De id van een antwoord op die vraag, zoals `hospital`.",
        "The id of an answer to that question, such as `hospital`.";
    "offers/eligibility/any-of": "Een van deze antwoorden", "One of these answers",
        "Een van deze antwoorden is gekozen, of meer.",
        "One of these answers is chosen, or more.";
    "offers/eligibility/any-of/question": "Vraag", "Question",
        "De id van een vraag, zoals `situation`.",
        "The id of a question, such as `situation`.";
    "offers/eligibility/any-of/options": "Antwoorden", "Answers",
        "De id's van de antwoorden, zoals `[\"dementia\", \"cancer\"]`.",
        "The ids of the answers, such as `[\"dementia\", \"cancer\"]`.";
    "offers/eligibility/all-of": "Al deze antwoorden", "All of these answers",
        "Al deze antwoorden zijn gekozen.",
        "All of these answers are chosen.";
    "offers/eligibility/all-of/question": "Vraag", "Question",
        "De id van een vraag met meer antwoorden, zoals `work`.",
        "The id of a question with several answers, such as `work`.";
    "offers/eligibility/all-of/options": "Antwoorden", "Answers",
        "De id's van de antwoorden, zoals `[\"student\", \"employee-private\"]`.",
        "The ids of the answers, such as `[\"student\", \"employee-private\"]`.";
    "offers/eligibility/at-least": "Vanaf een getal", "From a number",
        "Het getal is dit of meer.",
        "The number is this or more.";
    "offers/eligibility/at-least/question": "Vraag", "Question",
        "De id van een vraag met getallen, zoals `recipient-age`.",
        "The id of a question with numbers, such as `recipient-age`.";
    "offers/eligibility/at-least/number": "Vanaf", "From",
        "Het kleinste getal dat past. Met `65` past ook wie 65 is.",
        "The smallest number that fits. With `65`, someone of 65 fits too.";
    "offers/eligibility/below": "Onder een getal", "Below a number",
        "Het getal is minder dan dit.",
        "The number is less than this.";
    "offers/eligibility/below/question": "Vraag", "Question",
        "De id van een vraag met getallen, zoals `carer-age`.",
        "The id of a question with numbers, such as `carer-age`.";
    "offers/eligibility/below/number": "Minder dan", "Less than",
        "Het eerste getal dat niet meer past. Met `18` past wie 17 is, en wie 18 is niet.",
        "The first number that no longer fits. With `18`, someone of 17 fits and someone of 18 doesn't.";
    "offers/eligibility/place-in": "Woont in", "Lives in",
        "De plaats ligt in een van deze gebieden. Gebruik het alleen als `area` het niet kan zeggen.",
        "The place lies in one of these regions. Use it only when `area` can't say it.";
    "offers/eligibility/place-in/question": "Wie woont er", "Who lives there",
        "`carer-place` (de mantelzorger) of `recipient-place` (de naaste).",
        "`carer-place` (the caregiver) or `recipient-place` (the care recipient).";
    "offers/eligibility/place-in/regions": "Gebieden", "Regions",
        "De id's uit `regions.json`. Eén ervan is genoeg.",
        "Ids of `regions.json`. Any one of them is enough.";
    "offers/eligibility/today": "In een periode", "Within a period",
        "Het is vandaag in deze periode.",
        "Today lies within this period.";
    "offers/eligibility/today/from": "Eerste dag", "First day",
        "De eerste dag, zoals `2026-11-22`. Mag weg.",
        "The first day, such as `2026-11-22`. May be left out.";
    "offers/eligibility/today/until": "Laatste dag", "Last day",
        "De laatste dag, zoals `2026-12-31`. Mag weg.",
        "The last day, such as `2026-12-31`. May be left out.";

    "examples": "Voorbeelden", "Examples",
        "Mensen bij wie uw aanbod wel of niet tevoorschijn moet komen. Het wordt bij elk nakijken geprobeerd. Mag weg.",
        "People for whom your offers must come out, or must not. They are tried at each check. May be left out.";
    "examples/story": "Over wie het gaat", "Who it is about",
        "Eén zin over deze mens: `Els uit Gent zorgt voor haar man met dementie.`",
        "One sentence about this person: `Els uit Gent zorgt voor haar man met dementie.`";
    "examples/answers": "Antwoorden", "Answers",
        "Wat deze mens antwoordt, per vraag. `null` betekent: weet het niet, of zegt het liever niet.",
        "What this person answers, by question. `null` means: doesn't know, or would rather not say.";
    "examples/expect": "Wat eruit komt", "What comes out",
        "Wat er bij deze mens moet gebeuren. Wat u weglaat, wordt niet nagekeken.",
        "What must happen for this person. What you leave out isn't checked.";
    "examples/expect/must_show": "Moet erbij staan", "Must be shown",
        "Dit aanbod past, of past misschien.",
        "These offers fit, or may fit.";
    "examples/expect/must_not_show": "Mag er niet bij staan", "Must not be shown",
        "Dit aanbod past niet.",
        "These offers don't fit.";
    "examples/expect/must_fit": "Past zeker", "Fits for certain",
        "Dit aanbod past zeker.",
        "These offers fit for certain.";
    "examples/expect/must_be_urgent": "Moet bovenaan staan", "Must stand on top",
        "Dit aanbod staat boven aan elk scherm.",
        "These offers stand on top of every screen.";
    "examples/expect/only_urgent": "Alleen dit bovenaan", "Nothing else on top",
        "Alleen dit aanbod staat boven aan elk scherm. Een lege lijst: niets.",
        "Only these offers stand on top of every screen. An empty list: none.";
    "examples/expect/top": "Bij de eerste", "Among the first",
        "Bij de eerste zoveel staat dit aanbod: `\"10\": [\"vl-kortverblijf\"]`.",
        "Among the first so many stand these offers: `\"10\": [\"vl-kortverblijf\"]`.";
    "examples/expect/hangs_on": "Hangt af van", "Hangs on",
        "Dit aanbod hangt nog af van precies deze vragen: `\"vl-kortverblijf\": [\"living\"]`.",
        "This offer still hangs on exactly these questions: `\"vl-kortverblijf\": [\"living\"]`.";
    "examples/expect/never_asked": "Wordt niet gevraagd", "Isn't asked",
        "Deze vragen worden niet gesteld.",
        "These questions aren't asked.";

    "text/nl": "Nederlands", "Dutch",
        "De tekst in het Nederlands. Die is verplicht.",
        "The text in Dutch. It is required.";
    "text/nl-BE": "Nederlands in België", "Dutch in Belgium",
        "Alleen als men het in België anders zegt. Mag weg.",
        "Only where Belgium says it otherwise. May be left out.";
    "text/nl-NL": "Nederlands in Nederland", "Dutch in the Netherlands",
        "Alleen als men het in Nederland anders zegt. Mag weg.",
        "Only where the Netherlands say it otherwise. May be left out.";
    "text/nl-simple": "Makkelijk Nederlands", "Easy Dutch",
        "Dezelfde tekst, makkelijker te lezen. Mag weg.",
        "The same text, easier to read. May be left out.";
    "text/nl-x-young": "Nederlands voor jongeren", "Dutch for the young",
        "Dezelfde tekst voor wie jonger is dan 18, met `je`. Mag weg.",
        "The same text for who is under 18, with `je`. May be left out.";
    "text/fr": "Frans", "French",
        "De tekst in het Frans. Mag weg.",
        "The text in French. May be left out.";
    "text/de": "Duits", "German",
        "De tekst in het Duits. Mag weg.",
        "The text in German. May be left out.";
    "text/en": "Engels", "English",
        "De tekst in het Engels. Mag weg.",
        "The text in English. May be left out.";
    "text/tr": "Turks", "Turkish",
        "De tekst in het Turks. Mag weg.",
        "The text in Turkish. May be left out.";
    "text/ar": "Arabisch", "Arabic",
        "De tekst in het Arabisch. Mag weg.",
        "The text in Arabic. May be left out.";
};
