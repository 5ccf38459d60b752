//! Who an offer is for: exact three-valued evaluation of rules.
//!
//! A rule is settled when every way of answering the open questions agrees (contract, 'Meaning' 1).
//! To know that without trying them all, each rule is compiled once into a diagram:
//! a reduced ordered decision diagram (Bryant 1986, 'Graph-Based Algorithms for Boolean Function Manipulation'),
//! with one variable per question and one branch per class of answers that the rule tells apart.
//! In a reduced diagram a question is present if and only if two completions that differ in it alone
//! differ in verdict; that is what a verdict hangs on.
//!
//! The diagrams of a catalogue are one diagram with many roots (Minato, Ishiura and Yajima 1990, 'Shared Binary Decision
//! Diagram with Attributed Edges'): what rules have in common is there once, and is judged once.

use crate::{
    answers::{Answers, Known},
    questionnaire::{QuestionIndex, Questions},
};
use std::sync::Arc;

mod classes;
mod compile;
mod packed;
mod verdicts;
use classes::Classes;
pub use compile::TooWide;
pub use verdicts::Verdicts;

/// Whether an offer is for this caregiver, as far as the answers tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Every completion of the answers meets the rule.
    Met,
    /// Some do and some don't.
    Unknown,
    /// None does.
    NotMet,
}

/// A verdict, and what it hangs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Evaluation {
    /// The verdict.
    pub verdict: Verdict,
    /// Exactly the questions of which a fuller answer can still change the verdict.
    /// Empty unless the verdict is unknown.
    pub depends_on: Questions,
}

/// A compiled rule: a root among those of its catalogue.
#[derive(Clone, Debug)]
pub struct Diagram {
    all: Arc<Diagrams>,
    root: Root,
}

/// Where a rule begins in what the rules of its catalogue share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Root(Link);

/// Compiled rules, with what they have in common.
#[derive(Debug, Default)]
pub struct Diagrams {
    variables: Vec<Variable>,
    /// Each node after those it leads to.
    nodes: Vec<Node>,
    /// The branches of all nodes, one node after the other.
    branches: Vec<Link>,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Variable {
    question: QuestionIndex,
    classes: Classes,
}

#[derive(Clone, Copy, Debug)]
struct Node {
    variable: u32,
    /// Its branches, one per class: from here to there.
    branches: (u32, u32),
    /// The questions in and below it.
    questions: Questions,
}

/// Where a branch leads: to an end, or to a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Link(u32);

impl Link {
    const NOT_MET: Self = Self(0);
    const MET: Self = Self(1);

    fn end(met: bool) -> Self {
        if met { Self::MET } else { Self::NOT_MET }
    }

    fn to(node: usize) -> Self {
        Self(node as u32 + 2)
    }

    /// The node it leads to, unless that is an end.
    fn node(self) -> Option<usize> {
        self.0.checked_sub(2).map(|node| node as usize)
    }
}

impl Node {
    fn variable(&self) -> usize {
        self.variable as usize
    }
}

impl Diagrams {
    /// Adds a node above those there are.
    fn add(&mut self, variable: usize, question: QuestionIndex, branches: &[Link]) -> Link {
        let below = branches.iter().filter_map(|link| self.nodes.get(link.node()?));
        let questions = below.fold(Questions::none().with(question), |all, node| all.and(node.questions));
        let start = self.branches.len();
        self.branches.extend_from_slice(branches);
        let branches = (start as u32, self.branches.len() as u32);
        self.nodes.push(Node { variable: variable as u32, branches, questions });
        Link::to(self.nodes.len() - 1)
    }

    fn branches(&self, node: &Node) -> &[Link] {
        let (from, to) = node.branches;
        self.branches.get(from as usize..to as usize).unwrap_or_default()
    }
}

impl Diagram {
    /// What it shares with the others of its catalogue.
    pub fn all(&self) -> Arc<Diagrams> {
        Arc::clone(&self.all)
    }

    /// Where it begins, for [`Verdicts`] of its catalogue.
    pub fn root(&self) -> Root {
        self.root
    }

    /// Whether no way of answering meets it.
    pub fn is_never(&self) -> bool {
        self.root.0 == Link::NOT_MET
    }

    /// The verdict on these answers, and what it depends on. For many rules, [`Verdicts`] is quicker.
    pub fn evaluate(&self, answers: &Answers) -> Evaluation {
        Verdicts::new(&self.all, answers).evaluate(self.root)
    }

    /// The verdict alone: which ends can still be reached. The answers to different questions don't hang together, so every
    /// way through the diagram over classes that are still possible is some way of answering.
    pub fn verdict(&self, answers: &Answers) -> Verdict {
        let mut walk = Walk { all: &self.all, answers, seen: Vec::new(), ends: [false; 2] };
        walk.visit(self.root.0);
        match walk.ends {
            [false, true] => Verdict::Met,
            [true, false] => Verdict::NotMet,
            _ => Verdict::Unknown,
        }
    }

    /// The questions that matter for some way of answering all questions.
    pub fn questions(&self) -> Questions {
        self.root
            .0
            .node()
            .and_then(|index| self.all.nodes.get(index))
            .map_or_else(Questions::none, |node| node.questions)
    }

    /// A smallest set of the given answers that settles the verdict by itself: leave one out, and it is unknown.
    /// Empty when the verdict is unknown. Where several sets would do, earlier questions are preferred.
    pub fn reasons(&self, answers: &Answers) -> Vec<QuestionIndex> {
        let verdict = self.verdict(answers);
        if verdict == Verdict::Unknown {
            return Vec::new();
        }
        let named: Vec<QuestionIndex> =
            self.questions().iter().filter(|question| answers.known(*question) != Known::Nothing).collect();
        let mut kept: Questions = named.iter().copied().collect();
        for question in named.into_iter().rev() {
            let fewer = kept.without(Questions::none().with(question));
            if self.verdict(&answers.only(|other| fewer.contains(other))) == verdict {
                kept = fewer;
            }
        }
        kept.iter().collect()
    }
}

/// A walk over what is reachable, each node once.
struct Walk<'a> {
    all: &'a Diagrams,
    answers: &'a Answers,
    /// The nodes seen: a handful.
    seen: Vec<Link>,
    /// Whether the end 'not met' was reached, and 'met'.
    ends: [bool; 2],
}

impl Walk<'_> {
    fn visit(&mut self, link: Link) {
        let all = self.all;
        let node = link.node().and_then(|index| all.nodes.get(index));
        let Some((node, variable)) = node.and_then(|node| Some((node, all.variables.get(node.variable())?))) else {
            let [not_met, met] = &mut self.ends;
            *(if link == Link::MET { met } else { not_met }) = true;
            return;
        };
        if self.ends == [true; 2] || self.seen.contains(&link) {
            return;
        }
        self.seen.push(link);
        let possible = variable.classes.possible(self.answers.known(variable.question));
        for (class, branch) in all.branches(node).iter().enumerate() {
            if possible.holds(class) {
                self.visit(*branch);
            }
        }
    }
}
