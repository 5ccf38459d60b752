//! The languages of the real catalogue: complete where they say so, honest where they aren't, and plain.

use mantelwijzer::{
    answers::{Answer, Answers},
    catalogue::{
        Catalogue, Offer,
        check::check,
        diagnostic::Diagnostic,
        pack::{pack, pack_places},
        parse::{RawCatalogue, Source, parse, parse_guide},
        subject::Subject,
        translation,
        unpack::{Unpacked, unpack},
    },
    date::Date,
    interview::Action,
    language::{Language, Text},
    reading::Reading,
    screen::{Body, Moment, is_young, screen},
    visit::{Deed, Visit},
    wording::files,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

struct Real {
    raw: RawCatalogue,
    catalogue: Catalogue,
    found: Vec<Diagnostic>,
}

fn today() -> Date {
    Date::parse("2026-11-22").expect("a day")
}

/// The catalogue in the repository with all its languages.
fn real() -> Real {
    let mut files = BTreeMap::new();
    gather(&Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogue"), "", &mut files);
    let source = |name: &str| {
        files.get_key_value(name).map(|(file, text): (&String, &String)| Source { file, text }).expect("there")
    };
    let within = |folder: &str| {
        files.keys().filter(|name| name.starts_with(folder)).map(|name| source(name)).collect::<Vec<_>>()
    };
    let (mut raw, mut found) = parse(source("questionnaire.json"), source("regions.json"), &within("partners/"));
    found.extend(parse_guide(source("guide.json"), &mut raw));
    for file in within("languages/") {
        let (translated, told) = translation::parse(file);
        raw.languages.extend(translated);
        found.extend(told);
    }
    let (catalogue, checked) = check(&raw, today());
    found.extend(checked);
    Real { raw, catalogue: catalogue.expect("a catalogue"), found }
}

fn gather(folder: &Path, prefix: &str, files: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = format!("{prefix}{}", path.file_name().and_then(|name| name.to_str()).expect("a name"));
        if path.is_dir() {
            gather(&path, &format!("{name}/"), files);
        } else if name.ends_with(".json") {
            files.insert(name, fs::read_to_string(&path).expect("readable"));
        }
    }
}

fn texts(offer: &Offer) -> Vec<&Text> {
    let mut texts = vec![&offer.name, &offer.gives, &offer.first_step];
    texts.extend(offer.conditions.iter().chain(&offer.cost.note).chain(&offer.doubt));
    texts
}

fn has(text: &Text, language: Language) -> bool {
    text.all().any(|(other, _)| other == language)
}

#[test]
fn every_complete_language_is_complete_and_nothing_is_outdated() {
    let real = real();
    let about_languages = real.found.iter().filter(|one| one.code.starts_with("translation-"));
    let told: Vec<String> =
        about_languages.map(|one| format!("{} {} {:?}: {}", one.code, one.file, one.place, one.message.en)).collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
    for language in Language::COMPLETE {
        let missing = real.catalogue.offers().flat_map(|(_, offer)| texts(offer)).filter(|text| !has(text, language));
        assert_eq!(missing.count(), 0, "{}", language.tag());
    }
}

#[test]
fn turkish_and_arabic_have_every_question_all_urgent_help_and_eighty_offers() {
    let catalogue = real().catalogue;
    for language in [Language::Tr, Language::Ar] {
        let mut missing = Vec::new();
        for (_, question) in catalogue.questionnaire().iter() {
            let asked = [&question.text, &question.short, &question.why].into_iter().chain(&question.hint);
            let options = question
                .options
                .iter()
                .flat_map(|option| [&option.text].into_iter().chain(&option.short).chain(&option.says));
            missing.extend(asked.chain(options).filter(|text| !has(text, language)));
        }
        let guide = catalogue.guide();
        missing.extend(
            guide
                .phases
                .iter()
                .flat_map(|phase| phase.tips.iter().map(|tip| &tip.text))
                .filter(|text| !has(text, language)),
        );
        missing.extend(
            guide.sheets.iter().flat_map(|sheet| [&sheet.title, &sheet.opening]).filter(|text| !has(text, language)),
        );
        assert!(missing.is_empty(), "{}: {missing:?}", language.tag());
        let told = |offer: &Offer| texts(offer).into_iter().all(|text| has(text, language));
        for (_, offer) in catalogue.offers().filter(|(_, offer)| offer.urgent_when.is_some() || offer.line.is_some()) {
            assert!(told(offer), "{}: {}", language.tag(), offer.id);
        }
        let countrywide =
            |offer: &Offer| offer.area.regions.iter().any(|region| !catalogue.regions().get(*region).is_municipality);
        let count = catalogue.offers().filter(|(_, offer)| told(offer) && countrywide(offer)).count();
        assert!(count >= 80, "{}: {count}", language.tag());
    }
}

#[test]
fn easy_dutch_has_every_question_and_summary_in_short_sentences() {
    let catalogue = real().catalogue;
    let longest = |words: &str| {
        let sentences = words.split_inclusive(['.', '?', '!', ':', ';']);
        sentences.map(|sentence| sentence.split_whitespace().count()).max().unwrap_or(0)
    };
    let questions = catalogue.questionnaire().iter().map(|(_, question)| &question.text);
    let summaries = catalogue.offers().map(|(_, offer)| &offer.gives);
    let mut hard: Vec<&str> = Vec::new();
    let (mut easy, mut usual) = (Reading::default(), Reading::default());
    for text in questions.chain(summaries) {
        let words = text.words(Language::NlSimple);
        if longest(words) > 12 {
            hard.push(words);
        }
        easy = easy.and(Reading::of(words));
        usual = usual.and(Reading::of(text.words(Language::Nl)));
    }
    assert!(hard.is_empty(), "{hard:#?}");
    let score = |reading: Reading| reading.score().expect("words");
    assert!(score(easy) >= score(usual) + 3 && score(easy) >= 85, "{} and {}", score(easy), score(usual));
}

/// Why a Dutch text is harder to read than the others.
#[derive(serde::Deserialize)]
struct Hard {
    text: String,
    why: String,
}

#[test]
fn dutch_is_plain_and_what_is_not_is_listed_with_its_reason() {
    let Real { raw, catalogue, .. } = real();
    let subject = Subject::new(&raw, &catalogue, today());
    let written = subject.dutch_sentences().iter().map(|(_, words)| words.as_str());
    let translated = subject.translations().filter(|(_, language, _)| language.is_kin_of(Language::Nl));
    let measured: Vec<(Reading, &str)> = written
        .chain(translated.map(|(_, _, words)| words))
        .map(|words| (Reading::of(words), words))
        .filter(|(reading, _)| reading.words >= 8)
        .collect();
    let is_hard = |reading: &Reading| reading.score().is_some_and(|score| score < 60);
    let hard: BTreeSet<&str> =
        measured.iter().filter(|(reading, _)| is_hard(reading)).map(|(_, words)| *words).collect();
    assert!(measured.len() > 1000 && 10 * hard.len() <= measured.len(), "{} of {}", hard.len(), measured.len());
    let listed: Vec<Hard> = serde_json::from_str(include_str!("hard-texts.json")).expect("a list");
    assert!(listed.iter().all(|one| one.why.split_whitespace().count() >= 5));
    let listed: BTreeSet<&str> = listed.iter().map(|one| one.text.as_str()).collect();
    let differs: Vec<&&str> = hard.symmetric_difference(&listed).collect();
    assert!(differs.is_empty(), "make it plainer, or give the reason in tests/hard-texts.json: {differs:#?}");
}

fn moment() -> Moment {
    Moment { today: today(), weekday: 0, minutes: 600 }
}

/// What the widget reads in this language.
fn published(language: Language) -> Unpacked {
    let catalogue = real().catalogue;
    let words = files::words(language).expect("words");
    let bundle = pack(&catalogue, language, &words, today()).to_string();
    unpack(&bundle, &pack_places(&catalogue, &[]).to_string(), today()).expect("usable")
}

#[test]
fn every_offer_speaks_to_who_is_under_18_in_words_of_its_own() {
    let built = real().catalogue;
    for language in [Language::Nl, Language::NlBe, Language::NlNl] {
        speaks_to_the_young(&built, &published(language));
    }
}

fn speaks_to_the_young(built: &Catalogue, found: &Unpacked) {
    let texts = |offer: &Offer| {
        let all = [&offer.name, &offer.gives, &offer.first_step].into_iter().chain(&offer.conditions);
        let said = all.chain(&offer.cost.note).chain(&offer.doubt).map(|text| text.said(Language::NlYoung).text);
        said.collect::<Vec<_>>()
    };
    let mut spoken = 0;
    for (_, offer) in found.catalogue.offers() {
        let index = built.find_offer(offer.id.as_str()).expect("it was built");
        assert_eq!(texts(offer), texts(built.offer(index)), "{}", offer.id);
        for text in texts(offer) {
            let mut words = text.split(|sign: char| !sign.is_alphabetic());
            assert!(words.all(|word| !["u", "uw", "uzelf"].contains(&word.to_lowercase().as_str())), "{text}");
            spoken += usize::from(text.split(' ').any(|word| ["je", "jij", "jou"].contains(&word)));
        }
    }
    assert!(spoken > 400, "{spoken} texts");
}

#[test]
fn whoever_is_under_18_is_spoken_to_as_je_from_the_answer_on() {
    let found = published(Language::NlBe);
    let age = found.catalogue.questionnaire().find("carer-age").expect("there");
    let position = |id: &str| found.catalogue.questionnaire().get(age).option(id).expect("an option");
    for (id, young) in [("12-17", true), ("0-11", true), ("18-24", false), ("67-plus", false)] {
        let visit = Visit::new(Answers::default());
        assert!(!is_young(&found.catalogue, &visit));
        let give = Action::Give(age, Answer::Option(position(id)));
        let visit =
            visit.after(&found.catalogue, &Deed::Did(Action::Ask(age))).after(&found.catalogue, &Deed::Did(give));
        assert_eq!(is_young(&found.catalogue, &visit), young, "{id}");
        let wording = if young { found.wording.for_young() } else { found.wording.clone() };
        let needs = found.catalogue.landmarks().needs;
        let visit = visit.after(&found.catalogue, &Deed::Did(Action::Ask(needs)));
        let Body::Question(question) = screen(&found.catalogue, &wording, &visit, moment()).body else {
            panic!("no question")
        };
        let title = format!("{question:?}");
        assert_eq!(title.contains("heb je nu nodig") || title.contains("Wat heb je"), young, "{id}: {title}");
    }
}

#[test]
fn numbers_keep_their_order_from_right_to_left() {
    let found = published(Language::Ar);
    let mut apart = 0;
    for (_, offer) in found.catalogue.offers().filter(|(_, offer)| has(&offer.first_step, Language::Ar)) {
        for text in texts(offer).into_iter().filter(|text| has(text, Language::Ar)) {
            let words = text.words(Language::Ar);
            let opened = words.matches('\u{2066}').count();
            assert_eq!(opened, words.matches('\u{2069}').count(), "{words}");
            apart += opened;
            let outside: String =
                words.split('\u{2066}').map(|piece| piece.split('\u{2069}').next_back().unwrap_or_default()).collect();
            let in_groups = outside
                .as_bytes()
                .windows(3)
                .any(|three| three[0].is_ascii_digit() && three[1] == b' ' && three[2].is_ascii_digit());
            assert!(!in_groups, "{words}");
        }
    }
    assert!(apart > 20, "{apart}");
}
