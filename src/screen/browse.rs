//! The social map: everything there is, by word, need, kind and place.

use super::{Card, Maker, Place, find_places};
use crate::{
    catalogue::OfferKind,
    questionnaire::QuestionIndex,
    search::{Search, find},
    visit::Visit,
    wording::Phrase,
};

/// The social map as far as it was narrowed.
#[derive(Clone, Debug, PartialEq)]
pub struct Browse {
    /// What is sought.
    pub search: Search,
    /// Every need.
    pub needs: Vec<Facet>,
    /// Every kind of help.
    pub kinds: Vec<Facet>,
    /// The question for the caregiver's place.
    pub question: QuestionIndex,
    /// The caregiver's place.
    pub place: Option<Place>,
    /// What was typed in the field for a place.
    pub typed: String,
    /// The places that may be meant.
    pub places: Vec<Place>,
    /// How often a field was emptied.
    pub field: usize,
    /// How much there is, in words.
    pub count: String,
    /// What there is, best first.
    pub found: Vec<Card>,
}

/// One way to narrow the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Facet {
    /// Its name.
    pub name: String,
    /// Whether it is chosen.
    pub is_chosen: bool,
    /// The search that choosing it makes.
    pub search: Search,
}

impl Maker<'_> {
    pub(super) fn browse(&self, visit: &Visit) -> Browse {
        let landmarks = self.catalogue.landmarks();
        let place = self.place_of(landmarks.carer_place);
        let search = Search { place: place.as_ref().map(|place| place.region), ..visit.search().clone() };
        let needs = (0..self.catalogue.need_count()).map(|need| Facet {
            name: self.need(need).text,
            is_chosen: search.need == Some(need),
            search: Search { need: Some(need), ..search.clone() },
        });
        let kinds = OfferKind::ALL.iter().map(|kind| Facet {
            name: self.wording.kind(*kind).to_owned(),
            is_chosen: search.kind == Some(*kind),
            search: Search { kind: Some(*kind), ..search.clone() },
        });
        let (needs, kinds) = (needs.collect(), kinds.collect());
        let found = find(self.catalogue, self.wording, &search);
        let count = match found.len() {
            0 => self.wording.say(Phrase::FoundNone).to_owned(),
            count => self.wording.count(Phrase::Found, count),
        };
        let typed = visit.typed().to_owned();
        let places = find_places(self.catalogue, self.wording, &typed);
        let (question, found) = (landmarks.carer_place, self.lines(&found));
        Browse { search, needs, kinds, question, place, typed, places, field: visit.fields(), count, found }
    }
}
