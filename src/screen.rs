//! All there is to show, as plain data. Above this line there is no Yew; below it there are no rules.

use crate::{
    answers::{Answer, Answers},
    catalogue::{Catalogue, Offer, OfferKind},
    interview::{Action, Interview, Position, Step, open_questions},
    language::Said,
    matching::{Match, match_offers, urgent_offers},
    questionnaire::{Kind, QuestionIndex},
    region::RegionIndex,
    wording::{Phrase, Wording},
};

mod card;
mod results;
pub use crate::eligibility::Verdict;
pub use card::{Card, Hinge, Link, Phone};
pub use results::{Group, Results};

/// The whole screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Screen {
    /// Help for this very moment, above everything else.
    pub urgent: Vec<Card>,
    /// Lines where anyone can talk to someone now.
    pub talk: Vec<Card>,
    /// What the person is looking at.
    pub body: Body,
}

/// What the person is looking at.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// Before the first question.
    Intro {
        /// Whether questions have been answered already.
        begun: bool,
    },
    /// A screen of questions.
    Question(Question),
    /// The answers so far.
    Review(Review),
    /// What fits.
    Results(Results),
}

/// A screen of questions: one, or the rows of a group.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// The topic.
    pub topic: Said,
    /// How far the person is, in words.
    pub progress: String,
    /// Which screen this is, from 1; 0 for one that the person asked for.
    pub number: usize,
    /// One row per question.
    pub rows: Vec<Row>,
    /// Whether the person came from elsewhere and goes back there.
    pub is_visit: bool,
    /// Whether there is something to show already.
    pub has_results: bool,
}

/// One question.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// For actions.
    pub index: QuestionIndex,
    /// For hooks and the names of inputs.
    pub id: String,
    /// The question.
    pub text: Said,
    /// Help with answering.
    pub hint: Option<Said>,
    /// Why it is asked.
    pub why: Said,
    /// How it is answered.
    pub input: Input,
}

/// How a question is answered.
#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    /// One choice.
    One(Vec<Choice>),
    /// Any number of choices.
    Many(Vec<Choice>),
    /// A place.
    Place {
        /// The place chosen.
        chosen: Option<Place>,
        /// The caregiver's own place, offered first for the care recipient's.
        same: Option<Place>,
    },
}

/// One choice.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// Its id.
    pub id: String,
    /// Its words.
    pub text: Said,
    /// Whether it is chosen.
    pub is_chosen: bool,
    /// What to do when the person picks it, or unpicks it.
    pub pick: Action,
}

/// A place to choose.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// For actions.
    pub region: RegionIndex,
    /// For hooks.
    pub id: String,
    /// Its name, with what it lies in: 'Gent, Oost-Vlaanderen, België'.
    pub name: String,
}

/// The answers so far.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    /// By topic, in the order of the questionnaire.
    pub topics: Vec<(Said, Vec<Line>)>,
    /// How many screens may still come.
    pub left: usize,
}

/// One answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// For actions.
    pub question: QuestionIndex,
    /// For hooks.
    pub id: String,
    /// What was asked, in short.
    pub label: Said,
    /// What was answered; none when declined.
    pub answer: Option<String>,
    /// Whether the answer counts: a question may no longer be asked.
    pub is_used: bool,
}

/// What to show of this interview.
pub fn screen(catalogue: &Catalogue, wording: &Wording, interview: &Interview) -> Screen {
    let used = interview.used(catalogue);
    let maker = Maker { catalogue, wording, answers: &used };
    let body = match interview.position() {
        Position::Intro => Body::Intro { begun: *interview.answers() != *interview.preset() },
        Position::Asking(step) => Body::Question(maker.question(interview, step)),
        Position::Review => Body::Review(maker.review(interview)),
        Position::Results => Body::Results(maker.results()),
    };
    let urgent = urgent_offers(catalogue, &used);
    let urgent = urgent.into_iter().map(|offer| maker.line(offer)).collect();
    Screen { urgent, talk: maker.talk(), body }
}

/// The places that a person who typed this may mean.
pub fn find_places(catalogue: &Catalogue, wording: &Wording, typed: &str) -> Vec<Place> {
    let maker = Maker { catalogue, wording, answers: &Answers::default() };
    let found = catalogue.regions().search(typed, wording.language(), 8);
    found.into_iter().map(|region| maker.place(region)).collect()
}

/// What all parts of a screen are made from.
struct Maker<'a> {
    catalogue: &'a Catalogue,
    wording: &'a Wording,
    answers: &'a Answers,
}

impl Maker<'_> {
    fn question(&self, interview: &Interview, step: &Step) -> Question {
        let questionnaire = self.catalogue.questionnaire();
        let steps = interview.steps(self.catalogue);
        let place = steps.iter().position(|other| other == step);
        let number = place.unwrap_or(steps.len()) + 1;
        let topic = step.first().map(|first| questionnaire.topic(questionnaire.get(*first).topic));
        let mut left = open_questions(self.catalogue, self.answers);
        left.retain(|(question, _)| !step.contains(question));
        Question {
            topic: topic.map_or_else(|| self.said(""), |topic| topic.name.said(self.wording.language())),
            progress: match interview.is_visit() {
                false => self.progress(number, self.screens(&left)),
                true => self.wording.say(Phrase::ProgressAlone).to_owned(),
            },
            number: if interview.is_visit() { 0 } else { number },
            rows: step.iter().map(|question| self.row(*question)).collect(),
            is_visit: interview.is_visit(),
            has_results: number > 2,
        }
    }

    /// Of the screens that may still come, people are asked about two in three.
    fn progress(&self, number: usize, left: usize) -> String {
        let number = number.to_string();
        match (2 * left).div_ceil(3) {
            0 => self.wording.fill(Phrase::ProgressLast, &[("number", &number)]),
            left => self.wording.fill(Phrase::Progress, &[("number", &number), ("left", &left.to_string())]),
        }
    }

    /// On how many screens these questions stand.
    fn screens(&self, questions: &[(QuestionIndex, usize)]) -> usize {
        let first = |question| self.catalogue.questionnaire().together(question).first().copied();
        let mut screens: Vec<QuestionIndex> = questions.iter().filter_map(|(question, _)| first(*question)).collect();
        screens.sort_unstable();
        screens.dedup();
        screens.len()
    }

    fn row(&self, index: QuestionIndex) -> Row {
        let asked = self.catalogue.questionnaire().get(index);
        let language = self.wording.language();
        let input = match asked.kind {
            Kind::Single | Kind::Range(_) => Input::One(self.choices(index, |position, _| Answer::Option(position))),
            Kind::Multi => {
                let chosen = self.answers.chosen(index).unwrap_or(0);
                let alone = asked.alone().map_or(0, |alone| 1 << alone);
                Input::Many(self.choices(index, |position, is_chosen| {
                    let bit = 1 << position;
                    let others = if bit == alone { 0 } else { chosen & !alone };
                    Answer::Options(if is_chosen { others & !bit } else { others | bit })
                }))
            }
            Kind::Place => Input::Place { chosen: self.place_of(index), same: self.same_place(index) },
        };
        Row {
            index,
            id: asked.id.to_string(),
            text: asked.text.said(language),
            hint: asked.hint.as_ref().map(|hint| hint.said(language)),
            why: asked.why.said(language),
            input,
        }
    }

    fn choices(&self, index: QuestionIndex, pick: impl Fn(usize, bool) -> Answer) -> Vec<Choice> {
        let given = self.answers.get(index);
        let choice = |(position, option): (usize, &crate::questionnaire::AnswerOption)| {
            let is_chosen = match given {
                Some(Answer::Option(chosen)) => chosen == position,
                Some(Answer::Options(chosen)) => chosen & (1 << position) != 0,
                Some(Answer::Declined | Answer::Place(_)) | None => false,
            };
            let text = option.text.said(self.wording.language());
            let pick = match pick(position, is_chosen) {
                Answer::Options(0) => Action::Clear(index),
                answer => Action::Give(index, answer),
            };
            Choice { id: option.id.to_string(), text, is_chosen, pick }
        };
        self.catalogue.questionnaire().get(index).options.iter().enumerate().map(choice).collect()
    }

    fn review(&self, interview: &Interview) -> Review {
        let questionnaire = self.catalogue.questionnaire();
        let mut topics: Vec<(Said, Vec<Line>)> = Vec::new();
        let mut last = None;
        for (question, _) in interview.answers().iter() {
            let asked = questionnaire.get(question);
            if last != Some(asked.topic) {
                topics.push((questionnaire.topic(asked.topic).name.said(self.wording.language()), Vec::new()));
                last = Some(asked.topic);
            }
            let line = Line {
                question,
                id: asked.id.to_string(),
                label: asked.short.said(self.wording.language()),
                answer: self.told(interview.answers(), question),
                is_used: self.answers.is_asked(question),
            };
            if let Some((_, lines)) = topics.last_mut() {
                lines.push(line);
            }
        }
        Review { topics, left: self.screens(&open_questions(self.catalogue, self.answers)) }
    }

    /// An answer in words; none when it was declined.
    fn told(&self, answers: &Answers, question: QuestionIndex) -> Option<String> {
        let options = &self.catalogue.questionnaire().get(question).options;
        let words =
            |position: usize| options.get(position).map(|option| option.text.words(self.wording.language()).to_owned());
        match answers.get(question)? {
            Answer::Declined => None,
            Answer::Option(position) => words(position),
            Answer::Options(0) => Some(self.wording.say(Phrase::NoneOfThese).to_owned()),
            Answer::Options(chosen) => {
                let chosen = (0..options.len()).filter(|position| chosen & (1 << position) != 0);
                Some(chosen.filter_map(words).collect::<Vec<_>>().join("; "))
            }
            Answer::Place(region) => {
                Some(self.catalogue.regions().get(region).name.words(self.wording.language()).to_owned())
            }
        }
    }

    fn place_of(&self, question: QuestionIndex) -> Option<Place> {
        match self.answers.get(question)? {
            Answer::Place(region) => Some(self.place(region)),
            Answer::Declined | Answer::Option(_) | Answer::Options(_) => None,
        }
    }

    fn same_place(&self, question: QuestionIndex) -> Option<Place> {
        let landmarks = self.catalogue.landmarks();
        (question == landmarks.recipient_place).then(|| self.place_of(landmarks.carer_place)).flatten()
    }

    fn place(&self, index: RegionIndex) -> Place {
        let regions = self.catalogue.regions();
        let region = regions.get(index);
        let name = |index| regions.get(index).name.words(self.wording.language());
        // Province and country: enough to tell two places of one name apart.
        let around: Vec<RegionIndex> = regions.around(index).collect();
        let mut names = vec![name(index)];
        names.extend(around.first().filter(|_| around.len() > 1).map(|index| name(*index)));
        names.extend(around.last().map(|index| name(*index)));
        let name = names.join(", ");
        let name =
            if region.is_municipality { name } else { self.wording.fill(Phrase::PlaceArea, &[("place", &name)]) };
        Place { region: index, id: region.id.to_string(), name }
    }

    /// Lines on which someone listens, for this caregiver as far as known: those that fit first.
    /// While the place isn't known, lines of one town are left out.
    fn talk(&self) -> Vec<Card> {
        let needs = self.catalogue.landmarks().needs;
        let listens = |offer: &Offer| {
            let talk = self.catalogue.questionnaire().get(needs).option("talk");
            offer.kind == OfferKind::Helpline
                && offer.contact.phone.is_some()
                && offer.needs.iter().any(|(need, strength)| Some(*need) == talk && *strength == 3)
        };
        let ranking = match_offers(self.catalogue, &self.answers.only(|question| question != needs));
        let line = |found: &&Match| listens(self.catalogue.offer(found.offer));
        let certain: Vec<&Match> = ranking.matches.iter().filter(line).collect();
        let is_for_all = |found: &&Match| found.points.near < 3 && found.points.meant == 0;
        let lines = match certain.is_empty() {
            false => certain,
            true => ranking.undecided.iter().filter(line).filter(is_for_all).collect(),
        };
        lines.into_iter().take(4).map(|found| self.line(found.offer)).collect()
    }

    fn said(&self, text: &str) -> Said {
        Said { text: text.to_owned(), language: self.wording.language() }
    }
}
