//! How a log leaves: what is published follows what is sealed, and every form of it says the same.

use std::fs;

use protokol::crypto::hash::sha256;

use super::{office, receipt, size};
use crate::kit::program::files;

#[test]
fn whoever_writes_publishes() {
    let machine = office();
    let before = size(&machine, "ledger/published");
    assert_eq!(before, size(&machine, "ledger"));
    machine.ok("submit last.submission");
    assert_eq!(size(&machine, "ledger/published"), before + 1);
    let verified = machine.json("verify ledger/published --policy ledger/published/policy");
    assert_eq!((verified["verdict"].as_str(), verified["trust"].as_str()), (Some("verified"), Some("policy")));
    for paper in ["checkpoint", "README.md", "manifest.toml", "log.vkey", "policy"] {
        assert!(machine.has(&format!("ledger/published/{paper}")), "{paper}");
    }
    // Whoever has nothing but the folder has the page that checks it, and what its digest is to be.
    let digest = hex::encode(sha256(&[&machine.read("ledger/published/check.html")]));
    assert_eq!(machine.text("ledger/published/check.html.sha256"), format!("{digest}  check.html\n"));
    // A folder that was taken away is made again by the next writer, the same.
    let was = files(&machine.path("ledger/published"));
    fs::remove_dir_all(machine.path("ledger/published")).expect("it is ours");
    machine.ok("publish");
    let newest = |name: &str| !name.contains(".p/") || name.ends_with(&format!(".p/{}", (before + 1) % 256));
    let names = |files: &std::collections::BTreeMap<std::path::PathBuf, Vec<u8>>| {
        let shown = files.iter().filter(|(path, _)| newest(&path.to_string_lossy()));
        shown.map(|(path, bytes)| (path.clone(), bytes.clone())).collect::<Vec<_>>()
    };
    assert_eq!(names(&files(&machine.path("ledger/published"))), names(&was));
}

#[test]
fn a_folder_and_a_tar_say_the_same_as_the_ledger() {
    let machine = office();
    machine.ok("export --out web");
    machine.ok("export --out web.tar");
    let fingerprint = machine.json("verify ledger")["fingerprint"].clone();
    for place in ["web", "web.tar"] {
        let verified = machine.json(&format!("verify {place}"));
        assert_eq!(verified["fingerprint"], fingerprint);
        let tiles = verified["checks"].as_array().expect("checks").iter().find(|check| check["name"] == "Tiles");
        assert_eq!(tiles.expect("tiles are told")["status"], "ok");
    }
    // The same ledger gives the same tar, and a tar is never written over.
    machine.ok("export --out again.tar");
    assert!(machine.read("again.tar") == machine.read("web.tar"));
    assert_eq!(machine.fails("export --out web.tar", 7)["code"], "U5");

    // A folder is brought up to date by the same command: what stands in it stays, byte for byte.
    let before = files(&machine.path("web"));
    machine.ok("submit last.submission");
    machine.ok("export --out web");
    let after = files(&machine.path("web"));
    for (path, bytes) in before.iter().filter(|(path, _)| path.to_string_lossy().contains("/tile/")) {
        assert!(after.get(path).is_none_or(|now| now == bytes), "{} was changed", path.display());
    }
    assert_eq!(size(&machine, "web"), size(&machine, "ledger"));
}

#[test]
fn nothing_else_is_written_over() {
    let machine = office();
    machine.write("mine/letter.txt", "dear");
    assert_eq!(machine.fails("export --out mine", 7)["code"], "U5");
    machine.write("odd/checkpoint", "not a note\n");
    assert_eq!(machine.fails("export --out odd", 7)["code"], "U5");
    // Another log's folder, or a longer one of this log, is not touched.
    machine.ok("rehearse election --synthetic 3 --units 4 --ledger other");
    machine.ok("export --out web --ledger other");
    let before = machine.files();
    assert_eq!(machine.fails("export --out web", 1)["code"], "V24");
    assert_eq!(machine.files(), before);
}

#[test]
fn receipts_come_from_the_ledger_and_from_what_was_published() {
    let machine = office();
    machine.ok("export --receipt 3 --out old.tlog-proof");
    machine.ok("submit last.submission");
    machine.ok("export --out web.tar");
    machine.ok("export --receipt 3 --from web.tar --out 3.tlog-proof");
    machine.ok("export --receipt old.tlog-proof --out new.tlog-proof");
    machine.ok("export --receipt old.tlog-proof --from ledger/published --out newer.tlog-proof");
    assert_eq!(machine.text("3.tlog-proof"), machine.text("new.tlog-proof"));
    assert_eq!(machine.text("3.tlog-proof"), machine.text("newer.tlog-proof"));
    assert_eq!(receipt(&machine, "new.tlog-proof").entry(), receipt(&machine, "old.tlog-proof").entry());
    for file in ["old.tlog-proof", "new.tlog-proof"] {
        machine.ok(&format!("verify {file} --policy ledger/published/policy"));
    }
    machine.ok("export --receipt 0 --receipt 5 --out some");
    for event in [0, 5] {
        machine.ok(&format!("verify some/{event}.tlog-proof --policy ledger/published/policy"));
    }
    assert_eq!(machine.fails("export --receipt 999999 --from web.tar --out x", 2)["code"], "U9");
    assert_eq!(machine.fails("export --receipt abc --from web.tar --out x", 2)["code"], "U1");
    // A receipt of another history is not brought up to date, but told.
    machine.ok("rehearse election --synthetic 3 --units 4 --ledger other");
    assert_eq!(machine.fails("export --receipt old.tlog-proof --ledger other --out x", 2)["code"], "U1");
    let manifest = machine.text("election/manifest.toml");
    machine.write("election/manifest.toml", manifest.replace("An invented election", "Another one"));
    machine.ok("rehearse election --ledger fork");
    assert_eq!(machine.fails("export --receipt old.tlog-proof --ledger fork --out x", 1)["code"], "V24");
    assert!(!machine.has("x"));
}
