//! A document as one HTML file: its style inside, no script, nothing to load.

use super::{Block, Document, Line, is_followed};
use crate::language::{Language, Said};

const STYLE: &str = include_str!("page.css");

/// The whole file.
pub(super) fn page(document: &Document) -> String {
    let mut page = String::from("<!doctype html>\n<html lang=\"");
    page.push_str(document.language.html());
    page.push_str("\" dir=\"");
    page.push_str(document.language.dir());
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
    let mut is_open = false;
    for block in &document.blocks {
        // Tasks that follow each other are one list.
        let is_task = matches!(block, Block::Task { .. });
        if is_task != is_open {
            page.push_str(if is_task { "<ul class=\"tasks\">\n" } else { "</ul>\n" });
            is_open = is_task;
        }
        write_block(&mut page, document.language, block);
    }
    if is_open {
        page.push_str("</ul>\n");
    }
    page.push_str("</main>\n</html>\n");
    page
}

fn write_block(page: &mut String, language: Language, block: &Block) {
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
            said(page, language, "strong", title);
            lines.iter().for_each(|line| write_line(page, language, line));
            page.push_str("</li>\n");
        }
    }
}

fn write_line(page: &mut String, language: Language, line: &Line) {
    match line.href.as_deref().filter(|href| is_followed(href)) {
        Some(href) => {
            page.push_str("<p><a rel=\"noreferrer\" href=\"");
            escape(page, href);
            page.push_str("\">");
            escape(page, &line.words.text);
            page.push_str("</a></p>\n");
        }
        None => said(page, language, "p", &line.words),
    }
}

/// An element that says so when its words are not in the language of the page.
fn said(page: &mut String, language: Language, tag: &str, words: &Said) {
    let other = words.language;
    if other.is_kin_of(language) {
        return element(page, tag, &words.text);
    }
    for part in ["<", tag, " lang=\"", other.html(), "\" dir=\"", other.dir(), "\">"] {
        page.push_str(part);
    }
    close(page, tag, &words.text);
}

fn element(page: &mut String, tag: &str, words: &str) {
    for part in ["<", tag, ">"] {
        page.push_str(part);
    }
    close(page, tag, words);
}

fn close(page: &mut String, tag: &str, words: &str) {
    escape(page, words);
    for part in ["</", tag, ">\n"] {
        page.push_str(part);
    }
}

/// Adds a text in which no sign has a meaning of its own, in an element or between double quotes.
pub(crate) fn escape(page: &mut String, words: &str) {
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

    fn html(title: &str, blocks: Vec<Block>) -> String {
        Document { title: title.to_owned(), language: Language::NlBe, blocks }.to_html()
    }

    fn said(words: &str) -> Said {
        Said { text: words.to_owned(), language: Language::Nl }
    }

    fn task(is_done: bool, title: &str) -> Block {
        Block::Task { is_done, title: said(title), lines: vec![Line { words: said("hoe"), href: None }] }
    }

    #[test]
    fn words_in_another_language_say_so() {
        let block = task(false, "Bel de dokter");
        let page = Document { title: "خطتي".to_owned(), language: Language::Ar, blocks: vec![block] }.to_html();
        assert!(page.contains("<html lang=\"ar\" dir=\"rtl\">"));
        for tag in ["strong", "p"] {
            assert!(page.contains(&format!("<{tag} lang=\"nl\" dir=\"ltr\">")), "{tag}");
        }
    }

    #[test]
    fn is_one_page_that_loads_nothing_and_runs_nothing() {
        let page = html("Mijn plan", vec![]);
        assert!(page.starts_with("<!doctype html>\n<html lang=\"nl-BE\" dir=\"ltr\">\n<meta charset=\"utf-8\">"));
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
            Block::Task {
                is_done: true,
                title: said(evil),
                lines: vec![
                    Line { words: said(evil), href: None },
                    Line { words: said(evil), href: Some(words()) },
                    Line { words: said(evil), href: Some("https://a.be/?x=1&y='2'".to_owned()) },
                ],
            },
            Block::Small(words()),
        ];
        let page = html(evil, blocks);
        assert!(!page.contains("<script") && !page.contains('\u{0}'));
        assert_eq!(page.matches("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot;&amp;").count(), 10);
        assert!(page.contains("href=\"https://a.be/?x=1&amp;y=&#39;2&#39;\""));
    }

    #[test]
    fn an_address_that_is_no_link_is_shown() {
        let link = |href: &str| {
            let lines = vec![Line { words: said(href), href: Some(href.to_owned()) }];
            html("x", vec![Block::Task { is_done: false, title: said("Kijk"), lines }])
        };
        assert!(link("http://a.be").contains("<p>http://a.be</p>"));
        assert!(link("https://a.be").contains("<p><a rel=\"noreferrer\" href=\"https://a.be\">https://a.be</a></p>"));
    }
}
