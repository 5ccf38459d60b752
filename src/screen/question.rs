//! A screen of questions.

use super::{Maker, Picture, find_places};
use crate::{
    answers::Answer,
    eligibility::Verdict,
    figures::figures,
    interview::{Action, Step},
    language::Said,
    matching::chosen_needs,
    questionnaire::{AnswerOption, Kind, QuestionIndex},
    region::RegionIndex,
    visit::Visit,
    wording::Phrase,
};

/// After so many screens people have told much.
const MUCH: usize = 9;

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
    /// A word to someone who has answered much: they may look now, and go on later.
    pub enough: Option<String>,
    /// What weighs and what carries, right after that was told.
    pub picture: Option<Picture>,
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
    /// How to choose several.
    pub how: Option<String>,
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
        /// What was typed.
        typed: String,
        /// The places that may be meant.
        found: Vec<Place>,
        /// How often the field was emptied.
        field: usize,
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

impl Maker<'_> {
    pub(super) fn question(&self, visit: &Visit, step: &Step) -> Question {
        let interview = visit.interview();
        let questionnaire = self.catalogue.questionnaire();
        let steps = interview.steps(self.catalogue);
        let place = steps.iter().position(|other| other == step).unwrap_or(steps.len());
        // What the host page told counts for no one.
        let is_preset = |step: &&Step| step.iter().all(|question| interview.preset().get(*question).is_some());
        let number = place + 1 - steps.iter().take(place).filter(is_preset).count();
        let is_load = |step: &Step| step.iter().any(|question| questionnaire.get(*question).carries);
        let comes_from_load = place > 0 && steps.get(place - 1).is_some_and(is_load);
        let topic = step.first().map(|first| questionnaire.topic(questionnaire.get(*first).topic));
        let mut left = interview.open(self.catalogue, self.answers);
        left.retain(|(question, _)| !step.contains(question));
        Question {
            topic: topic.map_or_else(|| self.said(""), |topic| topic.name.said(self.wording.language())),
            progress: match interview.is_visit() {
                false => self.progress(number, self.screens(&left)),
                true => self.wording.say(Phrase::ProgressAlone).to_owned(),
            },
            number: if interview.is_visit() { 0 } else { number },
            rows: step.iter().map(|question| self.row(*question, visit)).collect(),
            is_visit: interview.is_visit(),
            has_results: number > 2,
            enough: if number > MUCH { self.enough() } else { None },
            picture: if comes_from_load { self.picture() } else { None },
        }
    }

    fn enough(&self) -> Option<String> {
        let needs = chosen_needs(self.catalogue, self.answers);
        let mut verdicts = self.catalogue.verdicts(self.answers);
        let serving = self.catalogue.briefs().filter(|(_, brief)| brief.needs.meet(needs));
        let count = serving.filter(|(_, brief)| verdicts.verdict(brief.fits) == Verdict::Met).count();
        (count > 0).then(|| self.wording.count(Phrase::Enough, count))
    }

    /// Of the screens that may still come, people are asked about two in three.
    fn progress(&self, number: usize, left: usize) -> String {
        let number = figures(number);
        match (2 * left).div_ceil(3) {
            0 => self.wording.fill(Phrase::ProgressLast, &[("number", &number)]),
            left => self.wording.fill(Phrase::Progress, &[("number", &number), ("left", &figures(left))]),
        }
    }

    /// On how many screens these questions stand.
    pub(super) fn screens(&self, questions: &[(QuestionIndex, usize)]) -> usize {
        let first = |question| self.catalogue.questionnaire().together(question).first().copied();
        let mut screens: Vec<QuestionIndex> = questions.iter().filter_map(|(question, _)| first(*question)).collect();
        screens.sort_unstable();
        screens.dedup();
        screens.len()
    }

    fn row(&self, index: QuestionIndex, visit: &Visit) -> Row {
        let asked = self.catalogue.questionnaire().get(index);
        let language = self.wording.language();
        let input = match asked.kind {
            Kind::Single | Kind::Range(_) => {
                Input::One(self.choices(index, |option| Action::Give(index, Answer::Option(option))))
            }
            Kind::Multi => Input::Many(self.choices(index, |option| Action::Tick(index, option))),
            Kind::Place => Input::Place {
                chosen: self.place_of(index),
                same: self.same_place(index),
                typed: visit.typed().to_owned(),
                found: find_places(self.catalogue, self.wording, visit.typed()),
                field: visit.fields(),
            },
        };
        Row {
            index,
            id: asked.id.as_str().to_owned(),
            text: asked.text.said(language),
            hint: asked.hint.as_ref().map(|hint| hint.said(language)),
            why: asked.why.said(language),
            how: (asked.kind == Kind::Multi).then(|| {
                let phrase = if asked.alone().is_some() { Phrase::ChooseMany } else { Phrase::ChooseAny };
                self.wording.say(phrase).to_owned()
            }),
            input,
        }
    }

    fn choices(&self, index: QuestionIndex, pick: impl Fn(usize) -> Action) -> Vec<Choice> {
        let given = self.answers.get(index);
        let choice = |(position, option): (usize, &AnswerOption)| {
            let is_chosen = match given {
                Some(Answer::Option(chosen)) => chosen == position,
                Some(Answer::Options(chosen)) => chosen & (1 << position) != 0,
                Some(Answer::Declined | Answer::Place(_)) | None => false,
            };
            let text = option.text.said(self.wording.language());
            Choice { id: option.id.as_str().to_owned(), text, is_chosen, pick: pick(position) }
        };
        self.catalogue.questionnaire().get(index).options.iter().enumerate().map(choice).collect()
    }

    pub(super) fn place_of(&self, question: QuestionIndex) -> Option<Place> {
        match self.answers.get(question)? {
            Answer::Place(region) => Some(self.place(region)),
            Answer::Declined | Answer::Option(_) | Answer::Options(_) => None,
        }
    }

    fn same_place(&self, question: QuestionIndex) -> Option<Place> {
        let landmarks = self.catalogue.landmarks();
        (question == landmarks.recipient_place).then(|| self.place_of(landmarks.carer_place)).flatten()
    }

    pub(super) fn place(&self, index: RegionIndex) -> Place {
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
        Place { region: index, id: region.id.as_str().to_owned(), name }
    }
}
