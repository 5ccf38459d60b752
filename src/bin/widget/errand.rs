//! What leaves the widget because the caregiver asked for it: a print, a file, a copied text. The page's script does it.

use crate::host::{AppProps, moment};
use mantelwijzer::{
    answers::saved,
    document::Document,
    screen::Body,
    visit::{Deed, News, Visit},
    wording::Phrase,
};

/// Something to do outside.
pub enum Errand {
    /// Print what is on the screen.
    Print,
    /// Keep it as a page.
    Download,
    /// Copy it as text.
    Copy,
    /// Make a reminder.
    Remind,
    /// Keep the answers in a file.
    Save,
    /// Choose a file with answers.
    Choose,
    /// Open the text of that file.
    Open(String),
}

impl Errand {
    /// Runs it, and says what it does to the visit.
    pub fn run(&self, props: &AppProps, visit: &Visit, body: &Body) -> Option<Deed> {
        let knowledge = &props.knowledge;
        let say = |phrase| knowledge.wording().say(phrase);
        let save = |name, kind, text: &str| props.page.ask("save", &[say(name), kind, text]);
        match (self, paper(body)) {
            (Self::Print, _) => props.page.ask("print", &[]),
            (Self::Download, Some((name, document))) => save(name, "html", &document.to_html()),
            (Self::Copy, Some((_, document))) => props.page.ask("copy", &[&document.to_text()]),
            (Self::Remind, _) => {
                if let Body::Plan(plan) = body
                    && let Some(calendar) = plan.calendar(moment().today)
                {
                    save(Phrase::FilePlan, "ics", &calendar);
                }
            }
            (Self::Save, _) => {
                let used = visit.interview().used(knowledge.catalogue());
                save(Phrase::FileAnswers, "json", &saved::write(knowledge.catalogue(), &used, visit.plan()));
            }
            (Self::Choose, _) => props.page.ask("choose", &[]),
            (Self::Open(text), _) => {
                return Some(match saved::read(knowledge.catalogue(), text) {
                    Ok(opened) => Deed::Open(opened),
                    Err(_) => Deed::Tell(News::NotOpened),
                });
            }
            (Self::Download | Self::Copy, None) => {}
        }
        None
    }
}

/// What can be taken along from this screen, and the name of its file.
fn paper(body: &Body) -> Option<(Phrase, &Document)> {
    match body {
        Body::Plan(plan) => Some((Phrase::FilePlan, &plan.document)),
        Body::Sheet(sheet) => Some((Phrase::FileSheet, &sheet.document)),
        _ => None,
    }
}
