//! What is found in the file: the same reading, building and checks as the command's, on this one file.

use super::{Bench, Document, Node, words::sentence};
use crate::catalogue::{
    Catalogue, OfferIndex,
    build::build,
    check::{CHECKS, of_patched},
    diagnostic::{Diagnostic, Place, Severity, Spot},
    parse::{RawCatalogue, Source, parse},
    subject::Subject,
};
use crate::says;
use std::rc::Rc;

/// What the checks found, and what was built.
#[derive(Clone, Debug, Default)]
pub struct Inspection {
    /// The catalogue with this file alone, without the offers that have an error.
    pub catalogue: Option<Rc<Catalogue>>,
    /// Everything that was found, errors before warnings, in the order of the file.
    pub findings: Vec<Finding>,
    /// For each offer of the file what was built of it.
    built: Vec<Option<OfferIndex>>,
}

/// One finding, in the words of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// The name of the check.
    pub code: &'static str,
    /// Where, as a pointer; empty for the whole file.
    pub at: String,
    /// The line and column, in a file that isn't JSON.
    pub position: Option<(usize, usize)>,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

impl Finding {
    /// The offer it is about.
    pub fn offer(&self) -> Option<usize> {
        self.at.strip_prefix("/offers/")?.split('/').next()?.parse().ok()
    }

    /// Whether it is about what a pointer leads to, or something in it.
    pub fn is_in(&self, pointer: &str) -> bool {
        self.at.strip_prefix(pointer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }
}

impl Inspection {
    /// What was built of an offer.
    pub fn built(&self, place: usize) -> Option<OfferIndex> {
        self.built.get(place).copied().flatten()
    }

    /// How many errors and warnings an offer has; those of the partner without an offer.
    pub fn count(&self, offer: Option<usize>) -> (usize, usize) {
        let of = |severity| {
            self.findings.iter().filter(|finding| finding.offer() == offer && finding.severity == severity).count()
        };
        (of(Severity::Error), of(Severity::Warning))
    }
}

/// Looks at a file.
pub(super) fn inspect(bench: &Bench, document: &Document, file_name: &str) -> Inspection {
    let file = format!("partners/{file_name}");
    let mut unchosen = Vec::new();
    let (text, root) = match document {
        Document::Nothing => return Inspection::default(),
        Document::Tree { root, .. } => {
            let chosen = choose_kinds(root, &file, &mut unchosen);
            (chosen.map_or_else(|| document.text(), |chosen| chosen.print()), Some(root.as_ref()))
        }
        Document::Text(text) => (text.to_string(), None),
    };
    let mut raw = bench.raw.clone();
    let nothing = Source { file: "", text: "" };
    let (read, mut found) = parse(nothing, nothing, &[Source { file: &file, text: &text }]);
    raw.partners = read.partners;
    // What could be read of the offers still shows, when something else in the file is wrong.
    if let Some(root) = root.filter(|_| raw.partners.is_empty()) {
        let (read, _) = parse(nothing, nothing, &[Source { file: &file, text: &sound(root).print() }]);
        raw.partners = read.partners;
    }
    let (catalogue, problems) = build(&raw, bench.today);
    found.extend(problems);
    found.extend(of_patched(&raw, bench.today));
    if let Some(catalogue) = &catalogue {
        // The checks look at this file alone: questions and places were checked when they were published.
        let raw = RawCatalogue { partners: std::mem::take(&mut raw.partners), ..RawCatalogue::default() };
        let subject = Subject::new(&raw, catalogue, bench.today);
        CHECKS.iter().for_each(|check| (check.run)(&subject, &mut found));
    }
    if let Some(root) = root {
        found.retain(|one| !is_begun_only(root, one));
        found.iter_mut().for_each(|one| ask_for(root, one));
    }
    found.append(&mut unchosen);
    found.extend(taken_ids(bench, root, file_name));
    found.retain(|diagnostic| diagnostic.file == file && !hangs_on_others(bench, root, diagnostic, file_name));
    found.sort_by(|one, other| (one.severity, &one.place).cmp(&(other.severity, &other.place)));
    found.dedup();
    let built = root.map_or_else(Vec::new, |root| match &catalogue {
        Some(catalogue) => built(root, catalogue),
        None => Vec::new(),
    });
    let findings = found.into_iter().map(told).collect();
    Inspection { catalogue: catalogue.map(Rc::new), findings, built }
}

/// Whether an example differs because other partners' offers aren't here: only the whole catalogue can tell.
fn hangs_on_others(bench: &Bench, root: Option<&Node>, found: &Diagnostic, file_name: &str) -> bool {
    let Place::Pointer(at) = &found.place else { return false };
    let is_of_all = ["/expect/top", "/expect/only_urgent", "/expect/never_asked"].iter().any(|part| at.contains(part));
    let offer = root.and_then(|root| root.find(at)).and_then(Node::words);
    let is_theirs = offer.is_some_and(|offer| bench.owner(offer, file_name).is_some());
    at.starts_with("/examples/") && found.code == "example-differs" && (is_of_all || is_theirs)
}

/// Whether it says of a new file what everyone sees: that nothing has been written yet.
fn is_begun_only(root: &Node, found: &Diagnostic) -> bool {
    is_empty(root, "/partner/id") && ["file-name", "unused-partner"].contains(&found.code)
}

fn is_empty(root: &Node, at: &str) -> bool {
    root.find(at).and_then(Node::words) == Some("")
}

/// Who is still filling in is told what comes next, not that nothing is no id.
fn ask_for(root: &Node, found: &mut Diagnostic) {
    let Place::Pointer(at) = &found.place else { return };
    if !is_empty(root, at) {
        return;
    }
    (found.message, found.help) = match at.rsplit('/').next() {
        Some("question") => (
            says!("hier is nog geen vraag gekozen", "no question has been chosen here yet"),
            says!("kies waar dit deel over gaat, of haal het weg", "choose what this part is about, or take it out"),
        ),
        Some("option") => (
            says!("hier is nog geen antwoord gekozen", "no answer has been chosen here yet"),
            says!("vink aan welk antwoord past", "tick the answer that fits"),
        ),
        _ => (
            says!("hier is nog niets ingevuld", "nothing has been filled in here yet"),
            says!("vul dit in", "fill this in"),
        ),
    };
}

/// The file with some kind of help for each offer that has none yet: it would hide all there is to say of the rest.
fn choose_kinds(root: &Node, file: &str, found: &mut Vec<Diagnostic>) -> Option<Node> {
    let mut chosen = None;
    for (place, offer) in root.find("/offers")?.items().iter().enumerate() {
        if offer.find("/kind").and_then(Node::words) == Some("") {
            let at = format!("/offers/{place}/kind");
            chosen = Some(chosen.as_ref().unwrap_or(root).put(&at, Node::text("advice")));
            found.push(Spot::file(file).down(&at).error(
                "unknown-word",
                says!("hier is nog niets gekozen", "nothing has been chosen here yet"),
                says!("kies wat voor hulp het is", "choose what kind of help it is"),
            ));
        }
    }
    chosen
}

/// The offers alone, under a partner that can be read.
fn sound(root: &Node) -> Node {
    let partner = [("id", Node::text("partner")), ("name", Node::fields([("nl", Node::text("Uw organisatie"))]))];
    let offers = root.find("/offers").map(Node::items).unwrap_or_default();
    Node::fields([
        ("format", Node::plain(1)),
        ("partner", Node::fields(partner)),
        ("offers", Node::list(offers.iter().map(|offer| offer.as_ref().clone()))),
    ])
}

/// For each offer what was built of it, where its id is its own.
fn built(root: &Node, catalogue: &Catalogue) -> Vec<Option<OfferIndex>> {
    let offers = root.find("/offers").map(Node::items).unwrap_or_default();
    let ids: Vec<&str> = offers.iter().map(|offer| offer.find("/id").and_then(Node::words).unwrap_or("")).collect();
    let first = |place: usize, id: &str| ids.iter().position(|other| *other == id) == Some(place);
    ids.iter().enumerate().map(|(place, id)| catalogue.find_offer(id).filter(|_| first(place, id))).collect()
}

/// Ids that stand in another partner's file.
fn taken_ids(bench: &Bench, root: Option<&Node>, file_name: &str) -> Vec<Diagnostic> {
    let file = format!("partners/{file_name}");
    let Some(root) = root else { return Vec::new() };
    let offers = root.find("/offers").map(Node::items).unwrap_or_default();
    let taken = offers.iter().enumerate().filter_map(|(place, offer)| {
        let id = offer.find("/id")?.words()?;
        let owner = bench.owner(id, file_name)?;
        let spot = Spot::file(&file).at("offers").at(place).at("id");
        Some(spot.error(
            "duplicate-id",
            says!("de id `{id}` bestaat al, bij {}", "the id `{id}` exists already, with {}", owner.name),
            says!(
                "geef dit een andere id; een id wordt nooit hergebruikt",
                "give this another id; an id is never reused"
            ),
        ))
    });
    taken.collect()
}

fn told(found: Diagnostic) -> Finding {
    let (at, position) = match found.place {
        Place::Pointer(pointer) => (pointer, None),
        Place::Position { line, column } => (String::new(), Some((line, column))),
    };
    let Diagnostic { severity, code, message, help, .. } = found;
    Finding { severity, code, at, position, message: sentence(&message.nl), help: sentence(&help.nl) }
}
