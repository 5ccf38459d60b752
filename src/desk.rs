//! The desk at which a partner edits her file: one value, one closed list of deeds, everything as data.
//!
//! The file is a tree that keeps what nobody knows ([`tree`]), so a file with faults opens and loses nothing.
//! After each deed the same reading, building and checks run as in the command `catalogue check`.

mod bench;
pub mod deed;
pub mod draft;
pub mod form;
mod inspect;
pub mod person;
pub mod rule;
pub mod tree;
pub mod words;

pub use bench::{Bench, Persona, Published, Sources};
pub use deed::Deed;
pub use inspect::{Finding, Inspection};

use std::rc::Rc;
use tree::{Node, Value};

/// How many steps can be undone.
const STEPS: usize = 300;

/// A partner's file on the desk.
#[derive(Clone, Debug)]
pub struct Desk {
    bench: Rc<Bench>,
    state: State,
    past: Vec<State>,
    future: Vec<State>,
    /// The field in which was typed last: typing on in it is the same step.
    typing: Option<String>,
    /// What was just done, for who can't see it.
    news: Option<News>,
    saved: Document,
    inspection: Inspection,
}

/// What there is at one moment.
#[derive(Clone, Debug)]
struct State {
    document: Document,
    /// The offer that is open.
    open: Option<usize>,
}

/// The file.
#[derive(Clone, Debug)]
pub enum Document {
    /// No file yet.
    Nothing,
    /// A file that can be edited field by field.
    Tree {
        /// Its content.
        root: Rc<Node>,
        /// The content and the text with which it was opened.
        opened: Option<(Rc<Node>, Rc<str>)>,
    },
    /// A file that isn't JSON: it can be mended as a text.
    Text(Rc<str>),
}

/// What was just done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// A file was opened, or begun.
    Opened,
    /// The file isn't JSON.
    OpenedAsText,
    /// The text became a file that can be edited field by field.
    Mended,
    /// An offer was added.
    Added,
    /// An offer was copied.
    Copied,
    /// An offer was taken away.
    Deleted,
    /// An offer stands elsewhere in the list.
    Moved,
    /// The last step was undone.
    Undone,
    /// It was done again.
    Redone,
    /// The file was handed over for saving.
    Saved,
    /// An example was kept.
    Kept,
    /// Something was taken out of a list.
    Removed,
}

impl Document {
    /// The text of the file.
    pub fn text(&self) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Tree { root, opened: Some((first, text)) } if Rc::ptr_eq(root, first) => text.to_string(),
            Self::Tree { root, .. } => root.print() + "\n",
            Self::Text(text) => text.to_string(),
        }
    }

    fn read(text: &str) -> Self {
        match Node::read(text).filter(|node| matches!(node.value(), Value::Fields(_))) {
            Some(node) => {
                let root = Rc::new(node);
                Self::Tree { opened: Some((root.clone(), text.into())), root }
            }
            None => Self::Text(text.into()),
        }
    }

    fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Nothing, Self::Nothing) => true,
            (Self::Tree { root: one, .. }, Self::Tree { root: two, .. }) => Rc::ptr_eq(one, two),
            (Self::Text(one), Self::Text(two)) => one == two,
            (Self::Nothing | Self::Tree { .. } | Self::Text(_), _) => false,
        }
    }
}

impl Desk {
    /// An empty desk.
    pub fn new(bench: Rc<Bench>) -> Self {
        let inspection = Inspection::default();
        let state = State { document: Document::Nothing, open: None };
        let saved = Document::Nothing;
        Self { bench, state, past: Vec::new(), future: Vec::new(), typing: None, news: None, saved, inspection }
    }

    /// What is known beside the file.
    pub fn bench(&self) -> &Bench {
        &self.bench
    }

    /// What is known beside the file, for another desk.
    pub fn shared_bench(&self) -> &Rc<Bench> {
        &self.bench
    }

    /// The file.
    pub fn document(&self) -> &Document {
        &self.state.document
    }

    /// The content of the file, when it can be edited field by field.
    pub fn root(&self) -> Option<&Node> {
        match &self.state.document {
            Document::Tree { root, .. } => Some(root),
            Document::Nothing | Document::Text(_) => None,
        }
    }

    /// A text in the file; empty when there is none.
    pub fn word(&self, pointer: &str) -> &str {
        self.root().and_then(|root| root.find(pointer)).and_then(Node::words).unwrap_or_default()
    }

    /// The last item of a list, as a pointer.
    pub fn last_of(&self, at: &str) -> Option<String> {
        let last = self.root()?.find(at)?.items().len().checked_sub(1)?;
        Some(format!("{at}/{last}"))
    }

    /// A rule in words; none when it can't be read, or when nothing has been chosen in a part of it.
    pub fn sentence(&self, at: &str) -> Option<String> {
        let rule = serde_json::from_str(&self.root()?.find(at)?.print()).ok()?;
        Some(words::sentence(&self.bench.clauses.rule(&rule)))
    }

    /// The text of the file: as it was opened when nothing has changed.
    pub fn text(&self) -> String {
        self.state.document.text()
    }

    /// The name for the file: the partner's id, when it has one.
    pub fn file_name(&self) -> String {
        let id = self.word("/partner/id");
        if crate::id::is_id(id) { format!("{id}.json") } else { "partner.json".to_owned() }
    }

    /// The offer that is open.
    pub fn open(&self) -> Option<usize> {
        self.state.open
    }

    /// How many offers there are.
    pub fn offers(&self) -> usize {
        self.root().and_then(|root| root.find("/offers")).map_or(0, |offers| offers.items().len())
    }

    /// What the checks found, and what was built.
    pub fn inspection(&self) -> &Inspection {
        &self.inspection
    }

    /// What was just done.
    pub fn news(&self) -> Option<News> {
        self.news
    }

    /// Whether there is a step to undo.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a step to do again.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Whether something would be lost by leaving.
    pub fn is_unsaved(&self) -> bool {
        !self.state.document.is(&self.saved)
    }

    /// The desk after a deed.
    pub fn after(mut self, deed: &Deed) -> Self {
        let before = self.state.clone();
        let typing = self.typing.take();
        self.news = None;
        match deed {
            Deed::Undo => self.step_back(),
            Deed::Redo => self.step_on(),
            Deed::Saved => {
                self.saved = self.state.document.clone();
                self.news = Some(News::Saved);
            }
            Deed::Choose(place) => {
                self.state.open = place.filter(|place| *place < self.offers());
            }
            Deed::Settle => {}
            _ => {
                let outcome = deed::apply(&self, deed);
                self.news = outcome.news;
                self.state.open = outcome.open;
                if outcome.begins_anew {
                    self.past.clear();
                    self.future.clear();
                    self.saved = outcome.document.clone();
                    self.state.document = outcome.document;
                } else if !outcome.document.is(&before.document) {
                    self.state.document = outcome.document;
                    self.future.clear();
                    let goes_on = outcome.typing.is_some() && outcome.typing == typing;
                    if !goes_on {
                        self.past.push(before.clone());
                    }
                    if self.past.len() > STEPS {
                        self.past.remove(0);
                    }
                }
                self.typing = outcome.typing;
            }
        }
        if !self.state.document.is(&before.document) {
            self.inspection = inspect::inspect(&self.bench, &self.state.document, &self.file_name());
        }
        self
    }

    fn step_back(&mut self) {
        if let Some(state) = self.past.pop() {
            self.future.push(std::mem::replace(&mut self.state, state));
            self.news = Some(News::Undone);
        }
    }

    fn step_on(&mut self) {
        if let Some(state) = self.future.pop() {
            self.past.push(std::mem::replace(&mut self.state, state));
            self.news = Some(News::Redone);
        }
    }
}
