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
use yew::prelude::*;

#[component]
pub fn App(props: &AppProps) -> Html {
    let session = use_reducer({
        let (knowledge, preset) = (props.knowledge.clone(), props.preset.clone());
        move || Session::new(knowledge, Interview::new(preset))
    });
    let heading = use_node_ref();
    let dispatch = session.dispatcher();
    let chrome = Chrome {
        knowledge: props.knowledge.clone(),
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
        move |arrival| arrive(*arrival, &heading, &emit, told)
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

/// A new screen takes the focus to its heading, except the very first: the person may be reading elsewhere.
fn arrive(arrival: usize, heading: &NodeRef, emit: &Emit, told: Option<(&'static str, usize)>) {
    if arrival > 0
        && let Some(heading) = heading.cast::<web_sys::HtmlElement>()
    {
        let stay = web_sys::FocusOptions::new();
        stay.set_prevent_scroll(true);
        // A heading that is gone can't be focused; nothing is lost by that.
        let _ = heading.focus_with_options(&stay);
        // From its top, so that help for this very moment is in sight.
        if let Ok(Some(screen)) = heading.closest(".screen") {
            screen.scroll_into_view();
        }
    }
    if let Some((name, number)) = told {
        if arrival == 1 {
            emit.tell("started", None);
        }
        emit.tell(name, Some(number));
    }
}
