//! The five things to know.

use super::{Maker, counted};
use crate::{
    eligibility::Verdict,
    matching::nearness,
    pages::markup::{El, el},
    report::{gaps::Gap, gaps::words::sentence, in_place, listed, scope::answers_at},
};
use std::collections::BTreeSet;

impl Maker<'_> {
    pub(super) fn short(&self) -> Vec<El> {
        let sentences = [
            self.how_much(),
            self.most_and_least(),
            self.gaps_in_short(),
            self.fresh_in_short(),
            self.words_in_short(),
        ];
        vec![el("ol").class("five").all(sentences.map(|words| el("li").text(&words)))]
    }

    fn how_much(&self) -> String {
        let Self { catalogue, report, .. } = self;
        let partners: BTreeSet<usize> = report.offers.iter().map(|index| catalogue.offer(*index).partner).collect();
        let offers = counted(report.offers.len(), "vorm", "vormen");
        let partners = counted(partners.len(), "organisatie", "organisaties");
        let first = match report.place {
            Some(place) => {
                format!("Een mantelzorger {} kan {offers} van hulp vinden, van {partners}.", in_place(catalogue, place))
            }
            None => format!("In Mantelwijzer staan {offers} van hulp, van {partners}."),
        };
        let Some(place) = report.place else { return first };
        let answers = answers_at(catalogue, place);
        let offers = || report.offers.iter().map(|index| catalogue.offer(*index));
        let everyone = offers().filter(|offer| offer.fits.verdict(&answers) == Verdict::Met).count();
        let near = offers().filter(|offer| nearness(catalogue, offer) == 3).count();
        let near = match near {
            0 => "Niets daarvan is er alleen voor deze gemeente of een paar gemeenten.".to_owned(),
            near => format!(
                "{} er alleen voor deze gemeente of een paar gemeenten.",
                if near == 1 { "1 daarvan is".to_owned() } else { format!("{near} daarvan zijn") }
            ),
        };
        format!("{first} {everyone} passen bij iedereen; de andere hangen af van de situatie. {near}")
    }

    fn most_and_least(&self) -> String {
        let said = self.report.heats.iter().map(|heat| {
            let mut needs: Vec<(usize, usize)> =
                heat.needs.iter().enumerate().map(|(need, count)| (count.total(), need)).collect();
            needs.sort_unstable();
            let tell = |(count, need): &(usize, usize)| format!("‘{}’ ({count})", self.need(*need));
            let least: Vec<String> = needs.iter().take(3).map(tell).collect();
            let most: Vec<String> = needs.iter().rev().take(2).map(tell).collect();
            let place = in_place(self.catalogue, heat.place);
            let place = place.replacen("in ", "In ", 1);
            format!(
                "{place} is de minste keuze er voor {}, de meeste voor {}.",
                listed(&least, "en"),
                listed(&most, "en")
            )
        });
        said.collect::<Vec<_>>().join(" ")
    }

    fn gaps_in_short(&self) -> String {
        let all: Vec<_> =
            self.report.gaps.iter().flat_map(|(place, gaps)| gaps.iter().map(move |gap| (*place, gap))).collect();
        let Some((place, gap)) =
            all.iter().min_by_key(|(_, gap): &&(_, &Gap)| (gap.level, std::cmp::Reverse(gap.share)))
        else {
            return "We vonden geen groep mantelzorgers die te weinig vindt.".to_owned();
        };
        format!(
            "We vonden {} die te weinig {}. Het eerst valt op: {}",
            counted(all.len(), "groep mantelzorgers", "groepen mantelzorgers"),
            if all.len() == 1 { "vindt" } else { "vinden" },
            sentence(self.catalogue, self.clause, *place, gap)
        )
    }

    fn fresh_in_short(&self) -> String {
        let all = self.report.ageing.all;
        let coming: usize = self.report.ageing.coming.iter().map(|(.., count)| count).sum();
        format!(
            "Van de {} zijn de gegevens van {} nog vers. {} al nagekeken moeten zijn, en van {} is geen datum bekend. \
             De komende zes maanden {} er {coming} bij.",
            counted(all.total(), "vorm van hulp", "vormen van hulp"),
            all.fresh,
            if all.overdue == 1 { "1 had".to_owned() } else { format!("{} hadden", all.overdue) },
            all.undated,
            if coming == 1 { "komt" } else { "komen" },
        )
    }

    fn words_in_short(&self) -> String {
        let told = &self.report.languages;
        let whole = |tag: &str| told.iter().find(|told| told.language.tag() == tag).map_or(0, |told| told.complete);
        let languages = [("fr", "Frans"), ("de", "Duits"), ("en", "Engels")];
        let counts: Vec<String> = languages.iter().map(|(tag, name)| format!("{} in het {name}", whole(tag))).collect();
        let texts: usize = self.report.level.bands.iter().map(|(_, count)| count).sum();
        let hard: usize = self.report.level.bands.iter().skip(3).map(|(_, count)| count).sum();
        format!(
            "Alles staat in het Nederlands. Volledig vertaald zijn er {}. Van de {texts} teksten zijn er {hard} \
             moeilijker dan de meeste mensen vlot lezen.",
            listed(&counts, "en")
        )
    }
}
