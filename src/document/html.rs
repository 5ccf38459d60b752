//! A document as one HTML file: its style inside, no script, nothing to load.

use super::{Block, Document, address_beside, is_followed};

const STYLE: &str = include_str!("page.css");

/// The whole file.
pub(super) fn page(document: &Document) -> String {
    let mut page = String::from("<!doctype html>\n<html lang=\"");
    page.push_str(document.language.tag());
    page.push_str(
        "\">\n<meta charset=\"utf-8\">\n\
        <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
        <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
    );
    element(&mut page, "title", &document.title);
    page.push_str("<style>\n");
    page.push_str(STYLE);
    page.push_str("</style>\n<main>\n");
    element(&mut page, "h1", &document.title);
    let mut open = "";
    for block in &document.blocks {
        // Tasks that follow each other are one list, and so are addresses.
        let list = match block {
            Block::Task { .. } => "tasks",
            Block::Link { .. } => "links",
            Block::Heading(_) | Block::Paragraph(_) | Block::List(_) | Block::Small(_) => "",
        };
        if list != open {
            close(&mut page, open);
            if !list.is_empty() {
                page.push_str("<ul class=\"");
                page.push_str(list);
                page.push_str("\">\n");
            }
            open = list;
        }
        write_block(&mut page, block);
    }
    close(&mut page, open);
    page.push_str("</main>\n</html>\n");
    page
}

fn close(page: &mut String, list: &str) {
    if !list.is_empty() {
        page.push_str("</ul>\n");
    }
}

fn write_block(page: &mut String, block: &Block) {
    match block {
        Block::Heading(words) => element(page, "h2", words),
        Block::Paragraph(words) => element(page, "p", words),
        Block::Small(words) => element(page, "small", words),
        Block::List(items) => {
            page.push_str("<ul>\n");
            items.iter().for_each(|item| element(page, "li", item));
            page.push_str("</ul>\n");
        }
        Block::Task { is_done, title, lines } => {
            // The second sign keeps the box from being drawn as an emoji.
            page.push_str(if *is_done { "<li class=\"done\">☑\u{fe0e} " } else { "<li>☐ " });
            element(page, "strong", title);
            lines.iter().for_each(|line| element(page, "p", line));
            page.push_str("</li>\n");
        }
        Block::Link { label, href } => {
            page.push_str("<li>");
            if is_followed(href) {
                page.push_str("<a rel=\"noreferrer\" href=\"");
                escape(page, href);
                page.push_str("\">");
                escape(page, label);
                page.push_str("</a>");
            } else {
                escape(page, label);
            }
            // Paper can't be clicked, and what isn't a link must be seen as it is.
            if let Some(address) = address_beside(label, href) {
                page.push_str("<span>: ");
                escape(page, address);
                page.push_str("</span>");
            }
            page.push_str("</li>\n");
        }
    }
}

fn element(page: &mut String, tag: &str, words: &str) {
    for part in ["<", tag, ">"] {
        page.push_str(part);
    }
    escape(page, words);
    for part in ["</", tag, ">\n"] {
        page.push_str(part);
    }
}

/// Adds a text in which no sign has a meaning of its own, in an element or between double quotes.
fn escape(page: &mut String, words: &str) {
    for sign in words.chars() {
        match sign {
            '&' => page.push_str("&amp;"),
            '<' => page.push_str("&lt;"),
            '>' => page.push_str("&gt;"),
            '"' => page.push_str("&quot;"),
            '\'' => page.push_str("&#39;"),
            '\n' | '\t' => page.push(sign),
            sign if sign.is_control() => {}
            sign => page.push(sign),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    fn html(title: &str, blocks: Vec<Block>) -> String {
        Document { title: title.to_owned(), language: Language::NlBe, blocks }.to_html()
    }

    fn task(is_done: bool, title: &str) -> Block {
        Block::Task { is_done, title: title.to_owned(), lines: vec!["hoe".to_owned()] }
    }

    #[test]
    fn is_one_page_that_loads_nothing_and_runs_nothing() {
        let page = html("Mijn plan", vec![]);
        assert!(page.starts_with("<!doctype html>\n<html lang=\"nl-BE\">\n<meta charset=\"utf-8\">"));
        assert!(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'\""));
        assert!(page.contains("<title>Mijn plan</title>") && page.contains("<h1>Mijn plan</h1>"));
        for word in ["<script", "url(", "@import", "src=", "<link"] {
            assert!(!page.contains(word), "{word}");
        }
    }

    #[test]
    fn tasks_that_follow_each_other_are_one_list() {
        let page = html("x", vec![task(false, "a"), task(true, "b"), Block::Heading("c".to_owned()), task(false, "d")]);
        assert_eq!(page.matches("<ul class=\"tasks\">").count(), 2);
        assert_eq!(page.matches("</ul>").count(), 2);
        assert!(page.contains("<li class=\"done\">☑\u{fe0e} <strong>b</strong>\n<p>hoe</p>\n</li>"));
    }

    #[test]
    fn no_text_becomes_markup() {
        let evil = "</title><script>alert('1')</script>\"&\u{0}";
        let words = || evil.to_owned();
        let blocks = vec![
            Block::Heading(words()),
            Block::Paragraph(words()),
            Block::List(vec![words()]),
            Block::Task { is_done: true, title: words(), lines: vec![words()] },
            Block::Link { label: words(), href: words() },
            Block::Link { label: words(), href: "https://a.be/?x=1&y='2'".to_owned() },
            Block::Small(words()),
        ];
        let page = html(evil, blocks);
        assert!(!page.contains("<script") && !page.contains('\u{0}'));
        assert_eq!(page.matches("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot;&amp;").count(), 10);
        assert!(page.contains("href=\"https://a.be/?x=1&amp;y=&#39;2&#39;\""));
    }

    #[test]
    fn an_address_that_is_no_link_is_shown() {
        let link = |href: &str| html("x", vec![Block::Link { label: "Site".to_owned(), href: href.to_owned() }]);
        assert!(link("http://a.be").contains("<li>Site<span>: http://a.be</span></li>"));
        let followed = "<li><a rel=\"noreferrer\" href=\"https://a.be\">Site</a><span>: https://a.be</span></li>";
        assert!(link("https://a.be").contains(followed));
    }
}
