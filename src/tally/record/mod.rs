//! The records of the read model: everything that reading verbs show, with its history, so that any earlier size can be
//! asked. One file for each subject: what is kept of it, and what an event adds.

mod complaint;
mod contest;
mod election;
mod key;
mod observer;
mod paper;
mod provenance;
mod summary;
mod unit;
mod written;

pub use complaint::ComplaintRecord;
pub use contest::{CandidateRecord, ContestRecord};
pub use election::ElectionRecord;
pub use key::RecordKey;
pub use observer::ObserverRecord;
pub use paper::{PaperEvent, PaperRecord, PaperStep};
pub use provenance::Provenance;
pub use summary::SummaryRecord;
pub use unit::{MemberRecord, UnitRecord};
pub use written::Written;
