//! A published catalogue and its places.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| mantelwijzer_fuzz::bundle::bundle(bytes));
