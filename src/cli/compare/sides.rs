//! What every comparison says: both states, how they stand to each other, and whom it trusts.

use super::super::output::{Output, Tone};
use crate::crypto::base64;
use crate::ledger::files::fork::ForkEvidence;
use crate::ledger::note::checkpoint::Checkpoint;
use crate::ledger::note::policy::Policy;
use crate::service::compare::Compared as Sides;
use crate::text::{Compared, Label};
use crate::verify::compare::Relation;
use crate::view::comparison::Comparison as View;

/// What every comparison says to a program.
pub fn view<'a>(sides: &Sides) -> View<'a> {
    View::of(sides.found.relation, sides.old.signed.checkpoint(), sides.new.signed.checkpoint())
}

/// What every comparison begins with: whom it trusts, both states, and how they stand to each other.
pub fn head(sides: &Sides, policy: Option<&Policy>, output: &Output) {
    let relation = sides.found.relation;
    if !matches!(relation, Relation::Unrelated(_)) {
        output.named(output.label(Label::Trust), &trust(policy, output));
    }
    for (name, side) in [(Compared::Old, &sides.old), (Compared::New, &sides.new)] {
        output.named(&output.compared(name), &state(side.signed.checkpoint(), output));
    }
    let (small, large) = sides.sizes();
    tell_relation(relation, large.0 - small.0, output);
}

/// How two sides stand to each other, in a word and what it means.
pub fn tell_relation(relation: Relation, events: u64, output: &Output) {
    let means = output.compared(Compared::Means { relation, events });
    let tone = match relation {
        Relation::Equal | Relation::Continuation => Tone::Good,
        Relation::Rollback | Relation::Fork | Relation::Contradiction | Relation::Unrelated(_) => Tone::Bad,
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

/// What evidence says for people: the two roots, how they are shown, and what it means.
pub fn tell_contradiction(evidence: &ForkEvidence, output: &Output) {
    let (old, new) = (evidence.older().checkpoint(), evidence.newer().checkpoint());
    let [one, other] = [old.root, evidence.root()].map(|root| base64::encode(&root.0));
    let roots = Compared::TwoRoots { size: old.size, one: &one, other: &other };
    output.named(&output.compared(Compared::History), &output.compared(roots));
    if old.size != new.size {
        let leads = Compared::LeadsTo { size: new.size, hashes: evidence.proof().len() };
        output.named("", &output.compared(leads));
    }
    output.named("", &output.compared(Compared::Meaning));
}
