//! Rules in words, for partners: 'voor wie in loondienst werkt en zorgt voor iemand met dementie'.
//!
//! The clauses come from the questionnaire. Each follows 'voor wie' and ends as a Dutch subordinate clause does; those
//! that begin with 'zorgt voor' say something about the care recipient, and are told together as one person.
//! In Dutch only: the rest of the catalogue is too.

use crate::{
    catalogue::raw::{
        RawBound, RawClauses, RawOption, RawPlaceIn, RawQuestion, RawQuestionnaire, RawRegions, RawRule, RawText,
        RawUnit, RawValidity,
    },
    date::{PartialDate, dutch_month},
};
use std::collections::BTreeMap;

mod clause;
mod part;
use part::Part;

/// What is needed to say rules in words.
#[derive(Clone, Debug, Default)]
pub struct Clauses {
    questions: BTreeMap<String, RawQuestion>,
    /// The name of each region, with what makes it different from another of the same name.
    places: BTreeMap<String, String>,
}

impl Clauses {
    /// The clauses of a questionnaire, and the names of places.
    pub fn new(questionnaire: &RawQuestionnaire, regions: &RawRegions) -> Self {
        let questions = questionnaire.questions.iter().map(|question| (question.id.clone(), question.clone()));
        Self { questions: questions.collect(), places: place_names(regions) }
    }

    /// A rule as a part of a sentence that begins with 'voor'.
    pub fn rule(&self, rule: &RawRule) -> String {
        self.part(rule, false).sentence()
    }

    /// A rule as lines, each with its depth, for where a sentence would be too long to oversee.
    pub fn lines(&self, rule: &RawRule) -> Vec<(usize, String)> {
        self.part(rule, false).lines()
    }

    /// One answer, to follow 'wie': 'in loondienst werkt'. What has no clause is quoted.
    pub fn option(&self, question: &str, option: &str) -> String {
        self.is(question, option, false)
    }

    /// What a rule comes down to; its opposite if `negated`. A 'not' thereby ends at the clauses, where it can be said.
    fn part(&self, rule: &RawRule, negated: bool) -> Part {
        let parts = |parts: &[RawRule]| parts.iter().map(|part| self.part(part, negated)).collect::<Vec<_>>();
        let each = |question: &str, options: &[String]| -> Vec<String> {
            options.iter().map(|option| self.is(question, option, negated)).collect()
        };
        match rule {
            RawRule::All(all) if negated => Part::any(parts(all)),
            RawRule::All(all) => Part::all(parts(all)),
            RawRule::Any(any) if negated => Part::all(parts(any)),
            RawRule::Any(any) => Part::any(parts(any)),
            RawRule::Not(part) => self.part(part, !negated),
            RawRule::Is(is) => Part::Clause(self.is(&is.question, &is.option, negated)),
            RawRule::AnyOf(of) if negated => Part::each(each(&of.question, &of.options)),
            RawRule::AnyOf(of) => Part::either(&each(&of.question, &of.options), &self.all(&of.question)),
            RawRule::AllOf(of) if negated => {
                Part::any(each(&of.question, &of.options).into_iter().map(Part::Clause).collect())
            }
            RawRule::AllOf(of) => Part::each(each(&of.question, &of.options)),
            RawRule::AtLeast(bound) => self.bound(bound, !negated),
            RawRule::Below(bound) => self.bound(bound, negated),
            RawRule::PlaceIn(place) if place.regions.is_empty() => Part::fixed(negated),
            RawRule::PlaceIn(place) => Part::Clause(self.place(place, negated)),
            RawRule::Today(days) => period(days, negated).map_or(Part::fixed(!negated), Part::Clause),
        }
    }

    /// The clauses of all answers to a question.
    fn all(&self, question: &str) -> Vec<String> {
        let options = self.questions.get(question).map(|question| question.options.as_slice()).unwrap_or_default();
        options.iter().map(|option| self.is(question, &option.id, false)).collect()
    }

    fn is(&self, question: &str, option: &str, negated: bool) -> String {
        let found = self.questions.get(question);
        let chosen = found.and_then(|question| question.options.iter().find(|one| one.id == option));
        let said = |text: &Option<RawText>| text.as_ref().and_then(|text| text.nl.clone());
        let positive =
            chosen.and_then(|option| said(&option.clause)).unwrap_or_else(|| quoted(found, chosen, question, option));
        let negative = chosen.and_then(|option| said(&option.clause_not));
        if negated { negative.unwrap_or_else(|| clause::opposite(&positive)) } else { positive }
    }

    /// A number that reaches the bound, or one that stays below it.
    fn bound(&self, bound: &RawBound, reaches: bool) -> Part {
        let question = self.questions.get(&bound.question);
        let clauses = question.and_then(|question| question.clauses.as_ref());
        let said =
            |pick: fn(&RawClauses) -> &Option<RawText>| clauses.and_then(|clauses| pick(clauses).as_ref()?.nl.clone());
        let quoted = |word: &str| format!("bij ‘{}’ {word} {{number}} antwoordt", topic(question, &bound.question));
        Part::Number {
            question: bound.question.clone(),
            from: reaches.then_some(bound.number),
            below: (!reaches).then_some(bound.number),
            counts: counts(question.and_then(|question| question.unit)),
            says: part::Says {
                at_least: said(|clauses| &clauses.at_least).unwrap_or_else(|| quoted("minstens")),
                below: said(|clauses| &clauses.below).unwrap_or_else(|| quoted("minder dan")),
                between: said(|clauses| &clauses.between),
            },
        }
    }

    fn place(&self, place: &RawPlaceIn, negated: bool) -> String {
        let question = self.questions.get(&place.question);
        let clause = question.and_then(|question| question.clauses.as_ref()?.place_in.as_ref()?.nl.clone());
        let clause =
            clause.unwrap_or_else(|| format!("bij ‘{}’ {{place}} antwoordt", topic(question, &place.question)));
        let names = place.regions.iter().map(|id| self.places.get(id).cloned().unwrap_or_else(|| format!("‘{id}’")));
        let names: Vec<String> = names.collect();
        let clause = clause.replace("{place}", &clause::list(&names, "of"));
        if negated { clause::opposite(&clause) } else { clause }
    }
}

/// The question in a few words.
fn topic(question: Option<&RawQuestion>, id: &str) -> String {
    question.and_then(|question| question.short.nl.clone()).unwrap_or_else(|| id.to_owned())
}

/// An answer that has no clause.
fn quoted(question: Option<&RawQuestion>, chosen: Option<&RawOption>, id: &str, option: &str) -> String {
    let answer = chosen.and_then(|option| option.text.nl.as_deref()).unwrap_or(option);
    format!("bij ‘{}’ voor ‘{answer}’ kiest", topic(question, id))
}

/// What comes after one, and after more.
fn counts(unit: Option<RawUnit>) -> [&'static str; 2] {
    match unit {
        Some(RawUnit::Years) => ["jaar", "jaar"],
        Some(RawUnit::HoursPerWeek) => ["uur", "uur"],
        Some(RawUnit::Months) => ["maand", "maanden"],
        Some(RawUnit::Weeks) => ["week", "weken"],
        None => ["", ""],
    }
}

/// A period; none where it has neither a beginning nor an end.
fn period(days: &RawValidity, negated: bool) -> Option<String> {
    let from = days.from.as_deref().map(day);
    let until = days.until.as_deref().map(day);
    Some(match (from, until, negated) {
        (Some(from), Some(until), false) => format!("van {from} tot en met {until} hulp zoekt"),
        (Some(from), Some(until), true) => format!("vóór {from} of na {until} hulp zoekt"),
        (Some(from), None, false) => format!("vanaf {from} hulp zoekt"),
        (Some(from), None, true) => format!("vóór {from} hulp zoekt"),
        (None, Some(until), false) => format!("tot en met {until} hulp zoekt"),
        (None, Some(until), true) => format!("na {until} hulp zoekt"),
        (None, None, _) => return None,
    })
}

/// '31 december 2026'; what is no date stays as it is.
fn day(text: &str) -> String {
    let parts = PartialDate::parse(text).map(PartialDate::parts);
    match parts {
        Some((year, Some(number), Some(day))) => format!("{day} {} {year}", dutch_month(number)),
        _ => text.to_owned(),
    }
}

/// The name of each region: provinces as such, because cities have the same names; what is still double, with the
/// region around it.
fn place_names(regions: &RawRegions) -> BTreeMap<String, String> {
    let towns = regions.municipalities.iter().map(|town| town.within.as_deref());
    let provinces: Vec<&str> = towns.flatten().collect();
    let plain = |id: &str, name: &RawText| {
        let name = [&name.nl, &name.fr, &name.de, &name.en].into_iter().flatten().next().cloned();
        let name = name.unwrap_or_else(|| id.to_owned());
        if name.ends_with("Gewest") {
            format!("het {name}")
        } else if name.ends_with("Gemeenschap") {
            format!("de {name}")
        } else if provinces.contains(&id) {
            format!("de provincie {name}")
        } else {
            name
        }
    };
    let all = || regions.regions.iter().chain(&regions.municipalities);
    let names: BTreeMap<&str, String> =
        all().map(|region| (region.id.as_str(), plain(&region.id, &region.name))).collect();
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    for name in names.values() {
        *times.entry(name).or_default() += 1;
    }
    let told_apart = |id: &str, within: Option<&str>, name: &str| match within.and_then(|around| names.get(around)) {
        Some(around) if times.get(name).is_some_and(|times| *times > 1) => format!("{name} ({around})"),
        Some(_) | None => names.get(id).cloned().unwrap_or_default(),
    };
    all()
        .filter_map(|region| {
            let name = names.get(region.id.as_str())?;
            Some((region.id.clone(), told_apart(&region.id, region.within.as_deref(), name)))
        })
        .collect()
}
