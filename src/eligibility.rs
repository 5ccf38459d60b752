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
        let depends_on = if verdict == Verdict::Unknown { Rest::of(self, answers).questions() } else { Vec::new() };
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
}

impl Variable {
    /// The classes that the answers leave possible.
    fn possible(&self, answers: &Answers) -> Possible {
        self.classes.possible(answers.known(self.question))
    }
}

impl Node {
    /// Where these classes lead.
    fn led<'a>(&'a self, possible: &'a Possible) -> impl Iterator<Item = Link> + 'a {
        self.branches.iter().enumerate().filter(|(class, _)| possible.holds(*class)).map(|(_, link)| *link)
    }
}

/// What is left of a diagram when only the classes that fit the answers remain, and it is reduced again.
struct Rest<'a> {
    diagram: &'a Diagram,
    /// By variable.
    possible: Vec<Possible>,
    /// What each node becomes: an end or another node where all its branches lead there, the first of its twins where it has
    /// any, or itself.
    links: Vec<Link>,
}

impl<'a> Rest<'a> {
    fn of(diagram: &'a Diagram, answers: &Answers) -> Self {
        let possible = diagram.variables.iter().map(|variable| variable.possible(answers)).collect();
        let mut rest = Self { diagram, possible, links: Vec::with_capacity(diagram.nodes.len()) };
        for node in &diagram.nodes {
            let link = rest.becomes(node);
            rest.links.push(link);
        }
        rest
    }

    fn becomes(&self, node: &Node) -> Link {
        let mut branches = self.led(node);
        if let Some(first) = branches.next()
            && branches.all(|link| link == first)
        {
            return first;
        }
        // A diagram has a handful of nodes; looking through them is cheaper than an index.
        let is_twin = |(place, (other, link)): &(usize, (&Node, &Link))| {
            **link == Link::Node(*place) && other.variable == node.variable && self.led(other).eq(self.led(node))
        };
        let mut before = self.diagram.nodes.iter().zip(&self.links).enumerate();
        Link::Node(before.find(is_twin).map_or(self.links.len(), |(place, _)| place))
    }

    /// Where the branches of a node lead, among what is left.
    fn led<'b>(&'b self, node: &'b Node) -> impl Iterator<Item = Link> + 'b {
        let possible = self.possible.get(node.variable);
        possible.into_iter().flat_map(|possible| node.led(possible)).map(|link| self.follow(link))
    }

    fn follow(&self, link: Link) -> Link {
        match link {
            Link::End(_) => link,
            Link::Node(index) => self.links.get(index).copied().unwrap_or(link),
        }
    }

    /// The questions that are asked in it, in authored order.
    fn questions(&self) -> Vec<QuestionIndex> {
        // Which nodes are reachable: each comes after those it leads to, so one pass from the root is enough.
        let mut reached = vec![false; self.diagram.nodes.len()];
        let reach = |link: Link, reached: &mut Vec<bool>| {
            if let Link::Node(index) = link
                && let Some(mark) = reached.get_mut(index)
            {
                *mark = true;
            }
        };
        reach(self.follow(self.diagram.root), &mut reached);
        let mut questions = Vec::new();
        for (index, node) in self.diagram.nodes.iter().enumerate().rev() {
            if reached.get(index) == Some(&true) {
                self.led(node).for_each(|link| reach(link, &mut reached));
                questions.extend(self.diagram.variables.get(node.variable).map(|variable| variable.question));
            }
        }
        questions.sort_unstable();
        questions.dedup();
        questions
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
                let node = diagram.nodes.get(index);
                if let Some((node, variable)) =
                    node.and_then(|node| Some((node, diagram.variables.get(node.variable)?)))
                {
                    let possible = variable.possible(self.answers);
                    node.led(&possible).for_each(|branch| self.visit(branch));
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
