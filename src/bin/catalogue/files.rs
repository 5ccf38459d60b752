//! The only file that touches disk and clock. It decides nothing.

use crate::CannotRun;
use mantelwijzer::{
    catalogue::{
        Catalogue, check,
        diagnostic::Diagnostic,
        locate::in_order,
        overlay,
        parse::{LARGEST_FILE, RawCatalogue, Source, parse, parse_guide, text_of, too_large},
        translation,
    },
    date::Date,
    says,
};
use std::{
    collections::BTreeMap,
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
    time::{SystemTime, UNIX_EPOCH},
};

/// A catalogue read from disk, with everything there is to say about it.
pub struct Loaded {
    /// As written.
    pub raw: RawCatalogue,
    /// As built; none when questions or places can't be read.
    pub catalogue: Option<Catalogue>,
    /// What was found.
    pub found: Vec<Diagnostic>,
    /// The text of each file by its name relative to the folder.
    pub texts: BTreeMap<String, String>,
}

/// Reads and checks the catalogue in a folder.
pub fn load(root: &Path, today: Date) -> Result<Loaded, CannotRun> {
    let mut found = Vec::new();
    let mut texts = BTreeMap::new();
    let mut names: Vec<String> = ["questionnaire.json", "regions.json"].map(str::to_owned).into();
    // A catalogue of others may do without texts of its own.
    names.extend(root.join("guide.json").exists().then(|| "guide.json".to_owned()));
    let partners = list(&root.join("partners"), "json")?;
    names.extend(partners.iter().filter_map(|path| Some(format!("partners/{}", path.file_name()?.to_str()?))));
    read_all(root, &names, &mut texts, &mut found)?;
    let folders = read_overlays(root, &mut texts, &mut found)?;
    let languages = read_languages(root, &mut texts, &mut found)?;
    let source = |name: &str| texts.get_key_value(name).map(|(file, text)| Source { file, text });
    let partners: Vec<Source> =
        names.iter().filter(|name| name.starts_with("partners/")).filter_map(|name| source(name)).collect();
    // A file that could not be read as text has been told of already.
    let empty = |name: &'static str| Source { file: name, text: "" };
    let questionnaire = source("questionnaire.json");
    let regions = source("regions.json");
    let complete = questionnaire.is_some() && regions.is_some();
    let questionnaire = questionnaire.unwrap_or(empty("questionnaire.json"));
    let (mut raw, unread) = parse(questionnaire, regions.unwrap_or(empty("regions.json")), &partners);
    found.extend(source("guide.json").map(|guide| parse_guide(guide, &mut raw)).unwrap_or_default());
    found.extend(unread.into_iter().filter(|problem| complete || texts.contains_key(&problem.file)));
    found.extend(folders.iter().flat_map(|folder| parse_overlay(folder, source, &mut raw)));
    for source in languages.iter().filter_map(|file| source(file)) {
        let (translated, told) = translation::parse(source);
        raw.languages.extend(translated);
        found.extend(told);
    }
    let (catalogue, checked) = check::check(&raw, today);
    found.extend(checked);
    in_order(&mut found, &texts);
    Ok(Loaded { raw, catalogue, found, texts })
}

/// The text of a file, or what keeps it from being text; an error when there is no such file.
pub fn read(path: &Path, name: &str) -> Result<Result<String, Diagnostic>, CannotRun> {
    let size = fs::metadata(path).map_err(unreadable(path))?.len();
    if size > LARGEST_FILE as u64 {
        return Ok(Err(too_large(name, size / (1024 * 1024))));
    }
    let bytes = fs::read(path).map_err(unreadable(path))?;
    Ok(text_of(name, bytes))
}

fn unreadable(path: &Path) -> impl Fn(io::Error) -> CannotRun {
    move |error| CannotRun(says!("{} is niet te lezen: {error}", "{} can't be read: {error}", path.display()))
}

/// The files in a folder whose names end so, in order of name.
pub fn list(folder: &Path, extension: &str) -> Result<Vec<PathBuf>, CannotRun> {
    let cannot = |error: io::Error| {
        CannotRun(says!(
            "de map {} is niet te lezen: {error}",
            "the folder {} can't be read: {error}",
            folder.display()
        ))
    };
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(cannot)? {
        let path = entry.map_err(cannot)?.path();
        if path.extension().is_some_and(|found| found == extension) {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

/// Writes a file, and the folders it lies in.
pub fn write(path: &Path, text: impl AsRef<[u8]>) -> Result<(), CannotRun> {
    let cannot = |error: io::Error| {
        CannotRun(says!("{} is niet te schrijven: {error}", "{} can't be written: {error}", path.display()))
    };
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(cannot)?;
    }
    fs::write(path, text).map_err(cannot)
}

/// Prints words to standard output.
pub fn print(words: &str) {
    print_drawn(&harmless(words));
}

/// Tells whoever runs the command, beside what it prints.
pub fn tell(words: &str) {
    eprintln!("{}", harmless(words));
}

/// Prints what was drawn, with its colours; a reader that stops reading (`| head`) is no error.
pub fn print_drawn(text: &str) {
    let _ = io::stdout().lock().write_all(text.as_bytes());
}

/// A text with nothing in it for a terminal to obey: such signs are written as JSON writes them, so JSON stays the same.
pub fn harmless(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for sign in text.chars() {
        if is_obeyed(sign) {
            words.push_str(&format!("\\u{:04x}", u32::from(sign)));
        } else {
            words.push(sign);
        }
    }
    words
}

/// Whether a terminal obeys a sign, or turns a line around for it. Words may have lines.
pub fn is_obeyed(sign: char) -> bool {
    let turns = matches!(sign, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    turns || (sign.is_control() && !matches!(sign, '\n' | '\t'))
}

/// Today in universal time.
pub fn today() -> Date {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    Date::from_days_since_1970((seconds / 86_400) as u32)
}

/// A municipality's folder: its name, and the files in it.
struct Folder {
    name: String,
    files: Vec<String>,
}

/// Reads what municipalities change, if the catalogue has a folder for that.
fn read_overlays(
    root: &Path,
    texts: &mut BTreeMap<String, String>,
    found: &mut Vec<Diagnostic>,
) -> Result<Vec<Folder>, CannotRun> {
    let all = root.join(overlay::FOLDER);
    let mut folders = Vec::new();
    for name in folders_in(&all)? {
        let inside = format!("{}/{name}", overlay::FOLDER);
        let mut files = Vec::new();
        files.extend(all.join(&name).join("overlay.json").exists().then(|| format!("{inside}/overlay.json")));
        let partners = all.join(&name).join("partners");
        if partners.exists() {
            let names =
                list(&partners, "json")?.into_iter().filter_map(|path| Some(path.file_name()?.to_str()?.to_owned()));
            files.extend(names.map(|name| format!("{inside}/partners/{name}")));
        }
        read_all(root, &files, texts, found)?;
        folders.push(Folder { name, files });
    }
    Ok(folders)
}

/// Reads what is said in other languages, if the catalogue has a folder for that; the names of the files.
fn read_languages(
    root: &Path,
    texts: &mut BTreeMap<String, String>,
    found: &mut Vec<Diagnostic>,
) -> Result<Vec<String>, CannotRun> {
    let all = root.join(translation::FOLDER);
    let mut files = Vec::new();
    for language in folders_in(&all)? {
        let paths = list(&all.join(&language), "json")?;
        let names = paths.iter().filter_map(|path| path.file_name()?.to_str());
        files.extend(names.map(|name| format!("{}/{language}/{name}", translation::FOLDER)));
    }
    read_all(root, &files, texts, found)?;
    Ok(files)
}

fn read_all(
    root: &Path,
    files: &[String],
    texts: &mut BTreeMap<String, String>,
    found: &mut Vec<Diagnostic>,
) -> Result<(), CannotRun> {
    for file in files {
        match read(&root.join(file), file)? {
            Ok(text) => drop(texts.insert(file.clone(), text)),
            Err(problem) => found.push(problem),
        }
    }
    Ok(())
}

fn parse_overlay<'a>(
    folder: &Folder,
    source: impl Fn(&str) -> Option<Source<'a>>,
    raw: &mut RawCatalogue,
) -> Vec<Diagnostic> {
    let sources = folder.files.iter().filter_map(|file| source(file));
    let (changes, partners): (Vec<Source>, Vec<Source>) =
        sources.partition(|source| source.file == format!("{}/{}/overlay.json", overlay::FOLDER, folder.name));
    let (overlay, found) = overlay::parse(&folder.name, changes.first().copied(), &partners);
    raw.overlays.push(overlay);
    found
}

/// The names of the folders in a folder, in order; none when there is no such folder.
fn folders_in(folder: &Path) -> Result<Vec<String>, CannotRun> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let cannot = |error: io::Error| {
        let folder = folder.display();
        CannotRun(says!("de map {folder} is niet te lezen: {error}", "the folder {folder} can't be read: {error}"))
    };
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(cannot)? {
        let entry = entry.map_err(cannot)?;
        if entry.path().is_dir() {
            names.extend(entry.file_name().into_string().ok());
        }
    }
    names.sort();
    Ok(names)
}

/// The bytes of a file of another program, when it isn't larger than what we read.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, CannotRun> {
    let size = fs::metadata(path).map_err(unreadable(path))?.len();
    if size > LARGEST_FILE as u64 {
        return Err(CannotRun(too_large("", size / (1024 * 1024)).message));
    }
    fs::read(path).map_err(unreadable(path))
}

/// Writes a file that isn't there yet, or any when `force` says so.
pub fn write_new(path: &Path, bytes: &[u8], force: bool) -> Result<(), CannotRun> {
    if path.exists() && !force {
        return Err(CannotRun(says!(
            "{} bestaat al; kies een andere naam, of geef `--force` om het te vervangen",
            "{} exists already; choose another name, or give `--force` to replace it",
            path.display()
        )));
    }
    write(path, bytes)
}
