//! Scenarios as people, screen readers and programs read them.

use super::{Told, title};
use mantelwijzer::{
    catalogue::diagnostic::{Tongue, Words},
    says,
    scenario::{Difference, Line, Mark, Why},
};
use serde_json::{Value, json};
use std::{
    env,
    fmt::Write,
    io::{self, IsTerminal},
};

/// Each person, and below those for whom something differs: what was expected (`-`) and what was found (`+`).
pub fn human(all: &[Told], tongue: Tongue) -> String {
    let paint = Paint { on: io::stdout().is_terminal() && env::var_os("NO_COLOR").is_none() };
    let mut text = String::new();
    for told in all {
        let _ = writeln!(text, "{} {}", paint.verdict(told, tongue), title(told, tongue));
        if told.passed() {
            continue;
        }
        if !told.story.is_empty() {
            let _ = writeln!(text, "     {}", told.story);
        }
        for problem in &told.unclear {
            let _ = writeln!(text, "     ! {}; {}", problem.message.in_tongue(tongue), problem.help.in_tongue(tongue));
        }
        let mut above = None;
        for difference in &told.differences {
            let demand = difference.demand.words();
            if above.as_ref() != Some(&demand) {
                let _ = writeln!(text, "     {} (`{}`)", demand.in_tongue(tongue), difference.demand.field());
            }
            above = Some(demand);
            difference.lines.iter().for_each(|line| text.push_str(&paint.line(line, tongue)));
        }
        text.push('\n');
    }
    text + &tally(all)
}

/// The same in sentences.
pub fn plain(all: &[Told], tongue: Tongue) -> String {
    let mut text = String::new();
    for told in all.iter().filter(|told| !told.passed()) {
        let _ = writeln!(text, "{}: {}. {}", verdict(told).in_tongue(tongue), title(told, tongue), told.story);
        for problem in &told.unclear {
            let _ = writeln!(
                text,
                "{} {}",
                stopped(problem.message.in_tongue(tongue)),
                stopped(problem.help.in_tongue(tongue))
            );
        }
        for difference in &told.differences {
            let _ = writeln!(text, "{}", stopped(difference.words().in_tongue(tongue)));
        }
    }
    text + &tally(all)
}

fn stopped(sentence: &str) -> String {
    if sentence.ends_with('?') { sentence.to_owned() } else { format!("{sentence}.") }
}

/// The same as data.
pub fn json(all: &[Told], tongue: Tongue) -> String {
    let told: Vec<Value> = all
        .iter()
        .map(|told| {
            let unclear = told
                .unclear
                .iter()
                .map(|one| format!("{}; {}", one.message.in_tongue(tongue), one.help.in_tongue(tongue)));
            let differing = told.differences.iter().map(|one| one.words().in_tongue(tongue).to_owned());
            json!({
                "file": told.file, "example": told.example, "story": told.story, "passed": told.passed(),
                "problems": unclear.chain(differing).collect::<Vec<_>>(),
                "differences": told.differences.iter().map(|one| difference(one, tongue)).collect::<Vec<_>>(),
            })
        })
        .collect();
    serde_json::to_string_pretty(&told).unwrap_or_default() + "\n"
}

/// How many passed and failed: `tests/tally.mjs` counts by it.
pub fn tally(all: &[Told]) -> String {
    let passed = all.iter().filter(|told| told.passed()).count();
    format!("{passed} passed, {} failed\n", all.len() - passed)
}

fn difference(difference: &Difference, tongue: Tongue) -> Value {
    let lines = difference.lines.iter().map(|line| {
        let mark = match line.mark {
            Mark::Expected => "expected",
            Mark::Found => "found",
            Mark::Both => "both",
        };
        let why = line.why.as_ref().map(Why::words);
        json!({"mark": mark, "id": line.id, "name": line.name.in_tongue(tongue), "why": why.map(|why| why.in_tongue(tongue).to_owned())})
    });
    json!({"at": difference.at, "demand": difference.demand.field(), "lines": lines.collect::<Vec<_>>()})
}

fn verdict(told: &Told) -> Words {
    if told.passed() { says!("goed", "good") } else { says!("fout", "wrong") }
}

/// Colours, on a terminal only.
struct Paint {
    on: bool,
}

impl Paint {
    fn verdict(&self, told: &Told, tongue: Tongue) -> String {
        self.coloured(verdict(told).in_tongue(tongue), if told.passed() { 32 } else { 31 })
    }

    fn line(&self, line: &Line, tongue: Tongue) -> String {
        let name = line.name.in_tongue(tongue);
        let shown = |mark: char| format!("{mark} {}  {name}", line.id).trim_end().to_owned();
        let shown = match line.mark {
            Mark::Expected => self.coloured(&shown('-'), 31),
            Mark::Found => self.coloured(&shown('+'), 32),
            Mark::Both => shown(' '),
        };
        let why = line.why.as_ref().map(|why| format!("             {}\n", why.words().in_tongue(tongue)));
        format!("       {shown}\n{}", why.unwrap_or_default())
    }

    fn coloured(&self, text: &str, colour: u8) -> String {
        if self.on { format!("\u{1b}[{colour}m{text}\u{1b}[0m") } else { text.to_owned() }
    }
}
