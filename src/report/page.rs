//! The report as one page that needs no script, loads nothing and prints well. In Dutch: it goes to a meeting.

use super::{Report, gaps::words::Clause, in_place, review::day};
use crate::{
    catalogue::{Catalogue, OfferIndex},
    language::{Language, Text},
    pages::markup::{El, el},
};

mod bars;
mod fresh;
mod gaps;
mod heat_map;
mod languages;
mod rules;
mod short;

const STYLE: &str = include_str!("page/style.css");

/// What the sections of the page are made from.
#[derive(Clone, Copy)]
struct Maker<'a> {
    catalogue: &'a Catalogue,
    report: &'a Report,
    clause: Clause<'a>,
}

/// The whole file.
pub fn page(catalogue: &Catalogue, report: &Report, clause: Clause) -> String {
    let maker = Maker { catalogue, report, clause };
    let title = format!("Hulp voor mantelzorgers {}", maker.where_it_is());
    let mut page = String::from("<!doctype html>\n<html lang=\"nl\">\n");
    for element in [
        el("meta").set("charset", "utf-8"),
        el("meta")
            .set("http-equiv", "Content-Security-Policy")
            .set("content", "default-src 'none'; style-src 'unsafe-inline'"),
        el("meta").set("name", "viewport").set("content", "width=device-width, initial-scale=1"),
        el("meta").set("name", "color-scheme").set("content", "light dark"),
        el("title").text(&title),
    ] {
        element.write(&mut page);
    }
    page.push_str("<style>\n");
    page.push_str(STYLE);
    page.push_str("</style>\n");
    maker.body(&title).write(&mut page);
    page.push_str("</html>\n");
    page
}

impl Maker<'_> {
    fn body(&self, title: &str) -> El {
        let made = format!("Stand op {}. Gemaakt met Mantelwijzer.", day(self.report.today));
        let lead = "Wat er is, wat ontbreekt, en wat iemand moet nakijken.";
        let head = el("header")
            .put(el("h1").text(title))
            .put(el("p").class("lead").text(lead))
            .put(el("p").class("small").text(&made));
        let contents = [
            ("kort", "In het kort"),
            ("kaart", "Waar is veel hulp, en waar weinig?"),
            ("gaten", "Wie vindt te weinig?"),
            ("regels", "Regels om naar te kijken"),
            ("vers", "Hoe vers zijn de gegevens?"),
            ("taal", "Talen en leesniveau"),
            ("uitleg", "Hoe we tellen"),
        ];
        let links = contents.map(|(id, words)| el("li").put(el("a").set("href", &format!("#{id}")).text(words)));
        let nav = el("nav").set("aria-label", "Inhoud").put(el("ol").all(links));
        let [short, heat, gaps, rules, fresh, taal, how] = contents;
        let main = el("main")
            .put(head)
            .put(nav)
            .put(section(short).all(self.short()))
            .put(section(heat).all(self.heat_maps()))
            .put(section(gaps).all(self.gaps()))
            .put(section(rules).all(self.rules()))
            .put(section(fresh).all(self.fresh()))
            .put(section(taal).all(self.languages()))
            .put(section(how).all(self.how()));
        el("body").put(bars::patterns()).put(main)
    }

    /// 'in Gent', or 'in België en Nederland'.
    fn where_it_is(&self) -> String {
        match self.report.place {
            Some(place) => in_place(self.catalogue, place),
            None => {
                let regions = self.catalogue.regions().iter();
                let countries: Vec<&str> = regions
                    .filter(|(_, region)| region.parent.is_none())
                    .map(|(_, region)| region.name.words(Language::Nl))
                    .collect();
                format!("in {}", super::listed(&countries, "en"))
            }
        }
    }

    /// The heading of a need.
    fn need(&self, need: usize) -> &str {
        let asked = self.catalogue.questionnaire().get(self.catalogue.landmarks().needs);
        asked.options.get(need).map_or("", |option| brief(option.short.as_ref().unwrap_or(&option.text)))
    }

    fn offer_name(&self, offer: OfferIndex) -> &str {
        self.catalogue.offer(offer).name.words(Language::Nl)
    }

    /// An offer and who offers it.
    fn offer(&self, offer: OfferIndex) -> String {
        let partner = self.catalogue.partner(self.catalogue.offer(offer)).name.words(Language::Nl);
        format!("{} ({partner})", self.offer_name(offer))
    }

    fn how(&self) -> Vec<El> {
        [
            "Dit verslag telt geen woorden. Voor elk getal rekent Mantelwijzer uit wat iemand met die antwoorden te zien \
             krijgt, met dezelfde regels als op de website.",
            "Zeker betekent: het past, wat iemand verder ook antwoordt. Misschien betekent: het hangt nog af van andere \
             antwoorden, zoals leeftijd of werk.",
            "Bij een plaats bedoelen we iemand die daar woont en zorgt voor iemand die daar ook woont.",
            "Bij een situatie of werk bedoelen we wie alleen dat antwoord geeft. Wie meer aankruist, vindt soms meer.",
            "Hulp die er wel is maar niet in Mantelwijzer staat, telt niet mee. Mist u iets? Zet het erin.",
        ]
        .map(|words| el("p").text(words))
        .into()
    }
}

fn section((id, title): (&'static str, &'static str)) -> El {
    el("section")
        .set("id", id)
        .set("aria-labelledby", &format!("{id}-kop"))
        .put(el("h2").set("id", &format!("{id}-kop")).text(title))
}

/// The Dutch of an option up to its explanation.
fn brief(text: &Text) -> &str {
    let words = text.words(Language::Nl);
    words.split([',', ':', '(']).next().unwrap_or(words).trim_end()
}

/// One or more, with the number in front.
fn counted(count: usize, one: &str, more: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
}

fn p(words: &str) -> El {
    el("p").text(words)
}

fn list(items: impl IntoIterator<Item = String>) -> El {
    el("ul").all(items.into_iter().map(|words| el("li").text(&words)))
}

/// A long list behind a fold, where it is long.
fn folded(title: &str, inside: El) -> El {
    el("details").put(el("summary").text(title)).put(inside)
}

/// A table with a caption and a heading for each row.
fn table(caption: &str, heads: &[&str], rows: Vec<Vec<String>>) -> El {
    let head = heads.iter().map(|words| el("th").set("scope", "col").text(words));
    let body = rows.into_iter().map(|row| {
        el("tr").all(row.iter().enumerate().map(|(place, words)| match place {
            0 => el("th").set("scope", "row").text(words),
            _ => el("td").text(words),
        }))
    });
    let table = el("table")
        .put(el("caption").text(caption))
        .put(el("thead").put(el("tr").all(head)))
        .put(el("tbody").all(body));
    scrolling(caption, table)
}

/// What may be wider than the page, and is scrolled by itself then.
fn scrolling(label: &str, inside: El) -> El {
    el("div").class("scroll").set("role", "region").set("tabindex", "0").set("aria-label", label).put(inside)
}
