//! Laws of a visit: whatever a caregiver does, in any order, there is a screen, and what they were promised on it holds.

use super::{
    catalogues::{Made, all, real},
    people::{Case, answers, partly},
    random::Random,
};
use mantelwijzer::{
    answers::{Answer, Answers, saved},
    balance::{Weight, balance, is_heavy},
    catalogue::{OfferIndex, OfferKind},
    date::Date,
    document::Block,
    eligibility::Verdict,
    interview::{Action, Position},
    language::Language,
    matching::match_offers,
    plan,
    questionnaire::Kind,
    screen::{Body, Input, Moment, Screen, screen},
    search::Search,
    sheet,
    steps::first_steps,
    visit::{Deed, News, Spot, Visit},
    wording::Wording,
};
use std::collections::BTreeMap;

pub fn dutch() -> Wording {
    let words: BTreeMap<String, String> =
        serde_json::from_str(include_str!("../../src/wording/nl.json")).expect("texts");
    Wording::new(Language::Nl, |name| words.get(name).cloned()).0
}

/// A Monday morning.
fn moment() -> Moment {
    Moment { today: Date::parse("2026-11-23").expect("a day"), weekday: 0, minutes: 10 * 60 }
}

pub fn shown(made: &Made, wording: &Wording, visit: &Visit) -> Screen {
    screen(&made.catalogue, wording, visit, moment())
}

fn with(made: &Made, answers: Answers) -> Visit {
    let opened = saved::Opened { answers, plan: plan::Plan::default(), left_out: 0 };
    Visit::new(Answers::default()).after(&made.catalogue, &Deed::Open(opened))
}

fn any_offer(made: &Made, random: &mut Random) -> OfferIndex {
    let offers: Vec<OfferIndex> = made.catalogue.offers().map(|(offer, _)| offer).collect();
    *random.pick(&offers)
}

/// Any button, in any order: also those that are not on the screen.
fn any_deed(made: &Made, random: &mut Random, screen: &Screen) -> Deed {
    if let (Body::Question(question), true) = (&screen.body, random.chance(60)) {
        let row = random.pick(&question.rows);
        return Deed::Did(match &row.input {
            Input::One(choices) | Input::Many(choices) if random.chance(60) => random.pick(choices).pick.clone(),
            _ => random.pick(&[Action::Next, Action::Decline, Action::Back]).clone(),
        });
    }
    let questions: Vec<_> = made.catalogue.questionnaire().iter().map(|(index, _)| index).collect();
    let offer = any_offer(made, random);
    let spots = [
        Spot::Recognition,
        Spot::Browse,
        Spot::Offer(offer),
        Spot::Plan,
        Spot::Sheet(random.below(6)),
        Spot::Journey,
        Spot::Respite,
    ];
    let line = (random.below(5), sheet::Key::Own(random.below(6)));
    let deeds = [
        Deed::Did(Action::Start),
        Deed::Did(Action::Ask(*random.pick(&questions))),
        Deed::Did(Action::Review),
        Deed::Did(Action::Results),
        Deed::Did(Action::Clear(*random.pick(&questions))),
        Deed::Did(Action::Back),
        Deed::Did(Action::Next),
        Deed::Go(*random.pick(&spots)),
        Deed::Leave,
        Deed::Leave,
        Deed::Typed("gent".to_owned()),
        Deed::Recognise(random.below(4), random.chance(50)),
        Deed::Search(Search { text: "opvang".to_owned(), ..Search::default() }),
        Deed::Plan(plan::Change::Put(offer)),
        Deed::Plan(plan::Change::Done(offer, true)),
        Deed::Plan(plan::Change::Remove(offer)),
        Deed::Sheet(sheet::Change::Say(line, "Zelf gezegd.".to_owned())),
        Deed::Sheet(sheet::Change::Include(line, random.chance(50))),
        Deed::RemindOn("morgen".to_owned()),
        Deed::Tell(News::Copied),
        if random.chance(10) { Deed::Wipe } else { Deed::Leave },
        if random.chance(10) { Deed::Restart } else { Deed::Leave },
    ];
    random.pick(&deeds).clone()
}

#[test]
fn whatever_one_does_there_is_a_screen_and_a_way_back() {
    let wording = dutch();
    for made in all() {
        for seed in 0..3 {
            let mut random = Random::new(seed);
            let mut visit = Visit::new(Answers::default());
            for _ in 0..40 {
                let screen = shown(&made, &wording, &visit);
                let deed = any_deed(&made, &mut random, &screen);
                visit = visit.after(&made.catalogue, &deed);
            }
            for _ in 0..60 {
                visit = visit.after(&made.catalogue, &Deed::Leave);
            }
            assert_eq!(visit.spot(), Spot::Interview, "{} {seed}", made.name);
            for _ in 0..60 {
                visit = visit.after(&made.catalogue, &Deed::Did(Action::Back));
            }
            assert_eq!(*visit.interview().position(), Position::Intro, "{} {seed}", made.name);
            let wiped = visit.clone().after(&made.catalogue, &Deed::Wipe);
            assert!(wiped.interview().answers().is_empty() && wiped.plan().is_empty());
            assert_eq!(wiped.search(), &Search::default());
        }
    }
}

#[test]
fn what_is_done_beside_the_interview_leaves_it_where_it_was() {
    let made = real();
    let wording = dutch();
    for seed in 0..20 {
        let mut random = Random::new(seed);
        let told = answers(&made, &partly(&made, &mut random));
        let visit = Visit::new(Answers::default()).after(&made.catalogue, &Deed::Did(Action::Start));
        let offer = any_offer(&made, &mut random);
        let beside = [Deed::Go(Spot::Browse), Deed::Go(Spot::Offer(offer)), Deed::Leave, Deed::Go(Spot::Plan)];
        let there = beside.into_iter().fold(visit.clone(), |visit, deed| visit.after(&made.catalogue, &deed));
        let back =
            [Deed::Leave, Deed::Leave].into_iter().fold(there, |visit, deed| visit.after(&made.catalogue, &deed));
        assert_eq!(back.interview(), visit.interview());
        // A question that decides about an offer leads back to that offer.
        let full = with(&made, told).after(&made.catalogue, &Deed::Go(Spot::Offer(offer)));
        if let Body::Offer(card) = shown(&made, &wording, &full).body
            && let Some((question, ..)) = card.hinges.iter().find_map(|hinge| hinge.ask.clone())
        {
            let asked = full.clone().after(&made.catalogue, &Deed::Did(Action::Ask(question)));
            assert_eq!(asked.spot(), Spot::Interview);
            assert_eq!(asked.clone().after(&made.catalogue, &Deed::Did(Action::Decline)).spot(), Spot::Offer(offer));
            assert_eq!(asked.after(&made.catalogue, &Deed::Did(Action::Back)).spot(), Spot::Offer(offer));
        }
    }
}

#[test]
fn opened_answers_give_the_results_they_were_saved_with() {
    let made = real();
    let wording = dutch();
    for seed in 0..40 {
        let told = partly(&made, &mut Random::new(seed));
        let _case = Case::new(&made, seed, &told);
        let visit = with(&made, answers(&made, &told));
        let used = visit.interview().used(&made.catalogue);
        let again = saved::read(&made.catalogue, &saved::write(&made.catalogue, &used, visit.plan())).expect("answers");
        let again = visit.clone().after(&made.catalogue, &Deed::Open(again));
        assert_eq!(shown(&made, &wording, &again).body, shown(&made, &wording, &visit).body);
    }
}

#[test]
fn first_steps_certainly_fit_serve_a_need_and_come_once() {
    let made = real();
    let forms = [OfferKind::Allowance, OfferKind::Leave, OfferKind::Right, OfferKind::Aid, OfferKind::Housing];
    for seed in 0..80 {
        let told = partly(&made, &mut Random::new(seed));
        let _case = Case::new(&made, seed, &told);
        let given = answers(&made, &told);
        let ranking = match_offers(&made.catalogue, &given);
        for is_heavy in [false, true] {
            let steps = first_steps(&made.catalogue, &ranking, is_heavy);
            let all: Vec<OfferIndex> =
                [&steps.week, &steps.month, &steps.later].into_iter().flatten().copied().collect();
            for (place, offer) in all.iter().enumerate() {
                assert!(!all.iter().take(place).any(|other| other == offer), "a step comes twice");
                let found = ranking.shown().find(|found| found.offer == *offer).expect("it may fit");
                // Before all else what is urgent; under a heavy load someone who listens, asked for or not.
                let listens = is_heavy && made.catalogue.offer(*offer).line.is_some();
                let comes_first = place == 0 && (ranking.urgent.first() == Some(offer) || listens);
                let fits = found.verdict == Verdict::Met && found.points.suits() && !found.needs.is_empty();
                assert!(comes_first || fits, "{}", made.catalogue.offer(*offer).id);
            }
            let kinds =
                |steps: &[OfferIndex]| steps.iter().map(|offer| made.catalogue.offer(*offer).kind).collect::<Vec<_>>();
            assert!(!kinds(&steps.week).iter().any(|kind| forms.contains(kind)), "no forms in the first week");
            if is_heavy {
                assert!(!kinds(&steps.week).contains(&OfferKind::Advice), "relief only");
            }
        }
    }
}

#[test]
fn a_sheet_holds_what_was_told_and_chosen_and_nothing_else() {
    let made = real();
    let wording = dutch();
    for seed in 0..40 {
        let told = partly(&made, &mut Random::new(seed));
        let _case = Case::new(&made, seed, &told);
        for number in 0..made.catalogue.guide().sheets.len() {
            let mut visit = with(&made, answers(&made, &told)).after(&made.catalogue, &Deed::Go(Spot::Sheet(number)));
            let Body::Sheet(sheet) = shown(&made, &wording, &visit).body else { panic!("no sheet") };
            let Some(line) = sheet.sections.iter().flat_map(|section| &section.lines).next().cloned() else { continue };
            assert!(sheet.document.to_text().contains(&line.words), "what is on the sheet is taken along");
            visit =
                visit.after(&made.catalogue, &Deed::Sheet(sheet::Change::Say(line.line, "Zelf gezegd.".to_owned())));
            let Body::Sheet(sheet) = shown(&made, &wording, &visit).body else { panic!("no sheet") };
            assert!(sheet.document.to_text().contains("Zelf gezegd."));
            visit = visit.after(&made.catalogue, &Deed::Sheet(sheet::Change::Include(line.line, false)));
            let Body::Sheet(sheet) = shown(&made, &wording, &visit).body else { panic!("no sheet") };
            assert!(!sheet.document.to_text().contains("Zelf gezegd."));
            let is_empty = |block: &Block| matches!(block, Block::List(lines) if lines.is_empty());
            assert!(!sheet.document.blocks.iter().any(is_empty));
        }
    }
}

#[test]
fn the_picture_says_what_was_said_and_never_more() {
    let made = real();
    let questionnaire = made.catalogue.questionnaire();
    let load: Vec<_> = questionnaire.iter().filter(|(_, question)| question.group.as_deref() == Some("load")).collect();
    assert_eq!(load.len(), 7);
    for (index, question) in &load {
        assert_eq!(question.kind, Kind::Single);
        for (option, expected) in [("none", 0), ("some", 1), ("a-lot", 2)] {
            let mut given = Answers::default();
            given.give(&made.catalogue, *index, Answer::Option(question.option(option).expect("an option")));
            let wanted = match (question.carries, expected) {
                (true, 2) => Weight::Carries,
                (true, 0) | (false, 2) => Weight::Heavy,
                (false, 0) => Weight::Light,
                _ => Weight::Weighs,
            };
            assert_eq!(balance(&made.catalogue, &given), [(*index, wanted)]);
            assert!(!is_heavy(&made.catalogue, &given), "one thing alone is not a heavy load");
        }
    }
    let mut given = Answers::default();
    let keep_going = questionnaire.find("keep-going").expect("a question");
    let weeks = questionnaire.get(keep_going).option("weeks").expect("an option");
    given.give(&made.catalogue, keep_going, Answer::Option(weeks));
    assert!(is_heavy(&made.catalogue, &given));
    assert_eq!(balance(&made.catalogue, &given), []);
}

#[test]
fn lines_are_open_when_their_hours_say_so() {
    let made = real();
    let wording = dutch();
    let at_home = |id: &str| {
        let mut answers = Answers::default();
        let region = made.catalogue.regions().find(id).expect("a region");
        answers.give(&made.catalogue, made.catalogue.landmarks().carer_place, Answer::Place(region));
        with(&made, answers)
    };
    let homes = ["be-vlg", "nl"].map(at_home);
    let night = Moment { minutes: 3 * 60, ..moment() };
    let at = |moment: Moment| {
        let themes = homes.iter().flat_map(|visit| screen(&made.catalogue, &wording, visit, moment).talk);
        themes.flat_map(|theme| theme.lines).map(|line| (line.card.id.clone(), line)).collect::<BTreeMap<_, _>>()
    };
    let (day, night) = (at(moment()), at(night));
    let always = &night["vl-tele-onthaal"];
    assert_eq!((always.is_open, always.hours.as_str()), (Some(true), "dag en nacht"));
    let closes = day.values().filter(|line| line.is_open == Some(true) && line.hours != "dag en nacht");
    let closes: Vec<_> = closes.collect();
    assert!(!closes.is_empty(), "some line has office hours");
    for line in closes {
        assert_ne!(night.get(&line.card.id).map(|line| line.is_open), Some(Some(true)), "{}", line.card.id);
    }
}

#[test]
fn who_is_in_danger_finds_a_number_before_the_first_question() {
    let made = real();
    let wording = dutch();
    let lines = |visit: &Visit| -> Vec<String> {
        let themes = screen(&made.catalogue, &wording, visit, moment()).talk;
        themes.into_iter().flat_map(|theme| theme.lines).map(|line| line.card.id).collect()
    };
    let at_home = |id: &str| {
        let mut answers = Answers::default();
        let region = made.catalogue.regions().find(id).expect("a region");
        answers.give(&made.catalogue, made.catalogue.landmarks().carer_place, Answer::Place(region));
        lines(&with(&made, answers))
    };
    let told_nothing = lines(&Visit::new(Answers::default()));
    for line in ["vl-1712", "nl-veilig-thuis", "vl-zelfmoordlijn-1813", "nl-113"] {
        assert!(told_nothing.iter().any(|id| id == line), "{line}: {told_nothing:?}");
    }
    let hasselt = at_home("be-nis-71072");
    assert!(hasselt.contains(&"vl-1712".to_owned()) && !hasselt.contains(&"nl-veilig-thuis".to_owned()), "{hasselt:?}");
    let zwolle = at_home("nl-ov");
    assert!(zwolle.contains(&"nl-veilig-thuis".to_owned()) && !zwolle.contains(&"vl-1712".to_owned()), "{zwolle:?}");
}

#[test]
fn a_place_that_was_typed_and_not_chosen_is_not_lost() {
    let made = real();
    let place = made.catalogue.landmarks().carer_place;
    let asked = Visit::new(Answers::default()).after(&made.catalogue, &Deed::Did(Action::Start));
    let typed = |text: &str| {
        let visit = asked.clone().after(&made.catalogue, &Deed::Typed(text.to_owned()));
        visit.after(&made.catalogue, &Deed::Did(Action::Next))
    };
    let hasselt = typed("hasselt");
    assert_eq!(
        hasselt.interview().answers().get(place),
        made.catalogue.regions().find("be-nis-71072").map(Answer::Place)
    );
    assert_ne!(hasselt.interview().position(), asked.interview().position());
    for unclear in ["sint", "qqqq"] {
        let visit = typed(unclear);
        assert_eq!(visit.interview().position(), asked.interview().position(), "{unclear} is still to choose");
        assert_eq!(visit.typed(), unclear);
    }
}

#[test]
fn two_taps_on_one_picture_of_a_screen_both_count() {
    let made = real();
    let wording = dutch();
    let ticked = |id: &str, taps: &[&str]| {
        let question = made.catalogue.questionnaire().find(id).expect(id);
        let asked = Visit::new(Answers::default()).after(&made.catalogue, &Deed::Did(Action::Ask(question)));
        let Body::Question(screen) = shown(&made, &wording, &asked).body else { panic!("{id} is not asked") };
        let Input::Many(choices) = &screen.rows[0].input else { panic!("{id} has one answer") };
        let pick = |tap: &&str| choices.iter().find(|choice| choice.id == *tap).expect("an option").pick.clone();
        let after = taps.iter().map(pick).fold(asked, |visit, pick| visit.after(&made.catalogue, &Deed::Did(pick)));
        let Body::Question(screen) = shown(&made, &wording, &after).body else { panic!("{id} is not asked") };
        let Input::Many(choices) = &screen.rows[0].input else { panic!("{id} has one answer") };
        choices.iter().filter(|choice| choice.is_chosen).map(|choice| choice.id.clone()).collect::<Vec<_>>()
    };
    assert_eq!(ticked("situation", &["mental-health", "addiction"]), ["mental-health", "addiction"]);
    assert_eq!(ticked("situation", &["addiction", "mental-health", "addiction"]), ["mental-health"]);
    assert_eq!(ticked("worries", &["own-suicidal-thoughts", "none"]), ["none"], "'none of these' excludes the others");
    assert_eq!(ticked("worries", &["none", "own-suicidal-thoughts"]), ["own-suicidal-thoughts"]);
    assert_eq!(ticked("worries", &["none", "none"]), Vec::<String>::new());
}
