//! A paper as a sheet: a protocol or a summary with its figures, its people, what is found and what happened. The program
//! prints it, and the site shows it.

pub mod happened;
pub mod protocol;
pub mod sheet;
pub mod summary;
