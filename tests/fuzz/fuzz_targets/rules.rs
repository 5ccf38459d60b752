//! A rule against the naive reference.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| mantelwijzer_fuzz::rule::rules(bytes));
