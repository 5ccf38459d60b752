//! Many gaps to few sentences, none of which says more than was found.

use super::{Gap, Level};

/// Joins gaps that differ in the options of one question alone, and those that differ in their needs alone; for each
/// level in the order that leaves fewer sentences.
pub(super) fn merge(gaps: Vec<Gap>) -> Vec<Gap> {
    let mut merged = Vec::new();
    for level in Level::ALL {
        let of_level: Vec<Gap> = gaps.iter().filter(|gap| gap.level == level).cloned().collect();
        let options_first = join(join(of_level.clone(), differ_in_options), differ_in_needs);
        let needs_first = join(join(of_level, differ_in_needs), differ_in_options);
        merged.extend(if needs_first.len() < options_first.len() { needs_first } else { options_first });
    }
    merged
}

fn differ_in_options(one: &Gap, other: &Gap) -> bool {
    let pairs = || one.who.iter().zip(&other.who);
    let same_questions = one.who.len() == other.who.len() && pairs().all(|((left, _), (right, _))| left == right);
    let differs = pairs().filter(|(left, right)| left != right).count();
    one.needs == other.needs && same_questions && differs <= 1
}

fn differ_in_needs(one: &Gap, other: &Gap) -> bool {
    one.who == other.who
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
