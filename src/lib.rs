//! The core of Mantelwijzer: it matches a caregiver's answers with a catalogue of support.
//!
//! ```text
//! files ─parse─▶ raw catalogue ─build─▶ Catalogue
//!                                          │
//! Answers ◀─apply─ Interview ──────────────┤
//!    │                                     ▼
//!    └──────────▶ eligibility ─▶ matching ─▶ explanation ─▶ screen ─▶ (widget)
//! ```
//!
//! It reads no clock, file, network, environment or random number: the day is an argument, texts come in as text.
//! Nothing here knows Yew; nothing in the widget decides.
#![deny(clippy::disallowed_methods, clippy::disallowed_types, clippy::print_stdout, clippy::print_stderr)]
#![deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing))]

pub mod catalogue;
pub mod guide;
pub mod questionnaire;
pub mod region;
pub mod rule;

pub mod answers;
pub mod eligibility;
pub mod interview;
pub mod matching;
pub mod search;

pub mod balance;
pub mod plan;
pub mod sheet;
pub mod steps;
pub mod visit;

pub mod calendar;
// The widget's bytes are counted: it has no desk.
#[cfg(any(feature = "cli", feature = "workbench"))]
pub mod desk;
pub mod document;
pub mod links;
pub mod pages;
pub mod reading;
pub mod report;

#[cfg(feature = "exchange")]
pub mod exchange;

pub mod explanation;
pub mod scenario;
pub mod screen;
pub mod sentence;
pub mod wording;

pub mod cell;
pub mod contact;
pub mod date;
pub mod figures;
pub mod id;
pub mod informal;
pub mod json;
pub mod language;
pub mod span;
pub mod spelling;
