//! A text that says 'je' to a caregiver whom all other texts call 'u'.

use super::Check;
use crate::{
    catalogue::{
        diagnostic::{Diagnostic, Severity},
        subject::Subject,
    },
    says,
};

pub(super) const CHECK: Check = Check {
    code: "informal-address",
    severity: Severity::Warning,
    manual: "Een tekst zegt `je` of `jij`. Overal spreken we de mantelzorger aan met `u`.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for (spot, words) in subject.dutch_sentences() {
        let small = words.to_lowercase();
        let informal = small
            .split(|sign: char| !sign.is_alphanumeric())
            .find(|word| matches!(*word, "je" | "jij" | "jou" | "jouw" | "jullie" | "jezelf"));
        if let Some(informal) = informal {
            let message = says!(
                "hier staat `{informal}`; overal spreken we de mantelzorger aan met `u`",
                "this says `{informal}`; everywhere else we address the caregiver as `u`"
            );
            found.push(CHECK.at(
                spot,
                message,
                says!(
                    "schrijf `u` en `uw`; is het een naam of een citaat, laat het dan staan",
                    "write `u` and `uw`; if it is a name or a quotation, leave it"
                ),
            ));
        }
    }
}
