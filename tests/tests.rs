//! One integration crate: what partners, scripts and pages rely on.
#![allow(missing_docs)]
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod broken;
mod cli;
mod desk;
mod laws;
mod manual;
mod pages;
mod published;
mod search;
mod sentence;
mod shipped;
mod tidy;
