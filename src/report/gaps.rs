//! Who finds nothing: the widest true sentences about the help that a place lacks.
//!
//! A profile is a few answers beside the place and one need. It is a gap when every offer that helps with the need is
//! `NotMet`; verdicts are exact, so that no further answer changes it. Only the smallest profiles are kept: of a gap,
//! no answer can be left out.

use super::{
    heat::situation,
    scope::{answers_at, offers_at},
};
use crate::{
    answers::{Answer, Answers},
    catalogue::{Catalogue, NeedIndex, Offer, OfferKind},
    eligibility::Verdict,
    matching::nearness,
    questionnaire::{Kind, QuestionIndex},
    region::RegionIndex,
};
use std::cmp::Reverse;

mod merge;
pub mod plausible;
pub mod words;
use plausible::{Choice, go_together, is_about_someone, suits_need};

/// How little there is, the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Nothing at all.
    Nothing,
    /// Nothing that helps more than a bit.
    ABit,
    /// Nothing but someone to call, or a website.
    Lines,
    /// Nothing that is meant for the phase the caregiver is in.
    Moment,
    /// Nothing but what is there whatever the care recipient has: nothing made for just this situation.
    General,
    /// Nothing but what is there for the whole country.
    Nationwide,
}

impl Level {
    /// All of them, the worst first.
    pub const ALL: [Self; 6] = [Self::Nothing, Self::ABit, Self::Lines, Self::Moment, Self::General, Self::Nationwide];

    /// Whether an offer for a need is more than this level grants; `who` tells the phase.
    pub fn is_beaten_by(self, catalogue: &Catalogue, need: NeedIndex, who: &[Choice], offer: &Offer) -> bool {
        let phase = catalogue.landmarks().phase;
        match self {
            Self::Nothing => true,
            Self::Moment => who.iter().any(|(question, option)| *question == phase && offer.phases.contains(option)),
            Self::ABit => offer.needs.iter().any(|(other, strength)| *other == need && *strength > 1),
            Self::General => rests_on_situation(catalogue, offer),
            Self::Lines => !matches!(offer.kind, OfferKind::Helpline | OfferKind::Platform),
            Self::Nationwide => nearness(catalogue, offer) > 0,
        }
    }

    /// How many answers a sentence may rest on.
    fn most_answers(self) -> usize {
        match self {
            Self::Nothing => 3,
            Self::ABit | Self::Lines => 2,
            Self::Moment | Self::General | Self::Nationwide => 1,
        }
    }
}

/// Whether it matters to an offer what the care recipient has.
fn rests_on_situation(catalogue: &Catalogue, offer: &Offer) -> bool {
    situation(catalogue).is_some_and(|situation| offer.fits.questions().contains(situation))
}

/// Who lacks what. True for each combination of one option from every list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// How little there is.
    pub level: Level,
    /// The needs it is true for.
    pub needs: Vec<NeedIndex>,
    /// Who lacks it: for each question some options. Empty: everybody there.
    pub who: Vec<(QuestionIndex, Vec<usize>)>,
    /// Which part of all profiles it concerns, in thousandths, added up over the needs.
    pub share: u32,
}

/// Every gap of a place, the worst and widest first.
pub fn gaps(catalogue: &Catalogue, place: RegionIndex) -> Vec<Gap> {
    let there = offers_at(catalogue, place);
    let is_country = catalogue.regions().get(place).parent.is_none();
    let mut found = Vec::new();
    for need in 0..catalogue.need_count() {
        let helping = there.iter().filter(|index| catalogue.brief(**index).needs.contains(need));
        let helps: Vec<&Offer> = helping.map(|index| catalogue.offer(*index)).collect();
        let mut known: Vec<Vec<Choice>> = Vec::new();
        for level in Level::ALL.into_iter().filter(|level| !(is_country && *level == Level::Nationwide)) {
            let beats = |who: &[Choice]| {
                helps.iter().filter(|offer| level.is_beaten_by(catalogue, need, who, offer)).copied().collect()
            };
            if level == Level::Moment {
                let fresh = moments(catalogue, place, need, &known, beats);
                found.extend(fresh.iter().map(|who| as_gap(level, need, who)));
                continue;
            }
            let wanted: Vec<&Offer> = beats(&[]);
            // Where nothing at all is made for a situation, no situation lacks it more than another.
            if level == Level::General && wanted.is_empty() {
                continue;
            }
            let search = Search::new(catalogue, place, (need, level), wanted);
            let fresh = search.run(&known, level.most_answers());
            found.extend(fresh.iter().map(|who| as_gap(level, need, who)));
            known.extend(fresh);
        }
    }
    let mut gaps = merge::merge(found);
    for gap in &mut gaps {
        gap.share = share(catalogue, gap);
    }
    gaps.sort_by_key(|gap| (gap.level, Reverse(gap.share), gap.who.len(), gap.needs.clone(), gap.who.clone()));
    gaps
}

fn as_gap(level: Level, need: NeedIndex, who: &[Choice]) -> Gap {
    let who = who.iter().map(|(question, option)| (*question, vec![*option])).collect();
    Gap { level, needs: vec![need], who, share: 0 }
}

/// The phases for which no offer is meant that someone in them may get.
fn moments<'a>(
    catalogue: &'a Catalogue,
    place: RegionIndex,
    need: NeedIndex,
    known: &[Vec<Choice>],
    meant: impl Fn(&[Choice]) -> Vec<&'a Offer>,
) -> Vec<Vec<Choice>> {
    let phase = catalogue.landmarks().phase;
    let asked = catalogue.questionnaire().get(phase);
    let needs = &catalogue.questionnaire().get(catalogue.landmarks().needs).options;
    let id = needs.get(need).map_or("", |option| option.id.as_str());
    (0..asked.options.len())
        .map(|option| vec![(phase, option)])
        .filter(|who| who.iter().all(|choice| suits_need(catalogue, id, *choice)) && !holds_one(who, known))
        .filter(|who| {
            let search = Search::new(catalogue, place, (need, Level::Moment), meant(who));
            let answers = search.answers(who);
            search.offers.iter().all(|offer| offer.fits.verdict(&answers) == Verdict::NotMet)
        })
        .collect()
}

/// Which part of all combinations of answers a gap concerns, in thousandths per need.
fn share(catalogue: &Catalogue, gap: &Gap) -> u32 {
    let part = gap.who.iter().fold(1_000, |part, (question, options)| {
        let all = catalogue.questionnaire().get(*question).options.len().max(1);
        part * options.len() as u32 / all as u32
    });
    part * gap.needs.len() as u32
}

/// Answers with one option chosen; of a question with several answers, that option alone.
pub fn choose(catalogue: &Catalogue, answers: &mut Answers, (question, option): Choice) {
    let answer = match catalogue.questionnaire().get(question).kind {
        Kind::Multi => Answer::Options(1 << option),
        Kind::Single | Kind::Range(_) | Kind::Place => Answer::Option(option),
    };
    answers.give(catalogue, question, answer);
}

/// The search for the smallest profiles that none of these offers is for.
struct Search<'a> {
    catalogue: &'a Catalogue,
    base: Answers,
    offers: Vec<&'a Offer>,
    /// Each answer that may be told, with the offers that are left after it.
    choices: Vec<(Choice, Vec<bool>)>,
}

impl<'a> Search<'a> {
    fn new(
        catalogue: &'a Catalogue,
        place: RegionIndex,
        (need, level): (NeedIndex, Level),
        offers: Vec<&'a Offer>,
    ) -> Self {
        let landmarks = catalogue.landmarks();
        let mut base = answers_at(catalogue, place);
        base.give(catalogue, landmarks.needs, Answer::Options(1 << need));
        let options = &catalogue.questionnaire().get(landmarks.needs).options;
        let id = options.get(need).map_or("", |option| option.id.as_str());
        let mut asked: Vec<QuestionIndex> = offers.iter().flat_map(|offer| offer.fits.questions().iter()).collect();
        asked.sort_unstable();
        asked.dedup();
        asked.retain(|question| is_about_someone(catalogue, *question));
        if level == Level::General {
            asked.retain(|question| situation(catalogue) == Some(*question));
        }
        let mut search = Self { catalogue, base, offers, choices: Vec::new() };
        for question in asked {
            for option in 0..catalogue.questionnaire().get(question).options.len() {
                let choice = (question, option);
                if suits_need(catalogue, id, choice) {
                    let answers = search.answers(&[choice]);
                    let left = search.offers.iter().map(|offer| offer.fits.verdict(&answers) != Verdict::NotMet);
                    let left = left.collect();
                    search.choices.push((choice, left));
                }
            }
        }
        search
    }

    fn answers(&self, who: &[Choice]) -> Answers {
        let mut answers = self.base.clone();
        who.iter().for_each(|choice| choose(self.catalogue, &mut answers, *choice));
        answers
    }

    /// The smallest gaps that hold no known one.
    fn run(&self, known: &[Vec<Choice>], most: usize) -> Vec<Vec<Choice>> {
        let mut found: Vec<Vec<Choice>> = Vec::new();
        if known.iter().any(Vec::is_empty) {
            return found;
        }
        if self.offers.iter().all(|offer| offer.fits.verdict(&self.base) == Verdict::NotMet) {
            return vec![Vec::new()];
        }
        // Someone for whom an offer is whatever they answer is in no gap.
        if self.offers.iter().any(|offer| offer.fits.verdict(&self.base) == Verdict::Met) {
            return found;
        }
        let mut profiles: Vec<Vec<usize>> = vec![Vec::new()];
        for _ in 0..most {
            let mut longer = Vec::new();
            for profile in &profiles {
                let from = profile.last().map_or(0, |last| last + 1);
                for next in from..self.choices.len() {
                    let grown: Vec<usize> = profile.iter().copied().chain([next]).collect();
                    let who: Vec<Choice> =
                        grown.iter().filter_map(|place| self.choices.get(*place)).map(|(choice, _)| *choice).collect();
                    if !self.is_someone(&who) || holds_one(&who, known) || holds_one(&who, &found) {
                        continue;
                    }
                    if self.is_gap(&grown, &who) {
                        found.push(who);
                    } else {
                        longer.push(grown);
                    }
                }
            }
            profiles = longer;
        }
        found
    }

    /// Whether the last answer is to another question than the others, and goes with each of them.
    fn is_someone(&self, who: &[Choice]) -> bool {
        who.split_last().is_none_or(|(last, others)| {
            others.iter().all(|other| other.0 != last.0 && go_together(self.catalogue, *other, *last))
        })
    }

    fn is_gap(&self, profile: &[usize], who: &[Choice]) -> bool {
        let mut answers = None;
        for (place, offer) in self.offers.iter().enumerate() {
            let is_left =
                |choice: &usize| self.choices.get(*choice).and_then(|(_, left)| left.get(place)) == Some(&true);
            if profile.iter().all(is_left) {
                let answers = answers.get_or_insert_with(|| self.answers(who));
                if offer.fits.verdict(answers) != Verdict::NotMet {
                    return false;
                }
            }
        }
        true
    }
}

/// Whether a profile holds all of a smaller one.
fn holds_one(who: &[Choice], smaller: &[Vec<Choice>]) -> bool {
    smaller.iter().any(|one| one.iter().all(|choice| who.contains(choice)))
}
