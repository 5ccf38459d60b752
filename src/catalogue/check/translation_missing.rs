//! A text that not every complete language has.

use super::Check;
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        subject::{Field, Subject, Written},
        translation::Memory,
    },
    language::Language,
    says,
};

pub(super) const CHECK: Check = Check {
    code: "translation-missing",
    severity: Severity::Warning,
    manual: "Een tekst is er nog niet in het Frans, Duits of Engels. Wie die taal koos, leest hier Nederlands. Zet de \
        vertaling in `languages/`, of in het bestand zelf naast `nl`.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    let memory = Memory::of(&subject.raw.languages);
    // Organisations go by their own names, and so do places.
    let keeps_its_name = [Field::PartnerName, Field::PlaceName, Field::About];
    let texts: Vec<&Written> =
        subject.texts().iter().filter(|written| !keeps_its_name.contains(&written.field)).collect();
    let lacks = |written: &Written, language: Language| {
        let beside = written.text.all().any(|(other, _)| other == language);
        !beside && memory.find(written.text.words(Language::Nl)).iter().all(|(other, _)| *other != language)
    };
    // A language in which less than half is told has only begun.
    let has_begun = |language: &&Language| {
        let lacking = texts.iter().filter(|written| lacks(written, **language)).count();
        2 * lacking <= texts.len()
    };
    let wanted: Vec<Language> = Language::COMPLETE.iter().filter(has_begun).copied().collect();
    for written in texts {
        let lacking: Vec<Language> = wanted.iter().filter(|language| lacks(written, **language)).copied().collect();
        // Without Dutch there is nothing to translate yet.
        if lacking.is_empty() || lacking.contains(&Language::Nl) {
            continue;
        }
        let tags = lacking.iter().map(|language| language.tag()).collect::<Vec<_>>().join("`, `");
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
