//! A conversation sheet: what I do, what weighs, what I need, what I want to ask, the rights to mention.

use super::Maker;
use crate::{
    answers::Answer,
    catalogue::Offer,
    document::{Block, Document},
    guide::SheetGuide,
    language::{Said, Text},
    matching::{is_over, match_offers},
    questionnaire::{AnswerOption, QuestionIndex},
    sheet::{Draft, Key, Line},
    wording::Phrase,
};

/// How many rights stand on a sheet: a talk of ten minutes has room for no more.
const RIGHTS: usize = 4;

/// A sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// All sheets by their names.
    pub names: Vec<Said>,
    /// Which of them this is.
    pub number: usize,
    /// How to use it.
    pub lead: Said,
    /// How to begin the talk.
    pub opening: Said,
    /// Its parts.
    pub sections: Vec<Section>,
    /// To print, to download, to copy.
    pub document: Document,
}

/// A part of a sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Its heading.
    pub title: String,
    /// Its lines; the last is for the caregiver's own words.
    pub lines: Vec<SheetLine>,
}

/// A line of a sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetLine {
    /// For changes.
    pub line: Line,
    /// Its words.
    pub words: String,
    /// Whether it belongs on the sheet.
    pub is_included: bool,
}

impl Maker<'_> {
    pub(super) fn sheet(&self, number: usize, draft: &Draft) -> Sheet {
        let sheets = &self.catalogue.guide().sheets;
        let none = SheetGuide::default();
        let guide = sheets.get(number).unwrap_or(&none);
        let is_over = is_over(self.catalogue, self.answers);
        let does: Vec<QuestionIndex> =
            if is_over { vec![self.catalogue.landmarks().phase] } else { guide.does.clone() };
        let parts = [
            (Phrase::SheetDoes, self.told_by(&does)),
            (Phrase::SheetWeighs, self.told_by(&guide.weighs)),
            (Phrase::SheetNeeds, self.needed(guide)),
            (Phrase::SheetAsks, self.asked(if is_over { &guide.farewell } else { &guide.asks })),
            (Phrase::SheetRights, self.rights(guide)),
        ];
        let sections: Vec<Section> = parts
            .into_iter()
            .enumerate()
            .map(|(place, (title, mut lines))| {
                lines.push((Key::Own(place), String::new()));
                let line = |(key, words): (Key, String)| {
                    let line = (number, key);
                    let words = draft.words(line).map_or(words, str::to_owned);
                    SheetLine { line, words, is_included: draft.includes(line) }
                };
                Section { title: self.wording.say(title).to_owned(), lines: lines.into_iter().map(line).collect() }
            })
            .collect();
        let opening = match is_over {
            true => self.said(self.wording.say(Phrase::SheetFarewell)),
            false => self.text(&guide.opening),
        };
        let title = self.text(&guide.title);
        let mut blocks = vec![Block::Paragraph(opening.text.clone())];
        for section in &sections {
            let lines = section.lines.iter().filter(|line| line.is_included && !line.words.trim().is_empty());
            let lines: Vec<String> = lines.map(|line| line.words.clone()).collect();
            if !lines.is_empty() {
                blocks.push(Block::Heading(section.title.clone()));
                blocks.push(Block::List(lines));
            }
        }
        let document = Document { title: title.text.clone(), language: self.language(), blocks };
        let names = sheets.iter().map(|sheet| self.text(&sheet.title)).collect();
        Sheet { names, number, lead: self.text(&guide.lead), opening, sections, document }
    }

    /// What was answered, as one says it to someone else. An answer without such words stays off the sheet.
    fn told_by(&self, questions: &[QuestionIndex]) -> Vec<(Key, String)> {
        let mut lines = Vec::new();
        for question in questions {
            let chosen = match self.answers.get(*question) {
                Some(Answer::Option(option)) => 1 << option,
                Some(Answer::Options(chosen)) => chosen,
                Some(Answer::Declined | Answer::Place(_)) | None => 0,
            };
            for (place, option) in self.catalogue.questionnaire().get(*question).options.iter().enumerate() {
                if let Some(says) = option.says.as_ref().filter(|_| chosen & (1 << place) != 0) {
                    lines.push((Key::Told(*question, place), self.text(says).text));
                }
            }
        }
        lines
    }

    fn needed(&self, guide: &SheetGuide) -> Vec<(Key, String)> {
        let needs = self.catalogue.landmarks().needs;
        let chosen = self.answers.chosen(needs).unwrap_or(0);
        let options = self.catalogue.questionnaire().get(needs).options.iter().enumerate();
        let belongs =
            |need: usize| chosen & (1 << need) != 0 && (guide.needs.is_empty() || guide.needs.contains(&need));
        let line = |(need, option): (usize, &AnswerOption)| {
            let says = option.says.as_ref().filter(|_| belongs(need))?;
            Some((Key::Need(need), self.text(says).text))
        };
        options.filter_map(line).collect()
    }

    fn asked(&self, asks: &[Text]) -> Vec<(Key, String)> {
        asks.iter().enumerate().map(|(place, text)| (Key::Ask(place), self.text(text).text)).collect()
    }

    fn rights(&self, guide: &SheetGuide) -> Vec<(Key, String)> {
        let ranking = match_offers(self.catalogue, self.answers);
        let fits =
            ranking.matches.iter().filter(|found| guide.rights.contains(&self.catalogue.offer(found.offer).kind));
        let line = |offer: &Offer| self.text(&offer.name).text;
        fits.take(RIGHTS).map(|found| (Key::Right(found.offer), line(self.catalogue.offer(found.offer)))).collect()
    }
}
