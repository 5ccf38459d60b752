//! A conversation sheet: every line can be left out, and said otherwise.

use super::{Chrome, plan::take_along};
use crate::{
    app::Msg,
    markup::{El, el},
};
use mantelwijzer::{
    language::Said,
    screen::{Section, Sheet, SheetLine},
    sheet::Change,
    visit::{Deed, Spot},
    wording::Phrase,
};

pub fn sheet(chrome: &Chrome, sheet: &Sheet) -> El {
    let tab = |(number, name): (usize, &Said)| {
        let tab = chrome.button("sheet", "tab", &name.text, Msg::Do(Deed::Go(Spot::Sheet(number))));
        el("li", "").put(if number == sheet.number { tab.set("aria-current", "true") } else { tab })
    };
    let choose = el("ul", "sheets")
        .set("aria-label", chrome.say(Phrase::SheetChoose))
        .all(sheet.names.iter().enumerate().map(tab));
    let opening =
        el("div", "passage").put(chrome.subtitle(Phrase::SheetOpening)).put(chrome.text("p", "", &sheet.opening));
    el("section", "sheet")
        .put(chrome.leave())
        .put(chrome.title(Phrase::SheetTitle))
        .put(chrome.phrase("p", "hint", Phrase::SheetChoose))
        .put(choose)
        .put(el(chrome.tag(1), "subtitle printed").text(&sheet.document.title))
        .put(chrome.text("p", "lead", &sheet.lead))
        .put(opening)
        .put(chrome.phrase("p", "hint", Phrase::SheetHint))
        .all(sheet.sections.iter().map(|one| section(chrome, one)))
        .put(take_along(chrome))
}

fn section(chrome: &Chrome, section: &Section) -> El {
    let own = section.lines.len().saturating_sub(1);
    el("div", "part")
        .put(el(chrome.tag(1), "subtitle").text(&section.title))
        .put(el("ul", "").all(section.lines.iter().enumerate().map(|(place, one)| line(chrome, one, place == own))))
}

fn line(chrome: &Chrome, line: &SheetLine, is_own: bool) -> El {
    let which = line.line;
    let include = (!is_own).then(|| {
        el("input", "")
            .set("type", "checkbox")
            .set("aria-label", &chrome.fill(Phrase::SheetInclude, "line", &line.words))
            .checked(line.is_included)
            .on_change(chrome.picks(Msg::Do(Deed::Sheet(Change::Include(which, !line.is_included)))))
    });
    let label = if is_own { chrome.say(Phrase::SheetOwn) } else { &line.words };
    let words = el("textarea", "")
        .set("rows", "1")
        .set("aria-label", label)
        .may_set("placeholder", is_own.then_some(label))
        .value(&line.words)
        .on_change(chrome.takes(move |text| Msg::Do(Deed::Sheet(Change::Say(which, text)))));
    // Unseen on a screen, these words still give the field its height in a browser that doesn't do so itself.
    let has_words = !line.words.is_empty();
    el("li", if line.is_included { "sheet-line" } else { "sheet-line left-out" })
        .may_put(include)
        .put(words)
        .may_put(has_words.then(|| el("p", "printed").text(&line.words)))
}
