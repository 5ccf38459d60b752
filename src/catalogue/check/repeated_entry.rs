//! A list that says the same thing twice.

use super::{Check, shown};
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity, Spot},
        raw::RawRule,
        subject::{Subject, visit},
    },
    says,
};

use serde::Serialize;
use std::collections::BTreeSet;

pub(super) const CHECK: Check = Check {
    code: "repeated-entry",
    severity: Severity::Warning,
    manual: "In een lijst (behoeften, fasen, regio's, onzekere delen, duur van respijt of opties) staat hetzelfde twee \
        keer.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for (spot, offer) in subject.offers() {
        let needs: Vec<&str> = offer.needs.iter().map(|need| need.need.as_str()).collect();
        tell_repeated(&spot.at("needs"), &needs, found);
        tell_repeated(&spot.at("phases"), &words(&offer.phases), found);
        tell_repeated(&spot.at("area").at("regions"), &words(&offer.area.regions), found);
        let parts: Vec<String> = offer.unverified.iter().map(as_written).collect();
        tell_repeated(&spot.at("unverified"), &words(&parts), found);
        let rungs: Vec<String> = offer.respite.iter().map(as_written).collect();
        tell_repeated(&spot.at("respite"), &words(&rungs), found);
    }
    for (spot, rule) in subject.written_rules() {
        visit(&spot, rule, &mut |spot, part| match part {
            RawRule::AnyOf(of) => tell_repeated(&spot.at("any-of").at("options"), &words(&of.options), found),
            RawRule::AllOf(of) => tell_repeated(&spot.at("all-of").at("options"), &words(&of.options), found),
            RawRule::PlaceIn(of) => tell_repeated(&spot.at("place-in").at("regions"), &words(&of.regions), found),
            RawRule::All(_) | RawRule::Any(_) | RawRule::Not(_) | RawRule::Is(_) => {}
            RawRule::AtLeast(_) | RawRule::Below(_) | RawRule::Today(_) => {}
        });
    }
}

/// A word of a closed list as it stands in the file. Not by `Debug`: the workbench is built without it.
fn as_written(word: &impl Serialize) -> String {
    serde_json::to_value(word).ok().and_then(|word| word.as_str().map(ToOwned::to_owned)).unwrap_or_default()
}

fn words(list: &[String]) -> Vec<&str> {
    list.iter().map(String::as_str).collect()
}

fn tell_repeated(list: &Spot, entries: &[&str], found: &mut Vec<Diagnostic>) {
    let mut seen = BTreeSet::new();
    for (position, entry) in entries.iter().enumerate() {
        if !seen.insert(entry) {
            let message = says!("`{}` staat twee keer in deze lijst", "`{}` is in this list twice", shown(entry));
            found.push(CHECK.at(
                &list.at(position),
                message,
                says!("haal een van de twee weg", "take out one of the two"),
            ));
            return; // the first is enough to go and look
        }
    }
}
