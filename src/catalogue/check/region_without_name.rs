//! A place that nobody can find or read.

use super::Check;
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        subject::{Field, Subject},
    },
    says,
};

pub(super) const CHECK: Check = Check {
    code: "region-without-name",
    severity: Severity::Error,
    manual: "Een regio of gemeente in `regions.json` heeft in geen enkele taal een naam.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for written in subject.texts() {
        if written.field == Field::PlaceName && written.text.all().next().is_none() {
            found.push(CHECK.at(
                &written.spot,
                says!("deze plaats heeft geen naam", "this place has no name"),
                says!("geef een naam in minstens één taal", "give a name in at least one language"),
            ));
        }
    }
}
