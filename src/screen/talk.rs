//! Lines on which someone listens, by theme and by the hour.

use super::{Card, Maker, Moment};
use crate::{
    answers::Known,
    catalogue::{self, Hours, Offer, OfferIndex},
    language::Language,
    matching::match_some,
    span::Span,
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
    /// Lines that nothing told so far rules out: someone in danger must find a number before the first question.
    /// What certainly fits comes first. While the place isn't known, lines of one town and of another language are left
    /// out.
    pub(super) fn talk(&self, moment: Moment) -> Vec<Theme> {
        let questionnaire = self.catalogue.questionnaire();
        // Whoever said that nothing is wrong may still want to call.
        let worries = questionnaire.find("worries");
        let said = self.whatever_needed().only(|question| Some(question) != worries);
        let ranking = match_some(self.catalogue, &said, |brief| brief.is_line);
        let mut themes = Vec::new();
        for theme in catalogue::Theme::ALL {
            let (mut open, mut closed) = (Vec::new(), Vec::new());
            for found in ranking.shown() {
                let offer = self.catalogue.offer(found.offer);
                let is_line =
                    offer.line.as_ref().is_some_and(|line| line.theme == *theme) && offer.contact.phone.is_some();
                if is_line && self.is_near(found.offer) {
                    let line = self.talk_line(found.offer, moment);
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

    /// Whether a line is for the caregiver's place; while that isn't known, for where their language is spoken.
    fn is_near(&self, index: OfferIndex) -> bool {
        let offer = self.catalogue.offer(index);
        let regions = self.catalogue.regions();
        let covers = |place: Span| offer.area.regions.iter().any(|region| regions.get(*region).span.meets(place));
        let landmarks = self.catalogue.landmarks();
        for question in [landmarks.carer_place, landmarks.recipient_place] {
            if let Known::Within(place) = self.answers.known(question) {
                return covers(place);
            }
        }
        let mut spoken = spoken_in(self.language()).iter().filter_map(|id| regions.find(id));
        self.catalogue.brief(index).near < 3 && spoken.any(|region| covers(regions.get(region).span))
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

/// Where a language is spoken.
fn spoken_in(language: Language) -> &'static [&'static str] {
    match language {
        Language::Nl | Language::NlSimple | Language::NlYoung => &["be-vlg", "nl"],
        // Who chose these lives anywhere, and most lines speak Dutch.
        Language::En | Language::Tr | Language::Ar => &["be-vlg", "nl"],
        Language::NlBe => &["be-vlg"],
        Language::NlNl => &["nl"],
        Language::Fr => &["be-wlg"],
        Language::De => &["be-dg"],
    }
}
