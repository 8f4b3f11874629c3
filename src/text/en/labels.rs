//! What stands over and beside the figures.

use super::account::step;
use crate::text::account::Step;
use crate::text::figures::figure;
use crate::text::labels::{Fact, Label};

pub fn label(label: Label) -> &'static str {
    match label {
        Label::Rehearsal => "rehearsal",
        Label::Number => "No",
        Label::Candidate => "Candidate",
        Label::Votes => "Votes",
        Label::Share => "Share",
        Label::Unit => "Unit",
        Label::InForce => "In force",
        Label::Of => "Of",
        Label::Checkpoint => step(Step::Checkpoint),
        Label::Event => "Event",
        Label::Fingerprint => "Fingerprint",
        Label::Time => "Time",
        Label::Trust => step(Step::Trust),
        Label::TryNext => "Try next",
        Label::ReadingFolder => "reading the folder",
        Label::DerivingKeys => "deriving keys",
        Label::Recording => "recording",
        Label::Verifying => "verifying",
        Label::NotAddingUp => "What does not add up",
        Label::EveryCheckHolds => "nothing: every check holds",
        Label::Error => "error",
        Label::Warning => "warning",
        Label::Unusual => "unusual",
        Label::Refused => "refused",
        Label::PaperIsComplete => "The paper is complete and every check holds.",
        Label::CountAgain => {
            "A signed paper is accepted as it is and carries these findings for ever. Count again before you sign."
        }
        Label::CountFirst => {
            "Count again before you sign. A signed paper is accepted as it is and carries the finding for ever."
        }
        Label::SignThis => "Sign this, exactly as shown?",
        Label::TypeYes => "Type yes:",
        Label::Signed => "Signed",
        Label::SignedBefore => "Signed before by this key",
        Label::OthersSign => "Next: the other members sign this file, then `protokol submit` it.",
        Label::Sealed => "sealed",
        Label::Already => "already",
        Label::ThisFolder => "this folder",
        Label::CopyFiled => "an observer's copy filed",
        Label::CannotBeRead => "cannot be read: damaged, or made by a newer version",
        Label::TrustPolicy => "policy: keys from the policy given",
        Label::TrustLedger => "self: key taken from the ledger beside it; whose it is, is not proved",
        Label::AskTheLedger => "whether the signers were members then, only the ledger tells: `protokol verify LEDGER`",
    }
}

pub fn fact(fact: &Fact<'_>) -> String {
    match fact {
        Fact::Turnout { share } => format!("Turnout {share} of the voters on the lists"),
        Fact::InForce { protocols, of } => format!("Protocols in force: {} of {}", figure(*protocols), figure(*of)),
        Fact::Awaited(papers) => format!("{} awaited", figure(*papers)),
        Fact::Annulled(papers) => format!("{} annulled", figure(*papers)),
        Fact::Failed(papers) => format!("{} failed", figure(*papers)),
        Fact::Corrected(papers) => format!("{} corrected", figure(*papers)),
        Fact::Cell { cell, unit, stated, recomputed } => {
            format!("{cell}: {unit} states {stated}, its protocols give {recomputed}")
        }
        Fact::At { at, of } => format!("At size {at} of {of}"),
        Fact::Findings { shown, size } => format!("{shown} findings at size {size}"),
        Fact::Rules { fingerprint } => format!("{fingerprint} is the checkpoint that rules now"),
        Fact::Below(parent) => format!("below {parent}"),
        Fact::FormedBy(event) => format!("formed by event {event}"),
        Fact::Commission { members, quorum } => format!("Commission of {members}, of whom {quorum} must sign"),
        Fact::Until(event) => format!("until event {event}"),
        Fact::Voting(voting) => format!("voting {voting}"),
        Fact::TurnoutAt { hour, voters } => format!("turnout at {hour}: {}", figure(*voters)),
        Fact::Signatures(signatures) => format!("{signatures} signatures"),
        Fact::Accepted { paper, sequence, event, receipt } => {
            format!("{paper} as event {sequence} {event}, receipt {receipt}")
        }
        Fact::Owed { owed, named, paper } => format!(
            "{owed} of {named} scans of {paper} are still to be handed in: run the same command without \
             --without-attachments when they are at hand"
        ),
        Fact::More(faults) => format!("and {} more", figure(*faults)),
        Fact::Next { code } => format!("Next: protokol help {code}"),
        Fact::SizeOf { size, origin } => format!("size {} of {origin}", figure(size.0)),
        Fact::Within { sequence, event } => format!("{sequence} of {event}"),
        Fact::Arrived { event, arrival, signatures } => {
            format!("{event}, arrived {arrival}, {signatures} signatures verify")
        }
        Fact::Demands { rule } => format!("This election's form demands: {rule}"),
        Fact::Seconds { name, tenths } => format!("{name} {}.{} s", tenths / 10, tenths % 10),
    }
}
