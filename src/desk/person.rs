//! How an offer comes out for the personas, and for the examples in the file.

use super::{Desk, tree::Node};
use crate::{
    answers::{self, Answers},
    catalogue::{Catalogue, OfferIndex, diagnostic::Spot},
    eligibility::Verdict,
    explanation::{Explanation, explain},
    screen::{Card, card_for},
};

/// How an offer comes out for one persona.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// The persona, by its position.
    pub persona: usize,
    /// Who it is.
    pub story: String,
    /// Whether it fits.
    pub verdict: Verdict,
    /// Why, in short: the answers that settle it, or the questions that decide.
    pub why: Vec<String>,
    /// Whether place alone keeps it away: most offers are elsewhere, and that tells little.
    pub is_elsewhere: bool,
}

/// How many personas an offer fits, may fit, and doesn't fit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// It fits.
    pub fits: usize,
    /// It may fit.
    pub maybe: usize,
    /// It doesn't.
    pub not: usize,
}

/// An example in the file, and how it came out.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    /// Where it stands in the file.
    pub at: String,
    /// Who it is about.
    pub story: String,
    /// What it demands and whether that holds: none when it can't be read.
    pub demands: Option<Vec<Demand>>,
}

/// One thing an example demands.
#[derive(Clone, Debug, PartialEq)]
pub struct Demand {
    /// The offer.
    pub offer: String,
    /// Whether it must show, or must not.
    pub must_show: bool,
    /// Whether it is so; none when the offer isn't in this file, or can't be tried.
    pub holds: Option<bool>,
}

impl Desk {
    /// What was built of an offer, and in which catalogue.
    fn built(&self, place: usize) -> Option<(&Catalogue, OfferIndex)> {
        let catalogue = self.inspection().catalogue.as_deref()?;
        Some((catalogue, self.inspection().built(place)?))
    }

    /// An offer as a caregiver sees it who has answered as this persona, or nothing yet.
    /// None when the offer can't be shown yet.
    pub fn preview(&self, place: usize, persona: Option<usize>) -> Option<Card> {
        let (catalogue, offer) = self.built(place)?;
        let nothing = Answers::default();
        let persona = persona.and_then(|persona| self.bench().personas().get(persona));
        let answers = persona.map_or(&nothing, |persona| &persona.answers);
        Some(card_for(catalogue, self.bench().wording(), answers, offer))
    }

    /// How an offer comes out for every persona: those it fits first. None when it can't be tried yet.
    pub fn outcomes(&self, place: usize) -> Option<Vec<Outcome>> {
        let (catalogue, offer) = self.built(place)?;
        let places = [catalogue.landmarks().carer_place, catalogue.landmarks().recipient_place];
        let personas = self.bench().personas().iter().enumerate();
        let mut outcomes: Vec<Outcome> = personas
            .map(|(position, persona)| {
                let card = card_for(catalogue, self.bench().wording(), &persona.answers, offer);
                let is_elsewhere = match explain(catalogue, &persona.answers, offer) {
                    Explanation::DoesNotFit(questions) => questions.iter().all(|question| places.contains(question)),
                    Explanation::Fits(_) | Explanation::HangsOn(_) => false,
                };
                let why = match card.verdict {
                    Verdict::Met => card.reasons,
                    Verdict::Unknown => card.hinges.into_iter().map(|hinge| hinge.label).collect(),
                    Verdict::NotMet => card.misses,
                };
                let story = persona.story.clone();
                Outcome { persona: position, story, verdict: card.verdict, why, is_elsewhere }
            })
            .collect();
        outcomes.sort_by_key(|outcome| (rank(outcome.verdict), outcome.is_elsewhere, outcome.persona));
        Some(outcomes)
    }

    /// How many personas an offer fits.
    pub fn tally(&self, place: usize) -> Option<Tally> {
        let (catalogue, offer) = self.built(place)?;
        let mut tally = Tally::default();
        for persona in self.bench().personas() {
            match catalogue.offer(offer).fits.evaluate(&persona.answers).verdict {
                Verdict::Met => tally.fits += 1,
                Verdict::Unknown => tally.maybe += 1,
                Verdict::NotMet => tally.not += 1,
            }
        }
        Some(tally)
    }

    /// The examples of the file.
    pub fn examples(&self) -> Vec<Example> {
        let list = self.root().and_then(|root| root.find("/examples")).map(Node::items).unwrap_or_default();
        list.iter().enumerate().map(|(place, node)| self.example(node, format!("/examples/{place}"))).collect()
    }

    fn example(&self, node: &Node, at: String) -> Example {
        let story = node.find("/story").and_then(Node::words).unwrap_or_default().to_owned();
        Example { at, story, demands: self.demands(node) }
    }

    fn demands(&self, node: &Node) -> Option<Vec<Demand>> {
        let given = serde_json::from_str(&node.find("/answers")?.print()).ok()?;
        let (answers, problems) = answers::file::read(self.bench().bare(), &given, &Spot::file(""));
        if !problems.is_empty() {
            return None;
        }
        let mut demands = Vec::new();
        for (key, must_show) in [("must_show", true), ("must_fit", true), ("must_not_show", false)] {
            let ids = node.find(&format!("/expect/{key}")).map(Node::items).unwrap_or_default();
            for id in ids.iter().filter_map(|id| id.words()) {
                let holds = self.verdict_of(id, &answers).map(|verdict| match (key, verdict) {
                    ("must_fit", verdict) => verdict == Verdict::Met,
                    (_, verdict) => (verdict != Verdict::NotMet) == must_show,
                });
                demands.push(Demand { offer: id.to_owned(), must_show, holds });
            }
        }
        Some(demands)
    }

    fn verdict_of(&self, id: &str, answers: &Answers) -> Option<Verdict> {
        let catalogue = self.inspection().catalogue.as_deref()?;
        let offer = catalogue.find_offer(id)?;
        Some(catalogue.offer(offer).fits.evaluate(answers).verdict)
    }
}

fn rank(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Met => 0,
        Verdict::Unknown => 1,
        Verdict::NotMet => 2,
    }
}
