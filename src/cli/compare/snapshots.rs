//! Two snapshots of one size: the same, or two answers to one question; or one that its events do not come to. The evidence is
//! written before anything is said.

use std::path::Path;

use super::super::failure::{Exit, Failure};
use super::super::output::Output;
use super::fork::write;
use super::sides::{state, tell_relation, trust};
use crate::ledger::files::two_snapshots::TwoSnapshots;
use crate::ledger::note::checkpoint::Checkpoint;
use crate::ledger::note::policy::Policy;
use crate::service::parallel::Cores;
use crate::text::{self, Action, Compared, Label};
use crate::verify::compare::Relation;
use crate::verify::conclude::TrustAnchors;
use crate::verify::misconduct::{Misconduct, check};
use crate::view::comparison::{Comparison as View, SnapshotsFound};
use crate::view::misconduct::Snapshot;

/// Tells how two snapshots stand to each other.
pub fn two(
    two: &TwoSnapshots,
    named: Option<&Path>,
    policy: Option<&Policy>,
    output: &Output,
) -> Result<Exit, Failure> {
    let states = two.both().map(|signed| &signed.snapshot().checkpoint);
    tell(Misconduct::Snapshots(two.clone()), states, named, policy, output)
}

/// Tells what a log signed of its numbers, beside two states, and writes the evidence that it is.
pub fn tell(
    evidence: Misconduct,
    [old, new]: [&Checkpoint; 2],
    named: Option<&Path>,
    policy: Option<&Policy>,
    output: &Output,
) -> Result<Exit, Failure> {
    let report = check(evidence, &TrustAnchors::default(), Cores);
    let (evidence, snapshots) = (&report.evidence, report.evidence.snapshots());
    let relation = if report.proved.is_ok() { Relation::Contradiction } else { Relation::Equal };
    let file = match relation {
        Relation::Contradiction => Some(write(&evidence.file_name(), &evidence.to_string(), named, output)?),
        _ => None,
    };
    if output.json {
        let found = SnapshotsFound {
            keys: evidence.keys().iter().map(ToString::to_string).collect(),
            snapshots: snapshots.iter().map(|signed| Snapshot::of(signed.snapshot())).collect(),
            evidence: file.as_ref().map(|file| file.display().to_string()),
        };
        output.value(&View::of(relation, old, new).of_snapshots(found));
        return Ok(exit(relation));
    }
    output.named(output.label(Label::Trust), &trust(policy, output));
    for signed in &snapshots {
        output.named(output.label(Label::Checkpoint), &state(&signed.snapshot().checkpoint, output));
    }
    tell_relation(relation, 0, output);
    if let Some(file) = file {
        text::misconduct(output.lang, &report).iter().for_each(|line| output.named("", line));
        let (file, command) = (file.display().to_string(), format!("`{}`", Action::Verify));
        let written = Compared::Written { file: &file, command: &command };
        output.named(&output.compared(Compared::Evidence), &output.compared(written));
    }
    Ok(exit(relation))
}

fn exit(relation: Relation) -> Exit {
    if relation == Relation::Contradiction { Exit::No } else { Exit::Done }
}
