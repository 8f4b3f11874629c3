//! Enrolment slips: what a member says of a key, and crimes against it.

use std::fs;

use protokol::crypto::base64;
use protokol::crypto::key::PublicKey;
use protokol::domain::code::Code;
use protokol::domain::commission::Office;
use protokol::domain::number::Seat;
use protokol::ledger::files::slip::{EnrolmentSlip, Holder, SLIP_BYTES_MAX};

use super::{Crimes, folder};
use crate::kit::tiny::{id, key, text};

/// The slip of the worked example's precinct, as `docs/format.md` prints it.
pub fn example() -> EnrolmentSlip {
    let holder = Holder {
        election: id("tiny-2026"),
        unit: id("P1"),
        seat: Some(Seat(1)),
        name: text("Günel Əliyeva"),
        office: Office::Chair,
        nominated_by: text("a party"),
    };
    EnrolmentSlip::sign(holder, &key(("P1", "1"))).expect("short")
}

/// The good ones, by name: with every line, and with those alone that must be there.
pub fn good() -> [(&'static str, EnrolmentSlip); 2] {
    let holder = Holder { seat: None, nominated_by: text(""), ..example().holder().clone() };
    [
        ("every-line", example()),
        ("no-more-than-must-be", EnrolmentSlip::sign(holder, &key(("P1", "1"))).expect("short")),
    ]
}

/// What the library says of a slip.
pub fn judge(bytes: &[u8]) -> Option<Code> {
    match EnrolmentSlip::parse(bytes) {
        Err(error) => Some(error.code()),
        Ok(slip) => slip.verify().err().map(|error| error.code()),
    }
}

pub fn bad() -> Crimes {
    let good = example().to_string();
    let edited = |from: &str, to: &str| {
        let bad = good.replacen(from, to, 1);
        assert_ne!(bad, good, "{from}");
        bad.into_bytes()
    };
    let public = key(("P1", "1")).public().to_string();
    let proof = good.lines().last().and_then(|line| line.strip_prefix("proof ")).expect("a proof").to_owned();
    let (_, lines) = good.split_once('\n').expect("lines");
    let under = |context: &[u8]| {
        let said = good.rsplit_once("proof ").expect("a proof").0;
        let signature = key(("P1", "1")).sign(&[context, said.as_bytes()].concat());
        format!("{said}proof {}\n", base64::encode(&signature.to_bytes())).into_bytes()
    };
    let weak = PublicKey([0; 32]).to_string();
    vec![
        ("empty", Code::U3, Vec::new()),
        ("not-utf8", Code::U3, [good.as_bytes().split_at(140).0, b"\xff", good.as_bytes().split_at(140).1].concat()),
        ("other-header", Code::U3, edited("protokol.slip", "protokol.slap")),
        ("version-0", Code::U3, edited("@v1", "@v0")),
        ("version-in-a-second-spelling", Code::U3, edited("@v1", "@v01")),
        ("newer-version", Code::R36, edited("@v1", "@v2")),
        ("newer-version-with-other-lines", Code::R36, b"protokol.slip@v12\nanything\n".to_vec()),
        ("words-of-a-stranger", Code::U3, edited("# A member's key", "# An officer's key")),
        (
            "no-remark",
            Code::U3,
            lines.lines().skip(1).fold("protokol.slip@v1\n".to_owned(), |all, line| all + line + "\n").into(),
        ),
        ("cut-short-in-the-proof", Code::U3, good.as_bytes()[..good.len() - 20].to_vec()),
        ("cut-short-before-the-proof", Code::U3, good.rsplit_once("proof ").expect("a proof").0.into()),
        ("last-newline-missing", Code::V29, good.trim_end().into()),
        ("empty-line-at-the-end", Code::V29, format!("{good}\n").into_bytes()),
        ("crlf", Code::V29, good.replace('\n', "\r\n").into_bytes()),
        ("byte-order-mark", Code::V29, format!("\u{feff}{good}").into_bytes()),
        (
            "utf-16",
            Code::V29,
            [&[0xff, 0xfe][..], &good.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>()].concat(),
        ),
        ("line-after-the-proof", Code::U3, format!("{good}and more\n").into_bytes()),
        ("proof-twice", Code::U3, format!("{good}proof {proof}\n").into_bytes()),
        ("lines-in-another-order", Code::U3, edited("election tiny-2026\nunit P1\n", "unit P1\nelection tiny-2026\n")),
        ("two-spaces", Code::U3, edited("unit P1", "unit  P1")),
        ("space-at-the-end", Code::U3, edited("unit P1", "unit P1 ")),
        ("no-name", Code::U3, edited("name Günel Əliyeva\n", "")),
        ("empty-name", Code::U3, edited("name Günel Əliyeva", "name ")),
        ("empty-nominator", Code::U3, edited("nominated_by a party", "nominated_by ")),
        ("zero-width-space-in-the-name", Code::U3, edited("Günel", "Gü\u{200b}nel")),
        ("no-office", Code::U3, edited("office chair\n", "")),
        ("office-in-capitals", Code::U3, edited("office chair", "office Chair")),
        ("office-unknown", Code::U3, edited("office chair", "office president")),
        ("seat-with-a-leading-zero", Code::U3, edited("seat 1", "seat 01")),
        ("seat-with-a-sign", Code::U3, edited("seat 1", "seat +1")),
        ("seat-of-2-to-the-16", Code::U3, edited("seat 1", "seat 65536")),
        ("seat-twice", Code::U3, edited("seat 1\n", "seat 1\nseat 1\n")),
        ("unit-of-33-bytes", Code::U3, edited("unit P1", &format!("unit {}", "1".repeat(33)))),
        ("key-in-capitals", Code::U3, edited(&public, &public.to_uppercase())),
        ("key-of-31-bytes", Code::U3, edited(&public, &public[..62])),
        ("proof-in-a-second-spelling", Code::U3, edited(&proof, proof.trim_end_matches('='))),
        ("proof-of-63-bytes", Code::U3, edited(&proof, &base64::encode(&[7; 63]))),
        ("of-2049-bytes", Code::U3, edited("a party", &"p".repeat(SLIP_BYTES_MAX + 1 - good.len() + "a party".len()))),
        ("weak-key", Code::R30, edited(&public, &weak)),
        ("key-of-another", Code::R33, edited(&public, &key(("TOP", "1")).public().to_string())),
        ("another-name", Code::R33, edited("Günel Əliyeva", "Günel Aliyeva")),
        ("another-unit", Code::R33, edited("unit P1", "unit P2")),
        ("another-office", Code::R33, edited("office chair", "office secretary")),
        ("another-election", Code::R33, edited("tiny-2026", "tiny-2030")),
        ("another-nominator", Code::R33, edited("a party", "no party")),
        ("without-its-seat", Code::R33, edited("seat 1\n", "")),
        ("signed-as-a-statement", Code::R33, under(b"protokol statement signature v1\n")),
        ("signed-without-a-context", Code::R33, under(b"")),
        ("flipped-bit-in-the-proof", Code::R33, {
            let mut bytes = base64::decode(&proof).expect("ours");
            bytes[40] ^= 1;
            edited(&proof, &base64::encode(&bytes))
        }),
    ]
}

#[test]
fn good_slips_are_what_the_library_makes_and_reads() {
    for (name, slip) in good() {
        let frozen = fs::read(folder("slip").join(format!("{name}.slip"))).expect("it is there");
        assert_eq!(String::from_utf8(frozen.clone()).expect("a text"), slip.to_string(), "{name}");
        assert_eq!(EnrolmentSlip::parse(&frozen).as_ref(), Ok(&slip), "{name}");
        assert_eq!(judge(&frozen), None, "{name}");
    }
}

/// Each bit of a good slip, flipped: it is refused, whatever it says then.
#[test]
fn no_flipped_bit_of_a_slip_goes_unseen() {
    let good = example().to_string().into_bytes();
    for bit in 0..good.len() * 8 {
        let mut flipped = good.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        assert!(judge(&flipped).is_some(), "bit {bit}");
    }
}
