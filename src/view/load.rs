//! What a load came to: how many submissions a service acknowledged, how fast, and how long each took.

use schemars::JsonSchema;
use serde::Serialize;

use super::failure::Failure;
use super::named::Named;
use super::spelling::Print;

/// What a load came to.
#[derive(Clone, PartialEq, Debug, Serialize, JsonSchema)]
pub struct Load {
    /// The URL of the service.
    pub url: String,
    /// How many handed in at once.
    pub clients: u64,
    /// How many submissions were due in a second on the mean; null where each was due when a client was free.
    pub rate: Option<u64>,
    /// How many receipts were checked, each against the log's key, its submission, and the log as it was at the end.
    pub receipts: u64,
    /// The size of the largest checkpoint of a receipt.
    pub size: u64,
    /// Its fingerprint.
    pub fingerprint: Print,
    /// How often a submission was handed in again, and why.
    pub asked_again: AskedAgain,
    /// All phases together.
    pub all: Measured,
    /// Each phase that had anything to hand in, in order.
    pub phases: Vec<Phase>,
    /// What the machine that handed in allows by itself; null where that was not asked.
    pub machine: Option<Machine>,
    /// What ended it, or what was refused first; null where everything came in.
    pub error: Option<Failure>,
}

/// How often a submission was handed in again, and why.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct AskedAgain {
    /// The service asked to come again: 429.
    pub busy: u64,
    /// It took nothing for a moment: 503.
    pub closed: u64,
    /// Nobody answered to the end.
    pub gone: u64,
    /// It was refused, and others had come in by then: it may have been too early.
    pub early: u64,
}

/// A phase that was handed in.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Phase {
    /// What it is about.
    pub phase: String,
    /// Of which contest; null where it is of all.
    pub contest: Option<String>,
    /// What was measured.
    pub measured: Measured,
}

/// What was measured of submissions.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Measured {
    /// How many were answered.
    pub submissions: u64,
    /// How many of them came in now.
    pub taken: u64,
    /// How many were in already.
    pub already: u64,
    /// How many were refused, by code.
    pub refused: Named<u64>,
    /// How long it lasted, in milliseconds.
    pub milliseconds: u64,
    /// How many were answered in a second on the mean.
    pub per_second: u64,
    /// How long they took, from when each was due to its answer.
    pub latency: Latency,
}

/// How long submissions took, in microseconds: so many hundredths of them no longer than this.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[allow(missing_docs, reason = "each is the percentile of its name")]
pub struct Latency {
    pub p50: u64,
    pub p90: u64,
    pub p99: u64,
    /// 99.9 hundredths.
    pub p999: u64,
    /// The longest.
    pub max: u64,
}

/// What a machine allows by itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Machine {
    /// How many signatures it checks in a second, strictly, on all cores and with keys that it has read before.
    pub signatures_per_second: u64,
    /// How often in a second it appends 4 KiB to a file and waits until they are on the disk.
    pub syncs_per_second: u64,
}
