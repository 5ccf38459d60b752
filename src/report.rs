//! What a catalogue has and lacks, in one place or as a whole: data first, then a page, a table and letters.

pub mod gaps;
pub mod heat;
pub mod scope;
