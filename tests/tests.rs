//! One integration crate: what partners, scripts and pages rely on.
#![allow(missing_docs)]
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod broken;
mod cli;
mod desk;
mod laws;
mod manual;
mod overlays;
mod pages;
mod published;
mod scenario;
mod search;
mod sentence;
mod shipped;
mod tidy;
