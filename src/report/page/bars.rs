//! Bars in a row, each with its words and numbers: colour and pattern say nothing that the words don't.

use crate::pages::markup::{El, el};

/// One bar: what it is, its parts (a class and how much), and the words after it.
pub(super) struct Bar {
    /// What stands before it.
    pub(super) label: String,
    /// The class and the size of each part.
    pub(super) parts: Vec<(&'static str, usize)>,
    /// What stands after it.
    pub(super) words: String,
}

const LABELS: usize = 270;
const LONGEST: usize = 290;
const AFTER: usize = 260;
const HIGH: usize = 26;

/// Bars under each other, on one scale.
pub(super) fn bars(title: &str, bars: &[Bar]) -> El {
    let sizes = bars.iter().map(|bar| bar.parts.iter().map(|(_, size)| size).sum::<usize>());
    let most = sizes.max().unwrap_or(0).max(1);
    let rows = bars.iter().enumerate().map(|(place, bar)| row(bar, HIGH * place, most));
    el("svg")
        .class("bars")
        .set("viewBox", &format!("0 0 {} {}", LABELS + LONGEST + AFTER, HIGH * bars.len() + 4))
        .set("role", "img")
        .set("aria-label", title)
        .all(rows)
}

fn row(bar: &Bar, y: usize, most: usize) -> El {
    let mut x = LABELS;
    let mut parts = Vec::new();
    for (class, size) in bar.parts.iter().filter(|(_, size)| *size > 0) {
        let wide = (LONGEST * size / most).max(2);
        parts.push(
            el("rect")
                .class(class)
                .set("x", &x.to_string())
                .set("y", &(y + 4).to_string())
                .set("width", &wide.to_string())
                .set("height", &(HIGH - 8).to_string()),
        );
        x += wide;
    }
    let text = |class: &str, x: usize, words: &str| {
        el("text").class(class).set("x", &x.to_string()).set("y", &(y + HIGH - 8).to_string()).text(words)
    };
    el("g").put(text("side", LABELS - 8, &shortened(&bar.label))).all(parts).put(text("after", x + 8, &bar.words))
}

/// Stripes and dots, so that the parts differ without colour too: once for all pictures of a page.
pub(super) fn patterns() -> El {
    let pattern = |id: &str| {
        el("pattern").set("id", id).set("width", "6").set("height", "6").set("patternUnits", "userSpaceOnUse")
    };
    let stripes = pattern("stripes")
        .put(el("rect").class("ground-late").set("width", "6").set("height", "6"))
        .put(el("path").class("ink").set("d", "M-1 1l2-2M0 6l6-6M5 7l2-2"));
    let dots = pattern("dots")
        .put(el("rect").class("ground-undated").set("width", "6").set("height", "6"))
        .put(el("circle").class("dot").set("cx", "3").set("cy", "3").set("r", "1.1"));
    let defs = el("defs").put(stripes).put(dots);
    el("svg").class("patterns").set("width", "0").set("height", "0").set("aria-hidden", "true").put(defs)
}

fn shortened(words: &str) -> String {
    const MOST: usize = 33;
    if words.chars().count() <= MOST {
        return words.to_owned();
    }
    let cut: String = words.chars().take(MOST - 1).collect();
    format!("{}…", cut.trim_end())
}
