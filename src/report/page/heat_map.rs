//! Needs × situations × phases as a picture, and as tables with the same numbers.

use super::{Maker, brief, folded, p, scrolling, table};
use crate::{
    pages::markup::{El, el},
    report::{
        heat::{Cell, Heat, situation},
        place_name,
    },
};

const LABELS: usize = 264;
const HEAD: usize = 224;
const WIDE: usize = 58;
const HIGH: usize = 50;
/// Room for the last slanted heading.
const BESIDE: usize = 120;
/// The tallest bar of a cell.
const TALLEST: usize = 15;
/// From how many offers on a cell has this shade.
const SHADES: [usize; 5] = [1, 3, 6, 10, 16];

impl Maker<'_> {
    pub(super) fn heat_maps(&self) -> Vec<El> {
        let mut made = vec![
            p("Elke rij is een behoefte, elke kolom een situatie. Hoe sterker de kleur, hoe meer hulp er zeker past."),
            p("Het grote getal: zoveel vormen van hulp passen zeker. Het kleine getal met een plus: zoveel passen er \
               misschien nog bij. De staafjes eronder zijn de fasen: hoe \
                 hoger binnen de rij, hoe meer hulp zeker past en voor die fase bedoeld is. Een streepje: niets voor die \
                 fase. Een dikke rand: er is helemaal niets."),
        ];
        let mut legend = Some(self.legend());
        if self.report.heats.len() > 1 {
            made.push(self.by_area());
        }
        for heat in &self.report.heats {
            let place = place_name(self.catalogue, heat.place);
            if self.report.heats.len() > 1 {
                made.push(el("h3").text(place));
            }
            let label = format!("Kaart van {place}: behoeften en situaties");
            // On paper the key stands on the page of the first map.
            made.push(el("div").class("wide").all(legend.take()).put(scrolling(&label, self.map(heat))));
            made.push(self.numbers(heat).class("on-screen"));
        }
        made
    }

    /// What colours and bars mean.
    fn legend(&self) -> El {
        let shades = ["0", "1–2", "3–5", "6–9", "10–15", "16 of meer"];
        let keys = shades.iter().enumerate().map(|(shade, words)| {
            el("li")
                .put(el("span").class(&format!("key k{shade}")).set("aria-hidden", "true"))
                .text(&format!(" {words}"))
        });
        let phases = self.phases().into_iter().map(|words| el("li").text(&words));
        el("div")
            .class("legend")
            .put(el("div").put(el("p").class("small").text("Zoveel past zeker:")).put(el("ul").class("keys").all(keys)))
            .put(
                el("div")
                    .put(el("p").class("small").text("De staafjes, van links naar rechts:"))
                    .put(el("ol").class("phases").all(phases)),
            )
    }

    fn phases(&self) -> Vec<String> {
        let asked = self.catalogue.questionnaire().get(self.catalogue.landmarks().phase);
        asked.options.iter().map(|option| option.text.words(crate::language::Language::Nl).to_owned()).collect()
    }

    fn situations(&self) -> Vec<&str> {
        let Some(index) = situation(self.catalogue) else { return Vec::new() };
        self.catalogue.questionnaire().get(index).options.iter().map(|option| brief(&option.text)).collect()
    }

    fn map(&self, heat: &Heat) -> El {
        let situations = self.situations();
        let needs = self.catalogue.need_count();
        let (width, height) = (LABELS + WIDE * situations.len() + BESIDE, HEAD + HIGH * needs + 4);
        let place = place_name(self.catalogue, heat.place);
        let most = |need: usize| {
            let counts = heat.row(need).flat_map(|cell| cell.phases.iter().map(|count| count.certain));
            counts.max().unwrap_or(0)
        };
        let title =
            format!("Hulp in {place} per behoefte, situatie en fase. Dezelfde getallen staan in de tabellen eronder.");
        let columns = situations.iter().enumerate().map(|(place, words)| {
            let (x, y) = (LABELS + WIDE * place + WIDE / 2, HEAD - 10);
            el("text").class("head").set("transform", &format!("translate({x} {y}) rotate(-52)")).text(words)
        });
        let rows = (0..needs).map(|need| {
            let y = HEAD + HIGH * need + HIGH / 2 + 5;
            el("text").class("side").set("x", &(LABELS - 10).to_string()).set("y", &y.to_string()).text(self.need(need))
        });
        el("svg")
            .class("map")
            .set("viewBox", &format!("0 0 {width} {height}"))
            .set("role", "img")
            .set("aria-label", &title)
            .all(columns)
            .all(rows)
            .all(heat.cells.iter().map(|cell| picture(cell, most(cell.need))))
    }

    /// The numbers of the picture: a table for each need.
    fn numbers(&self, heat: &Heat) -> El {
        let place = place_name(self.catalogue, heat.place);
        let situations = self.situations();
        let phases = self.phases();
        let heads: Vec<&str> =
            ["Situatie", "Alle fasen"].into_iter().chain(phases.iter().map(String::as_str)).collect();
        let of_need = |need: usize| {
            let rows = heat.row(need).map(|cell| {
                let name = situations.get(cell.situation).copied().unwrap_or_default().to_owned();
                let counts = [&cell.all].into_iter().chain(&cell.phases);
                let counts = counts.map(|count| match count.possible {
                    0 => count.certain.to_string(),
                    possible => format!("{} + {possible}", count.certain),
                });
                [name].into_iter().chain(counts).collect()
            });
            table(&format!("{} in {place}: zeker + misschien", self.need(need)), &heads, rows.collect())
        };
        let tables = el("div").all((0..self.catalogue.need_count()).map(of_need));
        folded(&format!("De getallen van {place} als tabellen"), tables)
    }

    /// Each need in each part of the countries, for whoever lives there.
    fn by_area(&self) -> El {
        let names = self.report.heats.iter().map(|heat| place_name(self.catalogue, heat.place));
        let heads: Vec<&str> = ["Behoefte"].into_iter().chain(names).collect();
        let rows = (0..self.catalogue.need_count()).map(|need| {
            let counts = self.report.heats.iter().map(|heat| {
                let count = heat.needs.get(need).copied().unwrap_or_default();
                format!("{} + {}", count.certain, count.possible)
            });
            [self.need(need).to_owned()].into_iter().chain(counts).collect()
        });
        table(
            "Per streek: past bij iedereen die er woont + hangt af van de situatie of de gemeente",
            &heads,
            rows.collect(),
        )
    }
}

fn picture(cell: &Cell, most: usize) -> El {
    let bare = if cell.all.total() == 0 { " bare" } else { "" };
    let shade = SHADES.iter().filter(|from| cell.all.certain >= **from).count();
    let (x, y) = (WIDE * cell.situation + LABELS, HIGH * cell.need + HEAD);
    let number = el("text").class("number").set("x", "6").set("y", "20").text(&cell.all.certain.to_string());
    let more = match cell.all.possible {
        0 => None,
        possible => Some(
            el("text").class("more").set("x", &(WIDE - 8).to_string()).set("y", "20").text(&format!("+{possible}")),
        ),
    };
    let frame = el("rect")
        .class("cell")
        .set("width", &(WIDE - 3).to_string())
        .set("height", &(HIGH - 3).to_string())
        .set("rx", "4");
    let bars = cell.phases.iter().enumerate().map(|(phase, count)| {
        let high = if count.certain == 0 { 1 } else { (3 + (TALLEST - 3) * count.certain / most.max(1)).min(TALLEST) };
        el("rect")
            .class(if count.certain == 0 { "none" } else { "bar" })
            .set("x", &(6 + 6 * phase).to_string())
            .set("y", &(HIGH - 8 - high).to_string())
            .set("width", "5")
            .set("height", &high.to_string())
    });
    el("g")
        .class(&format!("k{shade}{bare}"))
        .set("transform", &format!("translate({x} {y})"))
        .put(frame)
        .put(number)
        .all(more)
        .all(bars)
}
