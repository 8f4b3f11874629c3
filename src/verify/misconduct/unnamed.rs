//! Whether rows that a log signed leave out an event that is in it: what an honest log takes in, its rows name for ever.

use super::not_proved::NotProved;
use crate::crypto::admitted::AdmittedKeys;
use crate::domain::number::Sequence;
use crate::domain::rules::RulesVersion;
use crate::domain::statement::{Body, Statement};
use crate::ledger::envelope::Envelope;
use crate::ledger::files::unnamed::{InLog, UnnamedEvidence};
use crate::ledger::submission::{SignedStatement, SubmissionError};
use crate::ledger::tree::node::leaf_hash;
use crate::ledger::tree::proof::verify_inclusion;
use crate::tally::rows::naming::is_named;

/// Whether the rows do not name the event, though the row that would is shown.
pub(super) fn judge(evidence: &UnnamedEvidence) -> Result<(), NotProved> {
    let stated = evidence.snapshot().verify(evidence.key()).map_err(NotProved::NotSigned)?;
    let (size, root, events) = (stated.checkpoint.size, &stated.checkpoint.root, evidence.events());
    for (_, InLog { sequence, entry, proof }) in events.each() {
        let included = verify_inclusion(&leaf_hash(entry), *sequence, size, proof, root);
        included.map_err(|_| NotProved::OtherEvents)?;
    }
    if evidence.rows().check().is_err() || evidence.rows().root() != stated.rows {
        return Err(NotProved::OtherRows);
    }
    let founding = opened(&events.founding)?;
    let rotated = events.rotated.as_ref().map(opened).transpose()?;
    let left_out = opened(&events.left_out)?;
    let named = match (founding.body, rotated.map(|rotated| rotated.body)) {
        (Body::ElectionCalled(act), key) if events.founding.sequence == Sequence(0) => {
            RulesVersion::try_from(act.rules).map_err(|_| NotProved::Newer)?;
            match key {
                None => act.log_key,
                Some(Body::LogKeyRotated(rotated)) => rotated.new,
                Some(_) => return Err(NotProved::OtherKey),
            }
        }
        _ => return Err(NotProved::NoEvent(events.founding.sequence)),
    };
    if named.as_str().parse().ok().as_ref() != Some(evidence.key()) {
        return Err(NotProved::OtherKey);
    }
    let InLog { sequence, entry, .. } = &events.left_out;
    match is_named(evidence.rows(), *sequence, Envelope::hash(entry), &left_out.body) {
        Some(false) => Ok(()),
        Some(true) => Err(NotProved::Named(*sequence)),
        None => Err(NotProved::RowNotShown(*sequence)),
    }
}

/// What an entry says, whose signatures stand.
fn opened(InLog { sequence, entry, .. }: &InLog) -> Result<Statement, NotProved> {
    let refused = |error: SubmissionError| match error {
        SubmissionError::Statement(error) if error.is_newer() => NotProved::Newer,
        _ => NotProved::NoEvent(*sequence),
    };
    let envelope = Envelope::decode(entry).ok().filter(|envelope| envelope.sequence == *sequence);
    let signed = SignedStatement::decode(&envelope.ok_or(NotProved::NoEvent(*sequence))?.submission);
    let opened = signed.and_then(|signed| signed.open(&AdmittedKeys::default()));
    opened.map(|opened| opened.submission.statement).map_err(refused)
}
