//! Holds a person's answers against what must come out, and tells each difference as data: what, where and why.

use crate::{
    answers::{Answer, Answers},
    catalogue::{Catalogue, OfferIndex, diagnostic::Words, raw::RawExpected},
    eligibility::Verdict,
    explanation::{Explanation, explain},
    id::nearest,
    interview::play,
    language::{Language, Text},
    matching::{Points, Ranking, match_offers},
    questionnaire::QuestionIndex,
};
use std::collections::BTreeSet;

mod words;

/// One expectation that doesn't hold, as a diff: what was expected beside what was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Where it is expected, as a path in [`RawExpected`]: `must_show/0`.
    pub at: String,
    /// What was expected.
    pub demand: Demand,
    /// What was expected and what was found.
    pub lines: Vec<Line>,
}

/// What can be expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Demand {
    /// Anything at all.
    Something,
    /// To fit, or perhaps to fit.
    MustShow,
    /// Neither to fit nor perhaps to fit.
    MustNotShow,
    /// To fit for certain.
    MustFit,
    /// To stand on top of every screen.
    MustBeUrgent,
    /// To stand there alone.
    OnlyUrgent,
    /// To stand among the first so many that fit.
    Top(String),
    /// That an offer hangs on exactly these questions.
    HangsOn(String),
    /// Not to be asked.
    NeverAsked,
}

/// Whether a line of a diff was expected, or found, or both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Expected, and not found.
    Expected,
    /// Found, and not expected.
    Found,
    /// Found as expected: shown for what stands beside it.
    Both,
}

/// An offer or a question in a diff.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Expected or found.
    pub mark: Mark,
    /// Its id.
    pub id: String,
    /// Its name: of an offer what it is called, of a question its label.
    pub name: Words,
    /// Why it is so.
    pub why: Option<Why>,
}

/// Why something is so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// There is no such offer or question; perhaps this one was meant.
    Unknown(Option<String>),
    /// The place in a list can't be read: it is no number from 1.
    NoNumber,
    /// It fits by these answers, and stands here.
    Fits(Vec<Given>, Rank),
    /// It may fit, that hangs on these questions, and it stands here.
    Open(Vec<String>, Rank),
    /// It doesn't fit by these answers; none at all: it fits nobody on this day.
    Excluded(Vec<Given>),
    /// It never stands on top: no rule says when.
    NeverUrgent,
    /// Its moment to stand on top has not come.
    NotUrgentNow,
    /// Others on top are more certain.
    LessCertain,
    /// It is asked on this screen, counted from 1.
    Asked(usize),
}

/// An answer that decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The question.
    pub question: String,
    /// What was answered.
    pub answer: Words,
}

/// A place among all offers that are shown, and what it rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rank {
    /// Counted from 1; what fits comes before what may fit.
    pub place: usize,
    /// In which round (ARCHITECTURE.md, 'The ranking'); 0 when it serves none of the needs.
    pub round: usize,
    /// Its points.
    pub points: Points,
}

/// Everything in which the outcome for these answers differs from what is expected.
pub fn hold(catalogue: &Catalogue, answers: &Answers, expect: &RawExpected) -> Vec<Difference> {
    let outcome = Outcome { catalogue, answers, ranking: match_offers(catalogue, answers) };
    let mut found = Vec::new();
    if *expect == RawExpected::default() {
        found.push(Difference { at: String::new(), demand: Demand::Something, lines: Vec::new() });
    }
    let mut each = |offers: &[String], demand: Demand, mark: Mark, holds: &dyn Fn(OfferIndex) -> bool| {
        for (position, offer) in offers.iter().enumerate() {
            let line = outcome.wrong(offer, mark, &demand, holds);
            let at = format!("{}/{position}", demand.field());
            found.extend(line.map(|line| Difference { at, demand: demand.clone(), lines: vec![line] }));
        }
    };
    let shows = |offer: OfferIndex| outcome.verdict(offer) != Verdict::NotMet;
    each(&expect.must_show, Demand::MustShow, Mark::Expected, &shows);
    each(&expect.must_not_show, Demand::MustNotShow, Mark::Found, &|offer| !shows(offer));
    each(&expect.must_fit, Demand::MustFit, Mark::Expected, &|offer| outcome.verdict(offer) == Verdict::Met);
    let urgent = |offer: OfferIndex| outcome.ranking.urgent.contains(&offer);
    each(&expect.must_be_urgent, Demand::MustBeUrgent, Mark::Expected, &urgent);
    found.extend(expect.only_urgent.iter().filter_map(|only| outcome.only_urgent(only)));
    found.extend(expect.top.iter().filter_map(|(most, offers)| outcome.top(most, offers)));
    found.extend(expect.hangs_on.iter().filter_map(|(offer, questions)| outcome.hangs_on(offer, questions)));
    found.extend(outcome.never_asked(&expect.never_asked));
    found
}

/// Every offer that is named in what is expected.
pub fn offers_named(expect: &RawExpected) -> BTreeSet<&str> {
    let RawExpected { must_show, must_not_show, must_fit, must_be_urgent, only_urgent, top, hangs_on, never_asked: _ } =
        expect;
    let lists = [must_show, must_not_show, must_fit, must_be_urgent].into_iter().chain(only_urgent).chain(top.values());
    lists.flatten().chain(hangs_on.keys()).map(String::as_str).collect()
}

struct Outcome<'a> {
    catalogue: &'a Catalogue,
    answers: &'a Answers,
    ranking: Ranking,
}

impl Outcome<'_> {
    fn verdict(&self, offer: OfferIndex) -> Verdict {
        let found = self.ranking.shown().find(|found| found.offer == offer);
        found.map_or(Verdict::NotMet, |found| found.verdict)
    }

    /// The line for an offer of which the expectation doesn't hold.
    fn wrong(&self, id: &str, mark: Mark, demand: &Demand, holds: &dyn Fn(OfferIndex) -> bool) -> Option<Line> {
        let Some(offer) = self.catalogue.find_offer(id) else { return Some(self.unknown_offer(id)) };
        let why = || if *demand == Demand::MustBeUrgent { self.why_not_urgent(offer) } else { self.why(offer) };
        (!holds(offer)).then(|| Line { why: Some(why()), ..self.line(offer, mark) })
    }

    fn line(&self, offer: OfferIndex, mark: Mark) -> Line {
        let offer = self.catalogue.offer(offer);
        Line { mark, id: offer.id.to_string(), name: both(&offer.name), why: None }
    }

    fn unknown_offer(&self, id: &str) -> Line {
        let near = nearest(id, self.catalogue.offers().map(|(_, offer)| offer.id.as_str()));
        let id = id.chars().take(80).collect();
        Line { mark: Mark::Expected, id, name: Words::default(), why: Some(Why::Unknown(near.map(str::to_owned))) }
    }

    fn why(&self, offer: OfferIndex) -> Why {
        let rank = self.rank(offer).unwrap_or(Rank { place: 0, round: 0, points: Points::default() });
        match explain(self.catalogue, self.answers, offer) {
            Explanation::Fits(questions) => Why::Fits(self.given(&questions), rank),
            Explanation::HangsOn(questions) => Why::Open(self.ids(questions), rank),
            Explanation::DoesNotFit(questions) => Why::Excluded(self.given(&questions)),
        }
    }

    fn why_not_urgent(&self, offer: OfferIndex) -> Why {
        if self.verdict(offer) == Verdict::NotMet {
            return self.why(offer);
        }
        match &self.catalogue.offer(offer).urgent_when {
            None => Why::NeverUrgent,
            Some(when) if when.verdict(self.answers) != Verdict::Met => Why::NotUrgentNow,
            Some(_) => Why::LessCertain,
        }
    }

    fn rank(&self, offer: OfferIndex) -> Option<Rank> {
        let (position, found) = self.ranking.shown().enumerate().find(|(_, found)| found.offer == offer)?;
        Some(Rank { place: position + 1, round: found.round, points: found.points })
    }

    /// Nothing but these on top of every screen, in this order.
    fn only_urgent(&self, only: &[String]) -> Option<Difference> {
        let urgent: Vec<Line> = self.ranking.urgent.iter().map(|offer| self.line(*offer, Mark::Found)).collect();
        if urgent.iter().map(|line| &line.id).eq(only) {
            return None;
        }
        let holds = |offer: OfferIndex| self.ranking.urgent.contains(&offer);
        let missing = only.iter().filter_map(|id| self.wrong(id, Mark::Expected, &Demand::MustBeUrgent, &holds));
        let mut lines: Vec<Line> = missing.collect();
        // The same offers in another order: the whole list is what differs.
        let is_reordered = lines.is_empty() && urgent.len() == only.len();
        if is_reordered {
            lines = only
                .iter()
                .filter_map(|id| self.catalogue.find_offer(id))
                .map(|offer| self.line(offer, Mark::Expected))
                .collect();
        }
        let mark = |id: &String| if only.contains(id) && !is_reordered { Mark::Both } else { Mark::Found };
        lines.extend(urgent.into_iter().map(|line| Line { mark: mark(&line.id), ..line }));
        Some(Difference { at: "only_urgent".to_owned(), demand: Demand::OnlyUrgent, lines })
    }

    /// These among the first so many that fit.
    fn top(&self, most: &str, offers: &[String]) -> Option<Difference> {
        let demand = Demand::Top(most.to_owned());
        let at = format!("top/{most}");
        let Some(most) = most.parse::<usize>().ok().filter(|most| *most > 0) else {
            let line =
                Line { mark: Mark::Expected, id: most.to_owned(), name: Words::default(), why: Some(Why::NoNumber) };
            return Some(Difference { at, demand, lines: vec![line] });
        };
        let first: Vec<OfferIndex> = self.ranking.matches.iter().take(most).map(|found| found.offer).collect();
        let wrong = |id: &String| self.wrong(id, Mark::Expected, &demand, &|offer| first.contains(&offer));
        let missing: Vec<(usize, Line)> =
            offers.iter().enumerate().filter_map(|(position, id)| Some((position, wrong(id)?))).collect();
        let at = format!("{at}/{}", missing.first()?.0);
        let mut lines: Vec<Line> = missing.into_iter().map(|(_, line)| line).collect();
        lines.extend(first.into_iter().map(|offer| {
            let line = self.line(offer, Mark::Found);
            let mark = if offers.contains(&line.id) { Mark::Both } else { Mark::Found };
            Line { mark, why: Some(self.why(offer)), ..line }
        }));
        Some(Difference { at, demand, lines })
    }

    /// Exactly these questions decide about an offer.
    fn hangs_on(&self, id: &str, questions: &[String]) -> Option<Difference> {
        let (at, demand) = (format!("hangs_on/{id}"), Demand::HangsOn(id.to_owned()));
        let Some(offer) = self.catalogue.find_offer(id) else {
            return Some(Difference { at, demand, lines: vec![self.unknown_offer(id)] });
        };
        let open = self.ranking.undecided.iter().find(|found| found.offer == offer);
        let found = open.map(|open| self.ids(open.depends_on.iter())).unwrap_or_default();
        let wanted: BTreeSet<&String> = questions.iter().collect();
        if wanted == found.iter().collect() {
            return None;
        }
        let mut lines: Vec<Line> = Vec::new();
        for question in wanted {
            let mark = if found.contains(question) { Mark::Both } else { Mark::Expected };
            lines.push(self.question(question, mark));
        }
        let others = found.iter().filter(|question| !questions.contains(question));
        lines.extend(others.map(|question| self.question(question, Mark::Found)));
        if open.is_none() {
            lines.push(Line { why: Some(self.why(offer)), ..self.line(offer, Mark::Found) });
        }
        Some(Difference { at, demand, lines })
    }

    fn never_asked(&self, questions: &[String]) -> Vec<Difference> {
        if questions.is_empty() {
            return Vec::new();
        }
        let (screens, _) = play(self.catalogue, self.answers);
        let wrong = questions.iter().enumerate().filter_map(|(position, id)| {
            let line = match self.catalogue.questionnaire().find(id) {
                None => self.question(id, Mark::Expected),
                Some(question) => {
                    let screen = screens.iter().position(|screen| screen.contains(&question))?;
                    Line { why: Some(Why::Asked(screen + 1)), ..self.question(id, Mark::Found) }
                }
            };
            let at = format!("never_asked/{position}");
            Some(Difference { at, demand: Demand::NeverAsked, lines: vec![line] })
        });
        wrong.collect()
    }

    fn question(&self, id: &str, mark: Mark) -> Line {
        let questionnaire = self.catalogue.questionnaire();
        let (name, why) = match questionnaire.find(id) {
            Some(question) => (both(&questionnaire.get(question).short), None),
            None => (Words::default(), Some(Why::Unknown(questionnaire.nearest_question(id).map(str::to_owned)))),
        };
        Line { mark, id: id.chars().take(80).collect(), name, why }
    }

    fn ids(&self, questions: impl IntoIterator<Item = QuestionIndex>) -> Vec<String> {
        let id = |question| self.catalogue.questionnaire().get(question).id.to_string();
        questions.into_iter().map(id).collect()
    }

    fn given(&self, questions: &[QuestionIndex]) -> Vec<Given> {
        let given = |question: &QuestionIndex| Given {
            question: self.catalogue.questionnaire().get(*question).id.to_string(),
            answer: Words { nl: self.answered(*question, Language::Nl), en: self.answered(*question, Language::En) },
        };
        questions.iter().map(given).collect()
    }

    fn answered(&self, question: QuestionIndex, language: Language) -> String {
        let options = &self.catalogue.questionnaire().get(question).options;
        let is_chosen = |position: usize| match self.answers.get(question) {
            Some(Answer::Option(chosen)) => chosen == position,
            Some(Answer::Options(chosen)) => chosen & (1 << position) != 0,
            Some(Answer::Place(_) | Answer::Declined) | None => false,
        };
        if let Some(Answer::Place(region)) = self.answers.get(question) {
            return self.catalogue.regions().get(region).name.words(language).to_owned();
        }
        let chosen = options.iter().enumerate().filter(|(position, _)| is_chosen(*position));
        let words: Vec<&str> = chosen.map(|(_, option)| option.text.words(language)).collect();
        words.join(" + ")
    }
}

fn both(text: &Text) -> Words {
    Words { nl: text.words(Language::Nl).to_owned(), en: text.words(Language::En).to_owned() }
}
