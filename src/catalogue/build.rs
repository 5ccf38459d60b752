//! The bridge: raw catalogue to checked catalogue, with everything that stands in the way.
//!
//! An offer with an error is left out, so that in the browser one bad offer never takes the others along.

use super::{
    Area, Catalogue, Contact, Cost, Freshness, Landmarks, Line, Offer, OfferId, Partner, PartnerId, Source,
    diagnostic::{Diagnostic, Spot},
    freshness,
    overlay::place_meant,
    parse::RawCatalogue,
    raw::{RawLine, RawOffer, RawPartner, RawText},
    translation::Memory,
};
use crate::{
    date::{Date, PartialDate},
    eligibility::{Diagram, Diagrams},
    id::nearest,
    language::Text,
    questionnaire::{Kind, QuestionIndex, Questionnaire},
    region::RegionIndex,
    rule::{Domain, Rule},
    says,
};
use std::{collections::BTreeMap, sync::Arc};

mod guide;
mod line;
mod lists;
mod rules;
use guide::build_guide;
use line::build_line;
use lists::{build_questionnaire, build_regions};
pub use rules::Names;

/// Builds the catalogue as it is on a day.
///
/// Returns all diagnostics, and the catalogue without the offers that have an error;
/// no catalogue when questions or places can't be read at all.
pub fn build(raw: &RawCatalogue, today: Date) -> (Option<Catalogue>, Vec<Diagnostic>) {
    let mut found = Vec::new();
    let (Some((regions_file, raw_regions)), Some((questions_file, raw_questions))) = (&raw.regions, &raw.questionnaire)
    else {
        return (None, found);
    };
    let regions = build_regions(raw_regions, Spot::file(regions_file), &mut found);
    let questionnaire = build_questionnaire(raw_questions, Spot::file(questions_file), &mut found);
    let Some(landmarks) = landmarks(&questionnaire, Spot::file(questions_file), &mut found) else {
        return (None, found);
    };
    let names = Names { questionnaire: &questionnaire, regions: &regions, landmarks, today };
    let mut partners = Vec::new();
    let mut seen_partners: BTreeMap<&str, &str> = BTreeMap::new();
    let mut offers: BTreeMap<OfferId, Offer> = BTreeMap::new();
    let mut seen_offers: BTreeMap<OfferId, String> = BTreeMap::new();
    for file in &raw.partners {
        let spot = file.spot();
        if let Some(first) = seen_partners.insert(&file.partner.id, &file.file) {
            found.push(duplicate(&spot.at("id"), &file.partner.id, first));
        }
        let partner = build_partner(&file.partner, &spot, &mut found);
        for (spot, raw_offer) in file.offers() {
            let mut reading = Reading { names: &names, found: &mut found, failed: false };
            let Some(offer) = reading.offer(raw_offer, partners.len(), &spot) else { continue };
            if let Some(first) = seen_offers.get(&offer.id) {
                found.push(duplicate(&spot.at("id"), offer.id.as_str(), first));
                continue;
            }
            seen_offers.insert(offer.id.clone(), file.file.clone());
            // Without a partner nobody can be told whose it is: it is only looked at.
            if partner.is_some() {
                offers.insert(offer.id.clone(), offer);
            }
        }
        partners.extend(partner);
    }
    let guide = raw.guide.as_ref().map(|(file, guide)| build_guide(guide, &names, &Spot::file(file), &mut found));
    let guide = guide.unwrap_or_default();
    let mut offers: Vec<Offer> = offers.into_values().collect();
    let rules = share(&mut offers);
    let mut catalogue =
        Catalogue { questionnaire, regions, landmarks, guide, partners, offers, rules, briefs: Vec::new() };
    Memory::of(&raw.languages).fill(&mut catalogue);
    (Some(catalogue.in_brief()), found)
}

/// Lets the rules of all offers share what they have in common.
fn share(offers: &mut [Offer]) -> Arc<Diagrams> {
    let mut shared = Diagram::share(offers.iter().flat_map(Offer::rules)).into_iter();
    for offer in &mut *offers {
        let own = std::iter::once(&mut offer.fits).chain(&mut offer.typical_for).chain(&mut offer.urgent_when);
        own.zip(&mut shared).for_each(|(own, shared)| *own = shared);
    }
    offers.first().map(|offer| offer.fits.all()).unwrap_or_default()
}

fn duplicate(spot: &Spot, id: &str, first: &str) -> Diagnostic {
    spot.error(
        "duplicate-id",
        says!("de id `{id}` bestaat al, in {first}", "the id `{id}` already exists, in {first}"),
        says!("geef dit een andere id; een id wordt nooit hergebruikt", "give this another id; an id is never reused"),
    )
}

fn malformed_id(spot: &Spot, id: &str) -> Diagnostic {
    spot.error(
        "malformed-id",
        says!("`{id}` heeft niet de vorm van een id", "`{id}` doesn't have the form of an id"),
        says!(
            "gebruik kleine letters, cijfers en losse streepjes, zoals `vl-kortverblijf`",
            "use small letters, digits and single hyphens, such as `vl-kortverblijf`"
        ),
    )
}

/// The text in the languages it has.
pub fn text(raw: &RawText) -> Text {
    raw.all().map(|(language, words)| (language, words.to_owned())).collect()
}

fn landmarks(questionnaire: &Questionnaire, spot: Spot, found: &mut Vec<Diagnostic>) -> Option<Landmarks> {
    let mut landmark = |id: &str, kind: Kind| {
        let index = questionnaire.find(id).filter(|index| questionnaire.get(*index).kind == kind);
        if index.is_none() {
            let message = says!(
                "de vraag `{id}` ontbreekt of heeft een andere soort",
                "the question `{id}` is missing or is of another kind"
            );
            found.push(spot.at("questions").error(
                "missing-question",
                message,
                says!(
                    "zonder deze vraag werkt het programma niet: zet ze terug",
                    "the program doesn't work without this question: put it back"
                ),
            ));
        }
        index
    };
    let needs = landmark("needs", Kind::Multi);
    let phase = landmark("phase", Kind::Single);
    let carer_place = landmark("carer-place", Kind::Place);
    let recipient_place = landmark("recipient-place", Kind::Place);
    Some(Landmarks { needs: needs?, phase: phase?, carer_place: carer_place?, recipient_place: recipient_place? })
}

fn build_partner(raw: &RawPartner, spot: &Spot, found: &mut Vec<Diagnostic>) -> Option<Partner> {
    let Some(id) = PartnerId::new(&raw.id) else {
        found.push(malformed_id(&spot.at("id"), &raw.id));
        return None;
    };
    Some(Partner { id, name: text(&raw.name), website: raw.website.clone(), about: raw.about.as_ref().map(text) })
}

/// A word that isn't in its list, with the nearest one that is. `what` names the thing in both languages.
fn unknown<'a>(
    spot: &Spot,
    code: &'static str,
    what: (&str, &str),
    id: &str,
    known: impl Iterator<Item = &'a str>,
) -> Diagnostic {
    let help = match nearest(id, known) {
        Some(near) => says!("bedoelt u `{near}`?", "did you mean `{near}`?"),
        None => says!(
            "kijk in de lijst in catalogue/README.md, of laat uw tekstprogramma het schema gebruiken",
            "look at the list in catalogue/README.md, or let your text editor use the schema"
        ),
    };
    let shown: String = id.chars().take(80).collect();
    let (nl, en) = what;
    spot.error(code, says!("{nl} `{shown}` bestaat niet", "the {en} `{shown}` doesn't exist"), help)
}

/// One offer being read: remembers whether anything stood in the way.
struct Reading<'a> {
    names: &'a Names<'a>,
    found: &'a mut Vec<Diagnostic>,
    failed: bool,
}

impl Reading<'_> {
    fn fail(&mut self, problem: Diagnostic) {
        self.failed = true;
        self.found.push(problem);
    }

    fn offer(&mut self, raw: &RawOffer, partner: usize, spot: &Spot) -> Option<Offer> {
        let id = OfferId::new(&raw.id);
        if id.is_none() {
            self.fail(malformed_id(&spot.at("id"), &raw.id));
        }
        let needs = self.needs(raw, &spot.at("needs"));
        let phases = self.phases(raw, &spot.at("phases"));
        let regions = self.regions(&raw.area.regions, &spot.at("area").at("regions"));
        let area = Area { whose: raw.area.whose, regions };
        let eligibility = self.rule(&raw.eligibility, &spot.at("eligibility"));
        let valid = raw.valid.as_ref().map_or((None, None), |valid| self.days(valid, &spot.at("valid")));
        let typical_for = raw.typical_for.as_ref().map(|rule| self.rule(rule, &spot.at("typical_for")));
        let urgent_when = raw.urgent_when.as_ref().map(|rule| self.rule(rule, &spot.at("urgent_when")));
        let whole = Rule::All(vec![self.names.today_in(valid), self.names.area(&area), eligibility]);
        let fits = self.compile(&whole, &spot.at("eligibility"));
        let typical_for = typical_for.and_then(|rule| self.compile(&rule, &spot.at("typical_for")));
        let urgent_when = urgent_when.and_then(|rule| self.compile(&rule, &spot.at("urgent_when")));
        let checked_on = raw.checked_on.as_ref().and_then(|written| {
            let date = PartialDate::parse(written);
            if date.is_none() {
                self.fail(malformed_date(&spot.at("checked_on"), written));
            }
            date
        });
        let due = checked_on.map(|date| freshness::due(date, raw.review_months, raw.kind));
        let line = raw.line.as_ref().map(|line| self.line(line, &spot.at("line")));
        if self.failed {
            return None;
        }
        let mut respite = raw.respite.clone();
        respite.sort();
        respite.dedup();
        Some(Offer {
            id: id?,
            partner,
            name: text(&raw.name),
            kind: raw.kind,
            gives: text(&raw.gives),
            first_step: text(&raw.first_step),
            needs,
            phases,
            area,
            valid,
            fits: fits?,
            typical_for,
            urgent_when,
            conditions: raw.conditions.iter().map(text).collect(),
            cost: Cost { level: raw.cost.level, note: raw.cost.note.as_ref().map(text) },
            contact: Contact {
                phone: raw.contact.phone.clone(),
                email: raw.contact.email.clone(),
                website: raw.contact.website.clone(),
            },
            source: Source { url: raw.source.url.clone(), kind: raw.source.kind },
            checked_on,
            freshness: Freshness::on(self.names.today, due),
            confidence: raw.confidence,
            unverified: raw.unverified.clone(),
            doubt: raw.doubt.as_ref().map(text),
            weak: raw.weak,
            respite,
            line,
        })
    }

    fn line(&mut self, raw: &RawLine, spot: &Spot) -> Line {
        let told = self.found.len();
        let line = build_line(raw, spot, self.found);
        self.failed |= self.found.len() > told;
        line
    }

    fn needs(&mut self, raw: &RawOffer, spot: &Spot) -> Vec<(usize, u8)> {
        let asked = self.names.questionnaire.get(self.names.landmarks.needs);
        let mut needs = Vec::new();
        for (position, written) in raw.needs.iter().enumerate() {
            let spot = spot.at(position);
            if !(1..=3).contains(&written.strength) {
                let message = says!("sterkte {} bestaat niet", "strength {} doesn't exist", written.strength);
                self.fail(spot.at("strength").error(
                    "wrong-strength",
                    message,
                    says!(
                        "kies 1 (helpt een beetje), 2 (helpt echt) of 3 (hiervoor gemaakt)",
                        "choose 1 (helps a bit), 2 (really helps) or 3 (made for this)"
                    ),
                ));
            }
            match asked.option(&written.need) {
                Some(need) => needs.push((need, written.strength)),
                None => {
                    let known = asked.options.iter().map(|option| option.id.as_str());
                    self.fail(unknown(&spot.at("need"), "unknown-need", ("behoefte", "need"), &written.need, known));
                }
            }
        }
        needs.sort();
        needs.dedup_by_key(|(need, _)| *need);
        needs
    }

    fn phases(&mut self, raw: &RawOffer, spot: &Spot) -> Vec<usize> {
        let asked = self.names.questionnaire.get(self.names.landmarks.phase);
        let mut phases = Vec::new();
        for (position, written) in raw.phases.iter().enumerate() {
            match asked.option(written) {
                Some(phase) => phases.push(phase),
                None => {
                    let known = asked.options.iter().map(|option| option.id.as_str());
                    self.fail(unknown(&spot.at(position), "unknown-phase", ("fase", "phase"), written, known));
                }
            }
        }
        phases.sort_unstable();
        phases.dedup();
        phases
    }

    fn regions(&mut self, raw: &[String], spot: &Spot) -> Vec<RegionIndex> {
        let mut regions = Vec::new();
        for (position, written) in raw.iter().enumerate() {
            match self.names.regions.find(written) {
                Some(region) => regions.push(region),
                None => {
                    let (spot, ids) = (spot.at(position), self.names.regions.ids());
                    let mut problem = unknown(&spot, "unknown-region", ("regio", "region"), written, ids);
                    // Whoever wrote the name of a place means that place.
                    problem.help = place_meant(self.names.regions, written);
                    self.fail(problem);
                }
            }
        }
        regions
    }

    fn compile(&mut self, rule: &Rule, spot: &Spot) -> Option<Diagram> {
        let compiled = Diagram::compile(rule, |question| self.names.domain(question));
        if compiled.is_err() {
            self.fail(spot.error(
                "rule-too-wide",
                says!("deze regel is te ingewikkeld", "this rule is too complicated"),
                says!(
                    "verdeel het aanbod in twee, of laat een deel aan de mantelzorger over als `conditions`",
                    "split the offer in two, or leave a part to the caregiver as `conditions`"
                ),
            ));
        }
        compiled.ok()
    }
}

fn malformed_date(spot: &Spot, written: &str) -> Diagnostic {
    let shown: String = written.chars().take(40).collect();
    spot.error(
        "malformed-date",
        says!("`{shown}` is geen datum", "`{shown}` isn't a date"),
        says!(
            "schrijf `2026-11-22`; bij `checked_on` mag ook `2026-11` of `2026`",
            "write `2026-11-22`; for `checked_on`, `2026-11` or `2026` will do too"
        ),
    )
}

impl Names<'_> {
    /// What a question can be answered.
    pub fn domain(&self, question: QuestionIndex) -> Domain {
        let asked = self.questionnaire.get(question);
        match asked.kind {
            Kind::Multi => Domain::Sets { options: asked.options.len(), alone: asked.alone() },
            Kind::Single | Kind::Range(_) => Domain::Numbers(asked.domain()),
            Kind::Place => Domain::Numbers(self.regions.everywhere()),
        }
    }
}
