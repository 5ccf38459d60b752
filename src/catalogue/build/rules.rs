//! Rules as written to rules over numbers and sets.

use super::{Reading, malformed_date, unknown};
use crate::{
    answers::Chosen,
    catalogue::{
        Area, Landmarks, Whose,
        diagnostic::Spot,
        raw::{RawRule, RawValidity},
    },
    date::Date,
    questionnaire::{Kind, Question, QuestionIndex, Questionnaire},
    region::{RegionIndex, Regions},
    rule::Rule,
    says,
    span::Span,
};

/// What ids in a rule can mean.
#[derive(Clone, Copy, Debug)]
pub struct Names<'a> {
    /// The questions.
    pub questionnaire: &'a Questionnaire,
    /// The places.
    pub regions: &'a Regions,
    /// The questions known by name.
    pub landmarks: Landmarks,
    /// The day on which dates are judged.
    pub today: Date,
}

impl Names<'_> {
    /// The rule that an offer's area is.
    pub fn area(&self, area: &Area) -> Rule {
        let within = |question| Rule::Within(question, self.spans(&area.regions));
        match area.whose {
            Whose::Carer => within(self.landmarks.carer_place),
            Whose::Recipient => within(self.landmarks.recipient_place),
            Whose::Either => {
                Rule::Any(vec![within(self.landmarks.carer_place), within(self.landmarks.recipient_place)])
            }
        }
    }

    /// Whether today lies within the days.
    pub fn today_in(&self, days: (Option<Date>, Option<Date>)) -> Rule {
        Rule::Fixed(self.today.is_within(days))
    }

    /// The rule as written, checked; none when something in it doesn't exist.
    pub fn rule(&self, raw: &RawRule) -> Option<Rule> {
        let mut reading = Reading { names: self, found: &mut Vec::new(), failed: false };
        let rule = reading.rule(raw, &Spot::file(""));
        (!reading.failed).then_some(rule)
    }

    fn spans(&self, regions: &[RegionIndex]) -> Vec<Span> {
        let mut spans: Vec<Span> = regions.iter().map(|region| self.regions.get(*region).span).collect();
        spans.sort();
        spans.dedup();
        spans
    }
}

impl Reading<'_> {
    /// Checks a rule. Where a part can't be read, the offer fails and `Fixed(false)` takes its place.
    pub(super) fn rule(&mut self, raw: &RawRule, spot: &Spot) -> Rule {
        match raw {
            RawRule::All(parts) => Rule::All(self.parts(parts, &spot.at("all"))),
            RawRule::Any(parts) => Rule::Any(self.parts(parts, &spot.at("any"))),
            RawRule::Not(part) => Rule::Not(Box::new(self.rule(part, &spot.at("not")))),
            RawRule::Is(is) => {
                let spot = spot.at("is");
                self.options(&is.question, std::slice::from_ref(&is.option), false, &spot, |_| spot.at("option"))
            }
            RawRule::AnyOf(of) => {
                let spot = spot.at("any-of");
                self.options(&of.question, &of.options, false, &spot, |position| spot.at("options").at(position))
            }
            RawRule::AllOf(of) => {
                let spot = spot.at("all-of");
                self.options(&of.question, &of.options, true, &spot, |position| spot.at("options").at(position))
            }
            RawRule::AtLeast(bound) => self.bound(&bound.question, &spot.at("at-least"), |domain| {
                Span::new(bound.number, domain.to.max(bound.number))
            }),
            RawRule::Below(bound) => self.bound(&bound.question, &spot.at("below"), |domain| {
                Span::new(domain.from.min(bound.number), bound.number)
            }),
            RawRule::PlaceIn(place) => {
                let spot = spot.at("place-in");
                let regions = self.regions(&place.regions, &spot.at("regions"));
                match self.question(&place.question, &spot, ("een plaats", "a place"), |kind| kind == Kind::Place) {
                    Some((question, _)) => Rule::Within(question, self.names.spans(&regions)),
                    None => Rule::Fixed(false),
                }
            }
            RawRule::Today(valid) => self.today(valid, &spot.at("today")),
        }
    }

    fn today(&mut self, valid: &RawValidity, spot: &Spot) -> Rule {
        let days = self.days(valid, spot);
        self.names.today_in(days)
    }

    /// The first and last day, as far as they are given.
    pub(super) fn days(&mut self, valid: &RawValidity, spot: &Spot) -> (Option<Date>, Option<Date>) {
        let mut day = |written: &Option<String>, key| {
            let written = written.as_ref()?;
            let date = Date::parse(written);
            if date.is_none() {
                self.fail(malformed_date(&spot.at(key), written));
            }
            date
        };
        (day(&valid.from, "from"), day(&valid.until, "until"))
    }

    fn parts(&mut self, parts: &[RawRule], spot: &Spot) -> Vec<Rule> {
        parts.iter().enumerate().map(|(position, part)| self.rule(part, &spot.at(position))).collect()
    }

    fn question(
        &mut self,
        id: &str,
        spot: &Spot,
        wanted: (&str, &str),
        fits: fn(Kind) -> bool,
    ) -> Option<(QuestionIndex, &Question)> {
        let questionnaire = self.names.questionnaire;
        let Some(index) = questionnaire.find(id) else {
            let known = questionnaire.iter().map(|(_, question)| question.id.as_str());
            self.fail(unknown(&spot.at("question"), "unknown-question", ("vraag", "question"), id, known));
            return None;
        };
        let question = questionnaire.get(index);
        if !fits(question.kind) {
            let (nl, en) = wanted;
            let message = says!(
                "de vraag `{id}` is hier niet te gebruiken: hier hoort {nl}",
                "the question `{id}` can't be used here: this takes {en}"
            );
            self.fail(spot.at("question").error(
                "wrong-kind-of-question",
                message,
                says!("kies een andere vraag of een andere regel", "choose another question or another rule"),
            ));
            return None;
        }
        Some((index, question))
    }

    fn options<'s>(
        &mut self,
        question: &str,
        ids: &[String],
        all: bool,
        spot: &Spot,
        at: impl Fn(usize) -> Spot<'s>,
    ) -> Rule {
        let fits: fn(Kind) -> bool = if all { |kind| kind == Kind::Multi } else { |kind| kind != Kind::Place };
        let wanted = match all {
            true => ("een vraag met meer antwoorden", "a question with several answers"),
            false => ("een vraag met opties", "a question with options"),
        };
        let Some((index, _)) = self.question(question, spot, wanted, fits) else { return Rule::Fixed(false) };
        let asked = self.names.questionnaire.get(index);
        let mut positions = Vec::new();
        for (place, id) in ids.iter().enumerate() {
            match asked.option(id) {
                Some(position) => positions.push(position),
                None => {
                    let known = asked.options.iter().map(|option| option.id.as_str());
                    self.fail(unknown(&at(place), "unknown-option", ("optie", "option"), id, known));
                }
            }
        }
        if asked.kind == Kind::Multi {
            let chosen: Chosen = positions.iter().fold(0, |chosen, position| chosen | 1 << position);
            return if all { Rule::AllOf(index, chosen) } else { Rule::AnyOf(index, chosen) };
        }
        let mut spans: Vec<Span> =
            positions.iter().filter_map(|position| asked.options.get(*position)).map(|option| option.span).collect();
        spans.sort();
        spans.dedup();
        Rule::Within(index, spans)
    }

    fn bound(&mut self, question: &str, spot: &Spot, span: impl Fn(Span) -> Span) -> Rule {
        match self.question(question, spot, ("een vraag met getallen", "a question with numbers"), |kind| {
            matches!(kind, Kind::Range(_))
        }) {
            Some((index, question)) => {
                let span = span(question.domain());
                Rule::Within(index, vec![span])
            }
            None => Rule::Fixed(false),
        }
    }
}
