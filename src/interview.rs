//! One run through the questionnaire: what to ask next, and what the person did so far.

use crate::{
    answers::{Answer, Answers, Chosen},
    catalogue::{Brief, Catalogue},
    eligibility::{Verdict, Verdicts},
    matching::{chosen_needs, load_questions, loads},
    questionnaire::{QuestionIndex, Questions},
};
use std::{cell::OnceCell, cmp::Reverse, rc::Rc};

/// The questions of one screen: one, or the rows of a group.
pub type Step = Vec<QuestionIndex>;

/// The open questions whose answer can still change the verdict or the place of an offer that serves a chosen need,
/// or of an urgent one; each with the number of offers it can change. In authored order.
pub fn open_questions(catalogue: &Catalogue, answers: &Answers) -> Vec<(QuestionIndex, usize)> {
    let needs = chosen_needs(catalogue, answers);
    let mut open: Vec<(QuestionIndex, usize)> = catalogue.questionnaire().iter().map(|(index, _)| (index, 0)).collect();
    let mut count = |questions: Questions| {
        for question in questions.iter() {
            if let Some((_, offers)) = open.get_mut(question.0) {
                *offers += 1;
            }
        }
    };
    count(Questions::none().with(catalogue.landmarks().needs));
    let mut verdicts = catalogue.verdicts(answers);
    let beside = Beside::of(catalogue, answers);
    for (_, brief) in catalogue.briefs() {
        let moment = brief.urgent_when.map(|when| verdicts.evaluate(when));
        let is_urgent = moment.is_some_and(|moment| moment.verdict == Verdict::Met);
        let is_wanted = brief.needs.meet(needs);
        if !is_wanted && moment.is_none() {
            continue;
        }
        let fits = verdicts.evaluate(brief.fits);
        if fits.verdict == Verdict::NotMet {
            continue;
        }
        let mut questions = moment.map_or_else(Questions::none, |moment| moment.depends_on);
        if is_wanted || is_urgent {
            questions = questions.and(fits.depends_on).and(beside.questions(brief, &mut verdicts));
        }
        count(questions);
    }
    open.retain(|(question, offers)| *offers > 0 && !answers.is_asked(*question));
    open
}

/// The questions that can change the place of an offer, whatever its verdict: what of them is alike for all offers.
struct Beside {
    phase: QuestionIndex,
    phases: u32,
    /// What weighs on the caregiver, each with the needs that ease it; none when the caring is over.
    loads: Vec<(QuestionIndex, Chosen)>,
}

impl Beside {
    fn of(catalogue: &Catalogue, answers: &Answers) -> Self {
        let phase = catalogue.landmarks().phase;
        let phases = catalogue.questionnaire().get(phase).options.len() as u32;
        Self { phase, phases, loads: loads(catalogue, answers) }
    }

    fn questions(&self, brief: &Brief, verdicts: &mut Verdicts) -> Questions {
        let typical = brief.typical_for.map_or_else(Questions::none, |rule| verdicts.evaluate(rule).depends_on);
        let phase = (brief.phases.count_ones() < self.phases).then_some(self.phase);
        load_questions(&self.loads, brief.needs).chain(phase).fold(typical, Questions::with)
    }
}

/// The next screen of questions, or none when nothing can change any more.
///
/// The first topic that has an open question comes first; within it the question that can change most offers;
/// of two alike, the one that was written first.
pub fn next_step(catalogue: &Catalogue, answers: &Answers) -> Option<Step> {
    first_of(catalogue, &open_questions(catalogue, answers))
}

fn first_of(catalogue: &Catalogue, open: &[(QuestionIndex, usize)]) -> Option<Step> {
    let questionnaire = catalogue.questionnaire();
    let order =
        |(question, count): &&(QuestionIndex, usize)| (questionnaire.get(*question).topic, Reverse(*count), *question);
    open.iter().min_by_key(order).map(|(question, _)| questionnaire.together(*question))
}

/// Plays the whole interview with a person who has an answers file: the screens asked, and the answers they gave.
/// What the file doesn't tell is declined.
pub fn play(catalogue: &Catalogue, given: &Answers) -> (Vec<Step>, Answers) {
    let played = Replay::default().walk(catalogue, given, |_| true);
    (played.steps, played.used)
}

/// Plays the interview from the start, as far as the answers reach: the screens asked, and the answers they used.
/// A screen counts as answered when each of its questions is.
pub fn replay(catalogue: &Catalogue, given: &Answers) -> (Vec<Step>, Answers) {
    let played = Replay::default().resume(catalogue, given);
    (played.steps, played.used)
}

/// An interview played as far as some answers reach.
#[derive(Debug, Default)]
struct Replay {
    /// The screens that were answered.
    steps: Vec<Step>,
    /// The answers given on them.
    used: Answers,
    /// The screen that comes next; unknown at the very beginning.
    next: Option<Option<Step>>,
    /// The questions that are open then, where they were counted.
    open: Option<Vec<(QuestionIndex, usize)>>,
}

impl Replay {
    /// The same with other answers. A screen hangs on the answers before it alone: up to the first that is answered otherwise,
    /// all screens are those of before.
    fn resume(&self, catalogue: &Catalogue, given: &Answers) -> Self {
        let is_answered = |step: &Step| step.iter().all(|question| given.is_asked(*question));
        let is_same = |step: &&Step| step.iter().all(|question| given.get(*question) == self.used.get(*question));
        let mut after = Self::default();
        for step in self.steps.iter().take_while(is_same) {
            after.answer(catalogue, given, step.clone());
        }
        after.next = match self.steps.get(after.steps.len()) {
            Some(step) => Some(Some(step.clone())),
            None => {
                after.open.clone_from(&self.open);
                self.next.clone()
            }
        };
        after.walk(catalogue, given, is_answered)
    }

    fn walk(mut self, catalogue: &Catalogue, given: &Answers, goes_on: impl Fn(&Step) -> bool) -> Self {
        loop {
            let next = self.next.take().unwrap_or_else(|| {
                let open = self.open.insert(open_questions(catalogue, &self.used));
                first_of(catalogue, open)
            });
            match next {
                Some(step) if goes_on(&step) => self.answer(catalogue, given, step),
                next => {
                    self.next = Some(next);
                    return self;
                }
            }
        }
    }

    fn answer(&mut self, catalogue: &Catalogue, given: &Answers, step: Step) {
        for question in &step {
            self.used.give(catalogue, *question, given.get(*question).unwrap_or(Answer::Declined));
        }
        self.steps.push(step);
        self.open = None;
    }
}

/// What was worked out before, so that a press need not play the whole interview again. It is no part of what an interview
/// is: with it or without it, the same follows.
#[derive(Clone, Debug, Default)]
struct Memory {
    past: Rc<Replay>,
    now: OnceCell<Rc<Replay>>,
}

impl PartialEq for Memory {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Memory {}

/// What going on without a choice says: 'none of these' where that is one of the answers, as the screen says; else nothing.
fn unanswered(catalogue: &Catalogue, question: QuestionIndex) -> Answer {
    match catalogue.questionnaire().get(question).alone() {
        Some(_) => Answer::Options(0),
        None => Answer::Declined,
    }
}

/// Where the person is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Position {
    /// Before the first question.
    Intro,
    /// At a screen of questions.
    Asking(Step),
    /// Reading back the answers.
    Review,
    /// At the results.
    Results,
}

/// What the person does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Begin, or go on where the questions stopped.
    Start,
    /// Choose an answer on the screen; it counts from then on.
    Give(QuestionIndex, Answer),
    /// Choose an option of several, or no longer. Not the whole answer: two taps may come between one picture of the screen
    /// and the next, and the second must not undo the first.
    Tick(QuestionIndex, usize),
    /// Take an answer back, as if it had never been given.
    Clear(QuestionIndex),
    /// Leave this screen of questions behind. Nothing chosen where 'none of these' is an answer: that answer, as the screen
    /// says; everything else that is not answered is declined.
    Next,
    /// Decline the questions of this screen, and go on.
    Decline,
    /// Back to the screen before.
    Back,
    /// Go to one question, and afterwards return here.
    Ask(QuestionIndex),
    /// Read back the answers.
    Review,
    /// See the results with what has been told so far.
    Results,
    /// Forget everything.
    Wipe,
}

/// One run. A plain value: going back is applying another action.
/// It belongs to one catalogue, in whatever language: what is asked next is remembered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interview {
    answers: Answers,
    /// Asked because the person wanted to, so its answer counts even when the interview wouldn't ask it.
    wanted: Vec<QuestionIndex>,
    position: Position,
    /// Where to go after a question that was visited from elsewhere.
    return_to: Option<Position>,
    /// Answers given before the interview, by the host page.
    preset: Answers,
    memory: Memory,
}

impl Interview {
    /// A run in which nothing has been told, except what the host page knows.
    pub fn new(preset: Answers) -> Self {
        let answers = preset.clone();
        let memory = Memory::default();
        Self { answers, wanted: Vec::new(), position: Position::Intro, return_to: None, preset, memory }
    }

    /// A run out of a file: its answers count, whether or not they would be asked.
    pub fn opened(preset: Answers, answers: Answers) -> Self {
        let wanted = answers.iter().map(|(question, _)| question).collect();
        let memory = Memory::default();
        Self { answers, wanted, position: Position::Results, return_to: None, preset, memory }
    }

    /// Where the person is.
    pub fn position(&self) -> &Position {
        &self.position
    }

    /// Whether the person visits one question and returns to another screen afterwards.
    pub fn is_visit(&self) -> bool {
        self.return_to.is_some()
    }

    /// Everything the person has told, whether or not it is still asked.
    pub fn answers(&self) -> &Answers {
        &self.answers
    }

    /// The screens of the interview up to where its answers reach.
    pub fn steps(&self, catalogue: &Catalogue) -> Vec<Step> {
        self.replayed(catalogue).steps.clone()
    }

    /// The open questions after these answers, with the number of offers each can change ([`open_questions`]).
    pub fn open(&self, catalogue: &Catalogue, answers: &Answers) -> Vec<(QuestionIndex, usize)> {
        let replayed = self.replayed(catalogue);
        let known = replayed.open.as_ref().filter(|_| replayed.used == *answers);
        known.cloned().unwrap_or_else(|| open_questions(catalogue, answers))
    }

    /// The answers that count: to questions that are asked now, or that the person wanted to be asked.
    pub fn used(&self, catalogue: &Catalogue) -> Answers {
        let asked = &self.replayed(catalogue).used;
        let is_open = |question| match self.position {
            Position::Asking(ref step) => step.contains(&question),
            Position::Intro | Position::Review | Position::Results => false,
        };
        self.answers.only(|question| asked.is_asked(question) || self.wanted.contains(&question) || is_open(question))
    }

    /// What the interview is after this action.
    pub fn apply(&self, catalogue: &Catalogue, action: Action) -> Self {
        let mut after = self.clone();
        if let Some(now) = after.memory.now.take() {
            after.memory.past = now;
        }
        match action {
            Action::Start => after.go_on(catalogue),
            Action::Give(question, answer) => after.answers.give(catalogue, question, answer),
            Action::Tick(question, option) => after.tick(catalogue, question, option),
            Action::Clear(question) => after.answers.clear(question),
            Action::Next => after.leave(catalogue, |answers, question| {
                if !answers.is_asked(question) {
                    answers.give(catalogue, question, unanswered(catalogue, question));
                }
            }),
            Action::Decline => {
                after.leave(catalogue, |answers, question| answers.give(catalogue, question, Answer::Declined))
            }
            Action::Back => after.arrive(self.before(catalogue)),
            Action::Ask(question) => {
                if after.return_to.is_none() {
                    after.return_to = Some(self.position.clone());
                }
                let step = catalogue.questionnaire().together(question);
                after.wanted.extend(&step);
                after.position = Position::Asking(step);
            }
            Action::Review => after.arrive(Position::Review),
            Action::Results => after.arrive(Position::Results),
            Action::Wipe => after = Self::new(Answers::default()),
        }
        after
    }

    /// The answers the host page gave, for a new run.
    pub fn preset(&self) -> &Answers {
        &self.preset
    }

    fn replayed(&self, catalogue: &Catalogue) -> &Replay {
        self.memory.now.get_or_init(|| Rc::new(self.memory.past.resume(catalogue, &self.answers)))
    }

    fn tick(&mut self, catalogue: &Catalogue, question: QuestionIndex, option: usize) {
        let chosen = self.answers.chosen(question).unwrap_or(0);
        let alone = catalogue.questionnaire().get(question).alone().map_or(0, |alone| 1 << alone);
        let bit = 1 << option;
        let others = if bit == alone { 0 } else { chosen & !(alone | bit) };
        match others | (bit & !chosen) {
            0 => self.answers.clear(question),
            chosen => self.answers.give(catalogue, question, Answer::Options(chosen)),
        }
    }

    fn arrive(&mut self, position: Position) {
        self.position = position;
        self.return_to = None;
    }

    fn leave(&mut self, catalogue: &Catalogue, mut settle: impl FnMut(&mut Answers, QuestionIndex)) {
        if let Position::Asking(step) = &self.position {
            for question in step {
                settle(&mut self.answers, *question);
            }
        }
        match self.return_to.take() {
            Some(position) => self.position = position,
            None => self.go_on(catalogue),
        }
    }

    /// To the first screen after this one that still has to be answered; to the results when there is none.
    fn go_on(&mut self, catalogue: &Catalogue) {
        let next = self.replayed(catalogue).next.clone().flatten();
        self.position = next.map_or(Position::Results, Position::Asking);
    }

    fn before(&self, catalogue: &Catalogue) -> Position {
        if let Some(position) = &self.return_to {
            return position.clone();
        }
        let steps = self.steps(catalogue);
        match &self.position {
            Position::Asking(step) => {
                let place = steps.iter().position(|other| other == step).unwrap_or(steps.len());
                place
                    .checked_sub(1)
                    .and_then(|place| steps.get(place))
                    .cloned()
                    .map_or(Position::Intro, Position::Asking)
            }
            Position::Results | Position::Review => steps.last().cloned().map_or(Position::Intro, Position::Asking),
            Position::Intro => Position::Intro,
        }
    }
}
