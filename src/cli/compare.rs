//! `compare OLD NEW`: whether the new state grew from the old one, what changed, and the evidence where neither did.

mod changes;
mod fork;
mod side;
mod totals;

use std::path::Path;

use self::changes::Changes;
pub use self::fork::tell_contradiction;
use self::side::OpenedSide;
use super::args::{Compare, Global};
use super::failure::{Exit, Failure};
use super::ledger;
use super::output::{Output, Tone};
use crate::domain::code::Code;
use crate::domain::number::Size;
use crate::ledger::note::checkpoint::Checkpoint;
use crate::ledger::note::policy::Policy;
use crate::text::{Compared, Label};
use crate::verify::compare::{Comparison, NotCompared, Relation, Side, Which, compare};
use crate::view::comparison::Comparison as View;

pub fn run(global: &Global, arguments: &Compare, output: &Output) -> Result<Exit, Failure> {
    let policy = ledger::policy(global, output.lang)?;
    let [old, new] = [&arguments.old, &arguments.new].map(|what| OpenedSide::open(what, output));
    let opened = [old?, new?];
    let [old, new] = read(&opened, output)?;
    let found = compare(&old, &new, policy.as_ref()).map_err(|refused| refusal(refused, arguments, [&old, &new]))?;
    let sides = Sides { old: &old, new: &new, opened: &opened };
    match (&found.evidence, sides.larger().whole.as_ref()) {
        (Some(evidence), _) => fork::tell(&sides, evidence, policy.as_ref(), arguments, output)?,
        (None, Some(whole)) if matches!(found.relation, Relation::Continuation | Relation::Rollback) => {
            let changes = Changes::of(whole, old.size(), new.size(), &arguments.insider);
            tell(&sides, &found, policy.as_ref(), Some(&changes), output);
        }
        (None, _) => tell(&sides, &found, policy.as_ref(), None, output),
    }
    Ok(match found.relation {
        Relation::Equal | Relation::Continuation => Exit::Done,
        Relation::Rollback | Relation::Fork | Relation::Unrelated(_) => Exit::No,
    })
}

/// Both sides, and where they were had from.
struct Sides<'a> {
    old: &'a Side,
    new: &'a Side,
    opened: &'a [OpenedSide; 2],
}

impl<'a> Sides<'a> {
    fn larger(&self) -> &'a Side {
        if self.old.size() > self.new.size() { self.old } else { self.new }
    }

    /// The smaller size and the larger.
    fn sizes(&self) -> (Size, Size) {
        let (old, new) = (self.old.size(), self.new.size());
        (old.min(new), old.max(new))
    }
}

/// Reads what there is to read. Of two logs with different names nothing more is asked.
fn read(opened: &[OpenedSide; 2], output: &Output) -> Result<[Side; 2], Failure> {
    let [old, new] = opened;
    let checkpoints = [old, new].map(|one| one.signed().checkpoint());
    if checkpoints[0].origin != checkpoints[1].origin {
        return Ok([old, new].map(|one| Side::checkpoint(one.signed().clone())));
    }
    let since = checkpoints[0].size.min(checkpoints[1].size);
    Ok([old.read(since, output)?, new.read(since, output)?])
}

/// Why nothing is compared, and what to bring.
fn refusal(refused: NotCompared, arguments: &Compare, sides: [&Side; 2]) -> Failure {
    let of = |which| match which {
        Which::Old => (&arguments.old, sides[0].size()),
        Which::New => (&arguments.new, sides[1].size()),
    };
    let not_signed = |code, (path, size): (&std::path::PathBuf, Size), by: &str| {
        let says = format!("{}: the checkpoint of size {size} is not signed by {by}", path.display());
        let act = "do not go by it: get the checkpoint from the log itself or from a witness; if the log's key has changed, \
                   name a whole log or give --policy";
        Failure::new(Exit::No, code, says, act).in_file(path)
    };
    match refused {
        NotCompared::NoKey => {
            let act = "give --policy FILE, or a whole log (ledger, published folder, tar or URL) as one of the two";
            Failure::usage("two checkpoints do not say whose key to trust", act)
        }
        NotCompared::NotTheLogs(which) => not_signed(Code::V8, of(which), "the log's key"),
        NotCompared::NotTrusted(which) => not_signed(Code::V12, of(which), "a log of the policy"),
        NotCompared::NoEntries(which) => {
            let (path, size) = of(which);
            let says = format!(
                "it cannot be told: {} is a checkpoint of size {size} alone, and says nothing of smaller sizes",
                path.display()
            );
            let act = format!("bring the log's entries up to size {size}: its published folder, tar, URL or ledger");
            Failure::new(Exit::CannotTell, Code::U3, says, act).in_file(path)
        }
    }
}

fn tell(
    sides: &Sides<'_>,
    found: &Comparison,
    policy: Option<&Policy>,
    changes: Option<&Changes<'_>>,
    output: &Output,
) {
    if output.json {
        let view = view(sides, found.relation).proved(&found.proof);
        return match changes {
            Some(changes) => output.value(&view.with_changes(changes.views(output), changes.totals())),
            None => output.value(&view),
        };
    }
    head(sides, found.relation, policy, output);
    if let Some(changes) = changes {
        let title = match found.relation {
            Relation::Rollback => Compared::WhatIsGone,
            _ => Compared::WhatChanged,
        };
        changes.tell(title, output);
    }
}

/// What every comparison says to a program.
fn view<'a>(sides: &Sides<'_>, relation: Relation) -> View<'a> {
    View::of(relation, sides.old.signed.checkpoint(), sides.new.signed.checkpoint())
}

/// What every comparison begins with: whom it trusts, both states, and how they stand to each other.
fn head(sides: &Sides<'_>, relation: Relation, policy: Option<&Policy>, output: &Output) {
    if !matches!(relation, Relation::Unrelated(_)) {
        output.named(output.label(Label::Trust), &trust(policy, output));
    }
    for (name, side) in [(Compared::Old, sides.old), (Compared::New, sides.new)] {
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
