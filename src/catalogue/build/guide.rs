//! The texts that accompany a caregiver. An entry that names something unknown is told and left out.

use super::{Diagnostic, Names, Spot, malformed_id, text, unknown};
use crate::{
    catalogue::raw::{RawGuide, RawPassage, RawPhaseGuide, RawSheetGuide, RawText},
    guide::{Guide, Passage, PhaseGuide, Recognition, RungGuide, SheetGuide, Tip},
    id::is_id,
    language::Text,
    questionnaire::QuestionIndex,
    says,
};

/// The guide as far as it fits the questionnaire.
pub(super) fn build_guide(raw: &RawGuide, names: &Names, spot: &Spot, found: &mut Vec<Diagnostic>) -> Guide {
    let mut phases: Vec<PhaseGuide> = Vec::new();
    for (position, written) in raw.phases.iter().enumerate() {
        let spot = spot.at("phases").at(position).at("phase");
        let Some(phase) = build_phase(written, names, &spot, found) else { continue };
        if phases.iter().any(|other| other.phase == phase.phase) {
            found.push(twice(&spot, &written.phase));
            continue;
        }
        phases.push(phase);
    }
    phases.sort_by_key(|guide| guide.phase);
    let mut rungs: Vec<RungGuide> = Vec::new();
    for (position, written) in raw.rungs.iter().enumerate() {
        if rungs.iter().any(|other| other.rung == written.rung) {
            let spot = spot.at("rungs").at(position).at("rung");
            found.push(twice(&spot, &format!("{:?}", written.rung).to_lowercase()));
            continue;
        }
        rungs.push(RungGuide { rung: written.rung, title: text(&written.title), lead: text(&written.lead) });
    }
    rungs.sort_by_key(|guide| guide.rung);
    let mut sheets: Vec<SheetGuide> = Vec::new();
    for (position, written) in raw.sheets.iter().enumerate() {
        let spot = spot.at("sheets").at(position);
        if !is_id(&written.id) {
            found.push(malformed_id(&spot.at("id"), &written.id));
            continue;
        }
        if sheets.iter().any(|other| other.id == written.id) {
            found.push(twice(&spot.at("id"), &written.id));
            continue;
        }
        sheets.push(build_sheet(written, names, &spot, found));
    }
    Guide {
        recognition: Recognition {
            questions: texts(&raw.recognition.questions),
            yes: passage(&raw.recognition.yes),
            perhaps: passage(&raw.recognition.perhaps),
        },
        phases,
        rungs,
        sheets,
        breathe: passage(&raw.breathe),
        synonyms: raw.synonyms.clone(),
    }
}

fn twice(spot: &Spot, id: &str) -> Diagnostic {
    let message = says!("voor `{id}` staat er al een stuk", "there is already a piece for `{id}`");
    spot.error(
        "duplicate-id",
        message,
        says!("voeg de twee samen, of haal er een weg", "merge the two, or take one out"),
    )
}

fn build_phase(raw: &RawPhaseGuide, names: &Names, spot: &Spot, found: &mut Vec<Diagnostic>) -> Option<PhaseGuide> {
    let asked = names.questionnaire.get(names.landmarks.phase);
    let Some(phase) = asked.option(&raw.phase) else {
        let known = asked.options.iter().map(|option| option.id.as_str());
        found.push(unknown(spot, "unknown-phase", ("fase", "phase"), &raw.phase, known));
        return None;
    };
    let tips = raw.tips.iter().map(|tip| Tip { text: text(&tip.text), source: tip.source.clone() });
    Some(PhaseGuide {
        phase,
        title: text(&raw.title),
        lead: text(&raw.lead),
        tips: tips.collect(),
        ahead: texts(&raw.ahead),
    })
}

fn build_sheet(raw: &RawSheetGuide, names: &Names, spot: &Spot, found: &mut Vec<Diagnostic>) -> SheetGuide {
    let needs = names.questionnaire.get(names.landmarks.needs);
    let mut wanted = Vec::new();
    for (position, need) in raw.needs.iter().enumerate() {
        match needs.option(need) {
            Some(need) => wanted.push(need),
            None => {
                let known = needs.options.iter().map(|option| option.id.as_str());
                found.push(unknown(&spot.at("needs").at(position), "unknown-need", ("behoefte", "need"), need, known));
            }
        }
    }
    SheetGuide {
        id: raw.id.clone(),
        title: text(&raw.title),
        lead: text(&raw.lead),
        opening: text(&raw.opening),
        does: questions(&raw.does, names, &spot.at("does"), found),
        weighs: questions(&raw.weighs, names, &spot.at("weighs"), found),
        needs: wanted,
        asks: texts(&raw.asks),
        farewell: texts(&raw.farewell),
        rights: raw.rights.clone(),
    }
}

fn questions(raw: &[String], names: &Names, spot: &Spot, found: &mut Vec<Diagnostic>) -> Vec<QuestionIndex> {
    let mut questions = Vec::new();
    for (position, id) in raw.iter().enumerate() {
        match names.questionnaire.find(id) {
            Some(question) => questions.push(question),
            None => {
                let known = names.questionnaire.iter().map(|(_, question)| question.id.as_str());
                found.push(unknown(&spot.at(position), "unknown-question", ("vraag", "question"), id, known));
            }
        }
    }
    questions
}

fn passage(raw: &RawPassage) -> Passage {
    Passage { title: text(&raw.title), text: texts(&raw.text) }
}

fn texts(raw: &[RawText]) -> Vec<Text> {
    raw.iter().map(text).collect()
}
