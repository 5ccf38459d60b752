//! The tree of places: countries, regions, provinces, municipalities.
//!
//! The municipalities are numbered in the order of the tree, so that every region is one [`Span`] of numbers.
//! A question about a place is thereby a question about a number, and 'in Flanders' an interval.

use crate::{
    id::RegionId,
    language::{Language, Text},
    span::Span,
};
use std::collections::BTreeMap;

/// Country, region, province, community and municipality are five levels; more than this is a mistake.
const DEEPEST: u8 = 8;

/// Points to a region of one tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RegionIndex(usize);

/// A place of any size.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// Its id.
    pub id: RegionId,
    /// Its name, in the languages that have one of their own.
    pub name: Text,
    /// Other names it goes by: everyday names, names of municipalities that merged into it.
    pub also: Vec<String>,
    /// Postcodes: four digits, in both countries.
    pub postcodes: Vec<String>,
    /// The region around it; `None` for a country.
    pub parent: Option<RegionIndex>,
    /// The numbers of its municipalities.
    pub span: Span,
    /// 0 for a country, 1 for what lies in it, and so on.
    pub depth: u8,
    /// Whether no smaller region lies in it.
    pub is_municipality: bool,
}

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

/// The whole tree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Regions {
    all: Vec<Region>,
    by_id: BTreeMap<RegionId, RegionIndex>,
}

impl Regions {
    /// Builds the tree. Seeds whose parent is unknown, or that are their own ancestor, are left out and returned.
    pub fn grow(seeds: Vec<Seed>) -> (Self, Vec<RegionId>) {
        let mut waiting: BTreeMap<Option<RegionId>, Vec<Seed>> = BTreeMap::new();
        for seed in seeds {
            waiting.entry(seed.parent.clone()).or_default().push(seed);
        }
        let mut regions = Self::default();
        let mut replaced: BTreeMap<RegionId, Option<RegionIndex>> = BTreeMap::new();
        regions.place(None, 0, 0, &mut waiting, &mut replaced);
        for (old, new) in replaced {
            if let Some(new) = new {
                regions.by_id.entry(old).or_insert(new);
            }
        }
        let left_out = waiting.into_values().flatten().map(|seed| seed.id).collect();
        (regions, left_out)
    }

    /// Puts the children of a region behind it, in order of id, and returns the number after the last municipality.
    fn place(
        &mut self,
        parent: Option<RegionIndex>,
        depth: u8,
        first: u32,
        waiting: &mut BTreeMap<Option<RegionId>, Vec<Seed>>,
        replaced: &mut BTreeMap<RegionId, Option<RegionIndex>>,
    ) -> u32 {
        if depth > DEEPEST {
            return first;
        }
        let parent_id = parent.and_then(|parent| self.all.get(parent.0)).map(|region| region.id.clone());
        let mut children = waiting.remove(&parent_id).unwrap_or_default();
        children.sort_by(|a, b| a.id.cmp(&b.id));
        let mut next = first;
        for seed in children {
            let index = RegionIndex(self.all.len());
            if self.by_id.insert(seed.id.clone(), index).is_some() {
                continue; // `duplicate-id` has told
            }
            for old in seed.replaces {
                // Split over several: then nobody knows which one is meant.
                replaced.entry(old).and_modify(|new| *new = None).or_insert(Some(index));
            }
            self.all.push(Region {
                id: seed.id,
                name: seed.name,
                also: seed.also,
                postcodes: seed.postcodes,
                parent,
                span: Span::new(next, next),
                depth,
                is_municipality: false,
            });
            let after = self.place(Some(index), depth.saturating_add(1), next, waiting, replaced);
            if let Some(region) = self.all.get_mut(index.0) {
                region.is_municipality = after == next;
                region.span.to = after.max(next + 1);
                next = region.span.to;
            }
        }
        next
    }

    /// The region with this id, or the one that replaced it.
    pub fn find(&self, id: &str) -> Option<RegionIndex> {
        self.by_id.get(&RegionId::new(id)?).copied()
    }

    /// The region an index points to.
    #[expect(clippy::indexing_slicing, reason = "indices are made by this tree only, and it never shrinks")]
    pub fn get(&self, index: RegionIndex) -> &Region {
        &self.all[index.0]
    }

    /// Every region, each after the one around it.
    pub fn iter(&self) -> impl Iterator<Item = (RegionIndex, &Region)> {
        self.all.iter().enumerate().map(|(index, region)| (RegionIndex(index), region))
    }

    /// Every id, those of replaced regions included.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.by_id.keys().map(RegionId::as_str)
    }

    /// All municipalities together.
    pub fn everywhere(&self) -> Span {
        Span::new(0, self.all.iter().map(|region| region.span.to).max().unwrap_or(0))
    }

    /// The country, region and province around a region, nearest first.
    pub fn around(&self, index: RegionIndex) -> impl Iterator<Item = RegionIndex> {
        std::iter::successors(self.get(index).parent, |index| self.get(*index).parent)
    }

    /// Whether one region lies in, or is, the other.
    pub fn is_within(&self, inner: RegionIndex, outer: RegionIndex) -> bool {
        self.get(outer).span.covers(self.get(inner).span) && self.get(inner).depth >= self.get(outer).depth
    }

    /// What a caregiver who types this may mean, best first: the beginning of a name, of a word in it,
    /// of another name, or of a postcode ('2011 AB' finds by its digits). Accents and capitals don't matter.
    pub fn search(&self, typed: &str, language: Language, most: usize) -> Vec<RegionIndex> {
        let wanted = plain(typed);
        if wanted.is_empty() {
            return Vec::new();
        }
        let digits: String = wanted.chars().take_while(char::is_ascii_digit).collect();
        let mut found: Vec<((u8, u8, &str), RegionIndex)> = self
            .iter()
            .filter_map(|(index, region)| {
                let fit =
                    if digits.is_empty() { fit_of_name(region, &wanted) } else { fit_of_postcode(region, &digits) };
                // A larger area of the same name comes after the town.
                Some(((fit?, u8::MAX - region.depth, region.name.words(language)), index))
            })
            .collect();
        found.sort();
        found.into_iter().map(|(_, index)| index).take(most).collect()
    }
}

/// 0 when a name is what was typed, 1 when it begins so, 2 when another name does, 3 when a later word does.
fn fit_of_name(region: &Region, wanted: &str) -> Option<u8> {
    let names = region.name.all().map(|(_, name)| (name, 1)).chain(region.also.iter().map(|name| (name.as_str(), 2)));
    names
        .filter_map(|(name, begins)| {
            let name = plain(name);
            if name == wanted {
                Some(0)
            } else if name.starts_with(wanted) {
                Some(begins)
            } else {
                let later_word = name.split(' ').skip(1).any(|word| word.starts_with(wanted));
                (later_word || (wanted.contains(' ') && name.contains(wanted))).then_some(3)
            }
        })
        .min()
}

fn fit_of_postcode(region: &Region, digits: &str) -> Option<u8> {
    let wanted = digits.get(..4).unwrap_or(digits);
    if region.postcodes.iter().any(|postcode| postcode == wanted) {
        Some(0)
    } else {
        region.postcodes.iter().any(|postcode| postcode.starts_with(wanted)).then_some(1)
    }
}

/// Small letters without accents; hyphens, apostrophes and dots become spaces.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.trim().chars().take(60).flat_map(char::to_lowercase) {
        match letter {
            'à'..='å' => plain.push('a'),
            'ç' => plain.push('c'),
            'è'..='ë' => plain.push('e'),
            'ì'..='ï' => plain.push('i'),
            'ñ' => plain.push('n'),
            'ò'..='ö' => plain.push('o'),
            'ù'..='ü' => plain.push('u'),
            'ß' => plain.push_str("ss"),
            'œ' => plain.push_str("oe"),
            letter if letter.is_alphanumeric() => plain.push(letter),
            _ if plain.ends_with(' ') || plain.is_empty() => {}
            _ => plain.push(' '),
        }
    }
    plain.truncate(plain.trim_end().len());
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seed(id: &str, parent: &str, name: &str, postcodes: &[&str], replaces: &[&str]) -> Seed {
        Seed {
            id: RegionId::new(id).expect("an id"),
            parent: RegionId::new(parent),
            name: [(Language::Nl, name.to_owned())].into_iter().collect(),
            also: Vec::new(),
            postcodes: postcodes.iter().map(|code| (*code).to_owned()).collect(),
            replaces: replaces.iter().filter_map(|id| RegionId::new(id)).collect(),
        }
    }

    fn tree() -> Regions {
        let (regions, left_out) = Regions::grow(vec![
            seed("gent", "vov", "Gent", &["9000", "9050"], &["old-gent"]),
            seed("be", "", "België", &[], &[]),
            seed("lim", "be", "Limburg", &[], &[]),
            seed("vov", "be", "Oost-Vlaanderen", &[], &[]),
            seed("aalst", "vov", "Aalst", &["9300"], &["split"]),
            seed("lede", "vov", "Lede", &["9340"], &["split"]),
            seed("lost", "nowhere", "Verloren", &[], &[]),
            seed("sl", "lim", "Sint-Lievens-Houtem", &["9520"], &[]),
        ]);
        assert_eq!(left_out.iter().map(RegionId::as_str).collect::<Vec<_>>(), ["lost"]);
        regions
    }

    #[test]
    fn a_region_covers_what_lies_in_it() {
        let regions = tree();
        let span = |id| regions.get(regions.find(id).expect(id)).span;
        assert!(span("be").covers(span("gent")) && span("vov").covers(span("gent")));
        assert!(!span("lim").meets(span("gent")));
        assert_eq!(regions.everywhere(), span("be"));
        assert_eq!(regions.find("old-gent"), regions.find("gent"));
        assert_eq!(regions.find("split"), None, "nobody knows which of the two");
    }

    #[test]
    fn finds_a_town_as_people_type_it() {
        let regions = tree();
        let first = |typed| {
            let found = regions.search(typed, Language::Nl, 5);
            found.first().map(|index| regions.get(*index).id.to_string()).unwrap_or_default()
        };
        for (typed, id) in [
            ("gent", "gent"),
            ("GÉN", "gent"),
            ("9050", "gent"),
            ("9300 AB", "aalst"),
            ("houtem", "sl"),
            ("sint lievens", "sl"),
            ("lievens hou", "sl"),
            ("xyz", ""),
        ] {
            assert_eq!(first(typed), id, "{typed}");
        }
    }
}
