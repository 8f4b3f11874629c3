//! A mirror in an object store that others wrote: read by its address with nobody of ours behind it.

use std::time::Duration;
use std::{fs, thread};

use super::started::{Engine, MIRRORED};
use crate::kit::election;
use crate::kit::exchange::exchange;
use crate::kit::program::{Environment, Machine, files};

fn rehearsed(environment: &Environment) -> Machine {
    let machine = Machine::new().knowing(environment);
    election::rehearsal(&machine, "election", 24);
    machine.ok("rehearse election");
    machine
}

#[test]
fn a_mirror_in_seaweedfs_is_complete_and_verifies_by_its_address() {
    let Some(engine) = Engine::seaweed() else { return };
    let machine = rehearsed(&engine.environment());
    let place = engine.place(MIRRORED);
    // Killed on its way; the next goes on.
    let mut killed = machine.command(&format!("mirror {place}")).spawn().expect("the program starts");
    thread::sleep(Duration::from_millis(1500));
    killed.kill().and_then(|()| killed.wait()).expect("it was started");
    let told = machine.json(&format!("mirror {place} --format csv"));
    assert_eq!(machine.json(&format!("mirror {place} --format csv"))["put"], 0);
    machine.ok("mirror folder --format csv");
    fs::remove_dir_all(machine.path("ledger")).expect("it was there");

    let (address, root) = engine.readers();
    for (path, bytes) in files(&machine.path("folder")) {
        let name = machine.relative(&path).strip_prefix("folder").expect("it lies there").display().to_string();
        let ask = |how: &str| exchange(address, how, &format!("{root}/{name}"), &[], &[]).expect("an answer").is(200);
        if let Ok(text) = String::from_utf8(bytes) {
            assert!(ask("GET").body == text, "{name}");
        }
        let answer = ask("HEAD");
        let ends = |ending: &str| name.ends_with(ending);
        let (media, lasts) = match () {
            () if ends(".html") => ("text/html; charset=utf-8", "public, max-age=15"),
            () if ends("newest.json") => ("application/json", "public, max-age=15"),
            () if ends(".csv") => ("text/csv; charset=utf-8", "public, max-age=31536000, immutable"),
            () if name.starts_with("log/tile/") => ("application/octet-stream", "public, max-age=31536000, immutable"),
            () => continue,
        };
        assert_eq!(answer.header("cache-control"), Some(lasts), "{name}");
        assert_eq!(answer.header("content-type"), Some(media), "{name}");
    }
    let stranger = Machine::new();
    let report = stranger.json(&format!("verify http://{address}{root}/log"));
    assert_eq!(report["fingerprint"], told["fingerprint"]);
    stranger.ok(&format!("mirror again --from http://{address}{root}/log"));
}

#[test]
fn a_mirror_in_azurite_is_put_once() {
    let Some(engine) = Engine::azurite() else { return };
    let machine = rehearsed(&engine.environment());
    let place = engine.place(MIRRORED);
    let told = machine.json(&format!("mirror {place}"));
    assert_eq!(told["files"], told["put"]);
    assert_eq!(machine.json(&format!("mirror {place}"))["put"], 0);
}
