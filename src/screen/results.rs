//! What fits, by the caregiver's own needs.

use super::{Card, Maker, Picture, Words};
use crate::{
    balance::is_heavy,
    catalogue::NeedIndex,
    eligibility::Verdict,
    explanation::{Explanation, explain},
    language::Said,
    matching::{Match, Ranking, chosen_needs, match_offers},
    questionnaire::QuestionIndex,
    steps::first_steps,
    wording::Phrase,
};

/// The results.
#[derive(Clone, Debug, PartialEq)]
pub struct Results {
    /// How much fits, in words.
    pub title: Said,
    /// How much may fit, in words.
    pub possible: Option<String>,
    /// Where to begin when nothing certainly fits.
    pub advice: Option<String>,
    /// How many offers there are to see: those that fit and those that may.
    pub count: usize,
    /// By need, the best served first.
    pub groups: Vec<Group>,
    /// How many screens may still come.
    pub left: usize,
    /// A calm word first, for someone who carries much.
    pub breathe: Option<Words>,
    /// What weighs and what carries.
    pub picture: Option<Picture>,
    /// What to do this week, this month, and later.
    pub steps: [Vec<Card>; 3],
    /// What serves a chosen need and doesn't fit, by the answers that make it so.
    pub unfit: Vec<Unfit>,
    /// How many more there are in other places only, in words.
    pub elsewhere: Option<String>,
}

/// Offers that don't fit, for the same reason.
#[derive(Clone, Debug, PartialEq)]
pub struct Unfit {
    /// The answers that make it so, as 'label: answer'.
    pub because: String,
    /// The question to go to, and its id.
    pub ask: Option<(QuestionIndex, String)>,
    /// The offers.
    pub cards: Vec<Card>,
}

/// What helps with one need.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// For hooks: the need's id, or `other`.
    pub id: String,
    /// The need.
    pub title: Said,
    /// One sentence below it.
    pub lead: Option<String>,
    /// What fits and what may fit, in rank order.
    pub cards: Vec<Card>,
}

impl Maker<'_> {
    /// Each offer stands once: under the chosen need it serves best. Groups come in the order of their best offer.
    pub(super) fn results(&self) -> Results {
        let ranking = match_offers(self.catalogue, self.answers);
        let is_chosen = self.answers.chosen(self.catalogue.landmarks().needs).is_some();
        let mut groups: Vec<(Option<NeedIndex>, Vec<Card>)> = Vec::new();
        for (place, found) in ranking.shown().enumerate() {
            // What may help with something the caregiver didn't ask for is no news.
            if found.needs.is_empty() && found.verdict != Verdict::Met {
                continue;
            }
            let need = found.needs.first();
            let card = self.card(found, place + 1, need.filter(|_| is_chosen));
            match groups.iter_mut().find(|(other, _)| *other == need) {
                Some((_, cards)) => cards.push(card),
                None => groups.push((need, vec![card])),
            }
        }
        // What nobody asked for comes after what they did.
        if let Some(place) = groups.iter().position(|(need, _)| need.is_none()) {
            let rest = groups.remove(place);
            groups.push(rest);
        }
        let wanted = |found: &[Match]| found.iter().filter(|one| !one.needs.is_empty()).count();
        let steps = first_steps(self.catalogue, &ranking, is_heavy(self.catalogue, self.answers));
        let (unfit, elsewhere) = self.unfit(&ranking);
        let (certain, possible) = match (wanted(&ranking.matches), wanted(&ranking.undecided)) {
            (0, 0) => (ranking.matches.len(), 0),
            counts => counts,
        };
        Results {
            title: match certain {
                0 => self.said(self.wording.say(Phrase::ResultsNone)),
                count => self.said(&self.wording.count(Phrase::ResultsTitle, count)),
            },
            advice: (certain == 0).then(|| self.wording.say(Phrase::ResultsAdvice).to_owned()),
            possible: match possible {
                0 => None,
                count => Some(self.wording.count(Phrase::ResultsPossible, count)),
            },
            count: groups.iter().map(|(_, cards)| cards.len()).sum(),
            groups: groups.into_iter().map(|(need, cards)| self.group(need, cards)).collect(),
            left: self.left(),
            breathe: self.breathe(),
            picture: self.picture(),
            steps: [self.lines(&steps.week), self.lines(&steps.month), self.lines(&steps.later)],
            unfit,
            elsewhere: match elsewhere {
                0 => None,
                count => Some(self.wording.count(Phrase::Elsewhere, count)),
            },
        }
    }

    /// What serves a chosen need and doesn't fit; of what is only for another place just the number.
    fn unfit(&self, ranking: &Ranking) -> (Vec<Unfit>, usize) {
        let landmarks = self.catalogue.landmarks();
        let needs = chosen_needs(self.catalogue, self.answers);
        let is_place = |question: &QuestionIndex| [landmarks.carer_place, landmarks.recipient_place].contains(question);
        let mut unfit: Vec<Unfit> = Vec::new();
        let mut elsewhere = 0;
        for offer in &ranking.excluded {
            let brief = self.catalogue.brief(*offer);
            // Nobody is told that they are not in danger.
            if !brief.needs.meet(needs) || brief.urgent_when.is_some() {
                continue;
            }
            let Explanation::DoesNotFit(questions) = explain(self.catalogue, self.answers, *offer) else { continue };
            if questions.iter().all(is_place) {
                elsewhere += 1;
                continue;
            }
            let because = self.reasons(&questions).join("; ");
            match unfit.iter_mut().find(|other| other.because == because) {
                Some(other) => other.cards.push(self.line(*offer)),
                None => {
                    let ask = questions.iter().find(|question| !is_place(question));
                    let id =
                        |question: &QuestionIndex| self.catalogue.questionnaire().get(*question).id.as_str().to_owned();
                    let ask = ask.map(|question| (*question, id(question)));
                    unfit.push(Unfit { because, ask, cards: vec![self.line(*offer)] });
                }
            }
        }
        (unfit, elsewhere)
    }

    fn group(&self, need: Option<NeedIndex>, cards: Vec<Card>) -> Group {
        let options = &self.catalogue.questionnaire().get(self.catalogue.landmarks().needs).options;
        match need.and_then(|need| Some((need, options.get(need)?))) {
            Some((need, option)) => {
                Group { id: option.id.as_str().to_owned(), title: self.need(need), lead: None, cards }
            }
            None => Group {
                id: "other".to_owned(),
                title: self.said(self.wording.say(Phrase::OtherNeeds)),
                lead: Some(self.wording.say(Phrase::OtherNeedsLead).to_owned()),
                cards,
            },
        }
    }
}
