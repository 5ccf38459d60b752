//! Elements of a page. No text becomes markup, and what is opened is closed.

use crate::{contact, document::escape, language::Said, wording::Wording};
use serde_json::Value;

/// An element with what is in it.
#[derive(Clone, Debug)]
pub(crate) struct El {
    tag: &'static str,
    attributes: Vec<(&'static str, String)>,
    children: Vec<Child>,
}

#[derive(Clone, Debug)]
enum Child {
    El(El),
    Text(String),
    /// JSON in which no sign can end the element around it.
    Data(String),
}

/// Where a link leads: to another page of ours, or to an address that [`contact`] vouches for.
#[derive(Clone, Debug)]
pub(crate) struct Href(String);

impl Href {
    /// From one page to another, both named from the folder that holds them all.
    pub(crate) fn between(from: &str, to: &str) -> Self {
        Self(["../".repeat(from.matches('/').count()).as_str(), to].concat())
    }

    /// To a part of the same page.
    pub(crate) fn part(id: &str) -> Self {
        Self(["#", id].concat())
    }

    /// An `https:`, `tel:` or `mailto:` address.
    pub(crate) fn outward(address: &str) -> Option<Self> {
        let is_followed = match (address.strip_prefix("tel:"), address.strip_prefix("mailto:")) {
            (Some(number), _) => contact::dial(number).is_some_and(|dialled| dialled == address),
            (_, Some(mailbox)) => contact::mail(mailbox).is_some(),
            _ => contact::website(address).is_some(),
        };
        is_followed.then(|| Self(address.to_owned()))
    }

    /// The address.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

/// An empty element.
pub(crate) fn el(tag: &'static str) -> El {
    El { tag, attributes: Vec::new(), children: Vec::new() }
}

/// A block of data for machines that read the page.
pub(crate) fn data(value: &Value) -> El {
    let text = value.to_string();
    let text = text.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026");
    let block = el("script").set("type", "application/ld+json");
    El { children: vec![Child::Data(text)], ..block }
}

impl El {
    /// With an attribute. Never an address that came from outside: that is what [`El::to`] is for.
    pub(crate) fn set(mut self, name: &'static str, value: &str) -> Self {
        self.attributes.push((name, value.to_owned()));
        self
    }

    pub(crate) fn class(self, value: &str) -> Self {
        self.set("class", value)
    }

    /// As a link.
    pub(crate) fn to(self, href: Href) -> Self {
        self.set("href", &href.0)
    }

    pub(crate) fn text(mut self, words: &str) -> Self {
        self.children.push(Child::Text(words.to_owned()));
        self
    }

    /// With a text of the catalogue; the language is named where it is another than the page's.
    pub(crate) fn said(self, said: &Said, wording: &Wording) -> Self {
        let is_own = said.language.is_kin_of(wording.language());
        let named = if is_own { self } else { self.set("lang", said.language.tag()) };
        named.text(&said.text)
    }

    pub(crate) fn put(mut self, child: El) -> Self {
        self.children.push(Child::El(child));
        self
    }

    pub(crate) fn all(mut self, children: impl IntoIterator<Item = El>) -> Self {
        self.children.extend(children.into_iter().map(Child::El));
        self
    }

    /// The element as HTML, at the end of a text.
    pub(crate) fn write(&self, page: &mut String) {
        page.push('<');
        page.push_str(self.tag);
        for (name, value) in &self.attributes {
            page.push(' ');
            page.push_str(name);
            page.push_str("=\"");
            escape(page, value);
            page.push('"');
        }
        page.push('>');
        if !matches!(self.tag, "meta" | "link") {
            for child in &self.children {
                match child {
                    Child::El(child) => child.write(page),
                    Child::Text(words) => escape(page, words),
                    Child::Data(json) => page.push_str(json),
                }
            }
            page.push_str("</");
            page.push_str(self.tag);
            page.push('>');
        }
        // Between words a line break would be a space.
        if !matches!(self.tag, "a" | "span" | "strong" | "bdi") {
            page.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn written(element: &El) -> String {
        let mut page = String::new();
        element.write(&mut page);
        page
    }

    #[test]
    fn no_text_becomes_markup() {
        let evil = "</p><script>alert('1')</script>\"&\u{0}";
        let page = written(&el("p").set("title", evil).text(evil));
        assert!(!page.contains("<script") && !page.contains('\u{0}') && page.matches("</p>").count() == 1, "{page}");
        let block = data(&json!({"name": evil}));
        let page = written(&block);
        assert_eq!(page.matches('<').count(), 2, "{page}");
        let inside = page.split('>').nth(1).and_then(|rest| rest.split('<').next()).expect("data");
        let read: Value = serde_json::from_str(inside).expect("JSON");
        assert_eq!(read.get("name").and_then(Value::as_str), Some(evil));
    }

    #[test]
    fn a_link_leads_to_our_pages_or_where_contact_lets_it() {
        assert_eq!(Href::between("index.html", "nood/money.html").as_str(), "nood/money.html");
        assert_eq!(Href::between("aanbod/a.html", "index.html").as_str(), "../index.html");
        for good in ["https://www.samana.be/a?b=c&d", "tel:+3224740235", "mailto:info@samana.be"] {
            assert!(Href::outward(good).is_some(), "{good}");
        }
        for bad in ["", "http://a.be", "javascript:alert(1)", "data:text/html,x", "tel:*21*1#", "//a.be", "../x"] {
            assert!(Href::outward(bad).is_none(), "{bad}");
        }
    }
}
