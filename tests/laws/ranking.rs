//! Laws of the ranking.

use super::{
    catalogues::{Made, all, whole_rule},
    people::{Case, Told, answers, options, partly, truth},
    random::Random,
};
use mantelwijzer::{
    catalogue::OfferIndex,
    matching::{Match, Ranking, match_offers},
};
use serde_json::{Value, json};
use std::cmp::Reverse;

/// Checks a law on people who told something, for the real catalogue and some random ones.
fn check(people: u64, law: impl Fn(&Made, &mut Random, &Told)) {
    for made in all() {
        for seed in 0..people {
            let mut random = Random::new(seed);
            let told = partly(&made, &mut random);
            let _case = Case::new(&made, seed, &told);
            law(&made, &mut random, &told);
        }
    }
}

fn rank(made: &Made, told: &Told) -> Ranking {
    match_offers(&made.catalogue, &answers(made, told))
}

fn id(made: &Made, offer: OfferIndex) -> &str {
    made.catalogue.offer(offer).id.as_str()
}

#[test]
fn another_order_of_files_and_offers_changes_nothing() {
    for made in all() {
        let mut random = Random::new(1);
        for shuffled in (0..4).map(|_| made.shuffled(&mut Random::new(random.below(1_000) as u64))).collect::<Vec<_>>()
        {
            for seed in 0..25 {
                let told = partly(&made, &mut Random::new(seed));
                let _case = Case::new(&shuffled, seed, &told);
                let (one, other) = (listed(&made, &rank(&made, &told)), listed(&shuffled, &rank(&shuffled, &told)));
                assert_eq!(one, other);
            }
        }
    }
}

/// A whole ranking, with ids for indices.
fn listed(made: &Made, ranking: &Ranking) -> Vec<String> {
    let line = |found: &Match| {
        let Match { offer, verdict, depends_on, needs, round, points } = found;
        format!("{} {verdict:?} {depends_on:?} {needs:?} {round} {points:?}", id(made, *offer))
    };
    let plain =
        |offers: &[OfferIndex]| offers.iter().map(|offer| id(made, *offer).to_owned()).collect::<Vec<_>>().join(" ");
    let lists = [&ranking.matches, &ranking.undecided].map(|list| list.iter().map(line).collect::<Vec<_>>().join("\n"));
    let [matches, undecided] = lists;
    vec![matches, undecided, plain(&ranking.excluded), plain(&ranking.urgent)]
}

#[test]
fn every_offer_stands_in_one_list_once_and_its_place_follows_from_round_points_and_id() {
    check(60, |made, _, told| {
        let ranking = rank(made, told);
        let mut seen: Vec<OfferIndex> =
            ranking.shown().map(|found| found.offer).chain(ranking.excluded.clone()).collect();
        seen.sort();
        assert!(seen.into_iter().eq(made.catalogue.offers().map(|(index, _)| index)));
        for list in [&ranking.matches, &ranking.undecided] {
            let key = |found: &Match| {
                (found.round == 0, found.round, Reverse(found.points.total()), id(made, found.offer).to_owned())
            };
            assert!(list.is_sorted_by(|a, b| key(a) < key(b)));
            assert!(list.iter().all(|found| (found.round == 0) == found.needs.is_empty()));
        }
        let shown = |offer: &OfferIndex| ranking.shown().any(|found| found.offer == *offer);
        assert!(ranking.urgent.iter().all(shown), "an urgent offer is one that fits or may fit");
    });
}

#[test]
fn what_is_true_of_someone_never_contradicts_the_lists() {
    check(40, |made, random, told| {
        let ranking = rank(made, told);
        let truth = truth(made, random, told);
        let raw = |offer: OfferIndex| made.raw_offers().find(|raw| raw.id == id(made, offer)).expect("the raw offer");
        let holds = |offer: OfferIndex| made.reference().holds(&whole_rule(raw(offer)), &truth);
        for found in &ranking.matches {
            assert!(holds(found.offer), "{} appears but isn't met by {truth:?}", id(made, found.offer));
        }
        for offer in &ranking.excluded {
            assert!(!holds(*offer), "{} is left out but met by {truth:?}", id(made, *offer));
        }
        for offer in &ranking.urgent {
            let when = raw(*offer).urgent_when.as_ref().expect("a moment");
            assert!(made.reference().holds(when, &truth), "{} isn't urgent for {truth:?}", id(made, *offer));
        }
    });
}

#[test]
fn adding_a_need_never_lowers_the_offers_for_that_need() {
    check(60, |made, random, told| {
        let needs = options(made, "needs");
        let added = random.below(needs.len());
        let mut before = told.clone();
        let chosen: Vec<&str> = random.some(&needs, 0, 4).into_iter().filter(|need| *need != needs[added]).collect();
        before.insert("needs".to_owned(), json!(chosen));
        let mut after = before.clone();
        after.insert("needs".to_owned(), json!([&chosen[..], &[needs[added]]].concat()));
        let (before, after) = (rank(made, &before), rank(made, &after));
        let serves = |found: &Match| made.catalogue.offer(found.offer).needs.iter().any(|(need, _)| *need == added);
        for (old, new) in [(&before.matches, &after.matches), (&before.undecided, &after.undecided)] {
            let place =
                |found: &Match| new.iter().position(|other| other.offer == found.offer).expect("the same verdict");
            for (at, found) in old.iter().enumerate().filter(|(_, found)| serves(found)) {
                let now = &new[place(found)];
                let told = || format!("{} with {} added to {chosen:?}", id(made, found.offer), needs[added]);
                assert!(now.points.total() >= found.points.total(), "{}: fewer points", told());
                assert!(now.round >= 1 && (found.round == 0 || now.round <= found.round), "{}: a later round", told());
                for other in old[at + 1..].iter().filter(|other| !serves(other)) {
                    assert!(place(other) > place(found), "{}: overtaken by {}", told(), id(made, other.offer));
                }
            }
        }
    });
}

#[test]
fn every_chosen_need_with_a_match_is_served_among_as_many_first_matches() {
    check(80, |made, random, told| {
        let mut told = told.clone();
        if random.chance(80) {
            told.insert("needs".to_owned(), json!(random.some(&options(made, "needs"), 1, 5)));
        }
        let ranking = rank(made, &told);
        let wanted: Vec<usize> = match told.get("needs") {
            Some(Value::Array(ids)) => {
                let all = options(made, "needs");
                all.iter().enumerate().filter(|(_, need)| ids.contains(&json!(need))).map(|(need, _)| need).collect()
            }
            _ => (0..made.catalogue.need_count()).collect(),
        };
        let serves = |found: &Match, need: usize| {
            made.catalogue.offer(found.offer).needs.iter().any(|(other, _)| *other == need)
        };
        let with_match: Vec<usize> =
            wanted.into_iter().filter(|need| ranking.matches.iter().any(|found| serves(found, *need))).collect();
        let first = &ranking.matches[..with_match.len().min(ranking.matches.len())];
        for need in &with_match {
            assert!(first.iter().any(|found| serves(found, *need)), "need {need} of {with_match:?} is not served");
        }
    });
}
