//! A rule as a tree that can be edited part by part, and the changes to it.

use super::{
    Bench,
    form::{Choice, PlaceTag, words_of},
    tree::{Node, Value},
};
use crate::catalogue::raw::{RawKind, RawQuestion, RawUnit};
use std::rc::Rc;

/// A part of a rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Where it stands in the file.
    pub at: String,
    /// What it says.
    pub shape: Shape,
}

/// What a part of a rule says.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// Every one of these.
    All(Vec<Part>),
    /// At least one of these.
    Any(Vec<Part>),
    /// Not this.
    Not(Box<Part>),
    /// Something about one question, or the day.
    Leaf(Leaf),
    /// Something that can't be read as a rule, as it is written.
    Strange(String),
}

/// Something about one question, or the day.
#[derive(Clone, Debug, PartialEq)]
pub struct Leaf {
    /// The question; empty for the day.
    pub question: String,
    /// How it is compared.
    pub mode: Mode,
    /// How it could be compared.
    pub modes: Vec<Mode>,
    /// The options, each with whether it is named.
    pub options: Vec<Choice>,
    /// Places.
    pub places: Vec<PlaceTag>,
    /// The number.
    pub number: Option<u32>,
    /// What the number counts.
    pub unit: &'static str,
    /// The first and last day.
    pub days: (String, String),
}

/// How a leaf compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// One of these options.
    OneOf,
    /// All of these options.
    AllOf,
    /// This number or more.
    AtLeast,
    /// Less than this number.
    Below,
    /// One of these places.
    PlaceIn,
    /// Today within these days.
    Today,
}

/// A change to a part of a rule.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Puts it into a group of its own.
    Wrap(Group),
    /// Takes the group or the 'not' around its only part away.
    Unwrap,
    /// Makes another kind of group of a group.
    Regroup(Group),
    /// Adds a part to a group; beside anything else, in a group around both.
    Add(Group),
    /// Takes it away.
    Remove,
    /// Asks another question; empty for the day.
    Ask(String),
    /// Compares otherwise.
    Compare(Mode),
    /// Names an option, or no longer.
    Option(String, bool),
    /// Types the number.
    Number(u32),
    /// Names a place, or no longer.
    Place(String, bool),
    /// Types the first day.
    From(String),
    /// Types the last day.
    Until(String),
    /// Begins anew: everyone.
    Clear,
}

/// How parts hang together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// All must hold.
    All,
    /// One is enough.
    Any,
    /// The opposite.
    Not,
}

impl Group {
    fn key(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Any => "any",
            Self::Not => "not",
        }
    }
}

impl Change {
    /// Whether it is typing, so that the next such change is the same step.
    pub(super) fn is_typing(&self) -> bool {
        matches!(self, Self::Number(_) | Self::From(_) | Self::Until(_))
    }
}

/// The rule that everyone meets.
pub(super) fn everyone() -> Node {
    group("all", Vec::new())
}

fn group(key: &str, parts: Vec<Node>) -> Node {
    Node::fields([(key, Node::list(parts))])
}

/// The rule at a place in the file.
pub fn part(bench: &Bench, node: &Node, at: &str) -> Part {
    let shape = shape(bench, node, at).unwrap_or_else(|| Shape::Strange(node.print()));
    Part { at: at.to_owned(), shape }
}

fn shape(bench: &Bench, node: &Node, at: &str) -> Option<Shape> {
    let [(key, inner)] = node.entries() else { return None };
    let parts = |key: &str| {
        let each = |(place, item): (usize, &Rc<Node>)| part(bench, item, &format!("{at}/{key}/{place}"));
        matches!(inner.value(), Value::List(_)).then(|| inner.items().iter().enumerate().map(each).collect())
    };
    Some(match key.as_str() {
        "all" => Shape::All(parts("all")?),
        "any" => Shape::Any(parts("any")?),
        "not" => Shape::Not(Box::new(part(bench, inner, &format!("{at}/not")))),
        key => Shape::Leaf(leaf(bench, key, inner)?),
    })
}

fn leaf(bench: &Bench, key: &str, inner: &Node) -> Option<Leaf> {
    let word = |name: &str| inner.find(name).and_then(Node::words).unwrap_or_default().to_owned();
    let mode = match key {
        "is" | "any-of" => Mode::OneOf,
        "all-of" => Mode::AllOf,
        "at-least" => Mode::AtLeast,
        "below" => Mode::Below,
        "place-in" => Mode::PlaceIn,
        "today" => Mode::Today,
        _ => return None,
    };
    let question = word("/question");
    let asked = bench.question(&question);
    let named: Vec<String> = named(inner);
    let options = asked.map_or(&[][..], |asked| &asked.options).iter().map(|option| Choice {
        value: option.id.clone(),
        words: words_of(&option.text),
        is_on: named.contains(&option.id),
    });
    let options: Vec<Choice> = options.collect();
    let strange = named.iter().filter(|id| !options.iter().any(|option| option.value == **id));
    let strange: Vec<Choice> = strange.map(|id| Choice { value: id.clone(), words: id.clone(), is_on: true }).collect();
    let places = inner.find("/regions").map(Node::items).unwrap_or_default();
    Some(Leaf {
        mode,
        modes: modes(asked, mode),
        options: if mode == Mode::PlaceIn { Vec::new() } else { [options, strange].concat() },
        places: places.iter().filter_map(|id| Some(PlaceTag::new(bench, id.words()?))).collect(),
        number: inner.find("/number").and_then(Node::number),
        unit: asked.and_then(|asked| asked.unit).map_or("", unit),
        days: (word("/from"), word("/until")),
        question,
    })
}

/// The options that a leaf names.
fn named(inner: &Node) -> Vec<String> {
    let one = inner.find("/option").and_then(Node::words);
    let many = inner.find("/options").map(Node::items).unwrap_or_default();
    one.into_iter().chain(many.iter().filter_map(|id| id.words())).map(str::to_owned).collect()
}

fn unit(unit: RawUnit) -> &'static str {
    match unit {
        RawUnit::Years => "jaar",
        RawUnit::HoursPerWeek => "uur per week",
        RawUnit::Months => "maanden",
        RawUnit::Weeks => "weken",
    }
}

fn modes(asked: Option<&RawQuestion>, own: Mode) -> Vec<Mode> {
    match asked.map(|asked| asked.kind) {
        Some(RawKind::Single) => vec![Mode::OneOf],
        Some(RawKind::Multi) => vec![Mode::OneOf, Mode::AllOf],
        Some(RawKind::Range) => vec![Mode::AtLeast, Mode::Below, Mode::OneOf],
        Some(RawKind::Place) => vec![Mode::PlaceIn],
        None => vec![own],
    }
}

/// The file after a change to a part of a rule.
pub(super) fn changed(bench: &Bench, root: &Node, at: &str, change: &Change) -> Node {
    let Some(node) = root.find(at) else { return root.clone() };
    let put = |new: Node| root.put(at, new);
    match change {
        Change::Wrap(Group::Not) => put(Node::fields([("not", node.anew())])),
        Change::Wrap(group_of) => put(group(group_of.key(), vec![node.anew()])),
        Change::Unwrap => match node.entries() {
            [(key, inner)] if key == "not" => put(inner.anew()),
            [(_, inner)] if inner.items().len() == 1 => {
                inner.items().first().map_or(root.clone(), |only| put(only.anew()))
            }
            _ => root.clone(),
        },
        Change::Regroup(new) => match node.entries() {
            [(_, inner)] => put(Node::fields([(new.key(), inner.anew())])),
            _ => root.clone(),
        },
        Change::Add(kind) => add(root, at, node, *kind),
        Change::Remove => remove(root, at),
        Change::Clear => put(everyone()),
        _ => match node.entries() {
            [(key, inner)] if !["all", "any", "not"].contains(&key.as_str()) => {
                put(leaf_changed(bench, key, inner, change))
            }
            _ => root.clone(),
        },
    }
}

/// A leaf of which nothing has been chosen yet.
fn blank() -> Node {
    Node::fields([("any-of", Node::fields([("question", Node::text("")), ("options", Node::list([]))]))])
}

fn add(root: &Node, at: &str, node: &Node, kind: Group) -> Node {
    let key = kind.key();
    let new = if kind == Group::Not { Node::fields([("not", blank())]) } else { blank() };
    let own = if kind == Group::Not { "all" } else { key };
    match node.entries() {
        // Everyone, and one thing more, is that one thing.
        [(name, inner)] if name == "all" && inner.items().is_empty() => root.put(at, new),
        [(name, _)] if name == own => root.rearrange(&format!("{at}/{own}"), |items| items.push(Rc::new(new))),
        _ => root.put(at, group(own, vec![node.anew(), new])),
    }
}

/// Without a part. A 'not' goes with what it is about; a group of one stays, for the next part.
fn remove(root: &Node, at: &str) -> Node {
    let (around, key) = at.rsplit_once('/').unwrap_or(("", at));
    match key {
        "not" => remove(root, around),
        key if key.parse::<usize>().is_ok() => {
            let root = root.take(at);
            let is_empty = root.find(around).is_some_and(|node| node.items().is_empty());
            let outer = around.rsplit_once('/').map_or("", |(outer, _)| outer);
            if is_empty { remove(&root, outer) } else { root }
        }
        _ => root.put(at, everyone()),
    }
}

fn leaf_changed(bench: &Bench, key: &str, inner: &Node, change: &Change) -> Node {
    let question = inner.find("/question").and_then(Node::words).unwrap_or_default();
    let kept = |field: &str, node: Node| Node::fields([(key, inner.put(field, node))]);
    match change {
        Change::Ask(other) => first_of(bench, other),
        Change::Compare(mode) => compare(bench, question, *mode, &named(inner), inner),
        Change::Option(id, is_on) => {
            let asked = bench.question(question);
            let mut ids = named(inner);
            ids.retain(|other| other != id);
            if *is_on {
                ids.push(id.clone());
            }
            let rank = |id: &String| asked.and_then(|asked| asked.options.iter().position(|option| option.id == *id));
            ids.sort_by_key(|id| (rank(id).is_none(), rank(id)));
            options(question, &ids, if key == "all-of" { Mode::AllOf } else { Mode::OneOf })
        }
        Change::Number(number) => kept("/number", Node::plain(number)),
        Change::Place(id, is_on) => {
            let list = inner.rearrange("/regions", |items| {
                items.retain(|item| item.words() != Some(id));
                if *is_on {
                    items.push(Rc::new(Node::text(id)));
                }
            });
            Node::fields([(key, list)])
        }
        Change::From(day) if day.is_empty() => Node::fields([(key, inner.take("/from"))]),
        Change::Until(day) if day.is_empty() => Node::fields([(key, inner.take("/until"))]),
        Change::From(day) => kept("/from", Node::text(day)),
        Change::Until(day) => kept("/until", Node::text(day)),
        _ => Node::fields([(key, inner.clone())]),
    }
}

/// What a leaf about this question begins with.
fn first_of(bench: &Bench, question: &str) -> Node {
    let mode = match bench.question(question).map(|asked| asked.kind) {
        _ if question.is_empty() => Mode::Today,
        Some(RawKind::Single | RawKind::Multi) | None => Mode::OneOf,
        Some(RawKind::Range) => Mode::AtLeast,
        Some(RawKind::Place) => Mode::PlaceIn,
    };
    compare(bench, question, mode, &[], &Node::fields([]))
}

fn compare(bench: &Bench, question: &str, mode: Mode, ids: &[String], inner: &Node) -> Node {
    let middle = |asked: &RawQuestion| asked.options.get(asked.options.len() / 2).and_then(|option| option.from);
    let number = inner.find("/number").and_then(Node::number);
    let bound = |key| {
        let number = number.or_else(|| bench.question(question).and_then(middle)).unwrap_or_default();
        Node::fields([(key, Node::fields([("question", Node::text(question)), ("number", Node::plain(number))]))])
    };
    match mode {
        Mode::OneOf | Mode::AllOf => options(question, ids, mode),
        Mode::AtLeast => bound("at-least"),
        Mode::Below => bound("below"),
        Mode::PlaceIn => {
            let regions = inner.find("/regions").cloned().unwrap_or_else(|| Node::list([]));
            Node::fields([(
                "place-in",
                Node::fields([("question", Node::text(question)), ("regions", regions.anew())]),
            )])
        }
        Mode::Today => Node::fields([("today", Node::fields([]))]),
    }
}

fn options(question: &str, ids: &[String], mode: Mode) -> Node {
    let asked = ("question", Node::text(question));
    match (mode, ids) {
        (Mode::OneOf, [only]) => Node::fields([("is", Node::fields([asked, ("option", Node::text(only))]))]),
        _ => {
            let list = Node::list(ids.iter().map(|id| Node::text(id)));
            let key = if mode == Mode::AllOf { "all-of" } else { "any-of" };
            Node::fields([(key, Node::fields([asked, ("options", list)]))])
        }
    }
}
