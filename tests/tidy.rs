//! The architecture as tests: mostly about what is absent.

use std::{
    fs,
    path::{Path, PathBuf},
};

fn files(folder: &str, extension: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut waiting = vec![root.join(folder)];
    let mut found = Vec::new();
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            waiting.extend(fs::read_dir(&path).expect("a folder").map(|entry| entry.expect("an entry").path()));
        } else if path.extension().is_some_and(|other| other == extension) {
            let name: PathBuf = path.strip_prefix(root).expect("inside").to_owned();
            found.push((name.display().to_string(), fs::read_to_string(&path).expect("readable")));
        }
    }
    assert!(!found.is_empty(), "no .{extension} in {folder}");
    found
}

/// No file in these folders holds one of these words.
fn absent(folders: &[(&str, &str)], words: &[&str], except: &[&str]) {
    for (name, text) in folders.iter().flat_map(|(folder, extension)| files(folder, extension)) {
        if except.iter().any(|exception| name.contains(exception)) {
            continue;
        }
        for word in words {
            let line = text.lines().position(|line| line.contains(word) && !line.trim_start().starts_with("//"));
            assert_eq!(line.map(|line| format!("{name}:{}", line + 1)), None, "`{word}` has no place there");
        }
    }
}

#[test]
fn the_core_knows_no_browser_no_command_line_and_no_clock() {
    absent(
        &[("src", "rs")],
        &[
            "yew",
            "web_sys",
            "wasm_bindgen",
            "gloo",
            "clap",
            "std::fs",
            "std::env",
            "std::net",
            "SystemTime",
            "HashMap",
            "HashSet",
        ],
        &["src/bin/"],
    );
}

#[test]
fn no_float_takes_part_in_matching_or_ranking() {
    let decides =
        ["matching.rs", "eligibility", "interview.rs", "answers", "rule.rs", "span.rs", "region", "explanation.rs"];
    for (name, text) in
        files("src", "rs").into_iter().filter(|(name, _)| decides.iter().any(|room| name.contains(room)))
    {
        let has_float = text.contains("f64") || text.contains("f32");
        assert!(!has_float || name.contains("src/bin/"), "{name}");
    }
}

#[test]
fn the_widget_decides_nothing() {
    let words = ["eligibility::", "matching::", "catalogue::raw", "rule::", "Diagram"];
    absent(&[("src/bin/widget", "rs")], &words, &[]);
}

#[test]
fn the_widget_and_the_workbench_store_nothing_send_nothing_and_write_no_markup() {
    let words = [
        "localStorage",
        "sessionStorage",
        "indexedDB",
        "document.cookie",
        "caches",
        "serviceWorker",
        "sendBeacon",
        "XMLHttpRequest",
        "WebSocket",
        "EventSource",
        "pushState",
        "replaceState",
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "from_html_unchecked",
        "eval(",
        "new Function",
        "console.log",
    ];
    let folders = ["src/bin/widget", "src/bin/workbench"].map(|folder| [(folder, "rs"), (folder, "js")]);
    absent(&folders.concat(), &words, &[]);
    absent(&[("src/bin/workbench", "rs"), ("src/bin/workbench", "js")], &["fetch(", "import("], &[]);
}

#[test]
fn the_widget_may_use_these_web_interfaces_and_no_other() {
    let allowed = [
        "Document",
        "DocumentFragment",
        "Element",
        "Event",
        "HtmlElement",
        "HtmlFormElement",
        "HtmlInputElement",
        "InputEvent",
        "KeyboardEvent",
        "Node",
        "NodeList",
        "ShadowRoot",
        "Window",
    ];
    let manifest = include_str!("../Cargo.toml");
    let line = manifest.lines().find(|line| line.starts_with("web-sys")).expect("web-sys");
    let features = line.split("features = [").nth(1).and_then(|rest| rest.split(']').next()).expect("features");
    for feature in features.split(',').map(|feature| feature.trim().trim_matches('"')) {
        assert!(allowed.contains(&feature), "{feature}: a new web interface is a decision, not a detail");
    }
}

#[test]
fn only_what_is_written_down_is_serialised() {
    absent(
        &[("src", "rs")],
        &["derive(Serialize", "Serialize)]", "Deserialize)]"],
        &["catalogue/raw", "src/bin/catalogue/"],
    );
}

#[test]
fn no_room_is_too_large() {
    for (name, text) in ["src", "tests"].into_iter().flat_map(|folder| files(folder, "rs")) {
        let most = if name.contains("/components/") {
            200
        } else if name == "src/catalogue/raw.rs" {
            600
        } else {
            400
        };
        assert!(text.lines().count() <= most, "{name} has {} lines, more than {most}", text.lines().count());
    }
}

#[test]
fn every_room_says_what_it_is_for() {
    for (name, text) in ["src", "tests"].into_iter().flat_map(|folder| files(folder, "rs")) {
        assert!(text.starts_with("//!"), "{name} has no first line that says what lives there");
    }
}

#[test]
fn no_drawer_for_everything_and_no_mod_rs() {
    for (name, _) in ["src", "tests"].into_iter().flat_map(|folder| files(folder, "rs")) {
        for word in ["utils", "common", "helpers", "misc", "/mod.rs", "manager"] {
            assert!(!name.contains(word), "{name}");
        }
    }
}

/// Whatever isn't in that list would be left out without a word.
#[test]
fn every_attribute_is_one_of_those_the_markup_knows() {
    let (_, markup) =
        files("src/bin/widget", "rs").into_iter().find(|(name, _)| name.ends_with("markup.rs")).expect("there");
    let known = markup.split_once("const NAMES").and_then(|(_, rest)| rest.split_once("];")).expect("a list").0;
    let mut seen = 0;
    for (name, text) in files("src/bin/widget/components", "rs") {
        for call in [".set(\"", ".may_set(\""] {
            for attribute in text.split(call).skip(1).filter_map(|rest| rest.split('"').next()) {
                seen += 1;
                assert!(known.contains(&format!("\"{attribute}\"")), "{name}: `{attribute}`");
            }
        }
    }
    assert!(seen > 100, "{seen}");
}
