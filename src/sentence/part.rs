//! What a rule comes down to once 'not' has been brought to the clauses, and how that is said.

use super::clause;

/// A part of a rule. [`Part::all`] and [`Part::any`] keep the parts of a list from being lists of the same kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Always holds.
    Always,
    /// Never holds.
    Never,
    /// One thing, to follow 'wie'.
    Clause(String),
    /// A number that reaches one bound and stays below another, as far as there are any.
    Number {
        /// The question, so that two bounds of one can be told together.
        question: String,
        /// The lowest number.
        from: Option<u32>,
        /// The first number that is too high.
        below: Option<u32>,
        /// What comes after one, and after more.
        counts: [&'static str; 2],
        /// How it is said.
        says: Says,
    },
    /// Every one of these holds.
    All(Vec<Part>),
    /// At least one of these holds.
    Any(Vec<Part>),
}

/// How a number is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Says {
    pub at_least: String,
    pub below: String,
    pub between: Option<String>,
}

impl Part {
    /// Every one of these holds.
    pub fn all(parts: Vec<Self>) -> Self {
        let mut kept: Vec<Self> = Vec::new();
        for part in parts {
            match part {
                Self::Always => {}
                Self::Never => return Self::Never,
                Self::All(inner) => inner.into_iter().for_each(|part| keep_both(&mut kept, part)),
                part => keep_both(&mut kept, part),
            }
        }
        match kept.len() {
            0 => Self::Always,
            1 => kept.remove(0),
            _ => Self::All(kept),
        }
    }

    /// At least one of these holds.
    pub fn any(parts: Vec<Self>) -> Self {
        let mut kept: Vec<Self> = Vec::new();
        for part in parts {
            match part {
                Self::Never => {}
                Self::Always => return Self::Always,
                Self::Any(inner) => inner.into_iter().for_each(|part| keep(&mut kept, part)),
                part => keep(&mut kept, part),
            }
        }
        match kept.len() {
            0 => Self::Never,
            1 => kept.remove(0),
            _ => Self::Any(kept),
        }
    }

    /// All of these clauses.
    pub fn each(clauses: Vec<String>) -> Self {
        Self::all(clauses.into_iter().map(Self::Clause).collect())
    }

    /// One of these clauses about one question; `all` are those of all its answers.
    pub fn either(clauses: &[String], all: &[String]) -> Self {
        Self::any(clause::alternatives(clauses, all).into_iter().map(Self::Clause).collect())
    }

    /// The whole, from 'voor' on.
    pub fn sentence(&self) -> String {
        match self {
            Self::Always => "voor iedereen in het gebied".to_owned(),
            Self::Never => "voor niemand".to_owned(),
            Self::Any(parts) if self.is_list() => {
                let alternatives: Vec<String> =
                    parts.iter().map(|part| format!("voor wie {}", part.phrase())).collect();
                alternatives.join(", of ")
            }
            Self::Clause(_) | Self::Number { .. } | Self::All(_) | Self::Any(_) => {
                format!("voor wie {}", self.phrase())
            }
        }
    }

    /// To follow 'wie'.
    fn phrase(&self) -> String {
        match self {
            Self::Always => "hier woont".to_owned(),
            Self::Never => "nergens woont".to_owned(),
            Self::Clause(clause) => clause.clone(),
            Self::Number { from, below, counts, says, .. } => says.number(*from, *below, *counts),
            Self::Any(parts) => self.someone().unwrap_or_else(|| {
                let alternatives: Vec<String> = parts.iter().map(|part| format!("ofwel {}", part.enclosed())).collect();
                alternatives.join(", ")
            }),
            Self::All(parts) => {
                // Of one person two choices can't be told in one breath.
                let has_several = parts.iter().filter(|part| part.someone().is_some()).count() > 1;
                let (lists, leaves): (Vec<&Self>, Vec<&Self>) =
                    parts.iter().partition(|part| part.is_list() || (has_several && matches!(part, Self::Any(_))));
                let clauses: Vec<String> = leaves.iter().map(|leaf| leaf.phrase()).collect();
                let mut said: Vec<String> = Vec::new();
                said.extend((!clauses.is_empty()).then(|| clause::together(&clauses)));
                let enclosed =
                    |list: &&Self| if lists.len() == 1 { list.phrase() } else { format!("({})", list.phrase()) };
                said.extend(lists.iter().map(enclosed));
                let is_open = said.first().is_some_and(|first| clause::is_joined(first));
                said.join(if is_open { ", en daarbij " } else { " en daarbij " })
            }
        }
    }

    /// Whether it takes 'ofwel' to say it.
    fn is_list(&self) -> bool {
        matches!(self, Self::Any(_)) && self.someone().is_none()
    }

    /// Alternatives that are all about the care recipient, as one clause.
    fn someone(&self) -> Option<String> {
        let Self::Any(parts) = self else { return None };
        let is_plain = |part: &Self| match part {
            Self::All(parts) => !parts.iter().any(|part| matches!(part, Self::Any(_))),
            Self::Clause(_) | Self::Number { .. } => true,
            Self::Always | Self::Never | Self::Any(_) => false,
        };
        parts.iter().all(is_plain).then_some(())?;
        clause::someone(&parts.iter().map(Self::phrase).collect::<Vec<_>>())
    }

    /// The phrase, in brackets where something in it could be mistaken for what is around it.
    fn enclosed(&self) -> String {
        match self {
            Self::All(parts) if parts.iter().any(Self::is_list) => format!("({})", self.phrase()),
            Self::Any(_) => format!("({})", self.phrase()),
            Self::Always | Self::Never | Self::Clause(_) | Self::Number { .. } | Self::All(_) => self.phrase(),
        }
    }

    /// The whole in lines with their depth.
    pub fn lines(&self) -> Vec<(usize, String)> {
        let mut lines = Vec::new();
        match self {
            Self::All(parts) => list("voor wie dit allemaal geldt:", parts, 0, &mut lines),
            Self::Any(parts) => list("voor wie een van deze geldt:", parts, 0, &mut lines),
            Self::Always | Self::Never | Self::Clause(_) | Self::Number { .. } => lines.push((0, self.sentence())),
        }
        lines
    }
}

/// Parts under their heading, one below another.
fn list(heading: &str, parts: &[Part], depth: usize, lines: &mut Vec<(usize, String)>) {
    lines.push((depth, heading.to_owned()));
    for part in parts {
        match part {
            Part::All(parts) => list("dit allemaal:", parts, depth + 1, lines),
            Part::Any(parts) => list("een van deze:", parts, depth + 1, lines),
            Part::Always | Part::Never | Part::Clause(_) | Part::Number { .. } => {
                lines.push((depth + 1, format!("wie {}", part.phrase())));
            }
        }
    }
}

impl Says {
    fn number(&self, from: Option<u32>, below: Option<u32>, counts: [&str; 2]) -> String {
        let [one, more] = counts;
        let with_unit =
            |number: u32| format!("{number} {}", if number == 1 { one } else { more }).trim_end().to_owned();
        match (from, below, &self.between) {
            (Some(from), Some(below), Some(between)) => {
                let last = with_unit(below.saturating_sub(1));
                between.replace("{from}", &from.to_string()).replace("{to}", &last)
            }
            (Some(from), Some(below), None) => {
                format!("{} en {}", self.number(Some(from), None, counts), self.number(None, Some(below), counts))
            }
            (Some(from), None, _) => self.at_least.replace("{number}", &with_unit(from)),
            (None, Some(below), _) => self.below.replace("{number}", &with_unit(below)),
            (None, None, _) => String::new(),
        }
    }
}

fn keep(kept: &mut Vec<Part>, part: Part) {
    if !kept.contains(&part) {
        kept.push(part);
    }
}

/// Keeps a part that must hold beside the others; two bounds of one number become one.
fn keep_both(kept: &mut Vec<Part>, part: Part) {
    let Part::Number { question, from, below, .. } = &part else { return keep(kept, part) };
    for other in kept.iter_mut() {
        let Part::Number { question: same, from: lowest, below: highest, .. } = other else { continue };
        let fits_in = (lowest.is_none() && below.is_none()) || (highest.is_none() && from.is_none());
        let (first, last) = (from.or(*lowest), below.or(*highest));
        let is_span = first.zip(last).is_some_and(|(first, last)| first.saturating_add(1) < last);
        if same == question && fits_in && is_span {
            (*lowest, *highest) = (first, last);
            return;
        }
    }
    keep(kept, part);
}
