//! Laws of what an answer does to verdicts, and of the reasons given for them.

use super::{
    catalogues::{Made, all},
    people::{Case, Told, answers, more, partly},
    random::Random,
};
use mantelwijzer::{
    answers::{Answers, Known},
    catalogue::OfferIndex,
    eligibility::Verdict,
    explanation::{Explanation, explain},
    matching::match_offers,
};
use serde_json::Value;

/// Checks a law on every offer for people who told something, in the real catalogue and some random ones.
fn check(people: u64, law: impl Fn(&Made, OfferIndex, &Answers, &Answers)) {
    for made in all() {
        for seed in 0..people {
            let mut random = Random::new(seed);
            let told = partly(&made, &mut random);
            let further = more(&made, &mut random, &told);
            let _cases = [Case::new(&made, seed, &told), Case::new(&made, seed, &further)];
            let (told, further) = (answers(&made, &told), answers(&made, &further));
            made.catalogue.offers().for_each(|(offer, _)| law(&made, offer, &told, &further));
        }
    }
}

#[test]
fn answering_more_never_turns_met_into_not_met_or_back() {
    check(60, |made, index, told, more| {
        let offer = made.catalogue.offer(index);
        for rule in [Some(&offer.fits), offer.typical_for.as_ref(), offer.urgent_when.as_ref()].into_iter().flatten() {
            let (before, after) = (rule.evaluate(told), rule.evaluate(more));
            assert!(before.verdict == Verdict::Unknown || after == before, "{}: {before:?}, {after:?}", offer.id);
            let grown = after.depends_on.iter().find(|question| !before.depends_on.contains(*question));
            assert_eq!(grown, None, "{}: more answers make it depend on more", offer.id);
        }
    });
}

#[test]
fn declined_equals_unanswered_for_every_verdict_and_place() {
    for made in all() {
        for seed in 0..40 {
            let told = partly(&made, &mut Random::new(seed));
            let open: Told = told.clone().into_iter().filter(|(_, answer)| !answer.is_null()).collect();
            let every = made.questionnaire().questions.iter().map(|question| question.id.clone());
            let declined: Told = every.map(|id| (id, Value::Null)).chain(open.clone()).collect();
            let rank = |told| match_offers(&made.catalogue, &answers(&made, told));
            let _case = Case::new(&made, seed, &told);
            assert_eq!(rank(&open), rank(&told));
            assert_eq!(rank(&open), rank(&declined));
        }
    }
}

#[test]
fn reasons_are_given_answers_that_are_enough_and_each_needed() {
    check(40, |made, offer, told, _| {
        let id = &made.catalogue.offer(offer).id;
        let fits = &made.catalogue.offer(offer).fits;
        let verdict = fits.verdict(told);
        let reasons = match explain(&made.catalogue, told, offer) {
            Explanation::Fits(reasons) if verdict == Verdict::Met => reasons,
            Explanation::DoesNotFit(reasons) if verdict == Verdict::NotMet => reasons,
            Explanation::HangsOn(questions) if verdict == Verdict::Unknown => {
                assert_eq!(questions, fits.evaluate(told).depends_on.iter().collect::<Vec<_>>(), "{id}");
                assert!(!questions.is_empty(), "{id}");
                return;
            }
            other => panic!("{id}: {verdict:?} explained by {other:?}"),
        };
        assert!(reasons.iter().all(|question| told.known(*question) != Known::Nothing), "{id} cites what wasn't told");
        assert_eq!(fits.verdict(&told.only(|question| reasons.contains(&question))), verdict, "{id}: not enough");
        for left_out in &reasons {
            let rest = told.only(|question| question != *left_out && reasons.contains(&question));
            assert_eq!(fits.verdict(&rest), Verdict::Unknown, "{id}: {left_out:?} isn't needed");
        }
    });
}
