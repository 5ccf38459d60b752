//! What a new file and a new offer begin with, and the ids they get.

use super::{Bench, Desk, Document, tree::Node};
use crate::{id::is_id, spelling::plain};

/// A file with a partner that has no name yet.
pub(super) fn blank_file() -> Node {
    let partner = Node::fields([("id", Node::text("")), ("name", blank_text())]);
    Node::fields([
        ("$schema", Node::text("../catalogue.schema.json")),
        ("format", Node::plain(1)),
        ("partner", partner),
        ("offers", Node::list([])),
    ])
}

/// A text of which nothing has been said yet.
pub(super) fn blank_text() -> Node {
    Node::fields([("nl", Node::text(""))])
}

/// An offer that can be read, and in which everything is still to be said.
pub(super) fn blank_offer(bench: &Bench, root: &Node) -> Node {
    let website = root.find("/partner/website").map(|website| ("website", website.clone()));
    Node::fields([
        ("id", Node::text(&free_id(bench, root, NEW))),
        ("name", blank_text()),
        // What kind of help it is nobody can guess: inspecting asks for it.
        ("kind", Node::text("")),
        ("gives", blank_text()),
        ("first_step", blank_text()),
        ("needs", Node::list([])),
        ("phases", Node::list([])),
        ("area", Node::fields([("whose", Node::text("recipient")), ("regions", Node::list([]))])),
        ("eligibility", super::rule::everyone()),
        ("conditions", Node::list([])),
        ("cost", Node::fields([("level", Node::text("unknown"))])),
        ("contact", Node::fields(website)),
        ("source", Node::fields([("kind", Node::text("provider"))])),
        ("checked_on", Node::text(&bench.today.written())),
        ("confidence", Node::text("confirmed")),
        ("unverified", Node::list([])),
    ])
}

/// The id of an offer without a name.
const NEW: &str = "nieuw-aanbod";

/// An id that nobody has yet, made of words.
pub(super) fn free_id(bench: &Bench, root: &Node, words: &str) -> String {
    let wanted = made_of(words);
    let is_free = |id: &str| !has_offer(root, id) && bench.owner(id, "").is_none();
    let numbered = (2..1000).map(|number| format!("{wanted}-{number}"));
    std::iter::once(wanted.clone()).chain(numbered).find(|id| is_free(id)).unwrap_or(wanted)
}

fn has_offer(root: &Node, id: &str) -> bool {
    let offers = root.find("/offers").map(Node::items).unwrap_or_default();
    offers.iter().any(|offer| offer.find("/id").and_then(Node::words) == Some(id))
}

fn made_of(words: &str) -> String {
    let mut id = String::new();
    for letter in plain(words).chars() {
        if letter.is_ascii_lowercase() || letter.is_ascii_digit() {
            id.push(letter);
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
        if id.len() >= 56 {
            break;
        }
    }
    let id = id.trim_end_matches('-');
    if is_id(id) { id.to_owned() } else { NEW.to_owned() }
}

/// The id follows the name as long as it was made of the name and nobody has published it.
pub(super) fn follow(desk: &Desk, root: &Node, at: &str, words: &str) -> Node {
    let Some(around) = at.strip_suffix("/name/nl") else { return root.clone() };
    let (id_at, old) = (format!("{around}/id"), desk.word(at));
    let id = desk.word(&id_at);
    if around == "/partner" {
        let was_made =
            id.is_empty() || (id == made_of(old) && !desk.bench().published().iter().any(|partner| partner.id == id));
        let new = if words.trim().is_empty() { String::new() } else { made_of(words) };
        return if was_made { root.put(&id_at, Node::text(&new)) } else { root.clone() };
    }
    let made = made_of(if old.is_empty() { NEW } else { old });
    let number = id.strip_prefix(&made).and_then(|rest| rest.strip_prefix('-'));
    let was_made = id == made || number.is_some_and(|number| number.parse::<u32>().is_ok());
    if !was_made || desk.is_known(id) {
        return root.clone();
    }
    let without = root.put(&id_at, Node::text(""));
    let new = free_id(desk.bench(), &without, if words.is_empty() { NEW } else { words });
    root.put(&id_at, Node::text(&new))
}

impl Desk {
    /// Whether an offer's id was published, or was in the file when it was opened.
    fn is_known(&self, id: &str) -> bool {
        let was_there = match self.document() {
            Document::Tree { opened: Some((first, _)), .. } => has_offer(first, id),
            Document::Tree { opened: None, .. } | Document::Nothing | Document::Text(_) => false,
        };
        was_there || self.bench().owner(id, "").is_some()
    }
}
