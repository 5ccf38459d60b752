//! Clauses as Dutch puts them together: a list, an opposite, what several say about one care recipient.

/// 'a, b of c'. Where a member has an 'of' or 'en' of its own, a comma says where it ends.
pub fn list(members: &[String], word: &str) -> String {
    let Some((last, others)) = members.split_last() else { return String::new() };
    if others.is_empty() {
        return last.clone();
    }
    let comma = if members.iter().any(|member| is_joined(member)) { "," } else { "" };
    format!("{}{comma} {word} {last}", others.join(", "))
}

/// Whether a clause has an 'of' or 'en' that could be mistaken for one around it.
pub fn is_joined(clause: &str) -> bool {
    let fixed = [
        " of ouder",
        " of meer",
        "tot en met",
        "broer of zus",
        "vriend of buur",
        "leerling of student",
        "niet of maar net",
        "geweld of verwaarlozing",
    ];
    let clause = fixed.iter().fold(clause.to_owned(), |clause, words| clause.replace(words, ""));
    clause.contains(" of ") || clause.contains(" en ")
}

/// The opposite of a clause: 'niet', 'geen' or 'zonder' where it belongs.
pub fn opposite(clause: &str) -> String {
    const SOMEONE: &str = "zorgt voor iemand ";
    let Some(about) = clause.strip_prefix(SOMEONE) else { return not(clause) };
    if let Some(what) = about.strip_prefix("met ") {
        return format!("{SOMEONE}zonder {}", what.strip_prefix("een ").unwrap_or(what));
    }
    match about.strip_prefix("die ") {
        Some(does) => format!("{SOMEONE}die {}", not(does)),
        None => format!("{SOMEONE}die {} is", not(about)),
    }
}

fn not(clause: &str) -> String {
    match clause.strip_prefix("een ") {
        Some(rest) => format!("geen {rest}"),
        None => format!("niet {clause}"),
    }
}

/// Alternatives to one question, told as one clause for each kind of beginning: 'zorgt voor iemand met a, b of c'.
/// `all` are the clauses of all answers to it.
pub fn alternatives(clauses: &[String], all: &[String]) -> Vec<String> {
    let mut groups: Vec<(&str, Vec<String>)> = Vec::new();
    for clause in clauses {
        let stem = STEMS.into_iter().find(|stem| clause.starts_with(stem)).unwrap_or_default();
        let rest = clause.strip_prefix(stem).unwrap_or(clause).to_owned();
        match groups.iter_mut().find(|(found, _)| *found == stem) {
            Some((_, members)) if !members.contains(&rest) => members.push(rest),
            Some(_) => {}
            None => groups.push((stem, vec![rest])),
        }
    }
    groups.into_iter().map(|(stem, members)| format!("{stem}{}", list(&without_repeats(members, all), "of"))).collect()
}

/// How clauses begin that can share their beginning. The first that fits is taken.
const STEMS: [&str; 5] =
    ["zorgt voor iemand met ", "zorgt voor iemand die ", "zorgt voor iemand ", "zorgt voor ", "zorgde voor iemand "];

/// Verbs at the end that a list says once: 'in een eigen woning of in een woonzorgcentrum woont'.
const VERBS: [&str; 5] = [" woont", " heeft", " zoekt", " is", " zorgt"];
/// Beginnings that a list says once.
const BEGINNINGS: [&str; 1] = ["in loondienst werkt "];

/// The members of a list, those with the same beginning or verb told together.
fn without_repeats(members: Vec<String>, all: &[String]) -> Vec<String> {
    let mut groups: Vec<(&str, &str, Vec<String>)> = Vec::new();
    for member in members {
        let begin = BEGINNINGS.into_iter().find(|begin| member.starts_with(begin)).unwrap_or_default();
        let verb = VERBS.into_iter().find(|verb| member.ends_with(verb)).unwrap_or_default();
        let rest = member.strip_prefix(begin).and_then(|rest| rest.strip_suffix(verb)).unwrap_or(&member).to_owned();
        let is_shared = !(begin.is_empty() && verb.is_empty());
        match groups.iter_mut().find(|group| is_shared && (group.0, group.1) == (begin, verb)) {
            Some((_, _, rests)) => rests.push(rest),
            None => groups.push((begin, verb, vec![rest])),
        }
    }
    let told = |(begin, verb, rests): (&str, &str, Vec<String>)| {
        // Whatever comes after this beginning is among them: the beginning says it all.
        let is_whole = rests.len() > 1 && rests.len() == all.iter().filter(|clause| clause.starts_with(begin)).count();
        if is_whole && !begin.is_empty() {
            begin.trim_end().to_owned()
        } else {
            format!("{begin}{}{verb}", list(&rests, "of"))
        }
    };
    groups.into_iter().map(told).collect()
}

/// Clauses that all hold, with what they say about the care recipient told as one person, last.
pub fn together(clauses: &[String]) -> String {
    let (recipient, carer): (Vec<&String>, Vec<&String>) =
        clauses.iter().partition(|clause| is_about_recipient(clause));
    let mut members = negatives_last(carer.into_iter().cloned());
    let is_open = members.iter().any(|clause| is_joined(clause));
    members.extend((!recipient.is_empty()).then(|| person(&recipient)));
    if is_open { members.join(", en daarbij ") } else { enumeration(&members) }
}

/// A 'niet' must not seem to hold for what comes after it too.
fn negatives_last(clauses: impl Iterator<Item = String>) -> Vec<String> {
    let (negative, mut positive): (Vec<String>, Vec<String>) =
        clauses.partition(|clause| clause.starts_with("niet ") || clause.starts_with("geen "));
    positive.extend(negative);
    positive
}

/// 'a, b en c', where only the last may hold an 'of': nothing comes after it.
fn enumeration(members: &[String]) -> String {
    match members.split_last() {
        Some((last, others)) if !others.is_empty() => format!("{} en {last}", others.join(", ")),
        Some((last, _)) => last.clone(),
        None => String::new(),
    }
}

/// Alternatives that all say something about the care recipient, told as one person: 'zorgt voor iemand met dementie,
/// of iemand die in het ziekenhuis ligt'.
pub fn someone(alternatives: &[String]) -> Option<String> {
    const SOMEONE: &str = "zorgt voor ";
    let abouts: Option<Vec<&str>> = alternatives.iter().map(|clause| clause.strip_prefix(SOMEONE)).collect();
    let abouts = abouts?;
    let is_someone = |about: &&str| about.starts_with("iemand ") && !about.contains(OR_SOMEONE);
    abouts.iter().all(is_someone).then(|| format!("{SOMEONE}{}", abouts.join(", of ")))
}

const OR_SOMEONE: &str = ", of iemand ";

fn is_about_recipient(clause: &str) -> bool {
    clause.starts_with("zorgt voor ") || clause.starts_with("zorgde voor ")
}

/// The care recipient, of whom all these clauses say something.
fn person(clauses: &[&String]) -> String {
    let verb = if clauses.iter().any(|clause| clause.starts_with("zorgde ")) { "zorgde voor" } else { "zorgt voor" };
    let (mut who, mut of, mut with, mut does, mut either) = (vec![], vec![], vec![], vec![], vec![]);
    for about in clauses.iter().filter_map(|clause| Some(clause.split_once(" voor ")?.1)) {
        let someone = about.strip_prefix("iemand ");
        let (list, told) = match (someone, someone.and_then(|about| about.strip_prefix("die "))) {
            (None, _) => (&mut who, about),
            (Some(told), _) if told.contains(OR_SOMEONE) => (&mut either, told),
            (Some(_), Some(told)) => (&mut does, told),
            (Some(told), None) if told.starts_with("met ") || told.starts_with("zonder ") => (&mut with, told),
            (Some(told), None) => (&mut of, told),
        };
        list.push(told.to_owned());
    }
    let told: Vec<String> = [and(&of, ""), and(&with, "")].into_iter().filter(|told| !told.is_empty()).collect();
    let who = enumeration(&who);
    let has_several = is_joined(&who);
    let relative = if !has_several && (who.ends_with("kind") || who.ends_with("lid")) { "dat" } else { "die" };
    let mut said = if who.is_empty() { "iemand".to_owned() } else { who };
    if has_several && !(told.is_empty() && does.is_empty()) {
        said.push_str(", en wel iemand");
    }
    for told in told {
        said = format!("{said} {told}");
    }
    if !does.is_empty() {
        said = format!("{said} {relative} {}", and(&negatives_last(does.into_iter()), &format!("{relative} ")));
    }
    for either in either {
        said = if said == "iemand" { format!("iemand {either}") } else { format!("{said}, en wel iemand {either}") };
    }
    format!("{verb} {said}")
}

/// 'a en b'; where one has an 'of' of its own, the beginning is said again.
fn and(members: &[String], again: &str) -> String {
    if members.iter().any(|member| is_joined(member)) {
        members.join(&format!(", en {again}"))
    } else {
        enumeration(members)
    }
}
