//! `import` and `export`, as partners use them.

use super::*;
use std::process::{Command, Output};

fn run(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_catalogue"));
    command.args(arguments).args(["--today", "2026-11-22"]).current_dir(root()).output().expect("the command runs")
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn folder(name: &str) -> std::path::PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

#[test]
fn a_partner_goes_out_and_comes_in_again() {
    let folder = folder("exchange");
    let samana =
        value(&draft("samana", &fs::read_to_string(root().join("catalogue/partners/samana.json")).expect("read")));
    for name in ["samana.csv", "samana.xlsx", "samana.hsds.json"] {
        let file = folder.join(name).display().to_string();
        let out = run(&["export", &file, "--partner", "samana"]);
        assert_eq!(out.status.code(), Some(0), "{}", told(&out));
        let out = run(&["import", &file]);
        assert_eq!(out.status.code(), Some(0), "{}", told(&out));
        assert_eq!(serde_json::from_slice::<Value>(&out.stdout).expect("JSON"), samana, "{name}");
        let again = run(&["export", &file, "--partner", "samana"]);
        assert_eq!(again.status.code(), Some(2), "nothing is replaced unasked");
        assert!(told(&again).contains("--force"), "{}", told(&again));
    }
    let linked = folder.join("samana.jsonld").display().to_string();
    let out = run(&["export", &linked, "--partner", "samana"]);
    assert_eq!(out.status.code(), Some(0), "{}", told(&out));
    assert!(told(&out).contains("not-kept"), "{}", told(&out));
}

#[test]
fn refused_rows_are_told_and_the_others_written() {
    let folder = folder("exchange-refused");
    let out = run(&["import", "tests/exchange/bad.csv", "--out", &folder.display().to_string(), "--lang", "en"]);
    assert_eq!(out.status.code(), Some(1), "{}", told(&out));
    assert!(told(&out).contains("row 6, column C (soort)"), "{}", told(&out));
    let mut files: Vec<String> =
        fs::read_dir(&folder).expect("a folder").flatten().map(|it| it.file_name().display().to_string()).collect();
    files.sort();
    assert_eq!(files, ["p-een.json", "partner-drie.json"]);
    let several = run(&["import", "tests/exchange/bad.csv"]);
    assert_eq!(several.status.code(), Some(2), "two partners need a folder");
}

#[test]
fn a_file_is_never_written_outside_its_folder() {
    let folder = folder("exchange-outside");
    let table = folder.join("t.csv");
    let text = "naam;soort;wat krijgt u;eerste stap;gebied van;kosten;soort bron;zekerheid;partner id\n\
        A;advies;Iets.;Bel.;naaste;gratis;pers;niet nagelezen;../weg\n";
    fs::write(&table, text).expect("written");
    let out = run(&["import", &table.display().to_string(), "--out", &folder.join("uit").display().to_string()]);
    assert_eq!(out.status.code(), Some(2), "{}", told(&out));
    assert!(!folder.join("weg.json").exists());
}

#[test]
fn an_empty_table_is_there_to_fill_in() {
    let folder = folder("exchange-template");
    for name in ["leeg.csv", "leeg.xlsx"] {
        let file = folder.join(name).display().to_string();
        assert_eq!(run(&["export", "--template", &file]).status.code(), Some(0));
        let out = run(&["import", &file]);
        assert_eq!(out.status.code(), Some(1), "{}", told(&out));
        assert!(told(&out).contains("example-row"), "{}", told(&out));
    }
    let other = run(&["export", "--template", &folder.join("leeg.jsonld").display().to_string()]);
    assert_eq!(other.status.code(), Some(2));
}
