//! Floor 4: the verifier. It is handed bytes and a parallel map, recomputes everything, and trusts no stored digest.

#[cfg(feature = "intake")]
pub mod beside;
pub mod claimed_snapshot;
pub mod compare;
pub mod conclude;
pub mod evidence;
pub mod fault;
pub mod faults;
pub mod feeder;
pub mod fold;
pub mod handed;
pub mod inspection;
pub mod misconduct;
pub mod opener;
pub mod published;
pub mod receipt;
pub mod replay;
pub mod report;
pub mod rows_proof;
