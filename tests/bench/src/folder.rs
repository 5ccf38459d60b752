//! A catalogue's folder, read without being looked at: the `catalogue` command has checked it, or its like.

use crate::Told;
use mantelwijzer::{
    catalogue::{
        Catalogue,
        build::build,
        parse::{RawCatalogue, RawPartnerOffers},
        raw::{RawOffer, RawPartner},
    },
    date::Date,
};
use serde::{Deserialize, de::DeserializeOwned};
use std::{
    fs,
    path::{Path, PathBuf},
    time::{SystemTime, UNIX_EPOCH},
};

#[derive(Deserialize)]
struct PartnerFile {
    partner: RawPartner,
    offers: Vec<RawOffer>,
}

/// Today in universal time.
pub fn today() -> Date {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    Date::from_days_since_1970((seconds / 86_400) as u32)
}

/// Reads JSON.
///
/// # Panics
/// When there is no such file, or it holds something else: the bench made it itself.
pub fn json<T: DeserializeOwned>(path: &Path) -> T {
    let text = fs::read_to_string(path).unwrap_or_else(|problem| panic!("{}: {problem}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|problem| panic!("{}: {problem}", path.display()))
}

#[derive(Deserialize)]
struct Caregiver {
    told: Told,
}

/// What each of some caregivers tells.
///
/// # Panics
/// When it is no list of caregivers.
pub fn caregivers(path: &Path) -> Vec<Told> {
    let all: Vec<Caregiver> = json(path);
    all.into_iter().map(|caregiver| caregiver.told).collect()
}

/// Questions, places and partners; no guide and no other languages, for they take no part in matching.
///
/// # Panics
/// When it is no catalogue.
pub fn catalogue(folder: &Path) -> Catalogue {
    let named = |name: &str| name.to_owned();
    let partners = fs::read_dir(folder.join("partners")).expect("a folder");
    let mut files: Vec<PathBuf> = partners.map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    let partners = files.iter().map(|path| {
        let PartnerFile { partner, offers } = json(path);
        let file = path.display().to_string();
        let offers = offers.into_iter().enumerate().collect();
        RawPartnerOffers { file, partner, offers, unread: 0, examples: vec![], patched: vec![], mended: false }
    });
    let raw = RawCatalogue {
        questionnaire: Some((named("questionnaire.json"), json(&folder.join("questionnaire.json")))),
        regions: Some((named("regions.json"), json(&folder.join("regions.json")))),
        partners: partners.collect(),
        ..RawCatalogue::default()
    };
    build(&raw, today()).0.expect("a catalogue")
}
