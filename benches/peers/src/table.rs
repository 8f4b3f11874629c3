//! What was measured, as the tables of `docs/performance.md`.

use std::fmt;
use std::time::Duration;

use crate::BATCHES;

/// Events a second, appended in batches.
pub struct Measured {
    pub name: String,
    pub batch: usize,
    pub rate: u128,
}

/// A verification of everything.
pub struct Verified {
    pub name: &'static str,
    pub batch: usize,
    /// Signatures of its own.
    pub own: usize,
    pub alone: Duration,
    /// With the signatures of the events.
    pub with_events: Duration,
    pub room: Vec<(&'static str, u64)>,
}

impl fmt::Display for Verified {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [alone, with] = [self.alone, self.with_events].map(|time| time.as_millis());
        let room: Vec<_> = self.room.iter().map(|(what, bytes)| format!("{what} {:.1}", megabytes(*bytes))).collect();
        write!(f, "| {} | {} | {} | {alone} | {with} | {} |", self.name, self.batch, self.own, room.join(", "))
    }
}

fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}

pub fn print(appended: &[Measured], verified: &[Verified]) {
    println!("\n| events a second, in batches of | {} |", BATCHES.map(|(batch, _)| batch.to_string()).join(" | "));
    println!("| --- |{}", " --- |".repeat(BATCHES.len()));
    let mut names: Vec<&str> = Vec::new();
    for one in appended {
        if !names.contains(&&one.name[..]) {
            names.push(&one.name);
        }
    }
    for name in names {
        let rates = appended.iter().filter(|one| one.name == name).map(|one| format!(" {} |", one.rate));
        println!("| {name} |{}", rates.collect::<String>());
    }
    println!("\n| verified | in batches of | own signatures | ms | ms, with those of the events | MB |");
    println!("| --- | --- | --- | --- | --- | --- |");
    verified.iter().for_each(|one| println!("{one}"));
}
