//! Floor 7: what a reader's own browser asks of this program, once it is compiled to WebAssembly: bytes in, bytes out. No
//! page, no file and no network is known here; a page brings what it read, and shows what is answered.
//!
//! Each folder is one program for one page: `check`, the verifier; `desk`, a commission's papers. `packaging/browser` puts
//! the boundary of WebAssembly around each, so that a page carries only what it asks for.

pub mod answers;
pub mod check;
pub mod desk;
pub mod parcel;
