//! A word that no offer has: a slip of the keys, or a compound of words that offers do have.

use super::words::is_idle;
use crate::spelling::{letters, slips};

/// The most words that one slip may have been meant as.
const MOST_LIKELY: usize = 6;
/// The shortest part of a compound.
const PART: usize = 4;

/// What a word was probably meant as.
pub(super) enum Repaired {
    /// Nobody knows.
    Not,
    /// One of these words: all are as near.
    Likely(Vec<String>),
    /// A compound of these.
    Parts(Vec<String>),
}

/// The search for it: every known word is seen once or more often.
pub(super) struct Repair<'a> {
    typed: &'a str,
    letters: u32,
    /// The most slips that are forgiven.
    most: u8,
    /// How far the likely words are: slips first, then another first letter, then a beginning only.
    nearest: u8,
    likely: Vec<String>,
    /// The places where a known word ends that the typed one begins with, one bit each.
    heads: u64,
    /// The places where a known word begins that the typed one ends with.
    tails: u64,
}

impl<'a> Repair<'a> {
    /// Begins with a folded word.
    pub fn new(typed: &'a str) -> Self {
        let most = match typed.len() {
            0..4 => 0,
            4..8 => 1,
            _ => 2,
        };
        Self { typed, letters: letters(typed), most, nearest: u8::MAX, likely: Vec::new(), heads: 0, tails: 0 }
    }

    /// Looks at a known word.
    pub fn see(&mut self, word: &str) {
        if word.len() < 3 {
            return;
        }
        if word.len() >= PART && word.len() < self.typed.len() && self.typed.len() < 64 {
            self.heads |= u64::from(self.typed.starts_with(word)) << word.len();
            self.tails |= u64::from(self.typed.ends_with(word)) << (self.typed.len() - word.len());
        }
        let most = usize::from(self.most);
        if word.len() + most < self.typed.len() || !self.may_be(word) {
            return;
        }
        // Of a long word only the beginning can be meant, and no more of it than was typed.
        let near = word.get(..self.typed.len() + most).unwrap_or(word);
        let Some(slips) = slips(self.typed, near) else { return };
        let is_beginning = near.len() < word.len() || slips.whole > self.most;
        let count = if is_beginning { slips.beginning } else { slips.whole };
        if count > self.most || (is_beginning && self.typed.len() <= PART) || is_idle(word) {
            return;
        }
        let is_other = self.typed.as_bytes().first() != word.as_bytes().first();
        let distance = 4 * count + 2 * u8::from(is_other) + u8::from(is_beginning);
        if distance < self.nearest {
            self.nearest = distance;
            self.likely.clear();
        }
        let meant = if is_beginning { word.get(..slips.length).unwrap_or(word) } else { word };
        let is_new = !self.likely.iter().any(|other| other == meant);
        if distance == self.nearest && is_new && self.likely.len() < MOST_LIKELY {
            self.likely.push(meant.to_owned());
        }
    }

    /// A quick look: each slip brings at most one letter that the word hasn't, and seldom hides both first letters.
    fn may_be(&self, word: &str) -> bool {
        let strange = (self.letters & !letters(word)).count_ones();
        let (mine, its) = (self.typed.as_bytes(), word.as_bytes());
        let begins = mine.iter().take(2).any(|letter| its.iter().take(2).any(|other| letter == other));
        begins && strange <= u32::from(self.most)
    }

    /// What it was meant as. A compound of two known words is sure, a slip likely, a part better than nothing.
    pub fn outcome(self) -> Repaired {
        let part = |from: usize, to: usize| self.typed.get(from..to).unwrap_or_default().to_owned();
        let end = self.typed.len();
        let has = |places: u64, place: usize| places & 1_u64.checked_shl(place as u32).unwrap_or_default() != 0;
        for place in (PART..end).filter(|place| has(self.tails, *place)) {
            let linked = self.typed.as_bytes().get(place - 1) == Some(&b's') && has(self.heads, place - 1);
            if has(self.heads, place) || linked {
                return Repaired::Parts(vec![part(0, place - usize::from(linked)), part(place, end)]);
            }
        }
        if !self.likely.is_empty() {
            Repaired::Likely(self.likely)
        } else if self.tails != 0 {
            Repaired::Parts(vec![part(self.tails.trailing_zeros() as usize, end)])
        } else if self.heads != 0 {
            Repaired::Parts(vec![part(0, 63 - self.heads.leading_zeros() as usize)])
        } else {
            Repaired::Not
        }
    }
}
