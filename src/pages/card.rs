//! An offer among others: its name, what one gets, and what there is to doubt about it.

use super::{
    Site, Standing,
    markup::{El, el},
    texts::PageText,
};
use crate::catalogue::{Confidence, Offer, OfferIndex, Part};

impl Site<'_> {
    /// An offer in a list of cards, under a heading of this rank.
    pub(super) fn short_card(&self, from: &str, heading: &'static str, index: OfferIndex) -> El {
        let offer = self.catalogue.offer(index);
        let name = self.link(from, &self.offer_path(offer), &self.said(&offer.name));
        let places: Vec<&str> = offer.area.regions.iter().map(|region| self.region(*region)).collect();
        let mark = |words: &str| el("span").text(words);
        let marks = el("p")
            .class("marks")
            .put(mark(self.wording.kind(offer.kind)))
            .text(" ")
            .put(mark(&places.join(", ")))
            .all(self.doubtful(offer).map(|text| mark(self.say(text)).class("doubtful")));
        el("li")
            .class("card")
            .put(el(heading).put(name))
            .put(marks)
            .put(el("p").said(&self.said(&offer.gives), self.wording))
    }

    /// An offer in a list of names.
    pub(super) fn short_line(&self, from: &str, index: OfferIndex) -> El {
        let offer = self.catalogue.offer(index);
        let name = self.link(from, &self.offer_path(offer), &self.said(&offer.name));
        let doubts = self.doubtful(offer).map(|text| el("span").class("doubtful").text(self.say(text)));
        el("li").put(name).text(" ").all(doubts)
    }

    /// What must be said about an offer wherever it is named: the gravest first, and only that.
    fn doubtful(&self, offer: &Offer) -> impl Iterator<Item = PageText> + use<> {
        // What an offer helps with and when is our own judgement; where it was read is told on its page.
        let matters = |part: &Part| !matches!(part, Part::Needs | Part::Phases | Part::Source);
        let doubts = [
            (self.standing(offer) != Standing::Now, PageText::MarkGone),
            (offer.confidence == Confidence::Unverified, PageText::MarkUnconfirmed),
            (offer.unverified.iter().any(matters), PageText::MarkInPart),
            (self.overdue(offer).is_some(), PageText::MarkStale),
        ];
        doubts.into_iter().filter(|(is_so, _)| *is_so).map(|(_, text)| text).take(1)
    }
}
