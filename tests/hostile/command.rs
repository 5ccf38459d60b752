//! The command `catalogue` among attacks: nothing it prints reaches a terminal, a code host or a spreadsheet as more than words.

use super::{
    cells,
    corpus::{Attack, PARTNER, attacks, sound},
    only_ours, reckons,
};
use crate::broken::{Files, base, edit};
use serde_json::{Value, json};
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
    time::{Duration, Instant},
};

/// What a run may take: seconds and KiB of address space. The largest attack is a file of 8 MB.
const PATIENCE: Duration = Duration::from_secs(60);
const MEMORY: &str = "2000000";

fn run(root: &Path, arguments: &[&str]) -> Output {
    let start = Instant::now();
    let output = Command::new("bash")
        .args(["-c", &format!("ulimit -v {MEMORY}; exec \"$0\" \"$@\""), env!("CARGO_BIN_EXE_catalogue")])
        .args(arguments)
        .args(["--today", "2026-11-22", "--catalogue", "."])
        .current_dir(root)
        .output()
        .expect("the command runs");
    assert!(start.elapsed() < PATIENCE, "{arguments:?} took {:?}", start.elapsed());
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(
        !error.contains("panicked") && output.status.code().is_some_and(|code| code <= 2),
        "{arguments:?}: {error:.400}"
    );
    output
}

/// A folder with the sound catalogue.
fn folder(name: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("hostile-{name}"));
    let _ = fs::remove_dir_all(&root);
    fs::create_dir_all(root.join("partners")).expect("a folder");
    for (file, text) in base() {
        fs::write(root.join(file), text).expect("written");
    }
    root
}

/// A sound partner's file under another name, so that many can stand side by side.
fn renamed(number: usize) -> String {
    let mut files = Files::from([(PARTNER.to_owned(), sound())]);
    for (place, id) in [("/partner/id", format!("hostile-{number}")), ("/offers/0/id", format!("vl-hostile-{number}"))]
    {
        edit(&mut files, &format!("{PARTNER}#{place}"), Some(Value::from(id)));
    }
    files.remove(PARTNER).expect("there")
}

/// The sound catalogue, and a partner's file for each way of each attack that isn't large.
fn crowd(name: &str, wanted: impl Fn(&Attack) -> bool) -> PathBuf {
    let root = folder(name);
    let small = attacks().into_iter().filter(|attack| attack.at != "file-name" && !attack.is_large() && wanted(attack));
    let ways =
        small.flat_map(|attack| attack.ways().into_iter().map(move |way| (attack.clone(), way)).collect::<Vec<_>>());
    for (number, (attack, way)) in ways.enumerate() {
        let file = attack.attacked(&renamed(number), &way);
        fs::write(root.join(format!("partners/hostile-{number}.json")), file).expect("written");
    }
    fs::write(root.join("answers.json"), json!({"answers": {"needs": ["respite"]}}).to_string()).expect("written");
    root
}

/// Nothing but words, tabs and line breaks: no sign that a terminal obeys, and none that turns a line around.
#[track_caller]
fn assert_words(what: &str, bytes: &[u8]) {
    let text = std::str::from_utf8(bytes).unwrap_or_else(|problem| panic!("{what}: {problem}"));
    let is_obeyed = |sign: char| {
        (sign.is_control() && !matches!(sign, '\n' | '\t'))
            || matches!(sign, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let lines: Vec<&str> = text.lines().filter(|line| line.contains(is_obeyed)).take(5).collect();
    assert!(lines.is_empty(), "{what}: {lines:#?}");
}

const TASKS: &[&[&str]] = &[
    &["check"],
    &["check", "--lang", "en"],
    &["check", "--format", "plain"],
    &["check", "--format", "github"],
    &["match", "--answers", "answers.json"],
    &["match", "--answers", "answers.json", "--format", "human"],
    &["interview", "--answers", "answers.json"],
    &["scenarios"],
    &["report", "--out", "made"],
    &["bundle", "--out", "made/bundle"],
    &["pages", "--out", "made/pages"],
    &["export", "made/all.csv"],
    &["export", "made/all.hsds.json"],
    &["export", "made/all.jsonld"],
    &["export", "made/all.xlsx"],
];

#[test]
fn no_output_of_the_command_is_more_than_words() {
    let root = crowd("words", |_| true);
    for task in TASKS {
        let output = run(&root, task);
        assert_words(&format!("{task:?}, out"), &output.stdout);
        assert_words(&format!("{task:?}, err"), &output.stderr);
    }
    assert!(!root.join("made/bundle").exists() && !root.join("made/pages").exists(), "published");
    only_ours(&fs::read_to_string(root.join("made/report.html")).expect("a report")).unwrap();
    for (file, separator) in [("made/all.csv", b';'), ("made/review.csv", b';')] {
        let table = fs::read_to_string(root.join(file)).expect(file);
        let formulas: Vec<String> = cells(&table, separator).filter(|cell| reckons(cell)).collect();
        assert!(formulas.is_empty(), "{file}: {formulas:?}");
    }
}

#[test]
fn a_code_host_hears_no_command_but_ours() {
    let root = crowd("annotations", |_| true);
    let output = run(&root, &["check", "--format", "github"]);
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(text.lines().count() > 200);
    for line in text.split(['\n', '\r']).filter(|line| !line.is_empty()) {
        let is_ours = line.starts_with("::error file=partners/") || line.starts_with("::warning file=");
        assert!(is_ours || line.starts_with("::error file="), "{line}");
        let (head, _) = line[2..].split_once("::").expect("an annotation");
        let names: Vec<&str> =
            head.split([' ', ',']).skip(1).filter_map(|part| Some(part.split_once('=')?.0)).collect();
        assert!(names.starts_with(&["file", "line", "endLine"]) && names.ends_with(&["title"]), "{line}");
    }
}

#[test]
fn what_may_stand_in_a_file_is_published_as_words() {
    let root = crowd("published", |attack| attack.refused.is_none());
    let published = run(&root, &["pages", "--out", "made"]);
    assert_eq!(published.status.code(), Some(0), "{}", String::from_utf8_lossy(&published.stderr));
    let mut seen = 0;
    for path in html_in(&root.join("made")) {
        only_ours(&fs::read_to_string(&path).expect("a page"))
            .unwrap_or_else(|why| panic!("{}: {why}", path.display()));
        seen += 1;
    }
    assert!(seen > 40, "only {seen} pages");
    assert_eq!(run(&root, &["bundle", "--out", "made/bundle"]).status.code(), Some(0));
}

fn html_in(folder: &Path) -> Vec<PathBuf> {
    let paths = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("a file").path());
    let found = paths.flat_map(|path| if path.is_dir() { html_in(&path) } else { vec![path] });
    found.filter(|path| path.extension().is_some_and(|extension| extension == "html")).collect()
}

#[test]
fn what_is_large_is_told_in_bounded_time_and_memory() {
    for attack in attacks().into_iter().filter(Attack::is_large) {
        for (number, way) in attack.ways().into_iter().enumerate() {
            let root = folder("large");
            fs::write(root.join(PARTNER), attack.attacked(&sound(), &way)).expect("written");
            let name = format!("{} {number}", attack.name);
            let output = run(&root, &["check"]);
            assert_words(&name, &output.stdout);
            let is_refused = attack.refused.is_some();
            assert_eq!(
                output.status.code(),
                Some(i32::from(is_refused)),
                "{name}: {}",
                String::from_utf8_lossy(&output.stderr)
            );
            let made = run(&root, &["bundle", "--out", "made"]);
            assert_eq!(
                root.join("made/nl.json").exists(),
                !is_refused,
                "{name}: {}",
                String::from_utf8_lossy(&made.stderr)
            );
        }
    }
}

#[test]
fn a_file_is_told_of_by_its_name_and_the_name_stays_words() {
    for attack in attacks().into_iter().filter(|attack| attack.at == "file-name") {
        for way in attack.ways() {
            let root = folder("name");
            let name: String = serde_json::from_slice(&way).expect("a name");
            fs::rename(root.join(PARTNER), root.join(format!("partners/{name}.json"))).expect("renamed");
            fs::write(root.join("answers.json"), "{\"answers\": {}}").expect("written");
            for task in TASKS {
                let output = run(&root, task);
                assert_words(&format!("{name:?} {task:?}, out"), &output.stdout);
                assert_words(&format!("{name:?} {task:?}, err"), &output.stderr);
            }
            let found = String::from_utf8(run(&root, &["check", "--format", "github"]).stdout).expect("UTF-8");
            let code = attack.refused.as_deref().expect("a code");
            assert!(found.contains(&format!("title={code}::")), "{name:?}: {found}");
            assert!(
                found.lines().all(|line| line.starts_with("::error file=") || line.starts_with("::warning file=")),
                "{found}"
            );
            assert!(!root.join("harmed").exists() && !root.join("partners/harmed").exists());
        }
    }
}
