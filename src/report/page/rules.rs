//! What partners and the editors may want to change in the catalogue.

use super::{Maker, brief, counted, folded, list, p};
use crate::{
    language::Language,
    pages::markup::{El, el},
    questionnaire::QuestionIndex,
    report::{in_place, listed, reach::FIRST},
};

/// A list longer than this is folded.
const LONG: usize = 8;

impl Maker<'_> {
    pub(super) fn rules(&self) -> Vec<El> {
        let mut made = vec![p("Dit deel is voor wie het aanbod bijhoudt. Niets hiervan is een fout: het zijn vragen.")];
        made.extend(self.block(
            "Vragen die geen enkele regel gebruikt",
            "Voor wie het aanbod past, maken deze vragen niets uit.",
            self.unused(),
        ));
        made.extend(self.block(
            "Antwoorden die geen enkele regel uit elkaar houdt",
            "Bij wie het ene of het andere antwoordt, past precies dezelfde hulp.",
            self.alike(),
        ));
        made.extend(self.block(
            "Aanbod met dezelfde regel, hetzelfde gebied en dezelfde behoeften",
            "Zijn dit echt verschillende vormen van hulp?",
            self.same(),
        ));
        made.extend(self.block(
            "Als het ene past, past het andere altijd ook",
            "Van dezelfde organisatie en dezelfde soort. Misschien kan het er één worden.",
            self.report.rules.implied.iter().map(|(narrow, wide)| {
                format!("Past ‘{}’, dan past ook ‘{}’.", self.offer_name(*narrow), self.offer_name(*wide))
            }),
        ));
        made.extend(self.block(
            "Regels die niets beslissen",
            "Iedereen voldoet eraan, of niemand.",
            self.report.rules.dead.iter().map(|dead| {
                let who = if dead.always {
                    "iedereen die het kan krijgen voldoet eraan"
                } else {
                    "niemand kan eraan voldoen"
                };
                format!("{}: {who} (‘{}’)", self.offer(dead.offer), dead.field)
            }),
        ));
        made.extend(self.block(
            "Regels met een deel dat niets verandert",
            "De andere delen van de regel, of het gebied, zeggen het al. Dat deel kan weg.",
            self.report.rules.idle.iter().map(|(offer, field)| format!("{} (‘{field}’)", self.offer(*offer))),
        ));
        made.extend(self.reach());
        made
    }

    fn reach(&self) -> Vec<El> {
        let reach = &self.report.reach;
        let mut made = self.block(
            "Aanbod dat niemand krijgt",
            "Het gebied ligt hier, maar niemand kan eraan voldoen, of de laatste dag is voorbij.",
            reach.never.iter().map(|offer| self.offer(*offer)),
        );
        let looked = format!(
            "We keken naar {} gevallen: elke behoefte, situatie en fase. Ook als al zijn voorwaarden kloppen, komt dit \
             aanbod nergens bij de eerste {FIRST}.",
            reach.cases
        );
        made.extend(self.block(
            "Aanbod dat altijd laag staat",
            &looked,
            reach.low.iter().map(|(offer, place)| format!("{}: op zijn best op plaats {place}", self.offer(*offer))),
        ));
        made.extend(self.block(
            "Aanbod dat iets alleen draagt",
            "Valt dit weg, dan is er voor die mensen niets meer.",
            self.lone(),
        ));
        made
    }

    fn block(&self, title: &str, lead: &str, items: impl IntoIterator<Item = String>) -> Vec<El> {
        let items: Vec<String> = items.into_iter().collect();
        let head = el("h3").text(title);
        if items.is_empty() {
            return vec![head, el("p").class("fine").text("Geen.")];
        }
        let count = items.len();
        let inside =
            if count > LONG { folded(&format!("Toon alle {count}"), list(items)).set("open", "") } else { list(items) };
        vec![head, p(lead), inside]
    }

    fn question(&self, question: QuestionIndex) -> &str {
        self.catalogue.questionnaire().get(question).short.words(Language::Nl)
    }

    fn unused(&self) -> Vec<String> {
        let of = |weighs: bool| {
            let questions = self.report.rules.unused.iter().filter(|(_, other)| *other == weighs);
            questions.map(|(index, _)| format!("‘{}’", self.question(*index))).collect::<Vec<_>>()
        };
        let mut told = Vec::new();
        if !of(false).is_empty() {
            told.push(format!("Nergens voor nodig: {}.", listed(&of(false), "en")));
        }
        if !of(true).is_empty() {
            told.push(format!("Alleen nodig voor de volgorde: {}.", listed(&of(true), "en")));
        }
        told
    }

    fn alike(&self) -> Vec<String> {
        let alike = self.report.rules.alike.iter();
        alike
            .flat_map(|(index, groups)| {
                let asked = self.catalogue.questionnaire().get(*index);
                groups.iter().map(|group| {
                    let options = group.iter().filter_map(|option| asked.options.get(*option));
                    // What comes before a colon is the answer; what comes after a comma may be what tells two apart.
                    let words = options.map(|option| option.text.words(Language::Nl));
                    let words = words.map(|words| words.split(':').next().unwrap_or(words));
                    let options: Vec<String> = words.map(|words| format!("‘{words}’")).collect();
                    format!("{}: {}", self.question(*index), listed(&options, "en"))
                })
            })
            .collect()
    }

    fn same(&self) -> Vec<String> {
        let name = |group: &Vec<_>| group.iter().map(|offer| self.offer(*offer)).collect::<Vec<_>>();
        self.report.rules.same.iter().map(|group| listed(&name(group), "en")).collect()
    }

    fn lone(&self) -> Vec<String> {
        let situations = crate::report::heat::situation(self.catalogue);
        let names = |options: &[usize]| {
            let asked = situations.map(|index| self.catalogue.questionnaire().get(index));
            let options = options.iter().filter_map(|option| asked?.options.get(*option));
            options.map(|option| format!("‘{}’", brief(&option.text))).collect::<Vec<_>>()
        };
        let lone = self.report.reach.lone.iter().map(|lone| {
            let need = self.need(lone.need);
            // Of a report on one place, everybody knows which.
            let there = match self.report.place {
                Some(_) => String::new(),
                None => format!(" {}", in_place(self.catalogue, lone.place)),
            };
            let offer = self.offer(lone.offer);
            if lone.always {
                return format!("{offer}: het enige{there} voor ‘{need}’");
            }
            let when = match lone.situations.len() {
                0..=4 => listed(&names(&lone.situations), "en"),
                many => counted(many, "situatie", "situaties"),
            };
            format!("{offer}: het enige{there} voor ‘{need}’ bij {when}")
        });
        lone.collect()
    }
}
