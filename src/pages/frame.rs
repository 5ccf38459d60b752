//! What all pages share: the head, whom to call in danger, the way back, the small print.

use super::{
    HOME, Page, Site,
    markup::{El, Href, data, el},
    texts::{PageText, SPOKEN},
};
use crate::{
    language::{Language, Said},
    wording::Phrase,
};
use serde_json::{Value, json};

/// A page before it is written.
pub(super) struct Draft {
    /// Its path in the folder.
    pub(super) path: String,
    /// The title: no other page has it.
    pub(super) title: String,
    /// The page in a sentence or two, for lists of search results.
    pub(super) about: String,
    /// The pages above it, under the home page.
    pub(super) above: Vec<(String, String)>,
    /// The name of the page itself.
    pub(super) name: Said,
    /// What is on it, under its heading.
    pub(super) body: Vec<El>,
    /// What machines should know about it.
    pub(super) schema: Vec<Value>,
}

impl Site<'_> {
    /// A link from one page to another.
    pub(super) fn link(&self, from: &str, to: &str, name: &Said) -> El {
        el("a").to(Href::between(from, to)).said(name, self.wording)
    }

    /// A link in the words of the page.
    pub(super) fn plain_link(&self, from: &str, to: &str, words: &str) -> El {
        el("a").to(Href::between(from, to)).text(words)
    }

    pub(super) fn phrase(&self, tag: &'static str, phrase: Phrase) -> El {
        el(tag).text(self.wording.say(phrase))
    }

    pub(super) fn words_in(&self, tag: &'static str, text: PageText) -> El {
        el(tag).text(self.say(text))
    }

    /// The page as a file.
    pub(super) fn page(&self, draft: Draft) -> Page {
        let site = self.say(PageText::Site);
        let title = [draft.title.as_str(), " – ", site].concat();
        let trail = self.trail(&draft);
        let mut graph = draft.schema.clone();
        graph.extend((draft.path != HOME).then(|| crumbs(&draft, &trail)));
        let meta = |name, content: &str| el("meta").set("name", name).set("content", content);
        let head = el("head")
            .put(el("meta").set("charset", "utf-8"))
            .put(el("title").text(&title))
            .put(meta("viewport", "width=device-width, initial-scale=1"))
            .put(meta("color-scheme", "light dark"))
            .put(meta("referrer", "no-referrer"))
            .put(meta("description", &draft.about))
            .put(el("link").set("rel", "stylesheet").to(Href::between(&draft.path, "hulp.css")))
            .put(data(&json!({"@context": "https://schema.org", "@graph": graph})));
        let body = el("body")
            .put(self.banner(&draft.path))
            .all((draft.path != HOME).then(|| self.crumb_nav(&draft, &trail)))
            .put(el("main").set("id", "inhoud").all(draft.body))
            .put(self.small_print());
        let mut text = String::from("<!doctype html>\n");
        el("html").set("lang", self.wording.language().tag()).put(head).put(body).write(&mut text);
        Page { path: draft.path, text }
    }

    fn banner(&self, path: &str) -> El {
        let danger = self.wording.say(Phrase::TalkDanger);
        let call = match Href::outward("tel:112") {
            Some(href) => el("a").class("alarm").to(href),
            None => el("span").class("alarm"),
        };
        el("header")
            .put(el("a").class("skip").to(Href::part("inhoud")).text(self.say(PageText::Skip)))
            .put(el("p").class("site").put(self.plain_link(path, HOME, self.say(PageText::Site))))
            .put(el("p").class("danger").put(call.text(danger)))
            .put(self.tongues(path))
    }

    /// The same page in the other languages.
    fn tongues(&self, path: &str) -> El {
        let (_, here, _) =
            SPOKEN.into_iter().find(|(language, ..)| *language == self.wording.language()).unwrap_or(SPOKEN[0]);
        let inside =
            |folder: &str, path: &str| if folder.is_empty() { path.to_owned() } else { [folder, "/", path].concat() };
        let others = SPOKEN.into_iter().filter(|(_, folder, _)| *folder != here);
        let link = |(language, folder, _): (Language, &str, &str)| {
            let href = Href::between(&inside(here, path), &inside(folder, path));
            let name = language.own_name();
            el("li").put(el("a").to(href).set("lang", language.tag()).set("hreflang", language.tag()).text(name))
        };
        let list = el("ul").all(others.map(link));
        el("nav").class("tongues").set("aria-label", self.wording.say(Phrase::Language)).put(list)
    }

    /// The pages from the home page down to the one above this.
    fn trail(&self, draft: &Draft) -> Vec<(String, String)> {
        let home = (HOME.to_owned(), self.say(PageText::Home).to_owned());
        [home].into_iter().chain(draft.above.iter().cloned()).collect()
    }

    fn crumb_nav(&self, draft: &Draft, trail: &[(String, String)]) -> El {
        let above = trail.iter().map(|(path, name)| el("li").put(self.plain_link(&draft.path, path, name)));
        let here = el("li").set("aria-current", "page").said(&draft.name, self.wording);
        el("nav").class("crumbs").set("aria-label", self.say(PageText::Crumbs)).put(el("ol").all(above).put(here))
    }

    fn small_print(&self) -> El {
        let date = self.day(self.today);
        el("footer")
            .put(self.phrase("p", Phrase::ResultsDisclaimer))
            .put(self.phrase("p", Phrase::IntroUnconfirmed))
            .put(el("p").text(&self.texts.fill(PageText::MadeOn, &[("date", &date)])))
            .put(self.phrase("p", Phrase::PlacesCredit))
    }
}

fn crumbs(draft: &Draft, trail: &[(String, String)]) -> Value {
    let here = (draft.path.clone(), draft.name.text.clone());
    let all = trail.iter().chain([&here]).enumerate();
    let items = all.map(|(place, (path, name))| {
        let item = Href::between(&draft.path, path);
        json!({"@type": "ListItem", "position": place + 1, "name": name, "item": item.as_str()})
    });
    json!({"@type": "BreadcrumbList", "itemListElement": items.collect::<Vec<_>>()})
}
