//! All that can be done at the desk, and what each deed makes of the file.

use super::{
    Desk, Document, News,
    draft::{blank_file, blank_offer, blank_text, follow, free_id},
    rule,
    tree::{Node, Value},
};
use std::rc::Rc;

/// Something that is done. A `String` called `at` is a JSON pointer into the file.
#[derive(Clone, Debug, PartialEq)]
pub enum Deed {
    /// Opens the text of a file.
    Open(String),
    /// Begins a new file.
    Begin,
    /// Leaves the file.
    Close,
    /// Changes the text of a file that isn't JSON.
    Write(String),
    /// Opens an offer, or the partner.
    Choose(Option<usize>),
    /// Adds an offer.
    Add,
    /// Copies an offer.
    Copy(usize),
    /// Takes an offer away.
    Delete(usize),
    /// Puts an offer elsewhere in the list.
    Move(usize, usize),
    /// Types in a field. An empty text takes a field away that may be left out.
    Say {
        /// The field.
        at: String,
        /// The text.
        words: String,
    },
    /// Chooses a word of a closed list.
    Pick {
        /// The field.
        at: String,
        /// The word; empty takes the field away.
        word: String,
    },
    /// Puts a word into a list, or takes it out.
    Tick {
        /// The list.
        at: String,
        /// The word.
        word: String,
        /// Whether it is in.
        is_on: bool,
        /// The order of such lists.
        order: Vec<String>,
    },
    /// Says how strongly an offer helps with a need; none for not at all.
    Strength {
        /// The list of needs.
        at: String,
        /// The need.
        need: String,
        /// 1 to 3.
        strength: Option<u8>,
    },
    /// Puts a day into a list of days, or takes it out.
    Day {
        /// The list.
        at: String,
        /// 1 for Monday to 7 for Sunday.
        day: u8,
        /// Whether it is in.
        is_on: bool,
    },
    /// Types a number; none takes the field away.
    Count {
        /// The field.
        at: String,
        /// The number.
        number: Option<u32>,
    },
    /// Says yes or no.
    Flag {
        /// The field.
        at: String,
        /// Yes or no.
        is_on: bool,
    },
    /// Puts something new at the end of a list, or into a field.
    Put {
        /// The list or field.
        at: String,
        /// What.
        what: Blank,
    },
    /// Takes something away, whatever it is.
    Take {
        /// What.
        at: String,
    },
    /// Changes a rule.
    Rule {
        /// The rule or the part of it.
        at: String,
        /// How.
        change: rule::Change,
    },
    /// Keeps a persona as an example in the file.
    Keep {
        /// The persona.
        persona: usize,
        /// The offer.
        offer: usize,
        /// Whether the offer must show, or must not.
        must_show: bool,
    },
    /// The field was left: typing in it again is another step.
    Settle,
    /// The file was handed over.
    Saved,
    /// Back one step.
    Undo,
    /// On again.
    Redo,
}

/// Something new.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blank {
    /// A text in Dutch, at the end of a list.
    Text,
    /// A word, at the end of a list.
    Word,
    /// Hours, at the end of a list.
    Hours,
    /// The word `always`.
    Always,
    /// An empty list of hours.
    NoHours,
    /// An empty text, in a field.
    Empty,
    /// A rule for everyone.
    Rule,
}

/// What a deed makes of it.
pub(super) struct Outcome {
    pub(super) document: Document,
    pub(super) open: Option<usize>,
    pub(super) news: Option<News>,
    pub(super) typing: Option<String>,
    /// Whether there is nothing to go back to.
    pub(super) begins_anew: bool,
}

/// What a deed makes of the file.
pub(super) fn apply(desk: &Desk, deed: &Deed) -> Outcome {
    let same = || Outcome {
        document: desk.document().clone(),
        open: desk.open(),
        news: None,
        typing: None,
        begins_anew: false,
    };
    match deed {
        Deed::Open(text) => {
            let document = Document::read(text);
            let is_text = matches!(document, Document::Text(_));
            let news = Some(if is_text { News::OpenedAsText } else { News::Opened });
            Outcome { document, open: None, news, begins_anew: true, ..same() }
        }
        Deed::Begin => {
            let document = Document::Tree { root: Rc::new(blank_file()), opened: None };
            Outcome { document, open: None, news: Some(News::Opened), begins_anew: true, ..same() }
        }
        Deed::Close => Outcome { document: Document::Nothing, open: None, begins_anew: true, ..same() },
        Deed::Write(text) => {
            let document = Document::read(text);
            let news = matches!(document, Document::Tree { .. }).then_some(News::Mended);
            Outcome { document, news, typing: Some(String::new()), ..same() }
        }
        _ => {
            let Document::Tree { root, opened } = desk.document() else { return same() };
            let (node, arrival) = edit(desk, root, deed);
            let unchanged = node == **root;
            // What was typed away again is what it was.
            let back = opened.as_ref().filter(|(first, _)| **first == node).map(|(first, _)| first.clone());
            let root = if unchanged { root.clone() } else { back.unwrap_or_else(|| Rc::new(node)) };
            let document = Document::Tree { root, opened: opened.clone() };
            let typing = match deed {
                Deed::Say { at, .. } | Deed::Count { at, .. } => Some(at.clone()),
                Deed::Rule { at, change } if change.is_typing() => Some(at.clone()),
                _ => None,
            };
            let open = arrival.map_or(desk.open(), |(open, _)| open);
            let news =
                arrival.map(|(_, news)| news).or_else(|| matches!(deed, Deed::Take { .. }).then_some(News::Removed));
            Outcome { document, open, news, typing, begins_anew: false }
        }
    }
}

type Arrival = Option<(Option<usize>, News)>;

/// The file after a change, and where one arrives.
fn edit(desk: &Desk, root: &Node, deed: &Deed) -> (Node, Arrival) {
    let last = desk.offers();
    match deed {
        Deed::Add => {
            let offer = blank_offer(desk.bench(), root);
            (root.put(&format!("/offers/{last}"), offer), Some((Some(last), News::Added)))
        }
        Deed::Copy(place) => match root.find(&format!("/offers/{place}")) {
            Some(offer) => {
                let id = offer.find("/id").and_then(Node::words).unwrap_or_default();
                let copy = offer.put("/id", Node::text(&free_id(desk.bench(), root, id)));
                let root = root.rearrange("/offers", |items| items.insert((place + 1).min(last), Rc::new(copy)));
                (root, Some((Some(place + 1), News::Copied)))
            }
            None => (root.clone(), None),
        },
        Deed::Delete(place) if *place < last => {
            let open = desk.open().filter(|open| open != place).map(|open| if open > *place { open - 1 } else { open });
            (root.take(&format!("/offers/{place}")), Some((open, News::Deleted)))
        }
        Deed::Move(from, to) if *from < last && *to < last => {
            let root = root.rearrange("/offers", |items| {
                let item = items.remove(*from);
                items.insert(*to, item);
            });
            let open = desk.open().map(|open| if open == *from { *to } else { open });
            (root, Some((open, News::Moved)))
        }
        Deed::Say { at, words } => (say(desk, root, at, words), None),
        Deed::Pick { at, word } if word.is_empty() => (cleared(root, at), None),
        Deed::Pick { at, word } => (root.put(at, Node::text(word)), None),
        Deed::Count { at, number } => match number {
            Some(number) => (root.put(at, Node::plain(number)), None),
            None => (cleared(root, at), None),
        },
        Deed::Flag { at, is_on: true } => (root.put(at, Node::plain(true)), None),
        Deed::Flag { at, is_on: false } => (root.take(at), None),
        Deed::Tick { at, word, is_on, order } => (tick(root, at, word, *is_on, order), None),
        Deed::Day { at, day, is_on } => (turn_day(root, at, *day, *is_on), None),
        Deed::Strength { at, need, strength } => (strengthen(root, at, need, *strength), None),
        Deed::Put { at, what } => (put(root, at, *what), None),
        Deed::Take { at } => (cleared(root, at), None),
        Deed::Rule { at, change } => (rule::changed(desk.bench(), root, at, change), None),
        Deed::Keep { persona, offer, must_show } => match keep(desk, *persona, *offer, *must_show) {
            Some(example) => {
                let root = root.rearrange("/examples", |items| items.push(Rc::new(example)));
                (root, Some((desk.open(), News::Kept)))
            }
            None => (root.clone(), None),
        },
        _ => (root.clone(), None),
    }
}

/// Fields that are left out rather than empty.
const OPTIONAL: &[&str] = &[
    "website",
    "phone",
    "email",
    "about",
    "doubt",
    "note",
    "valid",
    "from",
    "until",
    "respite",
    "line",
    "open",
    "url",
    "more",
    "review_months",
    "typical_for",
    "urgent_when",
    "weak",
    "examples",
];

fn say(desk: &Desk, root: &Node, at: &str, words: &str) -> Node {
    let key = at.rsplit('/').next().unwrap_or_default();
    let is_text_of_optional = key == "nl" && parent(at).rsplit('/').next().is_some_and(|key| OPTIONAL.contains(&key));
    // No date is said by a word of its own.
    if words.is_empty() && key == "checked_on" {
        return root.put(at, Node::plain("null"));
    }
    let is_hour = at.contains("/line/open/");
    if words.is_empty() && !is_hour && (OPTIONAL.contains(&key) || is_text_of_optional) {
        return cleared(root, at);
    }
    follow(desk, root, at, words).put(at, Node::text(words))
}

fn parent(at: &str) -> &str {
    at.rsplit_once('/').map_or("", |(parent, _)| parent)
}

/// Without a field, and without what held nothing else and may be left out.
fn cleared(root: &Node, at: &str) -> Node {
    let root = root.take(at);
    let around = parent(at);
    let key = around.rsplit('/').next().unwrap_or_default();
    let is_empty = root.find(around).is_some_and(|node| match node.value() {
        Value::Fields(fields) => fields.is_empty(),
        Value::List(items) => items.is_empty(),
        Value::Text(_) | Value::Plain(_) => false,
    });
    if is_empty && OPTIONAL.contains(&key) { cleared(&root, around) } else { root }
}

fn tick(root: &Node, at: &str, word: &str, is_on: bool, order: &[String]) -> Node {
    let root = root.rearrange(at, |items| {
        items.retain(|item| item.words() != Some(word));
        if is_on {
            let rank = |node: &Node| order.iter().position(|known| Some(known.as_str()) == node.words());
            let own = order.iter().position(|known| known == word);
            let place = items.iter().position(|item| own.is_some() && rank(item) > own).unwrap_or(items.len());
            items.insert(place, Rc::new(Node::text(word)));
        }
    });
    let key = at.rsplit('/').next().unwrap_or_default();
    let is_empty = root.find(at).is_some_and(|node| node.items().is_empty());
    if is_empty && OPTIONAL.contains(&key) { cleared(&root, at) } else { root }
}

fn turn_day(root: &Node, at: &str, day: u8, is_on: bool) -> Node {
    let days = root.find(at).map(Node::items).unwrap_or_default();
    let mut days: Vec<u32> = days.iter().filter_map(|item| item.number()).collect();
    days.retain(|other| *other != u32::from(day));
    days.extend(is_on.then_some(u32::from(day)));
    days.sort_unstable();
    root.put(at, Node::list(days.into_iter().map(Node::plain)))
}

fn strengthen(root: &Node, at: &str, need: &str, strength: Option<u8>) -> Node {
    let is_it = |node: &Node| node.find("/need").and_then(Node::words) == Some(need);
    root.rearrange(at, |items| match (strength, items.iter().position(|item| is_it(item))) {
        (None, _) => items.retain(|item| !is_it(item)),
        (Some(strength), Some(place)) => {
            if let Some(item) = items.get_mut(place) {
                *item = Rc::new(item.put("/strength", Node::plain(strength)));
            }
        }
        (Some(strength), None) => {
            items.push(Rc::new(Node::fields([("need", Node::text(need)), ("strength", Node::plain(strength))])));
        }
    })
}

fn put(root: &Node, at: &str, what: Blank) -> Node {
    let push = |node: Node| root.rearrange(at, |items| items.push(Rc::new(node)));
    match what {
        Blank::Text => push(blank_text()),
        Blank::Word => push(Node::text("")),
        Blank::Hours => push(Node::fields([
            ("days", Node::list((1..=5).map(Node::plain))),
            ("from", Node::text("09:00")),
            ("to", Node::text("17:00")),
        ])),
        Blank::Empty => root.put(at, Node::text("")),
        Blank::Always => root.put(at, Node::text("always")),
        Blank::NoHours => put(&root.take(at), at, Blank::Hours),
        Blank::Rule => root.put(at, rule::everyone()),
    }
}

fn keep(desk: &Desk, persona: usize, offer: usize, must_show: bool) -> Option<Node> {
    let persona = desk.bench().personas().get(persona)?;
    let id = desk.root()?.find(&format!("/offers/{offer}/id"))?.words()?;
    let expected = if must_show { "must_show" } else { "must_not_show" };
    Some(Node::fields([
        ("story", Node::text(&persona.story)),
        ("answers", persona.written.clone()),
        ("expect", Node::fields([(expected, Node::list([Node::text(id)]))])),
    ]))
}
