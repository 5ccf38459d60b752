//! The texts that accompany a caregiver: neither questions nor offers. `guide.json`, checked.

use crate::{
    catalogue::{NeedIndex, OfferKind, Rung},
    language::Text,
    questionnaire::QuestionIndex,
};

/// All of it; empty when a catalogue has none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Guide {
    /// 'Am I a caregiver?': what is behind that door.
    pub recognition: Recognition,
    /// What matters in each phase, in the order of the phases.
    pub phases: Vec<PhaseGuide>,
    /// The ladder of respite care, from short to long.
    pub rungs: Vec<RungGuide>,
    /// Conversation sheets: what to bring up, and with whom.
    pub sheets: Vec<SheetGuide>,
    /// A calm word before the results, for someone whose load is heavy.
    pub breathe: Passage,
    /// Words that mean the same when searching, each list in small letters without accents.
    pub synonyms: Vec<Vec<String>>,
}

/// A few questions to be answered with yes or no, and what is said then.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recognition {
    /// The questions; a yes to the first is enough.
    pub questions: Vec<Text>,
    /// Said to whoever is a caregiver.
    pub yes: Passage,
    /// Said to everyone else: never a hard no.
    pub perhaps: Passage,
}

/// A title, and paragraphs under it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// The title.
    pub title: Text,
    /// The paragraphs.
    pub text: Vec<Text>,
}

/// What matters in one phase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhaseGuide {
    /// A position among the options of the question `phase`.
    pub phase: usize,
    /// The title.
    pub title: Text,
    /// What this time is like.
    pub lead: Text,
    /// What helps now.
    pub tips: Vec<Tip>,
    /// What is coming, so that people can prepare early.
    pub ahead: Vec<Text>,
}

/// A piece of advice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tip {
    /// The advice.
    pub text: Text,
    /// The page where its facts were read.
    pub source: Option<String>,
}

/// What respite care of one length is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RungGuide {
    /// How long.
    pub rung: Rung,
    /// The title.
    pub title: Text,
    /// What it is like.
    pub lead: Text,
}

/// A sheet to take to a conversation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetGuide {
    /// With whom: `work`, `school`, `doctor`, `municipality` or `family`.
    pub id: String,
    /// The title.
    pub title: Text,
    /// What the sheet is for.
    pub lead: Text,
    /// How to begin the conversation.
    pub opening: Text,
    /// Questions whose answers tell what the caregiver does.
    pub does: Vec<QuestionIndex>,
    /// Questions whose answers tell what weighs.
    pub weighs: Vec<QuestionIndex>,
    /// The needs that belong in this conversation; empty for all.
    pub needs: Vec<NeedIndex>,
    /// What the caregiver may want to ask.
    pub asks: Vec<Text>,
    /// What to ask instead once the care recipient has died; empty when `asks` will do.
    pub farewell: Vec<Text>,
    /// The kinds of offers that are rights to mention.
    pub rights: Vec<OfferKind>,
}
