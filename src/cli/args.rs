//! The arguments: one definition, from which help, completions and man pages are made.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::text::Lang;

/// The ledger's folder, if nobody names another.
pub const LEDGER: &str = "ledger";

/// How long witnesses are waited for, if nobody says otherwise: a slow answer and two retries.
pub const WITNESS_SECONDS: u64 = 15;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "protokol",
    version,
    about = "An event-sourced audit ledger for election result protocols",
    before_help = "Examples:\n  protokol rehearse docs/elections/georgia-2018\n  protokol verify ledger --policy keys/georgia-2018.policy",
    disable_help_subcommand = true,
    propagate_version = true
)]
pub struct Arguments {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub verb: Verb,
}

/// What every verb takes.
#[derive(Debug, Args)]
pub struct Global {
    /// The ledger's folder
    #[arg(long, global = true, value_name = "DIR", default_value = LEDGER)]
    pub ledger: PathBuf,
    /// The trust policy: which log keys and witnesses to believe (C2SP tlog-policy)
    #[arg(long, global = true, value_name = "FILE")]
    pub policy: Option<PathBuf>,
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

/// The verbs.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Replay an election folder under demonstration keys into a fresh ledger, verify it, print the result
    Rehearse(Rehearse),
    /// Make a sealed key (PKCS#8 PEM) and print its public half
    Keygen(Keygen),
    /// Make a TOML draft of any event kind, with what is known filled in
    Draft(Draft),
    /// Run the rules on a draft; nothing is signed, nothing leaves the room
    Check(Check),
    /// Show a draft or submission in figures and words, ask, and add one signature
    Sign(Sign),
    /// Hand in one submission or a queue, in any order, any number of times; keep the receipts
    Submit(Submit),
    /// Found a ledger from a signed founding act
    Init(Init),
    /// Make unsigned drafts in bulk from members.csv, candidates.csv or observers.csv
    Enrol(Enrol),
    /// Rebuild a ledger from published tiles, after verifying all of it
    Restore(Restore),
    /// Bring the published folder up to date, and ask the witnesses again
    Publish(Publish),
    /// Write the log as static files, its data, receipts or an offline kit
    Export(Export),
    /// Prove a ledger or a receipt; tell every fault, not only the first
    Verify(Verify),
    /// Watch the logs of a policy, and cosign what grew from what was cosigned before: once, or as a server
    Witness(Witness),
    /// Whether a newer state of a log grew from an older one, and what changed; a fork becomes an evidence file
    Compare(Compare),
    /// The numbers at one checkpoint
    Tally(Tally),
    /// What does not add up
    Findings(Findings),
    /// The events
    Log(Log),
    /// One thing, completely: a unit, an event, the checkpoint
    Show(Show),
    /// What a code means and what to do, offline
    Help(Help),
    /// Print a completion script for a shell
    Completions(Completions),
    /// Write man pages into a folder, or print the JSON Schemas of what --json answers
    Manual(Manual),
}

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  protokol rehearse docs/elections/georgia-2018\n  protokol rehearse docs/elections/georgia-2018 --synthetic 42 --units 400"
)]
pub struct Rehearse {
    /// The election folder
    pub folder: PathBuf,
    /// Invented figures for invented candidates in the folder's shape, drawn from this number
    #[arg(long, value_name = "SEED")]
    pub synthetic: Option<u64>,
    /// How many precincts a synthetic rehearsal has; as many as declared or listed if left out
    #[arg(long, value_name = "N", requires = "synthetic")]
    pub units: Option<usize>,
    /// Go on with a rehearsal that was interrupted
    #[arg(long = "continue")]
    pub go_on: bool,
}

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  protokol keygen --name \"A. Member\" --out member.key\n  protokol keygen --name log --out log.key --passphrase-file pass.txt"
)]
pub struct Keygen {
    /// Whose key it is: printed beside the public half
    #[arg(long)]
    pub name: String,
    /// Where to write the key; refuses a file that exists
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    #[command(flatten)]
    pub secret: Secret,
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

/// Where the founding act, commissions and candidates are known from.
#[derive(Debug, Args)]
pub struct Known {
    /// An offline kit instead of a ledger
    #[arg(long, value_name = "FILE")]
    pub kit: Option<PathBuf>,
}

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  protokol draft protocol 01.001 --contest round-1 --kit kit.protokol --out 01.001.toml\n  protokol draft founding --from election --log-key 3f2a… --out founding.toml"
)]
pub struct Draft {
    /// What is said: founding, commission, candidate, observer, opening, turnout, protocol, correction, summary, annulment …
    pub kind: String,
    /// The unit it is about
    pub unit: Option<String>,
    /// The contest, where there are several
    #[arg(long, value_name = "CONTEST")]
    pub contest: Option<String>,
    /// The event it is about: what a correction replaces, an annulment annuls
    #[arg(long, value_name = "EVENT")]
    pub event: Option<String>,
    /// A founding: the election folder with manifest.toml and members.csv
    #[arg(long, value_name = "FOLDER")]
    pub from: Option<PathBuf>,
    /// A founding that continues another log: where that stands, for its last state to be named
    #[arg(long, value_name = "LOG")]
    pub succeeds: Option<PathBuf>,
    /// A founding: the log's public key, as `keygen` printed it (64 hex digits or a verifier key)
    #[arg(long, value_name = "KEY")]
    pub log_key: Option<String>,
    /// A scan to attach to a protocol, a correction or a copy: JPEG, PNG or PDF, at most 20 MB; may be repeated
    #[arg(long, value_name = "FILE")]
    pub attach: Vec<PathBuf>,
    /// Where to write the draft; stdout if left out
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    #[command(flatten)]
    pub known: Known,
}

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  protokol check 01.001.toml --kit kit.protokol\n  protokol check 01.001.toml --json"
)]
pub struct Check {
    /// The draft
    pub draft: PathBuf,
    #[command(flatten)]
    pub known: Known,
}

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  protokol sign 01.001.toml --key member.key --kit kit.protokol --out 01.001.submission\n  protokol sign 01.001.submission --key second.key --kit kit.protokol"
)]
pub struct Sign {
    /// A draft, which becomes a submission; or a submission, which gets one more signature
    pub paper: PathBuf,
    /// The member's key
    #[arg(long, value_name = "FILE")]
    pub key: PathBuf,
    /// A draft of the same paper, typed independently: the first difference stops
    #[arg(long, value_name = "DRAFT")]
    pub second: Option<PathBuf>,
    /// Where to write the submission; beside the draft, or in place, if left out
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    #[command(flatten)]
    pub known: Known,
    #[command(flatten)]
    pub secret: Secret,
}

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  protokol submit 01.001.submission --receipt 01.001.tlog-proof\n  protokol submit queue/ --log-key log.key"
)]
pub struct Submit {
    /// A submission, or a folder of them
    pub paper: PathBuf,
    /// Where to keep the receipt; beside the submission if left out
    #[arg(long, value_name = "FILE")]
    pub receipt: Option<PathBuf>,
    /// Where the log's key changes: the new secret key, which signs from then on
    #[arg(long, value_name = "FILE")]
    pub next_log_key: Option<PathBuf>,
    /// The folder of the scans that the submission names; its own if left out
    #[arg(long, value_name = "FOLDER")]
    pub attachments: Option<PathBuf>,
    /// Hand the figures in now and the scans later, by the same command without this
    #[arg(long, conflicts_with = "attachments")]
    pub without_attachments: bool,
    #[command(flatten)]
    pub log: LogKey,
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
    #[command(flatten)]
    pub secret: Secret,
}

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  protokol init founding.submission --log-key log.key\n  protokol init founding.submission --log-key log.key --ledger /srv/ledger"
)]
pub struct Init {
    /// The founding act, signed by its quorum
    pub submission: PathBuf,
    #[command(flatten)]
    pub log: LogKey,
}

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  protokol enrol election/members.csv --out drafts\n  protokol enrol election/candidates.csv --out drafts"
)]
pub struct Enrol {
    /// members.csv, candidates.csv or observers.csv; units.csv stands beside members.csv
    pub table: PathBuf,
    /// The folder for the drafts
    #[arg(long, value_name = "FOLDER")]
    pub out: PathBuf,
    #[command(flatten)]
    pub known: Known,
}

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  protokol restore https://elections.example/2026/ --ledger restored\n  protokol restore published.tar --seal old/seal --ledger restored"
)]
pub struct Restore {
    /// What it is restored from: a published folder, a tar or a URL
    pub from: PathBuf,
    /// The seal of the lost ledger, if it survived: only where it says that nothing came after may the log go on
    #[arg(long, value_name = "FILE")]
    pub seal: Option<PathBuf>,
}

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  protokol publish --policy witnesses.policy --log-key log.key\n  protokol publish --cosignature observer.cosignature --log-key log.key"
)]
pub struct Publish {
    /// A file with a witness's signature line, as `protokol witness URL` writes it; may be repeated
    #[arg(long, value_name = "FILE")]
    pub cosignature: Vec<PathBuf>,
    #[command(flatten)]
    pub log: LogKey,
}

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  protokol export --out published.tar\n  protokol export --receipt EVENT --out 01.001.tlog-proof"
)]
#[command(group = clap::ArgGroup::new("what"))]
pub struct Export {
    /// What is written, if nothing else is asked for: tiles (the whole log as static files that anybody can serve and
    /// verify; into a folder, which the same command brings up to date later, or into a file that ends in .tar), csv (a
    /// row a paper), csv-long (a row a candidate, as OpenElections has it), nist (SP 1500-100 results), nist-log (SP
    /// 1500-101 events), ndjson (every event a line)
    #[arg(long, value_enum, value_name = "FORMAT", group = "what")]
    pub format: Option<Format>,
    /// The data as it stood at an earlier size, or at a time such as 2018-10-29T01:00:00+04:00
    #[arg(long, value_name = "SIZE|TIME", requires = "format")]
    pub at: Option<String>,
    /// The receipt of an event: its hash or sequence, or an older receipt, which is brought up to the newest checkpoint and
    /// its cosignatures. Named more than once, the receipts are written into a folder
    #[arg(long, value_name = "EVENT", group = "what")]
    pub receipt: Vec<String>,
    /// The founding act, commissions, candidates and log key, for drafting and signing offline
    #[arg(long, group = "what")]
    pub kit: bool,
    /// A kit for this unit and those above it only, which is small
    #[arg(long, value_name = "UNIT", requires = "kit")]
    pub unit: Option<String>,
    /// Where to write; refuses a file that exists
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    /// A receipt from a published log instead of the ledger: a folder, a tar or a URL
    #[arg(long, value_name = "LOG", requires = "receipt")]
    pub from: Option<PathBuf>,
    #[command(flatten)]
    pub insider: Insider,
}

/// The forms in which a ledger leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Tiles,
    Data(DataFormat),
}

/// The forms in which its data leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DataFormat {
    Csv,
    CsvLong,
    Nist,
    NistLog,
    Ndjson,
}

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        use DataFormat::{Csv, CsvLong, Ndjson, Nist, NistLog};
        &[Self::Tiles, Self::Data(Csv), Self::Data(CsvLong), Self::Data(Nist), Self::Data(NistLog), Self::Data(Ndjson)]
    }

    fn to_possible_value(&self) -> Option<clap::builder::PossibleValue> {
        match self {
            Self::Tiles => Some("tiles".into()),
            Self::Data(data) => data.to_possible_value(),
        }
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

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  protokol verify https://elections.example/2026/ --policy keys/georgia-2018.policy\n  protokol verify 01.001.tlog-proof --policy keys/georgia-2018.policy"
)]
pub struct Verify {
    /// A ledger's folder, a published folder, its tar or its URL, a receipt, or evidence of a fork; the ledger of --ledger
    /// if left out
    pub what: Option<PathBuf>,
    /// A fingerprint from elsewhere that the ledger must have, or have had
    #[arg(long, value_name = "FINGERPRINT")]
    pub expect: Option<String>,
    /// Read the attachments too, and hold each against its digests
    #[arg(long)]
    pub attachments: bool,
}

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  protokol witness https://a.example --policy logs.policy --key w.key --name w.example/1 --state w\n  protokol witness serve --policy logs.policy --key w.key --name w.example/1 --state w"
)]
pub struct Witness {
    /// A published log to look at once: its URL, folder or tar; or the word serve, to answer logs over HTTP
    #[arg(value_name = "URL|serve")]
    pub what: String,
    /// The witness's key, which signs for nobody else
    #[arg(long, value_name = "FILE")]
    pub key: PathBuf,
    /// The witness's name: a URL without its scheme, such as witness.example/w1
    #[arg(long)]
    pub name: String,
    /// The folder for what was cosigned last, and for evidence; it belongs to this key
    #[arg(long, value_name = "DIR")]
    pub state: PathBuf,
    /// Recompute the election: replay every event, check every signature, rule and sum again, and cosign only what
    /// verifies whole. The name must end in /recomputed
    #[arg(long)]
    pub election: bool,
    /// Where a server answers; 127.0.0.1:7380 if left out
    #[arg(long, value_name = "ADDR")]
    pub listen: Option<String>,
    /// Where to write the cosignature; into the state's folder if left out
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    #[command(flatten)]
    pub secret: Secret,
}

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  protokol compare yesterday.tar https://elections.example/2026/\n  protokol compare 01.001.tlog-proof published --policy keys/georgia-2018.policy"
)]
pub struct Compare {
    /// The older state: a ledger's folder, a published folder, its tar or its URL, a receipt, or a signed checkpoint
    pub old: PathBuf,
    /// The newer state, likewise
    pub new: PathBuf,
    /// Where to write the evidence of a fork; here, named after both fingerprints, if left out
    #[arg(long, value_name = "FILE")]
    pub evidence: Option<PathBuf>,
    #[command(flatten)]
    pub insider: Insider,
}

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  protokol tally --contest round-1\n  protokol tally --contest round-2 --tier constituency --json"
)]
pub struct Tally {
    /// One contest only
    #[arg(long, value_name = "CONTEST")]
    pub contest: Option<String>,
    /// For this unit instead of the whole
    #[arg(long, value_name = "UNIT", conflicts_with = "tier")]
    pub unit: Option<String>,
    /// For every unit of a tier
    #[arg(long, value_name = "TIER")]
    pub tier: Option<String>,
    /// As it stood at an earlier size, or at a time such as 2018-10-29T01:00:00+04:00
    #[arg(long, value_name = "SIZE|TIME")]
    pub at: Option<String>,
    #[command(flatten)]
    pub insider: Insider,
}

#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  protokol findings --code E2\n  protokol findings --unit 87.002 --json")]
pub struct Findings {
    /// One code only
    #[arg(long, value_name = "CODE")]
    pub code: Option<String>,
    /// One unit only
    #[arg(long, value_name = "UNIT")]
    pub unit: Option<String>,
    #[command(flatten)]
    pub insider: Insider,
}

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  protokol log --unit 01.001\n  protokol log --kind ProtocolSubmitted --after 20000 --json"
)]
pub struct Log {
    /// Only events after this sequence
    #[arg(long, value_name = "SEQ")]
    pub after: Option<u64>,
    /// Wait for more
    #[arg(long)]
    pub follow: bool,
    /// One kind only: ProtocolSubmitted or protocol
    #[arg(long, value_name = "KIND")]
    pub kind: Option<String>,
    /// One unit only
    #[arg(long, value_name = "UNIT")]
    pub unit: Option<String>,
    #[command(flatten)]
    pub insider: Insider,
}

#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  protokol show 01.001\n  protokol show 01.001 --print 01.001.html --lang az")]
pub struct Show {
    /// A unit, an event (hash or sequence), a fingerprint, or the word checkpoint
    pub what: String,
    /// Write the protocol as an HTML page for A4 paper: of a unit the one in force, of an event that version
    #[arg(long, value_name = "FILE")]
    pub print: Option<PathBuf>,
    /// Print this contest only
    #[arg(long, value_name = "CONTEST", requires = "print")]
    pub contest: Option<String>,
    #[command(flatten)]
    pub insider: Insider,
}

#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  protokol help R11\n  protokol help E2")]
pub struct Help {
    /// The code; every code if left out
    pub code: Option<String>,
}

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  protokol completions bash > protokol.bash\n  protokol completions zsh > _protokol"
)]
pub struct Completions {
    /// For which shell
    pub shell: clap_complete::Shell,
}

#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  protokol manual man\n  protokol manual schema tally")]
pub struct Manual {
    /// The folder for man pages; or the word schema, for the JSON Schemas of what --json answers
    #[arg(value_name = "FOLDER|schema")]
    pub what: PathBuf,
    /// One schema only: tally
    pub name: Option<String>,
}
