//! A ledger that many tests of this binary need: made once, copied by those that change it.

use std::sync::OnceLock;

use protokol::crypto::hash::TreeHash;
use protokol::crypto::key::SecretKey;
use protokol::crypto::note::NoteSigner;
use protokol::domain::number::Size;
use protokol::ledger::note::checkpoint::{Checkpoint, SignedCheckpoint};
use protokol::ledger::tree::merkle::Tree;

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

/// The checkpoint of an earlier size of what is published in a folder, signed as it was then: the demonstration key is
/// anybody's.
pub fn checkpoint_at(machine: &Machine, published: &str, size: u64) -> String {
    let newest = SignedCheckpoint::parse(&machine.read(&format!("{published}/checkpoint"))).expect("a checkpoint");
    let Checkpoint { origin, size: Size(newest), .. } = newest.checkpoint().clone();
    let leaves = if newest < 256 { format!("tile/0/000.p/{newest}") } else { "tile/0/000".to_owned() };
    let mut tree = Tree::default();
    for hash in machine.read(&format!("{published}/{leaves}")).as_chunks().0 {
        tree.push(TreeHash(*hash));
    }
    let secret = SecretKey::demonstration("log:", origin.as_str());
    let signer = NoteSigner::new(origin.as_str().parse().expect("a name"), secret);
    let root = tree.root_at(Size(size)).expect("a smaller size");
    Checkpoint { origin, size: Size(size), root }.sign(&signer).expect("its own name").to_string()
}
