//! What the program does not survive: a defect of its own, or a system that grants no thread. It is said in a sentence of
//! the reader's language, and never in the words of a panic.

use std::io::Write;
use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::sync::Mutex;
use std::thread;

use super::failure::{Exit, Failure};
use super::words::defects;
use crate::domain::code::Code;
use crate::text::{Lang, Said};

/// What libraries, and the language's own, say when the system grants no thread.
const NO_THREAD: [&str; 2] = ["spawn", "thread pool"];
/// Where the embedded store's code lies: its panics are caught where it is called, and the journal is read instead.
const EMBEDDED_STORE: &str = "/sled-";

/// What was met.
#[derive(Clone, Debug)]
enum Met {
    /// The system grants no thread.
    NoThread,
    /// A defect, at this place of the source.
    Defect(String),
}

/// What the last panic was about.
static MET: Mutex<Option<Met>> = Mutex::new(None);

/// Runs a verb to its end. Whatever it panics with is a failure like any other.
pub fn caught(lang: Lang, run: impl FnOnce() -> Result<Exit, Failure>) -> Result<Exit, Failure> {
    panic::set_hook(Box::new(move |panicked| hear(lang, panicked)));
    panic::catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|_| {
        let met = MET.lock().ok().and_then(|met| met.clone());
        Err(failure(lang, met.unwrap_or(Met::Defect(String::new()))))
    })
}

/// Keeps what a panic is about for whoever catches it. A thread that nobody waits for tells it itself.
fn hear(lang: Lang, panicked: &PanicHookInfo<'_>) {
    let place = panicked.location().map(|place| format!("{}:{}", place.file(), place.line())).unwrap_or_default();
    if place.contains(EMBEDDED_STORE) {
        return;
    }
    let payload = panicked.payload();
    let words = payload.downcast_ref::<String>().map(String::as_str).or(payload.downcast_ref::<&str>().copied());
    let words = words.unwrap_or_default();
    let met = if NO_THREAD.iter().any(|no| words.contains(no)) { Met::NoThread } else { Met::Defect(place) };
    let thread = thread::current();
    // A nameless one is of the pool, which hands the panic on to the main one.
    if thread.name().is_some_and(|name| name != "main") {
        let Failure { code, says, .. } = failure(lang, met.clone());
        // Nobody is left to tell when the terminal is gone.
        let _ = writeln!(std::io::stderr(), "{code} {says}");
    }
    if let Ok(mut last) = MET.lock() {
        *last = Some(met);
    }
}

fn failure(lang: Lang, met: Met) -> Failure {
    match met {
        Met::NoThread => Failure::said(Exit::Disk, Code::U21, advise!(lang, defects::defect_no_thread)),
        Met::Defect(place) => Failure::said(Exit::CannotTell, Code::U22, defect(lang, &place)),
    }
}

fn defect(lang: Lang, place: &str) -> Said {
    advise!(lang, defects::defect_met { place, version: env!("CARGO_PKG_VERSION") })
}
