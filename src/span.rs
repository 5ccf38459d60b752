//! Intervals of whole numbers: an age bucket, an option's place in its list, a region's municipalities.

/// The numbers from `from` up to, not including, `to`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first number inside.
    pub from: u32,
    /// The first number after.
    pub to: u32,
}

impl Span {
    /// The interval from `from` up to `to`; empty when `to` is not larger.
    pub const fn new(from: u32, to: u32) -> Self {
        Self { from, to }
    }

    /// Only this number.
    pub const fn single(number: u32) -> Self {
        Self { from: number, to: number.saturating_add(1) }
    }

    /// Whether the number lies inside.
    pub fn contains(self, number: u32) -> bool {
        (self.from..self.to).contains(&number)
    }

    /// Whether the two share a number.
    pub fn meets(self, other: Self) -> bool {
        self.from.max(other.from) < self.to.min(other.to)
    }

    /// Whether every number of the other lies inside.
    pub fn covers(self, other: Self) -> bool {
        self.from <= other.from && other.to <= self.to
    }

    /// Whether no number lies inside.
    pub fn is_empty(self) -> bool {
        self.to <= self.from
    }
}
