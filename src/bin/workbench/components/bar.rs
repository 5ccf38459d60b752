//! The bar above the form: the file, the steps, saving. And what was just done.

use super::{View, button, offers::sections};
use crate::page::{Msg, Panel};
use mantelwijzer::desk::{Deed, Document, News};
use yew::prelude::*;

pub fn bar(view: &View) -> Html {
    let desk = view.desk;
    let state = if desk.is_unsaved() { "nog niet bewaard" } else { "bewaard" };
    let open = desk.open().filter(|_| matches!(desk.document(), Document::Tree { .. }));
    html! {
        <header class="bar">
            <div class="brand">
                <strong>{ "Werkbank" }</strong>
                <span class="file">
                    <span class="name" title={desk.file_name()}>{ desk.file_name() }</span>
                    <small class={classes!(desk.is_unsaved().then_some("unsaved"))}>{ state }</small>
                </span>
            </div>
            <div class="tools">
                { count(view) }
                { step(view, "undo", "Ongedaan maken", "Ctrl+Z", Deed::Undo, desk.can_undo()) }
                { step(view, "redo", "Opnieuw", "Ctrl+Y", Deed::Redo, desk.can_redo()) }
                <button type="button" class="quiet" data-action="close" title="Ander bestand" onclick={view.act.sends(Msg::Leave)}>
                    <span class="sign close" aria-hidden="true"></span><span class="label">{ "Ander bestand" }</span>
                </button>
                <div class="saving">
                    <button type="button" class="save primary" data-action="save" onclick={view.act.sends(Msg::Save)}>{ "Bestand downloaden" }</button>
                </div>
            </div>
            // Where there is no room beside the form.
            { for open.map(|place| html! { <nav class="strip" aria-label="Onderdelen van dit aanbod">{ sections(view, Some(place)) }</nav> }) }
        </header>
    }
}

/// A button that stays where it is when there is nothing to do: the focus must not get lost.
fn step(view: &View, name: &'static str, label: &'static str, keys: &'static str, deed: Deed, can: bool) -> Html {
    let off = (!can).then_some("true");
    html! {
        <button type="button" class="quiet step" data-action={name} aria-disabled={off} title={format!("{label} ({keys})")} aria-keyshortcuts={keys.replace("Ctrl", "Control")} onclick={view.act.on(deed)}>
            <span class={classes!("sign", name)} aria-hidden="true"></span><span class="label">{ label }</span>
        </button>
    }
}

/// How many errors and warnings there are: leads to the list.
fn count(view: &View) -> Html {
    let all = &view.desk.inspection().findings;
    let errors = all.iter().filter(|finding| finding.severity == mantelwijzer::catalogue::diagnostic::Severity::Error);
    let errors = errors.count();
    let warnings = all.len() - errors;
    // The colour never says it alone.
    let (class, short) = if errors > 0 {
        ("error", format!("! {errors}"))
    } else if warnings > 0 {
        ("warning", format!("? {warnings}"))
    } else {
        ("fine", "✓".to_owned())
    };
    let words = counted(errors, warnings);
    html! {
        <button type="button" class={classes!("quiet", "count", class)} data-action="findings" title={words.clone()} onclick={view.act.sends(Msg::GoLook(Panel::Findings))}>
            <span class="short" aria-hidden="true">{ short }</span><span class="label">{ words }</span>
        </button>
    }
}

/// 'twee fouten, een keer let op', in digits.
pub fn counted(errors: usize, warnings: usize) -> String {
    let error = match errors {
        1 => "1 fout".to_owned(),
        _ => format!("{errors} fouten"),
    };
    let warning = format!("{warnings} keer let op");
    match (errors, warnings) {
        (0, 0) => "Alles in orde".to_owned(),
        (_, 0) => error,
        (0, _) => warning,
        _ => format!("{error}, {warning}"),
    }
}

/// What was just done, read out and shown.
pub fn status(view: &View) -> Html {
    let words = view.notice.or_else(|| view.desk.news().map(told));
    // What to do with the file has to be read at leisure.
    let stays = view.desk.news() == Some(News::Saved);
    let is_loss = matches!(view.desk.news(), Some(News::Deleted | News::Removed));
    let undo = (is_loss && view.desk.can_undo()).then(|| button("link", "Ongedaan maken", view.act.on(Deed::Undo)));
    html! {
        <div class="status" role="status">
            { for words.map(|words| html! { <p class={classes!("toast", stays.then_some("stays"))} key={view.times}><span>{ words }</span>{ for undo }</p> }) }
        </div>
    }
}

fn told(news: News) -> &'static str {
    match news {
        News::Opened => "Uw bestand is open.",
        News::OpenedAsText => "Er zit een fout in de opbouw van dit bestand.",
        News::Mended => "Het bestand is weer te lezen.",
        News::Added => "Er is een nieuw aanbod.",
        News::Copied => "Het aanbod is gekopieerd.",
        News::Deleted => "Het aanbod is weggehaald.",
        News::Moved => "Het aanbod is verplaatst.",
        News::Undone => "De laatste stap is ongedaan gemaakt.",
        News::Redone => "De stap is opnieuw gedaan.",
        News::Saved => {
            "Uw bestand is gedownload. Stuur het naar wie de catalogus beheert: na het nakijken verschijnt uw aanbod."
        }
        News::Kept => "Deze persoon staat nu als voorbeeld in uw bestand.",
        News::Removed => "Weggehaald.",
    }
}
