//! `compare OLD NEW`: whether the new state grew from the old one, what changed, and the evidence where neither did.

mod changes;
mod fork;
mod proofs;
mod sides;
mod snapshots;
mod totals;

use std::path::PathBuf;

use clap::Args;

use self::changes::Changes;
pub use self::fork::write;
use self::proofs::{Proofs, ProofsTo};
use self::sides::{head, view};
pub use self::sides::{state, tell_contradiction, trust};

use super::args::{Global, Insider};
use super::failure::{Exit, Failure};
use super::ledger;
use super::output::Output;
use super::talk::Talk;
use crate::ledger::note::policy::Policy;
use crate::service::compare::{Compared as Sides, Outcome, compare};
use crate::text::Compared;
use crate::verify::compare::{Relation, ReplayedLog};

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  protokol compare yesterday.tar https://elections.example/2026/\n  protokol compare 01.001.tlog-proof published --policy keys/georgia-2018.policy"
)]
pub struct Compare {
    /// The older state: a ledger's folder, a published folder, its tar or its URL, a receipt, a proof, a signed checkpoint
    /// or snapshot
    pub old: PathBuf,
    /// The newer state, likewise
    pub new: PathBuf,
    /// Where to write the evidence of a fork, or of false numbers; here, named after both, if left out
    #[arg(long, value_name = "FILE")]
    pub evidence: Option<PathBuf>,
    #[command(flatten)]
    pub proofs: ProofsTo,
    #[command(flatten)]
    pub insider: Insider,
}

pub fn run(global: &Global, arguments: &Compare, output: &Output) -> Result<Exit, Failure> {
    arguments.proofs.check(output)?;
    let policy = ledger::policy(global, output.lang)?;
    let talk = Talk::new(output);
    let compared = compare(&arguments.old, &arguments.new, policy.as_ref(), &talk);
    let sides = match compared.map_err(|error| Failure::service(output.lang, error))? {
        Outcome::States(sides) => *sides,
        Outcome::Snapshots(two) => {
            return snapshots::two(&two, arguments.evidence.as_deref(), policy.as_ref(), output);
        }
        Outcome::False(found) => {
            let (evidence, [old, new]) = *found;
            return snapshots::tell(evidence, [&old, &new], arguments.evidence.as_deref(), policy.as_ref(), output);
        }
    };
    let relation = sides.found.relation;
    let proofs = arguments.proofs.put(&sides, policy.as_ref(), &arguments.insider, output)?;
    match (&sides.found.evidence, sides.larger().whole.as_ref()) {
        (Some(evidence), _) => {
            let (name, text) = (evidence.file_name(), evidence.to_string());
            let file = fork::write(&name, &text, arguments.evidence.as_deref(), output)?;
            fork::tell(&sides, evidence, &file, policy.as_ref(), &arguments.insider, output)?;
        }
        (None, Some(whole)) if matches!(relation, Relation::Continuation | Relation::Rollback) => {
            let changes = Changes::of(whole, sides.old.size(), sides.new.size(), &arguments.insider);
            tell(&sides, policy.as_ref(), Some(&changes), proofs, output);
        }
        (None, _) => tell(&sides, policy.as_ref(), None, proofs, output),
    }
    Ok(match relation {
        Relation::Continuation if sides.new.whole.as_ref().is_some_and(ReplayedLog::has_newer) => Exit::CannotTell,
        Relation::Equal | Relation::Continuation => Exit::Done,
        Relation::Rollback | Relation::Fork | Relation::Contradiction | Relation::Unrelated(_) => Exit::No,
    })
}

fn tell(
    sides: &Sides,
    policy: Option<&Policy>,
    changes: Option<&Changes<'_>>,
    Proofs { before, after }: Proofs,
    output: &Output,
) {
    let found = &sides.found;
    if output.json {
        let view = view(sides).proved(&found.proof).with_proofs(before, after);
        return match changes {
            Some(changes) => output.value(&view.with_changes(changes.views(output), changes.totals())),
            None => output.value(&view),
        };
    }
    head(sides, policy, output);
    if let Some(changes) = changes {
        let title = match found.relation {
            Relation::Rollback => Compared::WhatIsGone,
            _ => Compared::WhatChanged,
        };
        changes.tell(title, output);
    }
}
