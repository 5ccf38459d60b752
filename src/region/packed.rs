//! The tree as a published catalogue holds it: in its order, see [`crate::catalogue::pack::pack_places`].

use super::{Region, RegionIndex, Regions};
use crate::{catalogue::unpack::named, id::RegionId, span::Span};
use serde_json::Value;

impl Regions {
    /// Reads the tree; `None` when a part is missing or points nowhere.
    pub fn unpack(packed: &Value) -> Option<Self> {
        let mut all = Vec::new();
        for packed in packed.get("regions")?.as_array()? {
            let region = region(packed, all.len())?;
            all.push(region);
        }
        let replaced = |packed: &Value| match packed.as_array()?.as_slice() {
            [old, new] => Some((RegionId::new(old.as_str()?)?, index(new, all.len())?)),
            _ => None,
        };
        let replaced = packed.get("replaced")?.as_array()?.iter().map(replaced).collect::<Option<_>>()?;
        Some(Self::number(all, replaced))
    }
}

fn region(packed: &Value, before: usize) -> Option<Region> {
    let [id, parent, names, also, postcodes] = packed.as_array()?.as_slice() else { return None };
    let strings = |list: &Value| {
        list.as_array()?.iter().map(|text| text.as_str().map(str::to_owned)).collect::<Option<Vec<String>>>()
    };
    Some(Region {
        id: RegionId::new(id.as_str()?)?,
        name: names.as_array()?.iter().map(named).collect::<Option<Vec<_>>>()?.into_iter().collect(),
        also: strings(also)?,
        postcodes: strings(postcodes)?,
        parent: if parent.is_null() { None } else { Some(index(parent, before)?) },
        span: Span::new(0, 0),
        depth: 0,
        is_municipality: false,
    })
}

fn index(packed: &Value, count: usize) -> Option<RegionIndex> {
    packed.as_u64().map(|index| index as usize).filter(|index| *index < count).map(RegionIndex)
}
