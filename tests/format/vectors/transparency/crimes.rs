//! The crimes themselves: each is one spelling or one signature away from the worked example.

use protokol::crypto::base64;
use protokol::crypto::hash::TreeHash;
use protokol::crypto::note::NoteSigner;
use protokol::crypto::vkey::KeyKind;
use protokol::domain::code::Code;
use protokol::domain::number::Sequence;
use protokol::ledger::files::receipt::Receipt;
use protokol::ledger::note::checkpoint::SignedCheckpoint;

use super::super::Crimes;
use super::{good_receipt, in_receipt, log, trust_file, trusted, witness};
use crate::kit::tiny::{LOG, Ledger, ORIGIN, key};

pub fn bad() -> [(&'static str, Crimes); 5] {
    [
        ("note", bad_notes()),
        ("checkpoint", bad_checkpoints()),
        ("receipt", bad_receipts()),
        ("policy", bad_policies()),
        ("tile-path", bad_tile_paths()),
    ]
}

/// A signature line, of whatever is in it.
fn line(name: &str, key_id: [u8; 4], signature: &[u8]) -> String {
    format!("— {name} {}\n", base64::encode(&[&key_id[..], signature].concat()))
}

/// The log's signature over any text, also one that no note may have.
fn signature(text: &str) -> Vec<u8> {
    key((LOG, ORIGIN)).sign(text.as_bytes()).to_bytes().to_vec()
}

/// A text with the log's own signature.
fn signed(text: &str) -> Vec<u8> {
    format!("{text}\n{}", line(ORIGIN, log().verifier().key_id().0, &signature(text))).into_bytes()
}

/// The text of the example's checkpoint.
fn text() -> String {
    Ledger::tiny().checkpoint(4).checkpoint().text()
}

fn bad_notes() -> Crimes {
    let (text, id) = (text(), log().verifier().key_id().0);
    let good = String::from_utf8(signed(&text)).expect("a text");
    let mut forged = signature(&text);
    forged[40] ^= 1;
    let of = |lines: &[String]| format!("{text}\n{}", lines.concat()).into_bytes();
    let own = line(ORIGIN, id, &signature(&text));
    let encoded = own.trim_end().rsplit(' ').next().expect("base64").to_owned();
    let with = |blob: &str| of(&[format!("— {ORIGIN} {blob}\n")]);
    let second = encoded.replace("M=", "N="); // stray bits behind the last byte
    assert_ne!(second, encoded);
    let crlf = text.replace('\n', "\r\n");
    vec![
        ("empty", Code::U3, Vec::new()),
        ("crlf", Code::U3, format!("{crlf}\r\n{}\r\n", line(ORIGIN, id, &signature(&crlf)).trim_end()).into_bytes()),
        ("no-signature", Code::U3, format!("{text}\n").into_bytes()),
        ("no-empty-line", Code::U3, good.replacen("\n\n", "\n", 1).into_bytes()),
        ("cut-short", Code::U3, good.as_bytes()[..good.len() - 10].to_vec()),
        ("last-newline-missing", Code::U3, good.trim_end().into()),
        ("line-after-the-signatures", Code::U3, [good.as_bytes(), b"and more\n"].concat()),
        ("hyphen-for-the-em-dash", Code::U3, good.replace('—', "-").into_bytes()),
        ("two-spaces-before-the-signature", Code::U3, good.replace(&encoded, &format!(" {encoded}")).into_bytes()),
        ("signature-in-a-second-spelling", Code::U3, with(&second)),
        ("signature-without-padding", Code::U3, with(encoded.trim_end_matches('='))),
        ("signature-in-the-url-alphabet", Code::U3, with(&format!("-_{}", &encoded[2..]))),
        ("name-with-a-plus", Code::U3, of(&[line("tiny.example+1", id, &signature(&text))])),
        ("not-utf8", Code::U3, [b"\xff", good.as_bytes()].concat()),
        ("tab-in-the-text", Code::U3, signed(&text.replace("tiny", "\ttiny"))),
        ("101-signatures", Code::U3, of(&vec![own.clone(); 101])),
        ("wrong-key-id", Code::V12, of(&[line(ORIGIN, id.map(|byte| !byte), &signature(&text))])),
        ("wrong-name", Code::V12, of(&[line("tiny.example/2025/rehearsal", id, &signature(&text))])),
        ("duplicate-name-second-forged", Code::V12, of(&[own.clone(), line(ORIGIN, id, &forged)])),
        ("duplicate-name-first-forged", Code::V12, of(&[line(ORIGIN, id, &forged), own.clone()])),
        ("signature-flipped-bit", Code::V12, of(&[line(ORIGIN, id, &forged)])),
        ("signature-of-63-bytes", Code::V12, of(&[line(ORIGIN, id, &signature(&text)[..63])])),
        ("signature-of-65-bytes", Code::V12, of(&[line(ORIGIN, id, &[&signature(&text)[..], &[0]].concat())])),
        ("signature-of-another-text", Code::V12, of(&[line(ORIGIN, id, &signature(&text.replace("\n4\n", "\n5\n")))])),
    ]
}

fn bad_note(crime: &str) -> Vec<u8> {
    bad_notes().into_iter().find(|(name, ..)| *name == crime).expect("it stands above").2
}

fn bad_checkpoints() -> Crimes {
    let text = text();
    let root = text.lines().nth(2).expect("three lines").to_owned();
    let (sized, rooted) =
        (|size: &str| signed(&text.replace("\n4\n", size)), |to: &str| signed(&text.replace(&root, to)));
    let stray = root.replace("yKM=", "yKN=");
    assert_ne!(stray, root);
    let good: SignedCheckpoint = String::from_utf8(signed(&text)).expect("a text").parse().expect("a checkpoint");
    let cosigned = |lines: &[String]| format!("{good}{}", lines.concat()).into_bytes();
    let id = witness().verifier().spelled(KeyKind::Cosigner).key_id().0;
    let at = |seconds: u64, of: &str| {
        let said = format!("cosignature/v1\ntime {seconds}\n{of}");
        let signature = key(("witness:", "1")).sign(said.as_bytes()).to_bytes();
        line("witness.example/w1", id, &[&seconds.to_be_bytes()[..], &signature].concat())
    };
    let now = 1_778_450_000;
    let shorter = at(now, &text.replace("\n4\n", "\n3\n"));
    let mut retimed = base64::decode(at(now, &text).trim_end().rsplit(' ').next().expect("base64")).expect("ours");
    retimed[11] ^= 1;
    vec![
        ("extension-line", Code::U3, signed(&format!("{text}blake3 head\n"))),
        ("extension-line-empty", Code::U3, signed(&format!("{text}\n"))),
        ("two-lines", Code::U3, signed(&text.replace(&format!("{root}\n"), ""))),
        ("crlf", Code::U3, signed(&text.replace('\n', "\r\n"))),
        ("size-with-a-leading-zero", Code::U3, sized("\n04\n")),
        ("size-with-a-sign", Code::U3, sized("\n+4\n")),
        ("size-with-a-space", Code::U3, sized("\n4 \n")),
        ("size-in-hexadecimal", Code::U3, sized("\n0x4\n")),
        ("size-in-other-digits", Code::U3, sized("\n٤\n")),
        ("size-of-2-to-the-64", Code::U3, sized("\n18446744073709551616\n")),
        ("root-in-a-second-spelling", Code::U3, rooted(&stray)),
        ("root-without-padding", Code::U3, rooted(root.trim_end_matches('='))),
        ("root-in-hexadecimal", Code::U3, rooted(&"00".repeat(32))),
        ("root-of-31-bytes", Code::U3, rooted(&base64::encode(&[7; 31]))),
        ("origin-with-a-scheme", Code::U3, signed(&text.replace("tiny", "https://tiny"))),
        ("origin-empty", Code::U3, signed(&text.replace(ORIGIN, ""))),
        ("empty-tree-with-another-root", Code::U3, sized("\n0\n")),
        ("of-another-origin", Code::V12, signed(&text.replace("2026", "2025"))),
        ("cosignature-in-place-of-the-logs", Code::V12, format!("{text}\n{}", at(now, &text)).into_bytes()),
        ("cosignature-of-another-size", Code::V12, cosigned(&[shorter])),
        ("cosignature-at-another-time", Code::V12, cosigned(&[line("witness.example/w1", id, &retimed[4..])])),
        ("cosignature-at-2-to-the-63", Code::V12, cosigned(&[at(1 << 63, &text)])),
        ("cosignature-duplicate-name-one-forged", Code::V12, cosigned(&[at(now, &text), at(now, "other\n")])),
        ("cosignature-without-a-time", Code::V12, cosigned(&[line("witness.example/w1", id, &[7; 64])])),
    ]
}

fn bad_receipts() -> Crimes {
    let good = good_receipt();
    let hashes: Vec<&str> = good.lines().skip(3).take(2).collect();
    let edited = |from: &str, to: &str| {
        let bad = good.replacen(from, to, 1);
        assert_ne!(bad, good, "{from}");
        bad.into_bytes()
    };
    let (first, second) = (format!("{}\n", hashes[0]), format!("{}\n", hashes[1]));
    let extra = good.lines().nth(1).expect("an extra line");
    let entry = &Ledger::tiny().entries[2];
    let stray = hashes[0].replace("3M=", "3N=");
    vec![
        ("truncated-proof", Code::V15, edited(&second, "")),
        ("truncated-proof-first-hash", Code::V15, edited(&first, "")),
        ("over-long-proof", Code::V15, edited(&second, &format!("{second}{second}"))),
        ("proof-of-64-hashes", Code::U3, edited(&second, &second.repeat(63))),
        ("proof-in-another-order", Code::V15, edited(&format!("{first}{second}"), &format!("{second}{first}"))),
        ("proof-in-a-second-spelling", Code::U3, edited(hashes[0], &stray)),
        ("proof-in-hexadecimal", Code::U3, edited(hashes[0], &"00".repeat(32))),
        ("index-with-a-leading-zero", Code::U3, edited("index 3", "index 03")),
        ("index-with-a-sign", Code::U3, edited("index 3", "index +3")),
        ("index-missing", Code::U3, edited("index 3\n", "")),
        ("index-beyond-the-tree", Code::U3, edited("index 3", "index 4")),
        ("index-of-another-entry", Code::V15, edited("index 3", "index 2")),
        ("another-entry", Code::V15, edited(extra, &format!("extra {}", base64::encode(entry)))),
        ("no-entry", Code::V18, edited(&format!("{extra}\n"), "")),
        ("entry-in-a-second-spelling", Code::U3, edited(extra, &format!("{extra}="))),
        ("entry-twice", Code::U3, edited(extra, &format!("{extra}\n{extra}"))),
        ("another-version", Code::U3, edited("@v1", "@v2")),
        ("crlf", Code::U3, good.replace('\n', "\r\n").into_bytes()),
        ("crlf-before-the-checkpoint", Code::U3, good.replacen('\n', "\r\n", 5).into_bytes()),
        ("cut-short-in-the-checkpoint", Code::U3, good.as_bytes()[..good.len() - 100].to_vec()),
        ("no-checkpoint", Code::U3, good.split_once("\n\n").expect("two parts").0.into()),
        ("size-with-a-leading-zero", Code::U3, in_receipt(&signed(&text().replace("\n4\n", "\n04\n")))),
        ("extension-line", Code::U3, in_receipt(&signed(&format!("{}blake3 head\n", text())))),
        ("wrong-key-id", Code::V12, in_receipt(&bad_note("wrong-key-id"))),
        ("duplicate-name", Code::V12, in_receipt(&bad_note("duplicate-name-second-forged"))),
        ("checkpoint-of-a-smaller-tree", Code::U3, in_receipt(Ledger::tiny().checkpoint(1).to_string().as_bytes())),
        ("blake3-root", Code::V15, blake3_receipt()),
    ]
}

/// The same tree with another hash, correctly signed: a log that lost every verifier, witness and mirror there is.
fn blake3_receipt() -> Vec<u8> {
    let ledger = Ledger::tiny();
    let hash = |parts: &[&[u8]]| TreeHash(*blake3::hash(&parts.concat()).as_bytes());
    let leaf = |at: usize| hash(&[&[0], &ledger.entries[at]]);
    let node = |left: TreeHash, right: TreeHash| hash(&[&[1], &left.0, &right.0]);
    let left = node(leaf(0), leaf(1));
    let root = node(left, node(leaf(2), leaf(3)));
    let text = format!("{ORIGIN}\n4\n{}\n", base64::encode(&root.0));
    let signed = SignedCheckpoint::parse(&signed(&text)).expect("a checkpoint like any other");
    assert!(trusted().judge(&signed).is_ok());
    let receipt = Receipt::new(Some(ledger.entries[3].clone()), Sequence(3), vec![leaf(2), left], signed);
    receipt.expect("in range").to_string().into_bytes()
}

fn bad_policies() -> Crimes {
    let (log, other) = (log().verifier().clone(), witness().verifier().clone());
    let third = NoteSigner::new("witness.example/w2".parse().expect("a name"), key(("witness:", "2")));
    let (w1, w2) = (format!("witness a {other}\n"), format!("witness b {}\n", third.verifier()));
    let both = format!("log {log}\n{w1}{w2}");
    let group = |threshold: &str| format!("{both}group g {threshold} a b\nquorum g\n");
    let renamed = NoteSigner::new("other.example/log".parse().expect("a name"), key((LOG, ORIGIN)));
    let id = log.key_id().to_string();
    let crimes = vec![
        ("empty", String::new()),
        ("crlf", trust_file().replace('\n', "\r\n")),
        ("cut-short", trust_file().trim_end().to_owned()),
        ("no-quorum", both.clone()),
        ("two-quorums", format!("{both}quorum a\nquorum b\n")),
        ("quorum-of-nobody", format!("{both}quorum c\n")),
        ("duplicate-name-of-two-witnesses", format!("{w1}{}quorum a\n", w2.replace("witness b", "witness a"))),
        ("duplicate-name-of-witness-and-group", format!("{both}group a any b\nquorum a\n")),
        ("one-key-for-two-witnesses", format!("{w1}{}quorum a\n", w1.replace("witness a", "witness b"))),
        ("one-key-for-two-logs", format!("log {log}\nlog {}\nquorum none\n", renamed.verifier())),
        (
            "one-key-for-a-log-and-a-witness",
            format!("log {log}\nwitness a {}\nquorum a\n", log.spelled(KeyKind::Cosigner)),
        ),
        ("one-key-for-a-witness-and-a-log", format!("witness a {log}\nlog {}\nquorum a\n", renamed.verifier())),
        ("log-twice", format!("log {log}\nlog {log}\nquorum none\n")),
        ("member-twice", format!("{both}group g 2 a a\nquorum g\n")),
        ("member-of-two-groups", format!("{both}group g any a\ngroup h all a b\nquorum h\n")),
        ("threshold-with-a-leading-zero", group("02")),
        ("threshold-with-a-sign", group("+2")),
        ("threshold-zero", group("0")),
        ("threshold-above-the-members", group("3")),
        ("threshold-in-capitals", group("ALL")),
        ("wrong-key-id", format!("log {}\nquorum none\n", log.to_string().replace(&id, "00000000"))),
        ("key-id-in-capitals", format!("log {}\nquorum none\n", log.to_string().replace(&id, &id.to_uppercase()))),
        ("key-in-a-second-spelling", format!("log {log}=\nquorum none\n")),
        ("witness-key-for-a-log", format!("log {}\nquorum none\n", other.spelled(KeyKind::Cosigner))),
        ("word-in-capitals", trust_file().replace("quorum", "QUORUM")),
        ("remark-behind-a-line", trust_file().replace("none", "none # all")),
    ];
    crimes.into_iter().map(|(name, text)| (name, Code::U3, text.into_bytes())).collect()
}

fn bad_tile_paths() -> Crimes {
    let crimes = [
        ("empty", ""),
        ("index-of-one-digit", "tile/0/7"),
        ("index-with-a-group-too-many", "tile/0/x000/007"),
        ("index-group-without-its-x", "tile/0/001/234"),
        ("index-last-group-with-an-x", "tile/0/x001/x234"),
        ("index-with-a-capital-x", "tile/0/X001/234"),
        ("index-with-a-sign", "tile/0/+07"),
        ("index-in-other-digits", "tile/0/٠٠٧"),
        ("index-whose-entries-no-number-counts", "tile/0/x072/x057/x594/x037/x927/936"),
        ("index-of-2-to-the-64", "tile/0/x018/x446/x744/x073/x709/x551/616"),
        ("level-with-a-leading-zero", "tile/00/000"),
        ("level-with-a-sign", "tile/+0/000"),
        ("level-64", "tile/64/000"),
        ("height-before-the-level", "tile/8/0/000"),
        ("width-0", "tile/0/000.p/0"),
        ("width-256", "tile/0/000.p/256"),
        ("width-with-a-leading-zero", "tile/0/000.p/017"),
        ("width-missing", "tile/0/000.p/"),
        ("width-twice", "tile/0/000.p/17.p/17"),
        ("data-for-entries", "tile/data/000"),
        ("slash-in-front", "/tile/0/000"),
        ("slash-behind", "tile/0/000/"),
        ("newline-behind", "tile/0/000\n"),
        ("way-out-of-the-folder", "tile/../checkpoint"),
        ("backslashes", "tile\\0\\000"),
        ("checkpoint", "checkpoint"),
    ];
    crimes.iter().map(|(name, path)| (*name, Code::U3, path.as_bytes().to_vec())).collect()
}
