//! The caregiver's own plan: to note, to tick off, to take along.

use super::{
    Chrome,
    brief::lead_to,
    card::{links, plan_button},
    review::keep,
};
use crate::{
    app::Msg,
    errand::Errand,
    markup::{El, el},
};
use mantelwijzer::{
    plan::Change,
    screen::{PlanPage, Task},
    visit::{Deed, Spot},
    wording::Phrase,
};

pub fn plan(chrome: &Chrome, plan: &PlanPage) -> El {
    let page = el("section", "plan").put(chrome.leave()).put(chrome.title(Phrase::PlanTitle));
    if plan.tasks.is_empty() {
        let browse = chrome.go("browse", "quiet", Phrase::NavBrowse, Spot::Browse);
        return page.put(chrome.phrase("p", "", Phrase::PlanEmpty)).put(browse).put(keep(chrome));
    }
    page.put(chrome.phrase("p", "lead", Phrase::PlanLead))
        .put(el("ul", "tasks").all(plan.tasks.iter().map(|one| task(chrome, one))))
        .put(take_along(chrome))
        .put(remind(chrome, plan))
        .put(keep(chrome))
        .put(chrome.phrase("p", "small", Phrase::ResultsDisclaimer))
}

fn task(chrome: &Chrome, task: &Task) -> El {
    let card = &task.card;
    let offer = card.offer;
    let done_id = ["done-", &card.id].concat();
    let note_id = ["note-", &card.id].concat();
    let done = el("input", "")
        .set("type", "checkbox")
        .set("id", &done_id)
        .set("aria-label", &[chrome.say(Phrase::PlanDone), ": ", &card.name.text].concat())
        .checked(task.is_done)
        .on_change(chrome.picks(Msg::Do(Deed::Plan(Change::Done(offer, !task.is_done)))));
    let done = el("div", "choice").put(done).put(chrome.phrase("label", "", Phrase::PlanDone).set("for", &done_id));
    let note = el("textarea", "")
        .set("id", &note_id)
        .set("rows", "2")
        .set("maxlength", "1000")
        .value(&task.note)
        .on_change(chrome.takes(move |text| Msg::Do(Deed::Plan(Change::Note(offer, text)))));
    let label = chrome.phrase("label", "", Phrase::PlanNote).set("for", &note_id);
    el("li", if task.is_done { "task done" } else { "task" })
        .set("data-planned", &card.id)
        .key(&card.id)
        .put(el(chrome.tag(1), "name").put(lead_to(chrome, card)))
        .put(chrome.text("p", "", &card.first_step))
        .put(links(chrome, card))
        .put(el("div", "note").put(label).put(note).put(el("p", "printed").text(&task.note)))
        .put(el("div", "buttons").put(done).put(plan_button(chrome, card, "link")))
}

/// Printing, keeping and copying what is on the screen.
pub fn take_along(chrome: &Chrome) -> El {
    el("div", "buttons take")
        .put(chrome.run("print", "primary", Phrase::Print, Errand::Print))
        .put(chrome.run("download", "quiet", Phrase::Download, Errand::Download))
        .put(chrome.run("copy", "quiet", Phrase::Copy, Errand::Copy))
}

fn remind(chrome: &Chrome, plan: &PlanPage) -> El {
    let day = el("input", "")
        .set("type", "date")
        .set("id", "remind-on")
        .value(&plan.remind_on)
        .on_change(chrome.takes(|day| Msg::Do(Deed::RemindOn(day))));
    el("details", "about remind")
        .put(chrome.phrase("summary", "", Phrase::RemindTitle))
        .put(chrome.phrase("p", "", Phrase::RemindLead))
        .put(chrome.phrase("label", "", Phrase::RemindOn).set("for", "remind-on"))
        .put(day)
        .put(el("div", "buttons").put(chrome.run("remind", "quiet", Phrase::Remind, Errand::Remind)))
}
