//! What needs no disk, no network and no program: values in, values out. The house's own rules are read here too.

#[path = "../kit/mod.rs"]
mod kit;

#[cfg(feature = "browser")]
mod browser;
#[cfg(feature = "portal")]
mod charts;
#[cfg(feature = "portal")]
mod desk;
#[cfg(feature = "intake")]
mod fuzz_corpus;
mod house;
#[cfg(feature = "intake")]
mod intake;
mod keys;
mod packed;
mod rules;
mod rules_versions;
mod states;
mod text;
mod together;
mod transparency;
mod views;
mod written;
