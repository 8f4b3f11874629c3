//! Everything that a user can do, without the program: the room `service` alone. It is built with the feature `service`
//! and no other, as a server or an embedder builds it.

#[path = "../kit/mod.rs"]
mod kit;

mod desk;
mod errors;
mod observed;
mod story;
