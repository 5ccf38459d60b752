//! Words, needs, phases and places in a cell.

use super::{Refused, short};
use crate::{
    catalogue::{
        diagnostic::Words as Said,
        raw::{RawOption, RawQuestionnaire, RawText},
    },
    exchange::{Vocabulary, table::words},
    says,
    spelling::{plain, slips},
};
use serde_json::{Value, json};

/// One word of a closed list.
pub(super) fn word(list: words::Words, cell: &str) -> Result<&'static str, Refused> {
    words::id_of(list, cell).ok_or_else(|| Refused {
        message: says!("`{}` staat niet in de lijst", "`{}` isn't in the list", short(cell)),
        help: choose(cell, list.iter().flat_map(|(id, dutch)| [*id, *dutch]), list.iter().map(|(_, dutch)| *dutch)),
    })
}

/// Some words of a closed list.
pub(super) fn words(list: words::Words, cell: &str) -> Result<Value, Refused> {
    parts(cell, |part| words::id_of(list, part).is_some())
        .iter()
        .map(|part| word(list, part).map(|id| json!(id)))
        .collect()
}

/// `respite:3; talk:2`, with ids or with the words of the questionnaire.
pub(super) fn needs(cell: &str, vocabulary: Vocabulary) -> Result<Value, Refused> {
    let options = options(vocabulary.questionnaire, "needs");
    parts(cell, |_| false).iter().map(|part| need(part, options)).collect()
}

fn need(part: &str, options: &[RawOption]) -> Result<Value, Refused> {
    let help = || {
        says!(
            "schrijf elke behoefte met haar sterkte, zoals `respite:3; talk:2`; 3 is ervoor gemaakt, 1 helpt een beetje",
            "write each need with its strength, such as `respite:3; talk:2`; 3 is made for it, 1 helps a bit"
        )
    };
    let Some((need, strength)) = part.rsplit_once([':', '=']) else {
        let message =
            says!("bij `{}` staat niet hoe sterk het helpt", "`{}` doesn't say how strongly it helps", short(part));
        return Err(Refused { message, help: help() });
    };
    let strength: u8 = strength.trim().parse().map_err(|_| Refused {
        message: says!("`{}` is geen sterkte: 1, 2 of 3", "`{}` is no strength: 1, 2 or 3", short(strength.trim())),
        help: help(),
    })?;
    Ok(json!({"need": option(need.trim(), options)?, "strength": strength}))
}

/// Phases, with ids or with the words of the questionnaire.
pub(super) fn phases(cell: &str, vocabulary: Vocabulary) -> Result<Value, Refused> {
    let options = options(vocabulary.questionnaire, "phase");
    let is_one = |part: &str| option(part, options).is_ok() && !options.is_empty();
    parts(cell, is_one).iter().map(|part| option(part, options).map(|id| json!(id))).collect()
}

/// Places, with ids or with their names.
pub(super) fn regions(cell: &str, vocabulary: Vocabulary) -> Result<Value, Refused> {
    let is_one = |part: &str| region(part, vocabulary).is_ok() && vocabulary.regions.is_some();
    parts(cell, is_one).iter().map(|part| region(part, vocabulary).map(|id| json!(id))).collect()
}

fn region(part: &str, vocabulary: Vocabulary) -> Result<String, Refused> {
    let Some(regions) = vocabulary.regions else { return Ok(part.to_owned()) };
    let all = || regions.regions.iter().chain(&regions.municipalities);
    let alone = part.split(" (").next().unwrap_or(part);
    if let Some(region) = all().find(|region| [part, alone].contains(&region.id.as_str())) {
        return Ok(region.id.clone());
    }
    let folded = plain(part);
    let named: Vec<_> = all()
        .filter(|region| {
            said(&region.name).chain(region.also.iter().map(String::as_str)).any(|name| plain(name) == folded)
        })
        .collect();
    match named.as_slice() {
        [region] => Ok(region.id.clone()),
        [] => Err(Refused {
            message: says!("de plaats `{}` kennen we niet", "we don't know the place `{}`", short(part)),
            help: choose(
                part,
                all().flat_map(|region| said(&region.name).chain([region.id.as_str()])),
                ["be-vlg", "be-bru", "nl", "Gent"],
            ),
        }),
        several => Err(Refused {
            message: says!("er zijn meer plaatsen die `{}` heten", "more than one place is called `{}`", short(part)),
            help: choose("", [], several.iter().map(|region| region.id.as_str())),
        }),
    }
}

fn options<'a>(questionnaire: Option<&'a RawQuestionnaire>, question: &str) -> &'a [RawOption] {
    let questions = questionnaire.map(|questionnaire| questionnaire.questions.as_slice()).unwrap_or_default();
    questions.iter().find(|it| it.id == question).map(|it| it.options.as_slice()).unwrap_or_default()
}

/// The id of an option by its id, its words or its short name. Without a list, whatever was written.
fn option(part: &str, options: &[RawOption]) -> Result<String, Refused> {
    let folded = plain(part);
    let names = |option: &RawOption| -> Vec<String> {
        said(&option.text).chain(option.short.iter().flat_map(said)).map(plain).collect()
    };
    // `respite (Op adem komen)` is how the sheet of lists shows one.
    let alone = part.split(" (").next().unwrap_or(part);
    let meant =
        options.iter().find(|option| [part, alone].contains(&option.id.as_str()) || names(option).contains(&folded));
    match meant {
        Some(option) => Ok(option.id.clone()),
        None if options.is_empty() => Ok(part.to_owned()),
        None => Err(Refused {
            message: says!("`{}` staat niet in de lijst", "`{}` isn't in the list", short(part)),
            help: choose(
                part,
                options.iter().map(|option| option.id.as_str()),
                options.iter().map(|option| option.id.as_str()),
            ),
        }),
    }
}

fn said(text: &RawText) -> impl Iterator<Item = &str> {
    text.all().map(|(_, words)| words)
}

/// The parts of a cell: between semicolons or on lines, and between commas where a part isn't a word as it stands.
fn parts(cell: &str, is_one: impl Fn(&str) -> bool) -> Vec<String> {
    let mut parts = Vec::new();
    for part in cell.split([';', '\n']).map(str::trim).filter(|part| !part.is_empty()) {
        if is_one(part) {
            parts.push(part.to_owned());
        } else {
            parts.extend(part.split(',').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned));
        }
    }
    parts
}

fn choose<'a>(cell: &str, near: impl IntoIterator<Item = &'a str>, all: impl IntoIterator<Item = &'a str>) -> Said {
    let typed = plain(cell);
    let allowed = typed.len().div_ceil(3);
    let slips_from = |name: &&str| slips(&typed, &plain(name)).map_or(usize::MAX, |slips| usize::from(slips.whole));
    let near = near.into_iter().map(|name| (slips_from(&name), name)).filter(|(slips, _)| *slips <= allowed).min();
    if let Some((_, near)) = near {
        return says!("bedoelt u `{near}`?", "did you mean `{near}`?");
    }
    let all = all.into_iter().collect::<Vec<_>>().join("`, `");
    says!("kies uit `{all}`", "choose from `{all}`")
}
