//! The texts of `guide.json`, each where it is written.

use super::Field;
use crate::catalogue::{
    diagnostic::Spot,
    raw::{RawGuide, RawPassage, RawText},
};

/// The texts of a guide, gathered.
pub(super) struct Gathered<'a> {
    /// Each with its spot and its field.
    pub texts: Vec<(Spot<'a>, Field, &'a RawText)>,
}

/// Every text of the guide.
pub(super) fn gather<'a>(guide: &'a RawGuide, spot: &Spot<'a>) -> Gathered<'a> {
    let mut gathered = Gathered { texts: Vec::new() };
    let recognition = spot.at("recognition");
    gathered.list(&recognition.at("questions"), &guide.recognition.questions);
    gathered.passage(&recognition.at("yes"), &guide.recognition.yes);
    gathered.passage(&recognition.at("perhaps"), &guide.recognition.perhaps);
    for (position, phase) in guide.phases.iter().enumerate() {
        let spot = spot.at("phases").at(position);
        gathered.head(&spot, &phase.title, &phase.lead);
        for (position, tip) in phase.tips.iter().enumerate() {
            gathered.add(spot.at("tips").at(position).at("text"), Field::Passage, &tip.text);
        }
        gathered.list(&spot.at("ahead"), &phase.ahead);
    }
    for (position, rung) in guide.rungs.iter().enumerate() {
        gathered.head(&spot.at("rungs").at(position), &rung.title, &rung.lead);
    }
    for (position, sheet) in guide.sheets.iter().enumerate() {
        let spot = spot.at("sheets").at(position);
        gathered.head(&spot, &sheet.title, &sheet.lead);
        gathered.add(spot.at("opening"), Field::Passage, &sheet.opening);
        gathered.list(&spot.at("asks"), &sheet.asks);
        gathered.list(&spot.at("farewell"), &sheet.farewell);
    }
    gathered.passage(&spot.at("breathe"), &guide.breathe);
    gathered
}

impl<'a> Gathered<'a> {
    fn add(&mut self, spot: Spot<'a>, field: Field, text: &'a RawText) {
        self.texts.push((spot, field, text));
    }

    fn head(&mut self, spot: &Spot<'a>, title: &'a RawText, lead: &'a RawText) {
        self.add(spot.at("title"), Field::Heading, title);
        self.add(spot.at("lead"), Field::Passage, lead);
    }

    fn passage(&mut self, spot: &Spot<'a>, passage: &'a RawPassage) {
        self.add(spot.at("title"), Field::Heading, &passage.title);
        self.list(&spot.at("text"), &passage.text);
    }

    fn list(&mut self, spot: &Spot<'a>, texts: &'a [RawText]) {
        for (position, text) in texts.iter().enumerate() {
            self.add(spot.at(position), Field::Passage, text);
        }
    }
}
