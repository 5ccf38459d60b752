//! Which offers fit, and in which order. ARCHITECTURE.md, 'The ranking', has the reasons.
//!
//! Offers come in rounds: the first round has the best offer for each chosen need, the second the next best, and so on.
//! Within a round, more points come first. All numbers are small integers; ties go by id, so the order is total.

use crate::{
    answers::{Answers, Chosen},
    catalogue::{Catalogue, Confidence, Freshness, Landmarks, NeedIndex, Offer, OfferIndex},
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
    /// The chosen needs it helps with, the best served first.
    pub needs: Vec<NeedIndex>,
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
    let mut matches = Vec::new();
    let mut undecided = Vec::new();
    let mut excluded = Vec::new();
    let mut verdicts = catalogue.verdicts(answers);
    let case = Case::of(catalogue, answers);
    for (index, offer) in catalogue.offers() {
        let Evaluation { verdict, depends_on } = verdicts.evaluate(&offer.fits);
        let list = match verdict {
            Verdict::Met => &mut matches,
            Verdict::Unknown => &mut undecided,
            Verdict::NotMet => {
                excluded.push(index);
                continue;
            }
        };
        let needs = case.served(offer);
        let points = case.points(offer, &needs, &mut verdicts);
        list.push(Match { offer: index, verdict, depends_on, needs, round: 0, points });
    }
    rank(catalogue, &mut matches);
    rank(catalogue, &mut undecided);
    let urgent = urgent(catalogue, &mut verdicts, matches.iter().chain(&undecided));
    Ranking { matches, undecided, excluded, urgent }
}

/// The offers that belong on top of every screen: their moment has come, and nothing says they are for others.
pub fn urgent_offers(catalogue: &Catalogue, answers: &Answers) -> Vec<OfferIndex> {
    let mut verdicts = catalogue.verdicts(answers);
    let asked_for = catalogue.offers().any(|(_, offer)| is_urgent(offer, &mut verdicts));
    if asked_for { match_offers(catalogue, answers).urgent } else { Vec::new() }
}

fn is_urgent(offer: &Offer, verdicts: &mut Verdicts) -> bool {
    offer.urgent_when.as_ref().is_some_and(|when| verdicts.verdict(when) == Verdict::Met)
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
            .filter(|found| wanted(found) && is_urgent(catalogue.offer(found.offer), verdicts))
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

/// Whether an offer helps with one of these needs.
pub fn serves(offer: &Offer, needs: Chosen) -> bool {
    offer.needs.iter().any(|(need, _)| needs & (1 << need) != 0)
}

/// What counts alike for all offers: worked out once for these answers.
struct Case<'a> {
    catalogue: &'a Catalogue,
    answers: &'a Answers,
    chosen: Chosen,
    phase: Option<usize>,
    is_over: bool,
    /// The phases that belong to the farewell.
    farewell: [Option<usize>; 2],
    loads: Vec<(QuestionIndex, Chosen)>,
}

impl<'a> Case<'a> {
    fn of(catalogue: &'a Catalogue, answers: &'a Answers) -> Self {
        let phases = catalogue.questionnaire().get(catalogue.landmarks().phase);
        Self {
            catalogue,
            answers,
            chosen: chosen_needs(catalogue, answers),
            phase: answers.option(catalogue.landmarks().phase),
            is_over: is_over(catalogue, answers),
            farewell: ["last-phase", "after-death"].map(|id| phases.option(id)),
            loads: loads(catalogue, answers),
        }
    }

    /// The chosen needs an offer helps with.
    fn served(&self, offer: &Offer) -> Vec<NeedIndex> {
        let mut needs: Vec<(Reverse<u8>, NeedIndex)> = offer
            .needs
            .iter()
            .filter(|(need, _)| self.chosen & (1 << need) != 0)
            .map(|(need, strength)| (Reverse(*strength), *need))
            .collect();
        needs.sort_unstable();
        needs.into_iter().map(|(_, need)| need).collect()
    }

    fn points(&self, offer: &Offer, needs: &[NeedIndex], verdicts: &mut Verdicts) -> Points {
        let strengths = needs.iter().map(|need| strength(offer, *need)).sum::<i32>();
        let typical = match offer.typical_for.as_ref().map(|rule| verdicts.verdict(rule)) {
            Some(Verdict::Met) => TYPICAL,
            Some(Verdict::NotMet) => -TYPICAL,
            Some(Verdict::Unknown) | None => 0,
        };
        let is_unconfirmed = offer.confidence == Confidence::Unverified || offer.doubt.is_some();
        Points {
            needs: STRENGTH * strengths,
            phase: self.phase.map_or(0, |phase| self.phase_points(offer, phase)),
            load: LOAD * self.heaviest_load(offer),
            typical,
            meant: MEANT * meant_for(self.catalogue, offer).min(3),
            near: NEAR * nearness(self.catalogue, offer),
            doubt: if is_unconfirmed { UNCONFIRMED } else { 0 } + if offer.weak { WEAK } else { 0 },
            age: if matches!(offer.freshness, Freshness::Until(_)) { 0 } else { NOT_FRESH },
        }
    }

    /// An offer for other phases loses nothing, except over the line between caring and farewell.
    fn phase_points(&self, offer: &Offer, phase: usize) -> i32 {
        if offer.phases.contains(&phase) {
            PHASE
        } else if self.is_over || offer.phases.iter().all(|phase| self.farewell.contains(&Some(*phase))) {
            OTHER_TIME
        } else {
            0
        }
    }

    /// The weight of the heaviest thing that an offer eases. The heaviest, not the sum: loads are never added up.
    fn heaviest_load(&self, offer: &Offer) -> i32 {
        let weights = load_questions(&self.loads, offer).filter_map(|question| {
            let chosen = self.answers.option(question)?;
            self.catalogue.questionnaire().get(question).options.get(chosen).map(|option| i32::from(option.weight))
        });
        weights.max().unwrap_or(0)
    }
}

/// Whether the care recipient has died.
pub fn is_over(catalogue: &Catalogue, answers: &Answers) -> bool {
    let phase = catalogue.landmarks().phase;
    let chosen = answers.option(phase);
    chosen.is_some() && chosen == catalogue.questionnaire().get(phase).option("after-death")
}

/// By how many questions, beside those for places, an offer says whom it is for.
fn meant_for(catalogue: &Catalogue, offer: &Offer) -> i32 {
    let Landmarks { carer_place, recipient_place, .. } = catalogue.landmarks();
    let places = Questions::none().with(carer_place).with(recipient_place);
    offer.fits.questions().without(places).len() as i32
}

fn strength(offer: &Offer, need: NeedIndex) -> i32 {
    offer.needs.iter().find(|(other, _)| *other == need).map_or(0, |(_, strength)| i32::from(*strength))
}

/// The questions about what weighs on the caregiver, each with the needs that ease it; none when the caring is over.
pub fn loads(catalogue: &Catalogue, answers: &Answers) -> Vec<(QuestionIndex, Chosen)> {
    let is_over = is_over(catalogue, answers);
    let loads = catalogue.questionnaire().iter().filter(|(_, question)| !is_over && !question.eased_by.is_empty());
    loads.map(|(index, question)| (index, question.eased_by.iter().fold(0, |needs, need| needs | 1 << need))).collect()
}

/// Those of these questions that are about something this offer eases.
pub fn load_questions<'a>(
    loads: &'a [(QuestionIndex, Chosen)],
    offer: &'a Offer,
) -> impl Iterator<Item = QuestionIndex> + 'a {
    loads.iter().filter(|(_, needs)| serves(offer, *needs)).map(|(question, _)| *question)
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
        let helps = |one: &Match| {
            let points = STRENGTH * strength(catalogue.offer(one.offer), need) + one.points.beside_needs();
            (Reverse(points), one.offer)
        };
        let mut order: Vec<(Reverse<i32>, OfferIndex)> =
            found.iter().filter(|one| one.needs.contains(&need)).map(helps).collect();
        order.sort_unstable();
        for one in found.iter_mut().filter(|one| one.needs.contains(&need)) {
            let place = order.binary_search(&helps(one)).map_or(order.len(), |place| place + 1);
            one.round = if one.round == 0 { place } else { one.round.min(place) };
        }
    }
    found.sort_unstable_by_key(|one| (one.needs.is_empty(), one.round, Reverse(one.points.total()), one.offer));
}
