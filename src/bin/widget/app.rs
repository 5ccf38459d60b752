//! The root: one reducer, one match on what there is to show.

use crate::{
    components::{Chrome, Heading, HelpNow, Intro, QuestionScreen, ResultsScreen, ReviewScreen, Talk},
    state::{Event, Knowledge, Session},
};
use mantelwijzer::{
    answers::Answers,
    interview::{Action, Interview},
    screen::{Body, Screen},
};
use std::rc::Rc;
use yew::prelude::*;

/// Tells the host page that something happened: a name, and a number that is no answer.
#[derive(Clone)]
pub struct Emit(Rc<dyn Fn(&str, Option<usize>)>);

impl Emit {
    pub fn new(emit: impl Fn(&str, Option<usize>) + 'static) -> Self {
        Self(Rc::new(emit))
    }

    /// Tells the host page.
    pub fn tell(&self, name: &str, number: Option<usize>) {
        (self.0)(name, number);
    }
}

impl PartialEq for Emit {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// What the loader passes in.
#[derive(Properties, PartialEq)]
pub struct AppProps {
    pub knowledge: Knowledge,
    /// What the host page knows: the place.
    pub preset: Answers,
    /// The level of the widget's first heading: 2 to 6.
    pub heading_level: u8,
    /// Where 'leave this page quickly' leads; no such button without it.
    pub exit_url: Option<AttrValue>,
    pub emit: Emit,
}

#[component]
pub fn App(props: &AppProps) -> Html {
    let knowledge = props.knowledge.clone();
    let preset = props.preset.clone();
    let session = use_reducer(move || Session::new(knowledge, Interview::new(preset)));
    let act = {
        let dispatch = session.dispatcher();
        use_callback((), move |action: Action, ()| dispatch.dispatch(Event::Did(action)))
    };
    let restart = {
        let dispatch = session.dispatcher();
        let emit = props.emit.clone();
        use_callback((), move |(), ()| {
            dispatch.dispatch(Event::Restarted);
            (emit.0)("restarted", None);
        })
    };
    let screen = session.screen();
    let heading = use_node_ref();
    use_tell_host(&props.emit, &screen, session.arrival());
    {
        let heading = heading.clone();
        use_effect_with(session.arrival(), move |arrival| {
            if *arrival > 0
                && let Some(heading) = heading.cast::<web_sys::HtmlElement>()
            {
                // A heading that is gone can't be focused; nothing is lost by that.
                let _ = heading.focus();
            }
        });
    }
    let chrome = Chrome {
        wording: props.knowledge.clone(),
        heading: Heading { level: props.heading_level, node: heading },
        act: act.clone(),
    };
    let Screen { urgent, talk, body } = screen;
    let (name, body) = show(body, &props.knowledge, &restart);
    html! {
        <ContextProvider<Chrome> context={chrome}>
            <div class="screen" data-screen={name} key={session.arrival()}>
                <HelpNow cards={urgent} />
                { body }
                <Talk cards={talk} exit_url={props.exit_url.clone()} />
            </div>
        </ContextProvider<Chrome>>
    }
}

fn show(body: Body, knowledge: &Knowledge, restart: &Callback<()>) -> (&'static str, Html) {
    match body {
        Body::Intro { begun } => ("intro", html! { <Intro {begun} /> }),
        Body::Question(question) => ("question", html! { <QuestionScreen {question} knowledge={knowledge.clone()} /> }),
        Body::Review(review) => ("review", html! { <ReviewScreen {review} {restart} /> }),
        Body::Results(results) => ("results", html! { <ResultsScreen {results} {restart} /> }),
    }
}

/// Tells the host page when a new screen appears, and never what is on it.
#[hook]
fn use_tell_host(emit: &Emit, screen: &Screen, arrival: usize) {
    let told = match &screen.body {
        Body::Question(question) => Some(("step", question.number)),
        Body::Results(results) => Some(("results", results.count)),
        Body::Intro { .. } | Body::Review(_) => None,
    };
    let emit = emit.clone();
    use_effect_with(arrival, move |arrival| match told {
        Some(("step", index)) => {
            if *arrival == 1 {
                (emit.0)("started", None);
            }
            (emit.0)("step", Some(index));
        }
        Some((name, number)) => (emit.0)(name, Some(number)),
        None => {}
    });
}
