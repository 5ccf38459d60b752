//! Differences in words, for someone who is no programmer.

use super::{Demand, Difference, Given, Line, Mark, Rank, Why};
use crate::{catalogue::diagnostic::Words, says};

impl Demand {
    /// The field that demands it.
    pub fn field(&self) -> &'static str {
        match self {
            Self::Something => "expect",
            Self::MustShow => "must_show",
            Self::MustNotShow => "must_not_show",
            Self::MustFit => "must_fit",
            Self::MustBeUrgent => "must_be_urgent",
            Self::OnlyUrgent => "only_urgent",
            Self::Top(_) => "top",
            Self::HangsOn(_) => "hangs_on",
            Self::NeverAsked => "never_asked",
        }
    }

    /// What was expected.
    pub fn words(&self) -> Words {
        match self {
            Self::Something => says!("er wordt niets verwacht", "nothing is expected"),
            Self::MustShow => says!("hoort getoond te worden", "must be shown"),
            Self::MustNotShow => says!("hoort niet getoond te worden", "must not be shown"),
            Self::MustFit => says!("hoort zeker te passen", "must fit for certain"),
            Self::MustBeUrgent => says!("hoort bovenaan elk scherm te staan", "must stand on top of every screen"),
            Self::OnlyUrgent => {
                says!("bovenaan elk scherm hoort alleen dit te staan", "only this must stand on top of every screen")
            }
            Self::Top(most) => {
                says!("hoort bij de eerste {} te staan die passen", "must be among the first {} that fit", most)
            }
            Self::HangsOn(offer) => {
                says!("`{}` hoort precies hiervan af te hangen", "`{}` must hang on exactly this", offer)
            }
            Self::NeverAsked => says!("hoort niet gevraagd te worden", "must not be asked"),
        }
    }
}

impl Difference {
    /// The difference in one sentence.
    pub fn words(&self) -> Words {
        let demand = self.demand.words();
        let is_told = |line: &&Line| match self.demand {
            // What stands in the place of what is missing would make the sentence too long.
            Demand::Top(_) => line.mark == Mark::Expected,
            _ => line.mark != Mark::Both,
        };
        let lines: Vec<Words> = self.lines.iter().filter(is_told).map(|line| self.line(line)).collect();
        if lines.is_empty() {
            return demand;
        }
        let all = |words: fn(&Words) -> &str| lines.iter().map(words).collect::<Vec<_>>().join("; ");
        Words {
            nl: format!("{}: {}", demand.nl, all(|words| &words.nl)),
            en: format!("{}: {}", demand.en, all(|words| &words.en)),
        }
    }

    fn line(&self, line: &Line) -> Words {
        let why = line.why.as_ref().map(Why::words);
        let why = why.unwrap_or_else(|| match line.mark {
            Mark::Expected => says!("staat er niet", "isn't there"),
            Mark::Found => says!("staat er ook", "is there too"),
            Mark::Both => says!("staat er", "is there"),
        });
        Words { nl: format!("`{}` {}", line.id, why.nl), en: format!("`{}` {}", line.id, why.en) }
    }
}

impl Why {
    /// Why it is so.
    pub fn words(&self) -> Words {
        match self {
            Self::Unknown(None) => says!("bestaat niet", "doesn't exist"),
            Self::Unknown(Some(near)) => {
                says!("bestaat niet; bedoelt u `{}`?", "doesn't exist; do you mean `{}`?", near)
            }
            Self::NoNumber => says!("is geen getal vanaf 1", "is no number from 1"),
            Self::Fits(given, rank) => {
                let because = because(given, says!("past voor iedereen", "fits everyone"), says!("past", "fits"));
                join(because, place(rank))
            }
            Self::Open(questions, rank) => {
                let list = quoted(questions);
                join(says!("past misschien: dat hangt af van {}", "may fit: that hangs on {}", list), place(rank))
            }
            Self::Excluded(given) => {
                let nobody = says!("past vandaag voor niemand", "fits nobody today");
                because(given, nobody, says!("past niet", "doesn't fit"))
            }
            Self::NeverUrgent => {
                says!("komt nooit bovenaan: er is geen `urgent_when`", "is never on top: it has no `urgent_when`")
            }
            Self::NotUrgentNow => {
                says!(
                    "komt bij deze antwoorden niet bovenaan (`urgent_when`)",
                    "isn't on top for these answers (`urgent_when`)"
                )
            }
            Self::LessCertain => {
                says!("is minder zeker dan wat wel bovenaan staat", "is less certain than what stands on top")
            }
            Self::Asked(screen) => says!("wordt gevraagd, op scherm {}", "is asked, on screen {}", screen),
        }
    }
}

/// `past niet door `work` (Ik werk bij een bedrijf)`.
fn because(given: &[Given], for_all: Words, verb: Words) -> Words {
    if given.is_empty() {
        return for_all;
    }
    let list = |answer: fn(&Given) -> &str| {
        given.iter().map(|given| format!("`{}` ({})", given.question, answer(given))).collect::<Vec<_>>().join(", ")
    };
    Words {
        nl: format!("{} door {}", verb.nl, list(|given| &given.answer.nl)),
        en: format!("{} because of {}", verb.en, list(|given| &given.answer.en)),
    }
}

fn quoted(ids: &[String]) -> String {
    ids.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ")
}

fn join(first: Words, second: Words) -> Words {
    Words { nl: format!("{}; {}", first.nl, second.nl), en: format!("{}; {}", first.en, second.en) }
}

/// `staat op plaats 5 (ronde 2, 27 punten: behoeften 24, fase 3)`.
fn place(rank: &Rank) -> Words {
    let points = rank.points;
    let parts = [
        (points.needs, says!("behoeften", "needs")),
        (points.phase, says!("fase", "phase")),
        (points.load, says!("verlicht wat zwaar weegt", "eases what weighs")),
        (points.typical, says!("hiervoor bedoeld", "meant for this")),
        (points.meant, says!("eigen voorwaarden", "conditions of its own")),
        (points.near, says!("dichtbij", "near")),
        (points.doubt, says!("twijfel of oud", "doubt or age")),
    ];
    let told = parts.into_iter().filter(|(points, _)| *points != 0);
    let (nl, en): (Vec<String>, Vec<String>) =
        told.map(|(points, part)| (format!("{} {points:+}", part.nl), format!("{} {points:+}", part.en))).unzip();
    let total = points.total();
    let (nl, en) = (nl.join(", "), en.join(", "));
    match rank.round {
        0 => Words {
            nl: format!("staat op plaats {}, na wat bij de behoeften helpt ({total} punten: {nl})", rank.place),
            en: format!("stands at place {}, after what helps with the needs ({total} points: {en})", rank.place),
        },
        round => Words {
            nl: format!("staat op plaats {} (ronde {round}, {total} punten: {nl})", rank.place),
            en: format!("stands at place {} (round {round}, {total} points: {en})", rank.place),
        },
    }
}
