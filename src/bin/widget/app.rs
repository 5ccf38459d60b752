//! The root: one reducer, one match on what there is to show.

use crate::{
    components::{Chrome, help_now, intro, question_screen, results_screen, review_screen, talk},
    host::{AppProps, Emit},
    state::{Event, Session},
};
use mantelwijzer::{
    interview::{Action, Interview},
    screen::Body,
};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

#[component]
pub fn App(props: &AppProps) -> Html {
    let session = use_reducer({
        let (knowledge, preset) = (props.knowledge.clone(), props.preset.clone());
        move || Session::new(knowledge, Interview::new(preset))
    });
    let heading = use_node_ref();
    let left_at = use_mut_ref(|| None::<String>);
    let dispatch = session.dispatcher();
    let chrome = Chrome {
        knowledge: props.knowledge.clone(),
        left_at: left_at.clone(),
        level: props.heading_level,
        heading: heading.clone(),
        act: Callback::from({
            let dispatch = dispatch.clone();
            move |action: Action| dispatch.dispatch(Event::Did(action))
        }),
        restart: Callback::from({
            let (dispatch, emit) = (dispatch.clone(), props.emit.clone());
            move |()| {
                dispatch.dispatch(Event::Restarted);
                emit.tell("restarted", None);
            }
        }),
    };
    use_effect_with(props.run, {
        let (restart, emit) = (chrome.restart.clone(), props.emit.clone());
        move |run| if *run == 0 { emit.tell("ready", None) } else { restart.emit(()) }
    });
    let screen = session.screen();
    let told = news(&screen.body);
    use_effect_with(session.arrival(), {
        let emit = props.emit.clone();
        move |arrival| {
            if *arrival > 0
                && let Some(heading) = heading.cast::<HtmlElement>()
            {
                // Back at the results, the person goes on where they were.
                let offer = if matches!(told, Some(("step", _))) { None } else { left_at.take() };
                turn_to(&heading, offer);
            }
            report(*arrival, &emit, told);
        }
    });
    let (name, body) = match &screen.body {
        Body::Intro { begun } => ("intro", intro(&chrome, *begun)),
        Body::Question(question) => ("question", question_screen(&chrome, question, &screen.urgent)),
        Body::Review(review) => ("review", review_screen(&chrome, review)),
        Body::Results(results) => ("results", results_screen(&chrome, results)),
    };
    html! {
        <div class="widget" lang={chrome.words().language().tag()}>
            <div class="screen" data-screen={name} key={session.arrival()}>
                { help_now(&chrome, &screen.urgent) }
                { body }
                { talk(&chrome, &screen.talk, props.exit_url.as_ref()) }
            </div>
        </div>
    }
}

/// What the host page may know of a screen, and never what is on it.
fn news(body: &Body) -> Option<(&'static str, usize)> {
    match body {
        Body::Question(question) => Some(("step", question.number)),
        Body::Results(results) => Some(("results", results.count)),
        Body::Intro { .. } | Body::Review(_) => None,
    }
}

/// Takes the focus to the heading of a new screen, or to an offer on it. Not on the very first screen: the person may be
/// reading elsewhere on the page. What is gone can't be focused; nothing is lost by that.
fn turn_to(heading: &HtmlElement, offer: Option<String>) {
    let Ok(Some(screen)) = heading.closest(".screen") else { return };
    let card = offer.and_then(|offer| screen.query_selector(&format!("[data-offer='{offer}']")).ok().flatten());
    if let Some(card) = card.and_then(|card| card.dyn_into::<HtmlElement>().ok()) {
        if let Ok(Some(folded)) = card.closest("details.more") {
            let _ = folded.set_attribute("open", "");
        }
        let _ = card.focus();
        return;
    }
    let stay = web_sys::FocusOptions::new();
    stay.set_prevent_scroll(true);
    let _ = heading.focus_with_options(&stay);
    // From its top, so that help for this very moment is in sight.
    screen.scroll_into_view();
}

/// Tells the host page what it may know.
fn report(arrival: usize, emit: &Emit, told: Option<(&'static str, usize)>) {
    if let Some((name, number)) = told {
        if arrival == 1 {
            emit.tell("started", None);
        }
        emit.tell(name, Some(number));
    }
}
