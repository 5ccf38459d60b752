//! Rules to diagrams. Done when a catalogue is built; the widget loads diagrams ready-made.

use super::{
    Diagram, Diagrams, Link, Node, Root, Variable,
    classes::{Atom, Classes},
};
use crate::{
    questionnaire::QuestionIndex,
    rule::{Domain, Rule},
};
use std::{collections::BTreeMap, sync::Arc};

/// A rule that tells too many classes of answers apart to be compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooWide;

/// More than any sensible rule needs, and still compiled within a moment.
const MOST_NODES: usize = 2_000;

impl Diagram {
    /// Compiles a rule over the domains of its questions.
    ///
    /// # Errors
    /// [`TooWide`] when the diagram would grow beyond 2,000 nodes.
    pub fn compile(rule: &Rule, domain: impl Fn(QuestionIndex) -> Domain) -> Result<Self, TooWide> {
        let mut variables = Vec::new();
        for question in rule.questions() {
            let mut atoms: Vec<Atom> = Vec::new();
            rule.visit(&mut |part| atoms.extend(Atom::of(part, question)));
            atoms.sort();
            atoms.dedup();
            let classes = Classes::tell_apart(atoms, domain(question)).ok_or(TooWide)?;
            variables.push(Variable { question, classes });
        }
        let all = Diagrams { variables, ..Diagrams::default() };
        let mut compiler = Compiler { all, done: BTreeMap::new() };
        let root = compiler.compile(simplify(rule.clone()), 0)?;
        Ok(Self { all: Arc::new(compiler.all), root: Root(root) })
    }

    /// The same rules in the same order, sharing what they have in common.
    pub fn share<'a>(rules: impl IntoIterator<Item = &'a Self>) -> Vec<Self> {
        let mut sharing = Sharing::default();
        let roots: Vec<Link> = rules.into_iter().map(|rule| sharing.take_in(&rule.all, rule.root.0)).collect();
        let all = Arc::new(sharing.all);
        roots.into_iter().map(|root| Self { all: Arc::clone(&all), root: Root(root) }).collect()
    }
}

/// Diagrams on their way into one.
#[derive(Default)]
struct Sharing {
    all: Diagrams,
    variables: BTreeMap<Variable, usize>,
    /// By variable and branches.
    nodes: BTreeMap<(usize, Vec<Link>), Link>,
    /// What the nodes of each of the diagrams have become.
    done: BTreeMap<(*const Diagrams, Link), Link>,
}

impl Sharing {
    fn take_in(&mut self, from: &Diagrams, link: Link) -> Link {
        if let Some(done) = self.done.get(&(std::ptr::from_ref(from), link)) {
            return *done;
        }
        let node = link.node().and_then(|index| from.nodes.get(index));
        let Some((node, variable)) = node.and_then(|node| Some((node, from.variables.get(node.variable())?))) else {
            return link;
        };
        let branches: Vec<Link> = from.branches(node).iter().map(|branch| self.take_in(from, *branch)).collect();
        let place = match self.variables.get(variable) {
            Some(known) => *known,
            None => {
                let next = self.all.variables.len();
                self.all.variables.push(variable.clone());
                self.variables.insert(variable.clone(), next);
                next
            }
        };
        let became = match self.nodes.get(&(place, branches.clone())) {
            Some(known) => *known,
            None => {
                let added = self.all.add(place, variable.question, &branches);
                self.nodes.insert((place, branches), added);
                added
            }
        };
        self.done.insert((std::ptr::from_ref(from), link), became);
        became
    }
}

struct Compiler {
    all: Diagrams,
    /// What a simplified rule has become; it no longer names the variables before this one.
    done: BTreeMap<Rule, Link>,
}

impl Compiler {
    fn compile(&mut self, rule: Rule, from: usize) -> Result<Link, TooWide> {
        if let Rule::Fixed(value) = rule {
            return Ok(Link::end(value));
        }
        if let Some(link) = self.done.get(&rule) {
            return Ok(*link);
        }
        let named = rule.questions();
        let variables = self.all.variables.iter().enumerate().skip(from);
        let Some((index, classes)) = variables
            .filter(|(_, variable)| named.contains(&variable.question))
            .map(|(index, variable)| (index, variable.classes.len()))
            .next()
        else {
            return Err(TooWide); // a rule that names no question has been simplified to a fixed one
        };
        let mut branches = Vec::with_capacity(classes);
        for class in 0..classes {
            let Some(variable) = self.all.variables.get(index) else { return Err(TooWide) };
            let left = assume(&rule, variable, class);
            branches.push(self.compile(left, index + 1)?);
        }
        let link = self.node(index, &branches);
        if self.all.nodes.len() > MOST_NODES || self.done.len() > MOST_NODES {
            return Err(TooWide);
        }
        self.done.insert(rule, link);
        Ok(link)
    }

    /// A node without a twin, and none where all branches lead the same way.
    fn node(&mut self, variable: usize, branches: &[Link]) -> Link {
        let all = &mut self.all;
        let (Some(first), Some(found)) = (branches.first(), all.variables.get(variable)) else { return Link::NOT_MET };
        if branches.iter().all(|link| link == first) {
            return *first;
        }
        // A diagram has a handful of nodes; looking through them is cheaper than an index.
        let is_twin = |node: &Node| node.variable() == variable && all.branches(node) == branches;
        match all.nodes.iter().position(is_twin) {
            Some(twin) => Link::to(twin),
            None => {
                let question = found.question;
                all.add(variable, question, branches)
            }
        }
    }
}

/// What is left of a rule when a question's answer lies in this class.
fn assume(rule: &Rule, variable: &Variable, class: usize) -> Rule {
    match rule {
        Rule::All(parts) => all(parts.iter().map(|part| assume(part, variable, class))),
        Rule::Any(parts) => any(parts.iter().map(|part| assume(part, variable, class))),
        Rule::Not(part) => not(assume(part, variable, class)),
        Rule::Fixed(_) => rule.clone(),
        Rule::Within(..) | Rule::AnyOf(..) | Rule::AllOf(..) => Atom::of(rule, variable.question)
            .and_then(|atom| variable.classes.truth(&atom, class))
            .map_or_else(|| rule.clone(), Rule::Fixed),
    }
}

fn simplify(rule: Rule) -> Rule {
    match rule {
        Rule::All(parts) => all(parts.into_iter().map(simplify)),
        Rule::Any(parts) => any(parts.into_iter().map(simplify)),
        Rule::Not(part) => not(simplify(*part)),
        Rule::Fixed(_) | Rule::Within(..) | Rule::AnyOf(..) | Rule::AllOf(..) => rule,
    }
}

fn all(parts: impl Iterator<Item = Rule>) -> Rule {
    join(parts, true, Rule::All)
}

fn any(parts: impl Iterator<Item = Rule>) -> Rule {
    join(parts, false, Rule::Any)
}

/// Joins parts of which `neutral` ones don't matter and one of the opposite decides.
fn join(parts: impl Iterator<Item = Rule>, neutral: bool, wrap: fn(Vec<Rule>) -> Rule) -> Rule {
    let mut left = Vec::new();
    for part in parts {
        match part {
            Rule::Fixed(value) if value == neutral => {}
            Rule::Fixed(value) => return Rule::Fixed(value),
            part => left.push(part),
        }
    }
    left.sort();
    left.dedup();
    match left.len() {
        0 => Rule::Fixed(neutral),
        1 => left.remove(0),
        _ => wrap(left),
    }
}

fn not(part: Rule) -> Rule {
    match part {
        Rule::Fixed(value) => Rule::Fixed(!value),
        Rule::Not(part) => *part,
        part => Rule::Not(Box::new(part)),
    }
}
