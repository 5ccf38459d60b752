//! A screen of questions: one, or the rows of a group.

use super::{
    Chrome,
    choices::choices,
    picture::picture,
    place::{Search, place},
};
use crate::{
    app::Msg,
    markup::{El, el},
};
use mantelwijzer::{
    interview::Action,
    screen::{Choice, Input, Question, Row},
    visit::Deed,
    wording::Phrase,
};
use std::rc::Rc;
use yew::prelude::*;

/// Help that an answer on this very screen calls for stands below the answers; the region is there before it speaks.
pub fn question(chrome: &Chrome, question: &Question, urgent: Option<El>) -> El {
    let is_group = question.rows.len() > 1;
    let on_submit = chrome.act.reform(|event: SubmitEvent| {
        event.prevent_default();
        Rc::new(Msg::Do(Deed::Did(Action::Next)))
    });
    let next = if question.is_visit { Phrase::Save } else { Phrase::Next };
    let next = el("button", "button primary")
        .set("part", "button primary")
        .set("type", "submit")
        .set("data-action", "next")
        .text(chrome.say(next));
    let decline = if is_group { Phrase::DeclineRows } else { Phrase::Decline };
    let heading = is_group.then(|| chrome.titled(&question.topic));
    let how = is_group.then(|| chrome.phrase("p", "hint", Phrase::ChooseEachRow));
    let form = el("form", "")
        .set("novalidate", "")
        .on_submit(on_submit)
        .may_put(heading)
        .may_put(how)
        .all(question.rows.iter().map(|one| row(chrome, one, !is_group)))
        .put(why(chrome, &question.rows))
        .put(el("div", "help-now").set("role", "status").may_put(urgent))
        .put(el("div", "buttons").put(next).put(chrome.act("decline", "quiet", decline, Action::Decline)));
    let enough = question.enough.as_ref().map(|words| {
        el("div", "passage enough").put(el("p", "").text(words)).put(chrome.act(
            "results",
            "quiet",
            Phrase::ToResults,
            Action::Results,
        ))
    });
    let aside = (question.has_results && !question.is_visit).then(|| {
        el("p", "aside").put(chrome.act("results", "link", Phrase::ResultsEarly, Action::Results)).put(chrome.act(
            "review",
            "link",
            Phrase::ReviewOpen,
            Action::Review,
        ))
    });
    let progress = el("p", "progress")
        .put(chrome.text("span", "topic", &question.topic))
        .put(el("span", "").text(&question.progress));
    el("section", "question")
        .put(chrome.act("back", "back", Phrase::Back, Action::Back))
        .may_put(question.picture.as_ref().map(|data| picture(chrome, chrome.tag(0), data)))
        .put(progress)
        .put(form)
        .may_put(enough)
        .may_put(aside)
}

/// One question; when it is the only one on the screen, its text is the heading.
fn row(chrome: &Chrome, row: &Row, is_alone: bool) -> El {
    let text_id = [&row.id, "-text"].concat();
    let hint_id = [&row.id, "-hint"].concat();
    let heading = match is_alone {
        true => chrome.titled(&row.text),
        false => chrome.text("span", "row-text", &row.text),
    };
    let heading = heading.set("id", &text_id);
    let hint = row.hint.as_ref().map(|hint| chrome.text("p", "hint", hint).set("id", &hint_id));
    let described = row.hint.as_ref().map(|_| hint_id.as_str());
    let list = |heading, hint, list: &[Choice], kind: &str, how: Option<El>| {
        el("fieldset", "")
            .may_set("aria-describedby", described)
            .put(el("legend", "").put(heading))
            .may_put(hint)
            .may_put(how)
            .put(choices(chrome, row, list, kind, !is_alone))
    };
    let body = match &row.input {
        Input::One(options) => list(heading, hint, options, "radio", None),
        Input::Many(options) => {
            list(heading, hint, options, "checkbox", row.how.as_ref().map(|how| el("p", "hint").text(how)))
        }
        Input::Place { chosen, same, typed, found, field } => {
            let search = Search {
                question: row.index,
                name: &row.id,
                chosen: chosen.as_ref(),
                same: same.as_ref(),
                typed,
                found,
                field: *field,
            };
            let group = el("div", "").set("role", "group").set("aria-labelledby", &text_id);
            group.put(heading).may_put(hint).put(place(chrome, &search))
        }
    };
    el("div", "row").set("data-question", &row.id).key(&row.id).put(body)
}

/// Why this is asked; for a group, row by row.
fn why(chrome: &Chrome, rows: &[Row]) -> El {
    let reasons = match rows {
        [row] => chrome.text("p", "", &row.why),
        rows => rows.iter().fold(el("dl", "whys"), |list, row| {
            list.put(chrome.text("dt", "", &row.text)).put(chrome.text("dd", "", &row.why))
        }),
    };
    el("details", "why").put(chrome.phrase("summary", "", Phrase::Why)).put(reasons)
}
