//! A text that not every complete language has.

use super::Check;
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity, Spot},
        subject::{Field, Subject, Written},
        translation::Memory,
    },
    language::Language,
    says,
};
use std::collections::BTreeMap;

pub(super) const CHECK: Check = Check {
    code: "translation-missing",
    severity: Severity::Warning,
    manual: "Een tekst is er nog niet in een taal waarin hij hoort te staan. In het Frans, Duits en Engels is dat elke \
        tekst; in het Turks en Arabisch elke vraag, elke tip en alle dringende hulp; in makkelijk Nederlands elke vraag \
        en elk `gives`; in het Nederlands voor wie jonger is dan 18 elke tekst met `u` of `uw`. Waar hij ontbreekt, \
        staat gewoon Nederlands. Zet de vertaling in `languages/`, of in het bestand zelf naast `nl`.",
    run,
};

/// The languages of which everything or a part is owed; other Dutch stands beside its Dutch or not at all.
const OWED: [Language; 7] =
    [Language::Fr, Language::De, Language::En, Language::Tr, Language::Ar, Language::NlSimple, Language::NlYoung];

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    let memory = Memory::of(&subject.raw.languages);
    let mut pressing: BTreeMap<&str, Vec<Spot>> = BTreeMap::new();
    for (spot, _) in subject.offers().filter(|(_, offer)| offer.line.is_some() || offer.urgent_when.is_some()) {
        pressing.entry(spot.file_name()).or_default().push(spot);
    }
    let is_pressing =
        |spot: &Spot| pressing.get(spot.file_name()).is_some_and(|offers| offers.iter().any(|offer| spot.is_in(offer)));
    // Each text with the languages it is owed in, and whether it lacks there.
    let texts: Vec<(&Written, Vec<(Language, bool)>)> = subject
        .texts()
        .iter()
        .filter(|written| !KEEPS_ITS_NAME.contains(&written.field))
        // Without Dutch there is nothing to translate yet.
        .filter(|written| written.text.all().any(|(language, _)| language == Language::Nl))
        .map(|written| {
            let elsewhere = memory.find(written.text.words(Language::Nl));
            let has = |language| {
                let mut beside = written.text.all().map(|(other, _)| other);
                beside.any(|other| other == language) || elsewhere.iter().any(|(other, _)| *other == language)
            };
            let is_pressing = is_pressing(&written.spot);
            let is_told =
                |language: &Language| *language != Language::NlYoung || addresses(written.text.words(Language::Nl));
            let owed =
                OWED.into_iter().filter(is_told).filter(|language| is_owed(*language, written.field, is_pressing));
            (written, owed.map(|language| (language, !has(language))).collect())
        })
        .collect();
    // A language in which less than half is told of what is owed has only begun.
    let has_begun = |language: &Language| {
        let owed = texts.iter().flat_map(|(_, owed)| owed).filter(|(other, _)| other == language);
        2 * owed.clone().filter(|(_, lacks)| *lacks).count() <= owed.count()
    };
    let wanted: Vec<Language> = OWED.into_iter().filter(has_begun).collect();
    for (written, owed) in &texts {
        let lacking = owed.iter().filter(|(language, lacks)| *lacks && wanted.contains(language));
        let lacking: Vec<&str> = lacking.map(|(language, _)| language.tag()).collect();
        if lacking.is_empty() {
            continue;
        }
        let tags = lacking.join("`, `");
        found.push(CHECK.at(
            &written.spot,
            says!("deze tekst is er nog niet in `{tags}`", "this text isn't there yet in `{tags}`"),
            says!(
                "zet de vertaling in `languages/`, bij dezelfde Nederlandse tekst; tot dan staat er Nederlands",
                "put the translation in `languages/`, with the same Dutch text; until then it is shown in Dutch"
            ),
        ));
    }
}

/// Organisations go by their own names, and so do places.
const KEEPS_ITS_NAME: [Field; 3] = [Field::PartnerName, Field::PlaceName, Field::About];

/// Whether a Dutch text speaks to its reader, as one doesn't to who is under 18.
fn addresses(words: &str) -> bool {
    let words = words.split(|sign: char| !sign.is_alphabetic());
    words.map(str::to_lowercase).any(|word| matches!(word.as_str(), "u" | "uw" | "uzelf"))
}

/// Whether a text must be there in a language; `is_pressing` for those of a line to talk to and of help for this moment.
fn is_owed(language: Language, field: Field, is_pressing: bool) -> bool {
    let is_of_offer = match field {
        Field::OfferName | Field::Gives | Field::FirstStep | Field::Condition | Field::CostNote | Field::Doubt => true,
        Field::TopicName | Field::Question | Field::Short | Field::Hint | Field::Why | Field::Choice => false,
        Field::Says | Field::Heading | Field::Passage => false,
        Field::PartnerName | Field::About | Field::PlaceName => return false,
    };
    match language {
        Language::Tr | Language::Ar => !is_of_offer || is_pressing,
        Language::NlSimple => matches!(field, Field::Question | Field::Gives),
        _ => true,
    }
}
