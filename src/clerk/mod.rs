//! Floor 5: what a paper goes through at a commission, before it is handed in: what is known beforehand, what the rules
//! say of a draft, who may sign it and how far it is signed. Pure, so that the program and a browser ask the same code.

pub mod background;
pub mod check;
pub mod draft;
pub mod error;
pub mod sign;
