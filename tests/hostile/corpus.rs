//! The attacks: one in each file of `tests/hostile/`, in one or more ways, and where each is put in a partner's file.

use crate::broken::{Files, base, edit};
use serde::Deserialize;
use serde_json::Value;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// The file that is attacked.
pub const PARTNER: &str = "partners/voorbeeld.json";

/// Stands where the attack will stand: what is no JSON can't be put in a value.
const MARK: &str = "\"@@hostile@@\"";

/// One attack.
#[derive(Deserialize, Clone)]
#[serde(deny_unknown_fields)]
pub struct Attack {
    #[serde(skip)]
    pub name: String,
    /// What it tries.
    pub why: String,
    /// Where it is put.
    pub at: String,
    /// Texts.
    #[serde(default)]
    ways: Vec<String>,
    /// JSON, or what should have been: pieces, of which some stand there many times.
    #[serde(default)]
    raw: Vec<Vec<Piece>>,
    /// A file with the bytes of a text.
    bytes: Option<String>,
    /// The code of the error by which it is refused in a partner's file; none when it may stand there.
    pub refused: Option<String>,
    /// What becomes of it in a published bundle.
    pub bundle: Fate,
}

#[derive(Deserialize, Clone)]
#[serde(untagged)]
enum Piece {
    Once(String),
    Times(usize, String),
}

/// What becomes of an attack in a published bundle.
#[derive(Deserialize, Clone, Copy, PartialEq, Eq, Debug)]
#[serde(rename_all = "kebab-case")]
pub enum Fate {
    /// Its words are shown as words, and its addresses are no links.
    Shown,
    /// The offer is left out, and no other with it.
    LeftOut,
    /// The bundle is refused.
    Refused,
}

impl Attack {
    /// What is put there, as the bytes of a file.
    pub fn ways(&self) -> Vec<Vec<u8>> {
        let texts = self.ways.iter().map(|text| Value::from(text.as_str()).to_string().into_bytes());
        let written = self.raw.iter().map(|pieces| pieces.iter().map(Piece::written).collect::<String>().into_bytes());
        let bytes =
            self.bytes.iter().map(|file| [b"\"", fs::read(folder().join(file)).unwrap().as_slice(), b"\""].concat());
        texts.chain(written).chain(bytes).collect()
    }

    /// Whether it is a matter of many megabytes: what is printed of it would be as many.
    pub fn is_large(&self) -> bool {
        self.ways().iter().any(|way| way.len() > 100_000)
    }

    /// Where it stands in the partner's file.
    pub fn places(&self) -> &'static [&'static str] {
        match self.at.as_str() {
            "text" => &[
                "/offers/0/name/nl",
                "/offers/0/gives/nl",
                "/offers/0/first_step/nl",
                "/offers/0/conditions/0/nl",
                "/offers/0/cost/note/nl",
                "/offers/0/doubt/nl",
                "/partner/name/nl",
                "/partner/about/nl",
            ],
            "website" => &["/offers/0/contact/website", "/offers/0/source/url", "/partner/website"],
            // The page in which facts were read may be one without encryption.
            "website-alone" => &["/offers/0/contact/website", "/partner/website"],
            "phone" => &["/offers/0/contact/phone"],
            "email" => &["/offers/0/contact/email"],
            "everywhere" => &[
                "/offers/0/contact/website",
                "/offers/0/source/url",
                "/offers/0/contact/phone",
                "/offers/0/contact/email",
            ],
            "id" => &["/offers/0/id"],
            "name" => &["/offers/0/name/nl"],
            "name-block" => &["/offers/0/name"],
            "conditions" => &["/offers/0/conditions"],
            "rule" => &["/offers/0/eligibility"],
            "number" => &["/offers/0/needs/0/strength"],
            "file-name" => &[],
            other => panic!("{}: nothing is put at `{other}`", self.name),
        }
    }

    /// The bytes of a partner's file with the attack in it.
    pub fn attacked(&self, file: &str, way: &[u8]) -> Vec<u8> {
        let mut files = Files::from([(PARTNER.to_owned(), file.to_owned())]);
        if self.at == "text" {
            edit(&mut files, &format!("{PARTNER}#/offers/0/doubt"), Some(serde_json::json!({"nl": ""})));
        }
        let mark: Value = serde_json::from_str(MARK).unwrap();
        for place in self.places() {
            edit(&mut files, &format!("{PARTNER}#{place}"), Some(mark.clone()));
        }
        put(files[PARTNER].as_bytes(), way)
    }
}

impl Piece {
    fn written(&self) -> String {
        match self {
            Self::Once(text) => text.clone(),
            Self::Times(times, text) => text.repeat(*times),
        }
    }
}

/// Puts an attack in place of the marks.
pub fn put(file: &[u8], way: &[u8]) -> Vec<u8> {
    let text = std::str::from_utf8(file).unwrap();
    let pieces: Vec<&[u8]> = text.split(MARK).map(str::as_bytes).collect();
    pieces.join(way)
}

/// What stands where an attack will be [`put`].
pub fn mark() -> Value {
    serde_json::from_str(MARK).unwrap()
}

/// Every attack, in order of name.
pub fn attacks() -> Vec<Attack> {
    let mut paths: Vec<_> = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|found| found == "json"));
    paths.sort();
    let read = |path: &PathBuf| {
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let text = fs::read_to_string(path).unwrap();
        let attack: Attack = serde_json::from_str(&text).unwrap_or_else(|problem| panic!("{name}: {problem}"));
        Attack { name, ..attack }
    };
    paths.iter().map(read).collect()
}

/// The sound partner's file.
pub fn sound() -> String {
    base()[PARTNER].clone()
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hostile")
}
