//! The answers so far, each with a way to change it.

use super::Chrome;
use crate::{
    app::Msg,
    errand::Errand,
    markup::{El, el},
};
use mantelwijzer::{
    interview::Action,
    screen::{Line, Review},
    visit::Deed,
    wording::Phrase,
};

pub fn review(chrome: &Chrome, review: &Review) -> El {
    let lead = if review.topics.is_empty() { Phrase::NoAnswers } else { Phrase::ReviewLead };
    let topics = review.topics.iter().map(|(topic, lines)| {
        el("div", "topic-lines")
            .put(chrome.text(chrome.tag(1), "subtitle", topic))
            .put(el("dl", "").all(lines.iter().map(|one| line(chrome, one))))
    });
    let go_on = (review.left > 0).then(|| chrome.act("start", "quiet", Phrase::GoOn, Action::Start));
    let restart = chrome.button("restart", "quiet", chrome.say(Phrase::Restart), Msg::Do(Deed::Restart));
    el("section", "review")
        .put(chrome.title(Phrase::ReviewTitle))
        .put(chrome.phrase("p", "", lead))
        .all(topics)
        .put(
            el("div", "buttons")
                .put(chrome.act("results", "primary", Phrase::ToResults, Action::Results))
                .may_put(go_on)
                .put(restart),
        )
        .put(keep(chrome))
}

/// Keeping the answers in a file: the only way they are ever kept.
pub fn keep(chrome: &Chrome) -> El {
    el("details", "about keep")
        .put(chrome.phrase("summary", "", Phrase::KeepTitle))
        .put(chrome.phrase("p", "", Phrase::KeepLead))
        .put(el("div", "buttons").put(chrome.run("save", "quiet", Phrase::KeepSave, Errand::Save)).put(chrome.run(
            "open",
            "quiet",
            Phrase::OpenFile,
            Errand::Choose,
        )))
}

fn line(chrome: &Chrome, line: &Line) -> El {
    let told = line.answer.as_deref().unwrap_or(chrome.say(Phrase::Declined));
    let label = chrome.say(Phrase::Change);
    let change = chrome
        .act("change", "link", Phrase::Change, Action::Ask(line.question))
        .set("data-target", &line.id)
        .set("aria-label", &[label, ": ", &line.label.text].concat());
    let unused = (!line.is_used).then(|| chrome.phrase("span", "small", Phrase::NotUsed));
    el("div", if line.is_used { "line" } else { "line unused" })
        .key(&line.id)
        .put(chrome.text("dt", "", &line.label))
        .put(el("dd", "").put(el("span", "").text(told)).may_put(unused))
        .put(el("dd", "change").put(change))
}
