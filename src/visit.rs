//! One visit, as a plain value: the interview and all that lies around it.
//!
//! The interview has its own way back, over its questions. What lies beside it is a trail: going somewhere adds to it,
//! going back takes the last off, and an empty trail is the interview itself.

use crate::{
    answers::{Answer, Answers, saved::Opened},
    catalogue::{Catalogue, OfferIndex},
    interview::{Action, Interview, Position},
    language::Language,
    plan::{self, Plan},
    search::Search,
    sheet::{self, Draft},
};

/// A place beside the interview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// The interview: on the trail when a question is visited from elsewhere.
    Interview,
    /// 'Am I a caregiver?'
    Recognition,
    /// The social map.
    Browse,
    /// One offer in full.
    Offer(OfferIndex),
    /// The caregiver's own plan.
    Plan,
    /// A conversation sheet: a position in the guide.
    Sheet(usize),
    /// The phases of caring, and what helps in each.
    Journey,
    /// The ladder of respite care.
    Respite,
}

/// What can happen during a visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Something in the interview.
    Did(Action),
    /// To a place beside it.
    Go(Spot),
    /// To where the person came from.
    Leave,
    /// Typing in a field for a place.
    Typed(String),
    /// A yes or no to one of the questions of 'am I a caregiver?'.
    Recognise(usize, bool),
    /// Another search in the social map.
    Search(Search),
    /// An empty search.
    SearchAnew,
    /// A change in the plan.
    Plan(plan::Change),
    /// Another day for the reminder, as `YYYY-MM-DD`.
    RemindOn(String),
    /// A change in a conversation sheet.
    Sheet(sheet::Change),
    /// Answers and a plan out of a file.
    Open(Opened),
    /// Something to say about what the widget did outside: copied, couldn't open.
    Tell(News),
    /// Forget everything.
    Wipe,
    /// Begin anew with what the host page knows.
    Restart,
}

/// A visit. Lives in memory only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    interview: Interview,
    trail: Vec<Spot>,
    /// Counts arrivals, so that focus moves once for each.
    arrivals: usize,
    typed: String,
    /// Counts how often a field was emptied from here, so that it is made anew.
    fields: usize,
    recognition: Vec<Option<bool>>,
    search: Search,
    plan: Plan,
    remind_on: Option<String>,
    draft: Draft,
    /// What there is to say about what was just done, once.
    news: Option<News>,
}

/// Something that was just done, to be said once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// All answers are gone.
    Wiped,
    /// A file was opened; so many of its entries don't exist any more.
    Opened(usize),
    /// A file could not be opened.
    NotOpened,
    /// A text was copied.
    Copied,
    /// A text could not be copied.
    NotCopied,
}

impl Visit {
    /// A visit in which nothing happened yet, except what the host page knows.
    pub fn new(preset: Answers) -> Self {
        Self {
            interview: Interview::new(preset),
            trail: Vec::new(),
            arrivals: 0,
            typed: String::new(),
            fields: 0,
            recognition: Vec::new(),
            search: Search::default(),
            plan: Plan::default(),
            remind_on: None,
            draft: Draft::default(),
            news: None,
        }
    }

    /// The interview.
    pub fn interview(&self) -> &Interview {
        &self.interview
    }

    /// Where the person is.
    pub fn spot(&self) -> Spot {
        self.trail.last().copied().unwrap_or(Spot::Interview)
    }

    /// How often the person arrived at a screen.
    pub fn arrivals(&self) -> usize {
        self.arrivals
    }

    /// What was typed in the field for a place.
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// How often a field was emptied. A field belongs to who types in it: what is on its way is never overwritten.
    pub fn fields(&self) -> usize {
        self.fields
    }

    /// What was said to the questions of 'am I a caregiver?'.
    pub fn recognised(&self, question: usize) -> Option<bool> {
        self.recognition.get(question).copied().flatten()
    }

    /// What is sought in the social map.
    pub fn search(&self) -> &Search {
        &self.search
    }

    /// The plan.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The day for the reminder, if the caregiver chose one.
    pub fn remind_on(&self) -> Option<&str> {
        self.remind_on.as_deref()
    }

    /// What was changed in the conversation sheets.
    pub fn draft(&self) -> &Draft {
        &self.draft
    }

    /// What there is to say about what was just done.
    pub fn news(&self) -> Option<News> {
        self.news
    }

    /// The visit after this deed.
    #[must_use]
    pub fn after(mut self, catalogue: &Catalogue, deed: &Deed) -> Self {
        let (spot, steps) = (self.spot(), self.trail.len());
        let position = self.interview.position().clone();
        let (arrivals, fields) = (self.arrivals, self.fields);
        let preset = || self.interview.preset().clone();
        let is_talk = matches!(
            deed,
            Deed::Typed(_) | Deed::Recognise(..) | Deed::Search(_) | Deed::Plan(_) | Deed::RemindOn(_) | Deed::Sheet(_)
        );
        if !is_talk {
            self.news = None;
        }
        match deed {
            Deed::Did(action) => self.act(catalogue, action),
            Deed::Go(to) => match (self.trail.last_mut(), to) {
                // From sheet to sheet is no new step.
                (Some(last @ Spot::Sheet(_)), Spot::Sheet(_)) => *last = *to,
                _ if spot == *to => {}
                _ => self.trail.push(*to),
            },
            Deed::Leave => {
                self.trail.pop();
            }
            Deed::Typed(typed) => self.typed.clone_from(typed),
            Deed::Recognise(question, answer) => {
                self.recognition.resize(self.recognition.len().max(question + 1), None);
                if let Some(said) = self.recognition.get_mut(*question) {
                    *said = Some(*answer);
                }
            }
            Deed::Search(search) => self.search.clone_from(search),
            Deed::SearchAnew => {
                self.search = Search::default();
                self.fields += 1;
            }
            Deed::Plan(change) => self.plan = self.plan.apply(change.clone()),
            Deed::RemindOn(day) => self.remind_on = Some(day.clone()),
            Deed::Sheet(change) => self.draft.apply(change.clone()),
            Deed::Open(opened) => {
                let interview = Interview::opened(preset(), opened.answers.clone());
                self = Self { interview, plan: opened.plan.clone(), ..Self::new(Answers::default()) };
                self.news = Some(News::Opened(opened.left_out));
            }
            Deed::Tell(news) => self.news = Some(*news),
            Deed::Wipe => {
                self = Self::new(Answers::default());
                self.news = Some(News::Wiped);
            }
            Deed::Restart => self = Self::new(preset()),
        }
        let begins_anew = matches!(deed, Deed::Wipe | Deed::Restart | Deed::Open(_));
        let is_here = self.spot() == spot && self.trail.len() == steps && *self.interview.position() == position;
        self.arrivals = arrivals;
        self.fields = self.fields.max(fields);
        if begins_anew || !is_here {
            self.arrivals += 1;
            self.typed.clear();
        }
        self
    }

    fn meant_place(&self, catalogue: &Catalogue) -> Option<Action> {
        let Position::Asking(step) = self.interview.position() else { return None };
        match catalogue.regions().search(&self.typed, Language::Nl, 2).as_slice() {
            [only] => Some(Action::Give(*step.first()?, Answer::Place(*only))),
            _ => None,
        }
    }

    fn act(&mut self, catalogue: &Catalogue, action: &Action) {
        let was_visit = self.interview.is_visit();
        if matches!(action, Action::Next) && !self.typed.is_empty() {
            // A name was typed and no place chosen: the only one it can mean is meant; else the choice is still to make.
            let Some(give) = self.meant_place(catalogue) else { return };
            self.act(catalogue, &give);
        }
        match action {
            Action::Start | Action::Review | Action::Results => self.trail.clear(),
            Action::Ask(_) if self.spot() != Spot::Interview => self.trail.push(Spot::Interview),
            _ => {}
        }
        if matches!(action, Action::Give(..)) {
            self.typed.clear();
            self.fields += 1;
        }
        self.interview = self.interview.apply(catalogue, action.clone());
        // A question visited from beside the interview leads back there.
        if was_visit && !self.interview.is_visit() && self.trail.last() == Some(&Spot::Interview) {
            self.trail.pop();
        }
    }
}
