//! Laws of the interview, and the interview against the full one.

use super::{
    catalogues::{Made, all, random_catalogue, real},
    people::{Case, Told, answers, fully, partly},
    random::Random,
};
use mantelwijzer::{
    answers::{Answer, Answers},
    interview::{Action, Interview, Position, Step, next_step, open_questions, replay},
    matching::{Match, match_offers},
    questionnaire::QuestionIndex,
};
use std::{collections::BTreeMap, fmt::Write};

/// Plays the interview to its end: each question is answered from what is told, and declined when it isn't there.
fn play(made: &Made, told: &Answers) -> (Vec<Step>, Answers) {
    let mut asked = Vec::new();
    let mut given = Answers::default();
    while let Some(step) = next_step(&made.catalogue, &given) {
        let repeated = step.iter().find(|question| given.is_asked(**question));
        assert_eq!(repeated, None, "a question is asked twice");
        for question in &step {
            given.give(&made.catalogue, *question, told.get(*question).unwrap_or(Answer::Declined));
        }
        asked.push(step);
    }
    (asked, given)
}

#[test]
fn no_question_comes_twice_and_the_interview_ends() {
    for made in all() {
        for seed in 0..60 {
            let told = partly(&made, &mut Random::new(seed));
            let _case = Case::new(&made, seed, &told);
            let (asked, given) = play(&made, &answers(&made, &told));
            assert!(asked.len() <= made.catalogue.questionnaire().screens());
            assert_eq!(replay(&made.catalogue, &given), (asked, given), "replaying it gives the same");
        }
    }
}

#[test]
fn answering_and_clearing_equals_never_having_answered() {
    for made in all() {
        for seed in 0..60 {
            let mut random = Random::new(seed);
            let told = partly(&made, &mut random);
            let _case = Case::new(&made, seed, &told);
            let mut given: Vec<(QuestionIndex, Answer)> = answers(&made, &told).iter().collect();
            random.shuffle(&mut given);
            let Some(((cleared, answer), others)) = given.split_first() else { continue };
            let give = |interview: Interview, (question, answer): &(QuestionIndex, Answer)| {
                interview.apply(&made.catalogue, Action::Give(*question, *answer))
            };
            let start = Interview::new(Answers::default());
            let never = others.iter().fold(start.clone(), give);
            let early = others.iter().fold(give(start, &(*cleared, *answer)), give);
            for given in [early, give(never.clone(), &(*cleared, *answer))] {
                let after = given.apply(&made.catalogue, Action::Clear(*cleared));
                assert_eq!(after, never);
                assert_eq!(after.used(&made.catalogue), never.used(&made.catalogue));
                assert_eq!(after.steps(&made.catalogue), never.steps(&made.catalogue));
            }
        }
    }
}

#[test]
fn what_is_remembered_is_what_would_be_worked_out_anew() {
    for made in all() {
        for seed in 0..40 {
            let mut random = Random::new(seed);
            let told = fully(&made, &mut random);
            let _case = Case::new(&made, seed, &told);
            let mut given: Vec<(QuestionIndex, Answer)> = answers(&made, &told).iter().collect();
            random.shuffle(&mut given);
            let mut interview = Interview::new(Answers::default()).apply(&made.catalogue, Action::Start);
            for _ in 0..60 {
                let Some((question, answer)) = given.get(random.below(given.len().max(1))).copied() else { break };
                let action = match random.below(8) {
                    0..4 => Action::Next,
                    4 => Action::Give(question, answer),
                    5 => Action::Clear(question),
                    6 => Action::Back,
                    _ => Action::Decline,
                };
                if let Position::Asking(step) = interview.position().clone() {
                    let fitting = given.iter().filter(|(question, _)| step.contains(question) && random.chance(70));
                    let fitting: Vec<Action> =
                        fitting.map(|(question, answer)| Action::Give(*question, *answer)).collect();
                    interview = fitting.into_iter().fold(interview, |so_far, give| so_far.apply(&made.catalogue, give));
                }
                interview = interview.apply(&made.catalogue, action);
                let (steps, used) = replay(&made.catalogue, interview.answers());
                assert_eq!(interview.steps(&made.catalogue), steps);
                assert_eq!(interview.open(&made.catalogue, &used), open_questions(&made.catalogue, &used));
            }
        }
    }
}

#[test]
fn the_interview_finds_what_the_full_interview_finds_in_random_catalogues() {
    for seed in 0..25 {
        let made = random_catalogue(seed);
        for seed in 0..40 {
            let mut random = Random::new(seed);
            let told = if random.chance(50) { fully(&made, &mut random) } else { partly(&made, &mut random) };
            check(&made, seed, &told);
        }
    }
}

#[test]
fn the_interview_finds_what_the_full_interview_finds_for_a_thousand_caregivers_in_at_most_60_percent_of_the_screens() {
    let made = real();
    let questionnaire = made.catalogue.questionnaire();
    let mut asked: BTreeMap<&str, usize> = BTreeMap::new();
    let mut screens = 0;
    for seed in 0..1_000 {
        let told = fully(&made, &mut Random::new(seed));
        let steps = check(&made, seed, &told);
        screens += steps.len();
        for question in steps.iter().filter_map(|step| step.first()) {
            *asked.entry(questionnaire.get(*question).id.as_str()).or_default() += 1;
        }
    }
    let share = screens as f64 / (1_000 * questionnaire.screens()) as f64;
    let mean = screens as f64 / 1_000.0;
    let mut table = format!("{mean:.1} of {} screens on average: {:.1} %\n", questionnaire.screens(), share * 100.0);
    let mut asked: Vec<(&str, usize)> = asked.into_iter().collect();
    asked.sort_by_key(|(_, times)| std::cmp::Reverse(*times));
    for (question, times) in asked {
        writeln!(table, "{:6.1} %  {question}", times as f64 / 10.0).expect("room");
    }
    println!("{table}");
    assert!(share <= 0.6, "{table}");
}

/// Plays an interview and compares what it finds with what all answers together find.
fn check(made: &Made, seed: u64, told: &Told) -> Vec<Step> {
    let _case = Case::new(made, seed, told);
    let told_all = answers(made, told);
    let (steps, told_asked) = play(made, &told_all);
    let (asked, full) = (match_offers(&made.catalogue, &told_asked), match_offers(&made.catalogue, &told_all));
    let id = |offer| made.catalogue.offer(offer).id.to_string();
    let serving = |list: &[Match]| -> Vec<String> {
        list.iter().filter(|found| !found.needs.is_empty()).map(|found| id(found.offer)).collect()
    };
    let names = steps.iter().flatten().map(|question| made.catalogue.questionnaire().get(*question).id.as_str());
    let names = names.collect::<Vec<_>>().join(", ");
    assert_eq!(serving(&asked.matches), serving(&full.matches), "matches; asked {names}");
    assert_eq!(serving(&asked.undecided), serving(&full.undecided), "undecided; asked {names}");
    let urgent = |list: &[_]| list.iter().map(|offer| id(*offer)).collect::<Vec<_>>();
    assert_eq!(urgent(&asked.urgent), urgent(&full.urgent), "urgent; asked {names}");
    steps
}
