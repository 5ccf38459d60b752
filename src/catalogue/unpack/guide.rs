//! The guide out of a published catalogue. One that can't be read is an empty one: questions and offers go before.

use super::{Reader, array, number, one_of};
use crate::{
    catalogue::{OfferKind, Rung},
    guide::{Guide, Passage, PhaseGuide, Recognition, RungGuide, SheetGuide, Tip},
    language::Text,
    questionnaire::QuestionIndex,
};
use serde_json::Value;

impl Reader<'_> {
    /// `asked` counts the questions, which the sheets point to.
    pub(super) fn guide(&self, packed: &Value, asked: usize) -> Option<Guide> {
        let [questions, passages, phases, rungs, sheets, synonyms] = array(Some(packed))? else { return None };
        let [yes, perhaps, breathe] = array(Some(passages))? else { return None };
        let (yes, perhaps) = (self.passage(yes)?, self.passage(perhaps)?);
        let mut guide = Guide {
            recognition: Recognition { questions: self.texts(questions)?, yes, perhaps },
            breathe: self.passage(breathe)?,
            ..Guide::default()
        };
        for packed in array(Some(phases))? {
            guide.phases.push(self.phase(packed)?);
        }
        for packed in array(Some(rungs))? {
            let [rung, title, lead] = array(Some(packed))? else { return None };
            let rung = one_of(Rung::ALL, Some(rung))?;
            guide.rungs.push(RungGuide { rung, title: self.text(title)?, lead: self.text(lead)? });
        }
        for packed in array(Some(sheets))? {
            guide.sheets.push(self.sheet(packed, asked)?);
        }
        for packed in array(Some(synonyms))? {
            let mut same = Vec::new();
            for word in array(Some(packed))? {
                same.push(word.as_str()?.to_owned());
            }
            guide.synonyms.push(same);
        }
        Some(guide)
    }

    fn phase(&self, packed: &Value) -> Option<PhaseGuide> {
        let [phase, title, lead, packed, ahead] = array(Some(packed))? else { return None };
        let mut tips = Vec::new();
        for packed in array(Some(packed))? {
            let [text, source] = array(Some(packed))? else { return None };
            tips.push(Tip { text: self.text(text)?, source: source.as_str().map(str::to_owned) });
        }
        let (phase, title, lead) = (number(Some(phase))?, self.text(title)?, self.text(lead)?);
        Some(PhaseGuide { phase, title, lead, tips, ahead: self.texts(ahead)? })
    }

    fn sheet(&self, packed: &Value, asked: usize) -> Option<SheetGuide> {
        let [id, words, does, weighs, needs, asks, kinds] = array(Some(packed))? else { return None };
        let [title, lead, opening] = array(Some(words))? else { return None };
        let mut rights = Vec::new();
        for packed in array(Some(kinds))? {
            rights.push(one_of(OfferKind::ALL, Some(packed))?);
        }
        Some(SheetGuide {
            id: id.as_str()?.to_owned(),
            title: self.text(title)?,
            lead: self.text(lead)?,
            opening: self.text(opening)?,
            does: below(does, asked)?.into_iter().map(QuestionIndex).collect(),
            weighs: below(weighs, asked)?.into_iter().map(QuestionIndex).collect(),
            needs: below(needs, 64)?,
            asks: self.texts(asks)?,
            rights,
        })
    }

    fn passage(&self, packed: &Value) -> Option<Passage> {
        let [title, text] = array(Some(packed))? else { return None };
        Some(Passage { title: self.text(title)?, text: self.texts(text)? })
    }

    fn texts(&self, packed: &Value) -> Option<Vec<Text>> {
        let mut texts = Vec::new();
        for packed in array(Some(packed))? {
            texts.push(self.text(packed)?);
        }
        Some(texts)
    }
}

/// Positions, each below a limit.
fn below(packed: &Value, limit: usize) -> Option<Vec<usize>> {
    let mut positions = Vec::new();
    for packed in array(Some(packed))? {
        positions.push(number(Some(packed)).filter(|position| *position < limit)?);
    }
    Some(positions)
}

#[cfg(test)]
mod tests {
    use crate::{
        catalogue::{
            Catalogue, Hours, Line, Rung, Theme, check,
            pack::{pack, pack_places},
            parse::{Source, parse, parse_guide},
            unpack::{Unpacked, unpack},
        },
        date::Date,
        guide::Guide,
        language::Language,
    };
    use serde_json::{Value, json};
    use std::collections::BTreeMap;

    fn today() -> Date {
        Date::parse("2026-11-22").expect("a day")
    }

    /// The sound catalogue of the broken ones, with a line that has hours.
    fn built() -> Catalogue {
        let source = |file, text| Source { file, text };
        let questions = include_str!("../../../tests/broken/base/questionnaire.json")
            .replacen(r#""id": "starting","#, r#""id": "starting", "says": {"nl": "Ik begin pas."},"#, 1)
            .replacen(r#""id": "phase","#, r#""id": "phase", "carries": true,"#, 1);
        let regions = include_str!("../../../tests/broken/base/regions.json");
        let first = include_str!("../../../tests/broken/base/partners/steun.json");
        let line = r#""kind": "advice",
            "line": {"theme": "care", "open": [{"days": [1, 7], "from": "09:00", "to": "17:30"}]},"#;
        let first = first.replacen(r#""kind": "advice","#, line, 1);
        let second = include_str!("../../../tests/broken/base/partners/voorbeeld.json").replacen(
            r#""kind": "respite","#,
            r#""kind": "respite", "line": {"theme": "grief"},"#,
            1,
        );
        let partners = [source("partners/steun.json", first.as_str()), source("partners/voorbeeld.json", &second)];
        let (mut raw, mut found) =
            parse(source("questionnaire.json", &questions), source("regions.json", regions), &partners);
        let guide = include_str!("../../../tests/broken/base/guide.json");
        found.extend(parse_guide(source("guide.json", guide), &mut raw));
        let (catalogue, checked) = check::check(&raw, today());
        assert_eq!((found, checked), (Vec::new(), Vec::new()));
        catalogue.expect("a catalogue")
    }

    fn published(catalogue: &Catalogue) -> (Value, String) {
        (pack(catalogue, Language::Nl, &BTreeMap::new(), today()), pack_places(catalogue, &[]).to_string())
    }

    fn read(bundle: &Value, places: &str) -> Unpacked {
        unpack(&bundle.to_string(), places, today()).expect("usable")
    }

    #[test]
    fn reads_what_was_packed() {
        let built = built();
        let (bundle, places) = published(&built);
        let read = read(&bundle, &places);
        assert_eq!(read.left_out, 0);
        assert_eq!(read.catalogue.guide(), built.guide());
        assert_eq!(read.catalogue.questionnaire(), built.questionnaire());
        let new = |catalogue: &Catalogue| -> Vec<(Vec<Rung>, Option<Line>)> {
            catalogue.offers().map(|(_, offer)| (offer.respite.clone(), offer.line.clone())).collect()
        };
        assert_eq!(new(&read.catalogue), new(&built));
        let hours = Hours { days: 0b100_0001, from: 540, to: 1050 };
        let lines = [
            (vec![], Some(Line { theme: Theme::Care, open: Some(vec![hours]) })),
            (vec![Rung::Weekend, Rung::Weeks], Some(Line { theme: Theme::Grief, open: None })),
        ];
        assert_eq!(new(&built), lines);
    }

    #[test]
    fn a_bundle_without_a_guide_has_an_empty_one() {
        let (mut bundle, places) = published(&built());
        bundle.as_object_mut().expect("an object").remove("guide");
        assert_eq!(*read(&bundle, &places).catalogue.guide(), Guide::default());
    }

    #[test]
    fn a_guide_that_cannot_be_read_is_empty_and_never_panics() {
        let (whole, places) = published(&built());
        for (pointer, value) in [
            ("/guide", json!({})),
            ("/guide/2/0/0", json!(-1)),
            ("/guide/3/0/0", json!(99)),
            ("/guide/4/0/2/0", json!(999)),
            ("/guide/4/0/4/0", json!(64)),
            ("/guide/4/0/6/0", json!(99)),
            ("/guide/5/0", json!("opvang")),
        ] {
            let mut bundle = whole.clone();
            *bundle.pointer_mut(pointer).expect("there") = value;
            let read = read(&bundle, &places);
            assert_eq!(*read.catalogue.guide(), Guide::default(), "{pointer}");
            assert_eq!(read.catalogue.offers().count(), 2, "{pointer}");
        }
    }

    #[test]
    fn a_line_that_cannot_be_read_takes_its_offer_along_and_no_other() {
        let (whole, places) = published(&built());
        for line in [json!([99, null]), json!([0, [[1, 2]]]), json!("always")] {
            let mut bundle = whole.clone();
            bundle["offers"][0]["line"] = line;
            let read = read(&bundle, &places);
            assert_eq!((read.catalogue.offers().count(), read.left_out), (1, 1));
        }
    }
}
