//! What is told of a text that is no JSON, and where.

use super::*;

/// The text is no JSON; what is told stands there, and says this.
#[track_caller]
fn check(text: &str, place: (usize, usize), word: &str) {
    let fault = read(text).expect_err("it is JSON");
    let before = &text[..fault.at];
    let found = (1 + before.matches('\n').count(), 1 + before.rsplit('\n').next().unwrap_or("").chars().count());
    assert_eq!((found, fault.message.en.contains(word)), (place, true), "{:?}", fault.message);
}

#[test]
fn tells_the_cause_and_not_where_reading_stopped() {
    check("", (1, 1), "empty");
    check("{\n  \"a\": 1\n  \"b\": 2\n}", (2, 9), "comma is missing");
    check("{\n  \"a\": [1, 2\n  \"b\": 2\n}", (2, 13), "comma is missing");
    check("{\n  \"a\": \"x,\n  \"b\": 2\n}", (2, 8), "isn't closed");
    check("{\"a\": 1,}", (1, 8), "comma too many");
    check("{\"a\": [1,, 2]}", (1, 9), "comma too many");
    check("{\"a\" 1}", (1, 5), "followed by a `:`");
    check("{\"a\": }", (1, 2), "`a` holds nothing");
    check("{\"a\": ja}", (1, 7), "`ja` without quotation marks");
    check("{a: 1}", (1, 2), "name of a field");
    check("{\"a\": 'x'}", (1, 7), "wrong quotation mark: `'`");
    check("{“a”: 1}", (1, 2), "wrong quotation mark: `“`");
    check("{\"a\": 012}", (1, 7), "isn't a number");
    check("{\"a\": 1} // klaar", (1, 10), "no comments");
    check("{\"a\": \"x \"y\" z\"}", (1, 11), "more after this text");
    check("{\"a\": \"x\ty\"}", (1, 9), "tab");
    check("{\"a\": \"\\p\"}", (1, 8), "after a `\\`");
    check("{\"a\": 1}\n}", (2, 1), "`}` too many");
    check("{\"a\": 1}\nb", (2, 1), "after the end");
}

#[test]
fn tells_which_bracket_stays_open_by_the_indentation() {
    check("{\n  \"a\": [1, 2,\n  \"b\": 2\n}", (2, 14), "`[` of line 2");
    check("{\n  \"a\": {\n    \"x\": 1,\n  \"b\": [\n    2\n  ]\n}", (3, 12), "`{` of line 2");
    check("{\n  \"a\": [\n    {\n      \"x\": {\"y\": 1}},\n      \"z\": 1\n    }\n  ]\n}", (4, 20), "`}` too many");
    check("{\n  \"a\": [1]],\n  \"b\": 2\n}", (2, 11), "`]`, but the `{` of line 1");
    check("{\n  \"a\": [\n    {\n      \"x\": 1", (4, 13), "`{` of line 3");
}

#[test]
fn reads_what_is_json() {
    let text = " {\"a\": [1, -2.5e3, true, null, \"\\u00e9\\ud83d\\ude00\\n\"], \"a\": {}} ";
    let root = read(text).expect("JSON");
    let Json::Block(fields) = &root.value else { panic!("no block") };
    assert_eq!(fields.len(), 2, "a field that comes twice is there twice");
    let Json::List(items) = &fields[0].value.value else { panic!("no list") };
    assert_eq!(items[4].text(), Some("é😀\n"));
    assert_eq!(text.get(items[1].span.clone()), Some("-2.5e3"));
    assert_eq!(root.get("a").map(|node| &node.value), Some(&Json::Block(Vec::new())), "the last one counts");
}

/// Changes each sign that real files are made of, one at a time; what is told stands on its line or beside it.
#[track_caller]
fn check_each(change: impl Fn(&str, usize, char) -> String, exact: usize) {
    let files = [
        include_str!("../../../../catalogue/partners/samana.json"),
        include_str!("../../../../catalogue/partners/vaph.json"),
        include_str!("../../../../catalogue/partners/1712.json"),
    ];
    let (mut tried, mut hits, mut off) = (0, 0, Vec::new());
    for text in files {
        let mut is_text = false;
        for (at, sign) in text.char_indices() {
            is_text ^= sign == '"';
            if !"{}[]\":,".contains(sign) || (is_text && sign != '"') {
                continue;
            }
            let changed = change(text, at, sign);
            let line = |at: usize| 1 + changed[..at].matches('\n').count();
            let Err(fault) = read(&changed) else { panic!("still JSON: {sign} of line {}", line(at)) };
            tried += 1;
            hits += usize::from(line(fault.at) == line(at));
            // A bracket on a line of its own is missed at the end of the line before it.
            if line(fault.at).abs_diff(line(at)) > 1 {
                off.push(format!("`{sign}` of line {}: {} at line {}", line(at), fault.message.en, line(fault.at)));
            }
        }
    }
    assert!(off.is_empty(), "{} of {tried}:\n{}", off.len(), off.join("\n"));
    assert!(hits * 100 >= tried * exact, "only {hits} of {tried} on the line itself");
}

#[test]
fn a_sign_that_is_missing_is_missed_where_it_was() {
    check_each(|text, at, _| format!("{}{}", &text[..at], &text[at + 1..]), 95);
}

#[test]
fn a_sign_too_many_is_told_where_it_is() {
    check_each(|text, at, sign| format!("{}{sign}{}", &text[..at], &text[at..]), 95);
}
