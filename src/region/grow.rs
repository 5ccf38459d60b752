//! The tree from a list in any order.

use super::{Region, RegionIndex, Regions};
use crate::{id::RegionId, language::Text, span::Span};
use std::collections::{BTreeMap, BTreeSet};

/// Country, region, province, community and municipality are five levels; more than this is a mistake.
const DEEPEST: u8 = 8;

/// What is needed to build one region: see [`Regions::grow`].
pub struct Seed {
    /// Its id.
    pub id: RegionId,
    /// The id of the region around it.
    pub parent: Option<RegionId>,
    /// See [`Region::name`].
    pub name: Text,
    /// See [`Region::also`].
    pub also: Vec<String>,
    /// See [`Region::postcodes`].
    pub postcodes: Vec<String>,
    /// Codes that this region replaced.
    pub replaces: Vec<RegionId>,
}

impl Regions {
    /// Builds the tree. Seeds whose parent is unknown, or that are their own ancestor, are left out and returned.
    /// Of two seeds with one id the first counts.
    pub fn grow(seeds: Vec<Seed>) -> (Self, Vec<RegionId>) {
        let mut waiting: BTreeMap<Option<RegionId>, Vec<Seed>> = BTreeMap::new();
        for seed in seeds {
            waiting.entry(seed.parent.clone()).or_default().push(seed);
        }
        let mut grower = Grower { waiting, all: Vec::new(), seen: BTreeSet::new(), replaced: BTreeMap::new() };
        grower.place(None, None, 0);
        // Split over several: then nobody knows which one is meant.
        let replaced = grower.replaced.into_iter().filter_map(|(old, new)| Some((old, new?))).collect();
        let left_out = grower.waiting.into_values().flatten().map(|seed| seed.id).collect();
        (Self::number(grower.all, replaced), left_out)
    }
}

struct Grower {
    waiting: BTreeMap<Option<RegionId>, Vec<Seed>>,
    all: Vec<Region>,
    seen: BTreeSet<RegionId>,
    replaced: BTreeMap<RegionId, Option<RegionIndex>>,
}

impl Grower {
    /// Puts what lies in a region behind it, in order of id.
    fn place(&mut self, parent: Option<RegionIndex>, id: Option<RegionId>, depth: u8) {
        if depth > DEEPEST {
            return;
        }
        let mut children = self.waiting.remove(&id).unwrap_or_default();
        children.sort_by(|a, b| a.id.cmp(&b.id));
        for seed in children.into_iter() {
            if !self.seen.insert(seed.id.clone()) {
                continue; // `duplicate-id` has told
            }
            let index = RegionIndex(self.all.len());
            for old in seed.replaces {
                self.replaced.entry(old).and_modify(|new| *new = None).or_insert(Some(index));
            }
            self.all.push(Region {
                id: seed.id.clone(),
                name: seed.name,
                also: seed.also,
                postcodes: seed.postcodes,
                parent,
                span: Span::new(0, 0),
                depth,
                is_municipality: false,
            });
            self.place(Some(index), Some(seed.id), depth + 1);
        }
    }
}
