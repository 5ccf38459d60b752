//! A page to take along: printed, mailed or kept. Plain data, and the two forms it leaves in.

use crate::{
    contact,
    language::{Language, Said},
};

mod html;
pub(crate) use html::escape;

/// A page of one caregiver's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The heading of the page.
    pub title: String,
    /// The language it is read out in.
    pub language: Language,
    /// What is on it.
    pub blocks: Vec<Block>,
}

/// A part of the page. Line breaks inside a text are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// The heading of a section.
    Heading(String),
    /// A paragraph.
    Paragraph(String),
    /// A list.
    List(Vec<String>),
    /// Something to do.
    Task {
        /// Whether it is ticked off.
        is_done: bool,
        /// What to do.
        title: Said,
        /// How, and what the caregiver noted.
        lines: Vec<Line>,
    },
    /// Small print.
    Small(String),
}

/// A line of a task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it says; an address is written out, because paper can't be clicked.
    pub words: Said,
    /// An `https:`, `tel:` or `mailto:` address; any other can't be followed.
    pub href: Option<String>,
}

impl Document {
    /// The page as plain text, for a mail or a note.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        underlined(&mut text, &self.title, '=');
        for block in &self.blocks {
            text.push('\n');
            write_block(&mut text, block);
        }
        text
    }

    /// The page as one HTML file that loads nothing and runs nothing.
    pub fn to_html(&self) -> String {
        html::page(self)
    }
}

fn write_block(text: &mut String, block: &Block) {
    match block {
        Block::Heading(words) => underlined(text, words, '-'),
        Block::Paragraph(words) | Block::Small(words) => hang(text, "", "", words),
        Block::List(items) => items.iter().for_each(|item| hang(text, "- ", "  ", item)),
        Block::Task { is_done, title, lines } => {
            hang(text, if *is_done { "[x] " } else { "[ ] " }, "    ", &title.text);
            lines.iter().for_each(|line| hang(text, "    ", "    ", &line.words.text));
        }
    }
}

fn underlined(text: &mut String, words: &str, sign: char) {
    text.push_str(words);
    text.push('\n');
    text.extend(words.chars().map(|_| sign));
    text.push('\n');
}

/// Adds a text with a mark before its first line and as much room before the others.
fn hang(text: &mut String, mark: &str, room: &str, words: &str) {
    let mut before = mark;
    for line in words.lines() {
        let line = line.trim_end();
        if !line.is_empty() {
            text.push_str(before);
            text.push_str(line);
        }
        text.push('\n');
        before = room;
    }
}

/// Whether an address may become a link. Only [`contact`] knows.
fn is_followed(href: &str) -> bool {
    match (href.strip_prefix("tel:"), href.strip_prefix("mailto:")) {
        (Some(number), _) => contact::dial(number).is_some_and(|dialled| dialled == href),
        (_, Some(address)) => contact::mail(address).is_some(),
        _ => contact::website(href).is_some(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(blocks: Vec<Block>) -> Document {
        Document { title: "Mijn plan".to_owned(), language: Language::NlBe, blocks }
    }

    fn said(words: &str) -> Said {
        Said { text: words.to_owned(), language: Language::NlBe }
    }

    fn link(words: &str, href: &str) -> Block {
        let lines = vec![Line { words: said(words), href: Some(href.to_owned()) }];
        Block::Task { is_done: false, title: said("Bel"), lines }
    }

    fn task(is_done: bool, title: &str, lines: &[&str]) -> Block {
        let lines = lines.iter().map(|line| Line { words: said(line), href: None }).collect();
        Block::Task { is_done, title: said(title), lines }
    }

    #[test]
    fn reads_well_as_plain_text() {
        let document = document(vec![
            Block::Paragraph("Dit hebt u gekozen.".to_owned()),
            Block::Heading("Deze week".to_owned()),
            task(false, "Bel het ziekenfonds", &["Vraag naar de premie.", "Mijn nota:\r\nna 14 uur"]),
            task(true, "Vraag verlof aan", &[]),
            task(false, "Rust uit", &[]),
            Block::List(vec!["een".to_owned(), "twee\ndrie".to_owned()]),
            link("078 15 25 25", "tel:078152525"),
            Block::Small("Niets is bewaard.".to_owned()),
        ]);
        let text = "Mijn plan
=========

Dit hebt u gekozen.

Deze week
---------

[ ] Bel het ziekenfonds
    Vraag naar de premie.
    Mijn nota:
    na 14 uur

[x] Vraag verlof aan

[ ] Rust uit

- een
- twee
  drie

[ ] Bel
    078 15 25 25

Niets is bewaard.
";
        assert_eq!(document.to_text(), text);
    }

    #[test]
    fn only_what_contact_vouches_for_is_followed() {
        for good in ["https://www.samana.be/a?b=c&d", "tel:+3224740235", "tel:106", "mailto:info@samana.be"] {
            assert!(is_followed(good), "{good}");
        }
        for bad in [
            "",
            "http://a.be",
            "javascript:alert(1)",
            "JAVASCRIPT:alert(1)",
            "data:text/html,x",
            "tel:*21*1#",
            "tel:078 15",
            "mailto:a@b.be?bcc=c@d.be",
            "//a.be",
            "https://a.be/\"onclick=x",
        ] {
            assert!(!is_followed(bad), "{bad}");
            assert!(!document(vec![link("x", bad)]).to_html().contains("<a "), "{bad}");
        }
    }
}
