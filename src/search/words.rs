//! From what was typed to the terms that an offer has to meet.

use super::repair::{Repair, Repaired};
use crate::{
    catalogue::Catalogue,
    region::RegionIndex,
    spelling::{forms, has_words, letter, letters, places, plain, replaced, take_words},
};

/// About the most terms; who types a whole story is helped by its first words.
const MOST_TERMS: usize = 8;

/// Words that say nothing about the help that is sought.
const STOP: &str = " de het een en of voor ik mijn me mij met van in op aan te om bij is die dat dit er wat waar hoe wie \
    wil kan moet mag heb heeft hebben ben zijn zoek zoeken zoekt nodig zo heel veel erg vraag vragen graag u uw we wij \
    ons onze jij je jouw hij zij ze haar hem naar als niet geen door over uit tot dan ook nog iemand iets doen gaan \
    maken invullen krijgen krijg weten word worden wordt hulp help helpen zorgen man vrouw moeder vader mama papa oma \
    opa the and for le la les un une pour avec und der die das fur mit ";
/// Words that are true of every offer here: they weigh, but take nothing away.
const SOFT: &str = " mantelzorg mantelzorger mantelzorgers ";

/// Ways of writing that sound the same.
const SOUNDS: [(&str, &str); 4] = [("ei", "ij"), ("ij", "ei"), ("ou", "au"), ("au", "ou")];
/// Names of places that mean something else to most people.
const NOT_PLACES: &str = " huizen best echt goes ";

/// All words there are: of each offer and of each need a line, its parts apart.
pub(super) struct Vocabulary {
    pub offers: String,
    pub needs: String,
}

/// One thing to look for.
pub(super) struct Term {
    forms: Vec<Form>,
    /// Whether an offer has to meet it; else it only weighs.
    pub is_wanted: bool,
    /// Its grade in the heading and in the text of each need.
    pub needs: Vec<(i32, i32)>,
    /// The regions of this name.
    pub places: Vec<RegionIndex>,
}

/// One way in which a term may be written.
struct Form {
    word: String,
    letters: u32,
    /// Whether it is several words.
    is_phrase: bool,
    /// Whether it was typed; else it is a word that means the same.
    is_typed: bool,
}

/// How much a word says about the help that is sought.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Weight {
    Nothing,
    Little,
    Much,
}

fn weight(word: &str) -> Weight {
    if word.len() < 2 || has_words(STOP, word) {
        Weight::Nothing
    } else if has_words(SOFT, word) {
        Weight::Little
    } else {
        Weight::Much
    }
}

/// Whether a word says nothing about the help that is sought.
pub(super) fn is_idle(word: &str) -> bool {
    weight(word) == Weight::Nothing
}

/// What was typed, as terms: names of places and entries of the synonyms may be several words, else each word is one.
/// A word that no offer has is repaired, if it can be; else it stays a term that nothing meets.
pub(super) fn terms(catalogue: &Catalogue, vocabulary: &Vocabulary, typed: &str) -> Vec<Term> {
    let mut left = replaced(&plain(typed), "mantel zorg", "mantelzorg");
    if left.is_empty() {
        return Vec::new();
    }
    let named = catalogue.regions().named_in(&left);
    let maker = Maker { synonyms: &catalogue.guide().synonyms, vocabulary, named: &named };
    let mut terms = Vec::new();
    let phrases = maker.synonyms.iter().flatten().chain(named.iter().map(|(name, _)| name));
    for phrase in phrases.filter(|phrase| phrase.contains(' ')) {
        if take_words(&mut left, phrase) {
            terms.push(maker.term(&[phrase], true));
        }
    }
    let words = left.split(' ').filter(|word| !word.is_empty());
    let most = if terms.is_empty() { words.clone().map(weight).max() } else { None }.unwrap_or(Weight::Much);
    let mut before = "";
    for (word, after) in words.clone().zip(words.skip(1).chain([""])) {
        let is_wanted = weight(word) == most;
        if terms.len() < MOST_TERMS && (is_wanted || weight(word) == Weight::Little) {
            maker.add([before, word, after], is_wanted, &mut terms);
        }
        before = word;
    }
    terms
}

/// What terms are made from.
struct Maker<'a> {
    synonyms: &'a [Vec<String>],
    vocabulary: &'a Vocabulary,
    named: &'a [(String, RegionIndex)],
}

impl Maker<'_> {
    /// Adds the term of a word between two others, or what it becomes when no offer has that word.
    /// Many write a compound in two: 'dag opvang'. So the word may also stand together with one of them.
    fn add(&self, [before, word, after]: [&str; 3], is_wanted: bool, terms: &mut Vec<Term>) {
        let mut together = vec![word.to_owned()];
        together.extend([[before, word], [word, after]].map(|pair| pair.concat()));
        together.dedup();
        let term = self.term(&words_of(&together), is_wanted);
        if self.is_known(&term) {
            return terms.push(term);
        }
        match self.repair(word) {
            Repaired::Not => terms.push(term),
            Repaired::Likely(words) => terms.push(self.term(&words_of(&words), is_wanted)),
            Repaired::Parts(parts) => {
                for part in &parts {
                    terms.push(self.term(&[part], is_wanted && weight(part) == Weight::Much));
                }
            }
        }
    }

    /// The term of some words, each of which will do.
    fn term(&self, words: &[&str], is_wanted: bool) -> Term {
        let mut forms = Vec::new();
        words.iter().for_each(|word| self.write(word, &mut forms));
        let is_meant = |name: &str| words.contains(&name) && !has_words(NOT_PLACES, name);
        let named = self.named.iter().filter(|(name, _)| is_meant(name));
        let places = named.map(|(_, region)| *region).collect();
        let mut term = Term { forms, is_wanted, needs: Vec::new(), places };
        term.needs = self.vocabulary.needs.lines().map(|need| term.grades(need)).collect();
        term
    }

    /// Adds the ways to write a word, and those to write what means the same.
    fn write(&self, word: &str, all: &mut Vec<Form>) {
        let typed = forms(word);
        for group in self.synonyms {
            let is_meant = |entry: &String| {
                let is_like = entry.bytes().take(3).eq(word.bytes().take(3));
                is_like && (typed.contains(entry) || forms(entry).iter().any(|form| form == word))
            };
            if group.iter().any(is_meant) {
                group.iter().flat_map(|entry| forms(entry)).for_each(|form| push(all, form, false));
            }
        }
        typed.into_iter().for_each(|form| push(all, form, true));
    }

    /// Whether any offer or need has it, or it names a place.
    fn is_known(&self, term: &Term) -> bool {
        let parts = self.vocabulary.offers.split(['\t', '\n']).chain(self.vocabulary.needs.split(['\t', '\n']));
        !term.places.is_empty() || parts.into_iter().any(|part| term.grade(part) > 0)
    }

    fn repair(&self, word: &str) -> Repaired {
        let sounds = SOUNDS.iter().map(|(heard, meant)| replaced(word, heard, meant));
        let meant: Vec<String> = sounds.filter(|other| other != word).collect();
        if !meant.is_empty() && self.is_known(&self.term(&words_of(&meant), true)) {
            return Repaired::Likely(meant);
        }
        let mut repair = Repair::new(word);
        for lines in [&self.vocabulary.offers, &self.vocabulary.needs] {
            lines.split([' ', '\t', '\n']).for_each(|word| repair.see(word));
        }
        self.synonyms.iter().flatten().for_each(|entry| repair.see(entry));
        repair.outcome()
    }
}

fn words_of(words: &[String]) -> Vec<&str> {
    words.iter().map(String::as_str).collect()
}

fn push(forms: &mut Vec<Form>, word: String, is_typed: bool) {
    match forms.iter_mut().find(|form| form.word == word) {
        Some(form) => form.is_typed |= is_typed,
        None => forms.push(Form { letters: letters(&word), is_phrase: word.contains(' '), word, is_typed }),
    }
}

impl Term {
    /// Its grades in the parts of a line of the needs.
    fn grades(&self, need: &str) -> (i32, i32) {
        let mut parts = need.split('\t').map(|part| self.grade(part));
        (parts.next().unwrap_or_default(), parts.next().unwrap_or_default())
    }

    /// How well some words meet it: 4 for a whole word as typed, 3 for the beginning of one, 2 inside a compound;
    /// for a word that means the same 2, 1 and 1. 0 when they don't.
    pub fn grade(&self, words: &str) -> i32 {
        let (mut best, mut from, mut has) = (0, 0, 0);
        for (place, byte) in words.bytes().enumerate() {
            if byte == b' ' {
                best = best.max(self.grade_word(words, from, place, has));
                (from, has) = (place + 1, 0);
            } else {
                has |= letter(byte);
            }
        }
        best = best.max(self.grade_word(words, from, words.len(), has));
        for form in self.forms.iter().filter(|form| form.is_phrase && has_words(words, &form.word)) {
            best = best.max(if form.is_typed { 4 } else { 2 });
        }
        best
    }

    /// The grade in the word between two places of a text, of which it has these letters.
    fn grade_word(&self, words: &str, from: usize, to: usize, has: u32) -> i32 {
        let mut best = 0;
        for form in self.forms.iter().filter(|form| form.letters & !has == 0) {
            best = best.max(words.get(from..to).map_or(0, |word| form.grade(word)));
        }
        best
    }
}

impl Form {
    fn grade(&self, word: &str) -> i32 {
        let form = self.word.as_str();
        let (whole, beginning, inside) = match (self.is_typed, form.len()) {
            (true, 0..4) => (4, 1, 0),
            (true, _) => (4, 3, 2),
            (false, 0..4) => (2, 0, 0),
            (false, _) => (2, 1, 1),
        };
        match word.strip_prefix(form) {
            Some(rest) if ENDINGS.contains(&rest) => whole,
            Some(_) => beginning,
            None if form.len() >= 4 && is_in_compound(form, word) => inside,
            None => 0,
        }
    }
}

/// How a plural or an inflected word may go on.
const ENDINGS: [&str; 5] = ["", "s", "n", "e", "en"];

/// Whether a form of four letters or more lies in a compound. One of four lies at its end, or it is a mere piece.
fn is_in_compound(form: &str, word: &str) -> bool {
    let (head, least) = if form.len() > 4 {
        (places(word, form).next().and_then(|place| word.get(..place)), 2)
    } else {
        (ENDINGS.iter().find_map(|ending| word.strip_suffix(ending)?.strip_suffix(form)), 3)
    };
    // 'rouw' doesn't lie in 'vertrouwen'.
    let is_torn = |head: &str| head.len() == 4 && (head.starts_with("ver") || head.starts_with("ont"));
    head.is_some_and(|head| head.len() >= least && !is_torn(head))
}
