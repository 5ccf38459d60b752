//! A file as a tree that loses nothing: the order of its fields, those nobody knows, and how each part was written.
//!
//! A part in which nothing changed is written as it was; so a change to one sentence is a change to one line.

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::{fmt, rc::Rc};

/// The deepest file that is read; ours have ten levels.
const DEEPEST: usize = 60;

/// How long a part may be that stands on one line.
const WIDEST: usize = 110;

/// A value in a file.
#[derive(Clone, Debug)]
pub struct Node {
    value: Value,
    /// Its own text, as long as nothing in it has changed.
    written: Option<Rc<str>>,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A text.
    Text(String),
    /// A number, `true`, `false` or `null`, as written.
    Plain(String),
    /// A list.
    List(Vec<Rc<Node>>),
    /// Fields in their order; a name may come twice.
    Fields(Vec<(String, Rc<Node>)>),
}

/// Two values are the same whatever their spaces.
impl PartialEq for Node {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

/// Fields in their order, each with its text.
struct Entries(Vec<(String, Box<RawValue>)>);

impl<'de> Deserialize<'de> for Entries {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Entries;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Entries, M::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry::<String, Box<RawValue>>()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }
        reader.deserialize_map(InOrder)
    }
}

impl Node {
    /// The tree of a text; none when it isn't JSON.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        Self::grow(serde_json::from_str::<&RawValue>(text).ok()?.get(), 0)
    }

    fn grow(text: &str, depth: usize) -> Option<Self> {
        if depth > DEEPEST {
            return None;
        }
        let value = match text.as_bytes().first()? {
            b'"' => Value::Text(serde_json::from_str(text).ok()?),
            b'[' => {
                let items: Vec<&RawValue> = serde_json::from_str(text).ok()?;
                let items = items.into_iter().map(|item| Some(Rc::new(Self::grow(item.get(), depth + 1)?)));
                Value::List(items.collect::<Option<_>>()?)
            }
            b'{' => {
                let Entries(entries) = serde_json::from_str(text).ok()?;
                let fields =
                    entries.into_iter().map(|(name, value)| Some((name, Rc::new(Self::grow(value.get(), depth + 1)?))));
                Value::Fields(fields.collect::<Option<_>>()?)
            }
            _ => Value::Plain(text.to_owned()),
        };
        Some(Self { value, written: Some(text.into()) })
    }

    /// A value of our own making.
    pub fn new(value: Value) -> Self {
        Self { value, written: None }
    }

    /// A text.
    pub fn text(words: &str) -> Self {
        Self::new(Value::Text(words.to_owned()))
    }

    /// A number, `true`, `false` or `null`.
    pub fn plain(word: impl ToString) -> Self {
        Self::new(Value::Plain(word.to_string()))
    }

    /// A list.
    pub fn list(items: impl IntoIterator<Item = Self>) -> Self {
        Self::new(Value::List(items.into_iter().map(Rc::new).collect()))
    }

    /// Fields.
    pub fn fields<'a>(fields: impl IntoIterator<Item = (&'a str, Self)>) -> Self {
        Self::new(Value::Fields(fields.into_iter().map(|(name, node)| (name.to_owned(), Rc::new(node))).collect()))
    }

    /// The same as if it were written now: for a part that goes to another level of the file.
    pub fn anew(&self) -> Self {
        Self::new(match &self.value {
            Value::List(items) => Value::List(items.iter().map(|item| Rc::new(item.anew())).collect()),
            Value::Fields(fields) => {
                Value::Fields(fields.iter().map(|(name, node)| (name.clone(), Rc::new(node.anew()))).collect())
            }
            Value::Text(_) | Value::Plain(_) => self.value.clone(),
        })
    }

    /// What it is.
    pub fn value(&self) -> &Value {
        &self.value
    }

    /// Its words, when it is a text.
    pub fn words(&self) -> Option<&str> {
        match &self.value {
            Value::Text(words) => Some(words),
            Value::Plain(_) | Value::List(_) | Value::Fields(_) => None,
        }
    }

    /// Its number, when it is a whole one that isn't negative.
    pub fn number(&self) -> Option<u32> {
        match &self.value {
            Value::Plain(word) => word.parse().ok(),
            Value::Text(_) | Value::List(_) | Value::Fields(_) => None,
        }
    }

    /// Its items, when it is a list.
    pub fn items(&self) -> &[Rc<Self>] {
        match &self.value {
            Value::List(items) => items,
            Value::Text(_) | Value::Plain(_) | Value::Fields(_) => &[],
        }
    }

    /// Its fields, when it has some.
    pub fn entries(&self) -> &[(String, Rc<Self>)] {
        match &self.value {
            Value::Fields(fields) => fields,
            Value::Text(_) | Value::Plain(_) | Value::List(_) => &[],
        }
    }

    /// The value that a JSON pointer leads to.
    pub fn find(&self, pointer: &str) -> Option<&Self> {
        keys(pointer).try_fold(self, |node, key| node.child(&key))
    }

    fn child(&self, key: &str) -> Option<&Self> {
        match &self.value {
            Value::List(items) => items.get(key.parse::<usize>().ok()?).map(Rc::as_ref),
            Value::Fields(fields) => fields.iter().find(|(name, _)| name == key).map(|(_, node)| node.as_ref()),
            Value::Text(_) | Value::Plain(_) => None,
        }
    }

    /// The same with another value where a pointer leads; what lies on the way is made when it isn't there.
    /// In a list, the place behind the last one adds.
    pub fn put(&self, pointer: &str, node: Self) -> Self {
        let keys: Vec<String> = keys(pointer).collect();
        self.put_along(&keys, Some(node)).unwrap_or_else(|| self.clone())
    }

    /// The same without what a pointer leads to.
    pub fn take(&self, pointer: &str) -> Self {
        let keys: Vec<String> = keys(pointer).collect();
        self.put_along(&keys, None).unwrap_or_else(|| self.clone())
    }

    fn put_along(&self, keys: &[String], node: Option<Self>) -> Option<Self> {
        let Some((key, rest)) = keys.split_first() else { return node };
        let inner = |old: Option<&Self>| match old {
            Some(old) => old.put_along(rest, node.clone()),
            None => Self::new(Value::Fields(Vec::new())).put_along(rest, node.clone()),
        };
        let mut value = match &self.value {
            Value::Text(_) | Value::Plain(_) => Value::Fields(Vec::new()),
            Value::List(_) | Value::Fields(_) => self.value.clone(),
        };
        match &mut value {
            Value::List(items) => {
                let place = key.parse::<usize>().ok()?;
                match (inner(items.get(place).map(Rc::as_ref)), items.get_mut(place)) {
                    (Some(new), Some(slot)) => *slot = Rc::new(new),
                    (Some(new), None) => items.push(Rc::new(new)),
                    (None, Some(_)) => drop(items.remove(place)),
                    (None, None) => {}
                }
            }
            Value::Fields(fields) => {
                let place = fields.iter().position(|(name, _)| name == key);
                let old = place.and_then(|place| fields.get(place)).map(|(_, node)| node.clone());
                match (inner(old.as_deref()), place) {
                    (Some(new), Some(place)) => {
                        if let Some(slot) = fields.get_mut(place) {
                            slot.1 = Rc::new(new);
                        }
                    }
                    (Some(new), None) => fields.insert(home(fields, key), (key.clone(), Rc::new(new))),
                    (None, Some(place)) => drop(fields.remove(place)),
                    (None, None) => {}
                }
            }
            Value::Text(_) | Value::Plain(_) => {}
        }
        Some(Self::new(value))
    }

    /// The same with the items of a list in another order, fewer or more of them.
    pub fn rearrange(&self, pointer: &str, change: impl FnOnce(&mut Vec<Rc<Self>>)) -> Self {
        let mut items = self.find(pointer).map(|node| node.items().to_vec()).unwrap_or_default();
        change(&mut items);
        self.put(pointer, Self::new(Value::List(items)))
    }

    /// The text of it, for a file.
    pub fn print(&self) -> String {
        let mut text = String::new();
        self.print_into(&mut text, 0, "");
        text
    }

    fn print_into(&self, text: &mut String, depth: usize, key: &str) {
        if let Some(written) = &self.written {
            text.push_str(written);
            return;
        }
        let short = self.short();
        if short.chars().count() <= WIDEST && self.is_flat() && !BROAD.contains(&key) {
            text.push_str(&short);
            return;
        }
        let margin = "  ".repeat(depth + 1);
        let mut before = "\n";
        let mut line = |text: &mut String| {
            text.push_str(before);
            text.push_str(&margin);
            before = ",\n";
        };
        let [open, close] = match &self.value {
            Value::List(items) => {
                text.push('[');
                for item in items {
                    line(text);
                    item.print_into(text, depth + 1, "");
                }
                ["[", "]"]
            }
            Value::Fields(fields) => {
                text.push('{');
                for (name, node) in fields {
                    line(text);
                    text.push_str(&quoted(name));
                    text.push_str(": ");
                    node.print_into(text, depth + 1, name);
                }
                ["{", "}"]
            }
            Value::Text(_) | Value::Plain(_) => [short.as_str(), ""],
        };
        if close.is_empty() {
            text.push_str(open);
            return;
        }
        if !text.ends_with(open) {
            text.push('\n');
            text.push_str(&"  ".repeat(depth));
        }
        text.push_str(close);
    }

    /// Whether it holds nothing but words, numbers and lists of them.
    fn is_flat(&self) -> bool {
        let is_leaf = |node: &Self| matches!(node.value, Value::Text(_) | Value::Plain(_));
        let is_plain = |node: &Self| match &node.value {
            Value::List(items) => items.iter().all(|item| is_leaf(item)),
            Value::Text(_) | Value::Plain(_) => true,
            Value::Fields(_) => false,
        };
        match &self.value {
            Value::Fields(fields) => fields.iter().all(|(_, node)| is_plain(node)),
            Value::Text(_) | Value::Plain(_) | Value::List(_) => is_plain(self),
        }
    }

    /// All of it on one line.
    fn short(&self) -> String {
        match &self.value {
            Value::Text(words) => quoted(words),
            Value::Plain(word) => word.clone(),
            Value::List(items) => {
                let items: Vec<String> = items.iter().map(|item| item.short()).collect();
                ["[", &items.join(", "), "]"].concat()
            }
            Value::Fields(fields) => {
                let fields: Vec<String> =
                    fields.iter().map(|(name, node)| [&quoted(name), ": ", &node.short()].concat()).collect();
                ["{", &fields.join(", "), "}"].concat()
            }
        }
    }
}

/// Fields that never stand on one line.
const BROAD: &[&str] =
    &["area", "cost", "contact", "eligibility", "line", "partner", "source", "typical_for", "urgent_when", "valid"];

/// Fields in the order in which they are written. Where two parts of a file have a field in common, one order suits both.
const ORDER: &str = "$schema format partner offers examples id story answers expect url more level whose theme open days \
    question option options number name kind gives first_step needs need strength phases area regions \
    eligibility typical_for urgent_when conditions cost contact phone email website about valid from \
    until to source checked_on review_months confidence unverified doubt respite line note weak nl nl-BE \
    nl-NL fr de en";

/// Where a new field goes: before the first one that comes after it.
fn home(fields: &[(String, Rc<Node>)], key: &str) -> usize {
    let rank = |name: &str| ORDER.split(' ').position(|known| known == name);
    let Some(own) = rank(key) else { return fields.len() };
    fields.iter().position(|(name, _)| rank(name).is_some_and(|other| other > own)).unwrap_or(fields.len())
}

fn quoted(words: &str) -> String {
    serde_json::to_string(words).unwrap_or_default()
}

/// The keys of a JSON pointer (RFC 6901).
pub fn keys(pointer: &str) -> impl Iterator<Item = String> {
    pointer.split('/').skip(1).map(|key| key.replace("~1", "/").replace("~0", "~"))
}
