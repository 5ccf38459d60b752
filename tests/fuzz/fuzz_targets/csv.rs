//! The bytes of a table.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| mantelwijzer_fuzz::exchanged::csv(bytes));
