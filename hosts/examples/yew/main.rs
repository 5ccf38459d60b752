//! A page that is itself a Yew app, with the widget among its own elements.
//! Two Yew apps on one page: each must leave the other's clicks alone.

use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use yew::{TargetCast, prelude::*};

/// What the page itself remembers; of the widget it knows only what the widget tells everybody.
struct Page {
    widget: NodeRef,
    listener: Closure<dyn Fn(Event)>,
    thanks: u32,
    name: String,
    day: Option<u8>,
    is_shown: bool,
    touches: u32,
    found: Option<u32>,
}

enum Msg {
    Thank,
    Name(String),
    Day(u8),
    Toggle,
    Touch,
    Restart,
    Found(u32),
}

impl Component for Page {
    type Message = Msg;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let found = ctx.link().callback(Msg::Found);
        let listener = Closure::new(move |event: Event| found.emit(count(&event)));
        let name = String::new();
        Self {
            widget: NodeRef::default(),
            listener,
            thanks: 0,
            name,
            day: None,
            is_shown: true,
            touches: 0,
            found: None,
        }
    }

    fn update(&mut self, _: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Thank => self.thanks += 1,
            Msg::Name(name) => self.name = name,
            Msg::Day(day) => self.day = Some(day),
            Msg::Toggle => (self.is_shown, self.found) = (!self.is_shown, None),
            Msg::Touch => self.touches += 1,
            Msg::Found(count) => self.found = Some(count),
            Msg::Restart => {
                self.found = None;
                self.restart();
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let link = ctx.link();
        let typed = link.callback(|event: InputEvent| {
            Msg::Name(
                event.target_dyn_into::<web_sys::HtmlInputElement>().map(|input| input.value()).unwrap_or_default(),
            )
        });
        let day = |day| html! { <button onclick={link.callback(move |_| Msg::Day(day))}>{ day }</button> };
        let greeting = if self.name.is_empty() { "Welkom".to_owned() } else { format!("Welkom, {}", self.name) };
        let found = self.found.map(|count| format!("U vond {count} soorten hulp."));
        let chosen = self.day.map_or("U koos nog geen dag.".to_owned(), |day| format!("U koos dag {day}."));
        html! {
            <>
                <p class="own">
                    <label for="naam">{ "Hoe heet u?" }</label>
                    <input id="naam" autocomplete="off" value={self.name.clone()} oninput={typed} />
                    <output id="groet">{ greeting }</output>
                </p>
                <p class="own">
                    <button id="dank" onclick={link.callback(|_| Msg::Thank)}>{ format!("Bedankt ({})", self.thanks) }</button>
                    <button id="toon" aria-expanded={self.is_shown.to_string()} onclick={link.callback(|_| Msg::Toggle)}>
                        { if self.is_shown { "Verberg de vragen" } else { "Toon de vragen" } }
                    </button>
                    <button id="opnieuw" disabled={!self.is_shown} onclick={link.callback(|_| Msg::Restart)}>
                        { "Begin opnieuw" }
                    </button>
                </p>
                <p id="gevonden" role="status">{ found.unwrap_or_default() }</p>
                // The page counts every click in this part, as it would with any element of its own.
                <div id="rond" class="around" data-touches={self.touches.to_string()} onclick={link.callback(|_| Msg::Touch)}>
                    if self.is_shown {
                        <mantel-wijzer ref={self.widget.clone()} lang="nl-BE" place="be-vov">
                            <p>
                                { "Kunt u de vragen hier niet zien? Bij direct gevaar: bel " }
                                <a href="tel:112">{ "112" }</a>{ "." }
                            </p>
                        </mantel-wijzer>
                    }
                </div>
                <section class="more">
                    <h2>{ "Kies een dag voor een gesprek" }</h2>
                    <p id="dag" role="status">{ chosen }</p>
                    <div class="own">{ for (1..=31).map(day) }</div>
                </section>
            </>
        }
    }

    // `html!` knows the browser's own events only; the widget's are listened to by hand, on each new element.
    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        if let Some(widget) = self.widget.cast::<web_sys::Element>() {
            // Adding the same listener twice is adding it once.
            let added = widget
                .add_event_listener_with_callback("mantel-wijzer:results", self.listener.as_ref().unchecked_ref());
            debug_assert!(added.is_ok());
        }
    }
}

impl Page {
    /// Calls the widget's own method.
    fn restart(&self) {
        let widget = self.widget.get().map(JsValue::from).unwrap_or_default();
        let method = js_sys::Reflect::get(&widget, &"restart".into()).ok();
        if let Some(restart) = method.and_then(|method| method.dyn_into::<js_sys::Function>().ok()) {
            let _ = restart.call0(&widget);
        }
    }
}

/// How many offers were found: all that the event says.
fn count(event: &Event) -> u32 {
    let field = |of: &JsValue, name: &str| js_sys::Reflect::get(of, &name.into()).unwrap_or_default();
    field(&field(event, "detail"), "count").as_f64().map_or(0, |count| count as u32)
}

fn main() {
    let root =
        web_sys::window().and_then(|window| window.document()).and_then(|document| document.get_element_by_id("app"));
    if let Some(root) = root {
        yew::Renderer::<Page>::with_root(root).render();
    }
}
