//! What the desk knows beside the partner's own file: questions, places, words, what others published, and the personas.

use crate::{
    answers::{self, Answers},
    catalogue::{
        Catalogue,
        check::check,
        diagnostic::Spot,
        parse::{RawCatalogue, Source, parse, parse_guide, read},
        raw::{RawQuestion, RawScenario},
    },
    date::Date,
    desk::{form::words_of, tree::Node},
    language::Language,
    sentence::Clauses,
    wording::Wording,
};
use std::collections::BTreeMap;

/// The files of the catalogue, as text.
pub struct Sources<'a> {
    /// `questionnaire.json`.
    pub questionnaire: &'a str,
    /// `regions.json`.
    pub regions: &'a str,
    /// `guide.json`.
    pub guide: &'a str,
    /// The words of the interface: `wording/nl.json`.
    pub wording: &'a str,
    /// Every partner's file: its name without a folder, and its text.
    pub partners: &'a [(String, String)],
    /// Every persona's file, as text.
    pub personas: &'a [String],
}

/// What is known.
#[derive(Debug)]
pub struct Bench {
    pub(super) raw: RawCatalogue,
    pub(super) bare: Catalogue,
    pub(super) wording: Wording,
    pub(super) today: Date,
    pub(super) clauses: Clauses,
    published: Vec<Published>,
    personas: Vec<Persona>,
}

/// A partner whose file is published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// The file, such as `samana.json`.
    pub file: String,
    /// Its text.
    pub text: String,
    /// The partner's id.
    pub id: String,
    /// The partner's name.
    pub name: String,
    /// The ids of its offers.
    pub offers: Vec<String>,
}

/// Someone to try an offer on.
#[derive(Clone, Debug)]
pub struct Persona {
    /// A name to tell them apart.
    pub id: String,
    /// Who it is, in a sentence.
    pub story: String,
    /// What they answer, as written.
    pub written: Node,
    /// What they answer.
    pub answers: Answers,
}

impl Bench {
    /// What is known on a day.
    ///
    /// # Errors
    /// The name of the file that can't be read.
    pub fn new(sources: &Sources, today: Date) -> Result<Self, String> {
        let source = |file, text| Source { file, text };
        let (mut raw, _) =
            parse(source("questionnaire.json", sources.questionnaire), source("regions.json", sources.regions), &[]);
        parse_guide(source("guide.json", sources.guide), &mut raw);
        let words: BTreeMap<String, String> = serde_json::from_str(sources.wording).map_err(|_| "nl.json")?;
        let (wording, _) = Wording::new(Language::Nl, |name| words.get(name).cloned());
        let (bare, _) = check(&raw, today);
        let bare = bare.ok_or("questionnaire.json")?;
        let clauses = match (&raw.questionnaire, &raw.regions) {
            (Some((_, questionnaire)), Some((_, regions))) => Clauses::new(questionnaire, regions),
            _ => return Err("questionnaire.json".to_owned()),
        };
        let personas = sources.personas.iter().filter_map(|text| persona(&bare, text)).collect();
        let mut published: Vec<Published> =
            sources.partners.iter().filter_map(|(file, text)| publish(file, text)).collect();
        published.sort_by(|one, other| one.name.cmp(&other.name));
        Ok(Self { raw, bare, wording, today, clauses, published, personas })
    }

    /// The partners whose files are published, by name.
    pub fn published(&self) -> &[Published] {
        &self.published
    }

    /// The personas.
    pub fn personas(&self) -> &[Persona] {
        &self.personas
    }

    /// The words of the interface.
    pub fn wording(&self) -> &Wording {
        &self.wording
    }

    /// The catalogue without any offer: its questions and places.
    pub fn bare(&self) -> &Catalogue {
        &self.bare
    }

    /// The questions as written.
    pub fn questions(&self) -> &[RawQuestion] {
        self.raw.questionnaire.as_ref().map_or(&[], |(_, questionnaire)| &questionnaire.questions)
    }

    /// The question with this id.
    pub fn question(&self, id: &str) -> Option<&RawQuestion> {
        self.questions().iter().find(|question| question.id == id)
    }

    /// The questions by topic, each with its id and what it is about in a few words.
    pub fn topics(&self) -> Vec<(String, Vec<(String, String)>)> {
        let topics = self.raw.questionnaire.as_ref().map_or(&[][..], |(_, questionnaire)| &questionnaire.topics);
        let questions = |topic: &str| {
            let own = self.questions().iter().filter(|question| question.topic == topic);
            own.map(|question| (question.id.clone(), words_of(&question.short))).collect()
        };
        topics.iter().map(|topic| (words_of(&topic.name), questions(&topic.id))).collect()
    }

    /// Whose offer this is, when another file has one with this id.
    pub(super) fn owner(&self, offer: &str, own_file: &str) -> Option<&Published> {
        self.published
            .iter()
            .find(|partner| partner.file != own_file && partner.offers.iter().any(|other| other == offer))
    }

    /// The name of a place, with the area around it where that tells more.
    pub fn place(&self, id: &str) -> Option<String> {
        let regions = self.bare.regions();
        let region = regions.get(regions.find(id)?);
        let name = region.name.words(Language::Nl);
        Some(match region.parent.filter(|_| region.is_municipality) {
            Some(parent) => format!("{name} ({})", regions.get(parent).name.words(Language::Nl)),
            None => name.to_owned(),
        })
    }

    /// The places that someone who types this may mean: id and name.
    pub fn search(&self, typed: &str) -> Vec<(String, String)> {
        let regions = self.bare.regions();
        let found = regions.search(typed, Language::Nl, 8);
        let named = |index| {
            let id = regions.get(index).id.as_str();
            Some((id.to_owned(), self.place(id)?))
        };
        found.into_iter().filter_map(named).collect()
    }
}

fn persona(bare: &Catalogue, text: &str) -> Option<Persona> {
    let raw: RawScenario = read(Source { file: "", text }).ok()?;
    let (answers, _) = answers::file::read(bare, &raw.answers, &Spot::file(""));
    let written = Node::read(text)?.find("/answers")?.anew();
    Some(Persona { id: raw.id, story: raw.story, written, answers })
}

fn publish(file: &str, text: &str) -> Option<Published> {
    let tree = Node::read(text)?;
    let word = |pointer| tree.find(pointer).and_then(Node::words).map(str::to_owned);
    let offers = tree.find("/offers")?.items().iter();
    let id = word("/partner/id")?;
    Some(Published {
        file: file.to_owned(),
        text: text.to_owned(),
        name: word("/partner/name/nl").unwrap_or_else(|| id.clone()),
        id,
        offers: offers.filter_map(|offer| offer.find("/id")?.words().map(str::to_owned)).collect(),
    })
}
