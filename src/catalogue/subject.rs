//! What a check looks at: a catalogue as written beside the same catalogue as built.

use super::{
    Catalogue, Offer,
    build::{Names, text},
    diagnostic::Spot,
    overlay::{self, Overlay},
    parse::{RawCatalogue, RawPartnerOffers},
    raw::{RawOffer, RawQuestion, RawRegion, RawRule, RawText, RawTip},
    translation::Translated,
};
use crate::{
    date::Date,
    eligibility::Diagram,
    language::{Language, Text},
    rule::Rule,
};
use std::{
    cell::{OnceCell, RefCell},
    collections::BTreeMap,
};

mod guide;

/// What a check looks at.
pub struct Subject<'a> {
    /// The catalogue as written.
    pub raw: &'a RawCatalogue,
    /// The catalogue as built: without the offers that have an error.
    pub catalogue: &'a Catalogue,
    /// The day on which it is checked.
    pub today: Date,
    /// Its texts, gathered once for all checks.
    texts: OnceCell<Vec<Written<'a>>>,
    sentences: OnceCell<Vec<(Spot<'a>, String)>>,
    rules: OnceCell<Vec<Placed<'a>>>,
    /// Rules looked at before: offers share many.
    impossible: RefCell<BTreeMap<Rule, bool>>,
}

/// A text and the field it stands in.
pub struct Written<'a> {
    /// Where it is written.
    pub spot: Spot<'a>,
    /// The field.
    pub field: Field,
    /// The text in every language it has.
    pub text: Text,
}

/// The fields that hold a text for caregivers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is named as in the files")]
pub enum Field {
    PartnerName,
    About,
    OfferName,
    Gives,
    FirstStep,
    Condition,
    CostNote,
    Doubt,
    TopicName,
    Question,
    Short,
    Hint,
    Why,
    Choice,
    Says,
    PlaceName,
    Heading,
    Passage,
}

/// A rule of an offer, and the rules that hold for everyone it is about.
pub struct Placed<'a> {
    /// Where it is written.
    pub spot: Spot<'a>,
    /// The rule.
    pub rule: Rule,
    /// Whether it says who the offer is for.
    pub is_eligibility: bool,
    /// Who it must tell apart: everyone in the area; for `typical_for`, whoever the offer is for.
    pub among: Rule,
    /// Who must be able to meet it: whoever the offer is for; for `eligibility`, everyone in the area.
    pub within: Rule,
}

impl Field {
    /// Whether it holds whole sentences.
    pub fn has_sentences(self) -> bool {
        match self {
            Self::About | Self::Gives | Self::FirstStep | Self::Condition | Self::CostNote | Self::Doubt => true,
            Self::Hint | Self::Why | Self::Says | Self::Passage => true,
            Self::PartnerName | Self::OfferName | Self::TopicName | Self::PlaceName => false,
            Self::Question | Self::Short | Self::Choice | Self::Heading => false,
        }
    }
}

impl Written<'_> {
    /// The words in each language, with their own spot.
    pub fn words(&self) -> impl Iterator<Item = (Spot<'_>, &str)> {
        self.text.all().map(|(language, words)| (self.spot.at(language.tag()), words))
    }
}

impl<'a> Subject<'a> {
    /// A catalogue as written and as built, to be looked at on a day.
    pub fn new(raw: &'a RawCatalogue, catalogue: &'a Catalogue, today: Date) -> Self {
        Self {
            raw,
            catalogue,
            today,
            texts: OnceCell::new(),
            sentences: OnceCell::new(),
            rules: OnceCell::new(),
            impossible: RefCell::default(),
        }
    }

    /// Each partner as written, with its spot.
    pub fn partners(&self) -> impl Iterator<Item = (Spot<'a>, &'a RawPartnerOffers)> {
        self.raw.partners.iter().map(|partner| (partner.spot(), partner))
    }

    /// Each offer that could be read.
    pub fn offers(&self) -> impl Iterator<Item = (Spot<'a>, &'a RawOffer)> {
        self.raw.partners.iter().flat_map(RawPartnerOffers::offers)
    }

    /// Each offer that was built, beside what was written. Offers that share an id are left out.
    pub fn built(&self) -> impl Iterator<Item = (Spot<'a>, &'a RawOffer, &'a Offer)> {
        let mut times: BTreeMap<&str, usize> = BTreeMap::new();
        for (_, offer) in self.offers() {
            *times.entry(&offer.id).or_default() += 1;
        }
        let catalogue = self.catalogue;
        self.offers()
            .filter(move |(_, raw)| times.get(raw.id.as_str()) == Some(&1))
            .filter_map(|(spot, raw)| Some((spot, raw, catalogue.offer(catalogue.find_offer(&raw.id)?))))
    }

    /// Each question as written.
    pub fn questions(&self) -> impl Iterator<Item = (Spot<'a>, &'a RawQuestion)> {
        self.raw.questionnaire.iter().flat_map(|(file, questionnaire)| {
            let list = Spot::file(file).at("questions");
            questionnaire.questions.iter().enumerate().map(move |(position, question)| (list.at(position), question))
        })
    }

    /// Each region and municipality as written.
    pub fn places(&self) -> impl Iterator<Item = (Spot<'a>, &'a RawRegion)> {
        self.raw.regions.iter().flat_map(|(file, regions)| {
            [("regions", &regions.regions), ("municipalities", &regions.municipalities)].into_iter().flat_map(
                move |(key, list)| {
                    let spot = Spot::file(file).at(key);
                    list.iter().enumerate().map(move |(position, region)| (spot.at(position), region))
                },
            )
        })
    }

    /// Each tip of the guide as written.
    pub fn tips(&self) -> impl Iterator<Item = (Spot<'a>, &'a RawTip)> {
        self.raw.guide.iter().flat_map(|(file, guide)| {
            let list = Spot::file(file).at("phases");
            guide.phases.iter().enumerate().flat_map(move |(position, phase)| {
                let list = list.at(position).at("tips");
                phase.tips.iter().enumerate().map(move |(position, tip)| (list.at(position), tip))
            })
        })
    }

    /// Each rule as written, in every part of an offer that has one.
    pub fn written_rules(&self) -> impl Iterator<Item = (Spot<'a>, &'a RawRule)> {
        self.offers().flat_map(|(spot, offer)| rules_of(&spot, offer))
    }

    /// Each rule that was built and doesn't hang on the day, with what holds for everyone it is asked about.
    /// Left out are rules of offers that nobody is asked about.
    pub fn rules(&self) -> &[Placed<'a>] {
        self.rules.get_or_init(|| self.placed())
    }

    fn placed(&self) -> Vec<Placed<'a>> {
        let names = self.names();
        let mut placed = Vec::new();
        for (spot, raw, offer) in self.built() {
            let area = names.area(&offer.area);
            let Some(eligibility) = names.rule(&raw.eligibility) else { continue };
            let whole = Rule::All(vec![area.clone(), eligibility]);
            for (spot, written) in rules_of(&spot, raw) {
                let is_eligibility = std::ptr::eq(written, &raw.eligibility);
                let is_typical = raw.typical_for.as_ref().is_some_and(|typical| std::ptr::eq(written, typical));
                let within = if is_eligibility { &area } else { &whole };
                let among = if is_typical { &whole } else { &area };
                let by_day = hangs_on_the_day(&spot, written) || hangs_on_the_day(&spot, &raw.eligibility);
                if let Some(rule) = names.rule(written)
                    && !by_day
                    && !self.is_impossible(within)
                {
                    placed.push(Placed { spot, rule, is_eligibility, among: among.clone(), within: within.clone() });
                }
            }
        }
        placed
    }

    /// Whether no way of answering meets the rule.
    pub fn is_impossible(&self, rule: &Rule) -> bool {
        if let Some(known) = self.impossible.borrow().get(rule) {
            return *known;
        }
        let found = self.compile(rule).is_some_and(|diagram| diagram.is_never());
        self.impossible.borrow_mut().insert(rule.clone(), found);
        found
    }

    /// The rule compiled, unless it is too wide.
    pub fn compile(&self, rule: &Rule) -> Option<Diagram> {
        let names = self.names();
        Diagram::compile(rule, |question| names.domain(question)).ok()
    }

    /// Every text for caregivers.
    pub fn texts(&self) -> &[Written<'a>] {
        self.texts.get_or_init(|| self.gathered())
    }

    fn gathered(&self) -> Vec<Written<'a>> {
        let mut texts = Vec::new();
        let mut add = |spot: Spot<'a>, field, raw: &RawText| texts.push(Written { spot, field, text: text(raw) });
        for (spot, partner) in self.partners() {
            add(spot.at("name"), Field::PartnerName, &partner.partner.name);
            partner.partner.about.iter().for_each(|about| add(spot.at("about"), Field::About, about));
        }
        for (spot, offer) in self.offers() {
            add(spot.at("name"), Field::OfferName, &offer.name);
            add(spot.at("gives"), Field::Gives, &offer.gives);
            add(spot.at("first_step"), Field::FirstStep, &offer.first_step);
            for (position, condition) in offer.conditions.iter().enumerate() {
                add(spot.at("conditions").at(position), Field::Condition, condition);
            }
            offer.cost.note.iter().for_each(|note| add(spot.at("cost").at("note"), Field::CostNote, note));
            offer.doubt.iter().for_each(|doubt| add(spot.at("doubt"), Field::Doubt, doubt));
        }
        for (spot, reword) in self.raw.overlays.iter().flat_map(Overlay::rewords) {
            add(spot.at("says"), overlay::field(reword.field), &reword.says);
        }
        if let Some((file, questionnaire)) = &self.raw.questionnaire {
            for (position, topic) in questionnaire.topics.iter().enumerate() {
                add(Spot::file(file).at("topics").at(position).at("name"), Field::TopicName, &topic.name);
            }
        }
        for (spot, question) in self.questions() {
            add(spot.at("text"), Field::Question, &question.text);
            add(spot.at("short"), Field::Short, &question.short);
            question.hint.iter().for_each(|hint| add(spot.at("hint"), Field::Hint, hint));
            add(spot.at("why"), Field::Why, &question.why);
            for (position, option) in question.options.iter().enumerate() {
                let spot = spot.at("options").at(position);
                add(spot.at("text"), Field::Choice, &option.text);
                option.short.iter().for_each(|short| add(spot.at("short"), Field::Short, short));
                option.says.iter().for_each(|says| add(spot.at("says"), Field::Says, says));
            }
        }
        for (spot, region) in self.places() {
            add(spot.at("name"), Field::PlaceName, &region.name);
        }
        if let Some((file, guide)) = &self.raw.guide {
            for (spot, field, text) in guide::gather(guide, &Spot::file(file)).texts {
                add(spot, field, text);
            }
        }
        texts
    }

    /// The Dutch texts in which we speak to a caregiver, or give them words to say; and their own spots.
    /// The questions are left out: their wording is agreed.
    pub fn dutch_sentences(&self) -> &[(Spot<'a>, String)] {
        self.sentences.get_or_init(|| self.dutch())
    }

    fn dutch(&self) -> Vec<(Spot<'a>, String)> {
        let of_offers = [Field::Gives, Field::FirstStep, Field::Condition, Field::CostNote, Field::Doubt];
        let beside_them = [Field::Says, Field::Heading, Field::Passage];
        let is_spoken = |field: &Field| of_offers.contains(field) || beside_them.contains(field);
        let texts = self.texts().iter().filter(|written| is_spoken(&written.field));
        texts
            .flat_map(|written| {
                let is_for_all =
                    |language: &Language| language.is_kin_of(Language::Nl) && *language != Language::NlYoung;
                let dutch = written.text.all().filter(|(language, _)| is_for_all(language));
                let sentences = dutch.map(|(language, words)| (written.spot.at(language.tag()), words.to_owned()));
                sentences.collect::<Vec<_>>()
            })
            .collect()
    }

    /// The words of the translations, each with its language and its own spot.
    pub fn translations(&self) -> impl Iterator<Item = (Spot<'a>, Language, &'a str)> {
        let texts = self.raw.languages.iter().flat_map(Translated::texts);
        texts.flat_map(|(spot, text)| {
            let others = text.all().filter(|(language, _)| *language != Language::Nl);
            others.map(|(language, words)| (spot.at(language.tag()), language, words)).collect::<Vec<_>>()
        })
    }

    fn names(&self) -> Names<'a> {
        let Self { catalogue, today, .. } = self;
        Names {
            questionnaire: catalogue.questionnaire(),
            regions: catalogue.regions(),
            landmarks: catalogue.landmarks(),
            today: *today,
        }
    }
}

/// Calls `see` for a rule and every part of it, each with its spot.
pub fn visit<'a, 'r>(spot: &Spot<'a>, rule: &'r RawRule, see: &mut impl FnMut(&Spot<'a>, &'r RawRule)) {
    see(spot, rule);
    let mut parts = |spot: Spot<'a>, parts: &'r [RawRule]| {
        parts.iter().enumerate().for_each(|(position, part)| visit(&spot.at(position), part, see));
    };
    match rule {
        RawRule::All(list) => parts(spot.at("all"), list),
        RawRule::Any(list) => parts(spot.at("any"), list),
        RawRule::Not(part) => visit(&spot.at("not"), part, see),
        RawRule::Is(_) | RawRule::AnyOf(_) | RawRule::AllOf(_) | RawRule::AtLeast(_) => {}
        RawRule::Below(_) | RawRule::PlaceIn(_) | RawRule::Today(_) => {}
    }
}

fn rules_of<'a>(spot: &Spot<'a>, offer: &'a RawOffer) -> Vec<(Spot<'a>, &'a RawRule)> {
    let eligibility = [(spot.at("eligibility"), &offer.eligibility)].into_iter();
    let typical = offer.typical_for.iter().map(|rule| (spot.at("typical_for"), rule));
    let urgent = offer.urgent_when.iter().map(|rule| (spot.at("urgent_when"), rule));
    eligibility.chain(typical).chain(urgent).collect()
}

fn hangs_on_the_day(spot: &Spot, rule: &RawRule) -> bool {
    let mut found = false;
    visit(spot, rule, &mut |_, part| found |= matches!(part, RawRule::Today(_)));
    found
}
