//! The bytes of a file with saved answers.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| mantelwijzer_fuzz::answers::answers(bytes));
