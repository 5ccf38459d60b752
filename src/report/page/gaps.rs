//! Who finds too little, as sentences.

use super::{Maker, p};
use crate::{
    pages::markup::{El, el},
    report::{
        gaps::{Gap, Level, words::sentence},
        place_name,
    },
};

/// More sentences than this nobody reads.
const MOST: usize = 25;

impl Maker<'_> {
    pub(super) fn gaps(&self) -> Vec<El> {
        let mut made = vec![p(
            "Elke zin is nagerekend: wat iemand verder ook antwoordt, het blijft waar. Bij situatie en werk bedoelen we wie \
             alleen dat antwoord geeft.",
        )];
        let shared = MOST / self.report.gaps.len().max(1);
        for (place, gaps) in &self.report.gaps {
            let name = place_name(self.catalogue, *place);
            if self.report.gaps.len() > 1 {
                made.push(el("h3").text(name));
            }
            if gaps.is_empty() {
                made.push(p(&format!("Voor {name} vonden we niets dat ontbreekt.")));
            }
            let told = gaps.get(..shared.min(gaps.len())).unwrap_or_default();
            for level in Level::ALL {
                let sentences: Vec<String> = told
                    .iter()
                    .filter(|gap: &&Gap| gap.level == level)
                    .map(|gap| sentence(self.catalogue, self.clause, *place, gap))
                    .collect();
                if !sentences.is_empty() {
                    let head = if self.report.gaps.len() > 1 { "h4" } else { "h3" };
                    made.push(el(head).text(title(level)));
                    made.push(el("ul").class("gaps").all(sentences.iter().map(|words| el("li").text(words))));
                }
            }
            if gaps.len() > told.len() {
                made.push(p(&format!("Er zijn er nog {} die minder mensen raken.", gaps.len() - told.len())));
            }
        }
        made
    }
}

fn title(level: Level) -> &'static str {
    match level {
        Level::Nothing => "Er is niets",
        Level::ABit => "Er is alleen iets dat een beetje helpt",
        Level::Lines => "Er is alleen een telefoonlijn of een website",
        Level::Moment => "Er is niets voor dat moment",
        Level::General => "Er is niets speciaals voor de situatie",
        Level::Nationwide => "Er is alleen landelijk aanbod, niets van dichterbij",
    }
}
