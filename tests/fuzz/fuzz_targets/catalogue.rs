//! The bytes of a partner's file.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| mantelwijzer_fuzz::catalogue::catalogue(bytes));
