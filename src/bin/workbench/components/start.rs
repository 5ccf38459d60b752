//! The beginning: open a file, choose an organisation, or begin anew.

use super::View;
use crate::page::Msg;
use mantelwijzer::desk::Deed;
use std::rc::Rc;
use yew::prelude::*;

pub fn start(view: &View) -> Html {
    let bench = Rc::clone(view.desk.shared_bench());
    let open = view.act.chosen(move |file| {
        let found = bench.published().iter().find(|partner| partner.file == file);
        found.map_or(Deed::Settle, |partner| Deed::Open(partner.text.clone()))
    });
    let partners = view.desk.bench().published().iter();
    html! {
        <main class="start">
            <h1 id="title" tabindex="-1">{ "Werkbank" }</h1>
            <p class="lead">{ "Hier houdt u uw aanbod voor mantelzorgers bij. U hoeft niet te kunnen programmeren." }</p>
            <ol class="steps">
                <li>{ "Open het bestand van uw organisatie, of begin een nieuw bestand." }</li>
                <li>{ "Vul aan of verbeter. U ziet meteen wat een mantelzorger ziet, en wat nog niet klopt." }</li>
                <li>{ "Download het bestand en stuur het naar wie de catalogus beheert." }</li>
            </ol>
            <div class="ways">
                <section class="way drop">
                    <h2>{ "Uw bestand openen" }</h2>
                    <p>{ "Kies het bestand op uw computer, of sleep het naar deze pagina." }</p>
                    <button type="button" class="primary" data-action="choose" onclick={view.act.sends(Msg::ChooseFile)}>{ "Bestand kiezen" }</button>
                </section>
                <section class="way">
                    <h2>{ "Uit de catalogus" }</h2>
                    <p><label for="published">{ "Kies uw organisatie. U begint met wat nu gepubliceerd is." }</label></p>
                    <select id="published" onchange={open}>
                        <option value="" selected={true}>{ "Kies uw organisatie" }</option>
                        { for partners.map(|partner| html! { <option value={partner.file.clone()}>{ &partner.name }</option> }) }
                    </select>
                </section>
                <section class="way">
                    <h2>{ "Nieuw" }</h2>
                    <p>{ "Staat uw organisatie er nog niet bij? Begin met een leeg bestand." }</p>
                    <button type="button" data-action="begin" onclick={view.act.on(Deed::Begin)}>{ "Nieuw bestand beginnen" }</button>
                </section>
            </div>
            <p class="promise"><strong>{ "Alles blijft op uw computer." }</strong>{ " Deze pagina verstuurt niets en bewaart niets. Download uw bestand dus voor u stopt. Ze werkt ook zonder internet." }</p>
        </main>
    }
}
