//! In which languages the offers are told, and how hard the Dutch is to read.

use crate::{
    catalogue::{Catalogue, Offer, OfferIndex},
    language::{Language, Text},
    reading::{Ease, Reading},
};

/// How many offers are told in a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    /// The language.
    pub language: Language,
    /// All texts.
    pub complete: usize,
    /// Some texts.
    pub partial: usize,
    /// No text.
    pub none: usize,
}

/// A text that was measured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measured {
    /// The offer it belongs to.
    pub offer: OfferIndex,
    /// The field it stands in, as the file names it.
    pub field: &'static str,
    /// The text.
    pub words: String,
    /// What was counted.
    pub reading: Reading,
    /// Its score.
    pub score: i32,
}

/// How hard the texts are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Level {
    /// All texts together.
    pub all: Reading,
    /// How many texts lie in each band, from easy to hard.
    pub bands: Vec<(Ease, usize)>,
    /// The hardest, the hardest first.
    pub hardest: Vec<Measured>,
}

/// A text with fewer words says too little to be measured.
pub const FEWEST_WORDS: u32 = 8;

/// The languages that a visitor can choose beside Dutch.
const BESIDE_DUTCH: [Language; 6] =
    [Language::NlSimple, Language::Fr, Language::De, Language::En, Language::Tr, Language::Ar];

/// Counts the languages of these offers.
pub fn languages(catalogue: &Catalogue, offers: &[OfferIndex]) -> Vec<Told> {
    let count = |language: Language| {
        let mut told = Told { language, complete: 0, partial: 0, none: 0 };
        for index in offers {
            let texts = texts(catalogue.offer(*index));
            let has = texts.iter().filter(|(_, text)| text.all().any(|(other, _)| other == language)).count();
            match has {
                0 => told.none += 1,
                has if has == texts.len() => told.complete += 1,
                _ => told.partial += 1,
            }
        }
        told
    };
    [Language::Nl].into_iter().chain(BESIDE_DUTCH).map(count).collect()
}

/// Measures the Dutch of these offers.
pub fn level(catalogue: &Catalogue, offers: &[OfferIndex]) -> Level {
    let mut measured = Vec::new();
    for index in offers {
        for (field, text) in texts(catalogue.offer(*index)) {
            let words = text.words(Language::Nl);
            let reading = Reading::of(words);
            if let Some(score) = reading.score().filter(|_| reading.words >= FEWEST_WORDS && field != "name") {
                measured.push(Measured { offer: *index, field, words: words.to_owned(), reading, score });
            }
        }
    }
    let all = measured.iter().fold(Reading::default(), |all, one| all.and(one.reading));
    let in_band = |ease: Ease| (ease, measured.iter().filter(|one| Ease::of(one.score) == ease).count());
    let bands = Ease::ALL.into_iter().map(in_band).collect();
    measured.sort_by(|one, other| (one.score, one.offer, &one.words).cmp(&(other.score, other.offer, &other.words)));
    measured.truncate(10);
    Level { all, bands, hardest: measured }
}

/// The texts of an offer that a caregiver reads, by their fields.
fn texts(offer: &Offer) -> Vec<(&'static str, &Text)> {
    let mut texts = vec![("name", &offer.name), ("gives", &offer.gives), ("first_step", &offer.first_step)];
    texts.extend(offer.conditions.iter().map(|text| ("conditions", text)));
    texts.extend(offer.cost.note.iter().map(|text| ("cost", text)));
    texts.extend(offer.doubt.iter().map(|text| ("doubt", text)));
    texts
}
