//! All there is to show, as plain data. Above this line there is no Yew; below it there are no rules.

use crate::{
    answers::{Answer, Answers},
    balance::is_heavy,
    catalogue::{Catalogue, OfferIndex},
    date::Date,
    figures::figures,
    guide::Passage,
    interview::{Position, open_questions},
    language::{Language, Said, Text},
    matching::{is_over, urgent_offers},
    plan::Plan,
    questionnaire::QuestionIndex,
    visit::{News, Spot, Visit},
    wording::{Phrase, Wording},
};

mod browse;
mod card;
mod journey;
mod picture;
mod plan;
mod question;
mod results;
mod review;
mod sheet;
mod talk;
pub use crate::eligibility::Verdict;
pub use browse::{Browse, Facet};
pub use card::{Card, Hinge, Link, Phone};
pub use journey::{Phase, Rung};
pub use picture::{Domain, Picture};
pub use plan::{PlanPage, Task};
pub use question::{Choice, Input, Place, Question, Row};
pub use results::{Group, Results, Unfit};
pub use review::{Line, Review};
pub use sheet::{Section, Sheet, SheetLine};
pub use talk::{TalkLine, Theme};

/// The whole screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Screen {
    /// The language it is told in: to who is under 18 another one.
    pub language: Language,
    /// Help for this very moment, above everything else.
    pub urgent: Vec<Card>,
    /// Lines where one can talk to someone now, by theme.
    pub talk: Vec<Theme>,
    /// What was just done.
    pub news: Option<String>,
    /// Whether something was told already.
    pub has_begun: bool,
    /// How many offers are in the plan.
    pub planned: usize,
    /// Whether there is still someone to care for.
    pub is_caring: bool,
    /// What the person is looking at.
    pub body: Body,
}

/// What the person is looking at.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// Before the first question.
    Intro,
    /// 'Am I a caregiver?'
    Recognition(Recognition),
    /// A screen of questions.
    Question(Question),
    /// The answers so far.
    Review(Review),
    /// What fits.
    Results(Results),
    /// One offer in full.
    Offer(Box<Card>),
    /// The caregiver's own plan.
    Plan(PlanPage),
    /// A conversation sheet.
    Sheet(Sheet),
    /// The phases of caring.
    Journey(Vec<Phase>),
    /// The ladder of respite care.
    Respite(Vec<Rung>),
    /// The social map.
    Browse(Browse),
}

/// 'Am I a caregiver?'
#[derive(Clone, Debug, PartialEq)]
pub struct Recognition {
    /// The questions, each with what was said.
    pub questions: Vec<(Said, Option<bool>)>,
    /// The answer, once all are answered.
    pub outcome: Option<Words>,
}

/// A heading and paragraphs.
#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    /// The heading.
    pub title: Said,
    /// The paragraphs.
    pub text: Vec<Said>,
}

/// Where the caregiver's clock stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The day.
    pub today: Date,
    /// The day of the week: 0 is Monday.
    pub weekday: u8,
    /// Minutes since midnight.
    pub minutes: u16,
}

/// What to show of this visit at this moment.
pub fn screen(catalogue: &Catalogue, wording: &Wording, visit: &Visit, moment: Moment) -> Screen {
    let interview = visit.interview();
    let used = interview.used(catalogue);
    let maker = Maker { catalogue, wording, answers: &used, plan: visit.plan() };
    let body = match visit.spot() {
        Spot::Interview => match interview.position() {
            Position::Intro => Body::Intro,
            Position::Asking(step) => Body::Question(maker.question(visit, step)),
            Position::Review => Body::Review(maker.review(interview)),
            Position::Results => Body::Results(maker.results()),
        },
        Spot::Recognition => Body::Recognition(maker.recognition(visit)),
        Spot::Offer(offer) => Body::Offer(Box::new(maker.full(offer))),
        Spot::Plan => Body::Plan(maker.plan_page(moment, visit.remind_on())),
        Spot::Sheet(number) => Body::Sheet(maker.sheet(number, visit.draft())),
        Spot::Journey => Body::Journey(maker.journey()),
        Spot::Respite => Body::Respite(maker.respite()),
        Spot::Browse => Body::Browse(maker.browse(visit)),
    };
    let urgent = urgent_offers(catalogue, &used);
    Screen {
        language: wording.language(),
        urgent: urgent.into_iter().map(|offer| maker.line(offer)).collect(),
        talk: maker.talk(moment),
        news: visit.news().map(|news| maker.news(news)),
        has_begun: *interview.answers() != *interview.preset(),
        planned: visit.plan().items().len(),
        is_caring: !is_over(catalogue, &used),
        body,
    }
}

/// Whether the answers show someone who is under 18.
pub fn is_young(catalogue: &Catalogue, visit: &Visit) -> bool {
    let questionnaire = catalogue.questionnaire();
    let Some(age) = questionnaire.find("carer-age") else { return false };
    match visit.interview().used(catalogue).get(age) {
        Some(Answer::Option(chosen)) => {
            questionnaire.get(age).options.get(chosen).is_some_and(|option| option.span.to <= 18)
        }
        _ => false,
    }
}

/// The places that a person who typed this may mean.
pub fn find_places(catalogue: &Catalogue, wording: &Wording, typed: &str) -> Vec<Place> {
    let maker = Maker { catalogue, wording, answers: &Answers::default(), plan: &Plan::default() };
    let found = catalogue.regions().search(typed, wording.language(), 8);
    found.into_iter().map(|region| maker.place(region)).collect()
}

/// One offer in full, as someone sees it who gave these answers.
#[cfg(any(feature = "cli", feature = "workbench"))]
pub fn card_for(catalogue: &Catalogue, wording: &Wording, answers: &Answers, offer: OfferIndex) -> Card {
    Maker { catalogue, wording, answers, plan: &Plan::default() }.full(offer)
}

/// What all parts of a screen are made from.
struct Maker<'a> {
    catalogue: &'a Catalogue,
    wording: &'a Wording,
    answers: &'a Answers,
    plan: &'a Plan,
}

impl Maker<'_> {
    fn news(&self, news: News) -> String {
        match news {
            News::Wiped => self.wording.say(Phrase::Wiped).to_owned(),
            News::NotOpened => self.wording.say(Phrase::OpenFailed).to_owned(),
            News::Copied => self.wording.say(Phrase::Copied).to_owned(),
            News::NotCopied => self.wording.say(Phrase::CopyFailed).to_owned(),
            News::Opened(0) => self.wording.say(Phrase::Opened).to_owned(),
            News::Opened(count) => self.wording.fill(Phrase::OpenedInPart, &[("count", &figures(count))]),
        }
    }

    /// Only a yes to the first question makes someone a caregiver; nobody is told that they are not.
    fn recognition(&self, visit: &Visit) -> Recognition {
        let guide = &self.catalogue.guide().recognition;
        let questions: Vec<(Said, Option<bool>)> = guide
            .questions
            .iter()
            .enumerate()
            .map(|(place, text)| (self.text(text), visit.recognised(place)))
            .collect();
        let is_done = questions.iter().all(|(_, said)| said.is_some());
        let outcome = if visit.recognised(0) == Some(true) { &guide.yes } else { &guide.perhaps };
        Recognition { questions, outcome: is_done.then(|| self.words(outcome)) }
    }

    fn words(&self, passage: &Passage) -> Words {
        Words { title: self.text(&passage.title), text: self.texts(&passage.text) }
    }

    /// A calm word for someone who carries much.
    fn breathe(&self) -> Option<Words> {
        let passage = &self.catalogue.guide().breathe;
        (is_heavy(self.catalogue, self.answers) && !passage.text.is_empty()).then(|| self.words(passage))
    }

    /// An answer in words; none when it was declined.
    fn told(&self, answers: &Answers, question: QuestionIndex) -> Option<String> {
        let options = &self.catalogue.questionnaire().get(question).options;
        let words = |position: usize| {
            let option = options.get(position)?;
            Some(option.short.as_ref().unwrap_or(&option.text).words(self.language()).to_owned())
        };
        match answers.get(question)? {
            Answer::Declined => None,
            Answer::Option(position) => words(position),
            Answer::Options(0) => Some(self.wording.say(Phrase::NoneOfThese).to_owned()),
            Answer::Options(chosen) => {
                let chosen = (0..options.len()).filter(|position| chosen & (1 << position) != 0);
                Some(chosen.filter_map(words).collect::<Vec<_>>().join("; "))
            }
            Answer::Place(region) => Some(self.catalogue.regions().get(region).name.words(self.language()).to_owned()),
        }
    }

    /// How many screens may still come.
    fn left(&self) -> usize {
        self.screens(&open_questions(self.catalogue, self.answers))
    }

    /// All answers but that to what is needed: what may help whatever that is.
    fn whatever_needed(&self) -> Answers {
        let needs = self.catalogue.landmarks().needs;
        self.answers.only(|question| question != needs)
    }

    fn lines(&self, offers: &[OfferIndex]) -> Vec<Card> {
        offers.iter().map(|offer| self.line(*offer)).collect()
    }

    fn language(&self) -> Language {
        self.wording.language()
    }

    fn text(&self, text: &Text) -> Said {
        text.said(self.language())
    }

    fn texts(&self, texts: &[Text]) -> Vec<Said> {
        texts.iter().map(|text| self.text(text)).collect()
    }

    fn said(&self, text: &str) -> Said {
        Said { text: text.to_owned(), language: self.language() }
    }
}
