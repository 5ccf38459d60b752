//! How many screens each caregiver sees, and whether the result equals that of the full interview (contract, 'Meaning' 3).
//! Usage: questions CATALOGUE CAREGIVERS

use mantelwijzer::{
    answers::Answers,
    catalogue::Catalogue,
    interview::play,
    matching::{Match, Ranking, match_offers},
};
use mantelwijzer_bench::{answers, folder};
use serde_json::json;
use std::{collections::BTreeMap, env, path::Path};

fn main() {
    let paths: Vec<String> = env::args().skip(1).collect();
    let [folder, caregivers] = paths.as_slice() else { panic!("questions CATALOGUE CAREGIVERS") };
    let catalogue = folder::catalogue(Path::new(folder));
    let caregivers = folder::caregivers(Path::new(caregivers));
    let questionnaire = catalogue.questionnaire();
    let mut asked: BTreeMap<&str, usize> = BTreeMap::new();
    let mut screens = Vec::new();
    let mut different = Vec::new();
    for (number, caregiver) in caregivers.iter().enumerate() {
        let told = answers(&catalogue, caregiver);
        let (steps, used) = play(&catalogue, &told);
        screens.push(steps.len());
        for question in steps.iter().filter_map(|step| step.first()) {
            *asked.entry(questionnaire.get(*question).id.as_str()).or_default() += 1;
        }
        if served(&catalogue, &used) != served(&catalogue, &told) {
            different.push(number);
        }
    }
    println!("{}", json!({"of": questionnaire.screens(), "screens": screens, "asked": asked, "different": different}));
}

/// What is found for the chosen needs, and what is urgent: by id, in rank order.
fn served(catalogue: &Catalogue, answers: &Answers) -> [Vec<String>; 3] {
    let Ranking { matches, undecided, urgent, .. } = match_offers(catalogue, answers);
    let id = |offer| catalogue.offer(offer).id.to_string();
    let serving = |list: Vec<Match>| -> Vec<String> {
        list.iter().filter(|found| !found.needs.is_empty()).map(|found| id(found.offer)).collect()
    };
    [serving(matches), serving(undecided), urgent.into_iter().map(id).collect()]
}
