//! What one catalogue costs, in time and memory: loading its bundle, matching, a whole interview.
//! Usage: growth CATALOGUE CAREGIVERS

use mantelwijzer::{
    catalogue::{
        pack::{pack, pack_places},
        unpack::unpack,
    },
    interview::play,
    language::Language,
    matching::match_offers,
    wording::files::words,
};
use mantelwijzer_bench::{answers, folder};
use peak_alloc::PeakAlloc;
use serde_json::json;
use std::{env, hint::black_box, path::Path, time::Instant};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// A catalogue is loaded until this many seconds have gone, and at least once.
const PATIENCE: f64 = 3.0;

/// Matching is timed so many times for each caregiver: with a small catalogue it is over in a moment.
const ROUNDS: usize = 5;

fn main() {
    let paths: Vec<String> = env::args().skip(1).collect();
    let [folder, caregivers] = paths.as_slice() else { panic!("growth CATALOGUE CAREGIVERS") };
    let (bundle, places) = bundle(Path::new(folder));
    let caregivers = folder::caregivers(Path::new(caregivers));

    let read = || unpack(&bundle, &places, folder::today()).expect("a bundle").catalogue;
    let before = MEMORY.current_usage();
    let start = Instant::now();
    let catalogue = read();
    let mut loading = vec![start.elapsed().as_secs_f64() * 1e3];
    let kept = MEMORY.current_usage() - before;
    while loading.iter().sum::<f64>() < PATIENCE * 1e3 {
        loading.push(milliseconds(&read));
    }

    let (mut matching, mut working, mut interviews) = (Vec::new(), Vec::new(), Vec::new());
    for caregiver in &caregivers {
        let told = answers(&catalogue, caregiver);
        let before = MEMORY.current_usage();
        MEMORY.reset_peak_usage();
        matching.push(milliseconds(&|| match_offers(&catalogue, &told)));
        working.push(MEMORY.peak_usage() - before);
        matching.extend((1..ROUNDS).map(|_| milliseconds(&|| match_offers(&catalogue, &told))));
        interviews.push(milliseconds(&|| play(&catalogue, &told)));
    }
    println!(
        "{}",
        json!({
            "offers": catalogue.offers().count(), "bundle": bundle.len(), "loading": loading, "matching": matching,
            "interviews": interviews, "kept": kept, "working": working,
        })
    );
}

/// The bundle of a folder in Dutch, and its places.
fn bundle(folder: &Path) -> (String, String) {
    let catalogue = folder::catalogue(folder);
    let words = words(Language::Nl).expect("the words of the interface");
    let bundle = pack(&catalogue, Language::Nl, &words, folder::today());
    (bundle.to_string(), pack_places(&catalogue, &[]).to_string())
}

fn milliseconds<T>(run: &dyn Fn() -> T) -> f64 {
    let start = Instant::now();
    let made = black_box(run());
    let time = start.elapsed().as_secs_f64() * 1e3;
    drop(made);
    time
}
