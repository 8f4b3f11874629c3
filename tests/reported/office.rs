//! A ledger that many tests of this binary need: made once, copied by those that change it.

use std::sync::OnceLock;

use crate::kit::election;
use crate::kit::program::{Machine, copy};

/// Six precincts, rehearsed, of which the last has not reported: the ledger, the same published as a folder and a tar,
/// a kit, and a receipt.
pub fn office() -> &'static Machine {
    static OFFICE: OnceLock<Machine> = OnceLock::new();
    OFFICE.get_or_init(|| {
        let machine = Machine::new();
        election::rehearsal(&machine, "election", 6);
        machine.ok("rehearse election");
        machine.ok("export --out published");
        machine.ok("export --out published.tar");
        machine.ok("export --kit --out kit.protokol");
        machine.ok("export --receipt 3 --out 3.tlog-proof");
        machine
    })
}

/// The same on a machine of one's own.
pub fn own_office() -> Machine {
    let machine = Machine::new();
    copy(office().folder(), machine.folder());
    machine
}
