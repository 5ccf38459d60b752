//! How fresh the facts are: bars by partner, the months to come, and the oldest.

use super::{
    Maker,
    bars::{Bar, bars},
    folded, p, scrolling, table,
};
use crate::{
    date::dutch_month,
    language::Language,
    pages::markup::{El, el},
    report::fresh::Tally,
};

/// So many partners fit in a picture.
const SHOWN: usize = 20;

impl Maker<'_> {
    pub(super) fn fresh(&self) -> Vec<El> {
        let ageing = &self.report.ageing;
        let keys = [("fresh", "nog vers"), ("late", "te laat nagekeken"), ("undated", "zonder datum")].map(
            |(class, words)| {
                el("li")
                    .put(el("span").class(&format!("key {class}")).set("aria-hidden", "true"))
                    .text(&format!(" {words}"))
            },
        );
        let all = [Bar { label: "Alles samen".to_owned(), parts: parts(ageing.all), words: words(ageing.all) }];
        let mut made = vec![
            p("Bedragen, regels en telefoonnummers kijken we elk jaar na, andere hulp om de twee jaar."),
            el("ul").class("keys").all(keys),
            scrolling("Alles samen", bars(&format!("Alles samen: {}", words(ageing.all)), &all)),
            el("h3").text("Per organisatie"),
        ];
        made.push(p("Wie het meest moet nakijken, staat bovenaan. In de map ‘mails’ staat voor elk een brief klaar."));
        made.push(scrolling(
            "Per organisatie",
            bars("Per organisatie; dezelfde getallen staan in de tabel eronder", &self.partner_bars()),
        ));
        let rows = ageing.partners.iter().map(|(partner, tally)| {
            let numbers = [tally.fresh, tally.overdue, tally.undated].map(|number| number.to_string());
            [self.partner(*partner)].into_iter().chain(numbers).collect()
        });
        let heads = ["Organisatie", "Nog vers", "Te laat", "Zonder datum"];
        let whole = table("Hoe vers het aanbod is, per organisatie", &heads, rows.collect());
        made.push(folded(&format!("Alle {} organisaties als tabel", ageing.partners.len()), whole).class("on-screen"));
        made.extend(self.coming());
        made.extend(self.oldest());
        made
    }

    /// The name of a partner; where two have the same name, with the id that tells them apart.
    fn partner(&self, partner: usize) -> String {
        let of = |partner: usize| {
            let mut offers = self.catalogue.offers().map(|(_, offer)| offer);
            offers.find(|offer| offer.partner == partner).map(|offer| self.catalogue.partner(offer))
        };
        let Some(found) = of(partner) else { return String::new() };
        let name = found.name.words(Language::Nl);
        let others = self.report.ageing.partners.iter().filter(|(other, _)| *other != partner);
        let is_double = others.filter_map(|(other, _)| of(*other)).any(|other| other.name == found.name);
        if is_double { format!("{name} ({})", found.id) } else { name.to_owned() }
    }

    fn partner_bars(&self) -> Vec<Bar> {
        let partners = self.report.ageing.partners.iter().take(SHOWN);
        partners
            .map(|(partner, tally)| Bar { label: self.partner(*partner), parts: parts(*tally), words: words(*tally) })
            .collect()
    }

    fn coming(&self) -> Vec<El> {
        let coming = &self.report.ageing.coming;
        let bar = |(year, month, count): &(u16, u8, usize)| Bar {
            label: format!("{} {year}", dutch_month(*month)),
            parts: vec![("fresh", *count)],
            words: count.to_string(),
        };
        let rows: Vec<Bar> = coming.iter().map(bar).collect();
        let told: Vec<String> = rows.iter().map(|bar| format!("{} {}", bar.label, bar.words)).collect();
        let title = format!("Na te kijken per maand: {}", told.join(", "));
        vec![
            el("h3").text("De komende zes maanden"),
            p("Zoveel moet er per maand nagekeken worden, naast wat nu al te laat is."),
            scrolling("De komende zes maanden", bars(&title, &rows)),
        ]
    }

    fn oldest(&self) -> Vec<El> {
        let oldest = self.report.ageing.oldest.iter();
        let rows = oldest.map(|(offer, checked_on)| {
            let partner = self.catalogue.partner(self.catalogue.offer(*offer)).name.words(Language::Nl);
            vec![self.offer_name(*offer).to_owned(), partner.to_owned(), checked_on.written()]
        });
        vec![
            el("h3").text("Het oudst"),
            table("Het langst niet nagekeken", &["Aanbod", "Organisatie", "Datum van de bron"], rows.collect()),
        ]
    }
}

fn parts(tally: Tally) -> Vec<(&'static str, usize)> {
    vec![("fresh", tally.fresh), ("late", tally.overdue), ("undated", tally.undated)]
}

fn words(tally: Tally) -> String {
    format!("{} vers, {} te laat, {} zonder datum", tally.fresh, tally.overdue, tally.undated)
}
