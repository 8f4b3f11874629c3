//! Object stores that others wrote, started here on loopback, hold what the program writes.
//!
//! ```text
//! PROTOKOL_WEED      the program of SeaweedFS, which speaks S3
//! PROTOKOL_AZURITE   the program of Azurite, azurite-blob, which speaks Azure Blob; node is on the machine
//! PROTOKOL_REPLICA   by hand: s3://BUCKET/PREFIX of an engine that runs, which the environment opens, and where nothing is
//! PROTOKOL_GATEWAY   by hand: another way to the same engine, as AWS_ENDPOINT_URL is one
//! ```
//! Where one of them is not named, what it would judge is told as SKIPPED.

mod answering;
mod killed;
mod mirrored;
mod started;

use self::started::Engine;
use super::{is_restored_and_goes_on, rivals};

#[test]
fn a_ledger_is_restored_from_the_objects_of_seaweedfs_and_goes_on() {
    let Some(engine) = Engine::seaweed() else { return };
    is_restored_and_goes_on(&engine.place("ledger"), &engine.environment());
    // Another one, and nobody reads on the way.
    is_restored_and_goes_on(&engine.place(""), &engine.encrypted());
}

#[test]
fn a_ledger_is_restored_from_the_objects_of_azurite_and_goes_on() {
    let Some(engine) = Engine::azurite() else { return };
    is_restored_and_goes_on(&engine.place("an/other/ledger"), &engine.environment());
}

#[test]
fn two_services_on_one_key_make_one_log_in_seaweedfs() {
    let Some(engine) = Engine::seaweed() else { return };
    rivals::make_one_log(&engine.place("rivals"), [&engine.environment(), &engine.environment()]);
}

#[test]
fn two_services_on_one_key_make_one_log_in_azurite() {
    let Some(engine) = Engine::azurite() else { return };
    rivals::make_one_log(&engine.place("rivals"), [&engine.environment(), &engine.environment()]);
}

#[test]
fn an_engine_that_somebody_runs_holds_a_replica_and_two_services_make_one_log_in_it() {
    let Ok(place) = std::env::var("PROTOKOL_REPLICA") else {
        eprintln!("SKIPPED: PROTOKOL_REPLICA is not set, so no engine that somebody runs judges anything");
        return;
    };
    is_restored_and_goes_on(&format!("{place}/restored"), &Vec::new());
    let gateway = std::env::var("PROTOKOL_GATEWAY").ok();
    let beside = gateway.map(|url| ("AWS_ENDPOINT_URL", url)).into_iter().collect();
    rivals::make_one_log(&format!("{place}/rivals"), [&Vec::new(), &beside]);
}
