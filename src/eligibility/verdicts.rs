//! The verdicts of many rules on the same answers, each part of a diagram judged at most once.

use super::{Diagrams, Evaluation, Link, Node, Root, Verdict, classes::Possible};
use crate::{answers::Answers, questionnaire::Questions};

/// What the rules of a catalogue say of some answers, as far as they were asked.
#[derive(Debug)]
pub struct Verdicts<'a> {
    diagrams: &'a Diagrams,
    /// For each variable the classes that the answers leave possible.
    possible: Vec<Possible>,
    /// What each node becomes when only those classes remain, and the diagram is reduced again: an end, another node, or itself.
    became: Vec<Link>,
    /// The questions that are left in and below a node that stays.
    left: Vec<Questions>,
    /// The nodes that stay, by what they lead to.
    staying: Vec<Link>,
}

/// A node that was not judged yet, and a place where none is.
const NONE: Link = Link(u32::MAX);

impl<'a> Verdicts<'a> {
    /// Nothing judged yet.
    pub fn new(diagrams: &'a Diagrams, answers: &Answers) -> Self {
        let possible = diagrams.variables.iter().map(|found| found.classes.possible(answers.known(found.question)));
        Self {
            diagrams,
            possible: possible.collect(),
            became: vec![NONE; diagrams.nodes.len()],
            left: vec![Questions::none(); diagrams.nodes.len()],
            staying: Vec::new(),
        }
    }

    /// The verdict of a rule, and what it depends on.
    pub fn evaluate(&mut self, root: Root) -> Evaluation {
        let link = self.judge(root.0);
        let verdict = match link {
            Link::MET => Verdict::Met,
            Link::NOT_MET => Verdict::NotMet,
            _ => Verdict::Unknown,
        };
        Evaluation { verdict, depends_on: self.left_of(link) }
    }

    /// The verdict alone.
    pub fn verdict(&mut self, root: Root) -> Verdict {
        self.evaluate(root).verdict
    }

    fn left_of(&self, link: Link) -> Questions {
        link.node().and_then(|node| self.left.get(node)).copied().unwrap_or_default()
    }

    /// What a link becomes.
    fn judge(&mut self, link: Link) -> Link {
        let diagrams = self.diagrams;
        let link = self.past_answered(link);
        let Some((index, node)) = link.node().and_then(|index| Some((index, diagrams.nodes.get(index)?))) else {
            return link;
        };
        let known = self.follow(link);
        if known != NONE {
            return known;
        }
        let (mut first, mut differ) = (NONE, false);
        let mut left = Questions::none();
        for (class, branch) in diagrams.branches(node).iter().enumerate() {
            if self.is_possible(node, class) {
                let link = self.judge(*branch);
                differ |= first != NONE && first != link;
                first = link;
                left = left.and(self.left_of(link));
            }
        }
        let became = if differ { self.stays(link, node) } else { first };
        if let Some(variable) = diagrams.variables.get(node.variable()) {
            left = left.with(variable.question);
        }
        if let Some((own, own_left)) = self.became.get_mut(index).zip(self.left.get_mut(index)) {
            *own = became;
            *own_left = left;
        }
        became
    }

    /// The node itself, or its twin that was judged before.
    fn stays(&mut self, link: Link, node: &Node) -> Link {
        if self.staying.is_empty() {
            self.staying.resize((self.became.len() * 2).next_power_of_two(), NONE);
        }
        let mix = |print: u32, part: u32| (print ^ part).wrapping_mul(0x9e37_79b1).rotate_left(15);
        let mut place = self.led(node).fold(node.variable, |print, link| mix(print, link.0)) as usize;
        // More than half of the places stay empty, so the search ends.
        loop {
            place &= self.staying.len() - 1;
            let Some(other) = self.staying.get_mut(place) else { return link };
            let Some(twin) = other.node().and_then(|other| self.diagrams.nodes.get(other)) else {
                *other = link;
                return link;
            };
            let other = *other;
            if twin.variable == node.variable && self.led(twin).eq(self.led(node)) {
                return other;
            }
            place += 1;
        }
    }

    /// Where the classes that remain lead, by way of those that are answered.
    fn led<'b>(&'b self, node: &'b Node) -> impl Iterator<Item = Link> + 'b {
        let branches = self.diagrams.branches(node).iter().enumerate();
        branches
            .filter(|(class, _)| self.is_possible(node, *class))
            .map(|(_, link)| self.follow(self.past_answered(*link)))
    }

    /// Where a link leads by what is answered: that leaves no choice.
    fn past_answered(&self, mut link: Link) -> Link {
        while let Some(node) = link.node().and_then(|index| self.diagrams.nodes.get(index)) {
            let Some(Possible::One(class)) = self.possible.get(node.variable()) else { break };
            link = self.diagrams.branches(node).get(*class).copied().unwrap_or(NONE);
        }
        link
    }

    fn follow(&self, link: Link) -> Link {
        link.node().and_then(|node| self.became.get(node)).copied().unwrap_or(link)
    }

    fn is_possible(&self, node: &Node, class: usize) -> bool {
        self.possible.get(node.variable()).is_none_or(|possible| possible.holds(class))
    }
}
