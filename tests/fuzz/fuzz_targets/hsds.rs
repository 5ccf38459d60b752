//! The bytes of HSDS or schema.org.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| mantelwijzer_fuzz::exchanged::hsds(bytes));
