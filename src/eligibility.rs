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
    rule::{Domain, Rule},
};
use std::collections::{BTreeMap, BTreeSet};

mod classes;
use classes::{Atom, Classes};

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

/// A rule that tells too many classes of answers apart to be compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooWide;

/// More than any sensible rule needs, and still compiled within a moment.
const MOST_NODES: usize = 20_000;

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
    /// Compiles a rule over the domains of its questions.
    ///
    /// # Errors
    /// [`TooWide`] when the diagram would grow beyond 20,000 nodes.
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
        let mut compiler = Compiler { variables: &variables, nodes: Table::default(), done: BTreeMap::new() };
        let root = compiler.compile(simplify(rule.clone()), 0)?;
        let nodes = compiler.nodes.nodes;
        Ok(Self { variables, nodes, root })
    }

    /// The verdict on these answers, and what it depends on.
    pub fn evaluate(&self, answers: &Answers) -> Evaluation {
        let (root, table) = self.restrict(answers);
        let verdict = match root {
            Link::End(true) => Verdict::Met,
            Link::End(false) => Verdict::NotMet,
            Link::Node(_) => Verdict::Unknown,
        };
        let mut present = BTreeSet::new();
        let mut seen = BTreeSet::new();
        let mut waiting = vec![root];
        while let Some(link) = waiting.pop() {
            if let Link::Node(index) = link
                && seen.insert(index)
                && let Some(node) = table.nodes.get(index)
            {
                present.extend(self.variables.get(node.variable).map(|variable| variable.question));
                waiting.extend(&node.branches);
            }
        }
        Evaluation { verdict, depends_on: present.into_iter().collect() }
    }

    /// The verdict alone.
    pub fn verdict(&self, answers: &Answers) -> Verdict {
        match self.restrict(answers).0 {
            Link::End(true) => Verdict::Met,
            Link::End(false) => Verdict::NotMet,
            Link::Node(_) => Verdict::Unknown,
        }
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
        let mut kept: BTreeSet<QuestionIndex> =
            named.filter(|question| answers.known(*question) != Known::Nothing).collect();
        for question in kept.clone().into_iter().rev() {
            kept.remove(&question);
            if self.verdict(&answers.only(|other| kept.contains(&other))) != verdict {
                kept.insert(question);
            }
        }
        kept.into_iter().collect()
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
    known: BTreeMap<(usize, Vec<Link>), usize>,
}

impl Table {
    fn node(&mut self, variable: usize, branches: Vec<Link>) -> Link {
        if let Some(first) = branches.first()
            && branches.iter().all(|link| link == first)
        {
            return *first;
        }
        let nodes = &mut self.nodes;
        let index = *self.known.entry((variable, branches)).or_insert_with_key(|(_, branches)| {
            nodes.push(Node { variable, branches: branches.clone() });
            nodes.len() - 1
        });
        Link::Node(index)
    }
}

struct Compiler<'a> {
    variables: &'a [Variable],
    nodes: Table,
    /// What a simplified rule has become; it no longer names the variables before this one.
    done: BTreeMap<Rule, Link>,
}

impl Compiler<'_> {
    fn compile(&mut self, rule: Rule, from: usize) -> Result<Link, TooWide> {
        if let Rule::Fixed(value) = rule {
            return Ok(Link::End(value));
        }
        if let Some(link) = self.done.get(&rule) {
            return Ok(*link);
        }
        let named = rule.questions();
        let next =
            self.variables.iter().enumerate().skip(from).find(|(_, variable)| named.contains(&variable.question));
        let Some((index, variable)) = next else {
            return Err(TooWide); // a rule that names no question has been simplified to a fixed one
        };
        let mut branches = Vec::with_capacity(variable.classes.len());
        for class in 0..variable.classes.len() {
            branches.push(self.compile(assume(&rule, variable, class), index + 1)?);
        }
        let link = self.nodes.node(index, branches);
        if self.nodes.nodes.len() > MOST_NODES || self.done.len() > MOST_NODES {
            return Err(TooWide);
        }
        self.done.insert(rule, link);
        Ok(link)
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
