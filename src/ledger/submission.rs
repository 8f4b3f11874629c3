//! A submission's bytes: the statement's bytes, and signatures over exactly these bytes.
//!
//! ```text
//! length      u32   bytes of the statement
//! statement         see domain/statement.rs
//! count       u16   signatures
//! signatures        count × (key 32, signature 64), strictly ascending by key
//! ```
//! Each signature is over `protokol statement signature v1` and a newline, then the statement's bytes. There is no
//! second spelling: every byte is accounted for.

use std::collections::BTreeMap;

use crate::crypto::admitted::AdmittedKeys;
use crate::crypto::context;
use crate::crypto::key::{AdmittedKey, PublicKey, SecretKey, Signature};
use crate::crypto::parallel::ParallelMap;
use crate::crypto::together::{self, Claim, FEW};
use crate::crypto::wire::{ENTRY_BYTES_MAX, WireError};
use crate::domain::code::Code;
use crate::domain::statement::{Statement, StatementError, Submission};

use super::envelope::ENVELOPE_HEADER_BYTES;

/// The most bytes of a submission: an envelope around it must fit an entry.
pub const SUBMISSION_BYTES_MAX: usize = ENTRY_BYTES_MAX - ENVELOPE_HEADER_BYTES;
/// The first line of a submission that people keep in a file.
pub const FILE_MAGIC: &[u8] = b"protokol submission v1\n";
/// How many bytes one signature takes, with its key.
const SIGNATURE_BYTES: usize = 96;
/// How often what does not hold together is halved before it is told apart one by one.
const HALVINGS: usize = 3;
/// How many signatures and enrolled keys are judged at once at the most: each takes some 1,500 bytes meanwhile.
const TOGETHER_MAX: usize = 65_536;

/// A statement's bytes and the signatures collected so far. Nothing in it is checked yet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SignedStatement {
    statement: Vec<u8>,
    signatures: BTreeMap<PublicKey, Signature>,
}

/// A submission of which a verifier checked bytes, signatures and newly enrolled keys.
#[derive(Clone, Debug)]
pub struct OpenedSubmission {
    /// The submission that `decide` judges.
    pub submission: Submission,
    /// The keys that the statement enrols, admitted.
    pub enrols: Vec<AdmittedKey>,
}

/// A submission of which everything was checked that follows from its bytes alone. Such an answer stays true, whatever
/// comes into the ledger meanwhile: which keys were known spared work and decided nothing.
#[derive(Clone, Debug)]
pub struct CheckedSubmission {
    bytes: Vec<u8>,
    opened: Result<OpenedSubmission, SubmissionError>,
}

/// Why bytes are not a submission.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SubmissionError {
    /// More than [`SUBMISSION_BYTES_MAX`] bytes.
    #[error("{0} bytes, and a submission has at most {SUBMISSION_BYTES_MAX}")]
    TooLong(usize),
    /// The lengths do not account for every byte.
    #[error("the bytes are not laid out as a submission")]
    Layout,
    /// A key stands twice, or keys do not ascend.
    #[error("one key signs twice, or the signatures are not in ascending order of keys")]
    SignatureOrder,
    /// The statement's bytes do not decode.
    #[error(transparent)]
    Statement(#[from] StatementError),
    /// A signature is not its key's over these bytes.
    #[error("the signature of key {0} does not verify")]
    Signature(PublicKey),
    /// The statement enrols a key that is not admissible.
    #[error("the key {0} is not admissible")]
    Key(PublicKey),
    /// The file does not begin like a submission.
    #[error("not a submission file: it must begin with the line `protokol submission v1`")]
    NotAFile,
}

impl SubmissionError {
    /// The stable code that people quote.
    pub fn code(&self) -> Code {
        match self {
            Self::TooLong(_) => Code::R37,
            Self::Statement(error) if error.is_newer() => Code::R36,
            Self::Layout | Self::NotAFile | Self::Statement(_) => Code::R35,
            Self::SignatureOrder => Code::R34,
            Self::Signature(_) => Code::R33,
            Self::Key(_) => Code::R30,
        }
    }
}

impl SignedStatement {
    /// A statement that nobody signed yet.
    ///
    /// # Errors
    /// [`WireError::TooLong`].
    pub fn unsigned(statement: &Statement) -> Result<Self, WireError> {
        Ok(Self { statement: statement.encode()?, signatures: BTreeMap::new() })
    }

    /// The statement's bytes, which every signature is over.
    pub fn statement_bytes(&self) -> &[u8] {
        &self.statement
    }

    /// The statement itself.
    ///
    /// # Errors
    /// [`StatementError`].
    pub fn statement(&self) -> Result<Statement, StatementError> {
        Statement::decode(&self.statement)
    }

    /// The keys that signed, ascending.
    pub fn signers(&self) -> impl ExactSizeIterator<Item = &PublicKey> {
        self.signatures.keys()
    }

    /// Adds a member's signature; says whether it was not there yet.
    pub fn sign(&mut self, key: &SecretKey) -> bool {
        let signature = key.sign(&signed_message(&self.statement));
        self.signatures.insert(key.public(), signature).is_none()
    }

    /// Adds the signatures of another copy, where it is of the same statement; says whether it is. They are not checked.
    pub fn join(&mut self, copy: &Self) -> bool {
        let is_same = self.statement == copy.statement;
        if is_same {
            self.signatures.extend(copy.signatures.iter().map(|(key, signature)| (*key, *signature)));
        }
        is_same
    }

    /// The bytes, as they go into an envelope.
    pub fn encode(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(6 + self.statement.len() + self.signatures.len() * SIGNATURE_BYTES);
        let length = u32::try_from(self.statement.len()).expect("a statement is at most an entry long");
        let count = u16::try_from(self.signatures.len()).expect("collected one at a time, or decoded from a u16");
        bytes.extend(length.to_le_bytes());
        bytes.extend(&self.statement);
        bytes.extend(count.to_le_bytes());
        for (key, signature) in &self.signatures {
            bytes.extend(key.0);
            bytes.extend(signature.to_bytes());
        }
        bytes
    }

    /// Reads the layout; neither the statement nor a signature is looked at.
    ///
    /// # Errors
    /// [`SubmissionError::TooLong`], [`SubmissionError::Layout`] or [`SubmissionError::SignatureOrder`].
    pub fn decode(bytes: &[u8]) -> Result<Self, SubmissionError> {
        if bytes.len() > SUBMISSION_BYTES_MAX {
            return Err(SubmissionError::TooLong(bytes.len()));
        }
        let (length, rest) = bytes.split_first_chunk::<4>().ok_or(SubmissionError::Layout)?;
        let length = usize::try_from(u32::from_le_bytes(*length)).map_err(|_| SubmissionError::Layout)?;
        let (statement, rest) = rest.split_at_checked(length).ok_or(SubmissionError::Layout)?;
        let (count, rest) = rest.split_first_chunk::<2>().ok_or(SubmissionError::Layout)?;
        let (pairs, []) = rest.as_chunks::<SIGNATURE_BYTES>() else { return Err(SubmissionError::Layout) };
        if pairs.len() != usize::from(u16::from_le_bytes(*count)) {
            return Err(SubmissionError::Layout);
        }
        let pairs: Vec<_> = pairs.iter().map(pair).collect();
        if pairs.windows(2).any(|two| two[0].0 >= two[1].0) {
            return Err(SubmissionError::SignatureOrder);
        }
        Ok(Self { statement: statement.to_vec(), signatures: pairs.into_iter().collect() })
    }

    /// The bytes as a file that members and clerks hand on.
    pub fn to_file(&self) -> Vec<u8> {
        [FILE_MAGIC, &self.encode()].concat()
    }

    /// Reads a file that [`to_file`](Self::to_file) wrote.
    ///
    /// # Errors
    /// [`SubmissionError::NotAFile`], and those of [`SignedStatement::decode`].
    pub fn from_file(bytes: &[u8]) -> Result<Self, SubmissionError> {
        Self::decode(bytes.strip_prefix(FILE_MAGIC).ok_or(SubmissionError::NotAFile)?)
    }

    fn claims<'a>(&'a self, message: &'a [u8]) -> impl Iterator<Item = Claim<'a>> {
        self.signatures.iter().map(move |(key, signature)| Claim { key, message, signature })
    }

    /// Checks everything that needs no ledger: the length, the statement's one spelling, every signature by
    /// `verify_strict`, and every key that it enrols.
    ///
    /// # Errors
    /// The first [`SubmissionError`].
    pub fn open(&self, admitted_keys: &AdmittedKeys) -> Result<OpenedSubmission, SubmissionError> {
        let opened = self.open_vouched()?;
        let message = signed_message(&self.statement);
        for (key, signature) in &self.signatures {
            if !admitted_keys.verifies(key, &message, signature) {
                return Err(SubmissionError::Signature(*key));
            }
        }
        let admit = |key: PublicKey| key.admit().map_err(|_| SubmissionError::Key(key));
        let enrols = opened.submission.statement.body.enrols().into_iter().map(admit).collect::<Result<_, _>>()?;
        Ok(OpenedSubmission { enrols, ..opened })
    }

    /// Checks what is neither a signature nor a key.
    ///
    /// # Errors
    /// The first [`SubmissionError`] that is not about a signature or a key.
    pub fn open_vouched(&self) -> Result<OpenedSubmission, SubmissionError> {
        let bytes = 6 + self.statement.len() + self.signatures.len() * SIGNATURE_BYTES;
        if bytes > SUBMISSION_BYTES_MAX {
            return Err(SubmissionError::TooLong(bytes));
        }
        let (statement, hash) = (self.statement()?, Statement::hash(&self.statement));
        let submission = Submission { statement, hash, signers: self.signers().copied().collect() };
        Ok(OpenedSubmission { submission, enrols: Vec::new() })
    }
}

/// Opens submissions as [`SignedStatement::open`] does each of them, with all their signatures checked together.
pub fn open_all<M: ParallelMap>(
    submissions: &[&SignedStatement],
    known: &AdmittedKeys,
    map: &M,
) -> Vec<Result<OpenedSubmission, SubmissionError>> {
    let (mut decoded, mut told) = (Vec::new(), Vec::with_capacity(submissions.len()));
    for read in map.map(submissions.to_vec(), |signed| Read::of(signed, known)) {
        told.push(match read {
            Read::Told(told) => Some(told),
            Read::Decoded(one) => {
                decoded.push(one);
                None
            }
        });
    }
    let mut judged = judge(decoded, known, map, HALVINGS).into_iter();
    told.into_iter().filter_map(|alone| alone.or_else(|| judged.next())).collect()
}

/// A submission on its way to be judged.
enum Read<'a> {
    /// Neither its signatures nor its keys are checked yet.
    Decoded(Decoded<'a>),
    /// It is judged: by its bytes, or by itself, where it has so many signatures that it gains nothing by company.
    Told(Result<OpenedSubmission, SubmissionError>),
}

impl<'a> Read<'a> {
    fn of(signed: &'a SignedStatement, known: &AdmittedKeys) -> Self {
        if signed.signatures.len() > FEW {
            return Self::Told(signed.open(known));
        }
        match signed.open_vouched() {
            Err(error) => Self::Told(Err(error)),
            Ok(opened) => {
                let (message, enrols) = (signed_message(&signed.statement), opened.submission.statement.body.enrols());
                Self::Decoded(Decoded { signed, message, opened, enrols })
            }
        }
    }
}

/// A submission of which neither signatures nor keys are checked yet.
struct Decoded<'a> {
    signed: &'a SignedStatement,
    message: Vec<u8>,
    opened: OpenedSubmission,
    enrols: Vec<PublicKey>,
}

/// Judges signatures and keys all at once; where anything is wrong in halves, and in the end one by one.
fn judge<M: ParallelMap>(
    mut decoded: Vec<Decoded<'_>>,
    known: &AdmittedKeys,
    map: &M,
    halvings: usize,
) -> Vec<Result<OpenedSubmission, SubmissionError>> {
    let signatures: usize = decoded.iter().map(|one| one.signed.signatures.len()).sum();
    let is_too_much = signatures + decoded.iter().map(|one| one.enrols.len()).sum::<usize>() > TOGETHER_MAX;
    if signatures <= FEW || decoded.len() == 1 || halvings == 0 && !is_too_much {
        return map.map(decoded, |one| one.signed.open(known));
    }
    if !is_too_much && let Some(admitted) = hold_together(&decoded, known, map) {
        let mut admitted = admitted.into_iter();
        let with_keys = |one: Decoded<'_>| {
            Ok(OpenedSubmission { enrols: admitted.by_ref().take(one.enrols.len()).collect(), ..one.opened })
        };
        return decoded.into_iter().map(with_keys).collect();
    }
    let second = decoded.split_off(decoded.len() / 2);
    let halvings = if is_too_much { halvings } else { halvings - 1 };
    judge(decoded, known, map, halvings).into_iter().chain(judge(second, known, map, halvings)).collect()
}

/// Whether every signature and key is right: then the keys that are enrolled, admitted, in their order.
fn hold_together<M: ParallelMap>(decoded: &[Decoded<'_>], known: &AdmittedKeys, map: &M) -> Option<Vec<AdmittedKey>> {
    let claims: Vec<_> = decoded.iter().flat_map(|one| one.signed.claims(&one.message)).collect();
    let enrolled: Vec<_> = decoded.iter().flat_map(|one| one.enrols.iter().copied()).collect();
    together::all_hold(&claims, &enrolled, known, map)
}

impl CheckedSubmission {
    /// Checks a submission's bytes, signatures and newly enrolled keys.
    pub fn of(submission: &SignedStatement, admitted_keys: &AdmittedKeys) -> Self {
        Self { bytes: submission.encode(), opened: submission.open(admitted_keys) }
    }

    /// As [`of`](Self::of) for each, with all their signatures checked together.
    pub fn of_all<M: ParallelMap>(
        submissions: &[&SignedStatement],
        admitted_keys: &AdmittedKeys,
        map: &M,
    ) -> Vec<Self> {
        let opened = open_all(submissions, admitted_keys, map);
        submissions.iter().zip(opened).map(|(submission, opened)| Self { bytes: submission.encode(), opened }).collect()
    }

    /// What it is, or what is wrong with it.
    ///
    /// # Errors
    /// As [`SignedStatement::open`].
    pub fn opened(&self) -> Result<&OpenedSubmission, &SubmissionError> {
        self.opened.as_ref()
    }

    /// Its bytes, and what it is or what is wrong with it.
    pub fn into_parts(self) -> (Vec<u8>, Result<OpenedSubmission, SubmissionError>) {
        (self.bytes, self.opened)
    }
}

fn signed_message(statement: &[u8]) -> Vec<u8> {
    [context::STATEMENT_SIGNATURE, statement].concat()
}

fn pair(bytes: &[u8; SIGNATURE_BYTES]) -> (PublicKey, Signature) {
    let (mut key, mut signature) = ([0; 32], [0; 64]);
    key.copy_from_slice(&bytes[..32]);
    signature.copy_from_slice(&bytes[32..]);
    (PublicKey(key), Signature::from_bytes(&signature))
}
