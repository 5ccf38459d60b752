//! Why an offer is in or out, as data: questions, not sentences.

use crate::{
    answers::Answers,
    catalogue::{Catalogue, OfferIndex},
    eligibility::Verdict,
    questionnaire::QuestionIndex,
};

/// Why an offer has its verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Explanation {
    /// It fits: these given answers are enough for that, and each of them is needed.
    /// None at all means that it is for everyone.
    Fits(Vec<QuestionIndex>),
    /// It may fit: these questions decide.
    HangsOn(Vec<QuestionIndex>),
    /// It doesn't fit: these given answers are enough for that, and each of them is needed.
    DoesNotFit(Vec<QuestionIndex>),
}

/// Explains an offer's verdict on these answers.
pub fn explain(catalogue: &Catalogue, answers: &Answers, offer: OfferIndex) -> Explanation {
    let fits = &catalogue.offer(offer).fits;
    match fits.verdict(answers) {
        Verdict::Met => Explanation::Fits(fits.reasons(answers)),
        Verdict::Unknown => Explanation::HangsOn(fits.evaluate(answers).depends_on.iter().collect()),
        Verdict::NotMet => Explanation::DoesNotFit(fits.reasons(answers)),
    }
}
