//! A way forward: of all that fits, what to do this week, what this month, and what is good to know.
//!
//! What takes one call or visit comes in the week; what takes a form or a decision comes in the month; the rest waits.
//! Under a heavy load the week is for relief alone: someone who listens, someone who takes over.

use crate::{
    catalogue::{Catalogue, NeedIndex, OfferIndex, OfferKind, Theme},
    matching::{Match, Ranking},
};

/// Steps in each of the three.
const MOST: usize = 3;

/// What to do, and when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Steps {
    /// One call or one visit.
    pub week: Vec<OfferIndex>,
    /// What takes a form or a decision.
    pub month: Vec<OfferIndex>,
    /// What can wait.
    pub later: Vec<OfferIndex>,
}

/// How soon a kind of help can begin.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pace {
    /// It gives relief, and takes a call.
    Relief,
    /// It takes a call.
    Call,
    /// It takes a form or a decision.
    Form,
    /// It can wait.
    Waits,
}

fn pace(kind: OfferKind) -> Pace {
    match kind {
        OfferKind::Helpline | OfferKind::Respite | OfferKind::PracticalHelp | OfferKind::PeerSupport => Pace::Relief,
        OfferKind::Advice | OfferKind::Platform => Pace::Call,
        OfferKind::Allowance | OfferKind::Leave | OfferKind::Right | OfferKind::Aid | OfferKind::Housing => Pace::Form,
        OfferKind::Training | OfferKind::Insurance => Pace::Waits,
    }
}

/// The first steps out of what certainly fits and serves a need, in rank order, each need once before any need twice.
pub fn first_steps(catalogue: &Catalogue, ranking: &Ranking, is_heavy: bool) -> Steps {
    // An offer that helps only a bit is no first step.
    let helps = |found: &Match| found.needs.helps_much();
    let is_wanted = |found: &&Match| helps(found) && found.points.suits();
    let wanted: Vec<&Match> = ranking.matches.iter().filter(is_wanted).collect();
    let of = |paces: &[Pace], taken: &[OfferIndex]| {
        let left: Vec<&Match> = wanted
            .iter()
            .copied()
            .filter(|found| paces.contains(&pace(catalogue.offer(found.offer).kind)) && !taken.contains(&found.offer))
            .collect();
        spread(&left)
    };
    let mut week = match is_heavy {
        true => of(&[Pace::Relief], &[]),
        false => of(&[Pace::Relief, Pace::Call], &[]),
    };
    // Before all else what is urgent; under a heavy load someone who listens.
    let first = ranking.urgent.first().copied().or_else(|| is_heavy.then(|| an_ear(catalogue, ranking)).flatten());
    if let Some(first) = first {
        week.retain(|step| *step != first);
        week.insert(0, first);
        week.truncate(MOST);
    }
    let month = of(&[Pace::Form], &week);
    let mut taken = week.clone();
    taken.extend(&month);
    let later = of(&[Pace::Relief, Pace::Call, Pace::Form, Pace::Waits], &taken);
    Steps { week, month, later }
}

/// Someone who listens, asked for or not.
fn an_ear(catalogue: &Catalogue, ranking: &Ranking) -> Option<OfferIndex> {
    let listens =
        |offer: OfferIndex| catalogue.offer(offer).line.as_ref().is_some_and(|line| line.theme == Theme::Listening);
    ranking.matches.iter().map(|found| found.offer).find(|offer| listens(*offer))
}

/// The first few, so that each need gets its turn.
fn spread(found: &[&Match]) -> Vec<OfferIndex> {
    let mut served: Vec<NeedIndex> = Vec::new();
    let mut steps = Vec::new();
    for is_second_turn in [false, true] {
        for one in found {
            let need = one.needs.first().unwrap_or(NeedIndex::MAX);
            if steps.len() < MOST && !steps.contains(&one.offer) && (is_second_turn || !served.contains(&need)) {
                served.push(need);
                steps.push(one.offer);
            }
        }
    }
    steps
}
