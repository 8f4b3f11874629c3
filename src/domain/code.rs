//! Codes, stable for ever: what a program, a form or a newspaper may quote. A code is never reused.

use serde::{Deserialize, Serialize};

use super::id::{CheckCode, NotAnId};

/// Lists every built-in code once.
macro_rules! codes {
    ($($name:ident $doc:literal,)*) => {
        /// A built-in code. The sentences stand in the text floor; `protokol help CODE` prints them.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
        #[non_exhaustive]
        pub enum Code {
            $(#[doc = $doc] $name,)*
        }

        impl Code {
            /// Every code, in the order of this list.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The code as people quote it.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => stringify!($name),)* }
            }
        }
    };
}

codes! {
    T1 "A turnout report is below an earlier one, or the last is above the final figure.",
    T2 "Two turnout reports for one hour differ.",
    T3 "A turnout is above the electorate.",
    T4 "A bulletin counts more stations than there are.",
    S1 "A cell of a summary is not the sum of the protocols it names.",
    S2 "A counter of a summary, or the set of protocols it names, is not true.",
    S3 "A summary was made of other protocols than those in force now.",
    S4 "A summary covers papers that were still awaited.",
    S5 "A summary leaves out protocols that were in force.",
    S6 "A summary leaves out protocols without which the candidates come in another order.",
    O1 "A sealed opening item was changed.",
    O2 "The opening items were not sealed.",
    C1 "An observer's copy differs in votes.",
    C2 "An observer's copy differs elsewhere.",
    D1 "A protocol or summary arrived after its deadline.",
    D2 "A protocol or summary is missing after its deadline.",
    L1 "A certified candidate does not lead the totals.",
    L2 "A certified candidate does not lead the totals so far.",
    R1 "Already in the ledger.",
    R2 "Made for another ledger.",
    R3 "The ledger is closed.",
    R4 "The unit is not known.",
    R5 "The unit exists already.",
    R6 "The contest is not known.",
    R7 "The contest is not held in this unit, or exists already.",
    R8 "A signing key is not enrolled.",
    R9 "A signing key is no longer in force.",
    R10 "This body may not say this.",
    R11 "The quorum is not met.",
    R12 "The key belongs to somebody already.",
    R13 "Members or quorum are not the manifest's.",
    R14 "The unit's place in the tree is wrong.",
    R15 "An item is missing.",
    R16 "An item does not belong here.",
    R17 "A candidate's figure is missing.",
    R18 "A figure for a candidate who is not on the ballot.",
    R19 "The unit has reported already.",
    R20 "The opening can no longer be sealed.",
    R21 "The paper is of another voting.",
    R22 "It replaces a version that is not in force.",
    R23 "The unit's state does not allow this.",
    R24 "The ballot is fixed, or the number is taken.",
    R25 "The observer is not known, exists already, or is out of scope.",
    R26 "It refers to an event that is not in the ledger.",
    R27 "A demonstration key outside a rehearsal.",
    R28 "The manifest is inconsistent.",
    R29 "A ledger begins with its founding act, and has only one.",
    R30 "A key is not admissible.",
    R31 "The summary's commitment is out of range.",
    R32 "The contest's result is certified.",
    R33 "A signature does not verify.",
    R34 "One key signs twice, or signatures are out of order.",
    R35 "The bytes are not a submission in its one spelling.",
    R36 "Made by a newer version of the program.",
    R37 "The submission is larger than an entry may be.",
    R38 "The log's key or its change is not right.",
    R39 "A list is out of order or has an entry twice.",
    R40 "No reason is given.",
    R41 "A correction changes nothing.",
    R42 "A certification does not say by whom or for whom.",
    V1 "The journal is damaged here.",
    V2 "Events that the seal covers are missing.",
    V3 "An envelope is not in its one spelling.",
    V4 "An envelope does not name the one before it.",
    V5 "An envelope's sequence is wrong.",
    V6 "An arrival time goes backwards.",
    V7 "The root is not the sealed one.",
    V8 "The seal's signature is not the log's.",
    V9 "A slot of the seal is damaged.",
    V10 "Events are not under a checkpoint.",
    V11 "The checkpoint is not the expected one.",
    V12 "The log is not one that the policy trusts.",
    V13 "The policy's quorum of witnesses is not met.",
    V14 "A file of the ledger says something else than the founding act.",
    V15 "The receipt does not prove the event.",
    V16 "The ledger grew after it was closed.",
    V17 "The store does not agree with the journal.",
    V18 "There is no ledger here.",
    V19 "An attachment is missing.",
    V20 "An attachment is not what was signed.",
    V21 "A published tile is not what the entries give.",
    V22 "A file of a published log is missing.",
    V23 "A published bundle is not in its format.",
    V24 "The log has two histories.",
    V25 "A witness's state is not the newest one.",
    V26 "A log does not show that it grew.",
    V27 "The evidence of a fork proves none.",
    V28 "The clock of the log jumped.",
    V29 "A file was changed on its way by a mail, FTP or office program.",
    V30 "The snapshot is not what the events give.",
    V31 "The proof does not show what it says.",
    V32 "Too few witnesses have computed the numbers for the policy.",
    V33 "A total that is shown is not what the events come to.",
    U1 "The command is not used like this.",
    U2 "A file cannot be read or written.",
    U3 "A file is not in its format.",
    U4 "A row or value is wrong.",
    U5 "Something is there already.",
    U6 "The passphrase is wrong or missing.",
    U7 "Another writer holds the ledger.",
    U8 "A question was not answered with yes.",
    U9 "Not found.",
    U10 "A scan that the submission names is missing.",
    U11 "A scan is not the one that was signed.",
    U12 "The figures are not published yet.",
    U13 "A restored ledger is only read.",
    U14 "The ledger is not as its writer left it.",
    U15 "The writer does not believe its clock.",
    U16 "A web address does not give the file that was asked for.",
    U17 "A submission is in, and its receipt is not written.",
    U18 "Files that were to be joined are no copies of one submission.",
    U21 "The system grants no thread.",
    U22 "The program met a defect of its own.",
    U23 "The system grants too little memory.",
    U24 "The service takes nothing at this moment.",
    U25 "Another writer has gone on at the replica.",
    U26 "The replica gives no clear answer.",
    U27 "The replica cannot be relied on.",
    U28 "This machine stands by and writes nothing.",
    U29 "The machine did not take over.",
    U30 "The mirror cannot be filled.",
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::str::FromStr for Code {
    type Err = UnknownCode;
    fn from_str(s: &str) -> Result<Self, UnknownCode> {
        Self::ALL.iter().copied().find(|code| code.as_str().eq_ignore_ascii_case(s)).ok_or(UnknownCode)
    }
}

/// A text that is no built-in code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no such built-in code")]
pub struct UnknownCode;

/// The code of a finding: built in, or of the election's own form.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum FindingCode {
    /// Of the manifest: `E1`.
    Form(CheckCode),
    /// Built in: `S1`.
    BuiltIn(Code),
}

impl From<Code> for FindingCode {
    fn from(code: Code) -> Self {
        Self::BuiltIn(code)
    }
}

impl std::str::FromStr for FindingCode {
    type Err = NotAnId;
    /// Reads a code in its one spelling: a built-in one, or else one of a form.
    fn from_str(s: &str) -> Result<Self, NotAnId> {
        let built_in = Code::ALL.iter().copied().find(|code| code.as_str() == s);
        built_in.map_or_else(|| s.parse().map(Self::Form), |code| Ok(Self::BuiltIn(code)))
    }
}

impl std::fmt::Display for FindingCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Form(code) => code.fmt(f),
            Self::BuiltIn(code) => code.fmt(f),
        }
    }
}
