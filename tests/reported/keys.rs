//! Keys and passphrases.

use std::sync::OnceLock;

use crate::kit::election;
use crate::kit::program::{Machine, copy};

/// A key that this program once sealed under `open sesame` with the byte order mark of the file.
const SEALED_WITH_MARK: &str = "\
-----BEGIN ENCRYPTED PRIVATE KEY-----
MIGbMFcGCSqGSIb3DQEFDTBKMCkGCSsGAQQB2kcECzAcBBDW3C47Sj02veMvF4ak
M1z9AgJAAAIBCAIBATAdBglghkgBZQMEASoEEF5+LZrDrEM0Ecrc08HDnbEEQEKQ
hKL8ld+qVkrD0D2iTwGmZB8Q+6lW1rjLOf39Vn3RECt8jr/GqxFS0LYwTDbbz+A5
4nbejn83/lCc17uxq5U=
-----END ENCRYPTED PRIVATE KEY-----
";

/// A key that this program once sealed under a passphrase as a Mac spells it, decomposed.
const SEALED_DECOMPOSED: &str = "\
-----BEGIN ENCRYPTED PRIVATE KEY-----
MIGbMFcGCSqGSIb3DQEFDTBKMCkGCSsGAQQB2kcECzAcBBDGqowdmooV0Fvte7Y4
rJKvAgJAAAIBCAIBATAdBglghkgBZQMEASoEEBlADVFxUql8gMd2s6V0q1IEQHgY
NXMHD2rneeHlrnmtCyX/lZj6QWjRJ7ecjJiPBIuvm9Xuk6KVQz/OYyq51crtr+Wu
z2RmnheegG3zVJEhfWk=
-----END ENCRYPTED PRIVATE KEY-----
";

/// A founding act that waits for a signature; the keys here are no member's.
fn desk() -> Machine {
    static DESK: OnceLock<Machine> = OnceLock::new();
    let desk = DESK.get_or_init(|| {
        let machine = Machine::new();
        machine.write("election/manifest.toml", election::manifest(false, [(1, 1), (3, 2), (3, 2)]));
        machine.write("election/candidates.csv", election::CANDIDATES);
        machine.write("election/units.csv", "unit,parent,tier,name\nCEC,,central,Central\n");
        machine.write("pass.txt", "open sesame\n");
        let made = machine.json("keygen --name N --out member.key --passphrase-file pass.txt");
        let key = made["public_key"].as_str().expect("a key");
        let members = format!("unit,seat,name,office,nominated_by,public_key\nCEC,1,A. Member,chair,,{key}\n");
        machine.write("election/members.csv", members);
        let log = machine.json("keygen --name L --out log.key --passphrase-file pass.txt");
        let log = log["public_key"].as_str().expect("a key");
        machine.ok(&format!("draft founding --from election --log-key {log} --out founding.toml"));
        machine
    });
    let machine = Machine::new();
    copy(desk.folder(), machine.folder());
    machine
}

/// Whether a key opens under the passphrase of a file: a key that opens is then refused as nobody's.
fn opens(machine: &Machine, key: &str, file: &str) -> bool {
    let typed = format!("sign founding.toml --key {key} --passphrase-file {file} --yes --out new.submission");
    match machine.run(&typed) {
        done if done.exit == 12 => false,
        done => done.exits(6).err.contains("R8 "),
    }
}

#[test]
fn a_passphrase_opened_on_one_machine_and_not_on_another() {
    let machine = desk();
    let (composed, decomposed) = ("G\u{259}nc\u{259} \u{e9}", "G\u{259}nc\u{259} e\u{301}");
    machine.write("composed.txt", composed);
    machine.write("decomposed.txt", decomposed);
    for sealed in ["composed", "decomposed"] {
        machine.ok(&format!("keygen --name N --out {sealed}.key --passphrase-file {sealed}.txt"));
        for typed in ["composed.txt", "decomposed.txt"] {
            assert!(opens(&machine, &format!("{sealed}.key"), typed), "sealed {sealed}, typed {typed}");
        }
    }
    machine.write("decomposed-before.key", SEALED_DECOMPOSED);
    machine.write("composed.txt", "G\u{259}nc\u{259} \u{15f}\u{259}h\u{259}ri \u{e9}");
    assert!(opens(&machine, "decomposed-before.key", "composed.txt"));
    machine.write("other.txt", "G\u{259}nc\u{259} e");
    assert!(!opens(&machine, "composed.key", "other.txt"));
}

#[test]
fn a_byte_order_mark_became_part_of_the_passphrase() {
    let machine = desk();
    let text = "open sesame\r\nand nothing else\r\n";
    let wide =
        |bytes: fn(u16) -> [u8; 2]| -> Vec<u8> { format!("\u{feff}{text}").encode_utf16().flat_map(bytes).collect() };
    machine.write("marked.txt", format!("\u{feff}{text}"));
    machine.write("little.txt", wide(u16::to_le_bytes));
    machine.write("big.txt", wide(u16::to_be_bytes));
    for file in ["marked.txt", "little.txt", "big.txt"] {
        machine.ok(&format!("keygen --name N --out {file}.key --passphrase-file {file}"));
        assert!(opens(&machine, &format!("{file}.key"), "pass.txt"), "{file}");
    }
    assert!(opens(&machine, "marked.txt.key", "little.txt"));
    // What was sealed with the mark still opens with the same file.
    machine.write("before.key", SEALED_WITH_MARK);
    assert!(opens(&machine, "before.key", "marked.txt"));
}

#[test]
fn a_passphrase_file_in_another_encoding_is_told() {
    let machine = desk();
    machine.write("latin.txt", b"sch\xf6n\n");
    let key = "sign founding.toml --key member.key --yes --out new.submission";
    for typed in [key, "keygen --name N --out new.key"] {
        let error = machine.fails(&format!("{typed} --passphrase-file latin.txt"), 7);
        let says = error["says"].as_str().expect("a sentence");
        assert!(says.contains("passphrase") && says.contains("UTF-16"), "{error}");
    }
    // Without its mark it is known by what nobody can type.
    let wide: Vec<u8> = "open sesame\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    machine.write("unmarked.txt", wide);
    let error = machine.fails("keygen --name N --out new.key --passphrase-file unmarked.txt", 12);
    assert!(error["says"].as_str().is_some_and(|says| says.contains("U+0000")), "{error}");
    machine.write("hidden.txt", "open\u{200b}sesame\n");
    let error = machine.fails("keygen --name N --out new.key --passphrase-file hidden.txt", 12);
    assert!(error["says"].as_str().is_some_and(|says| says.contains("U+200B")), "{error}");
    assert!(!machine.has("new.key") && !machine.has("new.submission"));
}

#[test]
fn an_empty_passphrase_file_was_a_wrong_passphrase() {
    let machine = desk();
    for text in ["", "\n", "\u{feff}", "\nopen sesame\n"] {
        machine.write("empty.txt", text);
        for typed in ["sign founding.toml --key member.key --yes --out new.submission", "keygen --name N --out new.key"]
        {
            let error = machine.fails(&format!("{typed} --passphrase-file empty.txt"), 12);
            assert_eq!((&error["code"], &error["file"]), (&"U6".into(), &"empty.txt".into()), "{error}");
            assert!(error["says"].as_str().is_some_and(|says| says.contains("empty")), "{error}");
        }
    }
}

#[test]
fn nobody_was_warned_of_a_passphrase_that_is_soon_guessed() {
    let machine = Machine::new();
    for (passphrase, warned) in [
        ("123456", true),
        ("password", true),
        ("qwerty12", true),
        ("sunshine1", true),
        ("aliyeva1990", true),
        ("x", true),
        ("correct horse battery staple", false),
        ("q\u{131}z\u{131}l alma k\u{f6}rp\u{fc} ay", false),
    ] {
        machine.write("pass.txt", passphrase);
        let out = format!("{}.key", passphrase.replace(' ', "-"));
        let done = machine.ok(&format!("keygen --name N.Aliyeva --out {out} --passphrase-file pass.txt"));
        assert_eq!(done.err.contains("within a minute"), warned, "{passphrase}: {done}");
    }
}
