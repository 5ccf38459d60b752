//! Needs × situations × phases in one place: how much help there is in each.

use super::scope::{answers_at, offers_at};
use crate::{
    answers::{Answer, Answers},
    catalogue::{Catalogue, NeedIndex, Offer, OfferIndex},
    eligibility::Verdict,
    questionnaire::QuestionIndex,
    region::RegionIndex,
};

/// How many offers a caregiver gets for certain, and how many more may fit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Fit, whatever the other answers are.
    pub certain: usize,
    /// Hang on other answers.
    pub possible: usize,
}

impl Count {
    /// Both together.
    pub fn total(self) -> usize {
        self.certain + self.possible
    }
}

/// One need in one situation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The need: a position in the options of `needs`.
    pub need: NeedIndex,
    /// The situation: a position in the options of `situation`.
    pub situation: usize,
    /// For a caregiver whose phase isn't known: offers for any phase.
    pub all: Count,
    /// For each phase, the offers that are meant for it.
    pub phases: Vec<Count>,
    /// The one offer there is, when there is just one.
    pub only: Option<OfferIndex>,
}

/// What there is in one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heat {
    /// The place.
    pub place: RegionIndex,
    /// For each need, what there is for someone of whom nothing but the place is known.
    pub needs: Vec<Count>,
    /// Need by need, in each all situations.
    pub cells: Vec<Cell>,
}

/// The question whose options are the columns.
pub fn situation(catalogue: &Catalogue) -> Option<QuestionIndex> {
    catalogue.questionnaire().find("situation")
}

/// Counts every cell.
pub fn heat(catalogue: &Catalogue, place: RegionIndex) -> Heat {
    let there: Vec<(OfferIndex, &Offer)> =
        offers_at(catalogue, place).into_iter().map(|index| (index, catalogue.offer(index))).collect();
    let situations = situation(catalogue).map_or(0, |index| catalogue.questionnaire().get(index).options.len());
    let mut cells = Vec::new();
    let mut needs = Vec::new();
    for need in 0..catalogue.need_count() {
        let helps: Vec<(OfferIndex, &Offer)> =
            there.iter().filter(|(index, _)| catalogue.brief(*index).needs.contains(need)).copied().collect();
        let mut answers = answers_at(catalogue, place);
        answers.give(catalogue, catalogue.landmarks().needs, Answer::Options(1 << need));
        needs.push(count(helps.iter().map(|(_, offer)| *offer), &answers));
        cells.extend((0..situations).map(|situation| cell(catalogue, place, &helps, need, situation)));
    }
    Heat { place, needs, cells }
}

fn cell(
    catalogue: &Catalogue,
    place: RegionIndex,
    helps: &[(OfferIndex, &Offer)],
    need: NeedIndex,
    situation: usize,
) -> Cell {
    let answers = case(catalogue, place, need, situation, None);
    let all = count(helps.iter().map(|(_, offer)| *offer), &answers);
    let left = helps.iter().filter(|(_, offer)| offer.fits.verdict(&answers) != Verdict::NotMet);
    let mut left = left.map(|(index, _)| *index);
    let only = left.next().filter(|_| left.next().is_none());
    let phases = catalogue.questionnaire().get(catalogue.landmarks().phase).options.len();
    let at_phase = |phase| {
        let meant = helps.iter().map(|(_, offer)| *offer).filter(|offer| offer.phases.contains(&phase));
        count(meant, &case(catalogue, place, need, situation, Some(phase)))
    };
    Cell { need, situation, all, phases: (0..phases).map(at_phase).collect(), only }
}

/// What the caregiver of a cell has told.
pub fn case(
    catalogue: &Catalogue,
    place: RegionIndex,
    need: NeedIndex,
    of_situation: usize,
    phase: Option<usize>,
) -> Answers {
    let mut answers = answers_at(catalogue, place);
    answers.give(catalogue, catalogue.landmarks().needs, Answer::Options(1 << need));
    if let Some(question) = situation(catalogue) {
        answers.give(catalogue, question, Answer::Options(1 << of_situation));
    }
    if let Some(phase) = phase {
        answers.give(catalogue, catalogue.landmarks().phase, Answer::Option(phase));
    }
    answers
}

fn count<'a>(offers: impl Iterator<Item = &'a Offer>, answers: &Answers) -> Count {
    offers.fold(Count::default(), |count, offer| match offer.fits.verdict(answers) {
        Verdict::Met => Count { certain: count.certain + 1, ..count },
        Verdict::Unknown => Count { possible: count.possible + 1, ..count },
        Verdict::NotMet => count,
    })
}

impl Heat {
    /// The cells of one need.
    pub fn row(&self, need: NeedIndex) -> impl Iterator<Item = &Cell> {
        self.cells.iter().filter(move |cell| cell.need == need)
    }
}
