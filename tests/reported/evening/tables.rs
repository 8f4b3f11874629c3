//! Tables for people who have names and no numbers.
