//! The only room that makes sentences. The words of the interface lie in `wording/<language>.json`;
//! those about offers and questions come from the catalogue.
//!
//! A phrase that counts has a form for each plural of its language, between bars: `Eén plaats|{count} plaatsen`.

use crate::{
    catalogue::{CostLevel, Hours, OfferKind, Part, SourceKind, Theme},
    date::PartialDate,
    figures::figures,
    language::Language,
};

pub mod files;

/// Declares every phrase of the interface with its name in the files.
macro_rules! phrases {
    ($($phrase:ident $name:literal),+ $(,)?) => {
        /// A phrase of the interface.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        #[allow(missing_docs, reason = "each phrase says itself what it is, in `wording/nl.json`")]
        pub enum Phrase { $($phrase),+ }

        impl Phrase {
            /// Every phrase, in the order of the enum.
            pub const ALL: &[Self] = &[$(Self::$phrase),+];
            const NAMES: &[&str] = &[$($name),+];
            const MARKS: &[u16] = &[$(mark($name)),+];
        }
    };
}

phrases! {
    Title "title", IntroLead "intro-lead", IntroTime "intro-time", IntroPrivacy "intro-privacy",
    IntroPrivacyTitle "intro-privacy-title", IntroUnconfirmed "intro-unconfirmed", Start "start", GoOn "go-on",
    TalkDanger "talk-danger",
    UrgentTitle "urgent-title",
    Progress "progress", ProgressLast "progress-last", ProgressAlone "progress-alone", Why "why",
    ChooseMany "choose-many", ChooseAny "choose-any", Enough "enough", PictureLittle "picture-little", NoneOfThese "none-of-these", ChooseEachRow "choose-each-row",
    Next "next", Save "save", Back "back", Decline "decline", DeclineRows "decline-rows",
    ResultsEarly "results-early", ReviewOpen "review-open",
    PlaceLabel "place-label", PlaceFound "place-found", PlaceArea "place-area", PlaceNone "place-none", PlaceChosen "place-chosen",
    PlaceOther "place-other", PlaceSame "place-same", PlaceSaved "place-saved", PlacesCredit "places-credit",
    ReviewTitle "review-title", ReviewLead "review-lead", Change "change", Declined "declined",
    NotUsed "not-used", NoAnswers "no-answers", ToResults "to-results",
    ResultsTitle "results-title", ResultsNone "results-none", ResultsPossible "results-possible",
    ResultsLead "results-lead", ResultsUnfinished "results-unfinished", ResultsDisclaimer "results-disclaimer",
    OtherNeeds "other-needs", OtherNeedsLead "other-needs-lead", ShowMore "show-more",
    Fits "fits", Possible "possible", Because "because", ForEveryone "for-everyone", HangsOn "hangs-on",
    HangsOnPrecise "hangs-on-precise", AskThis "ask-this", CheckYourself "check-yourself", FirstStep "first-step",
    Costs "costs", Call "call", CallUnverified "call-unverified", Visit "visit", Mail "mail",
    OpensNewTab "opens-new-tab", SourceFrom "source-from", SourceOverdue "source-overdue", SourceUndated "source-undated",
    Unverified "unverified", NotConfirmed "not-confirmed", By "by",
    AlsoFor "also-for", Near "near",
    Restart "restart", Wipe "wipe", Exit "exit",
    Places "places", ListAnd "list-and",
    KindAllowance "kind-allowance", KindLeave "kind-leave", KindRight "kind-right", KindRespite "kind-respite",
    KindHelpline "kind-helpline", KindAdvice "kind-advice", KindPeerSupport "kind-peer-support",
    KindTraining "kind-training", KindPracticalHelp "kind-practical-help", KindAid "kind-aid",
    KindHousing "kind-housing", KindInsurance "kind-insurance", KindPlatform "kind-platform",
    CostFree "cost-free", CostOwnShare "cost-own-share", CostPaid "cost-paid", CostUnpaidLeave "cost-unpaid-leave",
    CostPaidLeave "cost-paid-leave", CostVaries "cost-varies", CostUnknown "cost-unknown",
    PartCost "part-cost", PartWebsite "part-website", PartPhone "part-phone", PartPartner "part-partner",
    PartGives "part-gives", PartConditions "part-conditions", PartArea "part-area", PartPhases "part-phases",
    PartNeeds "part-needs", PartSource "part-source", PartFirstStep "part-first-step",
    SourceOfficial "source-official", SourceProvider "source-provider", SourceMunicipality "source-municipality",
    SourcePress "source-press", SourceThirdParty "source-third-party", SourceInnovation "source-innovation",
    SourceMemory "source-memory",
    Months "months",
    Browse "browse", Recognise "recognise", DoorsTitle "doors-title", RecogniseLead "recognise-lead", Yes "yes", No "no",
    OpenFile "open-file", OpenFileLead "open-file-lead", Opened "opened", OpenedInPart "opened-in-part",
    OpenFailed "open-failed", Wiped "wiped", TalkTitle "talk-title", OpenNow "open-now",
    HoursAlways "hours-always", HoursUnknown "hours-unknown", Hours "hours", Weekdays "weekdays",
    ThemeListening "theme-listening", ThemeSuicide "theme-suicide", ThemeViolence "theme-violence",
    ThemeYoung "theme-young", ThemeIllness "theme-illness", ThemeCare "theme-care", ThemeGrief "theme-grief",
    PictureTitle "picture-title", PictureLead "picture-lead", PictureWeighs "picture-weighs",
    PictureHeavy "picture-heavy", PictureCarries "picture-carries", PictureLight "picture-light",
    StepsTitle "steps-title", StepsLead "steps-lead", StepsWeek "steps-week", StepsMonth "steps-month",
    StepsLater "steps-later", FilterCertain "filter-certain", FilterNear "filter-near",
    UnfitTitle "unfit-title", UnfitLead "unfit-lead", UnfitBecause "unfit-because", Elsewhere "elsewhere",
    NotFitting "not-fitting", More "more", PlanPut "plan-put", PlanRemove "plan-remove",
    PlanTitle "plan-title", PlanLead "plan-lead", PlanEmpty "plan-empty", PlanTaken "plan-taken", PlanNote "plan-note",
    PlanDone "plan-done", Print "print", Download "download", Copy "copy", Copied "copied", CopyFailed "copy-failed",
    RemindTitle "remind-title", RemindLead "remind-lead", RemindOn "remind-on", Remind "remind",
    KeepTitle "keep-title", KeepLead "keep-lead", KeepSave "keep-save", FileAnswers "file-answers", FilePlan "file-plan",
    FileSheet "file-sheet", NavLabel "nav-label", NavResults "nav-results", NavPlan "nav-plan", NavSheet "nav-sheet",
    NavRespite "nav-respite", NavJourney "nav-journey", NavBrowse "nav-browse", NavQuestions "nav-questions",
    SheetTitle "sheet-title", SheetChoose "sheet-choose", SheetOpening "sheet-opening", SheetFarewell "sheet-farewell", ResultsAdvice "results-advice", SheetDoes "sheet-does",
    SheetWeighs "sheet-weighs", SheetNeeds "sheet-needs", SheetAsks "sheet-asks", SheetRights "sheet-rights",
    SheetOwn "sheet-own", SheetInclude "sheet-include", SheetHint "sheet-hint", JourneyTitle "journey-title",
    JourneyLead "journey-lead", JourneyNow "journey-now", JourneyTips "journey-tips", TipSource "tip-source", JourneyAhead "journey-ahead",
    JourneyHelps "journey-helps", RespiteTitle "respite-title", RespiteLead "respite-lead", RespiteNone "respite-none",
    BrowseTitle "browse-title", BrowseLead "browse-lead", BrowseWord "browse-word", BrowseNeed "browse-need",
    BrowseKind "browse-kind", BrowsePlace "browse-place", BrowseAll "browse-all", BrowseClear "browse-clear",
    Found "found", FoundNone "found-none", ExitHint "exit-hint",
    Language "language", ReadAloud "read-aloud", ReadStop "read-stop", LargeType "large-type",
    OnlyInDutch "only-in-dutch",
}

/// A short mark for the name of a phrase, no two alike: the widget carries these instead of the names.
/// The upper half of FNV-1a.
pub const fn mark(name: &str) -> u16 {
    let bytes = name.as_bytes();
    let (mut hash, mut place) = (0x811c_9dc5_u32, 0);
    while place < bytes.len() {
        #[expect(clippy::indexing_slicing, reason = "the loop stays inside; iterators are not const")]
        let byte = bytes[place];
        hash = (hash ^ byte as u32).wrapping_mul(0x0100_0193);
        place += 1;
    }
    (hash >> 16) as u16
}

/// What stands between a phrase and the same for who is under 18, in published files: such a text has both in one.
pub const YOUNG: char = '\u{1f}';

/// The words of one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    language: Language,
    words: Vec<String>,
}

impl Wording {
    /// The words of a file, by the names of the phrases, and the names it lacks.
    pub fn new(language: Language, word: impl Fn(&str) -> Option<String>) -> (Self, Vec<&'static str>) {
        let mut missing = Vec::new();
        let words = Phrase::NAMES.iter().map(|name| {
            word(name).unwrap_or_else(|| {
                missing.push(*name);
                (*name).to_owned()
            })
        });
        let words = words.collect();
        (Self { language, words }, missing)
    }

    /// The words of a published file, each with the [`mark`] of its name; `None` when a phrase is missing.
    pub fn published(language: Language, found: &[(u16, String)]) -> Option<Self> {
        let mut words = Vec::with_capacity(Phrase::MARKS.len());
        for wanted in Phrase::MARKS {
            words.push(found.iter().find(|(mark, _)| mark == wanted)?.1.clone());
        }
        Some(Self { language, words })
    }

    /// The names of all phrases.
    pub fn names() -> &'static [&'static str] {
        Phrase::NAMES
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The same words as someone under 18 is spoken to, where they are other words.
    pub fn for_young(&self) -> Self {
        Self {
            language: if self.language.is_kin_of(Language::Nl) { Language::NlYoung } else { self.language },
            words: self.words.clone(),
        }
    }

    /// A phrase.
    pub fn say(&self, phrase: Phrase) -> &str {
        let words = self.words.get(phrase as usize).map_or("", String::as_str);
        match words.split_once(YOUNG) {
            Some((_, young)) if self.language == Language::NlYoung => young,
            Some((grown, _)) => grown,
            None => words,
        }
    }

    /// A phrase with its gaps filled: `{count}` by the value of `count`.
    pub fn fill(&self, phrase: Phrase, gaps: &[(&str, &str)]) -> String {
        self.language.fill(self.say(phrase), gaps)
    }

    /// A phrase that counts, in the form that this number asks for.
    pub fn count(&self, phrase: Phrase, number: usize) -> String {
        let form = self.language.form(self.say(phrase), number);
        self.language.fill(form, &[("count", &figures(number))])
    }

    /// Several things in one sentence: 'a, b en c'.
    pub fn list(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [only] => only.clone(),
            [most @ .., last] => [&most.join(", "), " ", self.say(Phrase::ListAnd), " ", last].concat(),
        }
    }

    /// A date as people say it, as exactly as it is known: '3 maart 2025', 'maart 2025', '2025'.
    pub fn date(&self, date: PartialDate) -> String {
        let (year, month, day) = date.parts();
        let name = month.and_then(|month| self.say(Phrase::Months).split(' ').nth(usize::from(month) - 1));
        let parts = [day.map(|day| figures(day.into())), name.map(str::to_owned), Some(figures(year.into()))];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// A kind of help.
    pub fn kind(&self, kind: OfferKind) -> &str {
        self.say(match kind {
            OfferKind::Allowance => Phrase::KindAllowance,
            OfferKind::Leave => Phrase::KindLeave,
            OfferKind::Right => Phrase::KindRight,
            OfferKind::Respite => Phrase::KindRespite,
            OfferKind::Helpline => Phrase::KindHelpline,
            OfferKind::Advice => Phrase::KindAdvice,
            OfferKind::PeerSupport => Phrase::KindPeerSupport,
            OfferKind::Training => Phrase::KindTraining,
            OfferKind::PracticalHelp => Phrase::KindPracticalHelp,
            OfferKind::Aid => Phrase::KindAid,
            OfferKind::Housing => Phrase::KindHousing,
            OfferKind::Insurance => Phrase::KindInsurance,
            OfferKind::Platform => Phrase::KindPlatform,
        })
    }

    /// A theme to talk about.
    pub fn theme(&self, theme: Theme) -> &str {
        self.say(match theme {
            Theme::Listening => Phrase::ThemeListening,
            Theme::Suicide => Phrase::ThemeSuicide,
            Theme::Violence => Phrase::ThemeViolence,
            Theme::Young => Phrase::ThemeYoung,
            Theme::Illness => Phrase::ThemeIllness,
            Theme::Care => Phrase::ThemeCare,
            Theme::Grief => Phrase::ThemeGrief,
        })
    }

    /// Opening hours: 'ma-vr 9:00-17:00'.
    pub fn hours(&self, hours: &Hours) -> String {
        let names: Vec<&str> = self.say(Phrase::Weekdays).split(' ').collect();
        let days: Vec<usize> = (0..7).filter(|day| hours.days & (1 << day) != 0).collect();
        let name = |day: Option<&usize>| day.and_then(|day| names.get(*day)).copied().unwrap_or_default();
        let is_run = matches!((days.first(), days.last()), (Some(first), Some(last)) if last - first + 1 == days.len());
        let days = match days.len() {
            1 => name(days.first()).to_owned(),
            _ if is_run => [name(days.first()), "–", name(days.last())].concat(),
            _ => days.iter().map(|day| name(Some(day))).collect::<Vec<_>>().join(", "),
        };
        let time = |minutes: u16| {
            let rest = figures(usize::from(minutes % 60));
            [figures(usize::from(minutes / 60)).as_str(), ":", if rest.len() < 2 { "0" } else { "" }, &rest].concat()
        };
        self.fill(Phrase::Hours, &[("days", &days), ("from", &time(hours.from)), ("to", &time(hours.to))])
    }

    /// What something costs, in a few words.
    pub fn cost(&self, level: CostLevel) -> &str {
        self.say(match level {
            CostLevel::Free => Phrase::CostFree,
            CostLevel::OwnShare => Phrase::CostOwnShare,
            CostLevel::Paid => Phrase::CostPaid,
            CostLevel::UnpaidLeave => Phrase::CostUnpaidLeave,
            CostLevel::PaidLeave => Phrase::CostPaidLeave,
            CostLevel::Varies => Phrase::CostVaries,
            CostLevel::Unknown => Phrase::CostUnknown,
        })
    }

    /// A part of an offer, to say that it is unconfirmed.
    pub fn part(&self, part: Part) -> &str {
        self.say(match part {
            Part::Cost => Phrase::PartCost,
            Part::Website => Phrase::PartWebsite,
            Part::Phone => Phrase::PartPhone,
            Part::Partner => Phrase::PartPartner,
            Part::Gives => Phrase::PartGives,
            Part::Conditions => Phrase::PartConditions,
            Part::Area => Phrase::PartArea,
            Part::Phases => Phrase::PartPhases,
            Part::Needs => Phrase::PartNeeds,
            Part::Source => Phrase::PartSource,
            Part::FirstStep => Phrase::PartFirstStep,
        })
    }

    /// What kind of source was read.
    pub fn source(&self, kind: SourceKind) -> &str {
        self.say(match kind {
            SourceKind::Official => Phrase::SourceOfficial,
            SourceKind::Provider => Phrase::SourceProvider,
            SourceKind::Municipality => Phrase::SourceMunicipality,
            SourceKind::Press => Phrase::SourcePress,
            SourceKind::ThirdParty => Phrase::SourceThirdParty,
            SourceKind::InnovationPublication => Phrase::SourceInnovation,
            SourceKind::Memory => Phrase::SourceMemory,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_tongue(language: Language) -> Wording {
        let words = files::words(language).expect("JSON");
        let (wording, missing) = Wording::new(language, |name| words.get(name).cloned());
        assert_eq!(missing, Vec::<&str>::new(), "{}", language.tag());
        wording
    }

    #[test]
    fn every_language_has_every_phrase_and_no_other() {
        for language in files::SPOKEN {
            let words = files::words(language).expect("JSON");
            let extra: Vec<_> = words.keys().filter(|name| !Wording::names().contains(&name.as_str())).collect();
            assert!(extra.is_empty(), "{}: {extra:?}", language.tag());
            in_tongue(language);
        }
        assert_eq!(Phrase::ALL.len(), Wording::names().len());
        let marks: std::collections::BTreeSet<u16> = Wording::names().iter().map(|name| mark(name)).collect();
        assert_eq!(marks.len(), Phrase::ALL.len(), "two names have one mark: rename one of them");
    }

    #[test]
    fn every_language_has_the_forms_and_the_gaps() {
        let gaps = |words: &str| {
            let names = words.split('{').skip(1).filter_map(|piece| piece.split_once('}'));
            names.map(|(name, _)| name.to_owned()).collect::<std::collections::BTreeSet<_>>()
        };
        let dutch = files::words(Language::Nl).expect("JSON");
        for language in files::SPOKEN {
            for (name, words) in files::words(language).expect("JSON") {
                let forms: Vec<&str> = words.split(YOUNG).next().unwrap_or_default().split('|').collect();
                let original = &dutch[&name];
                let wanted = if original.contains('|') { language.plurals().len() } else { 1 };
                assert_eq!(forms.len(), wanted, "{} {name}: {words}", language.tag());
                assert_eq!(gaps(&words), gaps(original), "{} {name}: {words}", language.tag());
                assert!(!words.trim().is_empty(), "{} {name}", language.tag());
            }
            let wording = in_tongue(language);
            let lists = [(Phrase::Months, 12), (Phrase::Weekdays, 7)];
            for (phrase, count) in lists {
                assert_eq!(wording.say(phrase).split(' ').count(), count, "{}", language.tag());
            }
        }
    }

    #[test]
    fn counts_in_the_form_that_the_number_asks_for() {
        let wording = in_tongue(Language::Nl);
        let found = |number| wording.count(Phrase::PlaceFound, number);
        assert_eq!(
            [found(1), found(0), found(12)],
            ["Eén plaats gevonden", "0 plaatsen gevonden", "12 plaatsen gevonden"]
        );
        let arabic = in_tongue(Language::Ar);
        let forms: std::collections::BTreeSet<String> =
            [0, 1, 2, 3, 11, 100].into_iter().map(|number| arabic.count(Phrase::PlaceFound, number)).collect();
        assert_eq!(forms.len(), 6, "{forms:?}");
        assert!(forms.iter().any(|form| form.contains("\u{2068}11\u{2069}")), "{forms:?}");
    }

    #[test]
    fn who_is_young_is_spoken_to_otherwise() {
        let wording = in_tongue(Language::Nl);
        assert!(wording.say(Phrase::ReviewTitle).starts_with("Uw "));
        assert!(wording.for_young().say(Phrase::ReviewTitle).starts_with("Je "));
        assert_eq!(wording.for_young().say(Phrase::Back), wording.say(Phrase::Back));
    }

    #[test]
    fn says_dates_and_lists_as_people_do() {
        let wording = in_tongue(Language::Nl);
        let date = |text| wording.date(PartialDate::parse(text).expect("a date"));
        assert_eq!([date("2025-03-03"), date("2025-03"), date("2025")], ["3 maart 2025", "maart 2025", "2025"]);
        let list = |items: &[&str]| wording.list(&items.iter().map(|item| (*item).to_owned()).collect::<Vec<_>>());
        assert_eq!([list(&[]), list(&["a"]), list(&["a", "b", "c"])], ["", "a", "a, b en c"]);
    }
}
