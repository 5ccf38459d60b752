//! Before the first question: what this is, how long it takes, the promise, and the doors.

use super::Chrome;
use crate::{
    app::Msg,
    art,
    errand::Errand,
    markup::{El, el},
};
use mantelwijzer::{
    figures::figures,
    interview::Action,
    screen::{Recognition, Words},
    visit::{Deed, Spot},
    wording::Phrase,
};

pub fn intro(chrome: &Chrome, has_begun: bool) -> El {
    let start = if has_begun { Phrase::GoOn } else { Phrase::Start };
    let doors = el("div", "doors")
        .put(chrome.go("browse", "door quiet", Phrase::Browse, Spot::Browse))
        .put(chrome.go("recognise", "door quiet", Phrase::Recognise, Spot::Recognition))
        .put(chrome.go("journey", "door quiet", Phrase::NavJourney, Spot::Journey));
    let promise = el("div", "promise")
        .may_put(art::icon("lock"))
        .put(chrome.subtitle(Phrase::IntroPrivacyTitle))
        .put(chrome.phrase("p", "", Phrase::IntroPrivacy));
    let open = el("details", "about")
        .put(chrome.phrase("summary", "", Phrase::OpenFile))
        .put(chrome.phrase("p", "", Phrase::OpenFileLead))
        .put(chrome.run("open", "quiet", Phrase::OpenFile, Errand::Choose));
    let hero = el("div", "hero")
        .put(art::dance())
        .put(chrome.title(Phrase::Title))
        .put(chrome.phrase("p", "lead", Phrase::IntroLead))
        .put(chrome.act("start", "primary", start, Action::Start))
        .put(chrome.phrase("p", "hint", Phrase::IntroTime));
    el("section", "intro")
        .put(hero)
        .put(chrome.phrase("p", "doors-title", Phrase::DoorsTitle))
        .put(doors)
        .put(promise)
        .put(open)
        .put(chrome.phrase("p", "small", Phrase::IntroUnconfirmed))
}

/// 'Am I a caregiver?': three questions, then a warm answer below them.
pub fn recognition(chrome: &Chrome, data: &Recognition) -> El {
    let question = |(place, (text, said)): (usize, &(mantelwijzer::language::Said, Option<bool>))| {
        let name = ["recognise-", &figures(place)].concat();
        let choice = |answer: bool, phrase: Phrase| {
            let id = [name.as_str(), if answer { "-yes" } else { "-no" }].concat();
            let input = el("input", "")
                .set("type", "radio")
                .set("name", &name)
                .set("id", &id)
                .set("value", if answer { "yes" } else { "no" })
                .checked(*said == Some(answer))
                .on_change(chrome.picks(Msg::Do(Deed::Recognise(place, answer))));
            el("div", "choice").put(input).put(chrome.phrase("label", "", phrase).set("for", &id))
        };
        let choices = el("div", "choices compact").put(choice(true, Phrase::Yes)).put(choice(false, Phrase::No));
        el("div", "row").put(el("fieldset", "").put(chrome.text("legend", "row-text", text)).put(choices))
    };
    el("section", "recognition")
        .put(chrome.leave())
        .put(chrome.title(Phrase::Recognise))
        .put(chrome.phrase("p", "hint", Phrase::RecogniseLead))
        .all(data.questions.iter().enumerate().map(question))
        .put(
            el("div", "outcome")
                .set("role", "status")
                .may_put(data.outcome.as_ref().map(|words| passage(chrome, words))),
        )
        .put(chrome.act("start", "primary", Phrase::Start, Action::Start))
}

/// A heading and paragraphs, set apart.
pub fn passage(chrome: &Chrome, words: &Words) -> El {
    el("div", "passage")
        .put(chrome.text(chrome.tag(1), "subtitle", &words.title))
        .all(words.text.iter().map(|text| chrome.text("p", "", text)))
}
