//! Trust files that trusted more than they seemed to.

use protokol::crypto::key::SecretKey;
use protokol::crypto::note::NoteSigner;
use protokol::crypto::vkey::{KeyKind, PosixSeconds, VerifierKey};
use protokol::ledger::note::checkpoint::SignedCheckpoint;

use crate::office::own_office;

/// A log that cosigns itself, as if it had grown before the eyes of somebody else.
#[test]
fn the_logs_own_key_counted_as_a_witness() {
    let machine = own_office();
    let key: VerifierKey = machine.text("published/log.vkey").trim_end().parse().expect("a key");
    let own = key.spelled(KeyKind::Cosigner);
    for policy in [format!("log {key}\nwitness self {own}\n"), format!("witness self {key}\nlog {key}\n")] {
        machine.write("self.policy", format!("{policy}quorum self\n"));
        let mut signed = SignedCheckpoint::parse(&machine.read("published/checkpoint")).expect("a checkpoint");
        let secret = SecretKey::demonstration("log:", key.name().as_str());
        let signer = NoteSigner::new(key.name().clone(), secret);
        let line = signed.cosign(&signer, PosixSeconds::try_from(1_700_000_000).expect("a time"));
        signed.add_cosignature(line, &own).expect("its own line");
        machine.write("published/checkpoint", signed.to_string());
        let error = machine.fails("verify published --policy self.policy", 7);
        assert_eq!(error["code"], "U3", "{error}");
        assert!(error["says"].as_str().is_some_and(|says| says.contains("no witness of itself")), "{error}");
    }
}
