//! `publish`: the published folder is brought up to date, and the witnesses are asked again. Nothing comes in.

use std::path::Path;

use super::args::{Global, Publish};
use super::failure::{Exit, Failure};
use super::files;
use super::ledger;
use super::output::Output;
use super::witnessing;
use crate::domain::code::Code;
use crate::ledger::note::checkpoint::SignedCheckpoint;
use crate::ledger::note::cosignature::parse_lines;
use crate::ledger::note::policy::{Policy, Quorum};
use crate::store::files as names;
use crate::store::writer::Unpublished;
use crate::view::publication::{Level, Publication};

pub fn run(global: &Global, arguments: &Publish, output: &Output) -> Result<Exit, Failure> {
    let policy = policy(global)?;
    if !arguments.cosignature.is_empty() && policy.is_none() {
        let act = "name the policy that names the witness with --policy FILE";
        return Err(Failure::usage("a cosignature counts by a policy", act));
    }
    let (_, mut held) = witnessing::open(global, &arguments.log, "publish", output)?;
    if let Some(policy) = &policy {
        let mut signed = held.writer.checkpoint().clone();
        for file in &arguments.cosignature {
            add(file, policy, &mut signed)?;
        }
        held.writer.cosigned(&signed);
    }
    let unpublished = held.writer.unpublished().cloned();
    let signed = held.writer.checkpoint().clone();
    held.writer.close().map_err(|error| Failure::store(output.lang, &global.ledger, error))?;
    tell(&signed, policy.as_ref(), unpublished, output)
}

/// The policy that is given, or that the ledger keeps.
fn policy(global: &Global) -> Result<Option<Policy>, Failure> {
    let kept = global.ledger.join(names::POLICY);
    match ledger::policy(global)? {
        None if kept.exists() => ledger::policy_of(&kept).map(Some),
        given => Ok(given),
    }
}

/// Adds the lines of a file that are of witnesses in the policy, each checked; one at least must be.
fn add(file: &Path, policy: &Policy, signed: &mut SignedCheckpoint) -> Result<(), Failure> {
    let bad = |says: String, act: &str| Failure::format(file, format!("{}: {says}", file.display()), act);
    let lines = parse_lines(&files::read_text(file)?);
    let lines = lines.map_err(|error| bad(error.to_string(), "give the file that `protokol witness` wrote"))?;
    let mut added = 0;
    for line in lines {
        let by_name = |witness: &&crate::ledger::note::policy::PolicyWitness| line.claims(&witness.key);
        let Some(witness) = policy.witnesses().iter().find(by_name) else { continue };
        let act = "let the witness look at the newest checkpoint: its cosignature is of another one, or false";
        signed.add_cosignature(line.clone(), &witness.key).map_err(|refusal| bad(refusal.to_string(), act))?;
        added += 1;
    }
    if added > 0 { Ok(()) } else { Err(bad("no line is of a witness of the policy".to_owned(), "check the policy")) }
}

fn tell(
    signed: &SignedCheckpoint,
    policy: Option<&Policy>,
    unpublished: Option<Unpublished>,
    output: &Output,
) -> Result<Exit, Failure> {
    let quorum = policy.map_or(Quorum::NoneRequired, |policy| {
        policy.judge(signed).map_or(Quorum::NotMet, |judgement| judgement.quorum)
    });
    let checkpoint = signed.checkpoint();
    let level = if quorum == Quorum::Met { Level::Witnessed } else { Level::Sealed };
    let published = unpublished.is_none();
    if let Some(Unpublished::Failed(why)) = &unpublished {
        let act = "nothing is lost: put that right, and run it again";
        return Err(Failure::new(Exit::Disk, Code::U2, format!("not published: {why}"), act));
    }
    if output.json {
        let (size, fingerprint) = (checkpoint.size.0, checkpoint.fingerprint().into());
        output.value(&Publication { size, fingerprint, status: level, published });
    } else {
        output.line(&format!("Size         {}", checkpoint.size));
        output.line(&format!("Fingerprint  {}", checkpoint.fingerprint()));
        output.line(&format!("Level        {}", level.word()));
    }
    match unpublished {
        None if quorum == Quorum::NotMet => {
            output.say("Fewer witnesses have cosigned than the policy asks for: run it again when they are there.");
            Ok(Exit::Insufficient)
        }
        Some(Unpublished::Until(until)) => {
            output.say(&format!("Publishing begins with the first event after {until}, as the founding act says."));
            Ok(Exit::Done)
        }
        _ => Ok(Exit::Done),
    }
}
