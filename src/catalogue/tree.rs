//! A file of JSON as a tree that knows where in the text everything stands.
//!
//! serde reads what is right; this tells what is wrong: it keeps fields that come twice, and says of text that is no
//! JSON where the cause lies rather than where reading stopped.

use std::borrow::Cow;

mod fault;
mod read;
pub use fault::Fault;
pub use read::read;

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Node<'a> {
    /// The first byte, and the first byte after it.
    pub span: Bytes,
    /// What it is.
    pub value: Json<'a>,
}

/// A stretch of a text: the first byte, and the first byte after it.
pub type Bytes = std::ops::Range<usize>;

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub enum Json<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number as written.
    Number(&'a str),
    /// A text.
    Text(Cow<'a, str>),
    /// A list.
    List(Vec<Node<'a>>),
    /// A block of fields in the order of the text, also those that come twice.
    Block(Vec<Field<'a>>),
    /// Something inside more other things than anyone writes: its inside is not looked at.
    TooDeep,
}

/// A field of a block.
#[derive(Clone, Debug, PartialEq)]
pub struct Field<'a> {
    /// Its name.
    pub key: Cow<'a, str>,
    /// Where the name stands, with its quotation marks.
    pub key_span: Bytes,
    /// Its value.
    pub value: Node<'a>,
}

impl<'a> Node<'a> {
    /// The field of that name; the last one, if it comes twice.
    pub fn field(&self, key: &str) -> Option<&Field<'a>> {
        match &self.value {
            Json::Block(fields) => fields.iter().rev().find(|field| field.key == key),
            Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) | Json::List(_) | Json::TooDeep => None,
        }
    }

    /// The value of the field of that name.
    pub fn get(&self, key: &str) -> Option<&Node<'a>> {
        self.field(key).map(|field| &field.value)
    }

    /// What it holds if it is a list.
    pub fn items(&self) -> Option<&[Node<'a>]> {
        match &self.value {
            Json::List(items) => Some(items),
            Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) | Json::Block(_) | Json::TooDeep => None,
        }
    }

    /// What it says if it is a text.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Json::Text(text) => Some(text),
            Json::Null | Json::Bool(_) | Json::Number(_) | Json::List(_) | Json::Block(_) | Json::TooDeep => None,
        }
    }
}
