//! A desk that many reports need: a small rehearsed ledger, and signed papers that are not in it yet.

use std::sync::OnceLock;

use protokol::crypto::key::SecretKey;
use protokol::crypto::keyfile;

use crate::kit::election;
use crate::kit::program::{Machine, copy, filled};

/// `ledger`, rehearsed; `new.submission`, the protocol of its last precinct, signed by a quorum, and `draft.toml`, what it
/// was made from, with the keys of its members, `1.key` and `2.key`.
pub fn desk() -> Machine {
    static DESK: OnceLock<Machine> = OnceLock::new();
    let first = DESK.get_or_init(|| {
        let machine = Machine::new();
        election::rehearsal(&machine, "election", 6);
        machine.ok("rehearse election");
        machine.ok("draft protocol 01.006 --out blank.toml");
        machine.write("draft.toml", filled(&machine.text("blank.toml"), &election::ADDS_UP));
        for seat in ["1", "2"] {
            let key = SecretKey::demonstration("01.006", seat);
            machine.write(&format!("{seat}.key"), keyfile::seal_plain(&key).as_bytes());
        }
        machine.ok("sign draft.toml --key 1.key --yes --out new.submission");
        machine.ok("sign new.submission --key 2.key --yes");
        machine
    });
    let machine = Machine::new();
    copy(first.folder(), machine.folder());
    machine
}
