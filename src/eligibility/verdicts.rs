//! The verdicts of many rules on the same answers, each part of a diagram judged at most once.

use super::{Diagram, Diagrams, Evaluation, Link, Node, Verdict};
use crate::{answers::Answers, questionnaire::Questions};

/// What the rules of a catalogue say of some answers, as far as they were asked.
#[derive(Debug)]
pub struct Verdicts<'a> {
    diagrams: &'a Diagrams,
    answers: &'a Answers,
    /// For each variable the classes that the answers leave possible, once it was looked at.
    possible: Vec<Option<Possible>>,
    /// What each node becomes when only those classes remain, and the diagram is reduced again: an end, another node, or itself.
    became: Vec<Link>,
    /// The questions that are left in and below a node that stays.
    left: Vec<Questions>,
    /// The nodes that stay, by what they lead to.
    staying: Vec<Link>,
}

/// For each class whether it is possible; empty when all are.
type Possible = Vec<bool>;

/// A node that was not judged yet, and a place where none is.
const NONE: Link = Link(u32::MAX);

impl<'a> Verdicts<'a> {
    /// Nothing judged yet.
    pub fn new(diagrams: &'a Diagrams, answers: &'a Answers) -> Self {
        let (variables, nodes) = (diagrams.variables.len(), diagrams.nodes.len());
        Self {
            diagrams,
            answers,
            possible: vec![None; variables],
            became: vec![NONE; nodes],
            left: vec![Questions::default(); nodes],
            staying: Vec::new(),
        }
    }

    /// The verdict of a rule of the same catalogue, and what it depends on.
    pub fn evaluate(&mut self, diagram: &Diagram) -> Evaluation {
        let link = self.judge(diagram.root);
        let verdict = match link {
            Link::MET => Verdict::Met,
            Link::NOT_MET => Verdict::NotMet,
            _ => Verdict::Unknown,
        };
        Evaluation { verdict, depends_on: self.left_of(link) }
    }

    /// The verdict alone.
    pub fn verdict(&mut self, diagram: &Diagram) -> Verdict {
        self.evaluate(diagram).verdict
    }

    fn left_of(&self, link: Link) -> Questions {
        link.node().and_then(|node| self.left.get(node)).copied().unwrap_or_default()
    }

    /// What a link becomes.
    fn judge(&mut self, link: Link) -> Link {
        let diagrams = self.diagrams;
        let Some((index, node)) = link.node().and_then(|index| Some((index, diagrams.nodes.get(index)?))) else {
            return link;
        };
        let known = self.follow(link);
        if known != NONE {
            return known;
        }
        self.look_at(node.variable);
        let (mut first, mut differ) = (NONE, false);
        let mut left = Questions::default();
        for (class, branch) in node.branches.iter().enumerate() {
            if self.is_possible(node, class) {
                let link = self.judge(*branch);
                differ |= first != NONE && first != link;
                first = link;
                left = left.and(self.left_of(link));
            }
        }
        let became = if differ { self.stays(index, node) } else { first };
        if became == link
            && let Some((variable, own)) = diagrams.variables.get(node.variable).zip(self.left.get_mut(index))
        {
            *own = left.with(variable.question);
        }
        if let Some(own) = self.became.get_mut(index) {
            *own = became;
        }
        became
    }

    /// The node itself, or its twin that was judged before.
    fn stays(&mut self, index: usize, node: &Node) -> Link {
        if self.staying.is_empty() {
            self.staying.resize((self.became.len() * 2).next_power_of_two(), NONE);
        }
        let mix = |print: u32, part: u32| (print ^ part).wrapping_mul(0x9e37_79b1).rotate_left(15);
        let start = self.led(node).fold(node.variable as u32, |print, link| mix(print, link.0)) as usize;
        // More than half of the places stay empty, so the search ends.
        for step in 0.. {
            let place = (start + step) & (self.staying.len() - 1);
            let other = self.staying.get(place).copied().unwrap_or(NONE);
            match other.node().and_then(|other| self.diagrams.nodes.get(other)) {
                None => {
                    if let Some(free) = self.staying.get_mut(place) {
                        *free = Link::to(index);
                    }
                    break;
                }
                Some(twin) if twin.variable == node.variable && self.led(twin).eq(self.led(node)) => return other,
                Some(_) => {}
            }
        }
        Link::to(index)
    }

    /// Where the classes that remain lead.
    fn led<'b>(&'b self, node: &'b Node) -> impl Iterator<Item = Link> + 'b {
        let possible = node.branches.iter().enumerate().filter(|(class, _)| self.is_possible(node, *class));
        possible.map(|(_, link)| if link.node().is_some() { self.follow(*link) } else { *link })
    }

    fn follow(&self, link: Link) -> Link {
        link.node().and_then(|node| self.became.get(node)).copied().unwrap_or(link)
    }

    fn is_possible(&self, node: &Node, class: usize) -> bool {
        let possible = self.possible.get(node.variable).and_then(Option::as_ref);
        possible.and_then(|possible| possible.get(class)).copied().unwrap_or(true)
    }

    fn look_at(&mut self, variable: usize) {
        if let (Some(slot @ None), Some(found)) =
            (self.possible.get_mut(variable), self.diagrams.variables.get(variable))
        {
            *slot = Some(found.classes.possible(self.answers.known(found.question)));
        }
    }
}
