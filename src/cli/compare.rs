//! `compare OLD NEW`: whether the new state grew from the old one, what changed, and the evidence where neither did.

mod changes;
mod fork;
mod totals;

use std::path::{Path, PathBuf};

use self::changes::Changes;
pub use self::fork::tell_contradiction;
use clap::Args;

use super::args::{Global, Insider};
use super::failure::{Exit, Failure};
use super::ledger;
use super::output::{Output, Tone};
use super::talk::Talk;
use crate::ledger::note::checkpoint::Checkpoint;
use crate::ledger::note::policy::Policy;
use crate::service::compare::{Compared as Sides, compare};
use crate::text::{Compared, Label};
use crate::verify::compare::Relation;
use crate::view::comparison::Comparison as View;

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

pub fn run(global: &Global, arguments: &Compare, output: &Output) -> Result<Exit, Failure> {
    let policy = ledger::policy(global, output.lang)?;
    let compared = compare(&arguments.old, &arguments.new, policy.as_ref(), &Talk::new(output));
    let sides = compared.map_err(|error| Failure::service(output.lang, error))?;
    let relation = sides.found.relation;
    match (&sides.found.evidence, sides.larger().whole.as_ref()) {
        (Some(evidence), _) => fork::tell(&sides, evidence, policy.as_ref(), arguments, output)?,
        (None, Some(whole)) if matches!(relation, Relation::Continuation | Relation::Rollback) => {
            let changes = Changes::of(whole, sides.old.size(), sides.new.size(), &arguments.insider);
            tell(&sides, policy.as_ref(), Some(&changes), output);
        }
        (None, _) => tell(&sides, policy.as_ref(), None, output),
    }
    Ok(match relation {
        Relation::Equal | Relation::Continuation => Exit::Done,
        Relation::Rollback | Relation::Fork | Relation::Unrelated(_) => Exit::No,
    })
}

fn tell(sides: &Sides, policy: Option<&Policy>, changes: Option<&Changes<'_>>, output: &Output) {
    let found = &sides.found;
    if output.json {
        let view = view(sides).proved(&found.proof);
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

/// What every comparison says to a program.
fn view<'a>(sides: &Sides) -> View<'a> {
    View::of(sides.found.relation, sides.old.signed.checkpoint(), sides.new.signed.checkpoint())
}

/// What every comparison begins with: whom it trusts, both states, and how they stand to each other.
fn head(sides: &Sides, policy: Option<&Policy>, output: &Output) {
    let relation = sides.found.relation;
    if !matches!(relation, Relation::Unrelated(_)) {
        output.named(output.label(Label::Trust), &trust(policy, output));
    }
    for (name, side) in [(Compared::Old, &sides.old), (Compared::New, &sides.new)] {
        output.named(&output.compared(name), &state(side.signed.checkpoint(), output));
    }
    let (small, large) = sides.sizes();
    let means = output.compared(Compared::Means { relation, events: large.0 - small.0 });
    let tone = match relation {
        Relation::Equal | Relation::Continuation => Tone::Good,
        Relation::Rollback | Relation::Fork | Relation::Unrelated(_) => Tone::Bad,
    };
    let word = output.paint(tone, &output.compared(Compared::Word(relation)));
    output.named(&output.compared(Compared::Relation), &format!("{word}  {means}"));
}

/// A state of a log for people.
pub fn state(checkpoint: &Checkpoint, output: &Output) -> String {
    let fingerprint = checkpoint.fingerprint().to_string();
    let state = output.compared(Compared::State { size: checkpoint.size, fingerprint: &fingerprint });
    format!("{state}  {}", checkpoint.origin)
}

/// Whose word the keys are taken on.
pub fn trust(policy: Option<&Policy>, output: &Output) -> String {
    match policy {
        Some(_) => output.label(Label::TrustPolicy).to_owned(),
        None => output.compared(Compared::KeyOfItsOwn),
    }
}

/// A path as it is told.
fn shown(path: &Path) -> String {
    path.display().to_string()
}
