//! A page to take along: printed, mailed or kept. Plain data, and the two forms it leaves in.

use crate::{contact, language::Language};

mod html;

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
        title: String,
        /// How, and what the caregiver noted.
        lines: Vec<String>,
    },
    /// An address, with a name.
    Link {
        /// The name.
        label: String,
        /// An `https:`, `tel:` or `mailto:` address; any other is shown and can't be followed.
        href: String,
    },
    /// Small print.
    Small(String),
}

impl Document {
    /// The page as plain text, for a mail or a note.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        underlined(&mut text, &self.title, '=');
        let mut before: Option<&Block> = None;
        for block in &self.blocks {
            // Addresses, and tasks of one line, stand together as a list does.
            let is_next_of_a_row = match (before, block) {
                (Some(Block::Link { .. }), Block::Link { .. }) => true,
                (Some(Block::Task { lines: above, .. }), Block::Task { lines, .. }) => {
                    above.is_empty() && lines.is_empty()
                }
                _ => false,
            };
            if !is_next_of_a_row {
                text.push('\n');
            }
            write_block(&mut text, block);
            before = Some(block);
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
            hang(text, if *is_done { "[x] " } else { "[ ] " }, "    ", title);
            lines.iter().for_each(|line| hang(text, "    ", "    ", line));
        }
        Block::Link { label, href } => {
            text.push_str(label);
            if let Some(address) = address_beside(label, href) {
                text.push_str(": ");
                text.push_str(address);
            }
            text.push('\n');
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

/// The address as people write it; `None` when the name says it already.
fn address_beside<'a>(label: &str, href: &'a str) -> Option<&'a str> {
    let number = href.strip_prefix("tel:");
    let address = number.or_else(|| href.strip_prefix("mailto:")).unwrap_or(href);
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let says_number = number.is_some_and(|number| digits(label).contains(&digits(number)));
    (!says_number && !label.contains(address)).then_some(address)
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

    fn link(label: &str, href: &str) -> Block {
        Block::Link { label: label.to_owned(), href: href.to_owned() }
    }

    fn task(is_done: bool, title: &str, lines: &[&str]) -> Block {
        Block::Task { is_done, title: title.to_owned(), lines: lines.iter().map(|line| (*line).to_owned()).collect() }
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
            link("Website", "https://www.voorbeeld.be/a"),
            link("Bel 078 15 25 25", "tel:078152525"),
            link("Mail", "mailto:info@voorbeeld.be"),
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

Website: https://www.voorbeeld.be/a
Bel 078 15 25 25
Mail: info@voorbeeld.be

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
