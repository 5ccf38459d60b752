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
use classes::Classes;
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
        let (root, table) = self.restrict(answers);
        let verdict = match root {
            Link::End(true) => Verdict::Met,
            Link::End(false) => Verdict::NotMet,
            Link::Node(_) => Verdict::Unknown,
        };
        // Which nodes are reachable: each comes after those it leads to, so one pass from the root is enough.
        let mut reached = vec![false; table.nodes.len()];
        let reach = |link: &Link, reached: &mut Vec<bool>| {
            if let Link::Node(index) = link
                && let Some(mark) = reached.get_mut(*index)
            {
                *mark = true;
            }
        };
        reach(&root, &mut reached);
        let mut depends_on = Vec::new();
        for (index, node) in table.nodes.iter().enumerate().rev() {
            if reached.get(index) == Some(&true) {
                node.branches.iter().for_each(|link| reach(link, &mut reached));
                depends_on.extend(self.variables.get(node.variable).map(|variable| variable.question));
            }
        }
        depends_on.sort_unstable();
        depends_on.dedup();
        Evaluation { verdict, depends_on }
    }

    /// The verdict alone.
    pub fn verdict(&self, answers: &Answers) -> Verdict {
        match self.restrict(answers).0 {
            Link::End(true) => Verdict::Met,
            Link::End(false) => Verdict::NotMet,
            Link::Node(_) => Verdict::Unknown,
        }
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

    /// The diagram that is left when only the classes that fit the answers remain.
    fn restrict(&self, answers: &Answers) -> (Link, Table) {
        let possible: Vec<Vec<usize>> =
            self.variables.iter().map(|variable| variable.classes.possible(answers.known(variable.question))).collect();
        let mut table = Table::default();
        let mut restricted: Vec<Link> = Vec::with_capacity(self.nodes.len());
        for node in &self.nodes {
            let branches =
                possible.get(node.variable).into_iter().flatten().filter_map(|class| node.branches.get(*class));
            let branches = branches.map(|link| follow(&restricted, *link)).collect();
            restricted.push(table.node(node.variable, branches));
        }
        (follow(&restricted, self.root), table)
    }
}

/// Where a link of the old diagram leads in the restricted one.
fn follow(restricted: &[Link], link: Link) -> Link {
    match link {
        Link::End(_) => link,
        Link::Node(index) => restricted.get(index).copied().unwrap_or(link),
    }
}

/// Nodes without a twin and without a node whose branches all lead the same way.
#[derive(Default)]
struct Table {
    nodes: Vec<Node>,
}

impl Table {
    fn node(&mut self, variable: usize, branches: Vec<Link>) -> Link {
        if let Some(first) = branches.first()
            && branches.iter().all(|link| link == first)
        {
            return *first;
        }
        let node = Node { variable, branches };
        // A diagram has a handful of nodes; looking through them is cheaper than an index.
        let twin = self.nodes.iter().position(|other| *other == node);
        Link::Node(twin.unwrap_or_else(|| {
            self.nodes.push(node);
            self.nodes.len() - 1
        }))
    }
}
