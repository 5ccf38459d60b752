//! The tree of places: countries, regions, provinces, municipalities.
//!
//! The municipalities are numbered in the order of the tree, so that every region is one [`Span`] of numbers.
//! A question about a place is thereby a question about a number, and 'in Flanders' an interval.

use crate::{
    id::RegionId,
    language::{Language, Text},
    span::Span,
    spelling::{fold, has_words, places, plain, slips},
};

mod grow;
mod packed;
pub use grow::Seed;

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

/// The whole tree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Regions {
    all: Vec<Region>,
    /// In order of id, those of replaced regions included.
    by_id: Vec<(RegionId, RegionIndex)>,
}

impl Regions {
    /// The tree of regions that come in its order: each after the one around it, municipalities as their leaves.
    /// Depths, intervals and leaves are worked out here. Ids that were replaced come beside.
    fn number(mut all: Vec<Region>, replaced: Vec<(RegionId, RegionIndex)>) -> Self {
        let mut municipalities = 0;
        for position in 0..all.len() {
            let next = all.get(position + 1).and_then(|next| next.parent);
            let parent = all.get(position).and_then(|region| region.parent).and_then(|parent| all.get(parent.0));
            let depth = parent.map_or(0, |parent| parent.depth.saturating_add(1));
            let Some(region) = all.get_mut(position) else { continue };
            region.depth = depth;
            region.is_municipality = next != Some(RegionIndex(position));
            region.span = Span::new(municipalities, municipalities + u32::from(region.is_municipality));
            municipalities = region.span.to;
        }
        for position in (0..all.len()).rev() {
            let Some(region) = all.get(position) else { continue };
            let (to, parent) = (region.span.to, region.parent);
            if let Some(around) = parent.and_then(|parent| all.get_mut(parent.0)) {
                around.span.to = around.span.to.max(to);
            }
        }
        let mut regions = Self { all: Vec::new(), by_id: Vec::with_capacity(all.len() + replaced.len()) };
        for (position, region) in all.iter().enumerate() {
            regions.name(region.id.clone(), RegionIndex(position));
        }
        // A region that exists goes before one that was replaced.
        for (id, region) in replaced {
            regions.name(id, region);
        }
        regions.all = all;
        regions
    }

    /// Lets an id stand for a region, unless it stands for one already.
    fn name(&mut self, id: RegionId, region: RegionIndex) {
        if let Err(place) = self.place(id.as_str()) {
            self.by_id.insert(place, (id, region));
        }
    }

    fn place(&self, id: &str) -> Result<usize, usize> {
        self.by_id.binary_search_by(|(known, _)| known.as_str().cmp(id))
    }

    /// The region with this id, or the one that replaced it.
    pub fn find(&self, id: &str) -> Option<RegionIndex> {
        let place = self.place(id).ok()?;
        self.by_id.get(place).map(|(_, region)| *region)
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
        self.by_id.iter().map(|(id, _)| id.as_str())
    }

    /// Ids that were replaced, and by which region.
    pub fn replaced(&self) -> impl Iterator<Item = (&str, RegionIndex)> {
        let is_old = |(id, region): &&(RegionId, RegionIndex)| self.get(*region).id != *id;
        self.by_id.iter().filter(is_old).map(|(id, region)| (id.as_str(), *region))
    }

    /// All municipalities together: the tree ends with the last of them.
    pub fn everywhere(&self) -> Span {
        Span::new(0, self.all.last().map_or(0, |last| last.span.to))
    }

    /// The country, region and province around a region, nearest first.
    pub fn around(&self, index: RegionIndex) -> impl Iterator<Item = RegionIndex> {
        std::iter::successors(self.get(index).parent, |index| self.get(*index).parent)
    }

    /// Whether one region lies in, or is, the other.
    pub fn is_within(&self, inner: RegionIndex, outer: RegionIndex) -> bool {
        self.get(outer).span.covers(self.get(inner).span) && self.get(inner).depth >= self.get(outer).depth
    }

    /// The regions whose name stands in a folded text as whole words, each with that name.
    pub fn named_in(&self, folded: &str) -> Vec<(String, RegionIndex)> {
        let mut named = Vec::new();
        let mut name = String::new();
        for (index, region) in self.iter() {
            for (_, written) in region.name.all() {
                name.clear();
                fold(written, &mut name);
                if name.len() > 2 && has_words(folded, &name) {
                    named.push((name.clone(), index));
                }
            }
        }
        named
    }

    /// What a caregiver who types this may mean, best first: the beginning of a name, of a word in it,
    /// of another name, or of a postcode ('2011 AB' finds by its digits). Accents and capitals don't matter.
    pub fn search<'a>(&'a self, typed: &str, language: Language, most: usize) -> Vec<RegionIndex> {
        let wanted = plain(typed);
        if wanted.is_empty() {
            return Vec::new();
        }
        // A postcode counts wherever it stands: '9000', 'Gent 9000', 'B-9000', '2011 AB'.
        let digits: String =
            wanted.chars().skip_while(|letter| !letter.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
        let wanted = wanted.strip_prefix("st ").map_or(wanted.clone(), |rest| ["sint ", rest].concat());
        let mut found: Vec<((u8, u8, &str), RegionIndex)> = self
            .iter()
            .filter_map(|(index, region)| {
                let fit =
                    if digits.is_empty() { fit_of_name(region, &wanted) } else { fit_of_postcode(region, &digits) };
                // A larger area of the same name comes after the town.
                let size = if region.is_municipality { 0 } else { u8::MAX - region.depth };
                Some(((fit?, size, region.name.words(language)), index))
            })
            .collect();
        if found.is_empty() && wanted.len() > 3 {
            // Nothing begins so: perhaps a letter is wrong.
            let of = |name: &str| slips(&wanted, &plain(name)).map(|slips| slips.whole);
            let near = |(index, region): (RegionIndex, &'a Region)| {
                let slips = region.name.all().filter_map(|(_, name)| of(name)).min().filter(|slips| *slips <= 2)?;
                Some(((slips, 0, region.name.words(language)), index))
            };
            found = self.iter().filter_map(near).collect();
        }
        found.sort_unstable();
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
                (later_word || (wanted.contains(' ') && places(&name, wanted).next().is_some())).then_some(3)
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
            ("gnet", "gent"),
            ("st lievens", "sl"),
            ("Aalst 9300", "aalst"),
        ] {
            assert_eq!(first(typed), id, "{typed}");
        }
    }
}
