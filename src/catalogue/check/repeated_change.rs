//! The same offer hidden twice, or the same text said in other words twice.

use super::{Check, shown};
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity, Words},
        subject::Subject,
    },
    says,
};
use std::collections::BTreeSet;

pub(super) const CHECK: Check = Check {
    code: "repeated-change",
    severity: Severity::Error,
    manual: "Een gemeente verbergt hetzelfde aanbod twee keer, of kiest twee keer andere woorden voor dezelfde tekst.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for overlay in &subject.raw.overlays {
        let mut hidden = BTreeSet::new();
        for (spot, hide) in overlay.hides().filter(|(_, hide)| !hidden.insert(&hide.offer)) {
            let offer = shown(&hide.offer);
            let message = says!("`{offer}` wordt twee keer verborgen", "`{offer}` is hidden twice");
            found.push(CHECK.at(&spot.at("offer"), message, help()));
        }
        let mut reworded = BTreeSet::new();
        for (spot, reword) in overlay.rewords().filter(|(_, one)| !reworded.insert((&one.offer, one.field))) {
            let offer = shown(&reword.offer);
            let message = says!(
                "voor deze tekst van `{offer}` staan er twee keer andere woorden",
                "this text of `{offer}` is said in other words twice"
            );
            found.push(CHECK.at(&spot.at("field"), message, help()));
        }
    }
}

fn help() -> Words {
    says!("laat er één staan", "keep one of the two")
}
