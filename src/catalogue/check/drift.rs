//! A national text that changed since a municipality replaced or hid it.

use super::Check;
use crate::{
    catalogue::{
        build::text,
        diagnostic::{Diagnostic, Severity, Spot},
        overlay::{self, Overlay},
        raw::{RawText, RawWording},
        subject::Subject,
    },
    language::Language,
    says,
};

pub(super) const CHECK: Check = Check {
    code: "drift",
    severity: Severity::Warning,
    manual: "Een landelijke tekst is veranderd sinds uw gemeente er andere woorden voor koos (`was`), of het aanbod \
        verborg. U ziet de tekst van toen, die van nu, en die van u.",
    run,
};

fn run(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for overlay in &subject.raw.overlays {
        rewords(subject, overlay, found);
        hides(subject, overlay, found);
    }
}

fn rewords(subject: &Subject, overlay: &Overlay, found: &mut Vec<Diagnostic>) {
    for (spot, reword) in overlay.rewords() {
        let Some((_, offer)) = subject.offers().find(|(_, offer)| offer.id == reword.offer) else { continue };
        let help = says!(
            "kijk of uw woorden nog kloppen; zet daarna bij `was` de tekst van nu",
            "see whether your words still hold; then put the present text in `was`"
        );
        let now = overlay::words(offer, reword.field);
        for (language, then, now) in changes(&reword.was, now) {
            let yours = text(&reword.says).words(language).to_owned();
            let name = name_of(reword.field);
            let message = says!(
                "de landelijke tekst `{name}` van `{}` is veranderd; toen: '{then}', nu: '{now}', bij u: '{yours}'",
                "the national text `{name}` of `{}` has changed; then: '{then}', now: '{now}', yours: '{yours}'",
                reword.offer
            );
            found.push(CHECK.at(&at(&spot, &reword.was, language), message, help.clone()));
        }
    }
}

fn hides(subject: &Subject, overlay: &Overlay, found: &mut Vec<Diagnostic>) {
    for (spot, hide) in overlay.hides() {
        let national = subject.offers().find(|(_, offer)| offer.id == hide.offer);
        let (Some((_, offer)), Some(was)) = (national, &hide.was) else { continue };
        for (language, then, now) in changes(was, Some(&offer.gives)) {
            let message = says!(
                "het aanbod `{}` is veranderd sinds u het verborg; toen: '{then}', nu: '{now}'",
                "the offer `{}` has changed since you hid it; then: '{then}', now: '{now}'",
                hide.offer
            );
            let help = says!(
                "kijk of u het nog wilt verbergen; zet daarna bij `was` de tekst van nu",
                "see whether you still want to hide it; then put the present text in `was`"
            );
            found.push(CHECK.at(&at(&spot, was, language), message, help));
        }
    }
}

/// What changed in each language that the old text has, as it was and as it is. An old text without any language can't be
/// the original.
fn changes(was: &RawText, now: Option<&RawText>) -> Vec<(Language, String, String)> {
    let now = now.map(text).unwrap_or_default();
    let find = |language| now.all().find(|(other, _)| *other == language).map_or("", |(_, words)| words);
    let was = text(was);
    let mut changes: Vec<(Language, String, String)> = was
        .all()
        .filter(|(language, then)| find(*language) != *then)
        .map(|(language, then)| (language, then.to_owned(), find(language).to_owned()))
        .collect();
    if was.all().next().is_none() {
        changes.push((Language::Nl, String::new(), find(Language::Nl).to_owned()));
    }
    changes
}

fn at<'a>(spot: &Spot<'a>, was: &RawText, language: Language) -> Spot<'a> {
    let spot = spot.at("was");
    if text(was).all().next().is_some() { spot.at(language.tag()) } else { spot }
}

fn name_of(wording: RawWording) -> &'static str {
    match wording {
        RawWording::Name => "name",
        RawWording::Gives => "gives",
        RawWording::FirstStep => "first_step",
        RawWording::CostNote => "cost_note",
    }
}
