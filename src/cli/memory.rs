//! The address space that the system grants (`ulimit -v`). Where memory runs out, nobody can be told any more: the
//! language ends the process with a signal. So it is looked at before anything is done.

use std::env;
use std::os::unix::process::CommandExt;
use std::process::Command;
use std::thread;

use rustix::process::{Resource, getrlimit};

use super::failure::{Exit, Failure};
use super::words::defects;
use crate::domain::code::Code;
use crate::text::Lang;

/// What the program, its libraries and a small ledger take, in MiB.
const LEAST: u64 = 128;
/// What each thread of the pool takes besides, in MiB: its stack, and a little.
const A_THREAD: u64 = 4;
/// The bytes of a MiB.
const MIB: u64 = 1 << 20;
/// By this the system's allocator is told to reserve no stretch of 64 MiB for each thread, as it does while there is room:
/// under a limit such stretches take the room of what is needed.
const ONE_ARENA: (&str, &str) = ("MALLOC_ARENA_MAX", "1");

/// Sees that there is as much as any verb needs. Under a limit the program is started again, once, in the same process,
/// with an allocator that reserves nothing.
///
/// # Errors
/// U23: there is less.
pub fn provide(lang: Lang) -> Result<(), Failure> {
    let Some(granted) = getrlimit(Resource::As).current else { return Ok(()) };
    let threads = thread::available_parallelism().map_or(1, |cores| cores.get() as u64);
    let (granted, needed) = (granted / MIB, LEAST + A_THREAD * threads);
    if granted < needed {
        let said = advise!(lang, defects::defect_no_memory { granted, needed, limit: (needed * 1024).to_string() });
        return Err(Failure::said(Exit::Disk, Code::U23, said));
    }
    if env::var_os(ONE_ARENA.0).is_none()
        && let Ok(program) = env::current_exe()
    {
        let mut arguments = env::args_os();
        let name = arguments.next().unwrap_or_default();
        // It comes back only if it could not be started: then it goes on as it is.
        let _ = Command::new(program).arg0(name).args(arguments).env(ONE_ARENA.0, ONE_ARENA.1).exec();
    }
    Ok(())
}
