//! A mirror in an object store that others wrote: read by its address with nobody of ours behind it.

use std::time::Duration;
use std::{fs, thread};

use super::started::{Engine, MIRRORED};
use crate::kit::election;
use crate::kit::exchange::exchange;
use crate::kit::program::{Environment, Machine, files};
use crate::kit::scripted::{Server, status};

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
    // What is gone is put again, whatever is noted of it.
    engine.takes_away(&format!("{MIRRORED}/log/checkpoint"));
    assert_eq!(machine.json(&format!("mirror {place} --format csv"))["put"], 1);
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
fn a_mirror_in_seaweedfs_takes_no_other_log_before_figures_are_out() {
    let Some(engine) = Engine::seaweed() else { return };
    let shut = |until: &str| {
        let machine = Machine::new().knowing(&engine.environment());
        election::rehearsal(&machine, "election", 4);
        let manifest = machine.text("election/manifest.toml");
        let gate = format!("rehearsal = true\npublish_not_before = {until}\n");
        machine.write("election/manifest.toml", manifest.replace("rehearsal = true\n", &gate));
        machine.ok("rehearse election");
        machine
    };
    let [one, other] = ["2999-01-01T00:00:00Z", "2999-01-02T00:00:00Z"].map(shut);
    let place = engine.place(MIRRORED);
    one.ok(&format!("mirror {place}"));
    assert_eq!(other.fails(&format!("mirror {place}"), 1)["code"], "V24");
    assert_eq!(one.json(&format!("mirror {place}"))["put"], 0);
}

/// What is told of a mirror or a replica that an engine refuses, in its own words.
fn is_refused(machine: &Machine, place: &str, answer: &str) {
    for (typed, code) in [(format!("mirror {place}"), "U30"), (format!("publish --replica {place}"), "U27")] {
        let error = machine.fails(&typed, 8);
        assert_eq!(error["code"], code, "{error}");
        let says = error["says"].as_str().expect("a text");
        assert!(says.contains("refuses") && says.contains(answer), "{says}");
    }
    assert!(!machine.has("ledger/replica"), "nothing is noted");
}

#[test]
fn a_wrong_key_is_refused_by_seaweedfs() {
    let Some(engine) = Engine::seaweed() else { return };
    let mut environment = engine.environment();
    let key = environment.iter_mut().find(|(name, _)| *name == "AWS_SECRET_ACCESS_KEY").expect("it has one");
    key.1 = "another".to_owned();
    is_refused(&rehearsed(&environment), &engine.place("kept"), "403 SignatureDoesNotMatch");
}

#[test]
fn a_container_that_is_not_there_is_refused_by_azurite() {
    let Some(engine) = Engine::azurite() else { return };
    is_refused(&rehearsed(&engine.environment()), "az://nowhere/x", "404 ContainerNotFound");
}

#[test]
fn a_store_that_refuses_is_asked_once() {
    for (first, word) in [(403, "AccessDenied"), (404, "NoSuchBucket")] {
        // What may pass is asked again, and what will not is told.
        let server = Server::start(move |nth, _| match nth {
            0 => status(503, ""),
            _ => status(first, &format!("<Error><Code>{word}</Code></Error>")),
        });
        let (url, key) = (server.url(), "test".to_owned());
        let environment =
            vec![("AWS_ENDPOINT_URL", url), ("AWS_ACCESS_KEY_ID", key.clone()), ("AWS_SECRET_ACCESS_KEY", key)];
        let machine = rehearsed(&environment);
        let error = machine.fails("mirror s3://bucket/x", 8);
        assert_eq!(error["code"], "U30");
        assert!(error["says"].as_str().is_some_and(|says| says.contains(&format!("{first} {word}"))), "{error}");
        assert_eq!(server.seen().len(), 2);
        let error = machine.fails("publish --replica s3://bucket/x", 8);
        assert_eq!(error["code"], "U27");
        assert!(error["says"].as_str().is_some_and(|says| says.contains(&format!("{first} {word}"))), "{error}");
        assert_eq!(server.seen().len(), 3);
        assert!(!machine.has("ledger/replica"), "nothing is noted");
    }
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
