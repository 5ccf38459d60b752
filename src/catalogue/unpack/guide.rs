//! The guide out of a published catalogue. One that can't be read is an empty one: questions and offers go before.

use super::{MOST_OPTIONS, Unpacker, one_of, some_of};
use crate::{
    catalogue::{OfferKind, Rung},
    guide::{Guide, Passage, PhaseGuide, Recognition, RungGuide, SheetGuide, Tip},
    json::Reader,
    questionnaire::QuestionIndex,
};

impl Unpacker<'_> {
    pub(super) fn guide(&self, reader: &mut Reader) -> Guide {
        reader.into_list();
        let guide = Guide {
            recognition: Recognition {
                questions: self.texts(reader),
                yes: self.passage(reader),
                perhaps: self.passage(reader),
            },
            breathe: self.passage(reader),
            phases: self.phases(reader),
            rungs: self.rungs(reader),
            sheets: self.sheets(reader),
            synonyms: synonyms(reader),
        };
        reader.leave();
        if reader.is_failed() { Guide::default() } else { guide }
    }

    fn phases(&self, reader: &mut Reader) -> Vec<PhaseGuide> {
        let mut phases = Vec::new();
        reader.into_list();
        while reader.has_more() {
            reader.into_list();
            phases.push(PhaseGuide {
                phase: reader.position(MOST_OPTIONS),
                title: self.text(reader),
                lead: self.text(reader),
                tips: self.tips(reader),
                ahead: self.texts(reader),
            });
            reader.leave();
        }
        phases
    }

    fn tips(&self, reader: &mut Reader) -> Vec<Tip> {
        let mut tips = Vec::new();
        reader.into_list();
        while reader.has_more() {
            reader.into_list();
            tips.push(Tip { text: self.text(reader), source: reader.may_text() });
            reader.leave();
        }
        tips
    }

    fn rungs(&self, reader: &mut Reader) -> Vec<RungGuide> {
        let mut rungs = Vec::new();
        reader.into_list();
        while reader.has_more() {
            reader.into_list();
            rungs.push(RungGuide {
                rung: one_of(reader, Rung::ALL, Rung::Hour),
                title: self.text(reader),
                lead: self.text(reader),
            });
            reader.leave();
        }
        rungs
    }

    fn sheets(&self, reader: &mut Reader) -> Vec<SheetGuide> {
        let mut sheets = Vec::new();
        reader.into_list();
        while reader.has_more() {
            reader.into_list();
            sheets.push(SheetGuide {
                id: reader.text(),
                title: self.text(reader),
                lead: self.text(reader),
                opening: self.text(reader),
                does: self.asked(reader),
                weighs: self.asked(reader),
                needs: reader.positions(MOST_OPTIONS),
                asks: self.texts(reader),
                farewell: self.texts(reader),
                rights: some_of(reader, OfferKind::ALL),
            });
            reader.leave();
        }
        sheets
    }

    fn asked(&self, reader: &mut Reader) -> Vec<QuestionIndex> {
        let mut asked = Vec::new();
        reader.into_list();
        while reader.has_more() {
            asked.push(QuestionIndex(reader.position(self.questions)));
        }
        asked
    }

    fn passage(&self, reader: &mut Reader) -> Passage {
        reader.into_list();
        let (title, text) = (self.text(reader), self.texts(reader));
        reader.leave();
        Passage { title, text }
    }
}

fn synonyms(reader: &mut Reader) -> Vec<Vec<String>> {
    let mut synonyms = Vec::new();
    reader.into_list();
    while reader.has_more() {
        synonyms.push(reader.texts());
    }
    synonyms
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
        wording::Wording,
    };
    use serde_json::{Value, json};

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
        let words = Wording::names().iter().map(|name| ((*name).to_owned(), String::new())).collect();
        (pack(catalogue, Language::Nl, &words, today()), pack_places(catalogue, &[]).to_string())
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
            ("/guide/4/0/0", json!(-1)),
            ("/guide/5/0/0", json!(99)),
            ("/guide/6/0/4/0", json!(999)),
            ("/guide/6/0/6/0", json!(64)),
            ("/guide/6/0/9/0", json!(99)),
            ("/guide/7/0", json!("opvang")),
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
        let position = whole["offers"][0].as_array().expect("a list").len() - 1;
        assert_eq!(whole["fields"]["offers"][position], "line");
        for line in [json!([99, null]), json!([0, [[1, 2]]]), json!("always")] {
            let mut bundle = whole.clone();
            bundle["offers"][0][position] = line;
            let read = read(&bundle, &places);
            assert_eq!((read.catalogue.offers().count(), read.left_out), (1, 1));
        }
    }
}
