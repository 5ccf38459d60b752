//! What fits the schema is what serde reads: nothing gets past the first that the second stumbles over.

use super::real;
use mantelwijzer::catalogue::{
    diagnostic::Spot,
    raw::{RawExample, RawGuide, RawOffer, RawOverlay, RawPartnerFile, RawQuestionnaire, RawRegions, RawTranslations},
    shape::{Form, misfits},
    tree,
};
use serde_json::{Value, json};

#[test]
fn what_fits_its_form_is_what_serde_reads() {
    let mut random = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = |below: usize| {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        (random % below as u64) as usize
    };
    let mut real = real();
    let young = include_str!("../../catalogue/languages/nl-x-young/questions.json");
    real.insert("languages/nl-x-young/questions.json".to_owned(), young.to_owned());
    let changes = json!({
        "format": 1, "place": "be-nis-44021", "hides": [{"offer": "a", "why": "b", "was": {"nl": "c"}}],
        "rewords": [{"offer": "a", "field": "gives", "was": {"nl": "c"}, "says": {"nl": "d", "fr": "e"}}],
    });
    real.insert("overlay.json".to_owned(), changes.to_string());
    let files = [
        ("partners/vaph.json", Form::Partner),
        ("partners/1712.json", Form::Partner),
        ("partners/awel.json", Form::Partner),
        ("questionnaire.json", Form::Questionnaire),
        ("guide.json", Form::Guide),
        ("regions.json", Form::Regions),
        ("overlay.json", Form::Overlay),
        ("languages/nl-x-young/questions.json", Form::Translations),
    ];
    let mut sound: Vec<Value> =
        files.iter().map(|(file, _)| serde_json::from_str(&real[*file]).expect("JSON")).collect();
    // A few places stand for all.
    sound[5]["municipalities"].as_array_mut().expect("a list").truncate(20);
    let mut fitting = 0;
    let rounds = 1_200;
    for round in 0..rounds {
        let (file, form) = files[round % files.len()];
        let mut whole = sound[round % files.len()].clone();
        if form == Form::Partner && round % 2 == 0 {
            let expect = json!({"must_show": ["a"], "top": {"3": ["a"]}, "only_urgent": null});
            whole["examples"] = json!([{"story": "s", "answers": {"needs": ["money"]}, "expect": expect}]);
        }
        spoil(&mut whole, &mut next);
        let text = whole.to_string();
        let root = tree::read(&text).expect("JSON");
        let told = misfits(form, &root, &Spot::file(file));
        assert_eq!(told.is_empty(), serde_reads(form, &text), "{text}\n{told:?}");
        fitting += usize::from(told.is_empty());
    }
    assert!(fitting > rounds / 20 && fitting < rounds / 2, "{fitting} of {rounds} fit");
}

fn serde_reads(form: Form, text: &str) -> bool {
    match form {
        Form::Questionnaire => serde_json::from_str::<RawQuestionnaire>(text).is_ok(),
        Form::Regions => serde_json::from_str::<RawRegions>(text).is_ok(),
        Form::Overlay => serde_json::from_str::<RawOverlay>(text).is_ok(),
        Form::Translations => serde_json::from_str::<RawTranslations>(text).is_ok(),
        Form::Guide => serde_json::from_str::<RawGuide>(text).is_ok(),
        Form::Partner => serde_json::from_str::<RawPartnerFile>(text).is_ok_and(|file| {
            file.offers.iter().all(|offer| serde_json::from_str::<RawOffer>(offer.get()).is_ok())
                && file.examples.iter().all(|one| serde_json::from_str::<RawExample>(one.get()).is_ok())
        }),
    }
}

/// Puts something else in the place of something, leaves a field out, or adds one.
fn spoil(value: &mut Value, next: &mut impl FnMut(usize) -> usize) {
    let inside = match value {
        Value::Array(items) if !items.is_empty() && next(8) > 0 => {
            let at = next(items.len());
            items.get_mut(at)
        }
        Value::Object(fields) if !fields.is_empty() && next(8) > 0 => {
            let key = fields.keys().nth(next(fields.len())).cloned().expect("a key");
            match next(12) {
                0 => return drop(fields.remove(&key)),
                1 => return drop(fields.insert("extra".to_owned(), json!(1))),
                _ => fields.get_mut(&key),
            }
        }
        _ => None,
    };
    if let Some(inside) = inside {
        return spoil(inside, next);
    }
    let others = [
        json!(null),
        json!(true),
        json!(3),
        json!(-1),
        json!(2.5),
        json!(300),
        json!(5_000_000_000_u64),
        json!("free"),
        json!("always"),
        json!([]),
        json!(["x"]),
        json!({}),
        json!({"nl": "x"}),
        json!({"all": []}),
        json!({"is": {"question": "a", "option": "b"}, "any": []}),
    ];
    *value = others[next(others.len())].clone();
}
