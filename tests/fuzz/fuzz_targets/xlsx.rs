//! The bytes of a spreadsheet, or of what is in one.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| mantelwijzer_fuzz::exchanged::xlsx(bytes));
