//! The caregiver's own plan, on screen and to take along.

use super::{Card, Maker, Moment};
use crate::{
    calendar::reminder,
    date::Date,
    document::{Block, Document, Line},
    figures::figures,
    language::{Language, Said},
    wording::{Phrase, mark},
};

/// How many days ahead the reminder is set, unless the caregiver says otherwise.
const REMIND: u32 = 7;

/// The plan.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanPage {
    /// What was put in it, in that order.
    pub tasks: Vec<Task>,
    /// When to be reminded, as `YYYY-MM-DD`.
    pub remind_on: String,
    /// To print, to download, to copy.
    pub document: Document,
}

/// One offer in the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Task {
    /// The offer.
    pub card: Card,
    /// The caregiver's own words.
    pub note: String,
    /// Whether it is done.
    pub is_done: bool,
}

impl PlanPage {
    /// A calendar file that reminds of what is still to do.
    pub fn calendar(&self, today: Date) -> Option<String> {
        let mut open = String::new();
        for task in self.tasks.iter().filter(|task| !task.is_done) {
            open.push_str(&task.card.name.text);
            for line in task.lines(self.document.language) {
                open.push('\n');
                open.push_str(&line.words.text);
            }
            open.push_str("\n\n");
        }
        let day = Date::parse(&self.remind_on)?;
        Some(reminder(
            &self.document.title,
            open.trim_end(),
            day,
            today,
            &["plan-", &self.remind_on, "-", &figures(mark(&open).into()), "@mantelwijzer"].concat(),
        ))
    }
}

impl Task {
    /// What to know when doing it, in the language of the page or, where it had to fall back, another.
    fn lines(&self, own: Language) -> Vec<Line> {
        let card = &self.card;
        let line = |words: &str, href: Option<&str>| Line {
            words: Said { text: words.to_owned(), language: own },
            href: href.map(str::to_owned),
        };
        let mut lines = vec![Line { words: card.first_step.clone(), href: None }];
        lines.extend(card.phone.as_ref().map(|phone| line(&phone.label, phone.href.as_deref())));
        lines.extend(card.website.as_ref().map(|website| line(&website.href, Some(&website.href))));
        if !self.note.is_empty() {
            lines.push(line(&self.note, None));
        }
        lines
    }
}

impl Maker<'_> {
    pub(super) fn plan_page(&self, moment: Moment, remind_on: Option<&str>) -> PlanPage {
        // A day that isn't one, or is over, is none.
        let chosen = remind_on.and_then(Date::parse).filter(|day| *day >= moment.today);
        let tasks: Vec<Task> = self
            .plan
            .items()
            .iter()
            .map(|item| Task { card: self.line(item.offer), note: item.note.clone(), is_done: item.is_done })
            .collect();
        let say = |phrase| self.wording.say(phrase).to_owned();
        let mut blocks = vec![Block::Paragraph(say(Phrase::PlanTaken))];
        for task in &tasks {
            let title = task.card.name.clone();
            blocks.push(Block::Task { is_done: task.is_done, title, lines: task.lines(self.language()) });
        }
        blocks.push(Block::Small(say(Phrase::ResultsDisclaimer)));
        let document = Document { title: say(Phrase::PlanTitle), language: self.language(), blocks };
        PlanPage { tasks, remind_on: chosen.unwrap_or_else(|| moment.today.plus_days(REMIND)).written(), document }
    }
}
