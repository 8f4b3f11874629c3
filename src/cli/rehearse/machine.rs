//! What a machine allows by itself, beside which a service is held that must check signatures and wait for its disk.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use super::super::failure::Failure;
use crate::crypto::key::SecretKey;
use crate::crypto::parallel::ParallelMap;
use crate::service::parallel::Cores;
use crate::store::error::Doing;
use crate::text::Lang;
use crate::view::load::Machine;

/// How long each is measured.
const MEASURED: Duration = Duration::from_secs(2);
/// Signatures that are checked between two looks at the clock, each under a key of its own.
const SIGNATURES: u64 = 2_048;
/// Bytes of what is signed: about a protocol's.
const STATEMENT_BYTES: usize = 400;
/// Bytes that are appended before each sync.
const BLOCK_BYTES: usize = 4_096;

/// Measures this machine, and its disk where a folder is.
pub fn machine(place: &Path, lang: Lang) -> Result<Machine, Failure> {
    let file = place.join(format!("probe-{}", std::process::id()));
    let syncs = syncs(&file);
    // What is left behind is a few pages, and its name says what it is.
    let _ = fs::remove_file(&file);
    let syncs_per_second = syncs.map_err(|error| Failure::io(lang, Doing::Write, &file, &error))?;
    Ok(Machine { signatures_per_second: signatures(), syncs_per_second })
}

/// Strict checks a second, on all cores.
fn signatures() -> u64 {
    let statement = vec![7; STATEMENT_BYTES];
    let signed = |number: u64| {
        let key = SecretKey::demonstration("probe:", &number.to_string());
        key.public().admit().ok().map(|public| (public, key.sign(&statement)))
    };
    let signed: Vec<_> = Cores.map((0..SIGNATURES).collect(), signed).into_iter().flatten().collect();
    let refer = || signed.iter().collect::<Vec<_>>();
    a_second(|| {
        let checked = Cores.map(refer(), |(key, signature)| key.verifies(&statement, signature));
        checked.into_iter().filter(|is_good| *is_good).count() as u64
    })
}

/// Syncs a second, one after the other.
fn syncs(place: &Path) -> io::Result<u64> {
    let (mut file, block) = (File::create_new(place)?, [7; BLOCK_BYTES]);
    let mut failed = Ok(());
    let done = a_second(|| {
        failed = std::mem::replace(&mut failed, Ok(()))
            .and_then(|()| file.write_all(&block))
            .and_then(|()| file.sync_data());
        1
    });
    failed.map(|()| done)
}

/// How much is done in a second, of work that says how much it did.
fn a_second(mut work: impl FnMut() -> u64) -> u64 {
    let (since, mut done) = (Instant::now(), 0_u64);
    while since.elapsed() < MEASURED {
        done += work();
    }
    u64::try_from(u128::from(done) * 1_000_000 / since.elapsed().as_micros().max(1)).unwrap_or(u64::MAX)
}
