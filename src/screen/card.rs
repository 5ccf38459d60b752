//! One offer as a caregiver sees it.

use super::Maker;
use crate::{
    answers::Known,
    catalogue::{Confidence, CostLevel, Freshness, Offer, OfferIndex, OfferKind, Part},
    contact,
    eligibility::Verdict,
    explanation::{Explanation, explain},
    language::Said,
    matching::Match,
    questionnaire::{Kind, QuestionIndex},
    wording::Phrase,
};

/// One offer.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// For deeds.
    pub offer: OfferIndex,
    /// For hooks.
    pub id: String,
    /// Its place among all that is shown, from 1; 0 outside the results.
    pub rank: usize,
    /// Met, or unknown.
    pub verdict: Verdict,
    /// What it is called.
    pub name: Said,
    /// Who offers it.
    pub partner: Said,
    /// What kind of help it is.
    pub kind: String,
    /// Whether it is an offer of the caregiver's own municipality.
    pub is_near: bool,
    /// What one gets.
    pub gives: Said,
    /// What to do first.
    pub first_step: Said,
    /// The answers that make it fit, each as 'label: answer'.
    pub reasons: Vec<String>,
    /// What decides whether it fits.
    pub hinges: Vec<Hinge>,
    /// What the caregiver must check.
    pub conditions: Vec<Said>,
    /// What it costs; none where the question makes no sense.
    pub cost: Option<Said>,
    /// More about the cost.
    pub cost_note: Option<Said>,
    /// Telephone.
    pub phone: Option<Phone>,
    /// Website.
    pub website: Option<Link>,
    /// Mailbox.
    pub mail: Option<Link>,
    /// Where the facts were read, and when.
    pub source: String,
    /// The page of the source.
    pub source_link: Option<String>,
    /// What no source confirmed, in a sentence.
    pub unverified: Option<String>,
    /// What to know about the doubts.
    pub doubt: Option<Said>,
    /// Other chosen needs it helps with.
    pub also_for: Option<String>,
    /// The answers that make it not fit, each as 'label: answer'.
    pub misses: Vec<String>,
    /// Whether it is in the plan.
    pub is_planned: bool,
}

/// A question that decides.
#[derive(Clone, Debug, PartialEq)]
pub struct Hinge {
    /// What decides, in short.
    pub label: String,
    /// The question to go to, its id and the words on the button; none when it was answered as exactly as it can be.
    pub ask: Option<(QuestionIndex, String, String)>,
}

/// A telephone number.
#[derive(Clone, Debug, PartialEq)]
pub struct Phone {
    /// The words on the link.
    pub label: String,
    /// The address that dials it; none when the number isn't one.
    pub href: Option<String>,
}

/// An address.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The words on the link.
    pub label: String,
    /// Where it leads.
    pub href: String,
}

impl Maker<'_> {
    /// A ranked offer in full.
    pub(super) fn card(&self, found: &Match, rank: usize, under: Option<usize>) -> Card {
        let mut card = self.line(found.offer);
        card.rank = rank;
        // What an offer hangs on is known from matching; to work it out again takes a look at all rules.
        let why = match found.verdict {
            Verdict::Unknown => Explanation::HangsOn(found.depends_on.iter().collect()),
            Verdict::Met | Verdict::NotMet => explain(self.catalogue, self.answers, found.offer),
        };
        self.explain(&mut card, why);
        let others: Vec<String> = found
            .needs
            .best_first()
            .into_iter()
            .filter(|need| Some(*need) != under)
            .map(|need| self.need(need).text)
            .collect();
        if under.is_some() && !others.is_empty() {
            card.also_for = Some(self.wording.fill(Phrase::AlsoFor, &[("needs", &self.wording.list(&others))]));
        }
        card
    }

    /// An offer by itself, in full.
    pub(super) fn full(&self, index: OfferIndex) -> Card {
        let mut card = self.line(index);
        self.explain(&mut card, explain(self.catalogue, self.answers, index));
        card
    }

    fn explain(&self, card: &mut Card, why: Explanation) {
        match why {
            Explanation::Fits(questions) => {
                card.reasons = self.reasons(&questions);
                card.is_near = self.catalogue.brief(card.offer).near == 3;
            }
            Explanation::HangsOn(questions) => {
                card.verdict = Verdict::Unknown;
                card.hinges = questions.into_iter().map(|question| self.hinge(question)).collect();
            }
            Explanation::DoesNotFit(questions) => {
                card.verdict = Verdict::NotMet;
                card.misses = self.reasons(&questions);
            }
        }
    }

    /// An offer without a reason: on top of a screen, or among the lines to call.
    pub(super) fn line(&self, index: OfferIndex) -> Card {
        let offer = self.catalogue.offer(index);
        let language = self.wording.language();
        let website = offer.contact.website.as_deref().and_then(contact::website);
        let mail = offer.contact.email.as_deref();
        Card {
            offer: index,
            id: offer.id.as_str().to_owned(),
            rank: 0,
            verdict: Verdict::Met,
            name: offer.name.said(language),
            partner: self.by(offer),
            kind: self.wording.kind(offer.kind).to_owned(),
            is_near: false,
            gives: offer.gives.said(language),
            first_step: offer.first_step.said(language),
            reasons: Vec::new(),
            hinges: Vec::new(),
            conditions: offer.conditions.iter().map(|condition| condition.said(language)).collect(),
            cost: self.cost(offer),
            cost_note: offer.cost.note.as_ref().map(|note| note.said(language)),
            phone: offer.contact.phone.as_deref().map(|phone| self.phone(offer, phone)),
            website: website
                .map(|href| Link { label: self.wording.say(Phrase::Visit).to_owned(), href: href.to_owned() }),
            mail: mail.and_then(|address| {
                let label = self.wording.fill(Phrase::Mail, &[("address", address)]);
                Some(Link { label, href: contact::mail(address)? })
            }),
            source: self.source(offer),
            source_link: offer.source.url.as_deref().and_then(contact::website).map(str::to_owned),
            unverified: self.unverified(offer),
            doubt: offer.doubt.as_ref().map(|doubt| doubt.said(language)),
            also_for: None,
            misses: Vec::new(),
            is_planned: self.plan.has(index),
        }
    }

    /// What money or a right costs is no question, unless a source says something about it.
    fn cost(&self, offer: &Offer) -> Option<Said> {
        let is_right = matches!(offer.kind, OfferKind::Allowance | OfferKind::Leave | OfferKind::Right);
        let is_idle = is_right && offer.cost.level == CostLevel::Unknown && offer.cost.note.is_none();
        (!is_idle).then(|| self.said(self.wording.cost(offer.cost.level)))
    }

    fn by(&self, offer: &Offer) -> Said {
        // A name is a name in any language.
        let partner = self.catalogue.partner(offer).name.words(self.language());
        self.said(&self.wording.fill(Phrase::By, &[("partner", partner)]))
    }

    /// The heading of a need.
    pub(super) fn need(&self, need: usize) -> Said {
        let options = &self.catalogue.questionnaire().get(self.catalogue.landmarks().needs).options;
        let name =
            options.get(need).map(|option| option.short.as_ref().unwrap_or(&option.text).said(self.wording.language()));
        name.unwrap_or_else(|| self.said(""))
    }

    pub(super) fn reasons(&self, questions: &[QuestionIndex]) -> Vec<String> {
        let reason = |question: &QuestionIndex| {
            Some([&self.label(*question), ": ", &self.told(self.answers, *question)?].concat())
        };
        questions.iter().filter_map(reason).collect()
    }

    fn label(&self, question: QuestionIndex) -> String {
        self.catalogue.questionnaire().get(question).short.words(self.wording.language()).to_owned()
    }

    /// An answered range is as exact as it can be; a place can still be made more exact.
    fn hinge(&self, question: QuestionIndex) -> Hinge {
        let label = self.label(question);
        let is_place = self.catalogue.questionnaire().get(question).kind == Kind::Place;
        let can_ask = is_place || self.answers.known(question) == Known::Nothing;
        let id = self.catalogue.questionnaire().get(question).id.as_str().to_owned();
        let ask = can_ask.then(|| (question, id, self.wording.fill(Phrase::AskThis, &[("label", &label)])));
        let label = if can_ask { label } else { self.wording.fill(Phrase::HangsOnPrecise, &[("label", &label)]) };
        Hinge { label, ask }
    }

    fn phone(&self, offer: &Offer, phone: &str) -> Phone {
        let phrase = if offer.unverified.contains(&Part::Phone) { Phrase::CallUnverified } else { Phrase::Call };
        Phone { label: self.wording.fill(phrase, &[("phone", phone)]), href: contact::dial(phone) }
    }

    fn source(&self, offer: &Offer) -> String {
        let source = self.wording.source(offer.source.kind);
        match offer.checked_on {
            Some(date) => {
                let is_fresh = matches!(offer.freshness, Freshness::Until(_));
                let phrase = if is_fresh { Phrase::SourceFrom } else { Phrase::SourceOverdue };
                self.wording.fill(phrase, &[("source", source), ("date", &self.wording.date(date))])
            }
            None => self.wording.fill(Phrase::SourceUndated, &[("source", source)]),
        }
    }

    fn unverified(&self, offer: &Offer) -> Option<String> {
        if offer.confidence == Confidence::Unverified {
            return Some(self.wording.say(Phrase::NotConfirmed).to_owned());
        }
        // What an offer helps with and when is our own judgement, and where it was read stands below.
        let matters = |part: &&Part| !matches!(part, Part::Needs | Part::Phases | Part::Source);
        let parts = offer.unverified.iter().filter(matters);
        let parts: Vec<String> = parts.map(|part| self.wording.part(*part).to_owned()).collect();
        let sentence = || self.wording.fill(Phrase::Unverified, &[("parts", &self.wording.list(&parts))]);
        (!parts.is_empty()).then(sentence)
    }
}
