//! The state of the widget: an interview, by value.

use mantelwijzer::{
    catalogue::Catalogue,
    interview::{Action, Interview, Position},
    screen::{Screen, screen},
    wording::Wording,
};
use std::rc::Rc;
use yew::Reducible;

/// What the bundle told. Loaded once, never changed; two of them are equal when they are the same one.
#[derive(Clone)]
pub struct Knowledge(Rc<(Catalogue, Wording)>);

impl Knowledge {
    pub fn new(catalogue: Catalogue, wording: Wording) -> Self {
        Self(Rc::new((catalogue, wording)))
    }

    pub fn catalogue(&self) -> &Catalogue {
        &self.0.0
    }

    pub fn wording(&self) -> &Wording {
        &self.0.1
    }
}

impl PartialEq for Knowledge {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// One person's interview in this page. Lives in memory only.
#[derive(Clone, PartialEq)]
pub struct Session {
    knowledge: Knowledge,
    interview: Interview,
    /// Counts arrivals at a screen, so that focus moves once for each.
    arrival: usize,
}

impl Session {
    pub fn new(knowledge: Knowledge, interview: Interview) -> Self {
        Self { knowledge, interview, arrival: 0 }
    }

    pub fn screen(&self) -> Screen {
        screen(self.knowledge.catalogue(), self.knowledge.wording(), &self.interview)
    }

    pub fn arrival(&self) -> usize {
        self.arrival
    }

    /// Forgets the answers but not what the host page knew.
    fn restarted(&self) -> Interview {
        Interview::new(self.interview.preset().clone())
    }
}

/// What can happen in the widget.
pub enum Event {
    /// The person did something.
    Did(Action),
    /// Everything begins anew.
    Restarted,
}

impl Reducible for Session {
    type Action = Event;

    fn reduce(self: Rc<Self>, event: Event) -> Rc<Self> {
        let interview = match event {
            Event::Did(action) => self.interview.apply(self.knowledge.catalogue(), action),
            Event::Restarted => self.restarted(),
        };
        let stays = interview.position() == self.interview.position();
        let is_wiped = interview.answers().is_empty() && *interview.position() == Position::Intro;
        let arrival = if stays && !is_wiped { self.arrival } else { self.arrival + 1 };
        Rc::new(Self { knowledge: self.knowledge.clone(), interview, arrival })
    }
}
