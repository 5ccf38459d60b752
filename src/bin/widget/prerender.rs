//! The first screen, written at build time by the same components: `element.js` shows it before the Wasm is there.
//!
//! `widget BUNDLE PLACES` prints it as JSON: an element is `[tag, {attribute: value}, child...]`, a text is a string.
//! What depends on the page or the hour is left to `element.js`: the level of headings (here 2 and 3), the address of the
//! quick exit (here `exit`), and the lines that one can call (here 112 alone).

use crate::{
    components::{Chrome, page},
    markup::{El, TEXT},
    state::Knowledge,
};
use mantelwijzer::{
    catalogue::unpack::unpack,
    date::Date,
    screen::{Moment, screen},
    visit::Visit,
};
use serde_json::{Map, Value, json};
use std::{env, fs, process::ExitCode};
use yew::{
    Callback, Html,
    virtual_dom::{VNode, VTag},
};

/// The command.
pub fn run() -> ExitCode {
    let mut files =
        env::args().skip(1).map(|path| fs::read_to_string(&path).map_err(|problem| format!("{path}: {problem}")));
    let written = match (files.next(), files.next()) {
        (Some(Ok(bundle)), Some(Ok(places))) => first_screen(&bundle, &places),
        (Some(Err(problem)), _) | (_, Some(Err(problem))) => Err(problem),
        _ => Err("usage: widget BUNDLE PLACES".to_owned()),
    };
    match written {
        Ok(tree) => {
            println!("{tree}");
            ExitCode::SUCCESS
        }
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn first_screen(bundle: &str, places: &str) -> Result<Value, String> {
    // Nothing on the first screen depends on the day.
    let moment = Moment { today: Date::from_days_since_1970(0), weekday: 0, minutes: 0 };
    let found =
        unpack(bundle, places, moment.today).map_err(|problem| format!("the bundle can't be used: {problem:?}"))?;
    let mut shown = screen(&found.catalogue, &found.wording, &Visit::new(Default::default()), moment);
    shown.talk.clear();
    let chrome = Chrome {
        knowledge: Knowledge::new(found.catalogue, found.wording),
        level: 2,
        act: Callback::noop(),
        exit_url: Some("exit".into()),
        language: shown.language,
    };
    Ok(written(page(&chrome, &shown, 0, &[])))
}

fn written(element: El) -> Value {
    match Html::from(element) {
        VNode::VTag(tag) => tag_written(&tag),
        _ => Value::Null,
    }
}

fn tag_written(tag: &VTag) -> Value {
    let mut attributes = Map::new();
    let mut children = Vec::new();
    for (name, value) in tag.attributes.iter() {
        if name == TEXT { children.push(json!(value)) } else { drop(attributes.insert(name.to_owned(), json!(value))) }
    }
    if let Some(inside) = tag.children() {
        gather(inside, &mut children);
    }
    let mut all = vec![json!(tag.tag()), Value::Object(attributes)];
    all.append(&mut children);
    Value::Array(all)
}

fn gather(node: &VNode, into: &mut Vec<Value>) {
    match node {
        VNode::VTag(tag) => into.push(tag_written(tag)),
        VNode::VList(list) => list.iter().for_each(|child| gather(child, into)),
        _ => {}
    }
}
