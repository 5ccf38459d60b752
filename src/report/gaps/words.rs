//! A gap as a sentence that is true as it stands.

use super::{Gap, Level};
use crate::{
    catalogue::{Catalogue, NeedIndex},
    language::Language,
    questionnaire::QuestionIndex,
    region::RegionIndex,
    report::{in_place, listed, place_name},
};

/// What an answer is in a sentence that begins with 'wie': question and option id to 'in loondienst werkt'.
pub type Clause<'a> = &'a dyn Fn(&str, &str) -> String;

/// Which help is missing: to follow 'geen', and to follow 'voor'.
const NOUNS: [(&str, &str, &str); 15] = [
    ("money", "geldelijke steun", "geldelijke steun"),
    ("leave", "verlof of hulp op het werk", "verlof en hulp op het werk"),
    ("respite", "respijt", "respijt"),
    ("talk", "luisterend oor", "een luisterend oor"),
    ("information", "uitleg of advies", "uitleg en advies"),
    ("housing", "hulp bij het wonen", "hulp bij het wonen"),
    ("aids", "hulpmiddelen", "hulpmiddelen"),
    ("transport", "vervoer", "vervoer"),
    ("admin", "hulp bij papieren", "hulp bij papieren"),
    ("language", "hulp in de eigen taal", "hulp in de eigen taal"),
    ("practical-help", "praktische hulp", "praktische hulp"),
    ("peers", "lotgenoten", "lotgenoten"),
    ("training", "cursus", "een cursus"),
    ("study", "hulp bij school of studie", "hulp bij school of studie"),
    ("safety", "hulp voor de veiligheid", "hulp voor de veiligheid"),
];

/// The sentence, and where needed a second one that takes back what the first said too much.
pub fn sentence(catalogue: &Catalogue, clause: Clause, place: RegionIndex, gap: &Gap) -> String {
    let here = in_place(catalogue, place);
    let (who, except) = who(catalogue, clause, gap);
    let lacks = lacks(catalogue, place, gap);
    let first = match who.as_str() {
        "" if gap.level == Level::Nothing && gap.who.is_empty() => format!("Niemand {here} {lacks}."),
        "" => format!("Wie {here} zorgt, {lacks}."),
        who => format!("Wie {here} {who}, {lacks}."),
    };
    match except.as_str() {
        "" => first,
        except => format!("{first} Dat geldt niet voor wie {except}."),
    }
}

/// The verb and what it is about.
fn lacks(catalogue: &Catalogue, place: RegionIndex, gap: &Gap) -> String {
    let of = |geen: bool| {
        let nouns: Vec<String> = gap.needs.iter().map(|need| noun(catalogue, *need, geen)).collect();
        nouns
    };
    let about = || listed(&of(false), "en");
    match gap.level {
        Level::Nothing if gap.who.is_empty() => format!("vindt {}", listed(&of(false), "of")),
        Level::Nothing => {
            let nouns: Vec<String> = of(true).into_iter().map(|noun| format!("geen {noun}")).collect();
            format!("vindt {}", listed(&nouns, "en"))
        }
        Level::ABit => format!("vindt voor {} hooguit iets dat een beetje helpt", about()),
        Level::Lines => format!("vindt voor {} hooguit een telefoonlijn of een website", about()),
        Level::Moment => format!("vindt voor {} niets dat voor dat moment bedoeld is", about()),
        Level::General => format!("vindt voor {} niets dat speciaal voor die situatie is", about()),
        Level::Nationwide => {
            let country = catalogue.regions().around(place).last().unwrap_or(place);
            format!("vindt voor {} hooguit wat er in heel {} is", about(), place_name(catalogue, country))
        }
    }
}

fn noun(catalogue: &Catalogue, need: NeedIndex, geen: bool) -> String {
    let asked = catalogue.questionnaire().get(catalogue.landmarks().needs);
    let Some(option) = asked.options.get(need) else { return String::new() };
    match NOUNS.iter().find(|(id, ..)| *id == option.id.as_str()) {
        Some((_, after_geen, after_voor)) => if geen { *after_geen } else { *after_voor }.to_owned(),
        None => format!("hulp voor ‘{}’", option.short.as_ref().unwrap_or(&option.text).words(Language::Nl)),
    }
}

/// Who lacks it, and whom that leaves out: where most options of a question count, the others are fewer words.
fn who(catalogue: &Catalogue, clause: Clause, gap: &Gap) -> (String, String) {
    let count = |question: QuestionIndex| catalogue.questionnaire().get(question).options.len();
    let clauses = |question: QuestionIndex, options: &[usize]| {
        let asked = catalogue.questionnaire().get(question);
        let options = options.iter().filter_map(|option| asked.options.get(*option));
        let clauses: Vec<String> = options.map(|option| clause(asked.id.as_str(), option.id.as_str())).collect();
        joined(&clauses)
    };
    let turned = gap.who.iter().find(|(question, options)| options.len() > 4 && 2 * options.len() > count(*question));
    let mut said = Vec::new();
    let mut except = String::new();
    for (question, options) in &gap.who {
        if turned.is_some_and(|(other, _)| other == question) {
            let others: Vec<usize> = (0..count(*question)).filter(|option| !options.contains(option)).collect();
            except = clauses(*question, &others);
        } else {
            said.push(clauses(*question, options));
        }
    }
    (said.join(", en "), except)
}

/// Clauses joined by 'of', the words they begin and end with said once: 'voor iemand met dementie of kanker zorgt'.
fn joined(clauses: &[String]) -> String {
    let words: Vec<Vec<&str>> = clauses.iter().map(|clause| clause.split(' ').collect()).collect();
    let Some(first) = words.first() else { return String::new() };
    let same = |place: usize, at: &dyn Fn(&[&str], usize) -> Option<usize>| {
        let word = at(first, place).and_then(|place| first.get(place));
        words.iter().all(|clause| at(clause, place).and_then(|place| clause.get(place)) == word) && word.is_some()
    };
    let shortest = words.iter().map(Vec::len).min().unwrap_or(0);
    let room = shortest.saturating_sub(1);
    let from_start = |_: &[&str], place: usize| Some(place);
    let from_end = |clause: &[&str], place: usize| clause.len().checked_sub(place + 1);
    // The verb at the end first: 'voor een kind of kind van 3 zorgt'.
    let end = (0..room).take_while(|place| same(*place, &from_end)).count();
    let start = (0..room - end).take_while(|place| same(*place, &from_start)).count();
    if words.len() < 2 || start + end == 0 {
        return listed(clauses, "of");
    }
    let middle = |clause: &Vec<&str>| clause.get(start..clause.len() - end).unwrap_or_default().join(" ");
    let middles: Vec<String> = words.iter().map(middle).collect();
    let (before, after) = (first.get(..start).unwrap_or_default(), first.get(first.len() - end..).unwrap_or_default());
    let parts = [before.join(" "), listed(&middles, "of"), after.join(" ")];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_clauses_share_is_said_once() {
        for (clauses, expected) in [
            (vec!["met pensioen is"], "met pensioen is"),
            (
                vec!["voor iemand met dementie zorgt", "voor iemand met kanker zorgt"],
                "voor iemand met dementie of kanker zorgt",
            ),
            (
                vec!["in loondienst werkt", "studeert", "met pensioen is"],
                "in loondienst werkt, studeert of met pensioen is",
            ),
            (vec!["voor een kind zorgt", "voor een kind van 3 zorgt"], "voor een kind of kind van 3 zorgt"),
            (vec!["ja zegt", "ja zegt"], "ja of ja zegt"),
        ] {
            let clauses: Vec<String> = clauses.into_iter().map(str::to_owned).collect();
            assert_eq!(joined(&clauses), expected);
        }
        assert_eq!(joined(&[]), "");
    }
}
