//! Catalogues to test laws on: the real one, and tiny ones with random offers.

use super::{
    random::Random,
    reference::Reference,
    rules::{any_rule, rule_without},
};
use mantelwijzer::{
    catalogue::{
        Catalogue,
        build::build,
        diagnostic::Severity,
        parse::{RawCatalogue, Source, parse, parse_guide},
        raw::{RawOffer, RawPlaceIn, RawQuestionnaire, RawRegions, RawRule, RawWhose},
    },
    date::Date,
};
use serde_json::{Value, json};
use std::{fs, path::Path};

pub const TODAY: &str = "2026-11-22";

/// A catalogue, as written and as built.
pub struct Made {
    pub name: String,
    pub raw: RawCatalogue,
    pub catalogue: Catalogue,
}

impl Made {
    fn of(name: String, raw: RawCatalogue) -> Self {
        let (catalogue, found) = build(&raw, Date::parse(TODAY).expect("a day"));
        let errors: Vec<_> = found.iter().filter(|found| found.severity == Severity::Error).collect();
        assert!(errors.is_empty(), "{name}: {errors:?}");
        Self { name, catalogue: catalogue.expect("a catalogue"), raw }
    }

    pub fn questionnaire(&self) -> &RawQuestionnaire {
        &self.raw.questionnaire.as_ref().expect("questions").1
    }

    pub fn regions(&self) -> &RawRegions {
        &self.raw.regions.as_ref().expect("places").1
    }

    pub fn reference(&self) -> Reference<'_> {
        Reference { questionnaire: self.questionnaire(), regions: self.regions(), today: TODAY }
    }

    pub fn raw_offers(&self) -> impl Iterator<Item = &RawOffer> {
        self.raw.partners.iter().flat_map(|partner| partner.offers.iter().map(|(_, offer)| offer))
    }

    /// The same catalogue from files in another order, with the offers in them in another order.
    pub fn shuffled(&self, random: &mut Random) -> Self {
        let mut raw = self.raw.clone();
        random.shuffle(&mut raw.partners);
        for partner in &mut raw.partners {
            random.shuffle(&mut partner.offers);
        }
        Self::of(format!("{}, shuffled", self.name), raw)
    }
}

/// Everything that decides an offer's verdict, as one rule: its days, its area and its eligibility.
pub fn whole_rule(offer: &RawOffer) -> RawRule {
    let regions = &offer.area.regions;
    let within =
        |question: &str| RawRule::PlaceIn(RawPlaceIn { question: question.to_owned(), regions: regions.clone() });
    let area = match offer.area.whose {
        RawWhose::Carer => within("carer-place"),
        RawWhose::Recipient => within("recipient-place"),
        RawWhose::Either => RawRule::Any(vec![within("carer-place"), within("recipient-place")]),
    };
    let days = offer.valid.iter().cloned().map(RawRule::Today);
    RawRule::All(days.chain([area, offer.eligibility.clone()]).collect())
}

/// The catalogue in `catalogue/`.
pub fn real() -> Made {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogue");
    let read = |path: &Path| fs::read_to_string(path).unwrap_or_else(|problem| panic!("{}: {problem}", path.display()));
    let (questions, places) = (read(&folder.join("questionnaire.json")), read(&folder.join("regions.json")));
    let listed = fs::read_dir(folder.join("partners")).expect("a folder of partners");
    let mut paths: Vec<_> = listed.map(|entry| entry.expect("a file").path()).collect();
    paths.sort();
    let partners: Vec<(String, String)> = paths.iter().map(|path| (path.display().to_string(), read(path))).collect();
    let mut made = made("the real catalogue".to_owned(), &questions, &places, &partners);
    let guide = read(&folder.join("guide.json"));
    let found = parse_guide(Source { file: "guide.json", text: &guide }, &mut made.raw);
    assert!(found.is_empty(), "{found:?}");
    Made::of(made.name, made.raw)
}

/// The real catalogue and some random ones.
pub fn all() -> Vec<Made> {
    std::iter::once(real()).chain((0..6).map(random_catalogue)).collect()
}

/// A tiny catalogue with these offers, twenty to a partner.
pub fn tiny(name: String, offers: &[Value]) -> Made {
    let file = |(number, offers): (usize, &[Value])| {
        let partner = json!({"id": format!("p{number}"), "name": {"nl": "P"}});
        (format!("partners/p{number}.json"), json!({"format": 1, "partner": partner, "offers": offers}).to_string())
    };
    let partners: Vec<(String, String)> = offers.chunks(20).enumerate().map(file).collect();
    made(name, &tiny_questions().to_string(), &tiny_places().to_string(), &partners)
}

fn made(name: String, questions: &str, places: &str, partners: &[(String, String)]) -> Made {
    let partners: Vec<Source> = partners.iter().map(|(file, text)| Source { file, text }).collect();
    let questions = Source { file: "questionnaire.json", text: questions };
    let (raw, found) = parse(questions, Source { file: "regions.json", text: places }, &partners);
    assert!(found.is_empty(), "{name}: {found:?}");
    Made::of(name, raw)
}

/// An offer for everyone everywhere, with this rule.
pub fn offer(id: &str, rule: &Value) -> Value {
    json!({
        "id": id, "name": {"nl": "A"}, "kind": "advice", "gives": {"nl": "B"}, "first_step": {"nl": "C"},
        "needs": [{"need": "money", "strength": 1}], "phases": [],
        "area": {"whose": "carer", "regions": ["aa", "bb"]}, "eligibility": rule, "conditions": [],
        "cost": {"level": "free"}, "contact": {}, "source": {"kind": "memory"}, "checked_on": null,
        "confidence": "confirmed", "unverified": []
    })
}

/// A tiny catalogue in which everything that can differ between offers does. No rule in it asks for needs.
pub fn random_catalogue(seed: u64) -> Made {
    let mut random = Random::new(seed);
    let (questions, regions): (RawQuestionnaire, RawRegions) = (parsed(tiny_questions()), parsed(tiny_places()));
    let offers: Vec<Value> = (0..60)
        .map(|number| {
            let rule = match random.below(3) {
                0 => json!({"all": []}),
                _ => any_rule(&mut random, &questions, &regions, "needs"),
            };
            let mut made = offer(&format!("o{number}"), &rule);
            let needs = random.some(&["money", "rest", "talk", "move"], 1, 3);
            let strong = |need: &&str| json!({"need": need, "strength": 1 + random.below(3)});
            made["needs"] = needs.iter().map(strong).collect();
            made["phases"] = json!(random.some(&["start", "middle", "end"], 0, 3));
            random_area_and_days(&mut random, &mut made);
            if random.chance(50) {
                made["typical_for"] = rule_without(&mut random, &questions, &regions, "needs");
            }
            if random.chance(15) {
                made["urgent_when"] = json!({"any-of": {"question": "worries", "options": ["fire", "water"]}});
            } else if random.chance(10) {
                made["urgent_when"] = rule_without(&mut random, &questions, &regions, "needs");
            }
            made["confidence"] = json!(random.pick(&["confirmed", "confirmed", "unverified"]));
            made["weak"] = json!(random.chance(15));
            made
        })
        .collect();
    tiny(format!("random catalogue {seed}"), &offers)
}

/// Gives an offer an area, often a small one, and sometimes a last day.
pub fn random_area_and_days(random: &mut Random, offer: &mut Value) {
    let area = match random.chance(40) {
        true => vec!["aa", "bb"],
        false => random.some(&["aa", "aa-n", "aa-n-p", "aa-s", "bb", "bb-p", "t1", "t4", "t8"], 1, 2),
    };
    offer["area"] = json!({"whose": random.pick(&["carer", "recipient", "either"]), "regions": area});
    if random.chance(20) {
        offer["valid"] = json!({"until": random.pick(&["2026-11-21", "2026-11-22", "2027-01-01"])});
    }
}

pub fn parsed<T: serde::de::DeserializeOwned>(value: Value) -> T {
    serde_json::from_value(value).expect("the shape of the raw catalogue")
}

pub fn tiny_questions() -> Value {
    let question = |id: &str, kind: &str, topic: &str, options: Value, more: Value| {
        let mut made = json!({"id": id, "kind": kind, "topic": topic, "text": {"nl": "T"}, "short": {"nl": "S"},
            "why": {"nl": "W"}, "options": options});
        made.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
        made
    };
    let options = |ids: &[&str]| ids.iter().map(|id| json!({"id": id, "text": {"nl": "O"}})).collect::<Vec<Value>>();
    let range = |buckets: &[(u32, u32, u8)]| {
        let option = |(from, to, weight): &(u32, u32, u8)| json!({"id": format!("{from}-to-{to}"), "from": from, "to": to, "weight": weight, "text": {"nl": "O"}});
        buckets.iter().map(option).collect::<Vec<Value>>()
    };
    let mut worries = options(&["fire", "water", "wind", "none"]);
    worries[3]["alone"] = json!(true);
    let mut strain = options(&["light", "heavy", "crushing"]);
    (strain[1]["weight"], strain[2]["weight"]) = (json!(1), json!(2));
    let eases = |needs: &[&str]| json!({"group": "load", "eased_by": needs});
    let topics: Vec<Value> = ["where", "what", "who"].iter().map(|id| json!({"id": id, "name": {"nl": "N"}})).collect();
    json!({"format": 1, "topics": topics, "questions": [
        question("carer-place", "place", "where", json!([]), json!({})),
        question("recipient-place", "place", "who", json!([]), json!({})),
        question("needs", "multi", "what", json!(options(&["money", "rest", "talk", "move"])), json!({})),
        question("phase", "single", "who", json!(options(&["start", "middle", "end"])), json!({})),
        question("strain", "single", "who", json!(strain), eases(&["money", "rest"])),
        question("worries", "multi", "what", json!(worries), json!({})),
        question("age", "range", "who", json!(range(&[(0, 3, 0), (3, 4, 0), (4, 10, 0)])), json!({})),
        question("weeks", "range", "who", json!(range(&[(5, 9, 2), (9, 12, 1), (12, 14, 0)])), eases(&["talk"])),
    ]})
}

/// Two countries and eight municipalities, some of them deeper in the tree than others.
pub fn tiny_places() -> Value {
    let place = |(id, within): &(&str, &str)| match *within {
        "" => json!({"id": id, "name": {"nl": id}}),
        within => json!({"id": id, "in": within, "name": {"nl": id}}),
    };
    let regions = [("aa", ""), ("aa-n", "aa"), ("aa-n-p", "aa-n"), ("aa-s", "aa"), ("bb", ""), ("bb-p", "bb")];
    let towns = [
        ("t1", "aa-n-p"),
        ("t2", "aa-n-p"),
        ("t3", "aa-n"),
        ("t4", "aa-s"),
        ("t5", "aa-s"),
        ("t6", "bb-p"),
        ("t7", "bb-p"),
        ("t8", "bb"),
    ];
    json!({"format": 1, "sources": [], "as_of": {},
        "regions": regions.iter().map(place).collect::<Vec<_>>(),
        "municipalities": towns.iter().map(place).collect::<Vec<_>>()})
}
