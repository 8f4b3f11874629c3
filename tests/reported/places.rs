//! Terminals, systems, pipes, spreadsheets.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::process::Command;

use crate::kit::program::{Machine, quiet};
use crate::office::own_office;

/// Every verb that reads or writes a ledger, without a word of its own that could stop it sooner.
const VERBS: [&str; 10] = [
    "tally",
    "findings",
    "log",
    "show checkpoint",
    "export --format csv --out table.csv",
    "export --kit --out other.protokol",
    "export --out elsewhere",
    "verify",
    "publish --log-key ledger/log.key",
    "draft turnout 01.001 --out turnout.toml",
];

#[test]
fn a_ledger_that_cannot_be_read_is_not_called_absent() {
    let machine = own_office();
    // A link to itself is there, and nobody can read it, not even root.
    fs::remove_file(machine.path("ledger/seal")).expect("the seal");
    symlink("seal", machine.path("ledger/seal")).expect("a link");
    for verb in VERBS {
        let error = machine.fails(verb, 8);
        assert_eq!(error["code"], "U2", "{verb}: {error}");
        let says = error["says"].as_str().expect("a sentence");
        assert!(says.contains("seal"), "{verb}: {says}");
    }
    symlink("loop", machine.path("loop")).expect("a link");
    for what in ["verify loop", "tally --ledger loop", "compare loop published", "restore loop --ledger new"] {
        assert_eq!(machine.fails(what, 8)["code"], "U2", "{what}");
    }
}

#[test]
fn a_file_beside_the_ledger_that_cannot_be_read_is_not_taken_for_none() {
    let machine = own_office();
    symlink("policy", machine.path("ledger/policy")).expect("a link");
    // Without a word the log would be signed under no witnesses, or proposed to the world without them.
    for verb in ["publish", "export --out elsewhere"] {
        let error = machine.fails(verb, 8);
        assert!(error["says"].as_str().is_some_and(|says| says.contains("policy")), "{error}");
    }
    fs::remove_file(machine.path("ledger/policy")).expect("the link");
    for (file, verb) in [("log.key", "publish"), ("log.vkey", "verify 3.tlog-proof")] {
        let path = machine.path(&format!("ledger/{file}"));
        fs::remove_file(&path).expect("the file");
        symlink(file, &path).expect("a link");
        let error = machine.fails(verb, 8);
        assert!(error["says"].as_str().is_some_and(|says| says.contains(file)), "{error}");
    }
}

#[test]
fn a_ledger_of_somebody_else_is_not_called_absent() {
    let machine = own_office();
    fs::set_permissions(machine.path("ledger"), fs::Permissions::from_mode(0o700)).expect("it is ours");
    fs::set_permissions(machine.path("3.tlog-proof"), fs::Permissions::from_mode(0o600)).expect("it is ours");
    let Some(stranger) = Stranger::on(&machine) else { return };
    for verb in VERBS {
        let (exit, says) = stranger.types(verb);
        assert_eq!(exit, Some(8), "{verb}: {says}");
        assert!(!says.contains("init"), "{verb}: {says}");
    }
    let (exit, says) = stranger.types("verify 3.tlog-proof");
    assert_eq!(exit, Some(8), "{says}");
}

/// Another user of the machine, who may read what everybody may.
struct Stranger<'a>(&'a Machine);

impl<'a> Stranger<'a> {
    const AS: [&'static str; 4] = ["--reuid=65534", "--regid=65534", "--clear-groups", "--"];

    /// None where this user cannot become another one, and that is said.
    fn on(machine: &'a Machine) -> Option<Self> {
        fs::set_permissions(machine.folder(), fs::Permissions::from_mode(0o755)).expect("it is ours");
        fs::copy(env!("CARGO_BIN_EXE_protokol"), machine.path("protokol")).expect("the program");
        if quiet("setpriv", &[&Self::AS[..], &["true"]].concat()) {
            return Some(Self(machine));
        }
        eprintln!("SKIPPED: nobody can become another user here (that takes root and setpriv)");
        None
    }

    fn types(&self, typed: &str) -> (Option<i32>, String) {
        let mut command = Command::new("setpriv");
        command.args(Self::AS).arg(self.0.path("protokol")).args(typed.split(' ')).current_dir(self.0.folder());
        let done = command.output().expect("setpriv starts");
        (done.status.code(), String::from_utf8_lossy(&done.stderr).into_owned())
    }
}
