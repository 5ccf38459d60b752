//! Lines on which someone listens, by theme and by the hour.

use super::{Card, Maker, Moment};
use crate::{
    catalogue::{self, Hours, Offer, OfferIndex},
    matching::{Match, match_offers},
    wording::Phrase,
};

/// How many lines stand under one theme.
const MOST: usize = 3;

/// Lines on one theme.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// The theme.
    pub title: String,
    /// The lines, those that are open now first.
    pub lines: Vec<TalkLine>,
}

/// One line.
#[derive(Clone, Debug, PartialEq)]
pub struct TalkLine {
    /// The offer.
    pub card: Card,
    /// When it is open, in words.
    pub hours: String,
    /// Whether it is open now; none when its hours aren't known.
    pub is_open: Option<bool>,
}

impl Maker<'_> {
    /// Lines for this caregiver as far as known. While the place isn't known, lines of one town are left out.
    pub(super) fn talk(&self, moment: Moment) -> Vec<Theme> {
        let needs = self.catalogue.landmarks().needs;
        let ranking = match_offers(self.catalogue, &self.answers.only(|question| question != needs));
        let is_line = |found: &Match| {
            let offer = self.catalogue.offer(found.offer);
            offer.line.is_some() && offer.contact.phone.is_some()
        };
        let is_certain = ranking.matches.iter().any(is_line);
        let found = if is_certain { &ranking.matches } else { &ranking.undecided };
        let mut themes = Vec::new();
        for theme in catalogue::Theme::ALL {
            let (mut open, mut closed) = (Vec::new(), Vec::new());
            for one in found {
                let is_for_all = one.points.near < 3 && one.points.meant == 0;
                let line = self.catalogue.offer(one.offer).line.as_ref();
                if is_line(one) && (is_certain || is_for_all) && line.is_some_and(|line| line.theme == *theme) {
                    let line = self.talk_line(one.offer, moment);
                    if line.is_open == Some(true) { open.push(line) } else { closed.push(line) }
                }
            }
            open.append(&mut closed);
            open.truncate(MOST);
            if !open.is_empty() {
                themes.push(Theme { title: self.wording.theme(*theme).to_owned(), lines: open });
            }
        }
        themes
    }

    fn talk_line(&self, offer: OfferIndex, moment: Moment) -> TalkLine {
        let hours = open_hours(self.catalogue.offer(offer));
        let is_always = hours.iter().any(|hours| hours.days == 0x7f && hours.from == 0 && hours.to == 24 * 60);
        let is_open =
            |hours: &Hours| hours.days & (1 << moment.weekday) != 0 && (hours.from..hours.to).contains(&moment.minutes);
        let words = match (hours.is_empty(), is_always) {
            (true, _) => self.wording.say(Phrase::HoursUnknown).to_owned(),
            (_, true) => self.wording.say(Phrase::HoursAlways).to_owned(),
            _ => hours.iter().map(|hours| self.wording.hours(hours)).collect::<Vec<_>>().join(", "),
        };
        let is_open = (!hours.is_empty()).then(|| hours.iter().any(is_open));
        TalkLine { card: self.line(offer), hours: words, is_open }
    }
}

fn open_hours(offer: &Offer) -> &[Hours] {
    offer.line.as_ref().and_then(|line| line.open.as_deref()).unwrap_or(&[])
}
