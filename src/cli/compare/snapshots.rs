//! Two snapshots of one size: the same, or two answers to one question, of which the evidence is written before anything
//! is said.

use std::path::Path;

use super::super::failure::{Exit, Failure};
use super::super::output::Output;
use super::fork::write;
use super::sides::{state, tell_relation, trust};
use crate::ledger::files::two_snapshots::TwoSnapshots;
use crate::ledger::note::policy::Policy;
use crate::service::parallel::Cores;
use crate::text::{self, Action, Compared, Label};
use crate::verify::compare::Relation;
use crate::verify::conclude::TrustAnchors;
use crate::verify::misconduct::{Misconduct, check};
use crate::view::comparison::{Comparison as View, SnapshotsFound};
use crate::view::misconduct::Snapshot;

/// Tells how two snapshots stand to each other.
pub fn tell(
    two: &TwoSnapshots,
    named: Option<&Path>,
    policy: Option<&Policy>,
    output: &Output,
) -> Result<Exit, Failure> {
    let report = check(Misconduct::Snapshots(two.clone()), &TrustAnchors::default(), Cores);
    let relation = if report.proved.is_ok() { Relation::Contradiction } else { Relation::Equal };
    let file = match relation {
        Relation::Contradiction => Some(write(&two.file_name(), &two.to_string(), named, output)?),
        _ => None,
    };
    let [one, other] = two.both().map(|signed| signed.snapshot());
    if output.json {
        let found = SnapshotsFound {
            keys: two.keys().iter().map(ToString::to_string).collect(),
            snapshots: [one, other].map(Snapshot::of).into(),
            evidence: file.as_ref().map(|file| file.display().to_string()),
        };
        output.value(&View::of(relation, &one.checkpoint, &other.checkpoint).of_snapshots(found));
        return Ok(exit(relation));
    }
    output.named(output.label(Label::Trust), &trust(policy, output));
    for stated in [one, other] {
        output.named(output.label(Label::Checkpoint), &state(&stated.checkpoint, output));
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
