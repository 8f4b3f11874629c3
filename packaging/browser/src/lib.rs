//! The boundary of WebAssembly: three functions out, and none in, so that nothing behind it can reach a file, the network,
//! a clock or chance.
//!
//! ```text
//! reserve(bytes) -> place      where a page puts a question's name and what it gives, one after the other
//! ask(name bytes) -> place     asks it; where the answer stands
//! answered() -> bytes          how long the answer is
//! ```
//! What was reserved is used up by asking; an answer stands until the next question. Whatever traps has no answer at all.
#![forbid(clippy::undocumented_unsafe_blocks)]

use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use protokol::browser::answers::Answers;

#[cfg(all(feature = "check", not(feature = "desk")))]
type Program = protokol::browser::check::Check;
#[cfg(all(feature = "desk", not(feature = "check")))]
type Program = protokol::browser::desk::Desk;

/// All that is kept between two calls.
#[derive(Default)]
struct Held {
    program: Program,
    given: Vec<u8>,
    answer: Vec<u8>,
}

fn held() -> MutexGuard<'static, Held> {
    static HELD: OnceLock<Mutex<Held>> = OnceLock::new();
    HELD.get_or_init(Mutex::default).lock().unwrap_or_else(PoisonError::into_inner)
}

#[unsafe(no_mangle)]
pub extern "C" fn reserve(bytes: usize) -> usize {
    let mut held = held();
    held.given = vec![0; bytes];
    held.given.as_mut_ptr() as usize
}

#[unsafe(no_mangle)]
pub extern "C" fn ask(name_bytes: usize) -> usize {
    let mut held = held();
    let given = std::mem::take(&mut held.given);
    let (name, given) = given.split_at_checked(name_bytes).unwrap_or((&[], &given));
    held.answer = held.program.answer(&String::from_utf8_lossy(name), given);
    held.answer.as_ptr() as usize
}

#[unsafe(no_mangle)]
pub extern "C" fn answered() -> usize {
    held().answer.len()
}
