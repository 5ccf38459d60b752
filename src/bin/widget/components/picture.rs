//! What weighs and what carries: leaves above a line, stones below it, and the same in words.

use super::Chrome;
use crate::markup::{El, el};
use mantelwijzer::{
    balance::Weight,
    screen::{Domain, Picture},
    wording::Phrase,
};

/// How far apart the seven stand, and where the line is.
const STEP: usize = 44;
const LINE: usize = 60;

pub fn picture(chrome: &Chrome, picture: &Picture) -> El {
    let list = |phrase, class: &str, weights: &[Weight]| {
        let names: Vec<El> = picture.of(weights).map(|domain| chrome.text("li", class, &domain.name)).collect();
        (!names.is_empty()).then(|| el("div", "").put(chrome.phrase("strong", "", phrase)).put(el("ul", "").all(names)))
    };
    // The words below say all that the drawing shows.
    let svg = el("svg", "scale")
        .set("viewBox", "0 0 308 120")
        .set("aria-hidden", "true")
        .put(shape("line", &["M4 ", &LINE.to_string(), "q75-14 150 0t150 0"].concat()))
        .all(picture.domains.iter().enumerate().map(|(place, domain)| mark(place, domain)));
    el("div", "picture")
        .put(chrome.subtitle(Phrase::PictureTitle))
        .put(chrome.phrase("p", "small", Phrase::PictureLead))
        .put(svg)
        .put(
            el("div", "balance")
                .may_put(list(Phrase::PictureHeavy, "heavy", &[Weight::Heavy]))
                .may_put(list(Phrase::PictureWeighs, "weighs", &[Weight::Weighs]))
                .may_put(list(Phrase::PictureCarries, "carries", &[Weight::Carries]))
                .may_put(list(Phrase::PictureLight, "light", &[Weight::Light])),
        )
}

/// One domain: a leaf that lifts, a dot, or a stone that pulls.
fn mark(place: usize, domain: &Domain) -> El {
    let at =
        |down: usize, drawing: &str| ["M", &(22 + place * STEP).to_string(), " ", &down.to_string(), drawing].concat();
    match domain.weight {
        Weight::Carries => shape("leaf", &at(LINE - 6, "c-20-12-20-34 0-46c20 12 20 34 0 46")),
        Weight::Light => shape("dot", &at(LINE, "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0")),
        Weight::Weighs => shape("stone", &at(LINE, "v12m-10 8a10 8 0 1 0 20 0a10 8 0 1 0-20 0")),
        Weight::Heavy => shape("stone heavy", &at(LINE, "v22m-17 14a17 14 0 1 0 34 0a17 14 0 1 0-34 0")),
    }
}

fn shape(class: &str, path: &str) -> El {
    el("path", class).set("d", path)
}
