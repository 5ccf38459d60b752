//! The architecture as tests: mostly about what is absent.

use std::{
    collections::BTreeSet,
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

/// Whatever begins with one of these words in the code of these folders, as far as names reach: `window.print`, `new URL`.
fn names(folders: &[(&str, &str)], words: &[&str]) -> BTreeSet<String> {
    let is_name = |letter: char| letter.is_alphanumeric() || "_$.:".contains(letter);
    let mut found = BTreeSet::new();
    for (_, text) in folders.iter().flat_map(|(folder, extension)| files(folder, extension)) {
        let is_comment = |line: &&str| ["//", "/*", "*"].iter().any(|mark| line.trim_start().starts_with(mark));
        for line in text.lines().filter(|line| !is_comment(line)).map(|line| line.replace("?.", ".")) {
            for (word, (at, _)) in
                words.iter().flat_map(|word| line.match_indices(word).map(move |place| (word, place)))
            {
                let (before, rest) = (&line[..at], &line[at + word.len()..]);
                let name: String = rest.chars().take_while(|letter| is_name(*letter)).collect();
                let is_longer = rest.starts_with(|letter: char| letter.is_alphanumeric() || letter == '_');
                if !before.ends_with(is_name) && (word.ends_with(' ') || !is_longer) {
                    found.insert([*word, name.trim_end_matches(['.', ':'])].concat());
                }
            }
        }
    }
    found
}

/// The list is all there is, so that a new name is a decision, and one that is gone leaves the list.
fn closed(found: BTreeSet<String>, list: &[&str]) {
    let list: BTreeSet<String> = list.iter().map(|name| (*name).to_owned()).collect();
    let differ: Vec<_> = found.symmetric_difference(&list).collect();
    assert!(differ.is_empty(), "new here, or no longer used: {differ:?}");
}

#[test]
fn the_wasm_reaches_the_browser_by_these_names_and_no_other() {
    let folders = [("src/bin/widget", "rs"), ("src/bin/workbench", "rs")];
    closed(
        names(&folders, &["web_sys", "js_sys", "gloo", "wasm_bindgen"]),
        &[
            "gloo::console::warn",
            "js_sys::Array::new",
            "js_sys::Array::of1",
            "js_sys::Date::new_0",
            "js_sys::Date::now",
            "js_sys::Function",
            "wasm_bindgen",
            "wasm_bindgen::JsValue",
            "wasm_bindgen::prelude",
            "web_sys::Element",
            "web_sys::HtmlInputElement",
        ],
    );
    // A function of the browser comes in by such a block alone; a window or a document by one of these ways.
    let ways = [
        "extern ",
        "#[wasm_bindgen(",
        "eval",
        "Reflect",
        "Function::",
        "yew::platform",
        "yew::utils",
        "window()",
        "owner_document",
        "default_view",
    ];
    absent(&folders, &ways, &[]);
    let manifest = include_str!("../Cargo.toml");
    for line in [
        r#"app = ["dep:yew", "dep:gloo", "dep:wasm-bindgen", "dep:web-sys", "dep:js-sys", "dep:rlsf"]"#,
        r#"gloo = { version = "0.11", default-features = false, features = ["console"], optional = true }"#,
    ] {
        assert!(manifest.contains(line), "no longer: {line}");
    }
}

#[test]
fn the_script_reaches_the_browser_by_these_names_and_no_other() {
    let folder = [("src/bin/widget", "js")];
    let owners =
        ["window", "self", "globalThis", "top", "document", "navigator", "location", "history", "speech", "new "];
    closed(
        names(&folder, &owners),
        &[
            "document.baseURI",
            "document.createElement",
            "document.createElementNS",
            "document.createTreeWalker",
            "document.documentElement",
            "document.head.append",
            "location.replace",
            "navigator.clipboard",
            "navigator.clipboard.writeText",
            "navigator.connection.saveData",
            "navigator.vendor",
            "new Blob",
            "new CSSStyleSheet",
            "new CustomEvent",
            "new Error",
            "new IntersectionObserver",
            "new Intl.DisplayNames",
            "new Map",
            "new Promise",
            "new Set",
            "new SpeechSynthesisUtterance",
            "new URL",
            "speech",
            "speech.addEventListener",
            "speech.cancel",
            "speech.removeEventListener",
            "speech.speak",
            "top.location.replace",
            "window.addEventListener",
            "window.print",
            "window.speechSynthesis",
        ],
    );
    let fetching = ["fetch(", "import("];
    absent(&folder, &fetching, &["element/loading.js"]);
    absent(&folder, &["postMessage", "ownerDocument", "defaultView", "Reflect", "Function("], &[]);
}

#[test]
fn only_what_is_written_down_is_serialised() {
    absent(
        &[("src", "rs")],
        &["derive(Serialize", "Serialize)]", "Deserialize)]"],
        &["catalogue/raw", "src/bin/catalogue/"],
    );
}

/// A partner's words may hold signs that a terminal obeys.
#[test]
fn what_the_command_line_says_goes_by_files() {
    absent(&[("src/bin/catalogue", "rs")], &["eprintln!(\"", "println!(\""], &["files.rs"]);
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

/// Whatever isn't in that list would be left out without a word. None of them makes a browser fetch or send by itself.
#[test]
fn every_attribute_is_one_of_those_the_markup_knows() {
    let (_, markup) =
        files("src/bin/widget", "rs").into_iter().find(|(name, _)| name.ends_with("markup.rs")).expect("there");
    let known = markup.split_once("const NAMES").and_then(|(_, rest)| rest.split_once("];")).expect("a list").0;
    for loads in ["src", "srcset", "srcdoc", "data", "poster", "background", "ping", "action", "formaction", "style"] {
        assert!(!known.contains(&format!("\"{loads}\"")), "`{loads}` is among them");
    }
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
