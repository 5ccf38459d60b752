//! The form of an offer and of a partner: sections, fields, what stands in them and what was found about them.

use super::{
    Bench, Desk, Finding,
    rule::{Part, part},
    tree::{Node, Value},
    words,
};
use crate::{
    catalogue::{build, raw::RawText},
    language::Language,
};

mod table;
use table::{Kind, OFFER, PARTNER, Row};
pub use table::{Size, Writing};

/// Some fields under one heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Its name for hooks.
    pub key: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// Its fields.
    pub fields: Vec<Field>,
}

/// A field.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Where it stands in the file.
    pub at: String,
    /// What it is called.
    pub label: String,
    /// What to fill in.
    pub help: String,
    /// Whether it may be left out.
    pub is_optional: bool,
    /// What stands in it.
    pub input: Input,
    /// What was found about it.
    pub findings: Vec<Finding>,
}

/// What stands in a field.
#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    /// A text in one or more languages, and the languages it could still have.
    Text(Vec<Tongue>, Vec<(&'static str, &'static str)>, Size),
    /// A short text that is no sentence.
    Line(String, Writing),
    /// One of a list; the second says whether all are shown at once.
    Choice(Vec<Choice>, bool),
    /// Any of a list.
    Ticks(Vec<Choice>),
    /// Needs, each with how strongly it is helped.
    Needs(Vec<(Choice, Option<u8>)>),
    /// Places.
    Places(Vec<PlaceTag>),
    /// A list of texts.
    Texts(Vec<(String, Vec<Tongue>)>),
    /// A list of short texts.
    Lines(Vec<(String, String)>),
    /// When somebody is there.
    Open(Open),
    /// Yes or no.
    Flag(bool),
    /// A number.
    Number(Option<u32>),
    /// A rule; none when there is no rule.
    Rule(Option<Part>),
    /// Something this field can't hold, as it is written.
    Strange(String),
}

/// A text in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Tongue {
    /// Where it stands in the file.
    pub at: String,
    /// The language.
    pub tag: &'static str,
    /// The language in words.
    pub name: &'static str,
    /// The text.
    pub words: String,
    /// How many characters it may have.
    pub most: usize,
}

/// Something that can be chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// As the file says it.
    pub value: String,
    /// As the page says it.
    pub words: String,
    /// Whether it is chosen.
    pub is_on: bool,
}

/// A place that was chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceTag {
    /// Its id.
    pub id: String,
    /// Its name; its id when there is no such place.
    pub name: String,
}

/// When somebody is there.
#[derive(Clone, Debug, PartialEq)]
pub enum Open {
    /// That isn't known.
    Unknown,
    /// Day and night.
    Always,
    /// At these hours.
    At(Vec<Hours>),
}

/// The same hours on some days.
#[derive(Clone, Debug, PartialEq)]
pub struct Hours {
    /// Where they stand in the file.
    pub at: String,
    /// The days, Monday first.
    pub days: [bool; 7],
    /// From when.
    pub from: String,
    /// Until when.
    pub to: String,
}

impl PlaceTag {
    /// The place with this id.
    pub fn new(bench: &Bench, id: &str) -> Self {
        Self { id: id.to_owned(), name: bench.place(id).unwrap_or_else(|| id.to_owned()) }
    }
}

/// The words of a text of the catalogue, in Dutch.
pub fn words_of(text: &RawText) -> String {
    build::text(text).words(Language::Nl).to_owned()
}

impl Desk {
    /// The form of an offer; empty when there is no such offer.
    pub fn offer_form(&self, place: usize) -> Vec<Section> {
        let at = format!("/offers/{place}");
        match self.root().and_then(|root| root.find(&at)) {
            Some(node) => self.form(node, &at, OFFER),
            None => Vec::new(),
        }
    }

    /// The form of the partner.
    pub fn partner_form(&self) -> Vec<Section> {
        let nothing = Node::fields([]);
        let node = self.root().and_then(|root| root.find("/partner")).unwrap_or(&nothing);
        self.form(node, "/partner", PARTNER)
    }

    fn form(&self, node: &Node, at: &str, sections: &[(&'static str, &'static str, &'static [Row])]) -> Vec<Section> {
        let about: Vec<&Finding> = self.inspection().findings.iter().filter(|finding| finding.is_in(at)).collect();
        let field = |row: &Row| {
            let path = row.path();
            let at = format!("{at}{path}");
            let inner = node.find(path);
            let is_shown = row.only_for.is_none_or(|kind| node.find("/kind").and_then(Node::words) == Some(kind));
            if inner.is_none() && !is_shown {
                return None;
            }
            let findings =
                about.iter().filter(|finding| finding.is_in(&at)).map(|finding| (*finding).clone()).collect();
            let input = input(self.bench(), inner, &at, row);
            let (label, help) = words::told(row.name);
            Some(Field { at, label, help, is_optional: row.is_optional, input, findings })
        };
        let section = |(key, title, rows): &(&'static str, &'static str, &'static [Row])| Section {
            key,
            title,
            fields: rows.iter().filter_map(field).collect(),
        };
        sections.iter().map(section).collect()
    }

    /// What was found about an offer, or the partner and the file, that belongs to no field of the form.
    pub fn strays(&self, offer: Option<usize>) -> Vec<Finding> {
        let forms = offer.map_or_else(|| self.partner_form(), |offer| self.offer_form(offer));
        let fields: Vec<String> = forms.into_iter().flat_map(|section| section.fields).map(|field| field.at).collect();
        let belongs = |finding: &&Finding| finding.offer() == offer && !fields.iter().any(|at| finding.is_in(at));
        self.inspection().findings.iter().filter(belongs).cloned().collect()
    }
}

fn input(bench: &Bench, node: Option<&Node>, at: &str, row: &Row) -> Input {
    let strange = || Input::Strange(node.map(Node::print).unwrap_or_default());
    let line = || match node.map(Node::value) {
        None => Some(String::new()),
        Some(Value::Text(words)) => Some(words.clone()),
        Some(Value::Plain(word)) if word == "null" => Some(String::new()),
        Some(_) => None,
    };
    let list =
        || node.is_none_or(|node| matches!(node.value(), Value::List(_))).then(|| node.map_or(&[][..], Node::items));
    match row.kind {
        Kind::Text(most, size) => match node.map(Node::value) {
            None | Some(Value::Fields(_)) => {
                let (tongues, others) = tongues(node, at, most);
                Input::Text(tongues, others, size)
            }
            Some(_) => strange(),
        },
        Kind::Line(writing) => line().map_or_else(strange, |words| Input::Line(words, writing)),
        Kind::Choice(is_open) => {
            line().map_or_else(strange, |chosen| Input::Choice(choices(bench, row.name, &[&chosen]), is_open))
        }
        Kind::Ticks => list().map_or_else(strange, |items| {
            let chosen: Vec<&str> = items.iter().filter_map(|item| item.words()).collect();
            Input::Ticks(choices(bench, row.name, &chosen))
        }),
        Kind::Needs => list().map_or_else(strange, |items| Input::Needs(needs(bench, items))),
        Kind::Places => list().map_or_else(strange, |items| {
            Input::Places(items.iter().filter_map(|item| Some(PlaceTag::new(bench, item.words()?))).collect())
        }),
        Kind::Texts(most) => list().map_or_else(strange, |items| {
            let text = |(place, item): (usize, &std::rc::Rc<Node>)| {
                let at = format!("{at}/{place}");
                (at.clone(), tongues(Some(item), &at, most).0)
            };
            Input::Texts(items.iter().enumerate().map(text).collect())
        }),
        Kind::Lines => list().map_or_else(strange, |items| {
            let words = |(place, item): (usize, &std::rc::Rc<Node>)| {
                (format!("{at}/{place}"), item.words().unwrap_or_default().to_owned())
            };
            Input::Lines(items.iter().enumerate().map(words).collect())
        }),
        Kind::Open => open(node, at).map_or_else(strange, Input::Open),
        Kind::Flag => match node.map(Node::print).as_deref() {
            None | Some("false") => Input::Flag(false),
            Some("true") => Input::Flag(true),
            Some(_) => strange(),
        },
        Kind::Number => match node {
            None => Input::Number(None),
            Some(node) => node.number().map_or_else(strange, |number| Input::Number(Some(number))),
        },
        Kind::Rule => Input::Rule(node.map(|node| part(bench, node, at))),
    }
}

/// A text in the languages it has, Dutch always, and the languages it could still have.
fn tongues(node: Option<&Node>, at: &str, most: usize) -> (Vec<Tongue>, Vec<(&'static str, &'static str)>) {
    let words = |tag: &str| node.and_then(|node| node.find(&format!("/{tag}"))).and_then(Node::words);
    let tongue =
        |tag, name, words: &str| Tongue { at: format!("{at}/{tag}"), tag, name, words: words.to_owned(), most };
    let mut tongues = vec![tongue("nl", "Nederlands", words("nl").unwrap_or_default())];
    let mut others = Vec::new();
    for (tag, name) in words::TONGUES {
        match words(tag) {
            Some(words) => tongues.push(tongue(tag, name, words)),
            None => others.push((tag, name)),
        }
    }
    (tongues, others)
}

/// A closed list with what is chosen of it; what is chosen and not in the list comes at the end.
fn choices(bench: &Bench, name: &str, chosen: &[&str]) -> Vec<Choice> {
    let listed = if name == "offers/phases" { options(bench, "phase") } else { words::listed(name) };
    let strange = chosen.iter().filter(|word| !word.is_empty() && !listed.iter().any(|(value, _)| value == *word));
    let strange: Vec<(String, String)> = strange.map(|word| (word.to_string(), word.to_string())).collect();
    let choice = |(value, words): (String, String)| Choice { is_on: chosen.contains(&value.as_str()), value, words };
    listed.into_iter().chain(strange).map(choice).collect()
}

fn options(bench: &Bench, question: &str) -> Vec<(String, String)> {
    let options = bench.question(question).map_or(&[][..], |asked| &asked.options).iter();
    options.map(|option| (option.id.clone(), words_of(option.short.as_ref().unwrap_or(&option.text)))).collect()
}

fn needs(bench: &Bench, items: &[std::rc::Rc<Node>]) -> Vec<(Choice, Option<u8>)> {
    let word = |item: &Node| item.find("/need").and_then(Node::words).unwrap_or_default().to_owned();
    let strength = |item: &Node| item.find("/strength").and_then(Node::number).map_or(0, |number| number.min(99) as u8);
    let listed = options(bench, "needs");
    let strange = items.iter().map(|item| word(item)).filter(|need| !listed.iter().any(|(value, _)| value == need));
    let strange: Vec<(String, String)> = strange.map(|need| (need.clone(), need)).collect();
    let choice = |(value, words): (String, String)| {
        let found = items.iter().find(|item| word(item) == value).map(|item| strength(item));
        (Choice { value, words, is_on: found.is_some() }, found)
    };
    listed.into_iter().chain(strange).map(choice).collect()
}

fn open(node: Option<&Node>, at: &str) -> Option<Open> {
    let Some(node) = node else { return Some(Open::Unknown) };
    match node.value() {
        Value::Text(word) if word == "always" => Some(Open::Always),
        Value::List(items) => {
            let hours = |(place, item): (usize, &std::rc::Rc<Node>)| {
                let word = |name: &str| item.find(name).and_then(Node::words).unwrap_or_default().to_owned();
                let days = item.find("/days").map(Node::items).unwrap_or_default();
                let has = |day: u32| days.iter().any(|item| item.number() == Some(day));
                let days = [has(1), has(2), has(3), has(4), has(5), has(6), has(7)];
                Hours { at: format!("{at}/{place}"), days, from: word("/from"), to: word("/to") }
            };
            Some(Open::At(items.iter().enumerate().map(hours).collect()))
        }
        Value::Text(_) | Value::Plain(_) | Value::Fields(_) => None,
    }
}
