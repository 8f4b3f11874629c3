//! What stands over and beside the figures.

use super::account::step;
use crate::text::account::Step;
use crate::text::figures::figure;
use crate::text::labels::{Fact, Label};
use crate::text::parts::short;

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
        Label::Inventing => "inventing figures",
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
        Label::KitHasNoSums => {
            "A kit has no protocols, so the sums were not compared. Check the draft again where the ledger is, without --kit."
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
        Label::Witnessed => "witnessed",
        Label::Already => "already",
        Label::ThisFolder => "this folder",
        Label::CopyFiled => "an observer's copy filed",
        Label::Newcomers => "signed by members who were enrolled after the version that it replaces",
        Label::ComplaintLate => "filed after its term",
        Label::ComplaintOpen => "not decided",
        Label::ContestInvalid => "more than the law allows: the contest is invalid",
        Label::ContestStands => "not more than the law allows",
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
        Fact::Late(papers) => format!("{} late", figure(*papers)),
        Fact::Missing(papers) => format!("{} missing after their deadline", figure(*papers)),
        Fact::Hour { hour, voters, stations, of } => {
            format!("{hour}  {} voters, {} stations of {} reporting", figure(*voters), figure(*stations), figure(*of))
        }
        Fact::Bulletin { hour, voters, stations: None } => {
            format!("{hour}  {} voters by its bulletin", figure(*voters))
        }
        Fact::Bulletin { hour, voters, stations: Some(stations) } => {
            format!("{hour}  {} voters by its bulletin, {} stations reporting", figure(*voters), figure(*stations))
        }
        Fact::WithoutResult { units, units_of, voters, voters_of } => format!(
            "Without a valid result: {} of {} precincts, with {} of {} voters",
            figure(*units),
            figure(*units_of),
            figure(*voters),
            figure(*voters_of)
        ),
        Fact::Replaces { event, reason, decision: "" } => format!("replaces {}: {reason}", short(event)),
        Fact::Replaces { event, reason, decision } => {
            format!("replaces {} by decision {decision}: {reason}", short(event))
        }
        Fact::Changed { item, before, after } => format!("{item}: {before}, now {after}"),
        Fact::CopyAgainst { version, then: true, code: None } => {
            format!("agrees with event {version}, in force when it was filed")
        }
        Fact::CopyAgainst { version, then: true, code: Some(code) } => {
            format!("differs from event {version}, in force when it was filed ({code})")
        }
        Fact::CopyAgainst { version, then: false, code: None } => format!("agrees with event {version}, in force"),
        Fact::CopyAgainst { version, then: false, code: Some(code) } => {
            format!("differs from event {version}, in force ({code})")
        }
        Fact::CopyRefused { reason } => format!("a copy was refused: {reason}"),
        Fact::Complaint { against, subject } => format!("complaint against event {against}: {subject}"),
        Fact::ComplaintDecided { event, outcome, reason } => format!("{outcome} by event {event}: {reason}"),
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
        Fact::OthersFound { command } => format!("Next: the other members sign this file, then: {command}"),
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
