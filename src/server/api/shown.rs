//! What an operator sees of the service: each number when somebody asks for it, and why it is not ready.

use std::sync::{Arc, Weak};

use super::service::Service;
use crate::domain::time::Millis;
use crate::server::metrics::{Gauge, Metrics, Named};
use crate::server::operating::Operating;
use crate::server::readiness::STARTING;

const SIZE: Gauge = gauge("protokol_events_sealed", "Events under the last checkpoint.", &[]);
const AGE: Gauge = gauge("protokol_checkpoint_age_seconds", "How long ago the last checkpoint was sealed.", &[]);
const WAITING: Gauge = gauge("protokol_submissions_waiting", "Submissions that wait to be checked.", &[]);
const TAKEN: Gauge = gauge("protokol_submissions_taken", "Submissions that came in since the start.", &[]);
const ALREADY: Gauge = gauge("protokol_submissions_already", "Submissions since the start that were in before.", &[]);
const REFUSED: Gauge =
    gauge("protokol_submissions_refused", "Submissions refused since the start, by code.", &["code"]);
const AWAY: Gauge =
    gauge("protokol_submissions_turned_away", "Submissions since the start that met a full queue.", &[]);
const LAG: Gauge = gauge("protokol_events_unwitnessed", "Sealed events that too few witnesses cosigned.", &[]);
const OF_WITNESS: Gauge = gauge("protokol_witness_size", "The size that a witness cosigned last.", &["witness"]);
const WRITING: Gauge = gauge("protokol_writing", "1 while submissions are taken.", &[]);
const STANDBY: Gauge = gauge("protokol_standby", "1 while another machine writes, and this one follows it.", &[]);
const REPLICA: Gauge =
    gauge("protokol_replica_size", "Events that the replica is known to have, where there is one.", &[]);
const REPLICA_AGE: Gauge =
    gauge("protokol_replica_age_seconds", "How long ago the replica gave a clear answer, where there is one.", &[]);
const PUBLISHED: Gauge = gauge("protokol_published_size", "Events under the published checkpoint.", &[]);
const SCRUB_AGE: Gauge =
    gauge("protokol_scrub_age_seconds", "How long ago everything had been read again, or the service started.", &[]);
const SCRUBBED: Gauge = gauge("protokol_scrub_faults", "Files that are not what is sealed, by the last readings.", &[]);

/// Why it is not ready: nothing is written any more.
const ENDED: &str = "writer";
/// Why it is not ready: what is published is behind.
const UNPUBLISHED: &str = "published";
/// Why it is not ready: the replica gives no clear answer to whoever follows it.
const SILENT: &str = "replica";
/// Why it is not ready: its clock is not believed.
const CLOCK: &str = "clock";
/// Why it is not ready: a file is not what is sealed.
const SCRUB: &str = "scrub";

const fn gauge(name: &'static str, help: &'static str, labels: &'static [&'static str]) -> Gauge {
    Gauge(Named { name, help, labels })
}

/// Lets an operator see the service, for as long as it is there.
pub(super) fn show(service: &Arc<Service>, operating: &Operating) {
    let (service, readiness): (Weak<Service>, _) = (Arc::downgrade(service), Arc::clone(&operating.readiness));
    let of_readiness = Weak::clone(&service);
    operating.metrics.when_asked(move |metrics| {
        if let Some(service) = service.upgrade() {
            numbers(&service, metrics);
        }
    });
    readiness.when_asked(move |readiness| {
        let Some(service) = of_readiness.upgrade() else { return };
        let known = service.state().now();
        let found = known.scrub.files.iter().next().map(|(file, code)| format!("{file}: {code}"));
        let reasons = [
            (ENDED, known.ended.map(|ended| format!("since {}: {}", ended.since, ended.why))),
            (UNPUBLISHED, known.unpublished),
            (SILENT, known.replica.and_then(|replica| replica.silent)),
            (CLOCK, (!known.clock_is_believed).then(|| "the clock is not believed".to_owned())),
            (SCRUB, found),
        ];
        for (reason, says) in reasons {
            match says {
                Some(says) => readiness.is_not(reason, says),
                None => readiness.is_again(reason),
            }
        }
    });
    operating.readiness.is_again(STARTING);
}

fn numbers(service: &Service, metrics: &Metrics) {
    let (known, now) = (service.state().now(), (service.clock)());
    let set = |gauge: &Gauge, labels: &[&str], number: u64| {
        metrics.set(gauge, labels, number.try_into().unwrap_or(i64::MAX));
    };
    let age = |since: Millis| now.value().saturating_sub(since.value()) / 1000;
    let unwitnessed = if known.witnesses.is_empty() { 0 } else { known.size.0.saturating_sub(known.witnessed.0) };
    let plain = [
        (SIZE, known.size.0),
        (AGE, age(known.sealed_at)),
        (WAITING, service.writer.waiting() as u64),
        (TAKEN, known.taken),
        (ALREADY, known.already),
        (AWAY, known.turned_away),
        (LAG, unwitnessed),
        (WRITING, u64::from(known.ended.is_none() && !known.stands_by)),
        (STANDBY, u64::from(known.stands_by)),
        (PUBLISHED, known.published.0),
        (SCRUB_AGE, age(known.scrub.finished_at.unwrap_or(known.started_at))),
        (SCRUBBED, known.scrub.files.len() as u64),
    ];
    if let Some(replica) = &known.replica {
        set(&REPLICA, &[], replica.size.0);
        set(&REPLICA_AGE, &[], age(replica.heard_at));
    }
    plain.iter().for_each(|(gauge, number)| set(gauge, &[], *number));
    known.refused.iter().for_each(|(code, number)| set(&REFUSED, &[code.as_str()], *number));
    known.witnesses.iter().for_each(|(name, known)| set(&OF_WITNESS, &[&name.to_string()], known.size.0));
}
