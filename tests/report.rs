//! The report: what it counts is counted again here, the slow way.
