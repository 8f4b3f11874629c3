//! Enrolment slips (files named `*.slip`): who a key is of, said under that very key. A member to be makes one beside the
//! key, and hands it to the commission above; `docs/format.md` has the same sample.
//!
//! ```text
//! protokol.slip@v1
//! # A member's key, and the proof that its holder has the secret one: `protokol enrol --slips` reads it.
//! election tiny-2026                                  the manifest's id
//! unit P1                                             of which commission
//! seat 1                                              may be missing: then whoever enrols gives one
//! name A. Member                                      as on the paper
//! office chair
//! nominated_by Nobody                                 may be missing
//! key cfc8a04832de7456a9ef4d13e4f5b4d38d49b6652f19c5f9961e145a19ac725c
//! proof 6ugQ…Dg==                                     base64 of the key's signature over the lines above
//! ```
//!
//! The proof says that whoever has the secret key said this, of this election and unit. Whose name stands on it, it cannot
//! prove: an officer compares the fingerprint with the member.

use std::fmt::{self, Write};
use std::str::{FromStr, Split};

use crate::crypto::key::{KeyNotAdmissible, PublicKey, SecretKey, Signature};
use crate::crypto::transfer::{self, TransferChange};
use crate::crypto::{base64, context};
use crate::domain::code::Code;
use crate::domain::commission::Office;
use crate::domain::id::{ElectionId, UnitId};
use crate::domain::number::Seat;
use crate::domain::text::Text;

/// The first line, which names the format and its version.
pub const SLIP_HEADER: &str = "protokol.slip@v1";
/// What the first line of every version begins with.
const SLIP_FAMILY: &str = "protokol.slip@v";
/// The second line, for whoever opens the file in an editor. It is the same in every file.
pub const SLIP_COMMENT: &str =
    "# A member's key, and the proof that its holder has the secret one: `protokol enrol --slips` reads it.";
/// The most bytes of a slip: one QR code holds it.
pub const SLIP_BYTES_MAX: usize = 2_048;

/// What a member to be says of a key.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Holder {
    /// For which election, by the manifest's id: what a member can know before any ledger is founded.
    pub election: ElectionId,
    /// Of which commission.
    pub unit: UnitId,
    /// In which seat; none where whoever enrols gives it.
    pub seat: Option<Seat>,
    /// The name, as on the paper.
    pub name: Text,
    /// In which office.
    pub office: Office,
    /// Who nominated; may be empty.
    pub nominated_by: Text,
}

/// A slip. Nothing in it may be believed before [`verify`](Self::verify).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EnrolmentSlip {
    holder: Holder,
    key: PublicKey,
    proof: Signature,
}

/// Why bytes are not a slip.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NotASlip {
    /// More than [`SLIP_BYTES_MAX`].
    #[error("{0} bytes, and a slip has at most {SLIP_BYTES_MAX}")]
    TooLong(usize),
    /// The bytes are not UTF-8.
    #[error("not UTF-8")]
    NotUtf8,
    /// Another first line.
    #[error("the first line is not `{SLIP_HEADER}`")]
    Header,
    /// A version that this program does not know.
    #[error("a slip of another version, made by a newer program")]
    Newer,
    /// The second line is not the remark.
    #[error("the second line is not the remark that every slip has")]
    Comment,
    /// The text ends before this line, or within it.
    #[error("it ends before the line `{0}` is whole")]
    CutShort(&'static str),
    /// This line is not the next one, or its value is not in its one spelling.
    #[error("the line `{0}` is not where it belongs, or not in its one spelling")]
    Line(&'static str),
    /// Something stands behind the proof.
    #[error("something stands behind the proof")]
    Surplus,
    /// It was a slip before a program changed it on its way.
    #[error("{0}")]
    Changed(TransferChange),
}

/// Why a slip proves nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoProof {
    /// The key is none that could sign.
    #[error(transparent)]
    Key(#[from] KeyNotAdmissible),
    /// The key did not sign this.
    #[error("the proof is not the key's signature over what the slip says")]
    Signature,
}

impl NotASlip {
    /// The stable code.
    pub fn code(&self) -> Code {
        match self {
            Self::Newer => Code::R36,
            Self::Changed(_) => Code::V29,
            _ => Code::U3,
        }
    }
}

impl NoProof {
    /// The stable code.
    pub fn code(&self) -> Code {
        match self {
            Self::Key(_) => Code::R30,
            Self::Signature => Code::R33,
        }
    }
}

impl EnrolmentSlip {
    /// What the holder of a key says of it, under that key.
    ///
    /// # Errors
    /// [`NotASlip::TooLong`]; [`NotASlip::Line`] for an empty name.
    pub fn sign(holder: Holder, key: &SecretKey) -> Result<Self, NotASlip> {
        let public = key.public();
        let proof = key.sign(&signed(&holder, &public));
        let slip = Self { holder, key: public, proof };
        Self::parse(slip.to_string().as_bytes())
    }

    /// Reads a slip, which is printed the same again.
    ///
    /// # Errors
    /// [`NotASlip`].
    pub fn parse(bytes: &[u8]) -> Result<Self, NotASlip> {
        if bytes.len() > SLIP_BYTES_MAX {
            return Err(NotASlip::TooLong(bytes.len()));
        }
        let text = std::str::from_utf8(bytes).map_err(|_| NotASlip::NotUtf8);
        text.and_then(parse_exactly).map_err(|error| {
            let change = transfer::found_in_lines(bytes, |text| parse_exactly(text).is_ok());
            change.map_or(error, NotASlip::Changed)
        })
    }

    /// What its holder says, not checked.
    pub fn holder(&self) -> &Holder {
        &self.holder
    }

    /// The key that it is about.
    pub fn key(&self) -> PublicKey {
        self.key
    }

    /// Checks that the holder of the key said all of this.
    ///
    /// # Errors
    /// [`NoProof`].
    pub fn verify(&self) -> Result<(), NoProof> {
        let key = self.key.admit()?;
        let is_theirs = key.verifies(&signed(&self.holder, &self.key), &self.proof);
        if is_theirs { Ok(()) } else { Err(NoProof::Signature) }
    }
}

/// What the key signs: the context, and the lines above the proof.
fn signed(holder: &Holder, key: &PublicKey) -> Vec<u8> {
    [context::SLIP_SIGNATURE, said(holder, key).as_bytes()].concat()
}

/// The lines above the proof.
fn said(holder: &Holder, key: &PublicKey) -> String {
    let Holder { election, unit, seat, name, office, nominated_by } = holder;
    let mut said = format!("{SLIP_HEADER}\n{SLIP_COMMENT}\nelection {election}\nunit {unit}\n");
    if let Some(seat) = seat {
        let _ = writeln!(said, "seat {seat}");
    }
    let _ = write!(said, "name {name}\noffice {}\n", office.word());
    if !nominated_by.is_empty() {
        let _ = writeln!(said, "nominated_by {nominated_by}");
    }
    let _ = writeln!(said, "key {key}");
    said
}

fn parse_exactly(text: &str) -> Result<EnrolmentSlip, NotASlip> {
    let mut lines = Lines(text.split('\n'));
    match lines.0.next() {
        Some(SLIP_HEADER) => {}
        Some(other) if is_of_another_version(other) => return Err(NotASlip::Newer),
        _ => return Err(NotASlip::Header),
    }
    match lines.0.next() {
        Some(SLIP_COMMENT) => {}
        Some(cut) if lines.is_over() && SLIP_COMMENT.starts_with(cut) => return Err(NotASlip::CutShort("election")),
        _ => return Err(NotASlip::Comment),
    }
    let holder = Holder {
        election: lines.value("election")?,
        unit: lines.value("unit")?,
        seat: lines.value_if_there("seat")?,
        name: lines.value("name")?,
        office: lines.value("office")?,
        nominated_by: lines.value_if_there("nominated_by")?.unwrap_or_default(),
    };
    let key = lines.value("key")?;
    let proof: Proof = lines.value("proof")?;
    match (lines.0.next(), lines.0.next()) {
        (Some(""), None) => Ok(EnrolmentSlip { holder, key, proof: proof.0 }),
        _ => Err(NotASlip::Surplus),
    }
}

fn is_of_another_version(line: &str) -> bool {
    let version = line.strip_prefix(SLIP_FAMILY).unwrap_or_default();
    version != "1" && !version.starts_with('0') && !version.is_empty() && version.bytes().all(|b| b.is_ascii_digit())
}

/// The lines that are left. What follows the last line end is one too, and never a whole line.
#[derive(Clone)]
struct Lines<'t>(Split<'t, char>);

impl Lines<'_> {
    /// Whether no whole line is left.
    fn is_over(&self) -> bool {
        self.0.clone().next().is_none()
    }

    /// The value of the next line, which must have this name.
    fn value<T: FromStr>(&mut self, name: &'static str) -> Result<T, NotASlip> {
        let line = self.0.next().filter(|_| !self.is_over()).ok_or(NotASlip::CutShort(name))?;
        let value = line.strip_prefix(name).and_then(|rest| rest.strip_prefix(' '));
        let value = value.filter(|value| !value.is_empty()).ok_or(NotASlip::Line(name))?;
        value.parse().map_err(|_| NotASlip::Line(name))
    }

    /// The same of a line that may be missing.
    fn value_if_there<T: FromStr>(&mut self, name: &'static str) -> Result<Option<T>, NotASlip> {
        let is_there = self.0.clone().next().is_some_and(|line| line.split(' ').next() == Some(name));
        if is_there { self.value(name).map(Some) } else { Ok(None) }
    }
}

/// The signature of a slip, in base64.
struct Proof(Signature);

impl FromStr for Proof {
    type Err = base64::NotBase64;
    fn from_str(s: &str) -> Result<Self, base64::NotBase64> {
        let bytes: [u8; 64] = base64::decode(s)?.try_into().map_err(|_| base64::NotBase64)?;
        Ok(Self(Signature::from_bytes(&bytes)))
    }
}

impl fmt::Display for EnrolmentSlip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}proof {}", said(&self.holder, &self.key), base64::encode(&self.proof.to_bytes()))
    }
}
