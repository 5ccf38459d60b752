//! For whom an offer is, read off its rule: what must be so, what is enough, and what matters besides.
//!
//! Everything here is about someone who lives where the offer is to be had; of whom nothing else is known.

use crate::{
    answers::{Answer, Answers},
    catalogue::{Catalogue, Offer, Whose},
    eligibility::Verdict,
    questionnaire::{Kind, QuestionIndex},
};

/// Options of a question, by their positions.
pub type Choice = (QuestionIndex, Vec<usize>);

/// For whom an offer is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Audience {
    /// Each of these questions needs one of these answers: with any other, the offer doesn't fit.
    pub needed: Vec<Choice>,
    /// One of these answers is enough: the offer fits, whatever else is answered.
    pub enough: Vec<Choice>,
    /// These questions matter too, together with others.
    pub also: Vec<QuestionIndex>,
}

/// For whom an offer is; `None` when on the day of building it was there for nobody.
pub fn audience(catalogue: &Catalogue, offer: &Offer) -> Option<Audience> {
    if offer.fits.is_never() {
        return None;
    }
    let bases = bases(catalogue, offer);
    let mut asked: Vec<QuestionIndex> =
        bases.iter().flat_map(|base| offer.fits.evaluate(base).depends_on.iter()).collect();
    asked.sort_unstable();
    asked.dedup();
    let mut audience = Audience::default();
    for question in asked {
        let (needed, enough) = choices(catalogue, offer, &bases, question);
        if let Some(needed) = needed {
            audience.needed.push((question, needed));
        } else if let Some(enough) = enough {
            audience.enough.push((question, enough));
        } else {
            audience.also.push(question);
        }
    }
    Some(audience)
}

/// The ways of living where the offer is to be had.
fn bases(catalogue: &Catalogue, offer: &Offer) -> Vec<Answers> {
    let landmarks = catalogue.landmarks();
    let places: &[QuestionIndex] = match offer.area.whose {
        Whose::Carer => &[landmarks.carer_place],
        Whose::Recipient => &[landmarks.recipient_place],
        Whose::Either => &[landmarks.carer_place, landmarks.recipient_place],
    };
    let base = |place: &QuestionIndex, region| {
        let mut answers = Answers::default();
        answers.give(catalogue, *place, Answer::Place(region));
        answers
    };
    places.iter().flat_map(|place| offer.area.regions.iter().map(move |region| base(place, *region))).collect()
}

/// The options without which the offer never fits, and those with which it always does.
fn choices(
    catalogue: &Catalogue,
    offer: &Offer,
    bases: &[Answers],
    question: QuestionIndex,
) -> (Option<Vec<usize>>, Option<Vec<usize>>) {
    let asked = catalogue.questionnaire().get(question);
    let all: Vec<usize> = (0..asked.options.len()).collect();
    let verdicts = |answer: Answer| {
        let given = bases.iter().map(move |base| {
            let mut answers = base.clone();
            answers.give(catalogue, question, answer);
            offer.fits.verdict(&answers)
        });
        given.collect::<Vec<_>>()
    };
    let always = |answer: Answer, verdict: Verdict| verdicts(answer).iter().all(|found| *found == verdict);
    let split = |of: &dyn Fn(usize) -> bool| all.iter().copied().filter(|option| of(*option)).collect::<Vec<_>>();
    let (needed, enough) = match asked.kind {
        Kind::Place => return (None, None),
        Kind::Single | Kind::Range(_) => (
            split(&|option| !always(Answer::Option(option), Verdict::NotMet)),
            split(&|option| always(Answer::Option(option), Verdict::Met)),
        ),
        Kind::Multi => {
            let set = |options: &[usize]| Answer::Options(options.iter().fold(0, |set, option| set | (1 << option)));
            let possible = split(&|option| !always(set(&[option]), Verdict::NotMet));
            let others = split(&|option| !possible.contains(&option));
            // Nothing chosen, or only what doesn't help: then it must not fit, or none of it is needed.
            let is_needed = always(set(&[]), Verdict::NotMet) && always(set(&others), Verdict::NotMet);
            let with = |option: usize| all.iter().map(move |other| set(&[option, *other]));
            let enough = split(&|option| with(option).chain([set(&all)]).all(|answer| always(answer, Verdict::Met)));
            (if is_needed { possible } else { all.clone() }, enough)
        }
    };
    let says_something = |options: Vec<usize>| (!options.is_empty() && options.len() < all.len()).then_some(options);
    (says_something(needed), says_something(enough))
}
