use protokol::crypto::transfer::TransferChange;
use protokol::crypto::{base64, wire::ENTRY_BYTES_MAX};
use protokol::domain::number::{Sequence, Size};
use protokol::ledger::files::receipt::*;
use protokol::ledger::note::checkpoint::CheckpointError;
use protokol::ledger::tree::proof::{PROOF_HASHES_MAX, ProofRefusal};

use super::{entry, log, signed, tree};

fn receipt(index: u64, size: u64) -> Receipt {
    let proof = tree(size).prove_inclusion(Sequence(index), Size(size)).expect("within");
    Receipt::new(Some(entry(index)), Sequence(index), proof, signed(size)).expect("a receipt")
}

#[test]
fn a_receipt_is_read_back_and_proves_its_entry() {
    for (index, size) in [(0, 1), (0, 2), (3, 5), (4, 5), (255, 256), (256, 257)] {
        let receipt = receipt(index, size);
        let text = receipt.to_string();
        assert_eq!(Receipt::parse(text.as_bytes()).as_ref(), Ok(&receipt));
        assert_eq!(receipt.entry(), Some(&entry(index)[..]));
        assert_eq!(receipt.verify_inclusion(&entry(index)), Ok(()));
        assert_eq!(receipt.verify_inclusion(&entry(index + 1)), Err(ProofRefusal::Root));
        assert!(receipt.checkpoint().verify(log().verifier()).is_ok());

        let (line, rest) = text.split_once('\n').expect("a first line");
        assert_eq!(line, "c2sp.org/tlog-proof@v1");
        assert_eq!(rest.split('\n').next(), Some(format!("extra {}", base64::encode(&entry(index))).as_str()));
        assert!(text.ends_with(&format!("\n\n{}", receipt.checkpoint())));
    }
}

#[test]
fn the_extra_line_may_be_missing() {
    let with = receipt(3, 5);
    let text = with.to_string();
    let without: String = text.split_inclusive('\n').filter(|line| !line.starts_with("extra ")).collect();
    let read: Receipt = without.parse().expect("a receipt");
    assert_eq!((read.entry(), read.to_string()), (None, without));
    assert_eq!(read.verify_inclusion(&entry(3)), Ok(()));
}

#[test]
fn the_largest_entry_fits() {
    let proof = tree(5).prove_inclusion(Sequence(3), Size(5)).expect("within");
    let largest = Receipt::new(Some(vec![7; ENTRY_BYTES_MAX]), Sequence(3), proof.clone(), signed(5)).expect("fits");
    assert_eq!(largest.to_string().parse(), Ok(largest));
    for bytes in [0, ENTRY_BYTES_MAX + 1] {
        let refused = Receipt::new(Some(vec![7; bytes]), Sequence(3), proof.clone(), signed(5));
        assert_eq!(refused, Err(NotAReceipt::Extra));
    }
}

#[test]
fn malformed_receipts_are_refused() {
    use NotAReceipt::*;
    let good = receipt(3, 5).to_string();
    let extra = format!("extra {}\n", base64::encode(&entry(3)));
    let hash = good.split('\n').nth(3).expect("a proof line");
    let outside = |index| OutsideTree { index: Sequence(index), size: Size(5) };
    let many = format!("{hash}\n").repeat(PROOF_HASHES_MAX);
    let cases = [
        ("empty", "", "", NoDivision),
        ("no first line", "c2sp.org/tlog-proof@v1\n", "", Header),
        ("another version", "@v1", "@v2", Header),
        ("space behind the first line", "@v1\n", "@v1 \n", Header),
        ("carriage returns", "@v1\n", "@v1\r\n", Changed(TransferChange::LineEnds)),
        ("empty line in front", "c2sp", "\nc2sp", Header),
        ("extra without space", "extra ", "extra", Extra),
        ("extra with two spaces", "extra ", "extra  ", Extra),
        ("extra empty", &extra, "extra \n", Extra),
        ("extra in another spelling", "extra ", "extra =", Extra),
        ("extra twice", &extra, &format!("{extra}{extra}"), Index),
        ("extra behind the index", &format!("{extra}index 3\n"), &format!("index 3\n{extra}"), ProofLine(1)),
        ("no index", "index 3\n", "", Index),
        ("index with a leading zero", "index 3", "index 03", Index),
        ("index with a sign", "index 3", "index +3", Index),
        ("index with two spaces", "index 3", "index  3", Index),
        ("index beyond the tree", "index 3", "index 5", outside(5)),
        ("proof line cut", hash, &hash[..40], ProofLine(1)),
        ("proof line in hexadecimal", hash, &"00".repeat(32), ProofLine(1)),
        ("space behind a proof line", hash, &format!("{hash} "), ProofLine(1)),
        ("too long a proof", hash, &format!("{many}{hash}"), ProofTooLong),
        ("empty line in the proof", "index 3\n", "index 3\n\n", Checkpoint(CheckpointError::Lines)),
        ("two empty lines", "\n\nelections", "\n\n\nelections", Checkpoint(CheckpointError::Lines)),
        ("no checkpoint", "", "cut", Checkpoint(CheckpointError::Note(protokol::crypto::note::NoteError::NoDivision))),
    ];
    for (crime, part, instead, verdict) in cases {
        let bad = match (part, instead) {
            ("", "") => String::new(),
            ("", _) => format!("{}\n\n", good.split("\n\n").next().expect("a head")),
            _ => good.replacen(part, instead, 1),
        };
        assert_ne!(bad, good, "{crime}");
        assert_eq!(bad.parse::<Receipt>(), Err(verdict), "{crime}");
    }
    let long = vec![b'\n'; RECEIPT_BYTES_MAX + 1];
    assert_eq!(Receipt::parse(&long), Err(TooLong(RECEIPT_BYTES_MAX + 1)));
    assert_eq!(Receipt::parse(b"\xff\n\n"), Err(NotUtf8));
}

#[test]
fn every_changed_bit_is_refused_or_found() {
    let (good, key) = (receipt(3, 5).to_string().into_bytes(), log().verifier().clone());
    for bit in 0..good.len() * 8 {
        let mut bytes = good.clone();
        bytes[bit / 8] ^= 1 << (bit % 8);
        let believed = Receipt::parse(&bytes).is_ok_and(|read| {
            let entry = read.entry().is_some_and(|entry| read.verify_inclusion(entry).is_ok());
            entry && read.checkpoint().verify(&key).is_ok()
        });
        assert!(!believed, "bit {bit}");
    }
}
