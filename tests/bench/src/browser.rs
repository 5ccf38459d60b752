//! What the page of the bench calls. The widget's own Wasm offers nothing of this.

use crate::answers;
use mantelwijzer::{
    answers::Answers,
    catalogue::{Catalogue, unpack::unpack},
    date::Date,
    eligibility::Verdict,
    matching::match_offers,
};
use std::fmt::Write;
use wasm_bindgen::prelude::*;

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// A catalogue that was read.
#[wasm_bindgen]
pub struct Loaded(Catalogue);

/// A caregiver's answers.
#[wasm_bindgen]
pub struct Caregiver(Answers);

/// Reads a bundle and its places, as they are on a day.
///
/// # Errors
/// When the bundle can't be read whole.
#[wasm_bindgen]
pub fn load(bundle: &str, places: &str, today: &str) -> Result<Loaded, JsValue> {
    let today = Date::parse(today).ok_or("no day")?;
    match unpack(bundle, places, today) {
        Ok(unpacked) if unpacked.left_out == 0 => Ok(Loaded(unpacked.catalogue)),
        _ => Err("the bundle can't be read".into()),
    }
}

#[wasm_bindgen]
impl Loaded {
    /// What someone tells, as JSON by question.
    pub fn caregiver(&self, told: &str) -> Caregiver {
        Caregiver(answers(&self.0, &serde_json::from_str(told).unwrap_or_default()))
    }

    /// Matches and ranks all offers; how many fit or may fit.
    pub fn match_offers(&self, caregiver: &Caregiver) -> usize {
        match_offers(&self.0, &caregiver.0).shown().count()
    }

    /// Works out the rule of each offer, as the peers do; how many fit.
    pub fn fitting(&self, caregiver: &Caregiver) -> usize {
        let mut verdicts = self.0.verdicts(&caregiver.0);
        self.0.briefs().filter(|(_, brief)| verdicts.verdict(brief.fits) == Verdict::Met).count()
    }

    /// Each offer's id and verdict, on a line: `+` met, `?` unknown, `-` not met.
    pub fn verdicts(&self, caregiver: &Caregiver) -> String {
        let mut lines = String::new();
        let mut verdicts = self.0.verdicts(&caregiver.0);
        for (_, offer) in self.0.offers() {
            let sign = match verdicts.verdict(offer.fits.root()) {
                Verdict::Met => '+',
                Verdict::Unknown => '?',
                Verdict::NotMet => '-',
            };
            let _ = writeln!(lines, "{sign}{}", offer.id);
        }
        lines
    }
}
