//! What always holds, shown on thousands of random cases that are the same on every run.

mod answering;
mod catalogues;
mod exactness;
mod interviews;
mod people;
pub mod random;
mod ranking;
mod reference;
mod rules;
mod saved;
mod visits;
