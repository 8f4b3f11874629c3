//! The program: once, and as a server.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use protokol::crypto::key::SecretKey;
use protokol::crypto::keyfile;
use protokol::domain::number::Size;
use protokol::ledger::note::cosignature::parse_lines;
use protokol::ledger::tree::merkle::Tree;
use protokol::ledger::tree::tile::hash_tiles;
use protokol::store::witness::origin_hash;
use serde_json::Value;

use super::{ORIGIN, history, log, request, signed_of, tree, witness};
use crate::kit::exchange::exchange;
use crate::kit::program::Machine;
use crate::kit::scripted::{Reply, Server, status};

const FLAGS: &str = "--policy watched.policy --key witness.key --name witness.example/w1 --state state";

/// A machine with a witness's key and a policy that watches the log.
fn machine() -> Machine {
    let machine = Machine::new();
    machine.write("witness.key", keyfile::seal_plain(&SecretKey::from_seed(&[101; 32])).as_bytes());
    machine.write("watched.policy", format!("log {}\nquorum none\n", log().verifier()));
    machine
}

/// What the log has published at a size.
fn publish(machine: &Machine, tree: &Tree, size: u64) {
    for tile in hash_tiles(Size(0), Size(size)) {
        machine.write(&format!("log/{tile}"), tree.tile(tile).expect("the tree is as large"));
    }
    machine.write("log/checkpoint", signed_of(tree, size).to_string());
}

fn once(machine: &Machine, exit: i32) -> Value {
    let done = machine.run(&format!("witness log {FLAGS} --json")).exits(exit);
    if exit == 0 { done.json() } else { done.error() }
}

fn default_out() -> String {
    format!("state/{}.cosignature", origin_hash(&ORIGIN.parse().expect("an origin")))
}

#[test]
fn a_published_log_is_cosigned_as_it_grows() {
    let (machine, tree) = (machine(), tree(700));
    for (size, before) in [(3, 0), (300, 3), (300, 300), (700, 300)] {
        publish(&machine, &tree, size);
        let told = once(&machine, 0);
        assert_eq!((&told["size"], &told["before"]), (&size.into(), &before.into()), "{told}");
        let text = machine.text(&default_out());
        let [line] = <[_; 1]>::try_from(parse_lines(&text).expect("a signature line")).expect("one");
        signed_of(&tree, size).add_cosignature(line, witness(1).verifier()).expect("the witness's own");
    }
    let words = machine.ok(&format!("witness log {FLAGS} --out line.txt")).out;
    assert!(words.contains("size 700, again, not grown") && machine.has("line.txt"), "{words}");
}

#[test]
fn a_log_that_shrinks_or_forks_is_told_and_kept() {
    let (machine, tree) = (machine(), tree(700));
    publish(&machine, &tree, 300);
    once(&machine, 0);
    let line = machine.text(&default_out());
    publish(&machine, &tree, 200);
    let shrunk = once(&machine, 1);
    assert_eq!(shrunk["code"], "V24");
    assert!(
        shrunk["says"].as_str().is_some_and(|says| says.contains("shows size 200") && says.contains("size 300")),
        "{shrunk}"
    );
    let fork = history("somebody else", 100, 700);
    publish(&machine, &fork, 300);
    assert_eq!(once(&machine, 1)["code"], "V24");
    publish(&machine, &fork, 700);
    assert_eq!(once(&machine, 1)["code"], "V26");
    let evidence = machine.files().into_keys().filter(|path| path.to_string_lossy().ends_with(".request"));
    assert_eq!(evidence.count(), 3);
    assert_eq!(machine.text(&default_out()), line, "nothing of it was cosigned");
    publish(&machine, &tree, 700);
    once(&machine, 0);
}

#[test]
fn tiles_that_are_missing_or_forged_prove_nothing() {
    let (machine, tree) = (machine(), tree(700));
    publish(&machine, &tree, 300);
    once(&machine, 0);
    publish(&machine, &tree, 700);
    let path = "log/tile/0/002.p/188";
    let tile = machine.read(path);
    fs::remove_file(machine.path(path)).expect("it was there");
    let missing = once(&machine, 4);
    assert_eq!(missing["code"], "V22");
    assert!(missing["says"].as_str().is_some_and(|says| says.contains("tile/0/002.p/188 is missing")), "{missing}");
    machine.write(path, &tile[1..]);
    assert_eq!(once(&machine, 3)["code"], "V21");
    let mut forged = tile.clone();
    forged[7] ^= 1;
    machine.write(path, forged);
    assert_eq!(once(&machine, 1)["code"], "V26");
    machine.write(path, tile);
    once(&machine, 0);
}

#[test]
fn whom_it_watches_and_who_it_is_must_be_right() {
    let machine = machine();
    publish(&machine, &tree(9), 5);
    let fails = |typed: &str, exit: i32, code: &str| {
        assert_eq!(machine.fails(typed, exit)["code"], code, "{typed}");
    };
    let typed = format!("witness log {FLAGS}");
    fails(&typed.replace("--policy watched.policy ", ""), 2, "U1");
    machine.write("empty.policy", "quorum none\n");
    fails(&typed.replace("watched.policy", "empty.policy"), 2, "U1");
    let other = super::signer("other.example/log", 8);
    machine.write("other.policy", format!("log {}\nquorum none\n", other.verifier()));
    fails(&typed.replace("watched.policy", "other.policy"), 1, "V12");
    let own = witness(1);
    machine.write("own.policy", format!("log {}\nquorum none\n", own.verifier()));
    fails(&typed.replace("watched.policy", "own.policy"), 2, "U1");
    for name in ["witness.example/w1/recomputed", "a+b", ""] {
        fails(&typed.replace("--name witness.example/w1", &format!("--name {name}")), 2, "U1");
    }
    fails(&format!("{typed} --listen 127.0.0.1:0"), 2, "U1");
    fails(&format!("{} --out x", typed.replace("witness log", "witness serve")), 2, "U1");
    fails(&format!("{} --listen nowhere", typed.replace("witness log", "witness serve")), 2, "U1");
    fails(&typed.replace("witness log", "witness http://127.0.0.1:1/"), 8, "U2");
    machine.write("forged/checkpoint", machine.text("log/checkpoint").replace("\n5\n", "\n6\n"));
    fails(&typed.replace("witness log", "witness forged"), 1, "V12");
    machine.write("odd/checkpoint", "no checkpoint\n");
    fails(&typed.replace("witness log", "witness odd"), 3, "U3");
    assert!(!machine.has(&default_out()), "nothing of all this was cosigned");
    machine.ok(&typed);
    fails(&typed.replace("--name witness.example/w1", "--name witness.example/w2"), 2, "U1");
}

#[test]
fn a_state_that_was_put_back_is_refused() {
    let (machine, tree) = (machine(), tree(700));
    publish(&machine, &tree, 5);
    once(&machine, 0);
    let file = format!("state/logs/{}", origin_hash(&ORIGIN.parse().expect("an origin")));
    let older = machine.read(&file);
    publish(&machine, &tree, 9);
    once(&machine, 0);
    let newest = machine.read(&file);
    machine.write(&file, older);
    let refused = once(&machine, 1);
    assert_eq!(refused["code"], "V25");
    assert!(refused["do"].as_str().is_some_and(|act| act.contains("newest copy")), "{refused}");
    machine.write(&file, newest);
    let mark = machine.read("witness.key.mark");
    fs::remove_file(machine.path("witness.key.mark")).expect("it was there");
    assert_eq!(once(&machine, 1)["code"], "V25");
    machine.write("witness.key.mark", mark);
    once(&machine, 0);
}

#[test]
fn a_url_is_looked_at_as_a_folder_is() {
    let machine = machine();
    publish(&machine, &tree(700), 700);
    let log = machine.path("log");
    let server = Server::start(move |_, asked| {
        let path = asked.line.split(' ').nth(1).expect("a path").trim_start_matches('/').to_owned();
        fs::read(log.join(path)).map_or_else(|_| status(404, ""), |bytes| Reply::Answer(200, Vec::new(), bytes))
    });
    let typed = format!("witness {}/ {FLAGS} --json", server.url());
    assert_eq!(machine.ok(&typed).json()["size"], 700);
    let asked = server.seen().len();
    assert_eq!(asked, 1, "a first checkpoint takes no proof");
    assert_eq!(machine.ok(&typed).json()["before"], 700);
}

/// The server, through its command line: greets, answers, keeps others out, and ends when it is told to.
#[test]
fn a_server_answers_until_it_is_told_to_end() {
    let machine = machine();
    let mut command = machine.command(&format!("witness serve {FLAGS} --listen 127.0.0.1:0 --json"));
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("the program starts");
    let mut greeting = String::new();
    let stdout = child.stdout.take().expect("it is piped");
    BufReader::new(stdout).read_line(&mut greeting).expect("it greets");
    let greeting: Value = serde_json::from_str(&greeting).expect("one object");
    assert_eq!((&greeting["name"], &greeting["logs"][0]), (&"witness.example/w1".into(), &ORIGIN.into()));
    let address = greeting["url"].as_str().and_then(|url| url.strip_prefix("http://")).expect("a URL");
    let address = address.parse().expect("an address");
    let body = request(&tree(9), 0, 5).to_string();
    let answer = exchange(address, "POST", "/add-checkpoint", &[], body.as_bytes()).expect("an answer");
    assert_eq!(answer.status, 200);
    publish(&machine, &tree(9), 9);
    assert_eq!(machine.fails(&format!("witness log {FLAGS}"), 11)["code"], "U7");
    let told = Command::new("kill").args(["-TERM", &child.id().to_string()]).status().expect("kill runs");
    assert!(told.success());
    let ended = child.wait().expect("it was started");
    assert!(ended.success(), "{ended}");
    assert_eq!(once(&machine, 0)["before"], 5);
}
