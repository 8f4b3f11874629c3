//! The text of a proof of rows: how it is read, and how it is written.

use std::fmt::{self, Write};
use std::str::FromStr;

use super::tree::{self, Lines};
use super::{CLAIMS_MAX, Claim, NotARowsProof, ROWS_PROOF_BYTES_MAX, ROWS_PROOF_COMMENT, ROWS_PROOF_HEADER, RowsProof};
use crate::crypto::base64;
use crate::crypto::hash::TreeHash;
use crate::crypto::transfer;
use crate::domain::number::{Sequence, Size};
use crate::ledger::note::checkpoint::SignedCheckpoint;
use crate::ledger::note::snapshot::SignedSnapshot;
use crate::ledger::rows::key::RowKey;
use crate::ledger::tree::proof::PROOF_HASHES_MAX;

impl RowsProof {
    /// Reads a proof, which is printed the same again.
    ///
    /// # Errors
    /// [`NotARowsProof`].
    pub fn parse(bytes: &[u8]) -> Result<Self, NotARowsProof> {
        if bytes.len() > ROWS_PROOF_BYTES_MAX {
            return Err(NotARowsProof::TooLong(bytes.len()));
        }
        let text = std::str::from_utf8(bytes).map_err(|_| NotARowsProof::NotUtf8);
        text.and_then(Self::parse_exactly).map_err(|error| {
            let change = transfer::found_in_long(bytes, |text| Self::parse_exactly(text).is_ok());
            change.map_or(error, NotARowsProof::Changed)
        })
    }

    fn parse_exactly(text: &str) -> Result<Self, NotARowsProof> {
        let (head, rest) = text.split_once("\n\n").ok_or(NotARowsProof::Header)?;
        let (tree, notes) = rest.split_once("\n\n").ok_or(NotARowsProof::Lengths)?;
        let mut lines: Lines<'_> = head.split('\n').zip(1..).peekable();
        let header = [lines.next(), lines.next()].map(|line| line.map(|(line, _)| line));
        if header != [Some(ROWS_PROOF_HEADER), Some(ROWS_PROOF_COMMENT)] {
            return Err(NotARowsProof::Header);
        }
        let [snapshot, checkpoint] = ["snapshot ", "checkpoint "].map(|name| length(lines.next(), name));
        let (snapshot, checkpoint) = snapshot.zip(checkpoint).ok_or(NotARowsProof::Lengths)?;
        if snapshot.checked_add(checkpoint) != Some(notes.len()) || !notes.is_char_boundary(snapshot) {
            return Err(NotARowsProof::Lengths);
        }
        let grown = grown(&mut lines)?;
        let before = 5 + grown.len();
        let claims = claims(&mut lines, before)?;
        let events = lines.map(event).collect::<Result<Vec<_>, _>>()?;
        if let Some(at) = events.windows(2).position(|two| two[0].0 >= two[1].0) {
            return Err(NotARowsProof::Event(before + claims.len() + at + 1));
        }
        let rows = tree::read(tree, head.split('\n').count() + 2).map_err(NotARowsProof::Tree)?;
        let (snapshot, checkpoint) = notes.split_at(snapshot);
        let snapshot = SignedSnapshot::parse(snapshot.as_bytes())?;
        let checkpoint = SignedCheckpoint::parse(checkpoint.as_bytes())?;
        Ok(Self { snapshot, checkpoint, grown, claims, events, rows })
    }
}

fn length(line: Option<(&str, usize)>, name: &str) -> Option<usize> {
    let size: Size = line?.0.strip_prefix(name)?.parse().ok()?;
    usize::try_from(size.0).ok()
}

fn grown(lines: &mut Lines<'_>) -> Result<Vec<TreeHash>, NotARowsProof> {
    let mut grown = Vec::new();
    while let Some((line, number)) = lines.next_if(|(line, _)| line.starts_with("grown ")) {
        let hash = base64::decode_hash(&line["grown ".len()..]).ok().filter(|_| grown.len() < PROOF_HASHES_MAX);
        grown.push(TreeHash(hash.ok_or(NotARowsProof::Grown(number))?));
    }
    Ok(grown)
}

fn claims(lines: &mut Lines<'_>, first: usize) -> Result<Vec<Claim>, NotARowsProof> {
    let (mut claims, mut before) = (Vec::new(), "");
    while let Some((line, number)) = lines.next_if(|(line, _)| !line.starts_with("event ")) {
        let claim = line.parse().ok().filter(|_| before < line && claims.len() < CLAIMS_MAX);
        claims.push(claim.ok_or(NotARowsProof::Claim(number))?);
        before = line;
    }
    if claims.is_empty() { Err(NotARowsProof::Claim(first)) } else { Ok(claims) }
}

fn event((line, number): (&str, usize)) -> Result<(Sequence, Vec<u8>), NotARowsProof> {
    let read = || {
        let (sequence, entry) = line.strip_prefix("event ")?.split_once(' ')?;
        Some((sequence.parse().ok()?, base64::decode(entry).ok()?))
    };
    read().ok_or(NotARowsProof::Event(number))
}

impl FromStr for Claim {
    type Err = ();

    fn from_str(line: &str) -> Result<Self, ()> {
        let (kind, what) = line.split_once(' ').ok_or(())?;
        let key = || what.parse::<RowKey>().map_err(|_| ());
        match kind {
            "row" => Ok(Self::Row(key()?)),
            "none" => Ok(Self::None(key()?)),
            "all" if what.strip_suffix('/').unwrap_or(what).parse::<RowKey>().is_ok() => Ok(Self::All(what.to_owned())),
            _ => Err(()),
        }
    }
}

impl fmt::Display for Claim {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Row(key) => write!(f, "row {key}"),
            Self::None(key) => write!(f, "none {key}"),
            Self::All(prefix) => write!(f, "all {prefix}"),
        }
    }
}

impl fmt::Display for RowsProof {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (snapshot, checkpoint) = (self.snapshot.to_string(), self.checkpoint.to_string());
        writeln!(f, "{ROWS_PROOF_HEADER}\n{ROWS_PROOF_COMMENT}")?;
        writeln!(f, "snapshot {}\ncheckpoint {}", snapshot.len(), checkpoint.len())?;
        self.grown.iter().try_for_each(|hash| writeln!(f, "grown {}", base64::encode(&hash.0)))?;
        self.claims.iter().try_for_each(|claim| writeln!(f, "{claim}"))?;
        let mut events = self.events.iter();
        events.try_for_each(|(sequence, entry)| writeln!(f, "event {sequence} {}", base64::encode(entry)))?;
        f.write_char('\n')?;
        tree::write(&self.rows, f)?;
        write!(f, "\n{snapshot}{checkpoint}")
    }
}
