//! What always holds, shown on thousands of random cases that are the same on every run.

mod catalogues;
mod exactness;
mod people;
mod random;
mod reference;
mod rules;
