//! Questions without work, options no rule tells apart, and rules that overlap or decide nothing.

use crate::{
    answers::{Answers, Chosen},
    catalogue::{
        Catalogue, Offer, OfferIndex,
        build::Names,
        check::CHECKS,
        diagnostic::{Diagnostic, Place},
        parse::RawCatalogue,
        raw::RawOffer,
        subject::Subject,
    },
    date::Date,
    matching::{load_questions, loads},
    questionnaire::{Kind, QuestionIndex},
    rule::Rule,
    span::Span,
};

/// What there is to say about the rules of some offers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// Questions that none of these rules uses, and whether they still help to put offers in order.
    pub unused: Vec<(QuestionIndex, bool)>,
    /// Options that none of these rules tells apart, in groups.
    pub alike: Vec<(QuestionIndex, Vec<Vec<usize>>)>,
    /// Offers of one partner or kind, for the same needs, with the same rule and area.
    pub same: Vec<Vec<OfferIndex>>,
    /// Offers of one partner and kind with a need in common: whoever gets the first always gets the second too, though
    /// that isn't for everyone.
    pub implied: Vec<(OfferIndex, OfferIndex)>,
    /// Rules that decide nothing.
    pub dead: Vec<Dead>,
    /// Rules with a part that changes nothing, and the field each stands in.
    pub idle: Vec<(OfferIndex, String)>,
}

/// A rule that decides nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dead {
    /// The offer.
    pub offer: OfferIndex,
    /// The field the rule stands in.
    pub field: &'static str,
    /// Everyone meets it; otherwise nobody does.
    pub always: bool,
}

struct Ruled<'a> {
    index: OfferIndex,
    offer: &'a Offer,
    /// Area, days and eligibility as one rule.
    whole: Rule,
    /// Whether its eligibility says more than 'everyone'.
    asks_something: bool,
}

/// Looks through the rules of these offers.
pub fn findings(catalogue: &Catalogue, raw: &RawCatalogue, today: Date, offers: &[OfferIndex]) -> Findings {
    let subject = Subject::new(raw, catalogue, today);
    let names = Names {
        questionnaire: catalogue.questionnaire(),
        regions: catalogue.regions(),
        landmarks: catalogue.landmarks(),
        today,
    };
    let mut ruled = Vec::new();
    let mut rules: Vec<Rule> = Vec::new();
    let mut dead = Vec::new();
    for (_, written, offer) in subject.built() {
        let Some(index) = catalogue.find_offer(&written.id).filter(|index| offers.contains(index)) else { continue };
        let area = names.area(&offer.area);
        let whole = Rule::All(vec![area.clone(), names.today_in(offer.valid), rule(&names, &written.eligibility)]);
        rules.extend(rules_of(&names, written));
        dead.extend(dead_rules(&subject, &names, index, written, &area, &whole));
        let asks_something = !says_everyone(&rule(&names, &written.eligibility));
        ruled.push(Ruled { index, offer, whole, asks_something });
    }
    Findings {
        unused: unused(catalogue, &rules, offers),
        alike: alike(catalogue, &rules),
        same: same(&subject, catalogue, &ruled),
        implied: implied(&subject, &ruled),
        dead,
        idle: idle(&subject, offers),
    }
}

/// What the checks of that name find, by offer.
fn idle(subject: &Subject, offers: &[OfferIndex]) -> Vec<(OfferIndex, String)> {
    let mut found = Vec::new();
    for check in CHECKS.iter().filter(|check| ["idle-part", "idle-question"].contains(&check.code)) {
        (check.run)(subject, &mut found);
    }
    let place = |one: Diagnostic| {
        let Place::Pointer(pointer) = one.place else { return None };
        let mut steps = pointer.strip_prefix("/offers/")?.split('/');
        let position: usize = steps.next()?.parse().ok()?;
        let file = subject.raw.partners.iter().find(|partner| partner.file == one.file)?;
        let (_, offer) = file.offers.iter().find(|(other, _)| *other == position)?;
        let index = subject.catalogue.find_offer(&offer.id).filter(|index| offers.contains(index))?;
        Some((index, steps.next()?.to_owned()))
    };
    let mut idle: Vec<(OfferIndex, String)> = found.into_iter().filter_map(place).collect();
    idle.sort();
    idle.dedup();
    idle
}

fn rule(names: &Names, written: &crate::catalogue::raw::RawRule) -> Rule {
    names.rule(written).unwrap_or(Rule::Fixed(true))
}

fn rules_of(names: &Names, written: &RawOffer) -> Vec<Rule> {
    let others = written.typical_for.iter().chain(&written.urgent_when);
    [&written.eligibility].into_iter().chain(others).map(|written| rule(names, written)).collect()
}

fn dead_rules(
    subject: &Subject,
    names: &Names,
    offer: OfferIndex,
    written: &RawOffer,
    area: &Rule,
    whole: &Rule,
) -> Vec<Dead> {
    let parts = [
        ("eligibility", Some(&written.eligibility), area, area),
        ("typical_for", written.typical_for.as_ref(), whole, whole),
        // An offer that is always urgent for whom it is, says just that.
        ("urgent_when", written.urgent_when.as_ref(), whole, area),
    ];
    let judge = |(field, written, within, among): (&'static str, Option<&_>, &Rule, &Rule)| {
        let rule = rule(names, written?);
        let meets = Rule::All(vec![within.clone(), rule.clone()]);
        let misses = Rule::All(vec![among.clone(), Rule::Not(Box::new(rule.clone()))]);
        if subject.is_impossible(&meets) {
            Some(Dead { offer, field, always: false })
        } else if !says_everyone(&rule) && subject.is_impossible(&misses) {
            Some(Dead { offer, field, always: true })
        } else {
            None
        }
    };
    parts.into_iter().filter_map(judge).collect()
}

/// No rule at all is the way to say 'everyone'.
fn says_everyone(rule: &Rule) -> bool {
    matches!(rule, Rule::All(parts) if parts.is_empty())
}

fn unused(catalogue: &Catalogue, rules: &[Rule], offers: &[OfferIndex]) -> Vec<(QuestionIndex, bool)> {
    let landmarks = catalogue.landmarks();
    let known = [landmarks.needs, landmarks.phase, landmarks.carer_place, landmarks.recipient_place];
    let asked: Vec<QuestionIndex> = rules.iter().flat_map(Rule::questions).collect();
    let loads = loads(catalogue, &Answers::default());
    let weighs: Vec<QuestionIndex> =
        offers.iter().flat_map(|index| load_questions(&loads, catalogue.brief(*index).needs)).collect();
    let questions = catalogue.questionnaire().iter().map(|(index, _)| index);
    questions
        .filter(|index| !known.contains(index) && !asked.contains(index))
        .map(|index| (index, weighs.contains(&index)))
        .collect()
}

/// Options that every leaf of every rule treats the same. Needs, phases and what weighs on someone have another use.
fn alike(catalogue: &Catalogue, rules: &[Rule]) -> Vec<(QuestionIndex, Vec<Vec<usize>>)> {
    let landmarks = catalogue.landmarks();
    let mut found = Vec::new();
    for (index, question) in catalogue.questionnaire().iter() {
        let is_used = rules.iter().any(|rule| rule.questions().contains(&index));
        if !is_used || index == landmarks.needs || index == landmarks.phase || question.kind == Kind::Place {
            continue;
        }
        if !question.eased_by.is_empty() {
            continue;
        }
        let mut groups: Vec<(Vec<Treated>, Vec<usize>)> = Vec::new();
        for (position, option) in question.options.iter().enumerate() {
            let mut treated = Vec::new();
            for rule in rules {
                rule.visit(&mut |leaf| treated.extend(treats(leaf, index, position, option.span)));
            }
            match groups.iter_mut().find(|(other, _)| *other == treated) {
                Some((_, options)) => options.push(position),
                None => groups.push((treated, vec![position])),
            }
        }
        let groups: Vec<Vec<usize>> =
            groups.into_iter().map(|(_, options)| options).filter(|options| options.len() > 1).collect();
        if !groups.is_empty() {
            found.push((index, groups));
        }
    }
    found
}

/// Whether a leaf may hold for an option, and whether it must.
type Treated = (bool, bool);

/// How a leaf treats an option.
fn treats(leaf: &Rule, question: QuestionIndex, option: usize, span: Span) -> Option<Treated> {
    let bit: Chosen = 1 << option;
    match leaf {
        Rule::Within(about, spans) if *about == question => {
            Some((spans.iter().any(|one| one.meets(span)), spans.iter().any(|one| one.covers(span))))
        }
        Rule::AnyOf(about, options) | Rule::AllOf(about, options) if *about == question => {
            Some((options & bit != 0, options & bit != 0))
        }
        Rule::Within(..) | Rule::AnyOf(..) | Rule::AllOf(..) => None,
        Rule::Fixed(_) | Rule::All(_) | Rule::Any(_) | Rule::Not(_) => None,
    }
}

fn same(subject: &Subject, catalogue: &Catalogue, ruled: &[Ruled]) -> Vec<Vec<OfferIndex>> {
    let needs = |offer: &Offer| {
        let mut needs: Vec<usize> = offer.needs.iter().map(|(need, _)| *need).collect();
        needs.sort_unstable();
        needs
    };
    let akin = |one: &Offer, other: &Offer| one.partner == other.partner || one.kind == other.kind;
    let mut groups: Vec<Vec<&Ruled>> = Vec::new();
    for one in ruled {
        let is_like = |group: &&mut Vec<&Ruled>| {
            group.iter().all(|other| akin(one.offer, other.offer) && needs(one.offer) == needs(other.offer))
                && group.first().is_some_and(|other| implies(subject, one, other) && implies(subject, other, one))
        };
        match groups.iter_mut().find(is_like) {
            Some(group) => group.push(one),
            None => groups.push(vec![one]),
        }
    }
    let mut same: Vec<Vec<OfferIndex>> = groups
        .into_iter()
        .filter(|group| group.len() > 1)
        .map(|group| group.into_iter().map(|one| one.index).collect())
        .collect();
    // Two offers of one partner are more likely one offer than two of one kind.
    same.sort_by_key(|group| {
        let partners: std::collections::BTreeSet<usize> =
            group.iter().map(|index| catalogue.offer(*index).partner).collect();
        (partners.len() > 1, std::cmp::Reverse(group.len()), group.clone())
    });
    same
}

fn implied(subject: &Subject, ruled: &[Ruled]) -> Vec<(OfferIndex, OfferIndex)> {
    let mut found = Vec::new();
    for narrow in ruled {
        for wide in ruled {
            let (one, other) = (narrow.offer, wide.offer);
            let shares = one.needs.iter().any(|(need, _)| other.needs.iter().any(|(same, _)| same == need));
            let akin = one.partner == other.partner && one.kind == other.kind && shares;
            if narrow.index != wide.index
                && akin
                && wide.asks_something
                && implies(subject, narrow, wide)
                && !implies(subject, wide, narrow)
            {
                found.push((narrow.index, wide.index));
            }
        }
    }
    found
}

/// Whether whoever gets the first offer gets the second too; no offer at all is got by nobody, and implies nothing.
fn implies(subject: &Subject, one: &Ruled, other: &Ruled) -> bool {
    let differs = Rule::All(vec![one.whole.clone(), Rule::Not(Box::new(other.whole.clone()))]);
    !subject.is_impossible(&one.whole) && subject.is_impossible(&differs)
}
