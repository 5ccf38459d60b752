//! Which offers fit, and in which order. ARCHITECTURE.md, 'The ranking', has the reasons.
//!
//! Offers come in rounds: the first round has the best offer for each chosen need, the second the next best, and so on.
//! Within a round, more points come first. All numbers are small integers; ties go by id, so the order is total.

use crate::{
    answers::{Answers, Chosen},
    catalogue::{Brief, Catalogue, Needs, Offer, OfferIndex},
    eligibility::{Evaluation, Verdict, Verdicts},
    questionnaire::{QuestionIndex, Questions},
};
use std::cmp::Reverse;

/// Points for each step of strength with which an offer helps a need.
const STRENGTH: i32 = 6;
/// Points for an offer that fits the phase.
const PHASE: i32 = 3;
/// Points for an offer meant for just such a caregiver, and off for one meant for others.
const TYPICAL: i32 = 4;
/// Points for each step of weight that an offer eases.
const LOAD: i32 = 2;
/// Points for each step nearer than the whole country.
const NEAR: i32 = 1;
/// Points for each question, beside those for places, by which an offer says whom it is meant for; three at most.
const MEANT: i32 = 1;
/// Points off for help at another time: with caring when the care is over, with farewell while it is not near.
const OTHER_TIME: i32 = -12;
/// Points off when the core of an offer was not confirmed by a source.
const UNCONFIRMED: i32 = -4;
/// Points off when someone should have looked again, or when nobody knows how old the facts are.
const NOT_FRESH: i32 = -2;
/// Points off when an offer is narrow or thin.
const WEAK: i32 = -6;

/// An offer that is or may be for this caregiver, with its place and what that place rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// The offer.
    pub offer: OfferIndex,
    /// Met, or unknown.
    pub verdict: Verdict,
    /// The questions that can still change the verdict.
    pub depends_on: Questions,
    /// The chosen needs it helps with.
    pub needs: Needs,
    /// Its round, from 1; 0 when it serves no chosen need.
    pub round: usize,
    /// Its points, apart and together.
    pub points: Points,
}

/// What an offer's place rests on. Each part can be said in one sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Points {
    /// How strongly it helps with the chosen needs, added up.
    pub needs: i32,
    /// It fits the phase.
    pub phase: i32,
    /// It eases what weighs on the caregiver.
    pub load: i32,
    /// It is meant for just such a caregiver.
    pub typical: i32,
    /// It is meant for a situation, not for everyone.
    pub meant: i32,
    /// It is near.
    pub near: i32,
    /// Its facts are not sure.
    pub doubt: i32,
    /// Its facts are not fresh.
    pub age: i32,
}

impl Points {
    /// All points but those for needs.
    fn beside_needs(self) -> i32 {
        self.phase + self.load + self.typical + self.meant + self.near + self.doubt + self.age
    }

    /// Whether nothing speaks against it: meant for others, for another time, or weak.
    pub fn suits(self) -> bool {
        self.typical >= 0 && self.phase >= 0 && self.doubt > WEAK
    }

    /// All points.
    pub fn total(self) -> i32 {
        self.needs + self.beside_needs()
    }
}

/// Every offer, in its place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ranking {
    /// What fits, in rank order.
    pub matches: Vec<Match>,
    /// What may fit, in rank order.
    pub undecided: Vec<Match>,
    /// What doesn't fit, in order of id.
    pub excluded: Vec<OfferIndex>,
    /// What belongs on top of every screen, in rank order.
    pub urgent: Vec<OfferIndex>,
}

impl Ranking {
    /// What fits and what may fit, in rank order, the certain before the possible.
    pub fn shown(&self) -> impl Iterator<Item = &Match> {
        self.matches.iter().chain(&self.undecided)
    }
}

/// Matches and ranks all offers for these answers.
pub fn match_offers(catalogue: &Catalogue, answers: &Answers) -> Ranking {
    match_some(catalogue, answers, |_| true)
}

/// Matches and ranks some offers, as if there were no others.
pub fn match_some(catalogue: &Catalogue, answers: &Answers, wanted: fn(&Brief) -> bool) -> Ranking {
    let mut matches = Vec::new();
    let mut undecided = Vec::new();
    let mut excluded = Vec::new();
    let mut verdicts = catalogue.verdicts(answers);
    let case = Case::of(catalogue, answers);
    for (index, brief) in catalogue.briefs().filter(|(_, brief)| wanted(brief)) {
        let Evaluation { verdict, depends_on } = verdicts.evaluate(brief.fits);
        let list = match verdict {
            Verdict::Met => &mut matches,
            Verdict::Unknown => &mut undecided,
            Verdict::NotMet => {
                excluded.push(index);
                continue;
            }
        };
        let needs = brief.needs.among(case.chosen);
        let points = case.points(brief, needs, &mut verdicts);
        list.push(Match { offer: index, verdict, depends_on, needs, round: 0, points });
    }
    rank(catalogue, &mut matches);
    rank(catalogue, &mut undecided);
    let urgent = urgent(catalogue, &mut verdicts, matches.iter().chain(&undecided));
    Ranking { matches, undecided, excluded, urgent }
}

/// The offers that belong on top of every screen: their moment has come, and nothing says they are for others.
pub fn urgent_offers(catalogue: &Catalogue, answers: &Answers) -> Vec<OfferIndex> {
    match_some(catalogue, answers, |brief| brief.urgent_when.is_some()).urgent
}

fn is_urgent(brief: &Brief, verdicts: &mut Verdicts) -> bool {
    brief.urgent_when.is_some_and(|when| verdicts.verdict(when) == Verdict::Met)
}

/// Those that are certainly for this caregiver, then those that may be wherever the caregiver lives; while none is certain,
/// all that may be. Helplines meant for just this come before those for everybody, then more points beside needs, then by
/// id.
fn urgent<'a>(
    catalogue: &Catalogue,
    verdicts: &mut Verdicts,
    shown: impl Iterator<Item = &'a Match> + Clone,
) -> Vec<OfferIndex> {
    let mut of = |wanted: &dyn Fn(&Match) -> bool| {
        let mut urgent: Vec<(Reverse<i32>, Reverse<i32>, OfferIndex)> = shown
            .clone()
            .filter(|found| wanted(found) && is_urgent(catalogue.brief(found.offer), verdicts))
            .map(|found| (Reverse(found.points.meant), Reverse(found.points.beside_needs()), found.offer))
            .collect();
        urgent.sort_unstable();
        urgent.into_iter().map(|(.., offer)| offer).collect::<Vec<_>>()
    };
    let mut urgent = of(&|found| found.verdict == Verdict::Met);
    // Beside what is certain, what hangs on more than a place: someone who seeks safety may not have said why.
    let is_certain = !urgent.is_empty();
    let landmarks = catalogue.landmarks();
    let hangs_on_place = |found: &Match| {
        found.depends_on.contains(landmarks.carer_place) || found.depends_on.contains(landmarks.recipient_place)
    };
    urgent.extend(of(&|found| found.verdict == Verdict::Unknown && !(is_certain && hangs_on_place(found))));
    urgent
}

/// The needs to serve: the chosen ones. Nobody said: any of them.
pub fn chosen_needs(catalogue: &Catalogue, answers: &Answers) -> Chosen {
    answers.chosen(catalogue.landmarks().needs).unwrap_or(Chosen::MAX)
}

/// What counts alike for all offers: worked out once for these answers.
struct Case {
    chosen: Chosen,
    /// The phase, as a bit; none when it isn't known.
    phase: Chosen,
    is_over: bool,
    /// The phases that belong to the farewell, as bits.
    farewell: Chosen,
    /// What weighs on the caregiver, each with the needs that ease it.
    weights: Vec<(i32, Chosen)>,
}

impl Case {
    fn of(catalogue: &Catalogue, answers: &Answers) -> Self {
        let phases = catalogue.questionnaire().get(catalogue.landmarks().phase);
        let bit = |phase: Option<usize>| phase.map_or(0, |phase| 1 << phase);
        let weight = |question: QuestionIndex| {
            let options = &catalogue.questionnaire().get(question).options;
            options.get(answers.option(question)?).map(|option| i32::from(option.weight))
        };
        let weights =
            loads(catalogue, answers).into_iter().filter_map(|(question, eases)| Some((weight(question)?, eases)));
        Self {
            chosen: chosen_needs(catalogue, answers),
            phase: bit(answers.option(catalogue.landmarks().phase)),
            is_over: is_over(catalogue, answers),
            farewell: bit(phases.option("last-phase")) | bit(phases.option("after-death")),
            weights: weights.collect(),
        }
    }

    fn points(&self, brief: &Brief, needs: Needs, verdicts: &mut Verdicts) -> Points {
        let typical = match brief.typical_for.map(|rule| verdicts.verdict(rule)) {
            Some(Verdict::Met) => TYPICAL,
            Some(Verdict::NotMet) => -TYPICAL,
            Some(Verdict::Unknown) | None => 0,
        };
        let doubt = if brief.is_unconfirmed { UNCONFIRMED } else { 0 };
        Points {
            needs: STRENGTH * needs.strengths(),
            phase: self.phase_points(brief.phases),
            load: LOAD * self.heaviest_load(brief.needs),
            typical,
            meant: MEANT * i32::from(brief.meant).min(3),
            near: NEAR * i32::from(brief.near),
            doubt: doubt + if brief.is_weak { WEAK } else { 0 },
            age: if brief.is_fresh { 0 } else { NOT_FRESH },
        }
    }

    /// An offer for other phases loses nothing, except over the line between caring and farewell.
    fn phase_points(&self, phases: Chosen) -> i32 {
        if self.phase == 0 {
            0
        } else if phases & self.phase != 0 {
            PHASE
        } else if self.is_over || phases & !self.farewell == 0 {
            OTHER_TIME
        } else {
            0
        }
    }

    /// The weight of the heaviest thing that an offer eases. The heaviest, not the sum: loads are never added up.
    fn heaviest_load(&self, needs: Needs) -> i32 {
        let eased = self.weights.iter().filter(|(_, eases)| needs.meet(*eases));
        eased.map(|(weight, _)| *weight).max().unwrap_or(0)
    }
}

/// Whether the care recipient has died.
pub fn is_over(catalogue: &Catalogue, answers: &Answers) -> bool {
    let phase = catalogue.landmarks().phase;
    let chosen = answers.option(phase);
    chosen.is_some() && chosen == catalogue.questionnaire().get(phase).option("after-death")
}

/// The questions about what weighs on the caregiver, each with the needs that ease it; none when the caring is over.
pub fn loads(catalogue: &Catalogue, answers: &Answers) -> Vec<(QuestionIndex, Chosen)> {
    let is_over = is_over(catalogue, answers);
    let loads = catalogue.questionnaire().iter().filter(|(_, question)| !is_over && !question.eased_by.is_empty());
    loads.map(|(index, question)| (index, question.eased_by.iter().fold(0, |needs, need| needs | 1 << need))).collect()
}

/// Those of these questions that are about something eased by help with these needs.
pub fn load_questions(loads: &[(QuestionIndex, Chosen)], needs: Needs) -> impl Iterator<Item = QuestionIndex> {
    loads.iter().filter(move |(_, eases)| needs.meet(*eases)).map(|(question, _)| *question)
}

/// 0 for a whole country, 1 for a region of it, 2 for a province, 3 for a municipality; the widest of its regions counts.
pub fn nearness(catalogue: &Catalogue, offer: &Offer) -> i32 {
    let steps =
        |region: &crate::region::Region| if region.is_municipality { 3 } else { i32::from(region.depth).min(2) };
    offer.area.regions.iter().map(|region| steps(catalogue.regions().get(*region))).min().unwrap_or(0)
}

/// Puts offers in rank order and tells each its round.
fn rank(catalogue: &Catalogue, found: &mut [Match]) {
    for need in 0..catalogue.need_count() {
        let helps = |one: &Match| (Reverse(STRENGTH * one.needs.strength(need) + one.points.beside_needs()), one.offer);
        let mut order: Vec<(Reverse<i32>, OfferIndex)> =
            found.iter().filter(|one| one.needs.contains(need)).map(helps).collect();
        order.sort_unstable();
        for one in found.iter_mut().filter(|one| one.needs.contains(need)) {
            let place = order.binary_search(&helps(one)).map_or(order.len(), |place| place + 1);
            one.round = if one.round == 0 { place } else { one.round.min(place) };
        }
    }
    found.sort_unstable_by_key(|one| (one.needs.is_empty(), one.round, Reverse(one.points.total()), one.offer));
}
