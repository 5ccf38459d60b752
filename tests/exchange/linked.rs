//! Linked data with the words of schema.org: what is lost is told, to the field.

use super::*;
use mantelwijzer::{
    exchange::json_ld,
    language::Language,
    pages::{linked_data, texts::PageTexts},
    wording::Wording,
};
use serde_json::json;
use std::collections::BTreeMap;

fn graph() -> Value {
    let text = |name: &str| fs::read_to_string(root().join("catalogue").join(name)).expect("read");
    let (questionnaire, regions) = (text("questionnaire.json"), text("regions.json"));
    let files: Vec<(String, String)> =
        partners().iter().map(|it| (format!("partners/{}.json", it.partner.id), it.to_text())).collect();
    let sources: Vec<Source> = files.iter().map(|(file, text)| Source { file, text }).collect();
    let source = |file, text| Source { file, text };
    let (raw, _) = parse(source("questionnaire.json", &questionnaire), source("regions.json", &regions), &sources);
    let catalogue = check::check(&raw, today()).0.expect("a catalogue");
    let words: BTreeMap<String, String> =
        serde_json::from_str(include_str!("../../src/wording/nl.json")).expect("words");
    let texts: BTreeMap<String, String> = serde_json::from_str(include_str!("../../src/pages/nl.json")).expect("words");
    let (wording, _) = Wording::new(Language::Nl, |name| words.get(name).cloned());
    let (texts, _) = PageTexts::new(Language::Nl, |name| texts.get(name).cloned());
    linked_data(&catalogue, &wording, &texts, today(), None)
}

/// By offer or partner: its partner, and the value of each field.
type Facts = BTreeMap<String, (String, BTreeMap<String, Value>)>;

fn facts(drafts: &[Draft]) -> Facts {
    let fields = |value: Value| value.as_object().expect("fields").clone().into_iter().collect();
    let of = |it: &Draft| -> Facts {
        it.offers
            .iter()
            .map(|offer| {
                (offer.id.clone(), (it.partner.id.clone(), fields(serde_json::to_value(offer).expect("a value"))))
            })
            .collect()
    };
    drafts.iter().flat_map(of).collect()
}

#[test]
fn what_differs_after_coming_back_is_exactly_what_was_told() {
    let before = partners();
    let written = json_ld::write("all.jsonld", &graph(), &before);
    let (after, _) = read("all.jsonld", &written.bytes, Format::JsonLd, Vocabulary::default());
    let (was, is) = (facts(&before), facts(&after));
    assert_eq!(was.len(), is.len(), "every offer is there");
    let mut differs = BTreeSet::new();
    for (offer, (partner, fields)) in &was {
        let (other, others) = &is[offer];
        if partner != other {
            differs.insert((offer.clone(), "partner".to_owned()));
        }
        let names: BTreeSet<&String> = fields.keys().chain(others.keys()).collect();
        differs.extend(
            names.into_iter().filter(|it| fields.get(*it) != others.get(*it)).map(|it| (offer.clone(), it.clone())),
        );
    }
    let told: BTreeSet<(String, String)> =
        written.lost.iter().filter_map(|it| Some((it.offer.clone()?, it.field.clone()))).collect();
    assert_eq!(differs, told);
    let named: BTreeSet<&str> = written.lost.iter().map(|it| it.field.as_str()).collect();
    for field in &named {
        assert!(written.found.iter().any(|it| it.message.nl.contains(&format!("`{field}`"))), "{field}");
    }
    assert!(
        named.contains("needs") && named.contains("eligibility") && !named.contains("name") && !named.contains("kind")
    );
}

#[test]
fn plain_nodes_of_others_make_drafts() {
    let (_, regions) = vocabulary();
    let known = Vocabulary { questionnaire: None, regions: Some(&regions) };
    let node = json!({
        "@context": "https://schema.org", "@type": ["Service"], "name": {"@value": "Buddy's", "@language": "nl"},
        "description": "Een buddy komt langs.", "provider": {"@type": "NGO", "name": "Buddy's vzw", "url": "https://buddy.example"},
        "areaServed": [{"@type": "City", "name": "Gent"}, "Nergenshuizen"], "telephone": "09 234 56 78",
        "offers": {"@type": "Offer", "price": 0}, "award": "Prijs 2025",
    });
    let (drafts, found) = read("x.jsonld", node.to_string().as_bytes(), Format::JsonLd, known);
    let offer = serde_json::to_value(&drafts[0].offers[0]).expect("a value");
    assert_eq!((drafts[0].partner.id.as_str(), &offer["id"]), ("buddy-s-vzw", &json!("buddy-s")));
    assert_eq!(offer["area"]["regions"], json!(["be-nis-44021"]));
    assert_eq!((&offer["cost"]["level"], &offer["contact"]["phone"]), (&json!("free"), &json!("09 234 56 78")));
    assert_eq!(offer["eligibility"], json!({"any": []}), "nobody, until someone says for whom it is");
    let codes: Vec<&str> = found.iter().map(|it| it.code).collect();
    assert_eq!(codes, ["draft-incomplete", "not-taken-over"]);
    assert!(found[1].message.nl.contains("`award`"));
}
