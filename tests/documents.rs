//! What the documents tell you to type works, and where they lead there is something.

use serde_json::Value;
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// All documents: their path from the top, and their text.
fn documents() -> Vec<(String, String)> {
    let listed = Command::new("git").args(["ls-files", "*.md"]).current_dir(root()).output().expect("git");
    let names = String::from_utf8(listed.stdout).expect("paths");
    let read = |name: &str| (name.to_owned(), fs::read_to_string(root().join(name)).expect("readable"));
    let all: Vec<_> = names.lines().map(read).collect();
    assert!(all.len() > 5, "{names}");
    all
}

/// What one may type: each line of a block of commands, and each command between backticks.
fn commands() -> BTreeSet<(String, String)> {
    let programs = ["make ", "cargo catalogue ", "node ", ".ci/"];
    let mut found = BTreeSet::new();
    for (name, text) in documents() {
        let blocks = text.split("```sh\n").skip(1).filter_map(|rest| rest.split("```").next());
        let inline = text.lines().flat_map(|line| line.split('`').skip(1).step_by(2));
        for typed in blocks.flat_map(str::lines).chain(inline) {
            let command = typed.split(" #").next().unwrap_or_default().trim();
            if programs.iter().any(|program| command.starts_with(program)) {
                found.insert((command.to_owned(), name.clone()));
            }
        }
    }
    found
}

/// A folder as a partner has it, with the files that the documents speak of.
fn desk() -> PathBuf {
    let desk = Path::new(env!("CARGO_TARGET_TMPDIR")).join("documents");
    let _ = fs::remove_dir_all(&desk);
    copy(&root().join("catalogue"), &desk.join("catalogue"));
    let manual = fs::read_to_string(root().join("catalogue/README.md")).expect("readable");
    let blocks = manual.split("```json").skip(1).filter_map(|rest| rest.split("```").next());
    let examples: Vec<Value> = blocks.filter_map(|block| serde_json::from_str(block).ok()).collect();
    let one =
        |is_it: &dyn Fn(&Value) -> bool| examples.iter().find(|value| is_it(value)).expect("in the manual").to_string();
    let person = one(&|value| value["answers"].is_object());
    let partner = one(&|value| value["partner"]["id"] == "het-voorbeeldhuis");
    for (name, text) in
        [("els.json", &person), ("person.json", &person), ("catalogue/partners/het-voorbeeldhuis.json", &partner)]
    {
        fs::write(desk.join(name), text).expect("written");
    }
    assert_eq!(catalogue(&desk, &["export", "hun-bestand.json", "--partner", "samana"]), Ok(()));
    desk
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").map(|entry| entry.expect("an entry")) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), &target).expect("copied");
        }
    }
}

fn catalogue(desk: &Path, words: &[&str]) -> Result<(), String> {
    let ran = Command::new(env!("CARGO_BIN_EXE_catalogue")).args(words).current_dir(desk).output().expect("it runs");
    let said = [ran.stdout, ran.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
    if ran.status.success() { Ok(()) } else { Err(said) }
}

#[test]
fn every_command_of_the_command_line_runs_as_it_is_written() {
    let desk = desk();
    let all: BTreeSet<String> = commands().into_iter().map(|(command, _)| command).collect();
    let typed = all.iter().filter_map(|command| command.strip_prefix("cargo catalogue "));
    // `links` asks servers on the web: `tests/links.rs` gives it some of its own.
    let typed: Vec<&str> = typed.filter(|line| !line.starts_with("links")).collect();
    let all = |task: &str| typed.iter().copied().filter(|line| line.starts_with(task)).collect::<Vec<_>>();
    let (written, read) = (all("export"), all("import"));
    let other: Vec<&str> =
        typed.iter().copied().filter(|line| !written.contains(line) && !read.contains(line)).collect();
    let run = |line: &&str| {
        let words: Vec<&str> = line.split_whitespace().collect();
        assert_eq!(catalogue(&desk, &words), Ok(()), "cargo catalogue {line}");
    };
    written.iter().for_each(run);
    // Someone fills in the empty table; what it becomes isn't there yet.
    fs::rename(desk.join("mijn-aanbod.xlsx"), desk.join("leeg.xlsx")).expect("both were written");
    fs::remove_file(desk.join("catalogue/partners/het-voorbeeldhuis.json")).expect("it was there");
    other.iter().chain(&read).for_each(run);
    assert!(written.len() > 3 && read.len() > 2 && other.len() > 6, "{typed:?}");
}

#[test]
fn every_other_command_is_there() {
    let makefile = fs::read_to_string(root().join("Makefile")).expect("readable");
    for (command, name) in commands() {
        let mut words = command.split_whitespace();
        match (words.next(), words.next()) {
            (Some("make"), Some(target)) => {
                assert!(makefile.contains(&format!("\n{target}:")), "{name}: `{command}`, and there is no such target");
            }
            (Some("node"), Some(script)) if script.starts_with("--") => {
                let test = words.next().unwrap_or_default();
                assert!(root().join(test).is_file(), "{name}: `{command}`");
            }
            (Some("node"), Some(script)) => assert!(root().join(script).is_file(), "{name}: `{command}`"),
            (Some(".ci/setup"), part) => assert!(part.is_some(), "{name}: `{command}`"),
            (Some(script), _) if script.starts_with(".ci/") => {
                assert!(root().join(script).exists(), "{name}: `{command}`");
            }
            _ => {}
        }
    }
}

#[test]
fn every_link_leads_to_a_file() {
    let mut seen = 0;
    for (name, text) in documents() {
        let folder = root().join(&name).parent().expect("a folder").to_owned();
        for target in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let path = target.split('#').next().unwrap_or_default();
            if path.is_empty() || path.contains(':') {
                continue;
            }
            assert!(folder.join(path).exists(), "{name}: {target}");
            seen += 1;
        }
    }
    assert!(seen > 20, "{seen}");
}
