//! The things that a remedy has done: values, so that a program offers a command and a page a link or a button.

use std::fmt;

use crate::domain::code::Code;
use crate::domain::id::{ContestId, TierName, UnitId};
use crate::domain::number::Sequence;
use crate::domain::statement::Kind;

/// Something to do. What it is done to is told where it is known; where it is not, the reader puts it in.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum Action {
    /// Make a key.
    Keygen,
    /// Write a draft: of which kind, of which unit, in which contest.
    Draft(Option<Kind>, Option<UnitId>, Option<ContestId>),
    /// Write the founding act of a ledger that goes on where another ends.
    DraftSuccessor,
    /// Check a draft.
    Check,
    /// Sign a draft, or what others have signed.
    Sign,
    /// Hand in what is signed.
    Submit,
    /// Found a ledger.
    Init,
    /// Bring a ledger back from what it published.
    Restore,
    /// Record a whole election under demonstration keys.
    Rehearse,
    /// Verify a ledger, a publication or a file.
    Verify,
    /// Compare two states of a log.
    Compare,
    /// See the results.
    Tally,
    /// See the units of a tier, each with its result.
    Units(TierName),
    /// See the results of a contest, and with them its ballot.
    Ballot(Option<ContestId>),
    /// See the findings under a code.
    Findings(Code),
    /// See the events, or those of a kind.
    Log(Option<Kind>),
    /// See a unit: who sits there, and what it said.
    Show(Option<UnitId>),
    /// See the state of the log.
    ShowCheckpoint,
    /// Fetch the receipt of an event.
    Receipt(Option<Sequence>),
    /// Fetch the kit of a unit's commission.
    Kit,
    /// Have a witness look at a log.
    Witness,
}

impl Action {
    /// The actions that every remedy may name, by the variables that stand for them in the Fluent files.
    pub const NAMED: &[(&str, Self)] = &[
        ("check", Self::Check),
        ("compare", Self::Compare),
        ("draft", Self::Draft(None, None, None)),
        ("draft-commission", Self::of_kind(Kind::CommissionFormed)),
        ("draft-contest", Self::of_kind(Kind::ContestCalled)),
        ("draft-correction", Self::of_kind(Kind::ProtocolCorrected)),
        ("draft-founding", Self::of_kind(Kind::ElectionCalled)),
        ("draft-observer", Self::of_kind(Kind::ObserverAccredited)),
        ("draft-replacement", Self::of_kind(Kind::MemberReplaced)),
        ("draft-successor", Self::DraftSuccessor),
        ("draft-summary", Self::of_kind(Kind::SummarySubmitted)),
        ("draft-summary-correction", Self::of_kind(Kind::SummaryCorrected)),
        ("findings-C1", Self::Findings(Code::C1)),
        ("findings-C2", Self::Findings(Code::C2)),
        ("findings-S1", Self::Findings(Code::S1)),
        ("findings-S2", Self::Findings(Code::S2)),
        ("export-kit", Self::Kit),
        ("init", Self::Init),
        ("keygen", Self::Keygen),
        ("log", Self::Log(None)),
        ("log-observers", Self::Log(Some(Kind::ObserverAccredited))),
        ("receipt", Self::Receipt(None)),
        ("rehearse", Self::Rehearse),
        ("restore", Self::Restore),
        ("show", Self::Show(None)),
        ("show-checkpoint", Self::ShowCheckpoint),
        ("sign", Self::Sign),
        ("submit", Self::Submit),
        ("tally", Self::Tally),
        ("tally-contest", Self::Ballot(None)),
        ("verify", Self::Verify),
        ("witness", Self::Witness),
    ];

    const fn of_kind(kind: Kind) -> Self {
        Self::Draft(Some(kind), None, None)
    }

    /// A draft of a kind, for a unit.
    pub fn draft(kind: Kind, unit: &UnitId) -> Self {
        Self::Draft(Some(kind), Some(unit.clone()), None)
    }
}

/// As a command of the program, in which what is not known stands in capitals: `protokol show UNIT`.
impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("protokol ")?;
        match self {
            Self::Keygen => f.write_str("keygen"),
            Self::Draft(kind, unit, contest) => {
                f.write_str("draft")?;
                kind.map_or(Ok(()), |kind| write!(f, " {}", kind.word()))?;
                unit.as_ref().map_or(Ok(()), |unit| write!(f, " {unit}"))?;
                contest.as_ref().map_or(Ok(()), |contest| write!(f, " --contest {contest}"))
            }
            Self::DraftSuccessor => f.write_str("draft founding --succeeds LEDGER --from FOLDER --log-key KEY"),
            Self::Check => f.write_str("check"),
            Self::Sign => f.write_str("sign"),
            Self::Submit => f.write_str("submit"),
            Self::Init => f.write_str("init"),
            Self::Restore => f.write_str("restore"),
            Self::Rehearse => f.write_str("rehearse FOLDER"),
            Self::Verify => f.write_str("verify"),
            Self::Compare => f.write_str("compare"),
            Self::Tally => f.write_str("tally"),
            Self::Units(tier) => write!(f, "tally --tier {tier}"),
            Self::Ballot(contest) => write!(f, "tally --contest {}", Known(contest.as_ref(), "CONTEST")),
            Self::Findings(code) => write!(f, "findings --code {}", code.as_str()),
            Self::Log(None) => f.write_str("log"),
            Self::Log(Some(kind)) => write!(f, "log --kind {kind}"),
            Self::Show(unit) => write!(f, "show {}", Known(unit.as_ref(), "UNIT")),
            Self::ShowCheckpoint => f.write_str("show checkpoint"),
            Self::Kit => f.write_str("export --kit"),
            Self::Witness => f.write_str("witness"),
            Self::Receipt(event) => write!(f, "export --receipt {}", Known(event.as_ref(), "EVENT")),
        }
    }
}

/// A word of a command: what is known, or the name of what the reader puts in.
struct Known<'a, T>(Option<&'a T>, &'static str);

impl<T: fmt::Display> fmt::Display for Known<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(known) => known.fmt(f),
            None => f.write_str(self.1),
        }
    }
}
