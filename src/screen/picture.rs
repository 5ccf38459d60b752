//! What weighs and what carries, as a picture in words.

use super::Maker;
use crate::{
    balance::{Weight, balance},
    language::Said,
    wording::Phrase,
};

/// What weighs and what carries.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// Each domain that was told about, in authored order.
    pub domains: Vec<Domain>,
}

/// One domain of a caregiver's life.
#[derive(Clone, Debug, PartialEq)]
pub struct Domain {
    /// What it is about, in short.
    pub name: Said,
    /// How it stands.
    pub weight: Weight,
}

impl Picture {
    /// The domains that stand so.
    pub fn of(&self, weights: &[Weight]) -> impl Iterator<Item = &Domain> {
        self.domains.iter().filter(move |domain| weights.contains(&domain.weight))
    }
}

impl Maker<'_> {
    /// None while nothing was told about it.
    pub(super) fn picture(&self) -> Option<Picture> {
        let domains: Vec<Domain> = balance(self.catalogue, self.answers)
            .into_iter()
            .map(|(question, weight)| {
                let asked = self.catalogue.questionnaire().get(question);
                let mut name = self.text(&asked.short);
                // Too little of what carries weighs as well.
                if asked.carries && weight != Weight::Carries {
                    name.text = self.wording.fill(Phrase::PictureLittle, &[("name", &name.text)]);
                }
                Domain { name, weight }
            })
            .collect();
        (!domains.is_empty()).then_some(Picture { domains })
    }
}
