//! What `make fuzz` found worth keeping, and seeded mutations of it, through the very bodies that the fuzzer runs.
//!
//! `tests/fuzz/` is the fuzzer's own package; its corpus holds the inputs that reach different code.

use crate::laws::{
    catalogues,
    people::{self, Case},
    random::{self, Random},
    reference,
};
use std::{fs, path::Path, time::Instant};

mod answers;
mod base;
mod bundle;
mod catalogue;
mod exchanged;
mod rule;
mod zipped;

/// What a target does with bytes: it panics when a promise is broken.
type Body = fn(&[u8]);

#[test]
fn files_of_partners() {
    check("catalogue", catalogue::catalogue, 300);
}

#[test]
fn published_bundles() {
    check("bundle", bundle::bundle, 500);
}

#[test]
fn rules_against_the_naive_reference() {
    check("rules", rule::rules, 500);
}

#[test]
fn tables() {
    check("csv", exchanged::csv, 300);
}

#[test]
fn spreadsheets() {
    check("xlsx", exchanged::xlsx, 300);
}

#[test]
fn hsds_and_schema_org() {
    check("hsds", exchanged::hsds, 500);
}

#[test]
fn saved_answers() {
    check("answers", answers::answers, 2_000);
}

#[test]
fn what_is_a_hundred_times_as_long_takes_no_more_than_a_moment() {
    let cases: [(Body, &str, &str, &str); 19] = [
        (catalogue::catalogue, "", "[", ""),
        (catalogue::catalogue, "", "{\"a\":", ""),
        (catalogue::catalogue, "{\"format\": 1, \"offers\": [", "{},", "{}]}"),
        (
            catalogue::catalogue,
            "{\"format\": 1, \"partner\": {\"id\": \"p\", \"name\": {\"nl\": \"",
            "een zin. ",
            "\"}}}",
        ),
        (catalogue::catalogue, "", "\n", "x"),
        (bundle::bundle, "\"offers\":[", "[],", "[]]"),
        (bundle::bundle, "\"wording\":{", "\"a\":\"b\",", "\"a\":\"b\"}"),
        (bundle::bundle, "{}\n\"regions\":[", "[\"aa\",null,[],[],[]],", "[]]"),
        (exchanged::csv, "naam\n", "a;", "\n"),
        (exchanged::csv, "naam\n", "a\n", ""),
        (exchanged::csv, "", "\"", ""),
        (exchanged::csv, "naam;soort\n", "\"\n\";", ""),
        (exchanged::csv, "", "naam;", "\n"),
        (exchanged::hsds, "[", "{\"id\":\"a\",\"name\":\"b\",\"status\":\"c\"},", "{}]"),
        (exchanged::hsds, "", "{\"services\":[", ""),
        (exchanged::xlsx, "<worksheet><sheetData>", "<row><c t=\"str\"><v>a</v></c></row>", "</sheetData></worksheet>"),
        (answers::answers, "{\"answers\":{", "\"a\":null,", "\"a\":null}}"),
        (answers::answers, "{\"answers\":{},\"plan\":[", "{\"offer\":\"vl-samana\"},", "{}]}"),
        (answers::answers, "{\"answers\":{\"situation\":[", "\"dementia\",", "1]}}"),
    ];
    for (body, before, again, after) in cases {
        let text = [before, &again.repeat(20_000 / again.len()), after].concat();
        let _case = Case(format!("{before}{again}… {} bytes", text.len()));
        let start = Instant::now();
        body(text.as_bytes());
        let taken = start.elapsed();
        // In proportion to its length it takes a tenth of this, on a slow machine too; in proportion to the square, minutes.
        assert!(taken.as_secs() < 20, "{taken:?}");
    }
}

/// Every kept input, and so many mutations of them.
fn check(target: &str, body: Body, mutations: u64) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus").join(target);
    let listed = fs::read_dir(&folder).unwrap_or_else(|problem| panic!("{}: {problem}", folder.display()));
    let mut paths: Vec<_> = listed.map(|entry| entry.expect("a file").path()).collect();
    paths.sort();
    let kept: Vec<Vec<u8>> = paths.iter().map(|path| fs::read(path).expect("readable")).collect();
    assert!(kept.len() > 5, "only {} inputs", kept.len());
    for (path, bytes) in paths.iter().zip(&kept) {
        let _case = Case(path.display().to_string());
        body(bytes);
    }
    for seed in 0..mutations {
        let bytes = mutated(&kept, &mut Random::new(seed));
        let _case = Case(format!("{target}, seed {seed}: {}", bytes.escape_ascii()));
        body(&bytes);
    }
}

/// One of these with a few changes, as the fuzzer makes them.
fn mutated(kept: &[Vec<u8>], random: &mut Random) -> Vec<u8> {
    let mut bytes = random.pick(kept).clone();
    for _ in 0..=random.below(3) {
        let at = random.below(bytes.len() + 1);
        let until = (at + random.below(12)).min(bytes.len());
        match random.below(6) {
            0 => drop(bytes.drain(at..until)),
            1 => bytes.insert(at, random.below(256) as u8),
            2 => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1 << random.below(8)),
            3 => {
                let again = bytes[at..until].to_vec();
                bytes.splice(at..at, again);
            }
            4 => {
                let other = random.pick(kept);
                let from = random.below(other.len() + 1);
                let piece = other[from..(from + 1 + random.below(60)).min(other.len())].to_vec();
                bytes.splice(at..until, piece);
            }
            _ => bytes.truncate(at.max(1)),
        }
    }
    bytes
}
