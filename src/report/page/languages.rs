//! Languages, and how hard the texts are.

use super::{
    Maker,
    bars::{Bar, bars},
    p, scrolling, table,
};
use crate::{
    language::Language,
    pages::markup::{El, el},
    reading::Ease,
    report::languages::{FEWEST_WORDS, Measured},
};

impl Maker<'_> {
    pub(super) fn languages(&self) -> Vec<El> {
        let rows = self.report.languages.iter().map(|told| {
            let numbers = [told.complete, told.partial, told.none].map(|number| number.to_string());
            [name(told.language).to_owned()].into_iter().chain(numbers).collect()
        });
        let heads = ["Taal", "Volledig", "Voor een deel", "Niet"];
        let mut made = vec![
            el("h3").text("Talen"),
            table("In welke talen het aanbod is beschreven", &heads, rows.collect()),
            el("h3").text("Hoe moeilijk is het Nederlands?"),
        ];
        made.extend(self.level());
        made
    }

    fn level(&self) -> Vec<El> {
        let level = &self.report.level;
        let Some(score) = level.all.score() else { return vec![p("Er zijn geen teksten om te meten.")] };
        let tenths = level.all.tenths_of_words_per_sentence();
        let measure = format!(
            "We meten met de formule van Flesch en Douma: hoe langer de woorden en de zinnen, hoe lager de score. Vanaf 60 \
             lezen de meeste mensen een tekst vlot; dat is ongeveer taalniveau B1. Alles samen scoort {score}, met {},{} \
             woorden per zin. Teksten van minder dan {FEWEST_WORDS} woorden tellen niet mee.",
            tenths / 10,
            tenths % 10
        );
        let bar = |(ease, count): &(Ease, usize)| Bar {
            label: band(*ease).to_owned(),
            parts: vec![(if *ease < Ease::Hard { "fresh" } else { "late" }, *count)],
            words: count.to_string(),
        };
        let rows: Vec<Bar> = level.bands.iter().map(bar).collect();
        let told: Vec<String> = rows.iter().map(|bar| format!("{} {}", bar.label, bar.words)).collect();
        let hardest = level.hardest.iter().map(|one: &Measured| {
            let tenths = one.reading.tenths_of_words_per_sentence();
            let sentence = format!("{},{}", tenths / 10, tenths % 10);
            vec![one.words.clone(), self.offer_name(one.offer).to_owned(), one.score.to_string(), sentence]
        });
        let heads = ["Tekst", "Aanbod", "Score", "Woorden per zin"];
        vec![
            p(&measure),
            scrolling("Hoe moeilijk de teksten zijn", bars(&told.join(", "), &rows)),
            el("h3").text("De moeilijkste teksten"),
            p("Lange woorden zijn soms nodig, zoals de naam van een premie. Dan helpt een korte zin ernaast."),
            table("De teksten met de laagste score", &heads, hardest.collect()),
        ]
    }
}

fn name(language: Language) -> &'static str {
    match language {
        Language::Nl | Language::NlBe | Language::NlNl => "Nederlands",
        Language::NlSimple => "Makkelijk Nederlands",
        Language::NlYoung => "Nederlands voor jongeren",
        Language::Fr => "Frans",
        Language::De => "Duits",
        Language::En => "Engels",
        Language::Tr => "Turks",
        Language::Ar => "Arabisch",
    }
}

fn band(ease: Ease) -> &'static str {
    match ease {
        Ease::VeryEasy => "Heel makkelijk (80 of meer)",
        Ease::Easy => "Makkelijk (70 tot 79)",
        Ease::Plain => "Gewoon (60 tot 69)",
        Ease::Hard => "Moeilijk (45 tot 59)",
        Ease::VeryHard => "Heel moeilijk (minder dan 45)",
    }
}
