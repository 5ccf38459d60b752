//! One integration crate: what partners, scripts and pages rely on.
#![allow(missing_docs)]
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod broken;
mod cli;
mod desk;
mod documents;
mod exchange;
mod formats;
mod fuzzed;
mod hostile;
mod languages;
mod laws;
mod links;
mod manual;
mod mutated;
mod overlays;
mod pages;
mod published;
mod report;
mod scenario;
mod search;
mod sentence;
mod shipped;
mod tidy;
