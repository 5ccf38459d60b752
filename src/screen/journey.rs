//! The phases of caring, and the ladder of respite care: what helps in each.

use super::{Card, Maker};
use crate::{
    catalogue::Offer,
    guide::Tip,
    language::Said,
    matching::{Match, match_offers},
};

/// How many offers stand at one phase or rung.
const MOST: usize = 3;

/// One phase.
#[derive(Clone, Debug, PartialEq)]
pub struct Phase {
    /// For hooks: the phase's id.
    pub id: String,
    /// Its name.
    pub title: Said,
    /// What it is like.
    pub lead: Said,
    /// What helps, each with the address of its source.
    pub tips: Vec<(Said, Option<String>)>,
    /// What is coming.
    pub ahead: Vec<Said>,
    /// What fits in it.
    pub offers: Vec<Card>,
    /// Whether the caregiver is here.
    pub is_now: bool,
}

/// One rung of the ladder.
#[derive(Clone, Debug, PartialEq)]
pub struct Rung {
    /// How long.
    pub title: Said,
    /// How that works.
    pub lead: Said,
    /// What there is, what fits certainly first.
    pub offers: Vec<Card>,
}

impl Maker<'_> {
    pub(super) fn journey(&self) -> Vec<Phase> {
        let landmarks = self.catalogue.landmarks();
        let options = &self.catalogue.questionnaire().get(landmarks.phase).options;
        let now = self.answers.option(landmarks.phase);
        let ranking = match_offers(self.catalogue, self.answers);
        let found: Vec<&Match> = ranking.shown().collect();
        let tip = |tip: &Tip| (self.text(&tip.text), tip.source.clone());
        let phases = self.catalogue.guide().phases.iter().map(|guide| Phase {
            id: options.get(guide.phase).map_or_else(String::new, |option| option.id.as_str().to_owned()),
            title: self.text(&guide.title),
            lead: self.text(&guide.lead),
            tips: guide.tips.iter().map(tip).collect(),
            ahead: self.texts(&guide.ahead),
            // What is there in every phase says nothing about this one.
            offers: self
                .first(&found, &|offer| offer.phases.contains(&guide.phase) && 2 * offer.phases.len() <= options.len()),
            is_now: now == Some(guide.phase),
        });
        phases.collect()
    }

    pub(super) fn respite(&self) -> Vec<Rung> {
        let ranking = match_offers(self.catalogue, &self.whatever_needed());
        let found: Vec<&Match> = ranking.shown().collect();
        let rungs = self.catalogue.guide().rungs.iter().map(|guide| Rung {
            title: self.text(&guide.title),
            lead: self.text(&guide.lead),
            offers: self.first(&found, &|offer| offer.respite.contains(&guide.rung)),
        });
        rungs.collect()
    }

    fn first(&self, found: &[&Match], fits: &dyn Fn(&Offer) -> bool) -> Vec<Card> {
        let fitting = found.iter().filter(|one| one.points.suits() && fits(self.catalogue.offer(one.offer))).take(MOST);
        fitting.map(|one| self.card(one, 0, None)).collect()
    }
}
