//! What always holds, shown on thousands of random cases that are the same on every run.

mod answering;
pub mod catalogues;
mod exactness;
mod interviews;
pub mod people;
pub mod random;
mod ranking;
pub mod reference;
pub mod rules;
mod saved;
mod visits;
mod walks;
