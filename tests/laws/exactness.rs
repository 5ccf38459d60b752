//! Verdicts and `depends_on` against trying every completion.

use super::{
    catalogues::{Made, offer, parsed, random_area_and_days, tiny, tiny_places, tiny_questions, whole_rule},
    people::{Told, answers, partly, shown},
    random::Random,
    reference::named,
    rules::any_rule,
};
use mantelwijzer::{catalogue::OfferIndex, eligibility::Verdict};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// More completions than this take too long to try one by one.
const MOST_COMPLETIONS: usize = 3_000;

#[test]
fn random_rules_are_judged_as_by_trying_every_completion() {
    let mut cases = 0;
    let mut verdicts: BTreeMap<(Verdict, usize), usize> = BTreeMap::new();
    for seed in 0..40 {
        let mut random = Random::new(seed);
        let made = random_rules(&mut random, &format!("seed {seed}"), 125);
        for (index, _) in made.catalogue.offers() {
            for _ in 0..5 {
                let told = partly(&made, &mut random);
                let (verdict, depends_on) = check(&made, index, &told);
                *verdicts.entry((verdict, depends_on.len())).or_default() += 1;
                cases += 1;
            }
        }
    }
    println!("{cases} cases; by verdict and number of questions it depends on: {verdicts:?}");
    assert!(cases >= 20_000, "{cases} cases");
    for verdict in [Verdict::Met, Verdict::NotMet, Verdict::Unknown] {
        let of_this =
            verdicts.iter().filter(|((other, _), _)| *other == verdict).map(|(_, count)| count).sum::<usize>();
        assert!(of_this * 8 > cases, "only {of_this} of {cases} cases are {verdict:?}");
    }
}

#[test]
fn judged_together_or_each_by_itself_rules_say_the_same() {
    let mut unknown = 0;
    for seed in 0..40 {
        let mut random = Random::new(seed);
        let made = random_rules(&mut random, &format!("seed {seed}"), 125);
        let offers: Vec<_> = made.catalogue.offers().map(|(_, offer)| offer).collect();
        for _ in 0..5 {
            let told = partly(&made, &mut random);
            let answers = answers(&made, &told);
            let (mut forward, mut back) = (made.catalogue.verdicts(&answers), made.catalogue.verdicts(&answers));
            let backward = offers.iter().rev().map(|offer| back.evaluate(offer.fits.root())).collect::<Vec<_>>();
            for (offer, other) in offers.iter().zip(backward.into_iter().rev()) {
                let alone = offer.fits.evaluate(&answers);
                let together = forward.evaluate(offer.fits.root());
                assert_eq!([together, other], [alone; 2], "{}, offer {}\n{}", made.name, offer.id, shown(&told));
                assert_eq!(offer.fits.verdict(&answers), alone.verdict, "{}, offer {}", made.name, offer.id);
                unknown += usize::from(alone.verdict == Verdict::Unknown);
            }
        }
    }
    assert!(unknown > 3_000, "{unknown} unknown");
}

/// Offers with rules of which all completions can be tried.
fn random_rules(random: &mut Random, name: &str, count: usize) -> Made {
    let (questions, regions) = (parsed(tiny_questions()), parsed(tiny_places()));
    let mut offers = Vec::new();
    while offers.len() < count {
        let rule = any_rule(random, &questions, &regions, "");
        let completions = |question: &String| match question.as_str() {
            "needs" => 16,
            "carer-place" | "recipient-place" | "worries" => 8,
            "age" => 10,
            "weeks" => 9,
            _ => 3,
        };
        let mut made = offer(&format!("o{}", offers.len()), &rule);
        if random.chance(25) {
            random_area_and_days(random, &mut made);
        }
        let whole = whole_rule(&parsed(made.clone()));
        if named(&whole).iter().map(completions).product::<usize>() <= MOST_COMPLETIONS {
            offers.push(made);
        }
    }
    tiny(name.to_owned(), &offers)
}

fn check(made: &Made, index: OfferIndex, told: &Told) -> (Verdict, BTreeSet<String>) {
    let id = made.catalogue.offer(index).id.as_str();
    let raw = made.raw_offers().find(|offer| offer.id == id).expect("the raw offer");
    let found = made.catalogue.offer(index).fits.evaluate(&answers(made, told));
    let name = |question| made.catalogue.questionnaire().get(question).id.to_string();
    let found = (found.verdict, found.depends_on.iter().map(name).collect());
    let wanted = made.reference().judge(&whole_rule(raw), told);
    let rule = || serde_json::to_string(&whole_rule(raw)).expect("JSON");
    assert_eq!(found, wanted, "{}, offer {id}\nrule {}\n{}", made.name, rule(), shown(told));
    found
}

fn by_name(rule: Value, told: Value, verdict: Verdict, depends_on: &[&str]) {
    let made = tiny("by name".to_owned(), &[offer("o", &rule)]);
    let told: Told = parsed(told);
    let index = made.catalogue.find_offer("o").expect("the offer");
    let found = check(&made, index, &told);
    assert_eq!(found, (verdict, depends_on.iter().map(|id| (*id).to_owned()).collect()), "{rule}\n{}", shown(&told));
}

fn is(question: &str, option: &str) -> Value {
    json!({"is": {"question": question, "option": option}})
}

#[test]
fn what_holds_either_way_is_met_without_asking() {
    let a = is("phase", "start");
    by_name(json!({"any": [a, {"not": a}]}), json!({}), Verdict::Met, &[]);
    by_name(json!({"all": [a, {"not": a}]}), json!({}), Verdict::NotMet, &[]);
    let each = ["start", "middle", "end"].map(|phase| is("phase", phase));
    by_name(json!({"any": each}), json!({"phase": null}), Verdict::Met, &[]);
    by_name(json!({"any": [is("phase", "start"), is("phase", "end")]}), json!({}), Verdict::Unknown, &["phase"]);
}

#[test]
fn a_question_that_cancels_out_is_not_named() {
    let (a, b) = (is("phase", "start"), is("worries", "fire"));
    let rule = json!({"any": [{"all": [a, b]}, {"all": [a, {"not": b}]}]});
    by_name(rule.clone(), json!({}), Verdict::Unknown, &["phase"]);
    by_name(rule.clone(), json!({"phase": "start"}), Verdict::Met, &[]);
    by_name(rule, json!({"worries": ["fire"]}), Verdict::Unknown, &["phase"]);
    let differ = json!({"any": [{"all": [a, {"not": b}]}, {"all": [{"not": a}, b]}]});
    by_name(differ, json!({}), Verdict::Unknown, &["phase", "worries"]);
}

#[test]
fn nested_negations_are_unfolded() {
    let (a, b) = (is("phase", "start"), is("strain", "heavy"));
    by_name(json!({"not": {"not": {"not": a}}}), json!({"phase": "end"}), Verdict::Met, &[]);
    let rule = json!({"not": {"any": [{"not": a}, {"not": {"any": [b, {"not": b}]}}]}});
    by_name(rule, json!({}), Verdict::Unknown, &["phase"]);
}

#[test]
fn a_bucket_that_straddles_a_threshold_is_unknown() {
    let from = |number: u32| json!({"at-least": {"question": "age", "number": number}});
    by_name(from(5), json!({"age": "4-to-10"}), Verdict::Unknown, &["age"]);
    by_name(from(4), json!({"age": "4-to-10"}), Verdict::Met, &[]);
    by_name(from(5), json!({"age": "3-to-4"}), Verdict::NotMet, &[]);
    by_name(from(0), json!({}), Verdict::Met, &[]);
    by_name(from(10), json!({}), Verdict::NotMet, &[]);
    let below = json!({"below": {"question": "age", "number": 7}});
    by_name(json!({"any": [from(5), below]}), json!({"age": "4-to-10"}), Verdict::Met, &[]);
    by_name(json!({"all": [from(7), below]}), json!({}), Verdict::NotMet, &[]);
    let and = json!({"all": [from(5), is("phase", "end")]});
    by_name(and.clone(), json!({"age": "4-to-10"}), Verdict::Unknown, &["age", "phase"]);
    by_name(and, json!({"age": "4-to-10", "phase": "start"}), Verdict::NotMet, &[]);
}

#[test]
fn a_province_is_unknown_where_a_municipality_is_required() {
    let within = |regions: &[&str]| json!({"place-in": {"question": "carer-place", "regions": regions}});
    by_name(within(&["t1"]), json!({"carer-place": "aa-n-p"}), Verdict::Unknown, &["carer-place"]);
    by_name(within(&["t1", "t2"]), json!({"carer-place": "aa-n-p"}), Verdict::Met, &[]);
    by_name(within(&["aa-n"]), json!({"carer-place": "t1"}), Verdict::Met, &[]);
    by_name(within(&["aa-s"]), json!({"carer-place": "aa-n"}), Verdict::NotMet, &[]);
    by_name(within(&["aa", "bb"]), json!({}), Verdict::Met, &[]);
    by_name(within(&["aa-n", "aa-s"]), json!({"carer-place": "aa"}), Verdict::Met, &[]);
    by_name(json!({"not": within(&["t8"])}), json!({"carer-place": "bb"}), Verdict::Unknown, &["carer-place"]);
}

#[test]
fn none_of_these_excludes_the_others() {
    let all = |options: &[&str]| json!({"all-of": {"question": "worries", "options": options}});
    let any = |options: &[&str]| json!({"any-of": {"question": "worries", "options": options}});
    by_name(any(&["fire", "water", "wind", "none"]), json!({}), Verdict::Met, &[]);
    by_name(all(&["fire", "none"]), json!({}), Verdict::NotMet, &[]);
    by_name(any(&["none"]), json!({"worries": []}), Verdict::Met, &[]);
    by_name(any(&["fire"]), json!({"worries": ["none"]}), Verdict::NotMet, &[]);
    by_name(all(&["fire", "wind"]), json!({"worries": ["fire"]}), Verdict::NotMet, &[]);
    by_name(all(&[]), json!({}), Verdict::Met, &[]);
    by_name(any(&[]), json!({}), Verdict::NotMet, &[]);
    let needs = json!({"any-of": {"question": "needs", "options": ["money", "rest", "talk", "move"]}});
    by_name(needs, json!({}), Verdict::Unknown, &["needs"]);
}

#[test]
fn days_are_settled_on_the_day_itself() {
    by_name(json!({"today": {"from": "2026-11-22", "until": "2026-11-22"}}), json!({}), Verdict::Met, &[]);
    by_name(json!({"today": {"until": "2026-11-21"}}), json!({}), Verdict::NotMet, &[]);
    by_name(
        json!({"any": [{"today": {"from": "2026-11-23"}}, is("phase", "end")]}),
        json!({}),
        Verdict::Unknown,
        &["phase"],
    );
}
