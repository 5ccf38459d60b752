//! What fits, as a way forward: first steps, then everything by the caregiver's own needs.

use super::{
    Chrome,
    brief::{folded, glimpse},
    card::result,
    intro::passage,
    picture::picture,
    review::keep,
};
use crate::{
    app::Msg,
    markup::{El, el},
};
use mantelwijzer::{
    interview::Action,
    screen::{Card, Group, Results, Unfit},
    visit::Deed,
    wording::Phrase,
};

/// How many offers a group shows at once; the rest is one tap away.
const FIRST: usize = 2;

pub fn results(chrome: &Chrome, results: &Results) -> El {
    let unfinished = (results.left > 0).then(|| {
        el("div", "unfinished").put(chrome.phrase("p", "", Phrase::ResultsUnfinished)).put(chrome.act(
            "start",
            "primary",
            Phrase::GoOn,
            Action::Start,
        ))
    });
    let restart = chrome.button("restart", "quiet", chrome.say(Phrase::Restart), Msg::Do(Deed::Restart));
    el("section", "results")
        .put(chrome.titled(&results.title))
        .may_put(results.possible.as_ref().map(|possible| el("p", "lead").text(possible)))
        .may_put(results.advice.as_ref().map(|advice| el("p", "lead").text(advice)))
        .may_put(results.breathe.as_ref().map(|words| passage(chrome, words)))
        .may_put(results.picture.as_ref().map(|data| picture(chrome, chrome.tag(1), data)))
        .may_put(unfinished)
        .may_put(steps(chrome, &results.steps))
        .put(chrome.phrase("p", "", Phrase::ResultsLead))
        .put(filter(chrome, "certain", Phrase::FilterCertain))
        .may_put(has_near(results).then(|| filter(chrome, "nearby", Phrase::FilterNear)))
        .put(el("div", "groups").all(results.groups.iter().map(|one| group(chrome, one))))
        .may_put(unfit(chrome, results))
        .put(chrome.phrase("p", "small", Phrase::ResultsDisclaimer))
        .put(el("div", "buttons").put(chrome.act("review", "quiet", Phrase::ReviewOpen, Action::Review)).put(restart))
        .put(keep(chrome))
}

fn has_near(results: &Results) -> bool {
    results.groups.iter().any(|group| group.cards.iter().any(|card| card.is_near))
}

/// A box that hides some of the offers below it; the style sheet does the hiding.
fn filter(chrome: &Chrome, id: &str, phrase: Phrase) -> El {
    let input = el("input", "").set("type", "checkbox").set("id", id).set("autocomplete", "off");
    el("div", &["choice filter ", id].concat()).put(input).put(chrome.phrase("label", "", phrase).set("for", id))
}

/// This week, this month, good to know.
fn steps(chrome: &Chrome, steps: &[Vec<Card>; 3]) -> Option<El> {
    let names = [Phrase::StepsWeek, Phrase::StepsMonth, Phrase::StepsLater];
    let pace = |(name, cards): (Phrase, &Vec<Card>)| {
        let list = el("ol", "").all(cards.iter().map(|card| glimpse(chrome, card)));
        (!cards.is_empty()).then(|| el("div", "pace").put(chrome.phrase(chrome.tag(2), "name", name)).put(list))
    };
    steps.iter().any(|cards| !cards.is_empty()).then(|| {
        el("div", "steps")
            .put(chrome.subtitle(Phrase::StepsTitle))
            .put(chrome.phrase("p", "", Phrase::StepsLead))
            .all(names.into_iter().zip(steps).filter_map(pace))
    })
}

fn group(chrome: &Chrome, group: &Group) -> El {
    let (list, rest) =
        folded(chrome, "cards", &group.cards, FIRST, &|card| el("li", "").key(&card.id).put(result(chrome, card)));
    el("div", "group")
        .set("data-need", &group.id)
        .key(&group.id)
        .put(chrome.text(chrome.tag(1), "subtitle", &group.title))
        .may_put(group.lead.as_ref().map(|lead| el("p", "").text(lead)))
        .put(list)
        .may_put(rest)
}

/// What doesn't fit, by the answers that make it so.
fn unfit(chrome: &Chrome, results: &Results) -> Option<El> {
    let one = |unfit: &Unfit| {
        let change = unfit.ask.as_ref().map(|(question, id)| {
            chrome
                .act("change", "link", Phrase::Change, Action::Ask(*question))
                .set("data-target", id)
                .set("aria-label", &[chrome.say(Phrase::Change), ": ", &unfit.because].concat())
        });
        el("div", "unfit")
            .put(el("p", "because").text(&chrome.fill(Phrase::UnfitBecause, "reason", &unfit.because)))
            .may_put(change)
            .put(el("ul", "").all(unfit.cards.iter().map(|card| chrome.text("li", "", &card.name))))
    };
    let is_empty = results.unfit.is_empty() && results.elsewhere.is_none();
    (!is_empty).then(|| {
        el("details", "about unfits")
            .put(chrome.phrase("summary", "", Phrase::UnfitTitle))
            .put(chrome.phrase("p", "", Phrase::UnfitLead))
            .all(results.unfit.iter().map(one))
            .may_put(results.elsewhere.as_ref().map(|words| el("p", "").text(words)))
    })
}
