//! Answers files: `{"answers": {"relation": "parent", "situation": ["dementia"], "income": null}}`.

use super::{Answer, Answers};
use crate::{
    catalogue::{
        Catalogue,
        diagnostic::{Diagnostic, Spot},
    },
    id::nearest,
    questionnaire::{Kind, QuestionIndex},
    says,
};
use serde_json::Value;
use std::collections::BTreeMap;

/// Reads answers by question id. Tells of every question, option and region that doesn't exist, and leaves it out.
pub fn read(catalogue: &Catalogue, given: &BTreeMap<String, Value>, spot: &Spot) -> (Answers, Vec<Diagnostic>) {
    let mut answers = Answers::default();
    let mut found = Vec::new();
    for (id, value) in given {
        let spot = spot.at(id);
        match catalogue.questionnaire().find(id) {
            None => {
                let near = catalogue.questionnaire().nearest_question(id);
                found.push(unknown(&spot, "unknown-question", ("de vraag", "question"), id, near));
            }
            Some(question) => match answer(catalogue, question, value, &spot) {
                Ok(answer) => answers.give(catalogue, question, answer),
                Err(problems) => found.extend(problems),
            },
        }
    }
    (answers, found)
}

fn answer(
    catalogue: &Catalogue,
    question: QuestionIndex,
    value: &Value,
    spot: &Spot,
) -> Result<Answer, Vec<Diagnostic>> {
    let asked = catalogue.questionnaire().get(question);
    let option = |id: &str, spot: &Spot| {
        asked
            .option(id)
            .ok_or_else(|| unknown(spot, "unknown-option", ("de optie", "option"), id, asked.nearest_option(id)))
    };
    match (asked.kind, value) {
        (_, Value::Null) => Ok(Answer::Declined),
        (Kind::Single | Kind::Range(_), Value::String(id)) => {
            option(id, spot).map(Answer::Option).map_err(|problem| vec![problem])
        }
        (Kind::Place, Value::String(id)) => catalogue.regions().find(id).map(Answer::Place).ok_or_else(|| {
            vec![unknown(spot, "unknown-region", ("de regio", "region"), id, nearest(id, catalogue.regions().ids()))]
        }),
        (Kind::Multi, Value::Array(ids)) => {
            let mut chosen = 0;
            let mut problems = Vec::new();
            for (position, id) in ids.iter().enumerate() {
                let spot = spot.at(position);
                match id.as_str().map(|id| option(id, &spot)) {
                    Some(Ok(option)) => chosen |= 1 << option,
                    Some(Err(problem)) => problems.push(problem),
                    None => problems.push(wrong_type(
                        &spot,
                        ("een optie tussen aanhalingstekens", "an option between quotation marks"),
                    )),
                }
            }
            if problems.is_empty() { Ok(Answer::Options(chosen)) } else { Err(problems) }
        }
        (Kind::Multi, _) => {
            Err(vec![wrong_type(spot, ("een lijst van opties, of `null`", "a list of options, or `null`"))])
        }
        (Kind::Single | Kind::Range(_), _) => Err(vec![wrong_type(
            spot,
            ("een optie tussen aanhalingstekens, of `null`", "an option between quotation marks, or `null`"),
        )]),
        (Kind::Place, _) => Err(vec![wrong_type(
            spot,
            ("een regio tussen aanhalingstekens, of `null`", "a region between quotation marks, or `null`"),
        )]),
    }
}

fn unknown(spot: &Spot, code: &'static str, what: (&str, &str), id: &str, near: Option<&str>) -> Diagnostic {
    let shown: String = id.chars().take(80).collect();
    let help = match near {
        Some(near) => says!("bedoelt u `{near}`?", "did you mean `{near}`?"),
        None => says!(
            "kijk in catalogue/questionnaire.json en catalogue/regions.json wat er bestaat",
            "look in catalogue/questionnaire.json and catalogue/regions.json for what exists"
        ),
    };
    let (nl, en) = what;
    spot.error(code, says!("{nl} `{shown}` bestaat niet", "the {en} `{shown}` doesn't exist"), help)
}

fn wrong_type(spot: &Spot, wanted: (&str, &str)) -> Diagnostic {
    let (nl, en) = wanted;
    let message = says!("dit antwoord heeft niet de juiste vorm", "this answer doesn't have the right form");
    spot.error("wrong-type", message, says!("schrijf {nl}", "write {en}"))
}
