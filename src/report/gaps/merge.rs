//! Many gaps to few sentences, none of which says more than was found.

use super::Gap;

/// Joins gaps that differ in the options of one question alone, and then those that differ in their needs alone.
pub(super) fn merge(gaps: Vec<Gap>) -> Vec<Gap> {
    let by_options = join(gaps, |one, other| {
        let differs = one.who.iter().zip(&other.who).filter(|(left, right)| left != right).count();
        let same_questions = one.who.len() == other.who.len()
            && one.who.iter().zip(&other.who).all(|((left, _), (right, _))| left == right);
        one.level == other.level && one.needs == other.needs && same_questions && differs <= 1
    });
    join(by_options, |one, other| one.level == other.level && one.who == other.who)
}

/// Takes each gap into the first that it is alike, until none is left that can be.
fn join(mut gaps: Vec<Gap>, alike: impl Fn(&Gap, &Gap) -> bool) -> Vec<Gap> {
    loop {
        let before = gaps.len();
        let mut joined: Vec<Gap> = Vec::with_capacity(before);
        for gap in gaps {
            match joined.iter_mut().find(|other| alike(other, &gap)) {
                Some(other) => absorb(other, gap),
                None => joined.push(gap),
            }
        }
        gaps = joined;
        if gaps.len() == before {
            return gaps;
        }
    }
}

fn absorb(gap: &mut Gap, other: Gap) {
    gap.needs.extend(other.needs);
    gap.needs.sort_unstable();
    gap.needs.dedup();
    for ((_, options), (_, more)) in gap.who.iter_mut().zip(other.who) {
        options.extend(more);
        options.sort_unstable();
        options.dedup();
    }
}
