//! Arguments that several verbs share, and how they are read.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::failure::Failure;
use crate::service::clock::ClockTrust;
use crate::service::error::QueryError;
use crate::service::policy::PolicyFile;
use crate::service::query::Point;
use crate::text::Lang;

/// The ledger's folder, if nobody names another.
pub const LEDGER: &str = "ledger";

/// How long witnesses are waited for, if nobody says otherwise: a slow answer and two retries.
pub const WITNESS_SECONDS: u64 = 15;

/// What every verb takes.
#[derive(Debug, Args)]
pub struct Global {
    /// The ledger's folder
    #[arg(long, global = true, value_name = "DIR", default_value = LEDGER)]
    pub ledger: PathBuf,
    /// The trust policy: which log keys and witnesses to believe (C2SP tlog-policy)
    #[arg(long, global = true, value_name = "FILE")]
    pub policy: Option<PathBuf>,
    /// What that file holds: read once, before any verb does anything
    #[arg(skip)]
    pub policy_file: Option<PolicyFile>,
    /// One JSON object on stdout instead of text
    #[arg(long, global = true)]
    pub json: bool,
    /// No talk on stderr
    #[arg(long, global = true)]
    pub quiet: bool,
    /// Whether to colour
    #[arg(long, global = true, value_enum, default_value_t = Color::Auto)]
    pub color: Color,
    /// The language of what is said: en, az or ru
    #[arg(long, global = true, value_name = "LANG", default_value_t)]
    pub lang: Lang,
}

/// Whether to colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Color {
    Auto,
    Always,
    Never,
}

/// How a passphrase is had without a terminal.
#[derive(Debug, Args)]
pub struct Secret {
    /// Read the passphrase from a file's first line
    #[arg(long, value_name = "FILE")]
    pub passphrase_file: Option<PathBuf>,
    /// Answer every question with yes
    #[arg(long)]
    pub yes: bool,
}

/// What a draft is held against: where the founding act, commissions and candidates are known from.
#[derive(Debug, Args)]
pub struct BackgroundSource {
    /// An offline kit instead of a ledger, or the URL of one, or of a service
    #[arg(long, value_name = "FILE")]
    pub kit: Option<PathBuf>,
}

/// What is read instead of the ledger.
#[derive(Debug, Args)]
pub struct ReadFrom {
    /// A published folder, its tar or its URL, all of which is verified first; the ledger of --ledger if left out
    #[arg(value_name = "LOG")]
    pub log: Option<PathBuf>,
}

/// The log's key, for whoever writes.
#[derive(Debug, Args)]
pub struct LogKey {
    /// The log's secret key; a rehearsal keeps its own
    #[arg(long, value_name = "FILE")]
    pub log_key: Option<PathBuf>,
    /// How long the policy's witnesses are waited for, in seconds
    #[arg(long, value_name = "SECONDS", default_value_t = WITNESS_SECONDS, value_parser = clap::value_parser!(u64).range(1..=3600))]
    pub witness_seconds: u64,
    /// The replica, which has everything before it is signed: a folder that another machine keeps, or in a build with
    /// object stores s3://BUCKET/PREFIX, az://CONTAINER/PREFIX, gs://BUCKET/PREFIX. Once told, it is kept to
    #[arg(long, value_name = "DIR|URL")]
    pub replica: Option<String>,
    #[command(flatten)]
    pub secret: Secret,
}

impl LogKey {
    /// The one that a rehearsal keeps with its ledger.
    pub fn kept() -> Self {
        let secret = Secret { passphrase_file: None, yes: true };
        Self { log_key: None, witness_seconds: WITNESS_SECONDS, replica: None, secret }
    }
}

/// Whether this machine's clock is believed.
#[derive(Debug, Args)]
pub struct Clock {
    /// This machine's clock is right, whatever the ledger, its polling days and its witnesses make of it. `verify` tells
    /// a jump ever after
    #[arg(long)]
    pub clock_is_right: bool,
}

impl Clock {
    /// What was said of the clock.
    pub fn trust(&self) -> ClockTrust {
        if self.clock_is_right { ClockTrust::Insisted } else { ClockTrust::Compared }
    }
}

/// Who may see figures before they are published.
#[derive(Debug, Args)]
pub struct Insider {
    /// Figures even before the publication that the founding act fixes: for commissions, on their own machine. An
    /// agreement and no lock: who has the folder can read it
    #[arg(long)]
    pub inside: bool,
}

/// The point of a ledger's history that `--at` names; without it, the last.
pub fn point(lang: Lang, at: Option<&str>) -> Result<Point, Failure> {
    at.map_or(Ok(Point::Latest), |text| text.parse().map_err(|error: QueryError| Failure::service(lang, error)))
}
