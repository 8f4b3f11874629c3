//! What happens on the way, as a person at a terminal hears it.

use std::time::Duration;

use super::{cosigning, sources, store};
use crate::rehearsal::PhaseKind;
use crate::service::observer::{Notice, Silence, Work};
use crate::store::open::Recovery;
use crate::store::place::Copied;
use crate::store::read::ReadNotice;
use crate::text::Lang;
use crate::verify::report::Trust;

messages! {
    talk_sealed { events };
    talk_followed { events };
    talk_followed_another;
    talk_seal_made_again;
    talk_torn { file, offset };
    talk_slot_rewritten;
    talk_published_quarantined;
    talk_published_falsely;
    talk_rebuilt;
    talk_passed_over { files };
    talk_copied_beside { place };
    talk_copied_from { place };
    talk_without_store { reason };
    talk_asked_again { error, seconds };
    talk_no_snapshot;
    talk_store_rebuilt;
    talk_store_unproved;
    talk_believed { key };
    talk_read_trusted { size };
    talk_read_consistent { size };
    talk_replica_unwitnessed;
    talk_not_published { why };
    talk_policy_kept { place };
    talk_witness { witness, silence };
    talk_not_remembered { error };
    talk_quorum_thin { heard, all, without };
    silence_late;
    silence_rolled_back { holds, cosigned };
    silence_not_registered;
    work_reading;
    work_opening;
    work_verifying;
    work_comparing;
    work_publishing;
    work_handing_in;
    work_to_go;
    phase_commissions;
    phase_candidates;
    phase_observers;
    phase_turnout;
    phase_openings;
    phase_protocols;
    phase_copies;
    phase_corrections;
    phase_decisions;
    phase_summaries;
}

/// What recovery found and did, a line each.
pub fn recovered(lang: Lang, recovery: &Recovery) -> Vec<String> {
    let mut lines = Vec::new();
    if recovery.sealed.0 > 0 {
        lines.push(say!(lang, talk_sealed { events: recovery.sealed.0 }));
    }
    if recovery.followed.0 > 0 {
        lines.push(say!(lang, talk_followed { events: recovery.followed.0 }));
        lines.push(say!(lang, talk_followed_another).to_owned());
    }
    if recovery.seal_made_again {
        lines.push(say!(lang, talk_seal_made_again).to_owned());
    }
    if let Some(torn) = &recovery.torn {
        lines.push(say!(lang, talk_torn { file: torn.file.as_str(), offset: torn.offset.to_string() }));
    }
    if recovery.slot_rewritten {
        lines.push(say!(lang, talk_slot_rewritten).to_owned());
    }
    if recovery.published_quarantined {
        lines.push(say!(lang, talk_published_quarantined).to_owned());
    }
    if recovery.published_falsely {
        lines.push(say!(lang, talk_published_falsely).to_owned());
    }
    if recovery.rebuilt {
        lines.push(say!(lang, talk_rebuilt).to_owned());
    }
    if !recovery.passed_over.is_empty() {
        lines.push(say!(lang, talk_passed_over { files: recovery.passed_over.join(", ") }));
    }
    match &recovery.copied {
        None => {}
        Some(Copied::Beside(place)) => {
            lines.push(say!(lang, talk_copied_beside { place: place.display().to_string() }))
        }
        Some(Copied::From(place)) => lines.push(say!(lang, talk_copied_from { place: place.display().to_string() })),
    }
    if let Some(error) = &recovery.without_store {
        lines.push(say!(lang, talk_without_store { reason: store::clause(lang, error) }));
    }
    lines
}

/// What is worth telling, a line each.
pub fn notice(lang: Lang, notice: &Notice<'_>) -> Vec<String> {
    let line = match notice {
        Notice::Opened(recovery) => return recovered(lang, recovery),
        Notice::AskedAgain { error, pause } => asked_again(lang, sources::remote(lang, error).says, *pause),
        Notice::Read(ReadNotice::NoSnapshot) => say!(lang, talk_no_snapshot).to_owned(),
        Notice::Read(ReadNotice::Rebuilt) => say!(lang, talk_store_rebuilt).to_owned(),
        Notice::Read(ReadNotice::Unproved) => say!(lang, talk_store_unproved).to_owned(),
        Notice::Believed(key) => say!(lang, talk_believed { key: format!("{}+{}", key.name(), key.key_id()) }),
        Notice::Verified { size, trust: Trust::SelfSigned } => say!(lang, talk_read_consistent { size: *size }),
        Notice::Verified { size, .. } => say!(lang, talk_read_trusted { size: *size }),
        Notice::ReplicaUnwitnessed => say!(lang, talk_replica_unwitnessed).to_owned(),
        Notice::NotPublished(why) => say!(lang, talk_not_published { why: *why }),
        Notice::PolicyKept(place) => say!(lang, talk_policy_kept { place: place.display().to_string() }),
        Notice::Witness(witness, silence) => {
            say!(lang, talk_witness { witness: witness.to_string(), silence: silent(lang, silence) })
        }
        Notice::NotRemembered(error) => say!(lang, talk_not_remembered { error: store::clause(lang, error) }),
        Notice::QuorumThin { heard, all, without } => {
            say!(lang, talk_quorum_thin { heard: *heard, all: *all, without: without.to_string() })
        }
    };
    vec![line]
}

/// What is asked again after a pause, and why there is no answer yet.
pub fn asked_again(lang: Lang, error: String, pause: Duration) -> String {
    say!(lang, talk_asked_again { error, seconds: format!("{:.1}", pause.as_secs_f32()) })
}

fn silent(lang: Lang, silence: &Silence<'_>) -> String {
    match silence {
        Silence::Late => say!(lang, silence_late).to_owned(),
        Silence::RolledBack { holds, cosigned } => {
            say!(lang, silence_rolled_back { holds: *holds, cosigned: *cosigned })
        }
        Silence::NotRegistered => say!(lang, silence_not_registered).to_owned(),
        Silence::Misbehaved(how) => cosigning::misbehaved(lang, how),
        Silence::Unreachable(error) => sources::remote(lang, error).says,
    }
}

/// What a stretch of work is called.
pub fn work(lang: Lang, work: Work) -> &'static str {
    match work {
        Work::Reading => say!(lang, work_reading),
        Work::Opening => say!(lang, work_opening),
        Work::Verifying => say!(lang, work_verifying),
        Work::Comparing => say!(lang, work_comparing),
        Work::Publishing => say!(lang, work_publishing),
        Work::HandingIn => say!(lang, work_handing_in),
        Work::Recording(phase) => recording(lang, phase),
    }
}

/// What stands behind the time that a stretch of work still takes.
pub fn to_go(lang: Lang) -> &'static str {
    say!(lang, work_to_go)
}

fn recording(lang: Lang, phase: PhaseKind) -> &'static str {
    match phase {
        PhaseKind::Commissions => say!(lang, phase_commissions),
        PhaseKind::Candidates => say!(lang, phase_candidates),
        PhaseKind::Observers => say!(lang, phase_observers),
        PhaseKind::Turnout => say!(lang, phase_turnout),
        PhaseKind::Openings => say!(lang, phase_openings),
        PhaseKind::Protocols => say!(lang, phase_protocols),
        PhaseKind::Copies => say!(lang, phase_copies),
        PhaseKind::Corrections => say!(lang, phase_corrections),
        PhaseKind::Decisions => say!(lang, phase_decisions),
        PhaseKind::Summaries => say!(lang, phase_summaries),
    }
}
