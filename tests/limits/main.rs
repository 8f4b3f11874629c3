//! Hostile lengths: bytes that claim to hold far more than there is are refused before anything is allocated for the
//! claim. Every allocation of this test binary is counted, so it has a single test.

#[path = "../kit/mod.rs"]
mod kit;

use std::alloc::System;
use std::hint::black_box;

use protokol::crypto::admitted::AdmittedKeys;
use protokol::crypto::note::Note;
use protokol::crypto::parallel::Serial;
use protokol::crypto::wire::{self, ENTRY_BYTES_MAX};
use protokol::domain::number::Sequence;
use protokol::domain::statement::{Kind, Statement};
use protokol::ledger::envelope::Envelope;
use protokol::ledger::files::frame;
use protokol::ledger::files::kit::Kit;
use protokol::ledger::files::receipt::Receipt;
use protokol::ledger::files::seal::Seal;
use protokol::ledger::note::checkpoint::SignedCheckpoint;
use protokol::ledger::note::policy::Policy;
use protokol::ledger::note::witness::AddCheckpoint;
use protokol::ledger::submission::SignedStatement;
use protokol::ledger::tree::tile::{Tile, TileKind};
use protokol::store::files;
use protokol::store::journal::JournalReader;
use protokol::store::journal::disk::Disk;
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

use crate::kit::disk;
use crate::kit::small;

#[global_allocator]
static ALLOCATED: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// What a decoder may allocate in all, whatever the bytes claim: an entry a few times over, read, checked, and encoded
/// again; and what the decoders of the language reserve at most ahead of the elements of a list that never come.
const ALLOCATED_BYTES_MAX: usize = 4 * 1024 * 1024;

type Decoder = (&'static str, fn(&[u8]));

const DECODERS: &[Decoder] = &[
    ("statement", |bytes| drop(black_box(Statement::decode(bytes)))),
    ("submission", |bytes| {
        if let Ok(signed) = SignedStatement::decode(bytes) {
            drop(black_box(signed.open(&AdmittedKeys::default())));
        }
    }),
    ("submission file", |bytes| drop(black_box(SignedStatement::from_file(bytes)))),
    ("envelope", |bytes| drop(black_box(Envelope::decode(bytes)))),
    ("frame", |bytes| drop(black_box(frame::decode(bytes)))),
    ("seal", |bytes| drop(black_box(Seal::decode(bytes)))),
    ("note", |bytes| drop(black_box(Note::parse(bytes)))),
    ("checkpoint", |bytes| drop(black_box(SignedCheckpoint::parse(bytes)))),
    ("receipt", |bytes| drop(black_box(Receipt::parse(bytes)))),
    ("kit", |bytes| drop(black_box(Kit::decode(bytes)))),
    ("bundle", |bytes| drop(black_box(bundle().entries(bytes)))),
    ("tile", |bytes| drop(black_box(bundle().of_kind(TileKind::Hashes(0)).hashes(bytes)))),
    ("request to a witness", |bytes| drop(black_box(AddCheckpoint::parse(bytes)))),
    ("policy", |bytes| drop(black_box(std::str::from_utf8(bytes).map(Policy::parse)))),
];

/// The fullest bundle there is.
fn bundle() -> Tile {
    Tile::new(TileKind::Entries, 0, 256).expect("a full one")
}

/// How much `work` allocates from beginning to end, freed again or not.
fn allocated(work: impl FnOnce()) -> usize {
    let region = Region::new(ALLOCATED);
    work();
    let change = region.change();
    change.bytes_allocated + usize::try_from(change.bytes_reallocated).unwrap_or(0)
}

/// Every four and every eight bytes of genuine bytes replaced by a huge number, little endian, as lengths are.
fn inflated(genuine: &[u8]) -> impl Iterator<Item = Vec<u8>> + '_ {
    let claims = [u64::MAX, u64::MAX >> 1, u64::from(u32::MAX), 1 << 40, 1 << 20, 65_536];
    (0..genuine.len()).flat_map(move |at| {
        let claim = move |(number, width): (u64, usize)| {
            let mut bytes = genuine.to_vec();
            let end = bytes.len().min(at + width);
            bytes[at..end].copy_from_slice(&number.to_le_bytes()[..end - at]);
            bytes
        };
        claims.into_iter().flat_map(|number| [(number, 4), (number, 8)]).map(claim)
    })
}

#[test]
fn nothing_is_allocated_for_what_is_only_claimed() {
    let small = small::SMALL;
    let disk = disk::Shared::new(disk::prepared(small));
    let mut writer = disk::start(disk.clone()).expect("a ledger");
    let protocol = small.protocols().remove(0);
    let receipt = disk::commit_one(&mut writer, protocol.clone(), small::after(5000)).expect("admissible").receipt;
    let founding = small.founding();
    let envelopes = disk::envelopes(&disk);
    let kit = Kit { checkpoint: writer.checkpoint().clone(), envelopes: envelopes[1..3].to_vec() };
    let genuine: Vec<(&str, Vec<u8>)> = vec![
        ("statement", protocol.statement_bytes().to_vec()),
        ("founding act", founding.statement_bytes().to_vec()),
        ("submission", protocol.encode()),
        ("submission file", protocol.to_file()),
        ("envelope", envelopes[1].clone()),
        ("frame", frame::encode(Sequence(1), &envelopes[1..3])),
        ("seal", disk.read(files::SEAL).expect("it reads")[..600].to_vec()),
        ("checkpoint", writer.checkpoint().to_string().into_bytes()),
        ("receipt", receipt.to_string().into_bytes()),
        ("kit", kit.encode()),
    ];
    let mut worst = (0, String::new());
    let mut hold = |name: String, bytes: &[u8], limit: usize| {
        for (decoder, decode) in DECODERS {
            let spent = allocated(|| decode(bytes));
            assert!(spent <= limit, "{decoder} allocates {spent} bytes for {name} of {}", bytes.len());
            worst = worst.clone().max((spent, format!("{decoder} of {name}")));
        }
    };
    for (name, bytes) in &genuine {
        for (nth, spoilt) in inflated(bytes).enumerate() {
            hold(format!("{name}, claim {nth}"), &spoilt, ALLOCATED_BYTES_MAX);
        }
    }
    // Each kind of statement, its body nothing but a length.
    for kind in Kind::ALL {
        for claim in [u64::MAX, 1 << 32, 65_535, 60_000] {
            for zeros in [0, 1, 8, 40] {
                let mut bytes = [1u16.to_le_bytes(), kind.number().to_le_bytes()].concat();
                bytes.extend([0; 40]);
                bytes.extend(vec![0; zeros]);
                bytes.extend((0..8).flat_map(|_| claim.to_le_bytes()));
                hold(format!("{kind} that claims {claim}"), &bytes, ALLOCATED_BYTES_MAX);
            }
        }
    }
    // As many bytes as come in: beyond the limit of a format they are refused for their number alone.
    for byte in [0, b'\n', b'a', 0xFF] {
        for length in [ENTRY_BYTES_MAX - 1, ENTRY_BYTES_MAX, ENTRY_BYTES_MAX + 1, 8 << 20] {
            let bytes = vec![byte; length];
            hold(format!("{length} times {byte}"), &bytes, ALLOCATED_BYTES_MAX + length);
        }
    }
    println!("at worst {} bytes: {}", worst.0, worst.1);
    let rows = allocated(|| {
        let claim = [u64::MAX.to_le_bytes(), [0xFF; 8]].concat();
        assert!(wire::decode_row::<Vec<Vec<String>>>(&claim).is_err());
        assert!(wire::decode_row::<Vec<[u64; 4]>>(&(1u64 << 40).to_le_bytes()).is_err());
        assert!(wire::decode::<Vec<[u64; 4]>>(&65_000u64.to_le_bytes()).is_err());
    });
    assert!(rows <= 2 * ALLOCATED_BYTES_MAX, "{rows}");

    // A journal of nothing but beginnings of huge frames is gone through in the time of its length.
    let mut memory = disk.memory();
    let beginnings =
        [b"PKF1".as_slice(), &0x00FF_FFFFu32.to_le_bytes(), &[0; 8], &256u32.to_le_bytes(), &[7; 4]].concat();
    memory.lay(&files::segment(Sequence(0)), beginnings.repeat(2000));
    let spent = allocated(|| {
        let fragments = JournalReader::open(&memory).expect("it reads");
        assert_eq!(
            fragments.filter(|fragment| fragment.as_ref().is_ok_and(|fragment| fragment.frame.is_err())).count(),
            2000
        );
    });
    assert!(spent < 2 * ALLOCATED_BYTES_MAX, "{spent}");
    assert!(protokol::store::journal::inspect::inspect(&memory, Serial, &Default::default(), &mut |_| {}).is_ok());
}
