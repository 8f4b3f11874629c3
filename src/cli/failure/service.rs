//! What an operation of `service` could not do, in words.

use std::path::Path;

use super::{Exit, Failure};
use crate::domain::code::Code;
use crate::domain::id::{ContestId, TierName};
use crate::domain::number::Size;
use crate::ledger::note::witness::{Inconsistency, WitnessRefusal};
use crate::remote::http::HttpError;
use crate::service::error::{
    Broken, CompareError, CosignatureError, DraftError, Error, FoundError, KitError, QueryError, ReceiptError,
    RehearseError, ScanFound, SourceError, WitnessError,
};
use crate::store::witness::{EvidenceKeeping, WitnessStateError};
use crate::text::{self, Label, Lang};
use crate::verify::compare::NotCompared;

/// What to do for a witness to know whom it watches.
pub const WATCHES: &str = "give --policy FILE with a line `log <vkey>` for each log that is watched";

impl From<KitError> for Failure {
    fn from(error: KitError) -> Self {
        Self::service(Lang::default(), error.into())
    }
}

/// Of files, whose messages are the same in every language.
impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::service(Lang::default(), error)
    }
}

impl Failure {
    /// What an operation could not do.
    pub fn service(lang: Lang, error: Error) -> Self {
        let (exit, code) = (Exit::from(error.kind()), error.code());
        let pair = |says: String, act: &str| Self::new(exit, code, says, act);
        match error {
            Error::Store { place, error } => Self::store(lang, &place, error),
            Error::Refused(refusal) => Self::refusal(lang, &refusal),
            Error::Policy { file, error } => Self {
                line: u64::try_from(error.line).ok(),
                ..pair(error.fault.to_string(), "a policy is in C2SP tlog-policy form; see keys/README.md")
                    .in_file(&file)
            },
            Error::WitnessAddress { file, address } => {
                let act = "write the address as http://… or https://…, under which the witness takes add-checkpoint";
                pair(format!("{address:?} is no address of a witness"), act).in_file(&file)
            }
            Error::Witnessed { ledger, error } => {
                let act = "move the file away and run it again: the witnesses say themselves what they cosigned; that one of them \
                           was rolled back is then not noticed";
                pair(format!("{}: {error}", crate::store::files::WITNESSED), act).in_file(&ledger)
            }
            Error::Exists(path) => Self::exists(lang, &path),
            Error::TooLarge(path) => {
                pair(format!("{} is too large for a paper", path.display()), "check the name").in_file(&path)
            }
            Error::NotText { file, line } => {
                let act = "check the name; if it is the right file, save it as UTF-8";
                let says = format!("{} is not UTF-8 text", file.display());
                Self { line: Some(line), ..pair(says, act).in_file(&file) }
            }
            Error::LogVkey { file, error } => {
                let act = "restore the file: its key stands in the founding act";
                pair(format!("{}: {error}", file.display()), act).in_file(&file)
            }
            Error::Scan { attachment, folder, found } => {
                let shown = match folder.as_os_str().is_empty() {
                    true => text::label(lang, Label::ThisFolder).to_owned(),
                    false => folder.display().to_string(),
                };
                let said = match found {
                    ScanFound::Other => text::attachment_differs(lang, &attachment, &shown),
                    ScanFound::Nothing => text::attachment_missing(lang, &attachment, &shown),
                };
                Self { item: Some(attachment.name.to_string()), ..Self::said(exit, code, said) }
            }
            Error::Cosignature { file, error } => {
                let (says, act) = match error {
                    CosignatureError::Malformed(error) => {
                        (error.to_string(), "give the file that `protokol witness` wrote")
                    }
                    CosignatureError::Refused(refusal) => (
                        refusal.to_string(),
                        "let the witness look at the newest checkpoint: its cosignature is of another one, or false",
                    ),
                    CosignatureError::OfNobody => {
                        ("no line is of a witness of the policy".to_owned(), "check the policy")
                    }
                };
                pair(format!("{}: {says}", file.display()), act).in_file(&file)
            }
            Error::OtherLog(out) => {
                let says = format!("{} holds another log, or another state of this one", out.display());
                let act = "compare them with `protokol compare`, and choose another place; nothing was written";
                pair(says, act).in_file(&out)
            }
            Error::NotASeal(file) => {
                let act =
                    "give the file `seal` of the lost ledger, or leave --seal away: the log then signs nothing more";
                pair(format!("{} is no seal", file.display()), act).in_file(&file)
            }
            Error::Found(error) => match error {
                FoundError::NotAFoundingAct => {
                    pair("this is not a founding act".to_owned(), "make one with `protokol draft founding`")
                }
                FoundError::DemonstrationLogKey => {
                    let act = "make a key with `protokol keygen`, and draft the founding act with its public half";
                    pair("this is the log's demonstration key, which anybody has".to_owned(), act)
                }
            },
            Error::Source(error) => of_source(lang, exit, error),
            Error::Receipt(error) => of_receipt(lang, &pair, error),
            Error::Rehearse(error) => of_rehearsal(&pair, error),
            Error::Kit(error) => {
                let says = match &error {
                    KitError::Fault(fault) => text::fault(lang, fault),
                    error => error.to_string(),
                };
                match error.newer() {
                    Some(fault) => pair(says, &text::explain(lang, fault.code()).act.to_string()),
                    None => pair(says, "ask for a new kit: `protokol export --kit`"),
                }
            }
            Error::Draft(error) => of_draft(&error),
            Error::Query(error) => of_query(&error),
            Error::Witness(error) => of_witness(lang, exit, error),
            Error::Compare(error) => of_comparison(lang, &pair, error),
        }
    }
}

fn of_draft(error: &DraftError) -> Failure {
    match error {
        DraftError::SummaryFromKit => {
            let act = "leave --kit out, and name the ledger with --ledger DIR: a kit has no protocols to sum";
            Failure::new(Exit::Usage, Code::U1, "a summary is drafted from the ledger", act)
        }
        DraftError::NoSummary { .. } => {
            Failure::new(Exit::Usage, Code::U9, error.to_string(), "name a unit above the lowest tier")
        }
        DraftError::NothingToCorrect { unit, .. } => Failure::new(
            Exit::Usage,
            Code::U9,
            error.to_string(),
            format!("make the first one: protokol draft summary {unit}"),
        ),
    }
}

fn of_query(error: &QueryError) -> Failure {
    match error {
        QueryError::Empty => Failure::new(Exit::Usage, Code::U9, error.to_string(), "found it first"),
        QueryError::NoUnit { unit, lowest } => {
            let act = format!("{}, or form the commission first", see_units(lowest.as_ref()));
            Failure { unit: Some(unit.clone()), ..Failure::new(Exit::Usage, Code::U9, error.to_string(), act) }
        }
        QueryError::NoContest { known, .. } => {
            let names: Vec<_> = known.iter().map(ContestId::as_str).collect();
            Failure::new(Exit::Usage, Code::U9, error.to_string(), format!("the contests are: {}", names.join(", ")))
        }
        QueryError::NoTier { known, .. } => {
            let names: Vec<_> = known.iter().map(TierName::as_str).collect();
            Failure::new(Exit::Usage, Code::U1, error.to_string(), format!("the tiers are: {}", names.join(", ")))
        }
        QueryError::NoPaper(_) => {
            let act = "name a unit, or the event of a protocol or a summary; see `protokol log`";
            Failure::new(Exit::Usage, Code::U1, error.to_string(), act)
        }
        QueryError::NoEvent(_) => Failure::new(Exit::Usage, Code::U9, error.to_string(), "see `protokol log`"),
        QueryError::NoSize { size, .. } => {
            Failure::new(Exit::Usage, Code::U1, error.to_string(), format!("the ledger has {size} events"))
        }
    }
}

/// Where to look for the units that there are.
pub fn see_units(lowest: Option<&TierName>) -> String {
    lowest.map_or_else(|| "see `protokol log`".to_owned(), |tier| format!("see `protokol tally --tier {tier}`"))
}

fn of_source(lang: Lang, exit: Exit, error: SourceError) -> Failure {
    let code = error.code();
    let pair = |says: String, act: &str| Failure::new(exit, code, says, act);
    match error {
        SourceError::Unreadable { place, error } => Failure { exit, ..Failure::store(lang, &place, error) },
        SourceError::Ledger(error) => pair(error.to_string(), "run `protokol verify` on the ledger"),
        SourceError::NeitherLogNorReceipt(what) => {
            let says = format!("{} is neither a published log nor a receipt", what.display());
            pair(says, "give a ledger, a published folder, its tar or URL, or a receipt").in_file(&what)
        }
        SourceError::NotATar { path, error } => {
            let says = format!("{} cannot be read as a tar: {error}", path.display());
            pair(says, "get it from another place, or ask for the folder").in_file(&path)
        }
        SourceError::NoLog(source) => {
            let act = "check the address: a published log has `checkpoint`, `log.vkey` and `tile/` directly in it";
            pair(format!("{source} is no published log"), act)
        }
        SourceError::Remote(error @ HttpError::NotAUrl(_)) => {
            pair(error.to_string(), "give the URL under which `checkpoint` is served")
        }
        SourceError::Remote(error) => pair(error.to_string(), "check the address and the network, and run it again"),
    }
}

fn of_receipt(lang: Lang, pair: &dyn Fn(String, &str) -> Failure, error: ReceiptError) -> Failure {
    match error {
        error @ (ReceiptError::NoKey | ReceiptError::OtherLedger { .. }) => {
            pair(error.to_string(), "give --policy FILE, or the ledger that it is from with --ledger DIR")
        }
        ReceiptError::NoEvent { sequence, size } => {
            pair(format!("there is no event {sequence}"), &format!("the log has {size} events"))
        }
        ReceiptError::Broken(broken) => {
            let says = match &broken {
                Broken::Bundle(fault) => text::fault(lang, fault),
                broken => broken.to_string(),
            };
            pair(says, "run `protokol verify` on it, and get the receipt from another copy")
        }
        error @ ReceiptError::OtherLog { .. } => pair(error.to_string(), "name the log that the receipt is of"),
        ReceiptError::TwoHistories { file, sequence } => {
            let says = format!(
                "{} proves another event {sequence} than this log has: the log has two histories",
                file.display()
            );
            let act =
                "keep the receipt, and compare this log with another copy: `protokol compare`; nothing was written";
            pair(says, act).in_file(&file)
        }
    }
}

fn of_comparison(lang: Lang, pair: &dyn Fn(String, &str) -> Failure, error: CompareError) -> Failure {
    match error {
        CompareError::NotAState { what, error } => {
            let says = format!("{} is neither a published log, a receipt nor a checkpoint: {error}", what.display());
            let act = "give a ledger, a published folder, its tar or URL, a receipt, or a signed checkpoint";
            pair(says, act).in_file(&what)
        }
        CompareError::Broken { what, fault } => {
            let says = format!("{}: {}", what.display(), text::fault(lang, &fault));
            pair(says, "run `protokol verify` on it for every fault, and compare a copy from elsewhere").in_file(&what)
        }
        CompareError::NotCompared { refused, what, size } => not_compared(pair, refused, &what, size),
    }
}

/// Why nothing is compared, and what to bring.
fn not_compared(pair: &dyn Fn(String, &str) -> Failure, refused: NotCompared, what: &Path, size: Size) -> Failure {
    let not_signed = |by: &str| {
        let says = format!("{}: the checkpoint of size {size} is not signed by {by}", what.display());
        let act = "do not go by it: get the checkpoint from the log itself or from a witness; if the log's key has changed, \
                   name a whole log or give --policy";
        pair(says, act).in_file(what)
    };
    match refused {
        NotCompared::NoKey => {
            let act = "give --policy FILE, or a whole log (ledger, published folder, tar or URL) as one of the two";
            pair("two checkpoints do not say whose key to trust".to_owned(), act)
        }
        NotCompared::NotTheLogs(_) => not_signed("the log's key"),
        NotCompared::NotTrusted(_) => not_signed("a log of the policy"),
        NotCompared::NoEntries(_) => {
            let says = format!(
                "it cannot be told: {} is a checkpoint of size {size} alone, and says nothing of smaller sizes",
                what.display()
            );
            let act = format!("bring the log's entries up to size {size}: its published folder, tar, URL or ledger");
            pair(says, &act).in_file(what)
        }
    }
}

fn of_rehearsal(pair: &dyn Fn(String, &str) -> Failure, error: RehearseError) -> Failure {
    let act = match error {
        RehearseError::NoFoundingAct => "check manifest.toml",
        RehearseError::OtherFolder => "give the folder it began with, or choose another place with --ledger DIR",
        RehearseError::TooLong => "shorten its texts",
    };
    pair(error.to_string(), act)
}

fn of_witness(lang: Lang, exit: Exit, error: WitnessError) -> Failure {
    let code = error.code();
    let pair = |says: String, act: &str| Failure::new(exit, code, says, act);
    match error {
        error @ WitnessError::Name(_) => {
            pair(error.to_string(), "give a URL without its scheme, such as witness.example/w1: no space and no plus")
        }
        error @ WitnessError::SaysRecomputed => {
            pair(error.to_string(), "recompute it with --election, or give another name and another key")
        }
        error @ WitnessError::DoesNotSayRecomputed => {
            pair(error.to_string(), "give it such a name, and a key that signs nothing else")
        }
        error @ WitnessError::NothingToWatch => pair(error.to_string(), WATCHES),
        error @ WitnessError::LogKey => pair(error.to_string(), "give the witness a key of its own: `protokol keygen`"),
        error @ WitnessError::NoCheckpoint(_) => {
            pair(error.to_string(), "give the URL or the folder under which `checkpoint` is")
        }
        error @ WitnessError::NotACheckpoint { .. } => {
            pair(error.to_string(), "check the address: this is no log of this program's kind")
        }
        WitnessError::NotVerified { place, report } => {
            let says = report.faults.first().map_or_else(String::new, |fault| text::fault(lang, fault));
            let act = "run `protokol verify` on it for every fault; nothing was cosigned";
            pair(format!("{place} does not verify: {says}"), act)
        }
        error @ WitnessError::NotSigned { .. } => {
            let act = "check that the policy names this log's key, and that it came from somebody you trust";
            pair(error.to_string(), act)
        }
        WitnessError::Shrunk { origin, size, before, evidence } => {
            let kept = kept(&evidence);
            let says = format!(
                "{origin} shows size {size}, and this witness has cosigned size {before}: a log does not shrink; {kept}"
            );
            let act = "look again in a while: a cache may be behind. If it stays so, make it known: an older state was brought back";
            pair(says, act)
        }
        error @ WitnessError::Unproved { .. } => {
            pair(error.to_string(), "look again in a while, or get the log's files from another place")
        }
        WitnessError::Refused { checkpoint, refusal, evidence } => {
            let kept = evidence.as_ref().map_or_else(String::new, |evidence| format!("; {}", kept(evidence)));
            let says = format!("{} at size {} is not cosigned: {refusal}{kept}", checkpoint.origin, checkpoint.size);
            pair(says, not_cosigned(&refusal))
        }
        WitnessError::State { place, error } => state_unusable(lang, &place, error),
    }
}

/// What to do where a checkpoint is not cosigned.
fn not_cosigned(refusal: &WitnessRefusal) -> &'static str {
    match refusal {
        WitnessRefusal::Inconsistent(Inconsistency::Unproved { .. }) => {
            "get the log's files from another place and run it again. If they say the same, the log has two histories: make \
             the kept request known"
        }
        WitnessRefusal::Inconsistent(_) | WitnessRefusal::OtherSize { .. } | WitnessRefusal::OldAboveNew { .. } => {
            "make it known: who compares the two checkpoints needs nothing else"
        }
        _ => "check that the policy names this log's key, and that it came from somebody you trust",
    }
}

/// Why a witness's state cannot be used, and what to do.
fn state_unusable(lang: Lang, place: &Path, error: WitnessStateError) -> Failure {
    use WitnessStateError as E;
    let named = WitnessError::State { place: place.to_owned(), error };
    let (exit, code, says) = (Exit::from(named.kind()), named.code(), named.to_string());
    let pair = |says: String, act: &str| Failure::new(exit, code, says, act);
    let WitnessError::State { error, .. } = named else { unreachable!("it was made above") };
    match error {
        E::Store(error) => Failure::store(lang, place, error),
        E::OtherWitness { .. } => {
            pair(says, "give the key and the name that the state was made with, or another --state")
        }
        E::Failed => pair(says, "see that the disk is sound, and start it again"),
        E::Damaged { .. } | E::Older(_) | E::Newer(_) | E::Unmarked(_) => {
            let act = "put back the newest copy of the state and of the mark beside the key, both of one moment. If they are lost, \
                       make a new key and a new name, and tell the logs: with this key an older tree could be cosigned again";
            pair(says, act)
        }
    }
}

/// What became of evidence, in words.
pub fn kept(evidence: &EvidenceKeeping) -> String {
    match evidence {
        EvidenceKeeping::Kept(file) => format!("the request is kept in {file} of the state"),
        EvidenceKeeping::Known(file) => format!("the same checkpoint was kept before, in {file} of the state"),
        EvidenceKeeping::Full => "it is not kept: there is no room for more evidence of this log".to_owned(),
        EvidenceKeeping::Lost(error) => format!("it could not be kept: {error}"),
    }
}
