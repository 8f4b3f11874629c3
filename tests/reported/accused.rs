//! A false accusation: honest logs that were called altered.

use std::fs::{self, File};
use std::path::Path;
use std::sync::OnceLock;

use protokol::crypto::key::SecretKey;
use protokol::crypto::keyfile;
use protokol::crypto::note::NoteSigner;
use protokol::crypto::vkey::VerifierKey;
use protokol::domain::number::Size;
use protokol::ledger::note::checkpoint::{Checkpoint, SignedCheckpoint};

use super::desk::desk;
use crate::kit::election;
use crate::kit::program::{Machine, copy};
use crate::kit::scripted::{Reply, Request, Server, status};
use crate::office::checkpoint_at;

/// What a host shows that has no file there.
const PAGE: &str = "<!DOCTYPE html>\n<title>Not found</title>\n";

/// An earlier size of the log, whose partial tiles are gone since the full ones came.
const EARLIER: u64 = 200;

const WITNESS: &str = "--policy log.policy --key witness.key --name witness.example/w --state state";

/// A log of more than a full tile, published in `web`; in `earlier` the same files under an earlier checkpoint.
fn published() -> Machine {
    static PUBLISHED: OnceLock<Machine> = OnceLock::new();
    let published = PUBLISHED.get_or_init(|| {
        let machine = Machine::new();
        election::rehearsal(&machine, "election", 5);
        machine.ok("rehearse election --synthetic 3 --units 40");
        machine.ok("export --out web");
        machine.ok("export --receipt 3 --out 3.tlog-proof");
        machine.write("log.policy", format!("log {}quorum none\n", machine.text("web/log.vkey")));
        machine.write("witness.key", keyfile::seal_plain(&SecretKey::from_seed(&[101; 32])).as_bytes());
        copy(&machine.path("web"), &machine.path("earlier"));
        machine.write("earlier/checkpoint", checkpoint_at(&machine, "web", EARLIER));
        machine
    });
    let machine = Machine::new();
    copy(published.folder(), machine.folder());
    machine
}

/// The path of a request, without what was put behind it to get past caches.
fn path(request: &Request) -> String {
    let path = request.line.split(' ').nth(1).expect("a path").trim_start_matches('/');
    path.split('?').next().unwrap_or_default().to_owned()
}

/// Whether whoever asks wants no copy of a cache.
fn wants_none_of_a_cache(request: &Request) -> bool {
    request.headers.iter().any(|header| header == "cache-control: no-cache")
}

/// A web server of a folder, and what it answers where there is no file.
fn host(folder: &Path, without: fn() -> Reply) -> Server {
    let folder = folder.to_owned();
    Server::start(move |_, request| match fs::read(folder.join(path(request))) {
        Ok(bytes) => Reply::Answer(200, Vec::new(), bytes),
        Err(_) => without(),
    })
}

fn tar(machine: &Machine, folder: &str) -> String {
    let name = format!("{folder}.tar");
    let mut tar = tar::Builder::new(File::create(machine.path(&name)).expect("it can be made"));
    tar.append_dir_all("", machine.path(folder)).expect("a folder");
    tar.finish().expect("it can be written");
    name
}

#[test]
fn a_partial_tile_that_has_gone_is_asked_for_in_full_whatever_the_host_answers() {
    let machine = published();
    assert!(!machine.has(&format!("earlier/tile/0/000.p/{EARLIER}")));
    for (number, without) in
        [|| status(404, ""), || status(403, "no list rights"), || status(200, PAGE)].into_iter().enumerate()
    {
        let server = host(&machine.path("earlier"), without);
        let url = server.url();
        assert_eq!(machine.json(&format!("verify {url} --policy log.policy"))["size"], EARLIER);
        assert_eq!(machine.json(&format!("compare {url} web"))["relation"], "continuation");
        machine.write("web/checkpoint", checkpoint_at(&machine, "web", EARLIER - 100));
        machine.write(&format!("witness{number}.key"), machine.read("witness.key"));
        let state = WITNESS.replace("witness.key", &format!("witness{number}.key"));
        let state = state.replace(" state", &format!(" state{number}"));
        machine.ok(&format!("witness web {state}"));
        machine.write("web/checkpoint", machine.read("ledger/published/checkpoint"));
        assert_eq!(machine.json(&format!("witness {url} {state}"))["before"], EARLIER - 100);
    }
}

#[test]
fn a_page_in_the_place_of_a_tile_says_nothing_of_the_log() {
    let machine = published();
    machine.write("web/checkpoint", checkpoint_at(&machine, "web", 100));
    machine.ok(&format!("witness web {WITNESS}"));
    machine.write("web/checkpoint", machine.read("ledger/published/checkpoint"));
    for gone in ["tile/entries/000", "tile/0/000"] {
        copy(&machine.path("web"), &machine.path("holed"));
        fs::remove_file(machine.path("holed").join(gone)).expect("it is there");
        let server = host(&machine.path("holed"), || status(200, PAGE));
        let mut asked = vec![format!("verify {} --policy log.policy", server.url())];
        match gone {
            "tile/0/000" => asked.push(format!("witness {} {WITNESS}", server.url())),
            _ => asked.push(format!("compare web/checkpoint {}", server.url())),
        }
        for typed in asked {
            let error = machine.fails(&typed, 3);
            assert_eq!(error["code"], "U16", "{typed}: {error}");
            assert!(error["says"].as_str().is_some_and(|says| says.contains("tile/")), "{error}");
        }
    }
    // Nor does one in the place of the checkpoint, or of what stands beside the tiles.
    for gone in ["checkpoint", "manifest.toml", "log.vkey"] {
        copy(&machine.path("web"), &machine.path("holed"));
        fs::remove_file(machine.path("holed").join(gone)).expect("it is there");
        let server = host(&machine.path("holed"), || status(200, PAGE));
        assert_eq!(machine.fails(&format!("verify {}", server.url()), 3)["code"], "U16", "{gone}");
    }
}

#[test]
fn a_cache_that_is_behind_is_asked_past() {
    let machine = published();
    let folder = machine.path("web");
    // Whatever came since the cache looked last is not there, but for the checkpoint, and that twice as old.
    let server = Server::start(move |number, request| {
        let file = path(request);
        match fs::read(folder.join(&file)) {
            Ok(_) if number > 0 && file.contains(".p/") && !wants_none_of_a_cache(request) => status(404, ""),
            Ok(bytes) => Reply::Answer(200, Vec::new(), bytes),
            Err(_) => status(404, ""),
        }
    });
    machine.ok(&format!("verify {} --policy log.policy", server.url()));
    let fresh: Vec<_> = server.seen().into_iter().filter(wants_none_of_a_cache).collect();
    // A cache that heeds no such wish goes by the address, and does not know this one.
    assert!(!fresh.is_empty() && fresh.iter().all(|request| request.line.contains('?')), "{fresh:?}");
}

#[test]
fn a_witness_does_not_take_an_old_copy_of_a_cache_for_a_log_that_shrank() {
    let machine = published();
    machine.ok(&format!("witness web {WITNESS}"));
    let (old, new) = (machine.read("earlier/checkpoint"), machine.read("web/checkpoint"));
    let server = Server::start(move |_, request| {
        let bytes = if wants_none_of_a_cache(request) { &new } else { &old };
        Reply::Answer(200, Vec::new(), bytes.clone())
    });
    machine.ok(&format!("witness {} {WITNESS}", server.url()));
}

#[test]
fn a_file_that_is_not_there_yet_is_not_enough_and_not_altered() {
    let machine = published();
    let size = machine.json("verify web")["size"].as_u64().expect("a size");
    let last = format!("000.p/{}", size % 256).replace("000.p", &format!("{:03}.p", size / 256));
    for gone in [
        format!("tile/entries/{last}"),
        "tile/entries/000".to_owned(),
        format!("tile/0/{last}"),
        "checkpoint".to_owned(),
        "manifest.toml".to_owned(),
    ] {
        copy(&machine.path("web"), &machine.path("holed"));
        fs::remove_file(machine.path("holed").join(&gone)).expect("it is there");
        let holed = machine.path("holed");
        // Not every host answers a question that is new to it.
        let server = Server::start(move |_, request| match fs::read(holed.join(path(request))) {
            _ if request.line.contains('?') => status(400, "no queries here"),
            Ok(bytes) => Reply::Answer(200, Vec::new(), bytes),
            Err(_) => status(404, ""),
        });
        for place in ["holed", &tar(&machine, "holed"), &server.url()] {
            let report = machine.run(&format!("verify {place} --policy log.policy --json")).exits(4).json();
            let faults = report["faults"].as_array().expect("faults");
            let told: Vec<_> = faults.iter().map(|fault| (&fault["code"], &fault["file"])).collect();
            assert_eq!(told, [(&"V22".into(), &gone.as_str().into())], "{place}");
        }
        if gone.starts_with("tile/entries") {
            assert_eq!(machine.fails("compare earlier/checkpoint holed", 4)["code"], "V22");
        }
        fs::remove_dir_all(machine.path("holed")).expect("it was there");
    }
}

/// A program, and what it makes of a text.
type Carrier = (&'static str, fn(&str) -> Vec<u8>);

const CARRIERS: [Carrier; 9] = [
    ("FTP in its mode for text", |text| text.replace('\n', "\r\n").into()),
    ("an old Macintosh", |text| text.replace('\n', "\r").into()),
    ("an editor that writes a byte order mark", |text| format!("\u{feff}{text}").into()),
    ("a shell that writes UTF-16", |text| {
        let units = format!("\u{feff}{}", text.replace('\n', "\r\n")).encode_utf16().collect::<Vec<_>>();
        units.into_iter().flat_map(u16::to_le_bytes).collect()
    }),
    ("mail that cuts the end", |text| text.trim_end().into()),
    ("mail that adds empty lines", |text| format!("{text}\n\n").into()),
    ("mail that knows no dash", |text| text.replace('—', "?").into()),
    ("mail that writes quoted-printable", |text| text.replace('—', "=E2=80=94").into()),
    ("a program of western Windows", |text| {
        let parts: Vec<&[u8]> = text.split('—').map(str::as_bytes).collect();
        parts.join(&0x97)
    }),
];

#[test]
fn what_a_mail_or_ftp_program_did_to_a_checkpoint_is_told_and_nobody_is_accused() {
    let machine = published();
    let honest = machine.text("web/checkpoint");
    for (carrier, carry) in CARRIERS {
        machine.write("web/checkpoint", carry(&honest));
        let report = machine.run("verify web --policy log.policy --json").exits(3).json();
        assert_eq!(report["faults"][0]["code"], "V29", "{carrier}: {report}");
        assert_eq!(report["faults"].as_array().map(Vec::len), Some(1), "{carrier}: {report}");
        assert_eq!(machine.fails("compare web/checkpoint ledger", 3)["code"], "V29", "{carrier}");
        assert_eq!(machine.fails(&format!("witness web {WITNESS}"), 3)["code"], "V29", "{carrier}");
    }
    machine.write("web/checkpoint", &honest);
    let manifest = machine.text("web/manifest.toml");
    machine.write("web/manifest.toml", manifest.replace('\n', "\r\n"));
    assert_eq!(machine.run("verify web --json").exits(3).json()["faults"][0]["code"], "V29");
    machine.write("web/manifest.toml", manifest.replace('\n', "\r\n").replace("quorum = 2", "quorum = 1"));
    assert_eq!(machine.run("verify web --json").exits(1).json()["faults"][0]["code"], "V14");
}

#[test]
fn what_a_mail_or_ftp_program_did_to_a_receipt_is_told_and_what_to_do() {
    let machine = published();
    let honest = machine.text("3.tlog-proof");
    for (carrier, carry) in CARRIERS {
        machine.write("carried.tlog-proof", carry(&honest));
        let error = machine.fails("verify carried.tlog-proof --policy log.policy", 3);
        assert_eq!(error["code"], "V29", "{carrier}: {error}");
        assert!(error["do"].as_str().is_some_and(|advice| advice.contains("binary mode")), "{carrier}: {error}");
    }
    // What no such program does is no receipt, as before.
    machine.write("carried.tlog-proof", honest.replace("index 3", "index three"));
    assert_eq!(machine.fails("verify carried.tlog-proof --policy log.policy", 3)["code"], "U3");
}

#[test]
fn a_server_that_is_busy_is_asked_again_as_late_as_it_wishes() {
    let machine = published();
    let folder = machine.path("web");
    let server = Server::start(move |number, request| match number % 4 {
        0 => Reply::Answer(503, vec!["Retry-After: 0".to_owned()], Vec::new()),
        _ => Reply::Answer(200, Vec::new(), fs::read(folder.join(path(request))).expect("it is there")),
    });
    let done = machine.ok(&format!("verify {} --policy log.policy", server.url()));
    assert!(done.err.contains("answers with status 503") && done.err.contains("asked again"), "{done}");
    // One that wishes for an hour is not waited for.
    let busy = Server::start(|_, _| Reply::Answer(429, vec!["Retry-After: 3600".to_owned()], Vec::new()));
    assert_eq!(machine.fails(&format!("verify {}", busy.url()), 8)["code"], "U2");
    assert_eq!(busy.seen().len(), 1);
}

#[test]
fn what_file_managers_leave_in_the_journal_is_no_segment() {
    let machine = desk();
    for name in
        [".DS_Store", "._00000000000000000000.frames", "desktop.ini", "00000000000000000000.frames~", "0.frames"]
    {
        machine.write(&format!("ledger/journal/{name}"), "no frames at all");
    }
    let verified = machine.ok("verify");
    assert!(verified.out.contains("journal/desktop.ini"), "it is told: {verified}");
    assert!(machine.ok("submit new.submission").err.contains("journal/.DS_Store"), "and to who writes");
    machine.ok("verify");
    machine.ok("tally --inside");
}

#[test]
fn a_false_cosignature_in_the_published_folder_spoils_no_receipt() {
    let machine = desk();
    let witness = NoteSigner::new("witness.example/w".parse().expect("a name"), SecretKey::from_seed(&[77; 32]));
    let key = VerifierKey::cosigner(witness.verifier().name().clone(), witness.verifier().public()).expect("a key");
    let policy = format!("log {}witness w {key}\nquorum none\n", machine.text("ledger/log.vkey"));
    machine.write("ledger/policy", &policy);
    machine.write("policy", &policy);
    let published = machine.text("ledger/published/checkpoint");
    let signed: SignedCheckpoint = published.parse().expect("a checkpoint");
    // Of another checkpoint: what a careless copy brings, or a careful enemy.
    let other = Checkpoint { size: Size(1), ..signed.checkpoint().clone() };
    let log = NoteSigner::new(other.origin.as_str().parse().expect("a name"), SecretKey::from_seed(&[1; 32]));
    let time = 1_700_000_000.try_into().expect("a time");
    let line = other.sign(&log).expect("its own origin").cosign(&witness, time);
    machine.write("ledger/published/checkpoint", format!("{published}{line}\n"));
    assert!(!machine.ok("show checkpoint").out.contains("witness.example"), "it is shown to nobody");
    machine.ok("export --receipt 3 --out 3.tlog-proof");
    machine.ok("verify 3.tlog-proof --policy policy");
    let told = machine.ok("publish");
    assert!(told.err.contains("not of the witness that it names"), "{told}");
    assert_eq!(machine.text("ledger/published/checkpoint"), published, "it is put right");
    machine.ok("verify --policy policy");
}

#[test]
fn a_log_that_a_policy_does_not_name_was_told_to_lack_its_events() {
    let machine = published();
    let other = NoteSigner::new("other.example/log".parse().expect("a name"), SecretKey::from_seed(&[78; 32]));
    machine.write("other.policy", format!("log {}\nquorum none\n", other.verifier()));
    let done = machine.run("verify web --policy other.policy --json").exits(1);
    let codes: Vec<_> =
        done.json()["faults"].as_array().expect("faults").iter().map(|fault| fault["code"].clone()).collect();
    assert_eq!(codes, ["V12"], "nothing was read, and so nothing is said of it");
}

#[test]
fn a_tar_that_was_cut_off_was_called_altered() {
    let machine = published();
    machine.ok("export --from web --out whole.tar");
    let whole = machine.read("whole.tar");
    for part in 1..40 {
        machine.write("cut.tar", &whole[..whole.len() * part / 40]);
        let done = machine.run("verify cut.tar --policy log.policy");
        assert!([3, 4].contains(&done.exit), "{part} of 40: {done}");
    }
}
