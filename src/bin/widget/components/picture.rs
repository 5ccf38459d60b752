//! What weighs and what carries: leaves above a line, stones below it, and the same in words.

use super::Chrome;
use crate::{
    art::{drawing, shape},
    markup::{El, el},
};
use mantelwijzer::{
    balance::Weight,
    figures::figures,
    screen::{Domain, Picture},
    wording::Phrase,
};

/// How far apart the seven stand, and how high the bough is there.
const STEP: usize = 44;
const BOUGH: [usize; 7] = [61, 57, 58, 64, 70, 71, 67];

/// `tag` is that of its title: beside the heading of a question, or below that of the results.
pub fn picture(chrome: &Chrome, tag: &'static str, picture: &Picture) -> El {
    let list = |phrase, class: &str, weights: &[Weight]| {
        let names: Vec<El> = picture.of(weights).map(|domain| chrome.text("li", "", &domain.name)).collect();
        (!names.is_empty())
            .then(|| el("div", class).put(chrome.phrase("strong", "", phrase)).put(el("ul", "").all(names)))
    };
    // The words below say all that the drawing shows.
    let marks = picture.domains.iter().zip(BOUGH).enumerate().map(|(place, (domain, down))| mark(place, down, domain));
    let svg = drawing("scale", "0 0 308 136").put(shape("bough", "M4 64q75-14 150 0t150 0")).all(marks);
    el("div", "picture")
        .put(chrome.phrase(tag, "subtitle", Phrase::PictureTitle))
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

/// One domain: a leaf that rises, a bud, or a stone that hangs.
fn mark(place: usize, down: usize, domain: &Domain) -> El {
    let (class, path) = match domain.weight {
        Weight::Carries => ("leaf", "c-22-14-18-32 2-48c18 16 20 34-2 48q5-14 1-32q4 18-1 32"),
        Weight::Light => ("bud", "m-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0"),
        Weight::Weighs => ("stone", "v14m-12 13c-4-8 4-14 13-13s15 8 12 15-21 8-25-2z"),
        Weight::Heavy => ("stone heavy", "v22m-18 19c-4-12 6-20 19-19s21 11 17 21-31 12-36-2z"),
    };
    shape(class, &["M", &figures(22 + place * STEP), " ", &figures(down), path].concat())
}
