//! What is JSON and what isn't, and that no text does harm.

use super::*;
use serde_json::{Value, json};

/// Whether a text is one whole JSON value.
fn is_json(text: &str) -> bool {
    let mut reader = Reader::new(text);
    reader.skip();
    reader.end();
    !reader.is_failed()
}

/// What is read of a text; nothing when it doesn't fit or when something is left.
fn read<T>(text: &str, read: impl Fn(&mut Reader) -> T) -> Option<T> {
    let mut reader = Reader::new(text);
    let found = read(&mut reader);
    reader.end();
    (!reader.is_failed()).then_some(found)
}

/// The value of a text, made with the methods that callers have.
fn tree(reader: &mut Reader) -> Value {
    match reader.peek() {
        b'"' => reader.text().into(),
        b'[' => {
            let mut list = Vec::new();
            reader.into_list();
            while reader.has_more() {
                list.push(tree(reader));
            }
            list.into()
        }
        b'{' => {
            let mut object = json!({});
            reader.into_fields();
            while let Some(name) = reader.field() {
                object[name] = tree(reader);
            }
            object
        }
        b'n' => {
            assert!(reader.is_null());
            Value::Null
        }
        b't' | b'f' => reader.flag().into(),
        _ => reader.number().into(),
    }
}

const SOUND: &str = r#" { "a" : [ 1 , 20, [ ], [[0]], {} ], "\u0062\n": {"é€😀": "\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00"},
    "c": [true, false, null, 4294967295, ""] } "#;

#[test]
fn reads_what_serde_reads() {
    for text in [SOUND, "null", "\"\"", " 0\n", "[]", "{}", "[[],[{}]]"] {
        assert_eq!(read(text, tree), serde_json::from_str(text).ok(), "{text}");
        assert!(is_json(text), "{text}");
    }
    let signs: String = ('\u{0}'..='\u{ffff}').chain(['😀', '\u{10ffff}']).collect();
    assert_eq!(read(&json!(signs).to_string(), |reader| reader.text()), Some(signs));
}

#[test]
fn what_is_cut_off_anywhere_is_no_json() {
    let text = SOUND.trim();
    for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
        assert!(!is_json(&text[..end]), "{}", &text[..end]);
        assert_eq!(read(&text[..end], tree), None);
    }
}

#[test]
fn whatever_serde_refuses_is_refused() {
    let signs =
        ["", "[", "]", "{", "}", ",", ":", "\"", "1", "-", ".", "e", "\\", "u", "d83d", "null", " ", "\u{1}", "é"];
    for text in ["[1, [\"a\\n\", -0.5e+3], null]", "{\"a\": [], \"b\": {\"\\ud83d\\ude00\": true}}"] {
        for from in (0..text.len()).filter(|from| text.is_char_boundary(*from)) {
            for to in [from, from + 1, from + 2, from + 6] {
                for sign in signs {
                    let rest = text.get(to..).unwrap_or_default();
                    let text = [&text[..from], sign, rest].concat();
                    assert_eq!(is_json(&text), serde_json::from_str::<Value>(&text).is_ok(), "{text}");
                }
            }
        }
    }
}

#[test]
fn a_mistake_is_a_mistake() {
    for text in [
        "",
        " ",
        "\u{feff}{}",
        "\u{a0}1",
        "nul",
        "nulll",
        "True",
        "1 2",
        "[1 2]",
        "[,1]",
        "[1,]",
        "[1,,2]",
        "[1}",
        "{]",
        "{,}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{\"a\" 1}",
        "{a:1}",
        "{1:1}",
        "'a'",
        "\"a",
        "\"\n\"",
        "\"\u{0}\"",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u12g4\"",
        "\"\\u+123\"",
        "\"\\ud83d\"",
        "\"\\ud83d\\n\"",
        "\"\\ud83d\\u0041\"",
        "\"\\ude00\"",
        "\"\\ude00\\ud83d\"",
        "01",
        "-",
        "-01",
        "+1",
        "1.",
        ".5",
        "1e",
        "1e+",
        "0x10",
        "1_000",
        "NaN",
        "Infinity",
        "[] []",
        "/* */ 1",
    ] {
        assert!(!is_json(text), "{text}");
        assert!(serde_json::from_str::<Value>(text).is_err(), "{text}");
    }
}

#[test]
fn a_number_is_whole_and_not_too_large() {
    for (text, number) in [("0", Some(0)), (" 17 ", Some(17)), ("4294967295", Some(u32::MAX)), ("4294967296", None)] {
        assert_eq!(read(text, |reader| reader.number()), number, "{text}");
    }
    for text in ["-0", "-1", "1.0", "1e2", "00", "99999999999999999999999999999999", "\"1\"", "null", "[1]", "true", ""]
    {
        assert_eq!(read(text, |reader| reader.number()), None, "{text}");
    }
    assert_eq!(read("2", |reader| reader.position(3)), Some(2));
    assert_eq!(read("3", |reader| reader.position(3)), None);
    assert_eq!(read("0", |reader| reader.position(0)), None);
}

#[test]
fn another_kind_of_value_does_not_fit() {
    assert_eq!(read("1", |reader| reader.text()), None);
    assert_eq!(read("1", |reader| reader.flag()), None);
    assert_eq!(read("1", |reader| reader.may_text()), None);
    assert_eq!(read("null", |reader| reader.may_text()), Some(None));
    assert_eq!(read("\"a\"", |reader| reader.may_text()), Some(Some("a".to_owned())));
    assert_eq!(read("[]", |reader| reader.into_fields()), None);
    assert_eq!(read("{}", |reader| reader.into_list()), None);
}

#[test]
fn a_list_is_left_when_all_of_it_was_read() {
    let pair = |reader: &mut Reader| {
        reader.into_list();
        let pair = (reader.number(), reader.number());
        reader.leave();
        pair
    };
    assert_eq!(read("[1, 2]", pair), Some((1, 2)));
    for text in ["[]", "[1]", "[1, 2, 3]", "[1, 2,]", "[1 2]", "[1, 2"] {
        assert_eq!(read(text, pair), None, "{text}");
    }
}

#[test]
fn after_a_failure_all_is_empty_and_every_list_ends() {
    let mut reader = Reader::new("[true, [1, 2], {\"a\": \"b\"}, \"c\"]");
    reader.into_list();
    assert_eq!(reader.number(), 0);
    reader.into_list();
    assert!(!reader.has_more());
    reader.into_fields();
    assert_eq!(reader.field(), None);
    assert_eq!((reader.text(), reader.may_text(), reader.flag()), (String::new(), Some(String::new()), false));
    reader.skip();
    reader.end();
    assert!(reader.is_failed() && reader.apart().peek() == 0);
    // A text that goes wrong halfway doesn't come out in part.
    assert_eq!(Reader::new("\"half\\x\"").text(), "");
}

#[test]
fn what_is_read_apart_does_not_harm_the_rest() {
    let mut reader = Reader::new("[1, {\"a\": [2]} , 3]");
    reader.into_list();
    assert_eq!(reader.number(), 1);
    let mut apart = reader.apart();
    assert_eq!(apart.text(), "");
    assert!(apart.is_failed());
    assert_eq!(reader.number(), 3);
    reader.leave();
    reader.end();
    assert!(!reader.is_failed());
}

#[test]
fn no_depth_is_too_deep() {
    let deep = 200_000;
    let lists = "[".repeat(deep) + &"]".repeat(deep);
    let objects = "{\"a\":".repeat(deep) + "1" + &"}".repeat(deep);
    assert!(is_json(&lists) && is_json(&objects));
    for text in [&lists, &objects] {
        assert!(!is_json(&text[1..]) && !is_json(&text[..text.len() - 1]));
    }
    assert!(!is_json(&"[".repeat(deep)) && !is_json(&"{\"a\":[".repeat(deep)));
}
