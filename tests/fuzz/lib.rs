//! The bodies of the targets, and the naive reference: the same files that the tests have.
#![allow(missing_docs)]
// The laws have more in these files than the fuzzer uses.
#![allow(dead_code)]

#[path = "../fuzzed/answers.rs"]
pub mod answers;
#[path = "../fuzzed/base.rs"]
mod base;
#[path = "../fuzzed/bundle.rs"]
pub mod bundle;
#[path = "../fuzzed/catalogue.rs"]
pub mod catalogue;
#[path = "../fuzzed/exchanged.rs"]
pub mod exchanged;
#[path = "../fuzzed/rule.rs"]
pub mod rule;
#[path = "../fuzzed/zipped.rs"]
mod zipped;

#[path = "../laws/catalogues.rs"]
mod catalogues;
#[path = "../laws/people.rs"]
mod people;
#[path = "../laws/random.rs"]
mod random;
#[path = "../laws/reference.rs"]
mod reference;
// The random rules of the laws: catalogues are made of them.
#[path = "../laws/rules.rs"]
mod rules;
