//! The report: what it counts is counted again here, the slow way, by matching every case.

mod made;

use made::{Made, real, small};
use mantelwijzer::{
    answers::{Answer, Answers},
    catalogue::{Catalogue, OfferIndex},
    date::Date,
    eligibility::Verdict,
    matching::{Match, match_offers},
    questionnaire::Kind,
    region::RegionIndex,
    report::{
        Report, beside,
        fresh::ageing,
        gaps::{Gap, Level, gaps, words::sentence},
        heat::{Count, heat},
        page::page,
        reach::FIRST,
        report,
        scope::offers_at,
    },
    sentence::Clauses,
};
use std::{collections::BTreeSet, fs, path::Path, process::Command};

fn today() -> Date {
    Date::parse("2026-11-25").expect("a day")
}

fn place(catalogue: &Catalogue, id: &str) -> RegionIndex {
    catalogue.regions().find(id).expect(id)
}

/// What someone answers who lives there and cares for someone there: question id and options.
fn answers(catalogue: &Catalogue, place: RegionIndex, given: &[(&str, &[usize])]) -> Answers {
    let mut answers = Answers::default();
    for question in ["carer-place", "recipient-place"] {
        answers.give(catalogue, catalogue.questionnaire().find(question).expect(question), Answer::Place(place));
    }
    for (question, options) in given {
        let index = catalogue.questionnaire().find(question).expect(question);
        let answer = match catalogue.questionnaire().get(index).kind {
            Kind::Multi => Answer::Options(options.iter().fold(0, |chosen, option| chosen | 1 << option)),
            _ => Answer::Option(options[0]),
        };
        answers.give(catalogue, index, answer);
    }
    answers
}

fn options(catalogue: &Catalogue, question: &str) -> usize {
    let index = catalogue.questionnaire().find(question).expect(question);
    catalogue.questionnaire().get(index).options.len()
}

/// What matching shows for a need: certain, and possible.
fn shown(catalogue: &Catalogue, answers: &Answers, keep: impl Fn(OfferIndex) -> bool) -> Count {
    let ranking = match_offers(catalogue, answers);
    let count = |found: &[Match]| found.iter().filter(|one| !one.needs.is_empty() && keep(one.offer)).count();
    Count { certain: count(&ranking.matches), possible: count(&ranking.undecided) }
}

#[track_caller]
fn check_heat(made: &Made, id: &str, phases: impl Fn(usize, usize) -> Vec<usize>) {
    let catalogue = &made.catalogue;
    let place = place(catalogue, id);
    let heat = heat(catalogue, place);
    assert_eq!(heat.cells.len(), catalogue.need_count() * options(catalogue, "situation"));
    for cell in &heat.cells {
        let given: [(&str, &[usize]); 2] = [("needs", &[cell.need]), ("situation", &[cell.situation])];
        let case = answers(catalogue, place, &given);
        assert_eq!(cell.all, shown(catalogue, &case, |_| true), "{id}: need {}, {}", cell.need, cell.situation);
        assert_eq!(cell.only.is_some(), cell.all.total() == 1);
        for phase in phases(cell.need, cell.situation) {
            let case = answers(catalogue, place, &[given[0], given[1], ("phase", &[phase])]);
            let meant = |offer: OfferIndex| catalogue.offer(offer).phases.contains(&phase);
            assert_eq!(cell.phases[phase], shown(catalogue, &case, meant), "{id}: {cell:?}, phase {phase}");
        }
    }
    for (need, count) in heat.needs.iter().enumerate() {
        assert_eq!(*count, shown(catalogue, &answers(catalogue, place, &[("needs", &[need])]), |_| true));
    }
}

#[test]
fn the_heat_map_counts_what_matching_shows() {
    check_heat(&small(), "be-nis-13025", |_, _| (0..7).collect());
    check_heat(&real(), "nl-gm0392", |need, situation| vec![(need + situation) % 7]);
}

/// Each combination of one option from every list.
fn combinations(gap: &Gap) -> Vec<Vec<(usize, usize)>> {
    gap.who.iter().enumerate().fold(vec![Vec::new()], |all, (question, (_, options))| {
        let longer = |one: &Vec<(usize, usize)>| {
            let one = one.clone();
            options.iter().map(move |option| one.iter().copied().chain([(question, *option)]).collect())
        };
        all.iter().flat_map(longer).collect()
    })
}

/// Whether matching shows an offer that is more than the gap grants.
fn beaten(catalogue: &Catalogue, place: RegionIndex, gap: &Gap, need: usize, who: &[(usize, usize)]) -> bool {
    let ids: Vec<&str> =
        gap.who.iter().map(|(question, _)| catalogue.questionnaire().get(*question).id.as_str()).collect();
    let options: Vec<[usize; 1]> = who.iter().map(|(_, option)| [*option]).collect();
    let mut given: Vec<(&str, &[usize])> = vec![("needs", std::slice::from_ref(&need))];
    given.extend(who.iter().zip(&options).map(|((question, _), option)| (ids[*question], &option[..])));
    let told: Vec<_> = who.iter().map(|(question, option)| (gap.who[*question].0, *option)).collect();
    let ranking = match_offers(catalogue, &answers(catalogue, place, &given));
    ranking
        .shown()
        .filter(|found| !found.needs.is_empty())
        .any(|found| gap.level.is_beaten_by(catalogue, need, &told, catalogue.offer(found.offer)))
}

#[track_caller]
fn check_gaps(made: &Made, id: &str, every: usize) -> Vec<Gap> {
    let catalogue = &made.catalogue;
    let place = place(catalogue, id);
    let gaps = gaps(catalogue, place);
    for gap in &gaps {
        for need in &gap.needs {
            for who in combinations(gap).into_iter().step_by(every) {
                assert!(!beaten(catalogue, place, gap, *need, &who), "{id}: {gap:?}, need {need}, {who:?}");
            }
            // The widest: whoever leaves one answer out may find more.
            let first = combinations(gap).remove(0);
            for left_out in (0..first.len()).filter(|_| gap.level != Level::Moment) {
                let fewer: Vec<_> = first.iter().copied().filter(|(question, _)| *question != left_out).collect();
                assert!(beaten(catalogue, place, gap, *need, &fewer), "{id}: {gap:?}, need {need}, without {left_out}");
            }
        }
    }
    gaps
}

#[test]
fn each_gap_is_true_and_none_could_be_wider() {
    let made = real();
    // Of the real catalogue one in so many: each takes matching some hundred offers.
    for (id, every) in [("be-nis-44021", 5), ("nl-gm0392", 7), ("be-wal", 11)] {
        assert!(!check_gaps(&made, id, every).is_empty(), "{id}");
    }
    check_gaps(&small(), "be-nis-13025", 1);
    check_gaps(&small(), "be-nis-44021", 1);
}

#[test]
fn gaps_are_told_once_and_widely() {
    let made = small();
    let catalogue = &made.catalogue;
    let place = place(catalogue, "be-nis-13025");
    let (questions, places) = made.raw.questionnaire.as_ref().zip(made.raw.regions.as_ref()).expect("both");
    let clauses = Clauses::new(&questions.1, &places.1);
    let clause = |question: &str, option: &str| clauses.option(question, option);
    let told: Vec<String> = gaps(catalogue, place).iter().map(|gap| sentence(catalogue, &clause, place, gap)).collect();
    for wanted in [
        "Niemand in Mol vindt geldelijke steun, uitleg en advies, hulp bij het wonen, hulpmiddelen, hulp bij papieren, \
         hulp in de eigen taal, praktische hulp, een cursus, hulp bij school of studie of hulp voor de veiligheid.",
        "Wie in Mol zorgt, vindt voor een luisterend oor hooguit een telefoonlijn of een website.",
        "Wie in Mol als zelfstandige werkt, vindt geen verlof of hulp op het werk.",
        "Wie in Mol zorgt, vindt geen lotgenoten. Dat geldt niet voor wie zorgt voor iemand met dementie.",
        "Wie in Mol zorgt, vindt geen respijt. Dat geldt niet voor wie zorgt voor een partner, ouder of eigen kind.",
    ] {
        assert!(told.iter().any(|sentence| sentence == wanted), "no `{wanted}` in {told:#?}");
    }
    let child = told.iter().find(|sentence| sentence.starts_with("Wie in Mol zorgt voor een eigen kind"));
    assert!(child.is_some_and(|sentence| sentence.contains("vindt geen respijt")), "{told:#?}");
}

fn ids(catalogue: &Catalogue, offers: &[OfferIndex]) -> Vec<String> {
    offers.iter().map(|offer| catalogue.offer(*offer).id.to_string()).collect()
}

fn reported(made: &Made, id: Option<&str>) -> Report {
    report(&made.catalogue, &made.raw, today(), id.map(|id| place(&made.catalogue, id)))
}

#[test]
fn rules_that_overlap_or_decide_nothing_are_found() {
    let made = small();
    let (catalogue, found) = (&made.catalogue, reported(&made, Some("be-nis-13025")));
    let ids = |offers: &[OfferIndex]| ids(catalogue, offers);
    assert_eq!(found.rules.same.iter().map(|group| ids(group)).collect::<Vec<_>>(), [["vl-bus", "vl-taxi"]]);
    let implied: Vec<_> = found.rules.implied.iter().map(|(narrow, wide)| ids(&[*narrow, *wide])).collect();
    assert_eq!(implied, [["vl-rolstoelbus", "vl-bus"], ["vl-rolstoelbus", "vl-taxi"]]);
    let dead: Vec<_> =
        found.rules.dead.iter().map(|dead| (ids(&[dead.offer]).remove(0), dead.field, dead.always)).collect();
    assert_eq!(dead, [("vl-rolstoelbus".to_owned(), "typical_for", true)]);
    assert_eq!(ids(&found.reach.never), ["vl-gestopt"]);
    let question = |index| catalogue.questionnaire().get(index).id.as_str();
    let unused: Vec<&str> = found.rules.unused.iter().map(|(index, _)| question(*index)).collect();
    assert!(unused.contains(&"income") && unused.contains(&"load-mental") && !unused.contains(&"mobility"));
    let alike = found.rules.alike.iter().find(|(index, _)| question(*index) == "mobility");
    assert!(alike.is_none(), "each is told apart: {alike:?}");
    let (_, groups) =
        found.rules.alike.iter().find(|(index, _)| question(*index) == "relation").expect("some are alike");
    // A partner and a parent; and all who are neither these nor a child.
    assert_eq!(groups, &[vec![0, 1], vec![2, 4, 5, 6, 7, 8]]);
    let lone = found.reach.lone.iter().find(|lone| ids(&[lone.offer]) == ["vl-bellen"]).expect("the only line");
    assert!(lone.always && lone.situations.len() == options(catalogue, "situation"));
}

#[test]
fn an_offer_is_low_when_ten_stand_above_it_in_every_case() {
    let made = real();
    let catalogue = &made.catalogue;
    let id = "be-nis-44021";
    let there = place(catalogue, id);
    let found = reported(&made, Some(id));
    assert!(!found.reach.low.is_empty());
    for (offer, best) in found.reach.low.iter().take(1) {
        assert!(*best > FIRST);
        let needs = catalogue.offer(*offer).needs.iter().map(|(need, _)| *need);
        for need in needs {
            for (situation, phase) in
                (0..options(catalogue, "situation")).flat_map(|one| (0..7).map(move |two| (one, two)))
            {
                let given: [(&str, &[usize]); 3] =
                    [("needs", &[need]), ("situation", &[situation]), ("phase", &[phase])];
                let ranking = match_offers(catalogue, &answers(catalogue, there, &given));
                let place = ranking.matches.iter().position(|one| one.offer == *offer);
                assert!(place.is_none_or(|place| place + 1 >= *best), "{situation} {phase}: {place:?}");
            }
        }
    }
}

#[test]
fn the_offers_of_a_place_are_those_that_are_not_excluded_there() {
    let made = real();
    for id in ["be-nis-44021", "be-nis-13025", "nl-gm0392"] {
        let there = place(&made.catalogue, id);
        let ranking = match_offers(&made.catalogue, &answers(&made.catalogue, there, &[]));
        let shown: BTreeSet<OfferIndex> = ranking.shown().map(|one| one.offer).collect();
        let offers = offers_at(&made.catalogue, there);
        assert_eq!(offers.iter().copied().collect::<BTreeSet<_>>(), shown, "{id}");
        assert!(ranking.matches.iter().all(|one| one.verdict == Verdict::Met));
        let ageing = ageing(&made.catalogue, today(), &offers);
        assert_eq!(ageing.all.total(), offers.len());
        assert_eq!(ageing.partners.iter().map(|(_, tally)| tally.total()).sum::<usize>(), offers.len());
    }
}

#[test]
fn the_page_loads_nothing_runs_nothing_and_says_everything_twice() {
    let made = small();
    let clause = |_: &str, _: &str| "<b>antwoordt</b> & \"zegt\"".to_owned();
    for id in [Some("be-nis-13025"), None] {
        let text = page(&made.catalogue, &reported(&made, id), &clause);
        for word in ["<script", "@import", "src=", "<link", "http://", "<b>"] {
            assert!(!text.contains(word), "{word}");
        }
        assert!(text.replace("url(#stripes)", "").replace("url(#dots)", "").find("url(").is_none());
        let pictures = text.matches("<svg ").count() - text.matches("<svg class=\"patterns\"").count();
        assert_eq!(pictures, text.matches("role=\"img\" aria-label=\"").count());
        let five = text.split("class=\"five\"").nth(1).and_then(|rest| rest.split("</ol>").next()).expect("a list");
        assert_eq!(five.matches("<li>").count(), 5);
        for tag in ["section", "table", "details", "div", "svg", "ul"] {
            let opened = text.matches(&format!("<{tag}>")).count() + text.matches(&format!("<{tag} ")).count();
            assert_eq!(opened, text.matches(&format!("</{tag}>")).count(), "{tag}");
        }
    }
}

#[test]
fn a_number_in_the_picture_stands_in_a_table_too() {
    let made = small();
    let clause = |_: &str, _: &str| String::new();
    let found = reported(&made, Some("be-nis-13025"));
    let text = page(&made.catalogue, &found, &clause);
    let pictured = text.matches("class=\"number\"").count();
    assert_eq!(pictured, found.heats[0].cells.len());
    let tables = text.split("als tabellen").nth(1).and_then(|rest| rest.split("</details>").next()).expect("tables");
    assert_eq!(
        tables.matches("<tr>").count(),
        pictured + made.catalogue.need_count(),
        "a row for each cell, and heads"
    );
    assert_eq!(tables.matches("<td>").count(), pictured * 8, "all phases, and each of seven");
}

#[test]
fn each_partner_with_something_to_look_at_gets_a_letter() {
    let made = small();
    let found = reported(&made, None);
    let written = beside(&made.catalogue, &found);
    assert_eq!(written.iter().map(|one| one.path.as_str()).collect::<Vec<_>>(), ["review.csv", "mails/proef.txt"]);
    let table = &written[0].text;
    assert!(table.starts_with("\u{feff}partner;aanbod;naam;nagekeken op;uiterlijk op;waarom;adres\r\n"), "{table}");
    assert!(table.contains("proef;vl-gestopt;\"'=Gestopt; \"\"echt\"\"\";2024;2026-12-31;"), "no formula: {table}");
    assert!(!table.contains("vl-bellen"), "what is fresh and sure is left alone: {table}");
    let letter = &written[1].text;
    for words in [
        "Onderwerp: Mantelwijzer: wilt u ",
        "Dag collega's van Proef,",
        "Het liep tot 1 januari 2026. Bestaat het nog?",
        "Er is geen datum bekend waarop het is nagekeken.",
        "Dit konden we nergens bevestigd vinden: wat het kost en het telefoonnummer.",
        "Zo antwoordt u",
        "Dank u wel",
    ] {
        assert!(letter.contains(words), "no `{words}` in {letter}");
    }
}

#[test]
fn the_command_writes_the_report_and_knows_its_places() {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("report");
    let _ = fs::remove_dir_all(&out);
    let run = |place: &str, lang: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_catalogue"));
        command.args(["report", "--today", "2026-11-25", "--lang", lang, "--place", place, "--out"]).arg(&out);
        let ran = command.current_dir(env!("CARGO_MANIFEST_DIR")).output().expect("the command runs");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        (ran.status.code(), text(ran.stdout), text(ran.stderr))
    };
    let (status, said, err) = run("be-nis-41048", "nl");
    assert_eq!(status, Some(0), "{err}");
    assert!(said.contains("report.html, review.csv") && said.contains("brieven"), "{said}");
    let text = fs::read_to_string(out.join("report.html")).expect("written");
    assert!(text.contains("<h1>Hulp voor mantelzorgers in Ninove</h1>"));
    assert!(out.join("review.csv").exists() && out.join("mails").is_dir());
    let (status, _, err) = run("Ninove", "en");
    assert_eq!(status, Some(1));
    assert!(err.contains("do you mean `be-nis-41048` (Ninove)?"), "{err}");
}
