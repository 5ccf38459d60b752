//! What must come out beside what comes out: each difference, and why.

use crate::broken::{base, load};
use mantelwijzer::{
    answers::file,
    catalogue::{diagnostic::Spot, raw::RawExample},
    scenario::{Mark, hold},
};
use serde_json::{Value, json};
use std::{fs, path::Path, process::Command};

/// What differs for someone in Ghent who cares for someone with dementia: each line with its mark, and why.
#[track_caller]
fn check(expect: &Value, differs: &[&str]) {
    let answers = json!({"recipient-place": "be-nis-44021", "carer-place": "be-nis-44021", "situation": ["dementia"],
        "needs": ["talk"]});
    check_for(&answers, expect, differs);
}

#[track_caller]
fn check_for(answers: &Value, expect: &Value, differs: &[&str]) {
    let (catalogue, _) = load(&base());
    let catalogue = catalogue.expect("sound");
    let example = json!({"story": "", "answers": answers, "expect": expect});
    let example: RawExample = serde_json::from_value(example).expect("an example");
    let (answers, unclear) = file::read(&catalogue, &example.answers, &Spot::file("example"));
    assert!(unclear.is_empty(), "{unclear:?}");
    let mut told = Vec::new();
    for difference in hold(&catalogue, &answers, &example.expect) {
        let pointer = format!("/{}", difference.at);
        assert!(difference.at.is_empty() || expect.pointer(&pointer).is_some(), "nothing at {pointer}");
        let says = difference.words();
        assert!(!says.nl.is_empty() && !says.en.is_empty() && says.nl != says.en, "{says:?}");
        told.push(format!("{}:", difference.at));
        for line in difference.lines {
            let mark = match line.mark {
                Mark::Expected => '-',
                Mark::Found => '+',
                Mark::Both => ' ',
            };
            let why = line.why.map(|why| why.words().nl).unwrap_or_default();
            told.push(format!("{mark} {} {why}", line.id).trim_end().to_owned());
        }
    }
    assert_eq!(told, differs);
}

const FITS: &str = "past door `recipient-place` (Gent), `situation` (Dementie)";

#[test]
fn what_holds_differs_in_nothing() {
    check(
        &json!({"must_show": ["be-steun", "vl-logeerweek"], "must_fit": ["vl-logeerweek"], "top": {"1": ["be-steun"]},
            "only_urgent": []}),
        &[],
    );
}

#[test]
fn an_offer_that_does_not_fit_is_told_with_the_answers_that_decide() {
    check_for(
        &json!({"recipient-place": "be-nis-21004", "situation": ["dementia"]}),
        &json!({"must_show": ["vl-logeerweek"], "must_fit": ["be-steun", "vl-logeerweek"]}),
        &[
            "must_show/0:",
            "- vl-logeerweek past niet door `recipient-place` (Brussel)",
            "must_fit/1:",
            "- vl-logeerweek past niet door `recipient-place` (Brussel)",
        ],
    );
}

#[test]
fn an_offer_that_fits_too_well_is_told_with_its_place() {
    let line = format!(
        "+ vl-logeerweek {FITS}; staat op plaats 2, na wat bij de behoeften helpt (2 punten: eigen voorwaarden +1, dichtbij +1)"
    );
    check(&json!({"must_not_show": ["vl-logeerweek"]}), &["must_not_show/0:", &line]);
}

#[test]
fn an_offer_that_is_not_certain_is_told_with_the_questions_that_decide() {
    let answers = json!({"recipient-place": "be-nis-44021", "needs": ["respite"]});
    let why = "past misschien: dat hangt af van `situation`; staat op plaats 2 (ronde 1, 20 punten: behoeften +18, \
        eigen voorwaarden +1, dichtbij +1)";
    check_for(
        &answers,
        &json!({"must_fit": ["vl-logeerweek"], "hangs_on": {"vl-logeerweek": ["recipient-age"]}}),
        &[
            "must_fit/0:",
            &format!("- vl-logeerweek {why}"),
            "hangs_on/vl-logeerweek:",
            "- recipient-age",
            "+ situation",
        ],
    );
}

#[test]
fn what_stands_too_low_is_told_beside_what_stands_there() {
    let low = format!(
        "- vl-logeerweek {FITS}; staat op plaats 2, na wat bij de behoeften helpt (2 punten: eigen voorwaarden +1, dichtbij +1)"
    );
    let first = "+ be-steun past voor iedereen; staat op plaats 1 (ronde 1, 18 punten: behoeften +18)";
    check(&json!({"top": {"1": ["vl-logeerweek"]}}), &["top/1/0:", &low, first]);
    check(&json!({"top": {"eerst": ["be-steun"]}}), &["top/eerst:", "- eerst is geen getal vanaf 1"]);
}

#[test]
fn what_does_not_exist_is_told_with_what_may_be_meant() {
    check(
        &json!({"must_not_show": ["be-steunn"], "never_asked": ["situaton"]}),
        &[
            "must_not_show/0:",
            "- be-steunn bestaat niet; bedoelt u `be-steun`?",
            "never_asked/0:",
            "- situaton bestaat niet; bedoelt u `situation`?",
        ],
    );
}

#[test]
fn a_question_that_is_asked_and_a_line_that_is_not_on_top_are_told() {
    check(
        &json!({"never_asked": ["needs"], "must_be_urgent": ["be-steun"], "only_urgent": ["be-steun"]}),
        &[
            "must_be_urgent/0:",
            "- be-steun komt nooit bovenaan: er is geen `urgent_when`",
            "only_urgent:",
            "- be-steun komt nooit bovenaan: er is geen `urgent_when`",
            "never_asked/0:",
            "+ needs wordt gevraagd, op scherm 1",
        ],
    );
}

/// What `scenarios` says of these, and how it ends.
fn told(arguments: &[&str]) -> (String, bool) {
    let ran = Command::new(env!("CARGO_BIN_EXE_catalogue"))
        .arg("scenarios")
        .args(arguments)
        .args(["--today", "2026-11-22"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("the command runs");
    (String::from_utf8(ran.stdout).expect("UTF-8"), ran.status.success())
}

#[test]
fn all_personas_and_the_examples_of_all_partners_hold() {
    let (text, ended_well) = told(&[]);
    assert!(ended_well, "{text}");
    assert!(text.contains("goed catalogue/personas/widower-in-ghent.json"), "{text}");
    assert!(text.contains("goed partners/svb.json, voorbeeld 2"), "{text}");
    assert!(text.ends_with(" passed, 0 failed\n") && text.lines().count() > 50, "{text}");
}

#[test]
fn each_format_says_what_differs_and_counts() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("scenario-formats");
    fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join("mol.json");
    let scenario = r#"{"id": "mol", "story": "Een vrouw in Mol.", "written_by": "iemand",
        "answers": {"carer-place": "be-nis-13025"}, "expect": {"must_show": ["nl-113"], "must_not_show": ["be-samana"]}}"#;
    fs::write(&path, scenario).expect("written");
    let path = path.display().to_string();
    let differs = "hoort getoond te worden: `nl-113` past niet door `carer-place` (Mol)";
    for (format, wanted) in [
        (
            "human",
            "     Een vrouw in Mol.\n     hoort getoond te worden (`must_show`)\n       - nl-113  113 Zelfmoordpreventie",
        ),
        ("plain", &format!("{differs}.\n") as &str),
        ("json", &format!("\"{differs}\"")),
        ("github", differs),
    ] {
        let (text, ended_well) = told(&[&path, "--format", format]);
        assert!(!ended_well && text.contains(wanted), "{format}: {text}");
        assert!(format == "json" || text.ends_with("0 passed, 1 failed\n"), "{format}: {text}");
        assert!(!text.contains('\u{1b}'), "{format}: colours belong on a terminal only");
    }
    let (text, _) = told(&[&path, "--lang", "en"]);
    assert!(text.contains("must be shown (`must_show`)") && text.contains("doesn't fit because of"), "{text}");
    let (text, _) = told(&[&path, "--format", "json"]);
    let told: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(told[0]["differences"][0]["lines"][0]["mark"], "expected");
    assert_eq!(told[0]["differences"][1]["lines"][0]["mark"], "found");
}

#[test]
fn who_expects_nothing_is_told_so() {
    check(&json!({}), &[":"]);
}
