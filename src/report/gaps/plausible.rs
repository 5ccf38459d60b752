//! Which people are worth a sentence: a gap is only told of someone who may exist and may want the help.

use crate::{catalogue::Catalogue, questionnaire::QuestionIndex};

/// One answer: an option of a question.
pub type Choice = (QuestionIndex, usize);

/// Options of a question, by their ids.
type Some<'a> = (&'a str, &'a [&'a str]);

const CHILDREN: Some = ("recipient-age", &["0-2", "3-11", "12-17"]);
const UNDER_25: Some = ("recipient-age", &["0-2", "3-11", "12-17", "18-20", "21-24"]);
const ADULTS: Some = ("recipient-age", &["18-20", "21-24", "25-64", "65-plus"]);
const OLD: Some = ("recipient-age", &["65-plus"]);
const YOUNGER: Some = ("relation", &["child", "grandchild"]);
const GROWN_UP: Some = ("relation", &["partner", "parent", "parent-in-law", "grandparent"]);
const MINORS: Some = ("carer-age", &["0-11", "12-17"]);
const OF_OLD_AGE: Some = ("situation", &["frailty", "dementia", "suspected-dementia"]);

/// Pairs of answers that hardly ever go together.
const APART: &[(Some, Some)] = &[
    (GROWN_UP, CHILDREN),
    (("relation", &["parent", "parent-in-law", "grandparent"]), UNDER_25),
    (YOUNGER, OLD),
    (MINORS, ("relation", &["partner", "child", "parent-in-law", "grandchild"])),
    (("carer-age", &["18-24"]), ("relation", &["grandchild"])),
    (
        MINORS,
        (
            "work",
            &[
                "employee-private",
                "employee-public",
                "self-employed",
                "jobseeker",
                "retired",
                "unable-to-work",
                "at-home",
            ],
        ),
    ),
    (("carer-age", &["18-24", "25-66"]), ("work", &["retired"])),
    (("carer-age", &["67-plus"]), ("work", &["student", "jobseeker"])),
    (("situation", &["sick-child"]), ADULTS),
    (("situation", &["sick-child"]), GROWN_UP),
    (OF_OLD_AGE, UNDER_25),
    (OF_OLD_AGE, YOUNGER),
    (("phase", &["after-death"]), ("living", &["with-me", "own-home", "sheltered", "care-home", "hospital"])),
    (("phase", &["after-death"]), ("mobility", &["fine", "limited", "wheelchair-or-bed"])),
    (("phase", &["after-death"]), ("daily-help", &["yes", "no"])),
    (("phase", &["moving-to-care-home"]), ("living", &["with-me"])),
];

/// What someone with a need has answered, or the need would make no sense: who asks for leave has work.
const PRESUPPOSED: &[(&str, Some)] = &[
    ("leave", ("work", &["employee-private", "employee-public", "self-employed"])),
    ("study", ("work", &["student"])),
    ("study", ("carer-age", &["0-11", "12-17", "18-24", "25-66"])),
    ("transport", ("mobility", &["limited", "wheelchair-or-bed"])),
    ("respite", ("living", &["with-me", "own-home", "sheltered"])),
    ("practical-help", ("living", &["with-me", "own-home", "sheltered"])),
    ("aids", ("living", &["with-me", "own-home", "sheltered"])),
    ("aids", AT_HOME),
    ("practical-help", AT_HOME),
    ("respite", ALIVE),
    ("transport", ALIVE),
    ("housing", ALIVE),
    ("training", ALIVE),
    ("safety", ALIVE),
];

const AT_HOME: Some = ("phase", &["starting", "ongoing", "getting-heavier", "crisis", "last-phase"]);
const ALIVE: Some =
    ("phase", &["starting", "ongoing", "getting-heavier", "crisis", "moving-to-care-home", "last-phase"]);

/// The questions a sentence about someone may rest on: who the two are, and how they live. What papers someone has, or
/// what they plan, says little about whom help is missing for.
pub fn is_about_someone(catalogue: &Catalogue, question: QuestionIndex) -> bool {
    let asked = catalogue.questionnaire().get(question);
    let topic = &catalogue.questionnaire().topic(asked.topic).id;
    let is_place = asked.options.is_empty();
    !is_place && (question == catalogue.landmarks().phase || ["recipient", "carer"].contains(&topic.as_str()))
}

/// Whether someone with this need may well give this answer.
pub fn suits_need(catalogue: &Catalogue, need: &str, choice: Choice) -> bool {
    PRESUPPOSED.iter().all(|(other, (question, options))| {
        let (about, option) = ids(catalogue, choice);
        *other != need || *question != about || options.contains(&option)
    })
}

/// Whether two answers may well be one person's.
pub fn go_together(catalogue: &Catalogue, one: Choice, other: Choice) -> bool {
    let (one, other) = (ids(catalogue, one), ids(catalogue, other));
    let among = |(question, option): (&str, &str), some: &Some| some.0 == question && some.1.contains(&option);
    !APART
        .iter()
        .any(|(left, right)| (among(one, left) && among(other, right)) || (among(other, left) && among(one, right)))
}

fn ids(catalogue: &Catalogue, (question, option): Choice) -> (&str, &str) {
    let asked = catalogue.questionnaire().get(question);
    (asked.id.as_str(), asked.options.get(option).map_or("", |option| option.id.as_str()))
}
