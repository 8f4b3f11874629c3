//! `submit`: hands in one submission or a queue of them, and keeps the receipts.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::args::{Global, Submit};
use super::failure::{Exit, Failure};
use super::files::{self, Readers};
use super::init::read_submission;
use super::ledger::{self, now};
use super::output::{Output, failure_json};
use super::parallel::Cores;
use crate::ledger::receipt::RECEIPT_HEADER;
use crate::ledger::submission::SignedStatement;
use crate::store::error::Refusal;
use crate::store::open::Held;
use crate::store::writer::{Accepted, Status};

/// How submissions are named.
pub const EXTENSION: &str = "submission";
/// How receipts are named.
const RECEIPT_EXTENSION: &str = "tlog-proof";

/// A submission on its way.
struct Paper {
    path: PathBuf,
    submission: SignedStatement,
}

pub fn run(global: &Global, arguments: &Submit, output: &Output) -> Result<Exit, Failure> {
    let queue = arguments.paper.is_dir();
    if queue && arguments.receipt.is_some() {
        return Err(Failure::usage("--receipt names one file", "a queue keeps each receipt beside its submission"));
    }
    let papers = read_papers(&arguments.paper, queue, output)?;
    if papers.is_empty() {
        let says = format!("there is no .{EXTENSION} file in {}", arguments.paper.display());
        return Err(Failure::format(&arguments.paper, says, "name the folder that holds them"));
    }
    for paper in &papers {
        prove_place(&receipt_of(arguments, &paper.path))?;
    }
    let mut held = ledger::write(&global.ledger, &arguments.log, "submit", output)?;
    let mut results = Vec::new();
    let answers = hand_in(global, &mut held, papers, output)?;
    let mut refused = None;
    for (path, answer) in answers {
        match answer {
            Ok(accepted) => {
                let receipt = receipt_of(arguments, &path);
                files::write(&receipt, accepted.receipt.to_string().as_bytes(), Readers::All)?;
                results.push(told(&path, &accepted, &receipt, output));
            }
            Err(refusal) => {
                let failure = Failure::refusal(output.lang, &refusal).in_file(&path);
                if queue && output.json {
                    results.push(json!({ "error": failure_json(&failure) }));
                } else if queue {
                    output.failure(&failure);
                }
                refused = Some(failure);
            }
        }
    }
    held.writer.close().map_err(|error| Failure::store(output.lang, &global.ledger, error))?;
    if output.json && !queue && refused.is_none() {
        results.into_iter().for_each(|result| output.value(&result));
    } else if output.json && queue {
        output.value(&json!({ "submissions": results }));
    }
    match refused {
        Some(_) if queue => Ok(Exit::Refused),
        Some(failure) => Err(failure),
        None => Ok(Exit::Done),
    }
}

fn receipt_of(arguments: &Submit, paper: &Path) -> PathBuf {
    arguments.receipt.clone().unwrap_or_else(|| paper.with_extension(RECEIPT_EXTENSION))
}

/// A receipt may take the place of an older one and of nothing else: not of a key, and not of the submission itself.
fn prove_place(receipt: &Path) -> Result<(), Failure> {
    if !receipt.exists() || files::read(receipt)?.starts_with(RECEIPT_HEADER.as_bytes()) {
        return Ok(());
    }
    Err(Failure::exists(receipt))
}

fn read_papers(path: &Path, queue: bool, output: &Output) -> Result<Vec<Paper>, Failure> {
    let paper = |path: PathBuf| Ok(Paper { submission: read_submission(&path, output)?, path });
    if !queue {
        return Ok(vec![paper(path.to_owned())?]);
    }
    let ending = format!(".{EXTENSION}");
    let names = files::read_folder(path, |name| name.ends_with(&ending))?;
    names.into_iter().map(|(name, _)| paper(path.join(name))).collect()
}

type Answered = Vec<(PathBuf, Result<Accepted, Refusal>)>;

/// Hands the queue in. Its order does not matter: what is refused is tried again as long as anything else came in.
fn hand_in(global: &Global, held: &mut Held, papers: Vec<Paper>, output: &Output) -> Result<Answered, Failure> {
    let mut answered = Vec::new();
    let mut waiting = papers;
    loop {
        let submissions = waiting.iter().map(|paper| paper.submission.clone()).collect();
        let answers = held.writer.commit(submissions, now(), &Cores);
        let answers = answers.map_err(|error| Failure::store(output.lang, &global.ledger, error))?;
        let before = waiting.len();
        let mut refused = Vec::new();
        for (paper, answer) in waiting.into_iter().zip(answers) {
            match answer {
                Ok(accepted) => answered.push((paper.path, Ok(accepted))),
                Err(refusal) => refused.push((paper, refusal)),
            }
        }
        if refused.is_empty() || refused.len() == before {
            answered.extend(refused.into_iter().map(|(paper, refusal)| (paper.path, Err(refusal))));
            return Ok(answered);
        }
        waiting = refused.into_iter().map(|(paper, _)| paper).collect();
    }
}

fn told(path: &Path, accepted: &Accepted, receipt: &Path, output: &Output) -> Value {
    let status = match accepted.status {
        Status::Sealed => "sealed",
        Status::Already => "already",
    };
    if !output.json {
        output.line(&format!(
            "{status:<8} {} as event {} {}, receipt {}",
            path.display(),
            accepted.sequence,
            accepted.event,
            receipt.display()
        ));
    }
    json!({
        "status": status,
        "sequence": accepted.sequence.0,
        "event": accepted.event.to_string(),
        "receipt": receipt.display().to_string(),
    })
}
