//! What the widget loads: one language, only what is valid, nothing that is for partners only.

use super::{
    Catalogue,
    parse::RawCatalogue,
    raw::{
        FORMAT, RawBundle, RawContact, RawCost, RawOffer, RawOption, RawPartner, RawPartnerFile, RawQuestion,
        RawQuestionnaire, RawRegions, RawSource, RawText, RawTopic,
    },
};
use crate::{answers::Answers, catalogue::build::text, date::Date, eligibility::Verdict, language::Language};
use serde_json::value::to_raw_value;
use std::collections::{BTreeMap, BTreeSet};

/// Bundles a catalogue for one language, as it is on the day it was built for.
///
/// Offers that have an error, or that nobody can get on that day, are left out.
pub fn bundle(
    raw: &RawCatalogue,
    catalogue: &Catalogue,
    language: Language,
    wording: BTreeMap<String, String>,
    today: Date,
) -> Option<RawBundle> {
    let (_, questionnaire) = raw.questionnaire.as_ref()?;
    let one = |text: &RawText| in_one_language(text, language);
    let mut seen = BTreeSet::new();
    let mut partners = Vec::new();
    for file in &raw.partners {
        let mut offers = Vec::new();
        for (_, offer) in &file.offers {
            let is_to_be_had = catalogue
                .find_offer(&offer.id)
                .is_some_and(|found| catalogue.offer(found).fits.verdict(&Answers::default()) != Verdict::NotMet);
            if is_to_be_had && seen.insert(&offer.id) {
                offers.extend(to_raw_value(&slim_offer(offer, &one)));
            }
        }
        if !offers.is_empty() {
            let RawPartner { id, name, .. } = &file.partner;
            let partner = RawPartner { id: id.clone(), name: one(name), website: None, about: None };
            partners.push(RawPartnerFile { schema: None, format: FORMAT, partner, offers });
        }
    }
    Some(RawBundle {
        format: FORMAT,
        language: language.tag().to_owned(),
        made_on: today.to_string(),
        wording,
        questionnaire: slim_questionnaire(questionnaire, &one),
        partners,
    })
}

/// The places without what only editors need.
pub fn places(raw: &RawCatalogue) -> Option<RawRegions> {
    let (_, regions) = raw.regions.as_ref()?;
    Some(RawRegions { schema: None, about: None, ..regions.clone() })
}

fn in_one_language(raw: &RawText, language: Language) -> RawText {
    let said = text(raw).said(language);
    let mut one = RawText::default();
    let field = match said.language {
        Language::Nl => &mut one.nl,
        Language::NlBe => &mut one.nl_be,
        Language::NlNl => &mut one.nl_nl,
        Language::Fr => &mut one.fr,
        Language::De => &mut one.de,
        Language::En => &mut one.en,
    };
    *field = Some(said.text);
    one
}

fn slim_offer(offer: &RawOffer, one: &impl Fn(&RawText) -> RawText) -> RawOffer {
    let RawContact { phone, email, website } = &offer.contact;
    RawOffer {
        name: one(&offer.name),
        gives: one(&offer.gives),
        first_step: one(&offer.first_step),
        conditions: offer.conditions.iter().map(one).collect(),
        cost: RawCost { level: offer.cost.level, note: offer.cost.note.as_ref().map(one) },
        contact: RawContact { phone: phone.clone(), email: email.clone(), website: website.clone() },
        source: RawSource { url: offer.source.url.clone(), more: Vec::new(), kind: offer.source.kind },
        doubt: offer.doubt.as_ref().map(one),
        note: None,
        ..offer.clone()
    }
}

fn slim_questionnaire(questionnaire: &RawQuestionnaire, one: &impl Fn(&RawText) -> RawText) -> RawQuestionnaire {
    let topics = questionnaire.topics.iter().map(|topic| RawTopic { id: topic.id.clone(), name: one(&topic.name) });
    let option = |option: &RawOption| RawOption {
        text: one(&option.text),
        short: option.short.as_ref().map(one),
        ..option.clone()
    };
    let question = |question: &RawQuestion| RawQuestion {
        text: one(&question.text),
        short: one(&question.short),
        hint: question.hint.as_ref().map(one),
        why: one(&question.why),
        options: question.options.iter().map(option).collect(),
        ..question.clone()
    };
    RawQuestionnaire {
        schema: None,
        format: questionnaire.format,
        about: None,
        topics: topics.collect(),
        questions: questionnaire.questions.iter().map(question).collect(),
    }
}
