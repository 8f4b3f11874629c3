//! Trust files (C2SP tlog-policy, and one line of our own): which logs, which witnesses, and how many of them are enough.
//!
//! ```text
//! log elections.example/2026/parliament+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k https://elections.example/
//! witness red   red.example/w+89ab…+BK…
//! witness blue  blue.example/w+12cd…+BN…
//! witness ngo   ngo.example/w+77e0…+BF…
//! group parties all red blue
//! group enough  2 parties ngo
//! quorum enough
//! numbers ngo                            ours, and may be missing: who must have computed the numbers too
//! ```
//!
//! Items are divided by spaces and tabs. A name is defined before it is used, once, and is a member of at most one
//! group, so that each witness counts in one way. A witness's key may be spelled with type 0x04 or 0x01. No two lines, of
//! logs and witnesses alike, have one public key: a log that cosigned itself would meet a quorum alone.

mod parse;

use std::fmt;

pub use self::parse::{POLICY_BYTES_MAX, PolicyError, PolicyFault};
use super::checkpoint::SignedCheckpoint;
use super::snapshot::{SignedSnapshot, says_recomputed};
use crate::crypto::note::{Note, NoteRefusal};
use crate::crypto::vkey::{KeyKind, KeyName, PosixSeconds, VerifierKey};
use crate::domain::origin::Origin;

/// Which logs and witnesses a verifier believes, as a trust file says.
#[derive(Clone, Debug)]
pub struct Policy {
    logs: Vec<PolicyLog>,
    witnesses: Vec<PolicyWitness>,
    /// In the order of definition, hence members before their group.
    rules: Vec<Rule>,
    /// The rule to be met; none for `quorum none`.
    quorum: Option<RuleIndex>,
    /// The rule to be met under a snapshot, by witnesses who recompute; none where the file asks for none.
    numbers: Option<RuleIndex>,
    /// Cosignatures that state a later time do not count.
    latest: Option<PosixSeconds>,
}

/// How far a witness's clock may be ahead of the reader's: machines that nobody looks after differ by minutes.
pub const CLOCK_SKEW_SECONDS_MAX: u64 = 300;

/// A log that the file lists. Its key's name is its origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyLog {
    /// The key, of type 0x01.
    pub key: VerifierKey,
    /// The URL where the log is published, if the file names one.
    pub url: Option<String>,
}

/// A witness whose cosignature counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyWitness {
    /// What the trust file calls it. It means nothing outside.
    pub name: WitnessName,
    /// The key, as type 0x04 however it was spelled.
    pub key: VerifierKey,
    /// The URL where the witness takes requests, if the file names one.
    pub url: Option<String>,
}

/// What a trust file calls a witness.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WitnessName(String);

/// Whether enough witnesses cosigned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quorum {
    /// Enough witnesses cosigned.
    Met,
    /// Too few witnesses cosigned.
    NotMet,
    /// The trust file says `quorum none`, or of the numbers nothing.
    NoneRequired,
}

/// What a trust file says about one checkpoint or snapshot, all of whose signatures verify.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// The key of the log that signed.
    pub log: VerifierKey,
    /// Which witnesses cosigned, and the latest time each states, in the file's order.
    pub witnesses: Vec<(WitnessName, PosixSeconds)>,
    /// Whether they are enough.
    pub quorum: Quorum,
}

/// Why a trust file says nothing about a checkpoint.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PolicyRefusal {
    /// No log of the trust file has this origin.
    #[error("the trust file names no log {0}")]
    UnknownLog(KeyName),
    /// The log's key did not sign, whoever else did.
    #[error("not signed by the log {0}")]
    NotSignedByLog(KeyName),
    /// A line claims a log or witness of the trust file, and its signature is not that key's.
    #[error(transparent)]
    Note(NoteRefusal),
}

#[derive(Clone, Copy, Debug)]
struct RuleIndex(usize);

#[derive(Clone, Debug)]
enum Rule {
    /// The witness at this place cosigned.
    Witness(usize),
    /// At least so many of the members are met.
    Group { threshold: usize, members: Vec<RuleIndex> },
}

impl Policy {
    /// The logs in the file's order. There may be none, if another source names the log.
    pub fn logs(&self) -> &[PolicyLog] {
        &self.logs
    }

    /// The witnesses in the file's order.
    pub fn witnesses(&self) -> &[PolicyWitness] {
        &self.witnesses
    }

    /// The same policy for a reader whose clock stands at `now`: a cosignature from the future, beyond what
    /// [clocks differ](CLOCK_SKEW_SECONDS_MAX), does not count. Without this no time is asked for.
    #[must_use]
    pub fn at(self, now: PosixSeconds) -> Self {
        let latest = now.seconds().saturating_add(CLOCK_SKEW_SECONDS_MAX);
        Self { latest: PosixSeconds::try_from(latest).ok(), ..self }
    }

    /// Whether the quorum is met, if exactly those witnesses cosigned of which `cosigned` says so.
    pub fn quorum(&self, cosigned: impl Fn(&PolicyWitness) -> bool) -> Quorum {
        self.meets(self.quorum, cosigned)
    }

    /// Whether a quorum on the numbers is asked for.
    pub fn asks_for_numbers(&self) -> bool {
        self.numbers.is_some()
    }

    fn meets(&self, rule: Option<RuleIndex>, cosigned: impl Fn(&PolicyWitness) -> bool) -> Quorum {
        let Some(RuleIndex(quorum)) = rule else { return Quorum::NoneRequired };
        let mut met: Vec<bool> = Vec::with_capacity(self.rules.len());
        for rule in &self.rules {
            met.push(match rule {
                Rule::Witness(place) => cosigned(&self.witnesses[*place]),
                Rule::Group { threshold, members } => {
                    members.iter().filter(|member| met[member.0]).count() >= *threshold
                }
            });
        }
        if met[quorum] { Quorum::Met } else { Quorum::NotMet }
    }

    /// Judges a checkpoint by the logs of this file.
    ///
    /// # Errors
    /// [`PolicyRefusal`]. Too few witnesses are no refusal, but in the [`Judgement`].
    pub fn judge(&self, signed: &SignedCheckpoint) -> Result<Judgement, PolicyRefusal> {
        let logs: Vec<_> = self.logs.iter().map(|log| log.key.clone()).collect();
        self.judge_of(&logs, signed)
    }

    /// Judges a checkpoint by the witnesses of this file and by log keys from another source, for a file without logs.
    ///
    /// # Errors
    /// As [`judge`](Self::judge).
    pub fn judge_of(&self, logs: &[VerifierKey], signed: &SignedCheckpoint) -> Result<Judgement, PolicyRefusal> {
        self.judge_note(logs, &signed.checkpoint().origin, signed.note(), self.quorum, |_| true)
    }

    /// Judges a snapshot: whether those who must have computed the numbers did. Only witnesses whose name says that they
    /// recompute count.
    ///
    /// # Errors
    /// As [`judge`](Self::judge).
    pub fn judge_numbers(&self, signed: &SignedSnapshot) -> Result<Judgement, PolicyRefusal> {
        let logs: Vec<_> = self.logs.iter().map(|log| log.key.clone()).collect();
        self.judge_numbers_of(&logs, signed)
    }

    /// The same, by log keys from another source.
    ///
    /// # Errors
    /// As [`judge`](Self::judge).
    pub fn judge_numbers_of(&self, logs: &[VerifierKey], signed: &SignedSnapshot) -> Result<Judgement, PolicyRefusal> {
        let origin = &signed.snapshot().checkpoint.origin;
        self.judge_note(logs, origin, signed.note(), self.numbers, |witness| says_recomputed(witness.key.name()))
    }

    fn judge_note(
        &self,
        logs: &[VerifierKey],
        origin: &Origin,
        note: &Note,
        rule: Option<RuleIndex>,
        counts: impl Fn(&PolicyWitness) -> bool,
    ) -> Result<Judgement, PolicyRefusal> {
        let origin = origin.key_name();
        let is_log = |key: &VerifierKey| key.kind() == KeyKind::Ed25519 && *key.name() == origin;
        let mut keys: Vec<_> = logs.iter().filter(|key| is_log(key)).cloned().collect();
        if keys.is_empty() {
            return Err(PolicyRefusal::UnknownLog(origin));
        }
        keys.extend(self.witnesses.iter().map(|witness| witness.key.clone()));
        let verified = match note.verified_by(&keys) {
            Ok(verified) => verified,
            Err(NoteRefusal::NoKnownSignature) => return Err(PolicyRefusal::NotSignedByLog(origin)),
            Err(forged) => return Err(PolicyRefusal::Note(forged)),
        };
        let log = verified.iter().find(|one| is_log(one.key)).map(|one| one.key.clone());
        let log = log.ok_or(PolicyRefusal::NotSignedByLog(origin))?;
        // Logs from another source may have the key of a witness here: no log is a witness.
        let is_a_log = |witness: &PolicyWitness| logs.iter().any(|log| log.public() == witness.key.public());
        let time = |witness: &PolicyWitness| {
            let is_counted = counts(witness) && !is_a_log(witness);
            is_counted.then(|| self.latest_time(witness, note)).flatten()
        };
        let witnesses = self.witnesses.iter().filter_map(|w| Some((w.name.clone(), time(w)?))).collect();
        Ok(Judgement { log, witnesses, quorum: self.meets(rule, |witness| time(witness).is_some()) })
    }

    /// Of several lines of one witness the latest time counts that is not from the future. All of them stand.
    fn latest_time(&self, witness: &PolicyWitness, note: &Note) -> Option<PosixSeconds> {
        let lines = note.signatures().iter().filter(|line| line.claims(&witness.key));
        let times = lines.filter_map(|line| witness.key.verify(note.text(), line.bytes()).ok().flatten());
        times.filter(|time| self.latest.is_none_or(|latest| *time <= latest)).max()
    }
}

impl WitnessName {
    /// The name as the trust file has it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for WitnessName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
