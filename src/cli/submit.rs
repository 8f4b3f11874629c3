//! `submit`: hands in one submission or a queue of them with the scans they name, and keeps the receipts.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::args::{Global, Submit};
use super::attachments::{self, FoundScans};
use super::failure::{Exit, Failure};
use super::files::{self, Readers};
use super::init::read_submission;
use super::ledger::{self, now};
use super::output::{Output, failure_json};
use super::parallel::Cores;
use super::receipts::EXTENSION as RECEIPT_EXTENSION;
use super::witnessing;
use crate::ledger::files::receipt::{RECEIPT_HEADER, Receipt};
use crate::ledger::note::policy::Quorum;
use crate::ledger::submission::{FILE_MAGIC, SignedStatement};
use crate::store::error::Refusal;
use crate::store::open::Held;
use crate::store::read;
use crate::store::writer::{Accepted, AcceptedStatus};
use crate::text::{Fact, Label};

/// How submissions are named.
pub const EXTENSION: &str = "submission";

/// A submission on its way.
struct Paper {
    path: PathBuf,
    submission: SignedStatement,
    /// The scans that the ledger does not have yet.
    scans: FoundScans,
    /// How many scans it names.
    named: usize,
    /// How many of them are handed in later.
    owed: usize,
}

pub fn run(global: &Global, arguments: &Submit, output: &Output) -> Result<Exit, Failure> {
    let queue = arguments.paper.is_dir();
    if queue && arguments.receipt.is_some() {
        return Err(Failure::usage("--receipt names one file", "a queue keeps each receipt beside its submission"));
    }
    let submissions = read_submissions(&arguments.paper, queue, output)?;
    if submissions.is_empty() {
        let says = format!("there is no .{EXTENSION} file in {}", arguments.paper.display());
        return Err(Failure::format(&arguments.paper, says, "name the folder that holds them"));
    }
    let skipped = if queue { skipped(&arguments.paper)? } else { Vec::new() };
    for name in &skipped {
        output.say(&format!("{name} is a submission, but is not handed in: its name does not end in .{EXTENSION}"));
    }
    for (path, _) in &submissions {
        check_place(&receipt_of(arguments, path))?;
    }
    // Where there is no ledger, nobody is sent to look for scans.
    read::sealed(&global.ledger).map_err(|error| Failure::store(output.lang, &global.ledger, error))?;
    let (papers, mut answers) = with_scans(global, arguments, submissions, output)?;
    let (witnesses, mut held) = witnessing::open(global, &arguments.log, "submit", output)?;
    if let Some(file) = &arguments.next_log_key {
        held.writer.succeeded_by(ledger::signer_of(&global.ledger, file, &arguments.log.secret)?);
    }
    let mut results = Vec::new();
    answers.extend(hand_in(global, &mut held, papers, output)?);
    ledger::renew_log_vkey(&global.ledger, held.writer.state())?;
    // The receipts are there before anybody waits for a witness.
    for (paper, accepted) in answers.iter().filter_map(|(paper, answer)| Some((paper, answer.as_ref().ok()?))) {
        keep(&accepted.receipt, &receipt_of(arguments, &paper.path))?;
    }
    let quorum = witnesses.as_ref().map_or(Ok(Quorum::NoneRequired), |witnesses| witnesses.witness(&mut held));
    let level = if matches!(quorum, Ok(Quorum::Met)) { Level::Witnessed } else { Level::Sealed };
    let mut refused = None;
    for (paper, answer) in answers {
        match answer {
            Ok(accepted) => {
                let receipt = receipt_of(arguments, &paper.path);
                if level == Level::Witnessed {
                    let renewed = held.writer.renewed(&accepted.receipt);
                    keep(&renewed.map_err(|error| Failure::store(output.lang, &global.ledger, error))?, &receipt)?;
                }
                results.push(told(&paper, &accepted, level, &receipt, output));
            }
            Err(failure) => {
                if queue && output.json {
                    results.push(json!({ "error": failure_json(&failure) }));
                } else if queue {
                    output.failure(&failure);
                }
                // One that the ledger does refuse outweighs one of which this program cannot tell.
                refused = refused.filter(|before: &Failure| before.exit == Exit::Refused).or(Some(failure));
            }
        }
    }
    held.writer.close().map_err(|error| Failure::store(output.lang, &global.ledger, error))?;
    // What came in is in, and its receipts are kept; that the log has two histories is graver, and is told alone.
    let quorum = quorum?;
    if output.json && !queue && refused.is_none() {
        results.into_iter().for_each(|result| output.value(&result));
    } else if output.json && queue {
        output.value(&json!({ "submissions": results, "skipped": skipped }));
    }
    if quorum == Quorum::NotMet {
        output.say(
            "Sealed, and not yet witnessed as the policy asks. The next command asks again; `protokol export --receipt RECEIPT` \
             then gives a witnessed receipt.",
        );
    }
    match refused {
        Some(failure) if queue => Ok(failure.exit),
        Some(failure) => Err(failure),
        None => Ok(Exit::Done),
    }
}

/// How far what was handed in is now.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Level {
    Sealed,
    Witnessed,
}

fn keep(receipt: &Receipt, place: &Path) -> Result<(), Failure> {
    files::write(place, receipt.to_string().as_bytes(), Readers::All)
}

fn receipt_of(arguments: &Submit, paper: &Path) -> PathBuf {
    arguments.receipt.clone().unwrap_or_else(|| paper.with_extension(RECEIPT_EXTENSION))
}

/// A receipt may take the place of an older one and of nothing else: not of a key, and not of the submission itself.
fn check_place(receipt: &Path) -> Result<(), Failure> {
    if !receipt.exists() || files::read(receipt)?.starts_with(RECEIPT_HEADER.as_bytes()) {
        return Ok(());
    }
    Err(Failure::exists(receipt))
}

fn read_submissions(path: &Path, queue: bool, output: &Output) -> Result<Vec<(PathBuf, SignedStatement)>, Failure> {
    let submission = |path: PathBuf| read_submission(&path, output).map(|submission| (path, submission));
    if !queue {
        return Ok(vec![submission(path.to_owned())?]);
    }
    let ending = format!(".{EXTENSION}");
    let names = files::read_folder(path, |name| name.ends_with(&ending))?;
    names.into_iter().map(|(name, _)| submission(path.join(name))).collect()
}

/// The submissions of a folder under other names: `sign --out` lets people name them as they like.
fn skipped(folder: &Path) -> Result<Vec<String>, Failure> {
    let is_other = |name: &String| Path::new(name).extension().is_none_or(|ending| ending != EXTENSION);
    let names = files::names(folder)?.into_iter().filter(is_other);
    Ok(names.filter(|name| files::begins(&folder.join(name), FILE_MAGIC)).collect())
}

type Answered = Vec<(Paper, Result<Accepted, Failure>)>;

/// Finds the scans before anything is written. In a queue, a submission whose scans are not there is answered at once,
/// and the others are handed in.
fn with_scans(
    global: &Global,
    arguments: &Submit,
    submissions: Vec<(PathBuf, SignedStatement)>,
    output: &Output,
) -> Result<(Vec<Paper>, Answered), Failure> {
    let (mut papers, mut answered) = (Vec::new(), Vec::new());
    for (path, submission) in submissions {
        let named = attachments::named(&submission);
        let mut paper = Paper { path, submission, scans: FoundScans::default(), named: named.len(), owed: 0 };
        let beside = paper.path.parent().unwrap_or(Path::new(""));
        let folder = arguments.attachments.as_deref().unwrap_or(beside);
        if arguments.without_attachments {
            paper.owed = attachments::owed(&named, &global.ledger, output)?;
            papers.push(paper);
            continue;
        }
        match FoundScans::find(named, folder, &global.ledger, output).map_err(|failure| failure.in_file(&paper.path)) {
            Ok(scans) => papers.push(Paper { scans, ..paper }),
            Err(failure) if arguments.paper.is_dir() && failure.exit == Exit::Refused => {
                answered.push((paper, Err(failure)));
            }
            Err(failure) => return Err(failure),
        }
    }
    Ok((papers, answered))
}

/// Hands the queue in. Its order does not matter: what is refused is tried again as long as anything else came in.
fn hand_in(global: &Global, held: &mut Held, papers: Vec<Paper>, output: &Output) -> Result<Answered, Failure> {
    let mut answered = Vec::new();
    let mut waiting = papers;
    loop {
        let before = waiting.len();
        let (ready, mut refused) = keep_scans(global, held, waiting, output)?;
        let submissions = ready.iter().map(|paper| paper.submission.clone()).collect();
        let answers = held.writer.commit(submissions, now(), &Cores);
        let answers = answers.map_err(|error| Failure::store(output.lang, &global.ledger, error))?;
        for (paper, answer) in ready.into_iter().zip(answers) {
            match answer {
                Ok(accepted) => answered.push((paper, Ok(accepted))),
                Err(refusal) => refused.push((paper, refusal)),
            }
        }
        if refused.is_empty() || refused.len() == before {
            answered.extend(refused.into_iter().map(|(paper, refusal)| {
                let failure = Failure::refusal(output.lang, &refusal).in_file(&paper.path);
                (paper, Err(failure))
            }));
            return Ok(answered);
        }
        waiting = refused.into_iter().map(|(paper, _)| paper).collect();
    }
}

type Asked = (Vec<Paper>, Vec<(Paper, Refusal)>);

/// Puts the scans beside the ledger, so that nothing is acknowledged that lacks its scan. A submission with scans is
/// handed in only where it would be taken now: one that is refused must not leave its scans behind.
fn keep_scans(global: &Global, held: &Held, papers: Vec<Paper>, output: &Output) -> Result<Asked, Failure> {
    let (mut ready, mut refused) = (Vec::new(), Vec::new());
    for paper in papers {
        if !paper.scans.is_empty() {
            if let Err(refusal) = held.writer.ask(&paper.submission, now()) {
                refused.push((paper, refusal));
                continue;
            }
            paper.scans.keep(&global.ledger, output)?;
        }
        ready.push(paper);
    }
    Ok((ready, refused))
}

fn told(paper: &Paper, accepted: &Accepted, level: Level, receipt: &Path, output: &Output) -> Value {
    let (status, label) = match (accepted.status, level) {
        (AcceptedStatus::Sealed, Level::Sealed) => ("sealed", Label::Sealed),
        (AcceptedStatus::Sealed, Level::Witnessed) => ("witnessed", Label::Witnessed),
        (AcceptedStatus::Already, _) => ("already", Label::Already),
    };
    let Paper { path, named, owed, .. } = paper;
    if !output.json {
        let (paper, receipt) = (path.display().to_string(), receipt.display().to_string());
        let (sequence, event) = (accepted.sequence, accepted.event);
        let fact = output.fact(Fact::Accepted { paper: &paper, sequence, event, receipt: &receipt });
        output.line(&format!("{:<8} {fact}", output.label(label)));
    }
    if *owed > 0 {
        let paper = path.display().to_string();
        output.say(&output.fact(Fact::Owed { owed: *owed, named: *named, paper: &paper }));
    }
    let mut value = json!({
        "status": status,
        "sequence": accepted.sequence.0,
        "event": accepted.event.to_string(),
        "receipt": receipt.display().to_string(),
        "fingerprint": accepted.receipt.checkpoint().checkpoint().fingerprint().to_string(),
    });
    if *named > 0 {
        value["attachments"] = json!({ "named": named, "missing": owed });
    }
    value
}
