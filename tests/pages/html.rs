//! Reads a page as strictly as it is written: every element closed, every value in double quotes.

use mantelwijzer::contact;
use std::collections::BTreeMap;

/// An element, as it was opened.
#[derive(Debug)]
pub struct Tag {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
}

/// A page, taken apart.
#[derive(Debug, Default)]
pub struct Read {
    pub tags: Vec<Tag>,
    /// What people read, in order.
    pub words: String,
    /// The blocks of data.
    pub data: Vec<String>,
    pub title: String,
}

impl Read {
    pub fn named<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Tag> {
        self.tags.iter().filter(move |tag| tag.name == name)
    }

    /// Where the page's links lead, but those to the same page in another language.
    pub fn links(&self) -> impl Iterator<Item = &str> {
        let here = self.tags.iter().filter(|tag| !tag.attributes.contains_key("hreflang"));
        here.filter_map(|tag| tag.attributes.get("href").map(String::as_str))
    }

    pub fn values<'a>(&'a self, attribute: &'a str) -> impl Iterator<Item = &'a str> {
        self.tags.iter().filter_map(move |tag| tag.attributes.get(attribute).map(String::as_str))
    }
}

/// Takes a page apart; panics where an element isn't closed in its place or an attribute isn't well written.
pub fn read(page: &str) -> Read {
    let mut found = Read::default();
    let mut open: Vec<String> = Vec::new();
    let rest = page.strip_prefix("<!doctype html>\n").expect("a doctype");
    for piece in rest.split('<').skip(1) {
        let (tag, words) = piece.split_once('>').unwrap_or_else(|| panic!("`<{piece}` has no end"));
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(name), "closed: {name}");
        } else {
            let tag = read_tag(tag);
            if !matches!(tag.name.as_str(), "meta" | "link") {
                open.push(tag.name.clone());
            }
            found.tags.push(tag);
        }
        match open.last().map(String::as_str) {
            Some("script") => found.data.push(words.to_owned()),
            Some("title") => found.title.push_str(&plain(words)),
            Some("head" | "html") | None => assert_eq!(words.trim(), "", "words outside the body"),
            _ => found.words.push_str(&plain(words)),
        }
    }
    assert!(open.is_empty(), "still open: {open:?}");
    found
}

fn read_tag(tag: &str) -> Tag {
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    let mut attributes = BTreeMap::new();
    while !rest.is_empty() {
        let (attribute, after) = rest.split_once("=\"").unwrap_or_else(|| panic!("an attribute in <{tag}>"));
        let (value, after) = after.split_once('"').unwrap_or_else(|| panic!("a value in <{tag}>"));
        assert!(attribute.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{attribute} in <{tag}>");
        assert!(attributes.insert(attribute.to_owned(), plain(value)).is_none(), "{attribute} twice in <{tag}>");
        rest = after.trim_start();
    }
    assert!(name.bytes().all(|byte| byte.is_ascii_alphanumeric()), "<{tag}>");
    Tag { name: name.to_owned(), attributes }
}

fn plain(words: &str) -> String {
    let signs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    signs.iter().fold(words.to_owned(), |text, (written, sign)| text.replace(written, sign))
}

/// The page and the part of it that an address leads to.
pub fn resolve(from: &str, href: &str) -> (String, String) {
    let (path, part) = href.split_once('#').unwrap_or((href, ""));
    let mut steps: Vec<&str> = from.split('/').collect();
    if !path.is_empty() {
        steps.pop();
    }
    for step in path.split('/').filter(|step| !step.is_empty()) {
        match step {
            ".." => assert!(steps.pop().is_some(), "{from}: {href} leaves the folder"),
            _ => steps.push(step),
        }
    }
    (steps.join("/"), part.to_owned())
}

/// Whether an address is one that `contact` lets pass.
pub fn is_outward(href: &str) -> bool {
    match (href.strip_prefix("tel:"), href.strip_prefix("mailto:")) {
        (Some(number), _) => contact::dial(number).as_deref() == Some(href),
        (_, Some(mailbox)) => contact::mail(mailbox).is_some(),
        _ => contact::website(href).is_some(),
    }
}
