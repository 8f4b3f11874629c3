//! `submit`: hands in one submission or a queue of them with the scans they name, and keeps the receipts.

use std::path::{Path, PathBuf};

use clap::Args;

use super::args::{Global, LogKey};
use super::failure::{Exit, Failure};
use super::files::{self, RECEIPT_EXTENSION, SUBMISSION_EXTENSION, read_submission};
use super::keys;
use super::ledger;
use super::output::Output;
use super::talk::Talk;
use super::words::{papers, usage};
use crate::ledger::files::receipt::{RECEIPT_HEADER, Receipt};
use crate::ledger::note::policy::Quorum;
use crate::ledger::submission::{FILE_MAGIC, SignedStatement};
use crate::service::error::Error;
use crate::service::files as service_files;
use crate::service::files::{Readers, begins};
use crate::service::submit::{Answer, HandedIn, Prepared, ScansAre, Submitted, prepare};
use crate::store::writer::{Accepted, AcceptedStatus};
use crate::text::{Fact, Label, Lang};
use crate::view::failure::Failed;
use crate::view::submission as view;

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

pub fn run(global: &Global, arguments: &Submit, output: &Output) -> Result<Exit, Failure> {
    let is_queue = arguments.paper.is_dir();
    if is_queue && arguments.receipt.is_some() {
        return Err(Failure::usage(advise!(output.lang, usage::usage_one_receipt)));
    }
    let submissions = read_submissions(&arguments.paper, is_queue, output)?;
    if submissions.is_empty() {
        let (extension, folder) = (SUBMISSION_EXTENSION, arguments.paper.display().to_string());
        let said = advise!(output.lang, papers::paper_no_submissions { extension, folder });
        return Err(Failure::format(&arguments.paper, said));
    }
    let skipped = if is_queue { skipped(output.lang, &arguments.paper)? } else { Vec::new() };
    for name in &skipped {
        let (file, extension) = (name.as_str(), SUBMISSION_EXTENSION);
        output.say(&say!(output.lang, papers::paper_passed_over { file, extension }));
    }
    let (paths, submissions): (Vec<_>, Vec<_>) = submissions.into_iter().unzip();
    let places = places(output.lang, arguments, &paths)?;
    let submitted = hand_in(global, arguments, &paths, submissions, &places, output)?;
    let desk = Desk { paths: &paths, places: &places, skipped: &skipped, is_queue, output };
    desk.tell(submitted)
}

/// Where each receipt goes. It may take the place of an older one and of nothing else.
fn places(lang: Lang, arguments: &Submit, papers: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    let place = |paper: &PathBuf| {
        let beside = || paper.with_extension(RECEIPT_EXTENSION);
        let place = arguments.receipt.clone().unwrap_or_else(beside);
        check_place(lang, &place).map(|()| place)
    };
    papers.iter().map(place).collect()
}

/// A receipt may take the place of an older one and of nothing else: not of a key, and not of the submission itself.
fn check_place(lang: Lang, receipt: &Path) -> Result<(), Failure> {
    if !receipt.exists() || files::read(lang, receipt)?.starts_with(RECEIPT_HEADER.as_bytes()) {
        return Ok(());
    }
    Err(Failure::exists(lang, receipt))
}

fn hand_in(
    global: &Global,
    arguments: &Submit,
    paths: &[PathBuf],
    submissions: Vec<SignedStatement>,
    places: &[PathBuf],
    output: &Output,
) -> Result<Submitted, Failure> {
    let scans = |paper: &PathBuf| match (&arguments.attachments, arguments.without_attachments) {
        (_, true) => ScansAre::Owed,
        (Some(folder), false) => ScansAre::In(folder.clone()),
        (None, false) => ScansAre::In(paper.parent().unwrap_or(Path::new("")).to_owned()),
    };
    let handed_in = paths.iter().zip(submissions);
    let handed_in = handed_in.map(|(path, submission)| HandedIn { submission, scans: scans(path) }).collect();
    let (talk, failed) = (Talk::new(output), |error| Failure::service(output.lang, error));
    let setting = ledger::setting(&global.ledger, &talk);
    let ready = match prepare(setting, handed_in).map_err(failed)? {
        Prepared::Ready(ready) => ready,
        Prepared::Answered(submitted) => return Ok(submitted),
    };
    let policy = ledger::policy_file(global, output.lang)?;
    let writing = ledger::writing(&global.ledger, &arguments.log, policy.as_ref(), "submit", output.lang)?;
    let open = |file: &PathBuf| keys::open(output.lang, file, &arguments.log.secret);
    let next_log_key = arguments.next_log_key.as_ref().map(open).transpose()?;
    let mut keep = |place: usize, receipt: &Receipt| {
        service_files::write(&places[place], receipt.to_string().as_bytes(), Readers::All)
    };
    ready.hand_in(setting, writing, next_log_key, &mut keep).map_err(failed)
}

fn read_submissions(path: &Path, is_queue: bool, output: &Output) -> Result<Vec<(PathBuf, SignedStatement)>, Failure> {
    let submission = |path: PathBuf| read_submission(&path, output).map(|submission| (path, submission));
    if !is_queue {
        return Ok(vec![submission(path.to_owned())?]);
    }
    let ending = format!(".{SUBMISSION_EXTENSION}");
    let names = files::read_folder(output.lang, path, |name| name.ends_with(&ending))?;
    names.into_iter().map(|(name, _)| submission(path.join(name))).collect()
}

/// The submissions of a folder under other names: `sign --out` lets people name them as they like.
fn skipped(lang: Lang, folder: &Path) -> Result<Vec<String>, Failure> {
    let is_other = |name: &String| Path::new(name).extension().is_none_or(|ending| ending != SUBMISSION_EXTENSION);
    let names = files::names(lang, folder)?.into_iter().filter(is_other);
    Ok(names.filter(|name| begins(&folder.join(name), FILE_MAGIC)).collect())
}

/// How far what was handed in is now.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Level {
    Sealed,
    Witnessed,
}

/// Where the answers are told.
struct Desk<'a> {
    paths: &'a [PathBuf],
    places: &'a [PathBuf],
    skipped: &'a [String],
    is_queue: bool,
    output: &'a Output,
}

impl Desk<'_> {
    /// Tells what became of each submission.
    fn tell(&self, submitted: Submitted) -> Result<Exit, Failure> {
        let Submitted { answers, quorum } = submitted;
        let (output, mut results, mut refused) = (self.output, Vec::new(), None);
        let level = if matches!(quorum, Ok(Quorum::Met)) { Level::Witnessed } else { Level::Sealed };
        for answer in answers {
            match answer.outcome {
                Ok(ref accepted) => results.push(view::Answered::Taken(self.accepted(&answer, accepted, level))),
                Err(error) => {
                    let failure = self.refused(&self.paths[answer.place], error);
                    if self.is_queue && output.json {
                        results.push(view::Answered::Refused(Failed { error: failure.view() }));
                    } else if self.is_queue {
                        output.failure(&failure);
                    }
                    // One that the ledger does refuse outweighs one of which this program cannot tell.
                    refused = refused.filter(|before: &Failure| before.exit == Exit::Refused).or(Some(failure));
                }
            }
        }
        // What came in is in, and its receipts are kept; that the log has two histories is graver, and is told alone.
        let quorum = quorum.map_err(|error| Failure::store(output.lang, Path::new(""), error))?;
        if output.json && self.is_queue {
            output.value(&view::Submissions { submissions: results, skipped: self.skipped.to_vec() });
        } else if output.json && refused.is_none() {
            results.into_iter().for_each(|result| output.value(&result));
        }
        if quorum == Quorum::NotMet {
            output.say(say!(output.lang, papers::paper_not_yet_witnessed));
        }
        match refused {
            Some(failure) if self.is_queue => Ok(failure.exit),
            Some(failure) => Err(failure),
            None => Ok(Exit::Done),
        }
    }

    fn refused(&self, paper: &Path, error: Error) -> Failure {
        Failure::service(self.output.lang, error).in_file(paper)
    }

    fn accepted(&self, answer: &Answer, accepted: &Accepted, level: Level) -> view::Submission {
        let (output, receipt) = (self.output, self.places[answer.place].display().to_string());
        let (status, label) = match (accepted.status, level) {
            (AcceptedStatus::Sealed, Level::Sealed) => (view::Status::Sealed, Label::Sealed),
            (AcceptedStatus::Sealed, Level::Witnessed) => (view::Status::Witnessed, Label::Witnessed),
            (AcceptedStatus::Already, _) => (view::Status::Already, Label::Already),
        };
        let paper = self.paths[answer.place].display().to_string();
        if !output.json {
            let (sequence, event) = (accepted.sequence, accepted.event);
            let fact = output.fact(Fact::Accepted { paper: &paper, sequence, event, receipt: &receipt });
            output.line(&format!("{:<8} {fact}", output.label(label)));
        }
        if answer.owed > 0 {
            output.say(&output.fact(Fact::Owed { owed: answer.owed, named: answer.named, paper: &paper }));
        }
        let fingerprint = accepted.receipt.checkpoint().checkpoint().fingerprint();
        let scans = view::Scans { named: answer.named as u64, missing: answer.owed as u64 };
        view::Submission::of(status, accepted.sequence, accepted.event, receipt, fingerprint, scans)
    }
}
