//! Founding: what is read before it is signed, and a folder to begin with.

use crate::commission::{evening, founding};

#[test]
fn a_founding_act_was_signed_as_nine_hundred_lines_of_json() {
    let machine = evening();
    founding(&machine);
    // Nobody answers; but what is asked is shown, however quiet the rest is.
    let page = machine.run("sign founding.toml --key CEC-1.key --quiet").exits(2).err;
    let shown = [
        "An invented election",
        "2030-05-12",
        "2 of 3 members",
        "Voters on the list",
        "votes = valid",
        "The votes do not sum to the valid votes",
        "Member 2, secretary",
        "protokol.example/example-2030",
    ];
    for part in shown {
        assert!(page.contains(part), "{part} in\n{page}");
    }
    let key = protokol::crypto::key::SecretKey::demonstration("CEC", "2").public();
    assert!(page.contains(&key.fingerprint()) && !page.contains('{'), "{page}");
    assert!(page.lines().count() < 60, "{page}");
    // Whoever wants every field as a program reads it asks for it.
    let fields = machine.run("sign founding.toml --key CEC-1.key --fields").exits(2).err;
    assert!(fields.contains("\"quorum\": 2"), "{fields}");
    let azerbaijani = machine.run("sign founding.toml --key CEC-1.key --lang az").exits(2).err;
    assert!(azerbaijani.contains("Səsvermə günü"), "{azerbaijani}");
}

#[test]
fn rarer_acts_were_signed_as_json() {
    let machine = evening();
    let draft = machine.ok("draft replacement 01.001").out;
    let key = protokol::crypto::key::SecretKey::from_seed(&[7; 32]).public();
    let (name, public) = ("\"Member Nine\"", format!("\"{key}\""));
    let values =
        [("seat", "2"), ("name", name), ("office", "\"secretary\""), ("key", &public), ("reason", "\"moved\"")];
    machine.write("replacement.toml", crate::kit::program::filled(&draft, &values));
    let page = machine.run("sign replacement.toml --key 01-1.key").exits(2).err;
    for part in ["01.001", "moved", "Member Nine, secretary", &key.fingerprint()] {
        assert!(page.contains(part), "{part} in\n{page}");
    }
    assert!(!page.contains('{'), "{page}");
}
