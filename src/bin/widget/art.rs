//! Drawings: a small set of icons, and two people who dance. All of it is for the eye alone: words stand beside it.

use crate::markup::{El, el};

/// An icon by the name of what it stands for, drawn with a line on 24 by 24.
/// A button finds its own by its hook `data-action`.
const ICONS: &[(&str, &str)] = &[
    ("back", "M10 6l-6 6 6 6M4 12h16"),
    ("call", "M7 4l3 4-2 3c1 2 3 4 5 5l3-2 4 3c0 2-2 3-4 3C9 20 4 15 4 8c0-2 1-4 3-4z"),
    ("talk", "M8 17l-4 4V8a4 4 0 0 1 4-4h8a4 4 0 0 1 4 4v5a4 4 0 0 1-4 4zM12 14c-7-5-2-8 0-5 2-3 7 0 0 5z"),
    ("wipe", "M5 7h14M9 7l1-3h4l1 3M7 7l1 13h8l1-13"),
    ("exit", "M13 4H5v16h8M10 12h11M17 8l4 4-4 4"),
    ("plan", KEEP),
    ("keep", KEEP),
    ("print", "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z"),
    ("download", "M12 4v11M7 10l5 5 5-5M5 20h14"),
    ("copy", "M9 9h11v11H9zM16 9V4H4v12h5"),
    ("browse", "M4 10a6 6 0 1 0 12 0 6 6 0 1 0-12 0M15 15l5 5"),
    ("results", "M4 7l2 2 3-5M13 7h7M4 17l2 2 3-5M13 17h7"),
    ("sheet", "M4 4h11v8H9l-3 3v-3H4zM18 9h2v8h-2v3l-3-3h-5"),
    ("respite", "M5 10h12v4a6 6 0 0 1-12 0zM17 11a2 2 0 1 1 0 5M9 3q-2 2 0 4M13 3q-2 2 0 4"),
    ("journey", "M5 20h9a4 4 0 0 0 0-8h-4a4 4 0 0 1 0-8h9M16 1l3 3-3 3"),
    ("recognise", "M8 8a4 4 0 1 0 8 0 4 4 0 1 0-8 0M4 21c1-9 15-9 16 0"),
    ("lock", "M6 11h12v9H6zM8 11V8a4 4 0 0 1 8 0v3"),
];
const KEEP: &str = "M7 4h10v16l-5-4-5 4z";

/// From struggle to dance: a line that begins jagged ends as a wave, and on it two people move together.
const DANCE: &[(&str, &str)] = &[
    ("way", "M4 134l11-20 10 28 12-34 11 30 10-18c9-10 14 24 40 28s44-14 70-8 40 12 70-10"),
    ("one", "M91 64c6 18 28 26 52 18M78 112l-12 28M94 114l8 30M92 56c14-6 24-20 32-42"),
    ("two", "M157 62c14 10 34 4 44-14"),
    ("one robe", "M86 50c-2 24-8 46-22 66 14 6 32 6 46-2-8-20-14-42-14-64q-6-6-10 0z"),
    ("two robe", "M150 54c-4 30-8 52-22 78 24 16 54 12 74-4-28-18-38-44-42-72q-6-6-10-2z"),
    ("two", "M154 60c-14-8-24-22-30-46"),
    ("one head", "M90 30h.1"),
    ("two head", "M155 35h.1"),
];

/// The icon of this name, if there is one.
pub fn icon(name: &str) -> Option<El> {
    let (name, path) = ICONS.iter().find(|(known, _)| *known == name)?;
    Some(drawing("icon", "0 0 24 24").set("data-icon", name).put(shape("", path)))
}

/// Two people who dance.
pub fn dance() -> El {
    drawing("dance", "0 0 240 160").all(DANCE.iter().map(|(class, path)| shape(class, path)))
}

/// Where shapes are drawn; nothing of it is read out.
pub fn drawing(class: &str, space: &str) -> El {
    el("svg", class).set("viewBox", space).set("aria-hidden", "true")
}

/// A shape.
pub fn shape(class: &str, path: &str) -> El {
    el("path", class).set("d", path)
}
