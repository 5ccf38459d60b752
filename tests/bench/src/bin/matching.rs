//! Matching all offers for one caregiver, beside datalogic-rs on the same rules.
//! Usage: matching CATALOGUE RULES CAREGIVERS. RULES has a JsonLogic rule by the id of its offer.

use datalogic_rs::{Engine, Logic, ParsedData};
use mantelwijzer::{catalogue::Offer, eligibility::Verdict, matching::match_offers};
use mantelwijzer_bench::{Told, answers, folder};
use serde::Deserialize;
use serde_json::{Value, json};
use std::{collections::BTreeMap, env, hint::black_box, path::Path, time::Instant};

/// Rounds in which each takes its turn, so that a busy moment of the machine hits all alike.
const ROUNDS: usize = 3;

#[derive(Deserialize)]
struct Caregiver {
    told: Told,
    facts: Value,
}

fn main() {
    let paths: Vec<String> = env::args().skip(1).collect();
    let [folder, rules, caregivers] = paths.as_slice() else { panic!("matching CATALOGUE RULES CAREGIVERS") };
    let catalogue = folder::catalogue(Path::new(folder));
    let rules: BTreeMap<String, Value> = folder::json(Path::new(rules));
    let caregivers: Vec<Caregiver> = folder::json(Path::new(caregivers));

    let engine = Engine::new();
    let offers: Vec<(&Offer, Logic)> = catalogue
        .offers()
        .map(|(_, offer)| {
            let rule = rules.get(offer.id.as_str()).expect("a rule for each offer").to_string();
            (offer, engine.compile(&rule).expect("a rule it knows"))
        })
        .collect();
    let mut session = engine.session();

    let mut times: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    let (mut compared, mut unknown, mut different) = (0, 0, Vec::new());
    for round in 0..ROUNDS {
        for (number, caregiver) in caregivers.iter().enumerate() {
            let told = answers(&catalogue, &caregiver.told);
            let facts = ParsedData::from_json(&caregiver.facts.to_string()).expect("facts");
            let mut time = |name, run: &mut dyn FnMut() -> usize| {
                let start = Instant::now();
                black_box(run());
                times.entry(name).or_default().push(start.elapsed().as_secs_f64() * 1e3);
            };
            time("ours", &mut || match_offers(&catalogue, &told).shown().count());
            time("ours, rules alone", &mut || {
                let mut verdicts = catalogue.verdicts(&told);
                catalogue.briefs().filter(|(_, brief)| verdicts.verdict(brief.fits) == Verdict::Met).count()
            });
            time("datalogic-rs", &mut || {
                let mut met = 0;
                for (_, rule) in &offers {
                    let holds = session.eval_borrowed(rule, &facts).expect("a verdict");
                    met += usize::from(holds.as_bool() == Some(true));
                }
                session.reset();
                met
            });
            if round > 0 {
                continue;
            }
            let mut verdicts = catalogue.verdicts(&told);
            for (offer, rule) in &offers {
                let theirs = session.eval_borrowed(rule, &facts).expect("a verdict").as_bool() == Some(true);
                match verdicts.verdict(offer.fits.root()) {
                    Verdict::Unknown => unknown += 1,
                    verdict => {
                        compared += 1;
                        if (verdict == Verdict::Met) != theirs {
                            different.push(format!("{} for caregiver {number}", offer.id));
                        }
                    }
                }
            }
        }
    }
    different.truncate(20);
    println!(
        "{}",
        json!({"offers": offers.len(), "times": times, "compared": compared, "unknown": unknown, "different": different})
    );
}
