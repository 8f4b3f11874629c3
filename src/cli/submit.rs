//! `submit`: hands in one submission or a queue of them with the scans they name, and keeps the receipts.

mod desk;
mod queue;

use std::path::{Path, PathBuf};

use clap::Args;

use self::desk::Desk;
use self::queue::{Paper, Queue};
use super::args::{Clock, Global, LogKey};
use super::failure::{Exit, Failure};
use super::keys;
use super::ledger;
use super::output::Output;
use super::talk::Talk;
use super::words::usage;
use crate::ledger::files::receipt::Receipt;
use crate::ledger::submission::SignedStatement;
use crate::service::paper::HandedIn;
use crate::service::posting;
use crate::service::receipts::{History, Past, shelf};
use crate::service::scans::ScansAre;
use crate::service::submit::{Prepared, Submitted, prepare};

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  protokol submit 01.001.submission --log-key log.key\n  protokol submit queue/ --to https://elections.example"
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
    /// Hand in to the service at this URL instead of to a ledger here
    #[arg(long, value_name = "URL", conflicts_with_all = ["next_log_key", "log_key", "replica", "clock_is_right", "ledger"])]
    pub to: Option<String>,
    #[command(flatten)]
    pub clock: Clock,
    #[command(flatten)]
    pub log: LogKey,
}

pub fn run(global: &Global, arguments: &Submit, output: &Output) -> Result<Exit, Failure> {
    let is_queue = arguments.paper.is_dir();
    if is_queue && arguments.receipt.is_some() {
        return Err(Failure::usage(advise!(output.lang, usage::usage_one_receipt)));
    }
    let queue = match is_queue {
        true => Queue::of_folder(&arguments.paper, output)?,
        false => Queue::of_one(&arguments.paper, arguments.receipt.as_deref(), output)?,
    };
    queue.tell_what_is_left(output);
    let (papers, submissions): (Vec<_>, Vec<_>) = queue.papers.into_iter().unzip();
    let submitted = match submissions.is_empty() {
        true => None,
        false => Some(hand_in(global, arguments, &papers, submissions, output)?),
    };
    let desk = Desk { papers: &papers, skipped: &queue.skipped, drafts: &queue.drafts, is_queue, output };
    desk.tell(submitted, queue.unread)
}

fn hand_in(
    global: &Global,
    arguments: &Submit,
    papers: &[Paper],
    submissions: Vec<SignedStatement>,
    output: &Output,
) -> Result<Submitted, Failure> {
    let scans = |paper: &Path| match (&arguments.attachments, arguments.without_attachments) {
        (_, true) => ScansAre::Owed,
        (Some(folder), false) => ScansAre::In(folder.clone()),
        (None, false) => ScansAre::In(paper.parent().unwrap_or(Path::new("")).to_owned()),
    };
    let handed_in = papers.iter().zip(submissions);
    let handed_in = handed_in.map(|(paper, submission)| HandedIn { submission, scans: scans(&paper.file) }).collect();
    let (talk, failed) = (Talk::new(output), |error| Failure::service(output.lang, error));
    if let Some(url) = &arguments.to {
        let policy = ledger::policy(global, output.lang)?;
        let mut keep =
            |place: usize, receipt: &Receipt, past: &dyn Past| shelf::keep(&papers[place].receipt, receipt, past);
        let lang = output.lang.to_string();
        return posting::hand_in(url, &lang, policy.as_ref(), handed_in, &talk, &mut keep).map_err(failed);
    }
    let setting = ledger::setting(&global.ledger, &talk);
    let ready = match prepare(setting, handed_in).map_err(failed)? {
        Prepared::Ready(ready) => ready.with_clock(arguments.clock.trust()),
        Prepared::Answered(submitted) => return Ok(submitted),
    };
    let policy = global.policy_file.as_ref();
    let writing = ledger::writing(&global.ledger, &arguments.log, policy, "submit", output.lang)?;
    let open = |file: &PathBuf| keys::open(output.lang, file, &arguments.log.secret);
    let next_log_key = arguments.next_log_key.as_ref().map(open).transpose()?;
    let mut keep =
        |place: usize, receipt: &Receipt, history: &History<'_>| shelf::keep(&papers[place].receipt, receipt, history);
    ready.hand_in(setting, writing, next_log_key, &mut keep).map_err(failed)
}
