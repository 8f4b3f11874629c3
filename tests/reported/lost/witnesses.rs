//! Cosignatures that came by other ways than over the network.

use protokol::crypto::key::SecretKey;
use protokol::crypto::keyfile;

use crate::office::own_office;

#[test]
fn a_cosignature_by_hand_was_not_looked_at_while_an_address_was_down() {
    let machine = own_office();
    let key = machine.text("published/log.vkey");
    let secret = SecretKey::from_seed(&[77; 32]);
    machine.write("w.key", keyfile::seal_plain(&secret).as_bytes());
    machine.write("log.policy", format!("log {key}quorum none\n"));
    let cosigned = "witness ledger/published --policy log.policy --key w.key --name witness.example/w --state state";
    machine.ok(&format!("{cosigned} --out by-hand.cosignature"));
    let name = "witness.example/w".parse().expect("a name");
    let witness = protokol::crypto::note::NoteSigner::new(name, secret);
    let vkey = witness.verifier();
    machine.write("w.policy", format!("log {key}witness w {vkey} http://127.0.0.1:1/\nquorum w\n"));
    let publish = "publish --policy w.policy --log-key ledger/log.key --witness-seconds 1";
    assert_eq!(machine.fails(publish, 4)["code"], "V13", "nobody answers, and nobody has yet");
    let done = machine.json(&format!("{publish} --cosignature by-hand.cosignature"));
    assert_eq!(done["status"], "witnessed");
    machine.ok("verify ledger/published --policy w.policy");
    // What is another's, or of another checkpoint, is no answer.
    machine.write("other.cosignature", "— witness.example/x jWbPPwAAAABkGFDLEZMHwSRa\n");
    assert_eq!(machine.fails(&format!("{publish} --cosignature other.cosignature"), 7)["code"], "U3");
}
