//! Members who sign at once, or apart, and who does not belong to them.

use protokol::crypto::key::SecretKey;
use protokol::ledger::submission::SignedStatement;
use serde_json::json;

use crate::commission::{draft, evening, signed};
use crate::kit::program::{Machine, filled, quiet};

/// A copy of a submission that these keys signed and nobody else.
fn copy_by(machine: &Machine, file: &str, keys: &[SecretKey]) -> Vec<u8> {
    let signed = SignedStatement::from_file(&machine.read(file)).expect("a submission");
    let mut alone = SignedStatement::unsigned(&signed.statement().expect("a statement")).expect("it fits");
    for key in keys {
        alone.sign(key);
    }
    alone.to_file()
}

#[test]
fn a_strangers_signature_was_joined_with_the_members() {
    let machine = evening();
    signed(&machine, "01.001", "a.submission");
    let stranger = SecretKey::from_seed(&[9; 32]);
    let other = SecretKey::demonstration("01.002", "1");
    for (file, key, code) in [("stranger", stranger, "R8"), ("other", other, "R10")] {
        machine.write(&format!("{file}.submission"), copy_by(&machine, "a.submission", &[key]));
        let before = machine.files();
        let told = machine.fails(&format!("sign --join a.submission {file}.submission --ledger nowhere"), 2);
        assert_eq!(told["code"], "U1", "{told}");
        for out in ["", " --out b.submission"] {
            let told = machine.fails(&format!("sign --join a.submission {file}.submission{out}"), 6);
            let file = format!("{file}.submission");
            assert_eq!((&told["code"], &told["file"]), (&json!(code), &json!(file)), "{told}");
        }
        assert!(machine.files() == before);
    }
    assert_eq!(machine.json("submit a.submission")["status"], "sealed");
}

#[test]
fn more_was_joined_than_could_be_read_again() {
    let machine = evening();
    signed(&machine, "01.001", "a.submission");
    let keys = |from: u16| -> Vec<_> {
        let seed = |number: u16| [number.to_le_bytes(); 16].concat().try_into().expect("32 bytes");
        (from..from + 400).map(|number| SecretKey::from_seed(&seed(number))).collect()
    };
    machine.write("1.submission", copy_by(&machine, "a.submission", &keys(1)));
    machine.write("2.submission", copy_by(&machine, "a.submission", &keys(1000)));
    let told = machine.fails("sign --join 1.submission 2.submission --out b.submission --ledger nowhere", 7);
    assert_eq!(told["code"], "R37", "{told}");
    assert!(!machine.has("b.submission"));
}

/// Signs a file with a key that comes through a pipe, and does something else between the question and the answer.
fn meanwhile(machine: &Machine, typed: &str, key: &str, act: impl FnOnce()) -> Option<i32> {
    let pipe = machine.path("pipe.key");
    assert!(quiet("mkfifo", &[&pipe.display().to_string()]), "a pipe");
    let mut signing = machine.start(&format!("{typed} --key pipe.key --yes"));
    let key = machine.read(key);
    // A pipe opens for writing as soon as somebody reads it: then the paper is read.
    let mut writes = std::fs::File::options().write(true).open(&pipe).expect("somebody reads it");
    act();
    std::io::Write::write_all(&mut writes, &key).expect("it is read");
    drop(writes);
    std::fs::remove_file(pipe).expect("it is there");
    signing.wait().expect("it ends").code()
}

#[test]
fn two_who_signed_at_once_lost_a_signature() {
    let machine = evening();
    draft(&machine, "01.001", "a.toml");
    machine.ok("sign a.toml --key 01.001-1.key --yes");
    let exit = meanwhile(&machine, "sign a.submission", "01.001-2.key", || {
        machine.ok("sign a.submission --key 01.001-3.key --yes");
    });
    let signers = |file: &str| SignedStatement::from_file(&machine.read(file)).expect("one").signers().len();
    assert_eq!((exit, signers("a.submission")), (Some(0), 3));
    // What was not there when the draft was read is not written over, nor what says something else by now.
    draft(&machine, "01.002", "b.toml");
    let exit = meanwhile(&machine, "sign b.toml", "01.002-1.key", || {
        machine.ok("sign b.toml --key 01.002-2.key --yes");
    });
    let of_b = machine.read("b.submission");
    assert_eq!((exit, signers("b.submission")), (Some(7), 1));
    let exit = meanwhile(&machine, "sign a.submission", "01.001-2.key", || machine.write("a.submission", &of_b));
    assert!(exit == Some(7) && machine.read("a.submission") == of_b);
}

#[test]
fn a_copy_of_another_commission_kept_two_halves_out() {
    let machine = evening();
    signed(&machine, "01.002", "a.submission");
    machine.ok("submit a.submission");
    let blank = machine.ok("draft correction 01.002").out;
    machine.write("c.toml", filled(&blank, &[("form_serial", "\"AA 7\""), ("reason", "\"counted again\"")]));
    machine.ok("sign c.toml --key 01.002-1.key --yes --out whole.submission");
    for (name, unit, seat) in [("1", "01.002", "1"), ("2", "01.002", "2"), ("3", "01", "1")] {
        let copy = copy_by(&machine, "whole.submission", &[SecretKey::demonstration(unit, seat)]);
        machine.write(&format!("queue/{name}.submission"), copy);
    }
    let told = machine.json("submit queue");
    let answers = told["submissions"].as_array().expect("a list");
    let told: Vec<_> = answers.iter().map(|one| one["status"].as_str().or(one["error"]["code"].as_str())).collect();
    assert_eq!(told, [Some("sealed"), Some("already"), Some("already")]);
}
