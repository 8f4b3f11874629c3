//! A night of small deaths: what a killed process leaves behind.

mod witnesses;
