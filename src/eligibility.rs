//! Who an offer is for: exact three-valued evaluation of rules.
//!
//! A rule is settled when every way of answering the open questions agrees (contract, 'Meaning' 1).
//! To know that without trying them all, each rule is compiled once into a [`Diagram`]:
//! a reduced ordered decision diagram (Bryant 1986, 'Graph-Based Algorithms for Boolean Function Manipulation'),
//! with one variable per question and one branch per class of answers that the rule tells apart.
//! In a reduced diagram a question is present if and only if two completions that differ in it alone
//! differ in verdict; that is `depends_on`.

use crate::{
    answers::{Answers, Known},
    questionnaire::QuestionIndex,
};

mod classes;
mod compile;
mod packed;
use classes::{Classes, Possible};
pub use compile::TooWide;

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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evaluation {
    /// The verdict.
    pub verdict: Verdict,
    /// Exactly the questions of which a fuller answer can still change the verdict, in authored order.
    /// Empty unless the verdict is unknown.
    pub depends_on: Vec<QuestionIndex>,
}

/// A compiled rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagram {
    /// In the order in which the diagram asks them.
    variables: Vec<Variable>,
    /// Each node after those it leads to.
    nodes: Vec<Node>,
    root: Link,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Variable {
    question: QuestionIndex,
    classes: Classes,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Node {
    variable: usize,
    /// One per class.
    branches: Vec<Link>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Link {
    End(bool),
    Node(usize),
}

impl Diagram {
    /// The verdict on these answers, and what it depends on.
    pub fn evaluate(&self, answers: &Answers) -> Evaluation {
        let verdict = self.verdict(answers);
        let depends_on = if verdict == Verdict::Unknown { self.open(answers) } else { Vec::new() };
        Evaluation { verdict, depends_on }
    }

    /// The verdict alone: which ends can still be reached. The answers to different questions don't hang together, so every
    /// way through the diagram over classes that are still possible is some way of answering.
    pub fn verdict(&self, answers: &Answers) -> Verdict {
        let mut walk = Walk { diagram: self, answers, few: 0, many: Vec::new(), ends: [false; 2] };
        walk.visit(self.root);
        match walk.ends {
            [false, true] => Verdict::Met,
            [true, false] => Verdict::NotMet,
            _ => Verdict::Unknown,
        }
    }

    /// The questions that are left in the diagram when only the classes that fit the answers remain, and it is reduced again.
    fn open(&self, answers: &Answers) -> Vec<QuestionIndex> {
        let restricted = self.restrict(answers);
        // Which nodes are reachable: each comes after those it leads to, so one pass from the root is enough.
        let mut reached = vec![false; self.nodes.len()];
        let reach = |link: Link, reached: &mut Vec<bool>| {
            if let Link::Node(index) = link
                && let Some(mark) = reached.get_mut(index)
            {
                *mark = true;
            }
        };
        reach(follow(&restricted, self.root), &mut reached);
        let mut questions = Vec::new();
        for (index, node) in self.nodes.iter().enumerate().rev() {
            if reached.get(index) == Some(&true) {
                self.led(node, answers, &restricted).for_each(|link| reach(link, &mut reached));
                questions.extend(self.variables.get(node.variable).map(|variable| variable.question));
            }
        }
        questions.sort_unstable();
        questions.dedup();
        questions
    }

    /// The questions the rule names, whether or not each can change its verdict.
    pub fn named(&self) -> impl Iterator<Item = QuestionIndex> {
        self.variables.iter().map(|variable| variable.question)
    }

    /// The questions that matter for some way of answering all questions.
    pub fn questions(&self) -> Vec<QuestionIndex> {
        self.evaluate(&Answers::default()).depends_on
    }

    /// A smallest set of the given answers that settles the verdict by itself: leave one out, and it is unknown.
    /// Empty when the verdict is unknown. Where several sets would do, earlier questions are preferred.
    pub fn reasons(&self, answers: &Answers) -> Vec<QuestionIndex> {
        let verdict = self.verdict(answers);
        if verdict == Verdict::Unknown {
            return Vec::new();
        }
        let named = self.variables.iter().map(|variable| variable.question);
        let mut kept: Vec<QuestionIndex> =
            named.filter(|question| answers.known(*question) != Known::Nothing).collect();
        for place in (0..kept.len()).rev() {
            let question = kept.remove(place);
            if self.verdict(&answers.only(|other| kept.contains(&other))) != verdict {
                kept.insert(place, question);
            }
        }
        kept
    }

    /// For each node what it becomes when only the classes that fit the answers remain.
    fn restrict(&self, answers: &Answers) -> Vec<Link> {
        let mut restricted: Vec<Link> = Vec::with_capacity(self.nodes.len());
        for node in &self.nodes {
            let link = self.becomes(node, answers, &restricted);
            restricted.push(link);
        }
        restricted
    }

    /// An end or another node where all its branches lead there, the first of its twins where it has any, or itself.
    fn becomes(&self, node: &Node, answers: &Answers, restricted: &[Link]) -> Link {
        let mut branches = self.led(node, answers, restricted);
        if let Some(first) = branches.next()
            && branches.all(|link| link == first)
        {
            return first;
        }
        // A diagram has a handful of nodes; looking through them is cheaper than an index.
        let is_twin = |(place, (other, link)): &(usize, (&Node, &Link))| {
            **link == Link::Node(*place)
                && other.variable == node.variable
                && self.led(other, answers, restricted).eq(self.led(node, answers, restricted))
        };
        let mut before = self.nodes.iter().zip(restricted).enumerate();
        Link::Node(before.find(is_twin).map_or(restricted.len(), |(place, _)| place))
    }

    /// Where those that are left lead, among those that are left.
    fn led<'a>(&'a self, node: &'a Node, answers: &Answers, restricted: &'a [Link]) -> impl Iterator<Item = Link> + 'a {
        self.branches(node, answers).map(move |link| follow(restricted, link))
    }

    /// Where the classes lead that the answers leave possible.
    fn branches<'a>(&'a self, node: &'a Node, answers: &Answers) -> impl Iterator<Item = Link> + 'a {
        let variable = self.variables.get(node.variable);
        let possible =
            variable.map_or(Possible::Any, |variable| variable.classes.possible(answers.known(variable.question)));
        let branches = node.branches.iter().enumerate();
        branches.filter(move |(class, _)| possible.holds(*class)).map(|(_, link)| *link)
    }
}

/// A walk over what is reachable, each node once.
struct Walk<'a> {
    diagram: &'a Diagram,
    answers: &'a Answers,
    /// The nodes seen: of the first 64 a bit, of others a mark.
    few: u64,
    many: Vec<bool>,
    /// Whether the end 'not met' was reached, and 'met'.
    ends: [bool; 2],
}

impl Walk<'_> {
    fn visit(&mut self, link: Link) {
        match link {
            Link::End(false) => self.ends[0] = true,
            Link::End(true) => self.ends[1] = true,
            Link::Node(index) => {
                let diagram = self.diagram;
                if self.ends == [true; 2] || self.was_seen(index) {
                    return;
                }
                if let Some(node) = diagram.nodes.get(index) {
                    diagram.branches(node, self.answers).for_each(|branch| self.visit(branch));
                }
            }
        }
    }

    fn was_seen(&mut self, index: usize) -> bool {
        if index < 64 {
            let bit = 1 << index;
            let was = self.few & bit != 0;
            self.few |= bit;
            return was;
        }
        self.many.resize(self.diagram.nodes.len(), false);
        self.many.get_mut(index).is_none_or(|mark| std::mem::replace(mark, true))
    }
}

/// Where a link of the old diagram leads in the restricted one.
fn follow(restricted: &[Link], link: Link) -> Link {
    match link {
        Link::End(_) => link,
        Link::Node(index) => restricted.get(index).copied().unwrap_or(link),
    }
}
