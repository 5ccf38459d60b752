//! What the catalogue says in other languages, kept apart from the files of partners.
//!
//! A translation belongs to the Dutch words it was made from, wherever they stand. When those change it counts no more: the
//! text falls back to Dutch, where everyone sees that it does, and [`super::check`] tells of it. So nobody reads an amount
//! or a number in French that has long been another one. What stands beside the Dutch in a partner's file comes first.

use super::{
    Catalogue,
    diagnostic::{Diagnostic, Spot},
    parse::{Source, whole},
    raw::{RawText, RawTranslations},
    shape::Form,
};
use crate::{
    guide::{Guide, Passage},
    language::{Language, Text},
    questionnaire::{Question, Questionnaire},
};
use std::collections::BTreeMap;

/// The folder in which the folders of languages lie.
pub const FOLDER: &str = "languages";

/// One file of translations, read.
#[derive(Clone, Debug)]
pub struct Translated {
    /// Such as `languages/fr/offers.json`.
    pub file: String,
    /// What is in it.
    pub content: RawTranslations,
}

impl Translated {
    /// Every entry and its spot in the file.
    pub fn texts(&self) -> impl Iterator<Item = (Spot<'_>, &RawText)> {
        let list = Spot::file(&self.file).at("texts");
        self.content.texts.iter().enumerate().map(move |(position, text)| (list.at(position), text))
    }
}

/// Reads a file of translations, and tells why when it can't be read.
pub fn parse(source: Source) -> (Option<Translated>, Vec<Diagnostic>) {
    let mut found = Vec::new();
    let read = whole::<RawTranslations>(source, Form::Translations, &mut found);
    (read.map(|(file, content)| Translated { file, content }), found)
}

/// What is known of each Dutch text in other languages.
pub struct Memory<'a>(BTreeMap<&'a str, Vec<(Language, &'a str)>>);

impl<'a> Memory<'a> {
    /// Out of all files; of two translations of the same words the first counts.
    pub fn of(files: &'a [Translated]) -> Self {
        let mut memory: BTreeMap<&str, Vec<(Language, &str)>> = BTreeMap::new();
        for text in files.iter().flat_map(|file| &file.content.texts) {
            let Some(dutch) = text.nl.as_deref() else { continue };
            let known = memory.entry(dutch).or_default();
            for (language, words) in text.all().filter(|(language, _)| *language != Language::Nl) {
                if known.iter().all(|(other, _)| *other != language) {
                    known.push((language, words));
                }
            }
        }
        Self(memory)
    }

    /// What these Dutch words are in other languages.
    pub fn find(&self, dutch: &str) -> &[(Language, &'a str)] {
        self.0.get(dutch).map_or(&[], Vec::as_slice)
    }

    /// Adds what is known to every text of a catalogue that lacks it.
    pub(super) fn fill(&self, catalogue: &mut Catalogue) {
        if !self.0.is_empty() {
            each_text(catalogue, &mut |text| self.fill_text(text));
        }
    }

    fn fill_text(&self, text: &mut Text) {
        let Some((_, dutch)) = text.all().find(|(language, _)| *language == Language::Nl) else { return };
        for (language, words) in self.find(dutch) {
            if text.all().all(|(other, _)| other != *language) {
                text.add(*language, (*words).to_owned());
            }
        }
    }
}

fn each_text(catalogue: &mut Catalogue, see: &mut impl FnMut(&mut Text)) {
    let Catalogue { questionnaire, guide, partners, offers, regions: _, landmarks: _, rules: _, briefs: _ } = catalogue;
    each_of_questions(questionnaire, see);
    each_of_guide(guide, see);
    for partner in partners {
        see(&mut partner.name);
        partner.about.iter_mut().for_each(&mut *see);
    }
    for offer in offers {
        [&mut offer.name, &mut offer.gives, &mut offer.first_step].into_iter().for_each(&mut *see);
        offer.conditions.iter_mut().chain(&mut offer.cost.note).chain(&mut offer.doubt).for_each(&mut *see);
    }
}

fn each_of_questions(questionnaire: &mut Questionnaire, see: &mut impl FnMut(&mut Text)) {
    questionnaire.topics.iter_mut().for_each(|topic| see(&mut topic.name));
    for Question { text, short, hint, why, options, .. } in &mut questionnaire.questions {
        [text, short, why].into_iter().chain(hint).for_each(&mut *see);
        for option in options {
            see(&mut option.text);
            option.short.iter_mut().chain(&mut option.says).for_each(&mut *see);
        }
    }
}

fn each_of_guide(guide: &mut Guide, see: &mut impl FnMut(&mut Text)) {
    let Guide { recognition, phases, rungs, sheets, breathe, synonyms: _ } = guide;
    recognition.questions.iter_mut().for_each(&mut *see);
    for Passage { title, text } in [&mut recognition.yes, &mut recognition.perhaps, breathe] {
        see(title);
        text.iter_mut().for_each(&mut *see);
    }
    for phase in phases {
        [&mut phase.title, &mut phase.lead].into_iter().for_each(&mut *see);
        phase.tips.iter_mut().map(|tip| &mut tip.text).chain(&mut phase.ahead).for_each(&mut *see);
    }
    for rung in rungs {
        [&mut rung.title, &mut rung.lead].into_iter().for_each(&mut *see);
    }
    for sheet in sheets {
        [&mut sheet.title, &mut sheet.lead, &mut sheet.opening].into_iter().for_each(&mut *see);
        sheet.asks.iter_mut().chain(&mut sheet.farewell).for_each(&mut *see);
    }
}
