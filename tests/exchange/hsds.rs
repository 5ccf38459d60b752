//! Open Referral HSDS 3.0: the published examples and schemas (`hsds/README.md`).

use super::*;
use jsonschema::{Retrieve, Uri, Validator};
use serde_json::json;

/// The schemas, as strict as the specification's own test of its examples: no field beside those they name.
struct Schemas;

impl Retrieve for Schemas {
    fn retrieve(&self, uri: &Uri<String>) -> Result<Value, Box<dyn std::error::Error + Send + Sync>> {
        Ok(schema(uri.path().as_str().trim_start_matches('/')))
    }
}

fn schema(name: &str) -> Value {
    let mut schema: Value = serde_json::from_slice(&bytes(&format!("hsds/schema/{name}"))).expect("JSON");
    schema["additionalProperties"] = json!(false);
    schema
}

fn validator(schema: &Value) -> Validator {
    let options = jsonschema::options().with_base_uri("https://hsds.invalid/").with_retriever(Schemas);
    options.should_validate_formats(true).build(schema).expect("a schema")
}

/// A package of organizations with their services: what `organization_package` compiles.
fn package() -> Validator {
    let mut organization = schema("organization.json");
    organization["properties"]["services"] = json!({"type": "array", "items": {"$ref": "service.json"}});
    validator(&json!({"type": "array", "items": organization}))
}

fn example(name: &str) -> Vec<u8> {
    bytes(&format!("hsds/examples/{name}.json"))
}

#[test]
fn the_published_examples_are_valid_and_a_slip_is_not() {
    let of_service = validator(&schema("service.json"));
    for (name, validator, is_list) in [("service_full", of_service, false), ("organization_full", package(), true)] {
        let published: Value = serde_json::from_slice(&example(name)).expect("JSON");
        let mut published = if is_list { json!([published]) } else { published };
        let errors: Vec<String> = validator.iter_errors(&published).map(|it| it.to_string()).collect();
        assert_eq!(errors, Vec::<String>::new(), "{name}");
        let published = if is_list { &mut published[0]["services"][0] } else { &mut published };
        published["id"] = json!("no-uuid");
        published["misspelt"] = json!("x");
        let whole = if is_list {
            json!([{"id": published["id"], "name": "x", "description": "x", "services": [published]}])
        } else {
            published.clone()
        };
        assert!(validator.iter_errors(&whole).count() >= 2, "{name}: formats and names of fields are held to");
    }
}

#[test]
fn what_we_export_is_valid() {
    let (questionnaire, regions) = vocabulary();
    let known = Vocabulary { questionnaire: Some(&questionnaire), regions: Some(&regions) };
    let mut drafts = partners();
    drafts.push(everything());
    for vocabulary in [known, Vocabulary::default()] {
        let written = write("all.hsds.json", &drafts, Format::Hsds, vocabulary).expect("written");
        let package_of: Value = serde_json::from_slice(&written.bytes).expect("JSON");
        let errors: Vec<String> =
            package().iter_errors(&package_of).take(5).map(|it| format!("{} at {}", it, it.instance_path())).collect();
        assert_eq!(errors, Vec::<String>::new());
        let mut ids = BTreeSet::new();
        let services = package_of.as_array().expect("a list").iter().flat_map(|it| it["services"].as_array()).flatten();
        for service in services {
            assert!(ids.insert(service["id"].to_string()), "an id twice");
            for part in ["attributes", "service_areas", "schedules", "phones"] {
                let parts = service.get(part).and_then(Value::as_array).into_iter().flatten();
                assert!(parts.into_iter().all(|it| ids.insert(it["id"].to_string())), "an id twice in {part}");
            }
        }
    }
}

#[test]
fn other_programs_find_in_an_export_what_hsds_has_a_place_for() {
    let (questionnaire, regions) = vocabulary();
    let known = Vocabulary { questionnaire: Some(&questionnaire), regions: Some(&regions) };
    let written = write("x", &[everything()], Format::Hsds, known).expect("written");
    let package: Value = serde_json::from_slice(&written.bytes).expect("JSON");
    let service = &package[0]["services"][0];
    assert_eq!(service["application_process"], "+32 bellen.");
    assert_eq!(service["phones"][0]["number"], "+32 9 234 56 78");
    assert_eq!(service["service_areas"][1]["name"], "Gent");
    assert_eq!(service["schedules"][0]["byday"], "MO,TU,WE,TH,FR");
    assert_eq!(service["schedules"][1]["closes_at"], "23:59");
    assert_eq!(package[0]["services"][2]["cost_options"][0]["amount"], 0);
    let terms: Vec<(&str, &str)> = service["attributes"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|it| {
            (
                it["taxonomy_term"]["taxonomy"].as_str().expect("a name"),
                it["taxonomy_term"]["code"].as_str().expect("a code"),
            )
        })
        .collect();
    for term in [
        ("Mantelwijzer kind", "helpline"),
        ("Mantelwijzer need", "respite"),
        ("Mantelwijzer phase", "crisis"),
        ("Mantelwijzer situation", "cancer"),
    ] {
        assert!(terms.contains(&term), "{term:?}");
    }
    assert!(!terms.contains(&("Mantelwijzer field", "kind")), "once is enough");
}

#[test]
fn each_published_shape_makes_a_draft() {
    for name in ["service_full", "service_list", "organization_full", "service_at_location_full"] {
        for bytes in [example(name), [b"[".to_vec(), example(name), b"]".to_vec()].concat()] {
            let (drafts, found) = read("hsds.json", &bytes, Format::Hsds, Vocabulary::default());
            let [draft] = drafts.as_slice() else { panic!("{name}: {found:?}") };
            assert_eq!(draft.partner.id, "example-organization-inc", "{name}");
            let [offer] = draft.offers.as_slice() else { panic!("{name}") };
            assert_eq!(offer.id, "community-counselling");
            assert_eq!(offer.confidence, RawConfidence::Unverified);
            assert_eq!(offer.checked_on.as_deref(), Some("2005-01-01"));
            assert!(name == "service_list" || offer.contact.phone.as_deref() == Some("+44 1234 234567"), "{name}");
            let codes: Vec<&str> = found.iter().map(|one| one.code).collect();
            assert_eq!(codes, ["draft-incomplete", "not-taken-over"], "{name}");
            for part in ["behoeften", "fasen", "soort", "voor wie", "regio's"] {
                assert!(found[0].help.nl.contains(part), "{name}: {}", found[0].help.nl);
            }
            assert!(found[1].message.nl.contains("`minimum_age`"), "{}", found[1].message.nl);
        }
    }
    let (drafts, _) = read("hsds.json", &example("organization_list"), Format::Hsds, Vocabulary::default());
    assert_eq!(drafts.iter().map(|it| it.offers.len()).collect::<Vec<_>>(), [0], "an organization without services");
}

#[test]
fn a_draft_opens_and_cannot_be_published_as_it_is() {
    let (mut drafts, _) = read("hsds.json", &example("service_full"), Format::Hsds, Vocabulary::default());
    let errors = |drafts: &[Draft]| -> BTreeSet<&str> {
        checked(drafts).iter().filter(|it| it.severity == Severity::Error).map(|it| it.code).collect()
    };
    let found = errors(&drafts);
    for wanted in ["offer-without-need", "offer-without-phase", "offer-without-region"] {
        assert!(found.contains(wanted), "{wanted}: {found:?}");
    }
    assert!(found.iter().all(|code| !code.starts_with("unknown") && !code.starts_with("missing-field")), "{found:?}");
    let offer = &mut drafts[0].offers[0];
    offer.area.regions.push("be".to_owned());
    offer.phases.push("ongoing".to_owned());
    offer.needs = everything().offers[0].needs.clone();
    assert!(errors(&drafts).contains("never-met"), "for whom it is has to be said");
}

#[test]
fn several_services_get_ids_of_their_own_and_old_ones_are_asked_after() {
    let service: Value = serde_json::from_slice(&example("service_full")).expect("JSON");
    let mut ended = service.clone();
    ended["status"] = json!("defunct");
    ended["organization"] = json!(null);
    let (drafts, found) = read(
        "lijst.json",
        json!({"services": [service, ended]}).to_string().as_bytes(),
        Format::Hsds,
        Vocabulary::default(),
    );
    let ids: Vec<(&str, &str)> = drafts
        .iter()
        .flat_map(|it| it.offers.iter().map(|offer| (it.partner.id.as_str(), offer.id.as_str())))
        .collect();
    assert_eq!(ids, [("example-organization-inc", "community-counselling"), ("lijst", "community-counselling-2")]);
    assert!(found.iter().any(|it| it.help.nl.contains("`status` is `defunct`")), "{found:?}");
    assert!(found.iter().any(|it| it.code == "partner-unnamed"));
}

#[test]
fn a_partners_own_file_is_no_hsds() {
    let (drafts, found) = read("x.json", &bytes("everything.json"), Format::Hsds, Vocabulary::default());
    assert!(drafts.is_empty());
    assert_eq!(found.iter().map(|it| it.code).collect::<Vec<_>>(), ["no-offers"]);
}

#[test]
fn words_changed_in_another_program_count() {
    let written = write("x", &[everything()], Format::Hsds, Vocabulary::default()).expect("written");
    let mut package: Value = serde_json::from_slice(&written.bytes).expect("JSON");
    package[0]["services"][0]["name"] = json!("Anders");
    let (drafts, _) = read("x", package.to_string().as_bytes(), Format::Hsds, Vocabulary::default());
    let name = &drafts[0].offers[0].name;
    assert_eq!((name.nl.as_deref(), name.fr.as_deref()), (Some("Anders"), Some("Tout")));
}
