//! The tree as a published catalogue holds it: in its order, see [`crate::catalogue::pack::pack_places`].

use super::{Region, RegionIndex, Regions};
use crate::{catalogue::unpack::named, id::RegionId, json::Reader, language::Text, span::Span};

impl Regions {
    /// Reads the tree, and the ids that were replaced. The readers fail when a part is missing or points nowhere.
    pub fn unpack(regions: &mut Reader, replaced: &mut Reader) -> Self {
        let mut all = Vec::new();
        regions.into_list();
        while regions.has_more() {
            if let Some(region) = region(regions, all.len()) {
                all.push(region);
            }
        }
        let mut old = Vec::new();
        replaced.into_list();
        while replaced.has_more() {
            replaced.into_list();
            let id = id(replaced);
            let new = RegionIndex(replaced.position(all.len()));
            replaced.leave();
            old.extend(id.map(|id| (id, new)));
        }
        Self::number(all, old)
    }
}

fn region(reader: &mut Reader, before: usize) -> Option<Region> {
    reader.into_list();
    let id = id(reader);
    let parent = if reader.is_null() { None } else { Some(RegionIndex(reader.position(before))) };
    let mut name = Text::default();
    reader.into_list();
    while reader.has_more() {
        let (language, words) = named(reader);
        name.add(language, words);
    }
    let (also, postcodes) = (reader.texts(), reader.texts());
    reader.leave();
    Some(Region { id: id?, name, also, postcodes, parent, span: Span::new(0, 0), depth: 0, is_municipality: false })
}

fn id(reader: &mut Reader) -> Option<RegionId> {
    let id = RegionId::new(&reader.text());
    if id.is_none() {
        reader.fail();
    }
    id
}
