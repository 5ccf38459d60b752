//! Classes of answers to one question that a rule can't tell apart.

use crate::{
    answers::{Chosen, Known},
    questionnaire::QuestionIndex,
    rule::{Domain, Rule},
    span::Span,
};
use std::collections::{BTreeMap, BTreeSet};

/// More classes than this, and a rule asks too much of one question.
pub(super) const MOST_CLASSES: usize = 4096;

/// A leaf of a rule, without its question.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Atom {
    Within(Vec<Span>),
    AnyOf(Chosen),
    AllOf(Chosen),
}

impl Atom {
    /// The atom of a leaf about this question.
    pub(super) fn of(rule: &Rule, question: QuestionIndex) -> Option<Self> {
        match rule {
            Rule::Within(about, spans) if *about == question => Some(Self::Within(spans.clone())),
            Rule::AnyOf(about, options) if *about == question => Some(Self::AnyOf(*options)),
            Rule::AllOf(about, options) if *about == question => Some(Self::AllOf(*options)),
            Rule::Within(..) | Rule::AnyOf(..) | Rule::AllOf(..) => None,
            Rule::Fixed(_) | Rule::All(_) | Rule::Any(_) | Rule::Not(_) => None,
        }
    }

    fn holds_for_number(&self, number: u32) -> bool {
        match self {
            Self::Within(spans) => spans.iter().any(|span| span.contains(number)),
            Self::AnyOf(_) | Self::AllOf(_) => false,
        }
    }

    fn holds_for_set(&self, chosen: Chosen) -> bool {
        match self {
            Self::AnyOf(options) => chosen & options != 0,
            Self::AllOf(options) => chosen & options == *options,
            Self::Within(_) => false,
        }
    }
}

/// The classes of one question: each is a row of truth values, one per atom.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Classes {
    pub(super) atoms: Vec<Atom>,
    pub(super) rows: Vec<Vec<bool>>,
    /// For numbers: the class of each interval between two thresholds, by the interval's first number.
    pub(super) pieces: Vec<(Span, usize)>,
}

impl Classes {
    /// The classes into which the atoms divide the domain; `None` when there are too many.
    pub(super) fn tell_apart(atoms: Vec<Atom>, domain: Domain) -> Option<Self> {
        let mut classes = Self { atoms, rows: Vec::new(), pieces: Vec::new() };
        match domain {
            Domain::Numbers(domain) => classes.cut(domain),
            Domain::Sets { options, alone } => classes.rows = rows_of_sets(&classes.atoms, options, alone)?,
        }
        (classes.rows.len() <= MOST_CLASSES).then_some(classes)
    }

    fn cut(&mut self, domain: Span) {
        let mut cuts: BTreeSet<u32> = [domain.from, domain.to].into();
        for atom in &self.atoms {
            if let Atom::Within(spans) = atom {
                cuts.extend(spans.iter().flat_map(|span| [span.from, span.to]).filter(|cut| domain.contains(*cut)));
            }
        }
        let mut known: BTreeMap<Vec<bool>, usize> = BTreeMap::new();
        for (from, to) in cuts.iter().zip(cuts.iter().skip(1)) {
            let row: Vec<bool> = self.atoms.iter().map(|atom| atom.holds_for_number(*from)).collect();
            let next = known.len();
            let class = *known.entry(row.clone()).or_insert(next);
            if class == next {
                self.rows.push(row);
            }
            self.pieces.push((Span::new(*from, *to), class));
        }
    }

    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether an atom holds in a class.
    pub(super) fn truth(&self, atom: &Atom, class: usize) -> Option<bool> {
        let position = self.atoms.iter().position(|other| other == atom)?;
        self.rows.get(class)?.get(position).copied()
    }

    /// The classes an answer leaves possible; never none.
    pub(super) fn possible(&self, known: Known) -> Possible {
        match known {
            Known::Within(span) => {
                let mut classes = self.pieces.iter().filter(|(piece, _)| piece.meets(span)).map(|(_, class)| *class);
                match classes.next() {
                    Some(first) if classes.clone().all(|class| class == first) => Possible::One(first),
                    Some(first) => {
                        let mut some = vec![false; self.rows.len()];
                        for class in std::iter::once(first).chain(classes) {
                            some.get_mut(class).into_iter().for_each(|mark| *mark = true);
                        }
                        Possible::Some(some)
                    }
                    None => Possible::Any,
                }
            }
            Known::Exactly(chosen) => {
                let is_row = |row: &Vec<bool>| {
                    row.iter().zip(&self.atoms).all(|(holds, atom)| *holds == atom.holds_for_set(chosen))
                };
                self.rows.iter().position(is_row).map_or(Possible::Any, Possible::One)
            }
            Known::Nothing => Possible::Any,
        }
    }
}

/// Classes that an answer leaves possible.
#[derive(Clone, Debug)]
pub(super) enum Possible {
    /// All of them.
    Any,
    /// One.
    One(usize),
    /// Those that are marked.
    Some(Vec<bool>),
}

impl Possible {
    /// Whether a class is among them.
    pub(super) fn holds(&self, class: usize) -> bool {
        match self {
            Self::Any => true,
            Self::One(one) => *one == class,
            Self::Some(some) => some.get(class) == Some(&true),
        }
    }
}

/// Every row of truth values that some set of options gives, found option by option.
fn rows_of_sets(atoms: &[Atom], options: usize, alone: Option<usize>) -> Option<Vec<Vec<bool>>> {
    let start: Vec<bool> = atoms.iter().map(|atom| matches!(atom, Atom::AllOf(_))).collect();
    // With each row: whether any option is in the set.
    let mut rows: BTreeSet<(Vec<bool>, bool)> = [(start, false)].into();
    for option in (0..options.min(64)).filter(|option| Some(*option) != alone) {
        let bit: Chosen = 1 << option;
        let mut grown = BTreeSet::new();
        for (row, some) in rows {
            let (mut with, mut without) = (row.clone(), row);
            for ((atom, with), without) in atoms.iter().zip(&mut with).zip(&mut without) {
                match atom {
                    Atom::AnyOf(any) if any & bit != 0 => *with = true,
                    Atom::AllOf(all) if all & bit != 0 => *without = false,
                    Atom::AnyOf(_) | Atom::AllOf(_) | Atom::Within(_) => {}
                }
            }
            grown.insert((with, true));
            grown.insert((without, some));
        }
        if grown.len() > 2 * MOST_CLASSES {
            return None;
        }
        rows = grown;
    }
    let mut found: BTreeSet<Vec<bool>> = BTreeSet::new();
    match alone {
        // What excludes the others can't be part of their sets, and stands for the empty one.
        Some(alone) => {
            let lacks_alone = |row: &Vec<bool>| {
                let needs = |atom: &Atom| matches!(atom, Atom::AllOf(all) if all & (1 << alone) != 0);
                atoms.iter().zip(row).map(|(atom, holds)| *holds && !needs(atom)).collect()
            };
            found.extend(rows.iter().filter(|(_, some)| *some).map(|(row, _)| lacks_alone(row)));
            found.insert(atoms.iter().map(|atom| atom.holds_for_set(1 << alone)).collect());
        }
        None => found.extend(rows.into_iter().map(|(row, _)| row)),
    }
    Some(found.into_iter().collect())
}
