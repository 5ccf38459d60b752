//! Ten thousand random interviews: any deed, in any order, and after each of them all that a caregiver was promised.

use super::{
    catalogues::{Made, random_catalogue, real},
    people::{Case, answers, fully, partly},
    random::Random,
    visits::{dutch, shown},
};
use mantelwijzer::{
    answers::{Answer, Answers, saved},
    catalogue::OfferIndex,
    eligibility::Verdict,
    interview::{Action, Position},
    matching::match_offers,
    plan,
    questionnaire::{Kind, QuestionIndex},
    region::RegionIndex,
    screen::{Body, Card, Input, Screen},
    search::Search,
    sheet,
    visit::{Deed, News, Spot, Visit},
    wording::Wording,
};
use std::collections::BTreeSet;

/// How many deeds there are, and how many actions of an interview: [`kind`] knows them all.
const KINDS: usize = 24;

#[test]
fn nine_thousand_seven_hundred_walks_through_small_catalogues_keep_every_promise() {
    let small: Vec<Made> = (0..6).map(random_catalogue).collect();
    check(&small, 0..9_700);
}

#[test]
fn three_hundred_walks_through_the_real_catalogue_keep_every_promise() {
    check(&[real()], 0..300);
}

fn check(catalogues: &[Made], seeds: std::ops::Range<u64>) {
    let wording = dutch();
    let (mut seen, mut over) = (BTreeSet::new(), 0);
    for seed in seeds.clone() {
        let mut random = Random::new(seed);
        let made = random.pick(catalogues);
        let walk = Walk::new(made, &wording, &mut random);
        let deeds = walk.walked(seed, &mut random);
        over += usize::from(deeds.1);
        seen.extend(deeds.0);
    }
    assert_eq!(seen.len(), KINDS, "not every deed was done: {seen:?}");
    let all = (seeds.end - seeds.start) as usize;
    assert!(over * 5 > all, "only {over} of {all} interviews came to their end");
}

/// One walk: through which catalogue, by whom.
struct Walk<'a> {
    made: &'a Made,
    wording: &'a Wording,
    /// What the caregiver would answer to each question.
    truth: Answers,
    /// How often, of a hundred times, they do what the screen asks for.
    patience: usize,
    offers: Vec<OfferIndex>,
    regions: Vec<RegionIndex>,
    questions: Vec<QuestionIndex>,
}

impl<'a> Walk<'a> {
    fn new(made: &'a Made, wording: &'a Wording, random: &mut Random) -> Self {
        let told = if random.chance(50) { fully(made, random) } else { partly(made, random) };
        Self {
            made,
            wording,
            truth: answers(made, &told),
            patience: *random.pick(&[30, 60, 95]),
            offers: made.catalogue.offers().map(|(offer, _)| offer).collect(),
            regions: made.catalogue.regions().iter().map(|(region, _)| region).collect(),
            questions: made.catalogue.questionnaire().iter().map(|(index, _)| index).collect(),
        }
    }

    /// The kinds of deeds that were done, and whether the interview came to its end.
    fn walked(&self, seed: u64, random: &mut Random) -> (BTreeSet<usize>, bool) {
        let mut visit = Visit::new(Answers::default());
        let (mut seen, mut is_over) = (BTreeSet::new(), false);
        let mut case = Case(format!("{}, seed {seed}", self.made.name));
        let mut now = shown(self.made, self.wording, &visit);
        // One in four then does nothing but answer, to the end of the questions.
        let length = 8 + random.below(12);
        let end = length + if random.chance(25) { 80 } else { 0 };
        for turn in 0..end {
            let patience = if turn < length { self.patience } else { 100 };
            if turn >= length && is_over {
                break;
            }
            let deed = self.deed(patience, &visit, &now, random);
            case.0.push_str(&format!("\n{deed:?}"));
            let before = visit.clone();
            visit = visit.after(&self.made.catalogue, &deed);
            now = shown(self.made, self.wording, &visit);
            seen.insert(kind(&deed));
            self.has_a_heading_and_a_way_on(&visit, &now);
            self.shows_urgent_help(&visit, &now);
            self.asks_nothing_twice(&before, &deed, &visit, &now);
            self.forgets_when_asked(&deed, &visit, &now);
            is_over |= self.finds_what_all_answers_find(&visit, &now, random);
        }
        (seen, is_over)
    }

    /// What this caregiver does next: mostly what the screen asks for, else anything.
    fn deed(&self, patience: usize, visit: &Visit, now: &Screen, random: &mut Random) -> Deed {
        if !random.chance(patience) {
            return self.any_deed(visit, random);
        }
        let Body::Question(question) = &now.body else {
            return match visit.spot() {
                Spot::Interview => Deed::Did(Action::Start),
                _ => Deed::Leave,
            };
        };
        let used = visit.interview().used(&self.made.catalogue);
        let open = question.rows.iter().filter(|row| !used.is_asked(row.index));
        let open = open.filter_map(|row| Some((row, self.truth.get(row.index)?))).next();
        Deed::Did(match open {
            Some((row, answer)) => match (&row.input, answer) {
                (Input::Many(choices), Answer::Options(_)) if random.chance(30) => random.pick(choices).pick.clone(),
                _ => Action::Give(row.index, answer),
            },
            None if random.chance(80) => Action::Next,
            None => Action::Decline,
        })
    }

    fn any_deed(&self, visit: &Visit, random: &mut Random) -> Deed {
        let (offer, question) = (*random.pick(&self.offers), *random.pick(&self.questions));
        let line = (random.below(5), sheet::Key::Own(random.below(6)));
        let texts = ["gent", "", "t4", "  ", "opvang", "9000", "zzz", "\u{202e}é😀"];
        let text = (*random.pick(&texts)).to_owned();
        match random.below(28) {
            0 => Deed::Did(Action::Start),
            1 => Deed::Did(Action::Give(question, self.any_answer(question, random))),
            2 => self.tick(question, random),
            3 => Deed::Did(Action::Clear(question)),
            4 => Deed::Did(Action::Next),
            5 => Deed::Did(Action::Decline),
            6 | 7 => Deed::Did(Action::Back),
            8 => Deed::Did(Action::Ask(question)),
            9 => Deed::Did(Action::Review),
            10..=13 => Deed::Did(Action::Results),
            14 => Deed::Go(self.any_spot(offer, random)),
            15 => Deed::Leave,
            16 => Deed::Typed(text),
            17 => Deed::Recognise(random.below(4), random.chance(50)),
            18 => Deed::Search(self.any_search(text, random)),
            19 => Deed::SearchAnew,
            20 => Deed::Plan(plan::Change::Put(offer)),
            21 => Deed::Plan(match random.below(3) {
                0 => plan::Change::Done(offer, random.chance(50)),
                1 => plan::Change::Note(offer, text),
                _ => plan::Change::Remove(offer),
            }),
            22 => Deed::RemindOn((*random.pick(&["morgen", "2026-12-01", ""])).to_owned()),
            23 if random.chance(50) => Deed::Sheet(sheet::Change::Say(line, text)),
            23 => Deed::Sheet(sheet::Change::Include(line, random.chance(50))),
            24 => self.saved_and_opened(visit),
            25 => Deed::Tell(*random.pick(&[News::Copied, News::NotCopied, News::NotOpened, News::Opened(2)])),
            26 if random.chance(30) => Deed::Did(Action::Wipe),
            26 => Deed::Wipe,
            _ => Deed::Restart,
        }
    }

    /// A tick is only there where several answers may be chosen.
    fn tick(&self, question: QuestionIndex, random: &mut Random) -> Deed {
        let asked = self.made.catalogue.questionnaire().get(question);
        Deed::Did(match asked.kind {
            Kind::Multi => Action::Tick(question, random.below(asked.options.len())),
            Kind::Single | Kind::Range(_) | Kind::Place => Action::Next,
        })
    }

    fn any_answer(&self, question: QuestionIndex, random: &mut Random) -> Answer {
        let asked = self.made.catalogue.questionnaire().get(question);
        match asked.kind {
            Kind::Single | Kind::Range(_) => Answer::Option(random.below(asked.options.len())),
            Kind::Multi => Answer::Options(1 << random.below(asked.options.len())),
            Kind::Place => Answer::Place(*random.pick(&self.regions)),
        }
    }

    fn any_spot(&self, offer: OfferIndex, random: &mut Random) -> Spot {
        let beside = [Spot::Recognition, Spot::Browse, Spot::Plan, Spot::Journey, Spot::Respite, Spot::Interview];
        match random.below(3) {
            0 => Spot::Offer(offer),
            1 => Spot::Sheet(random.below(self.made.catalogue.guide().sheets.len().max(1))),
            _ => *random.pick(&beside),
        }
    }

    fn any_search(&self, text: String, random: &mut Random) -> Search {
        let need = random.chance(50).then(|| random.below(4));
        let place = random.chance(50).then(|| *random.pick(&self.regions));
        Search { text, need, place, kind: None }
    }

    /// What the caregiver saves is what they open, plan and all.
    fn saved_and_opened(&self, visit: &Visit) -> Deed {
        let used = visit.interview().used(&self.made.catalogue);
        let text = saved::write(&self.made.catalogue, &used, visit.plan());
        let opened = saved::read(&self.made.catalogue, &text).expect("what was saved can be opened");
        assert_eq!((&opened.answers, &opened.plan, opened.left_out), (&used, visit.plan(), 0));
        Deed::Open(opened)
    }

    fn has_a_heading_and_a_way_on(&self, visit: &Visit, now: &Screen) {
        let is_said = |words: &str| assert!(!words.trim().is_empty(), "something is empty in {:?}", now.body);
        let questionnaire = self.made.catalogue.questionnaire();
        match &now.body {
            Body::Intro | Body::Plan(_) | Body::Journey(_) | Body::Respite(_) => {}
            Body::Review(review) => review.topics.iter().for_each(|(topic, _)| is_said(&topic.text)),
            Body::Recognition(about) => about.questions.iter().for_each(|(question, _)| is_said(&question.text)),
            Body::Question(question) => {
                is_said(&question.topic.text);
                is_said(&question.progress);
                assert!(!question.rows.is_empty() && question.number <= questionnaire.screens(), "{question:?}");
                for row in &question.rows {
                    is_said(&row.text.text);
                    if let Input::One(choices) | Input::Many(choices) = &row.input {
                        assert!(choices.len() > 1, "nothing to choose from");
                        choices.iter().for_each(|choice| is_said(&choice.text.text));
                    }
                }
            }
            Body::Results(results) => is_said(&results.title.text),
            Body::Offer(card) => is_said(&card.name.text),
            Body::Sheet(sheet) => assert!(sheet.names.is_empty() || sheet.number < sheet.names.len()),
            Body::Browse(browse) => is_said(&browse.count),
        }
        assert_eq!(now.planned, visit.plan().items().len());
        let on = match (&now.body, visit.spot()) {
            (Body::Question(_), _) => Deed::Did(Action::Decline),
            (Body::Intro, Spot::Interview) => Deed::Did(Action::Start),
            (_, Spot::Interview) => Deed::Did(Action::Back),
            _ => Deed::Leave,
        };
        // A name that was typed and may mean several places is still to choose; declining leaves it behind.
        assert_ne!(visit.clone().after(&self.made.catalogue, &on), *visit, "{on:?} leads nowhere");
    }

    /// Help that an answer makes urgent stands on every screen, and nothing else stands there.
    fn shows_urgent_help(&self, visit: &Visit, now: &Screen) {
        let used = visit.interview().used(&self.made.catalogue);
        let shown: BTreeSet<OfferIndex> = now.urgent.iter().map(|card| card.offer).collect();
        let mut may_help = false;
        for (index, offer) in self.made.catalogue.offers() {
            let is_due = offer.urgent_when.as_ref().is_some_and(|when| when.verdict(&used) == Verdict::Met);
            let fits = if is_due { offer.fits.verdict(&used) } else { Verdict::NotMet };
            may_help |= fits != Verdict::NotMet;
            assert!(fits != Verdict::Met || shown.contains(&index), "{} is urgent and not shown", offer.id);
            assert!(fits != Verdict::NotMet || !shown.contains(&index), "{} is shown and not urgent", offer.id);
        }
        assert_eq!(shown.is_empty(), !may_help, "what may help is shown while nothing is certain");
    }

    /// A question that was answered or declined doesn't come back by itself, and what was told isn't lost on the way.
    fn asks_nothing_twice(&self, before: &Visit, deed: &Deed, visit: &Visit, now: &Screen) {
        let goes_on = matches!(deed, Deed::Did(Action::Start | Action::Next | Action::Decline));
        let (was, is) = (before.interview(), visit.interview());
        if let (true, false, Position::Asking(step)) = (goes_on, was.is_visit(), is.position()) {
            let is_new =
                was.position() == is.position() || step.iter().any(|question| !is.answers().is_asked(*question));
            assert!(is_new, "asked again: {now:?}");
        }
        if matches!(deed, Deed::Go(_) | Deed::Leave | Deed::Search(_) | Deed::Plan(_) | Deed::Sheet(_) | Deed::Tell(_))
        {
            assert_eq!(was, is, "what is done beside the interview leaves it as it was");
        }
    }

    /// Wiped is as if nothing had ever happened.
    fn forgets_when_asked(&self, deed: &Deed, visit: &Visit, now: &Screen) {
        if matches!(deed, Deed::Wipe) {
            let fresh = Visit::new(Answers::default()).after(&self.made.catalogue, &Deed::Wipe);
            assert_eq!(*now, shown(self.made, self.wording, &fresh));
            let told = (visit.interview(), visit.spot(), visit.typed(), visit.search(), visit.plan());
            assert_eq!(told, (fresh.interview(), fresh.spot(), "", &Search::default(), &plan::Plan::default()));
            assert_eq!((visit.draft(), visit.remind_on()), (fresh.draft(), None));
            assert!((0..8).all(|question| visit.recognised(question).is_none()));
        }
    }

    /// What is shown fits or may fit; at the end of the questions it is what the full interview finds. Says whether this is
    /// that end.
    fn finds_what_all_answers_find(&self, visit: &Visit, now: &Screen, random: &mut Random) -> bool {
        let Body::Results(results) = &now.body else { return false };
        let catalogue = &self.made.catalogue;
        let interview = visit.interview();
        let used = interview.used(catalogue);
        let cards: Vec<&Card> = results.groups.iter().flat_map(|group| &group.cards).collect();
        assert_eq!(results.count, cards.len());
        let each: BTreeSet<OfferIndex> = cards.iter().map(|card| card.offer).collect();
        assert_eq!(each.len(), cards.len(), "an offer stands there twice");
        for card in &cards {
            let verdict = catalogue.offer(card.offer).fits.verdict(&used);
            assert!(verdict == card.verdict && verdict != Verdict::NotMet, "{}: {verdict:?}", card.id);
        }
        for card in results.unfit.iter().flat_map(|unfit| &unfit.cards) {
            assert_eq!(catalogue.offer(card.offer).fits.verdict(&used), Verdict::NotMet, "{}", card.id);
        }
        if !interview.open(catalogue, &used).is_empty() {
            return false;
        }
        let mut full = used.clone();
        for question in self.questions.iter().filter(|question| !used.is_asked(**question)) {
            full.give(catalogue, *question, self.any_answer(*question, random));
        }
        let (few, all) = (match_offers(catalogue, &used), match_offers(catalogue, &full));
        let serving = |found: &[mantelwijzer::matching::Match]| -> Vec<OfferIndex> {
            found.iter().filter(|one| !one.needs.is_empty()).map(|one| one.offer).collect()
        };
        assert_eq!(serving(&few.matches), serving(&all.matches));
        assert_eq!(serving(&few.undecided), serving(&all.undecided));
        assert_eq!(few.urgent, all.urgent);
        true
    }
}

/// The place of a deed among all that there are: whoever adds one adds it here, and to the walks.
fn kind(deed: &Deed) -> usize {
    match deed {
        Deed::Did(action) => match action {
            Action::Start => 0,
            Action::Give(..) => 1,
            Action::Tick(..) => 2,
            Action::Clear(_) => 3,
            Action::Next => 4,
            Action::Decline => 5,
            Action::Back => 6,
            Action::Ask(_) => 7,
            Action::Review => 8,
            Action::Results => 9,
            Action::Wipe => 10,
        },
        Deed::Go(_) => 11,
        Deed::Leave => 12,
        Deed::Typed(_) => 13,
        Deed::Recognise(..) => 14,
        Deed::Search(_) => 15,
        Deed::SearchAnew => 16,
        Deed::Plan(_) => 17,
        Deed::RemindOn(_) => 18,
        Deed::Sheet(_) => 19,
        Deed::Open(_) => 20,
        Deed::Tell(_) => 21,
        Deed::Wipe => 22,
        Deed::Restart => 23,
    }
}
