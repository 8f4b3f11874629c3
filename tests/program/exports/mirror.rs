//! A mirror is complete without the ledger, is brought up to date by what is new alone, and takes no other log.

use std::collections::BTreeMap;
use std::fs;
use std::net::TcpListener;
use std::process::Stdio;
use std::thread;
use std::time::Duration;

use protokol::text::Lang;
use serde_json::Value;

use super::site::{files, is_whole};
use crate::bound::office;
use crate::kit::election;
use crate::kit::program::{Disk, Machine, copy, quiet};
use crate::served::soon;

/// A ledger of a few papers, not yet complete, and the papers that come in later.
fn machine(precincts: u32) -> Machine {
    let machine = Machine::new();
    election::rehearsal(&machine, "election", precincts);
    machine.ok("rehearse election");
    machine
}

fn put(told: &Value) -> u64 {
    told["put"].as_u64().expect("a number")
}

#[test]
fn every_link_leads_to_a_file_and_the_log_in_it_verifies_without_the_ledger() {
    let machine = machine(6);
    let told = machine.json("mirror shelf --format csv --format datapackage");
    assert_eq!(told["files"], told["put"]);
    let stranger = Machine::new();
    fs::rename(machine.path("shelf"), stranger.path("shelf")).expect("one disk");
    let there = files(&stranger.path("shelf"));
    is_whole(&there);
    for lang in ["en", "az", "ru"] {
        let data = std::str::from_utf8(&there[&format!("{lang}/data/index.html")]).expect("UTF-8");
        for name in ["exports/newest.json", "log/checkpoint", "totals/newest.json"] {
            assert!(there.contains_key(name), "{name}");
        }
        for name in ["csv", "datapackage"] {
            assert!(data.contains(&format!("href=\"../../exports/{}/{name}.", told["size"])), "{lang}: {name}: {data}");
        }
    }
    assert_eq!(stranger.json("verify shelf/log")["fingerprint"], told["fingerprint"]);
    let size = &told["size"];
    assert_eq!(there["totals/newest.json"], there[&format!("totals/{size}.json")]);
    let totals: Value = serde_json::from_slice(&there["totals/newest.json"]).expect("JSON");
    let tally = machine.json("tally");
    assert_eq!(totals["data"][0]["totals"], tally["contests"][0]["totals"], "{totals} {tally}");
    let exported = machine.path("alone.csv");
    machine.ok("export --format csv --out alone.csv");
    assert_eq!(fs::read(exported).expect("there"), there[&format!("exports/{size}/csv.csv")]);
}

#[test]
fn what_says_nothing_new_is_not_put_again_and_what_was_changed_is() {
    let machine = machine(6);
    let first = machine.json("mirror shelf");
    assert_eq!(put(&machine.json("mirror shelf")), 0);
    // A page that somebody changed, and one that is lost.
    machine.write("shelf/en/turnout/index.html", "something else");
    fs::remove_file(machine.path("shelf/ru/log/3/index.html")).expect("it was there");
    let again = machine.json("mirror shelf");
    assert_eq!((put(&again), &again["files"]), (2, &first["files"]));
    is_whole(&files(&machine.path("shelf")));
}

#[test]
fn a_page_stays_as_it_is_where_an_event_changes_nothing_on_it() {
    let machine = office();
    let first = machine.json("mirror shelf");
    let before = files(&machine.path("shelf"));
    machine.ok("submit new.submission");
    let second = machine.json("mirror shelf");
    let after = files(&machine.path("shelf"));
    assert_ne!(first["fingerprint"], second["fingerprint"]);
    assert!(put(&second) < second["files"].as_u64().expect("a number") / 2, "{second}");
    for page in ["en/log/2/index.html", "en/help/E1/index.html"] {
        assert_eq!(before[page], after[page], "{page}");
    }
    for page in ["en/index.html", "en/log/index.html", "log/checkpoint", "totals/newest.json"] {
        assert_ne!(before[page], after[page], "{page}");
    }
    assert!(before.keys().all(|name| after.contains_key(name)), "something was taken away");
    is_whole(&after);
    machine.ok("verify shelf/log");
}

#[test]
fn a_mirror_takes_no_other_log_and_never_goes_back() {
    let machine = office();
    copy(&machine.path("ledger/published"), &machine.path("earlier"));
    machine.ok("submit new.submission");
    machine.ok("mirror shelf");
    let before = files(&machine.path("shelf"));
    let behind = machine.run("mirror shelf --from earlier").exits(4);
    assert!(behind.err.contains("nothing was put"), "{behind:?}");
    let (told, there) =
        (machine.run("mirror shelf --from earlier --json").exits(4).json(), machine.json("show checkpoint"));
    assert_eq!((&told["ahead"], put(&told)), (&there["size"], 0));
    assert_ne!(told["size"], told["ahead"]);
    let other = self::machine(7);
    copy(&other.path("ledger/published"), &machine.path("other"));
    assert_eq!(machine.fails("mirror shelf --from other", 1)["code"], "V24");
    assert!(before == files(&machine.path("shelf")), "something was changed");
    // A larger number that the log did not sign.
    let larger = String::from_utf8_lossy(&before["log/checkpoint"]).replacen("\n37\n", "\n99999999\n", 1);
    machine.write("shelf/log/checkpoint", larger);
    assert_eq!(machine.fails("mirror shelf", 7)["code"], "U5");
    // What is no checkpoint says nothing of whose log it is; whoever takes it away may go on.
    machine.write("shelf/log/checkpoint", "no checkpoint");
    let error = machine.fails("mirror shelf", 7);
    assert_eq!(error["code"], "U5");
    assert!(error["do"].as_str().is_some_and(|act| act.contains("Take this one file away")), "{error}");
    fs::remove_file(machine.path("shelf/log/checkpoint")).expect("it was there");
    assert_eq!(put(&machine.json("mirror shelf")), 1);
    assert!(before == files(&machine.path("shelf")), "it is not what it was");
    // A tile lasts for ever: other bytes are an answer, and no reason to write over them.
    let tile = before.keys().rfind(|name| name.starts_with("log/tile/0/")).expect("a tile of hashes");
    machine.write(&format!("shelf/{tile}"), "no tile");
    let error = machine.fails("mirror shelf", 3);
    assert_eq!(error["code"], "U30");
    assert!(error["says"].as_str().is_some_and(|says| says.contains(tile.as_str())), "{error}");
}

#[test]
fn a_mirror_that_was_killed_is_completed_by_the_next() {
    let machine = machine(12);
    let mut killed = machine.command("mirror shelf").spawn().expect("the program starts");
    let began = machine.path("shelf/en");
    while !began.exists() {
        assert!(killed.try_wait().expect("it was started").is_none(), "it ended before it was killed");
        thread::sleep(Duration::from_millis(1));
    }
    killed.kill().and_then(|()| killed.wait()).expect("it was started");
    let told = machine.json("mirror shelf");
    assert!(put(&told) < told["files"].as_u64().expect("a number"), "nothing of the first was there: {told}");
    let whole = machine.json("mirror whole");
    assert_eq!(told["files"], whole["files"]);
    let [one, other]: [BTreeMap<_, _>; 2] = ["shelf", "whole"].map(|shelf| files(&machine.path(shelf)));
    let left = |name: &&String| !other.contains_key(*name) && !name.ends_with(".part");
    assert_eq!(one.keys().filter(left).count(), 0);
    assert!(other.iter().all(|(name, bytes)| one.get(name) == Some(bytes)), "a file differs");
}

#[test]
fn a_site_that_is_none_of_ours_is_not_written_over() {
    let machine = machine(6);
    machine.write("shelf/robots.txt", "everybody");
    for way_in in [
        "index.html",
        "ru/index.html",
        "en/turnout/index.html",
        "check.html",
        "totals/newest.json",
        "log/policy",
        "log/checkpoint",
    ] {
        let there = format!("shelf/{way_in}");
        machine.write(&there, "<p>somebody's own site</p>");
        let error = machine.fails("mirror shelf", 7);
        assert_eq!(error["code"], "U5", "{way_in}");
        assert!(error["says"].as_str().is_some_and(|says| says.contains(way_in)), "{error}");
        assert_eq!(files(&machine.path("shelf")).len(), 2, "{way_in}");
        fs::remove_file(machine.path(&there)).expect("it was there");
    }
    // The log beside a site of somebody's own names the log, and not the site.
    copy(&machine.path("ledger/published"), &machine.path("beside/log"));
    machine.write("beside/index.html", "<p>somebody's own site</p>");
    assert_eq!(machine.fails("mirror beside", 7)["code"], "U5");
    assert_eq!(machine.text("beside/index.html"), "<p>somebody's own site</p>");
    machine.ok("mirror shelf");
    assert!(machine.has("shelf/robots.txt"));
    // Whatever stands where a mirror says whose it is; ours with other ends of lines is no other log's.
    let ours = machine.text("shelf/mirror.id");
    machine.write("shelf/mirror.id", ours.replace('\n', "\r\n"));
    assert_eq!(machine.fails("mirror shelf", 7)["code"], "U5");
    machine.write("shelf/mirror.id", &ours);
    let another = machine.text("shelf/log/checkpoint").replacen("protokol.example", "another.example", 1);
    machine.write("shelf/log/checkpoint", another);
    assert_eq!(machine.fails("mirror shelf", 7)["code"], "U5", "anybody may have written that there");
    machine.write("shelf/mirror.id", "nobody's");
    assert_eq!(machine.fails("mirror shelf", 7)["code"], "U5");
}

#[test]
fn no_address_is_taken_from_what_stands_there() {
    let machine = machine(6);
    machine.ok("mirror shelf --format csv");
    let size = &machine.json("show checkpoint")["size"];
    let one = |name: &str, size: &Value| {
        format!(r#"{{"name": "{name}", "size": {size}, "bytes": 1, "href": "https://evil.example"}}"#)
    };
    let hostile =
        [one("csv", size), one("../..", size), one("sqlite", size), one("ndjson", &u64::MAX.into())].join(",");
    machine.write("shelf/exports/newest.json", format!(r#"{{"data": [{hostile}]}}"#));
    machine.ok("mirror shelf");
    let data = machine.text("shelf/en/data/index.html");
    assert!(!data.contains("evil") && data.contains(&format!("href=\"../../exports/{size}/csv.csv\"")), "{data}");
    assert!(!data.contains("sqlite.sqlite") && !data.contains("ndjson.ndjson"), "a link leads nowhere: {data}");
}

#[test]
fn an_export_is_linked_as_long_as_it_stands_with_its_size() {
    let machine = office();
    let first = machine.json("mirror shelf --format csv");
    machine.ok("submit new.submission");
    let second = machine.json("mirror shelf --format sqlite");
    let there = files(&machine.path("shelf"));
    let [csv, sqlite] = [("csv.csv", &first), ("sqlite.sqlite", &second)]
        .map(|(file, told)| format!("exports/{}/{file}", told["size"]));
    let told: Value = serde_json::from_slice(&there["exports/newest.json"]).expect("JSON");
    let data = std::str::from_utf8(&there["en/data/index.html"]).expect("UTF-8");
    for name in [csv, sqlite] {
        assert!(data.contains(&format!("href=\"../../{name}\"")), "{name}: {data}");
        let bytes = there[&name].len();
        let told =
            told["data"].as_array().into_iter().flatten().find(|told| told["href"] == *name).expect("it is told");
        assert_eq!(told["bytes"], bytes, "{name}");
        assert!(data.contains(&format!("bytes: {}", protokol::text::number(Lang::En, bytes as u64))), "{name}: {data}");
    }
    is_whole(&there);
    fs::remove_file(machine.path(&format!("shelf/exports/{}/csv.csv", first["size"]))).expect("it was there");
    machine.ok("mirror shelf");
    assert!(!machine.text("shelf/en/data/index.html").contains("csv.csv"));
}

#[test]
fn what_is_no_file_where_a_file_belongs_is_told_and_stays() {
    let machine = machine(6);
    machine.write("shelf/robots.txt", "everybody");
    let lay = |path: &str, what: &str| match what {
        "pipe" => assert!(quiet("mkfifo", &[&machine.path(path).display().to_string()]), "a pipe"),
        _ => fs::create_dir(machine.path(path)).expect("nothing stands there"),
    };
    let is_told = |path: &str| {
        let error = machine.fails("mirror shelf", 8);
        assert_eq!(error["code"], "U30", "{path}: {error}");
        let says = error["says"].as_str().expect("a text");
        assert!(says.contains(path) && says.contains("no file"), "{says}");
    };
    lay("shelf/index.html", "pipe");
    is_told("index.html");
    assert_eq!(fs::read_dir(machine.path("shelf")).expect("a folder").count(), 2, "something was put");
    fs::remove_file(machine.path("shelf/index.html")).expect("it was there");
    machine.ok("mirror shelf");
    let there = files(&machine.path("shelf"));
    let tile = there.keys().find(|name| name.starts_with("log/tile/")).expect("a tile");
    for name in ["en/turnout/index.html", "log/checkpoint", "mirror.id", tile] {
        let place = format!("shelf/{name}");
        for what in ["pipe", "folder"] {
            fs::remove_file(machine.path(&place)).expect("it was there");
            lay(&place, what);
            is_told(name);
            assert!(!machine.path(&place).is_file(), "{name}: it was replaced");
            match what {
                "pipe" => fs::remove_file(machine.path(&place)),
                _ => fs::remove_dir(machine.path(&place)),
            }
            .expect("it stays");
            machine.write(&place, &there[name]);
        }
    }
    machine.ok("mirror shelf");
}

#[test]
fn what_will_not_pass_is_a_refusal() {
    let machine = machine(6);
    fs::create_dir(machine.path("shelf")).expect("it is new");
    let Some(disk) = Disk::mount(&machine.path("shelf"), 20_000) else { return };
    machine.ok("mirror shelf");
    fs::remove_file(machine.path("shelf/en/index.html")).expect("it was there");
    disk.fill();
    let is_refused = || {
        let error = machine.fails("mirror shelf", 8);
        assert_eq!(error["code"], "U30");
        assert!(error["says"].as_str().is_some_and(|says| says.contains("refuses")), "{error}");
    };
    is_refused();
    fs::remove_file(machine.path("shelf/filling")).expect("it was there");
    disk.protect();
    is_refused();
}

#[test]
fn a_mirror_in_order_is_tried_again_whatever_it_refuses() {
    let machine = office();
    fs::create_dir(machine.path("shelf")).expect("it is new");
    let Some(disk) = Disk::mount(&machine.path("shelf"), 20_000) else { return };
    let said = fs::File::create(machine.path("said")).expect("writable");
    let mut mirror = machine.command("mirror shelf --every 1");
    let mut mirror = mirror.stdout(Stdio::null()).stderr(said).spawn().expect("the program starts");
    soon("it is filled", || machine.has("shelf/log/snapshot").then_some(()));
    disk.fill();
    machine.ok("submit new.submission");
    soon("it is told that there is no room", || machine.text("said").contains("refuses").then_some(()));
    fs::remove_file(machine.path("shelf/filling")).expect("it was there");
    let published = machine.read("ledger/published/checkpoint");
    soon("it goes on", || (machine.read("shelf/log/checkpoint") == published).then_some(()));
    assert!(mirror.try_wait().expect("it was started").is_none(), "it gave up");
    mirror.kill().and_then(|()| mirror.wait()).expect("it was started");
}

#[test]
fn a_ledger_is_mirrored_as_what_it_publishes() {
    let machine = machine(6);
    machine.ok("mirror shelf");
    let other = Machine::new();
    copy(&machine.path("ledger"), &other.path("some/ledger"));
    other.ok("mirror shelf --from some/ledger");
    let [one, other] = [&machine, &other].map(|machine| files(&machine.path("shelf")));
    assert!(other.contains_key("log/log.vkey") && other.contains_key("log/manifest.toml"));
    assert!(one == other, "a file differs");
}

#[test]
fn false_totals_that_stood_there_first_are_told_and_linked_by_nobody() {
    let machine = office();
    machine.ok("mirror shelf");
    machine.ok("mirror whole");
    let before = files(&machine.path("shelf"));
    machine.ok("submit new.submission");
    let size = &machine.json("show checkpoint")["size"];
    machine.write(&format!("shelf/totals/{size}.json"), "{}");
    assert_eq!(machine.fails("mirror shelf", 3)["code"], "U30");
    for name in ["log/checkpoint", "en/index.html", "totals/newest.json"] {
        assert_eq!(machine.read(&format!("shelf/{name}")), before[name], "{name}");
    }
    machine.write(&format!("whole/exports/{size}/csv.csv"), "nobody,0");
    assert_eq!(machine.fails("mirror whole --format csv", 3)["code"], "U30");
    assert!(!machine.has("whole/exports/newest.json"));
}

#[test]
fn whoever_looks_again_waits_for_a_log_that_does_not_answer() {
    let machine = machine(6);
    let address = TcpListener::bind("127.0.0.1:0").and_then(|held| held.local_addr()).expect("loopback");
    let mirror = format!("mirror shelf --every 1 --from http://{address}/log");
    let mut mirror = machine.command(&mirror).spawn().expect("the program starts");
    thread::sleep(Duration::from_millis(1500));
    assert!(mirror.try_wait().expect("it was started").is_none(), "it gave up");
    let serve = format!("serve --listen {address}");
    let mut serve = machine.command(&serve).stdout(Stdio::null()).spawn().expect("the program starts");
    soon("what is served is mirrored", || machine.has("shelf/log/checkpoint").then_some(()));
    assert!(mirror.try_wait().expect("it was started").is_none(), "it does not look again");
    for child in [&mut mirror, &mut serve] {
        child.kill().and_then(|()| child.wait()).expect("it was started");
    }
    machine.ok("verify shelf/log");
}

#[test]
fn a_place_that_is_none_is_told_and_nothing_is_written() {
    let machine = machine(6);
    machine.write("file", "no folder");
    for (place, says) in [
        ("file/below", "file/below"),
        ("ftp://somewhere/else", "ftp"),
        ("s3://user@bucket", "s3"),
        ("s3:/bucket", "s3"),
    ] {
        let error = machine.fails(&format!("mirror {place}"), 7);
        assert_eq!(error["code"], "U30", "{place}: {error}");
        assert!(error["says"].as_str().is_some_and(|text| text.contains(says)), "{error}");
        assert!(!error.to_string().contains("user@"), "{error}");
    }
    assert_eq!(machine.fails("mirror ledger", 7)["code"], "U5", "whoever serves it hands out its key");
    assert!(!machine.has("ledger/index.html"));
    assert_eq!(machine.fails("mirror shelf --from nothing", 10)["code"], "V18");
    assert!(!machine.has("shelf"));
}
