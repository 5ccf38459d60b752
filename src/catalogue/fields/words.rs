//! The words of the closed lists, and what they mean.

use super::{Meaning, Said};

/// The words of `list`, each as `word: Dutch, English`.
macro_rules! lists {
    ($($list:literal { $($word:literal: $nl:literal, $en:literal;)+ })+) => {
        &[$($(Meaning { list: $list, word: $word, says: Said { nl: $nl, en: $en } }),+),+]
    };
}

/// Every word of every closed list.
pub const WORDS: &[Meaning] = lists! {
    "offers/kind" {
        "allowance": "geld dat men kan aanvragen", "money to apply for";
        "leave": "verlof", "time off work";
        "right": "een recht of een statuut", "a right or a status";
        "respite": "iemand neemt de zorg even over", "someone takes over for a while";
        "helpline": "bellen of chatten", "someone to call or chat with";
        "advice": "advies en uitleg van mensen", "advice and information from people";
        "peer-support": "lotgenoten ontmoeten", "meeting others in the same situation";
        "training": "leren en oefenen", "a course";
        "practical-help": "praktische hulp, zoals in het huishouden", "hands that help, such as in the household";
        "aid": "een hulpmiddel, te koop of te leen", "a device, to buy or to borrow";
        "housing": "wonen, of een woning aanpassen", "a place to live, or its adaptation";
        "insurance": "wat een verzekering betaalt", "what an insurer covers";
        "platform": "een website, een app of een netwerk", "a website, an app or a network";
    }
    "offers/area/whose" {
        "carer": "de woonplaats van de mantelzorger telt", "the caregiver's place counts";
        "recipient": "de woonplaats van de naaste telt", "the care recipient's place counts";
        "either": "de woonplaats van een van de twee is genoeg", "the place of either of the two is enough";
    }
    "offers/needs/strength" {
        "1": "helpt een beetje", "helps a bit";
        "2": "helpt echt", "really helps";
        "3": "is ervoor gemaakt", "is made for it";
    }
    "offers/cost/level" {
        "free": "gratis", "free";
        "own-share": "een deel zelf betalen", "a part of the price; an insurer or government pays the rest";
        "paid": "de volle prijs", "the full price";
        "unpaid-leave": "verlof zonder inkomen", "leave without income";
        "paid-leave": "verlof met loon of een uitkering", "leave with pay or a benefit";
        "varies": "het verschilt per plaats of inkomen", "it differs by place or income";
        "unknown": "niet bekend", "not known";
    }
    "offers/source/kind" {
        "official": "een overheid", "a government";
        "provider": "de organisatie zelf", "the organisation itself";
        "municipality": "een gemeente", "a municipality";
        "press": "een krant of persbericht", "a newspaper or press release";
        "third-party": "een andere organisatie", "another organisation";
        "innovation-publication": "‘Naar een nieuwe mantelzorg’ (2021)", "‘Naar een nieuwe mantelzorg’ (2021)";
        "memory": "uit het hoofd, nergens gelezen", "general knowledge, read nowhere";
    }
    "offers/confidence" {
        "confirmed": "ergens gelezen", "read in a source";
        "unverified": "nergens gelezen", "not read in any source";
    }
    "offers/unverified" {
        "cost": "wat het kost", "what it costs";
        "website": "de website", "the website";
        "phone": "het telefoonnummer", "the telephone number";
        "partner": "wie het aanbiedt", "who offers it";
        "gives": "wat iemand krijgt", "what one gets";
        "conditions": "voor wie het is", "who it is for";
        "area": "waar het te krijgen is", "where it is to be had";
        "phases": "wanneer het past", "when it fits";
        "needs": "waarmee het helpt", "what it helps with";
        "source": "waar het gelezen is", "where it was read";
        "first_step": "de eerste stap", "the first step";
    }
    "offers/respite" {
        "hour": "een uur of enkele uren", "an hour or a few";
        "day": "een dag of een deel ervan", "a day or a part of it";
        "night": "een nacht", "a night";
        "weekend": "een weekend of een paar dagen", "a weekend or a few days";
        "weeks": "een week of langer", "a week or more";
    }
    "offers/line/theme" {
        "listening": "een luisterend oor", "a listening ear";
        "suicide": "gedachten aan zelfdoding", "thoughts of suicide";
        "violence": "geweld, misbruik of te weinig zorg", "violence, abuse or neglect";
        "young": "kinderen en jongeren", "children and young people";
        "illness": "een ziekte of beperking", "an illness or a disability";
        "care": "zorg en mantelzorg", "caring, and help with it";
        "grief": "afscheid en rouw", "farewell and loss";
    }
    "offers/line/open" {
        "always": "dag en nacht", "day and night";
    }
    "offers/line/open/days" {
        "1": "maandag", "Monday";
        "2": "dinsdag", "Tuesday";
        "3": "woensdag", "Wednesday";
        "4": "donderdag", "Thursday";
        "5": "vrijdag", "Friday";
        "6": "zaterdag", "Saturday";
        "7": "zondag", "Sunday";
    }
};
