//! A word from offices, for which there is a plain one.

use super::Check;
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        subject::Subject,
    },
    says,
};

pub(super) const CHECK: Check = Check {
    code: "hard-word",
    severity: Severity::Warning,
    manual: "Er staat een moeilijk woord waarvoor een gewoon woord bestaat, zoals 'indien' voor 'als'. De lijst staat \
        bij 'Gewone woorden'.",
    run,
};

/// Hard words, each with what people say. From the usual lists of plain Dutch (Taaltelefoon, Genootschap Onze Taal,
/// Direct Duidelijk), as far as they turn up in texts about care.
pub const WORDS: &[(&str, &str)] = &[
    ("aangaande", "over"),
    ("aanvang", "begin"),
    ("aanwenden", "gebruiken"),
    ("additioneel", "extra"),
    ("adequaat", "goed"),
    ("alsmede", "en ook"),
    ("alsook", "en ook"),
    ("alvorens", "voordat"),
    ("begunstigde", "wie het geld krijgt"),
    ("beschikken over", "hebben"),
    ("betreffende", "over"),
    ("bewerkstelligen", "zorgen dat"),
    ("conform", "volgens"),
    ("contacteren", "bellen of mailen"),
    ("continueren", "doorgaan met"),
    ("cumuleren", "samen krijgen"),
    ("derhalve", "daarom"),
    ("desbetreffende", "deze"),
    ("desgewenst", "als u dat wilt"),
    ("dient te", "moet"),
    ("dienen te", "moeten"),
    ("doorgaans", "meestal"),
    ("echtgenoot", "man, vrouw of partner"),
    ("eveneens", "ook"),
    ("faciliteren", "mogelijk maken"),
    ("gedurende", "tijdens"),
    ("gelieve", "wilt u"),
    ("hetgeen", "wat"),
    ("hieromtrent", "hierover"),
    ("implementeren", "invoeren"),
    ("indien", "als"),
    ("ingeval", "als"),
    ("initiatief nemen tot", "beginnen met"),
    ("in het kader van", "voor"),
    ("inzake", "over"),
    ("jegens", "tegen"),
    ("middels", "met"),
    ("mits", "als"),
    ("nadien", "daarna"),
    ("niettegenstaande", "ook al"),
    ("omtrent", "over"),
    ("ondervinden", "hebben"),
    ("optimaliseren", "beter maken"),
    ("participeren", "meedoen"),
    ("problematiek", "problemen"),
    ("psychosociaal", "hoe iemand zich voelt"),
    ("reeds", "al"),
    ("rechthebbende", "wie er recht op heeft"),
    ("resideren", "wonen"),
    ("slechts", "alleen"),
    ("te allen tijde", "altijd"),
    ("ten behoeve van", "voor"),
    ("teneinde", "om"),
    ("ten gevolge van", "door"),
    ("tevens", "ook"),
    ("thans", "nu"),
    ("trachten", "proberen"),
    ("vereisen", "nodig hebben"),
    ("verkrijgen", "krijgen"),
    ("verstrekken", "geven"),
    ("verzoeken", "vragen"),
    ("voorts", "ook"),
    ("zodoende", "zo"),
    ("zorgbehoevende", "uw naaste"),
];

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for (spot, words) in subject.dutch_sentences() {
        let spoken = plainly(words);
        for (hard, plain) in WORDS.iter().filter(|(hard, _)| holds(&spoken, hard)) {
            found.push(CHECK.at(
                spot,
                says!("'{hard}' is een moeilijk woord", "'{hard}' is a hard word"),
                says!("schrijf '{plain}', of zeg het anders", "write '{plain}', or say it otherwise"),
            ));
        }
    }
}

/// Whether these words stand in it, whole. Mostly they don't, and the search without blanks says so without a copy.
fn holds(spoken: &str, hard: &str) -> bool {
    spoken.contains(hard) && spoken.contains(&format!(" {hard} "))
}

/// In small letters, with a blank around each word.
fn plainly(words: &str) -> String {
    let letters = words.to_lowercase().replace(|sign: char| !sign.is_alphanumeric() && sign != '\'', " ");
    format!(" {} ", letters.split_whitespace().collect::<Vec<_>>().join(" "))
}
