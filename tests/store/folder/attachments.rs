//! Attachments beside a ledger: whole or not there, put right at need, and never written through.

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use protokol::domain::attachment::{ATTACHMENT_BYTES_MAX, AttachmentFile, AttachmentFlaw};
use protokol::domain::protocol::{Attachment, Media};
use protokol::store::attachments::{Offered, hold, keep, look, name, unnamed};
use tempfile::TempDir;

use super::{aside, files_below};
use crate::kit::small::of;

/// Where the child keeps its scans; without it the child is no child.
const LEDGER: &str = "PROTOKOL_TEST_ATTACHMENTS";

/// A scan that no other one equals.
fn scan(number: usize, length: usize) -> Vec<u8> {
    let tail = number.to_le_bytes().into_iter().cycle();
    [0xFF, 0xD8, 0xFF].into_iter().chain(tail).take(length).collect()
}

fn attachment(bytes: &[u8]) -> Attachment {
    Attachment::of(of("scan.jpg"), bytes).expect("a JPEG")
}

/// A ledger's folder, a file outside it, and what the file is.
fn place(bytes: &[u8]) -> (TempDir, PathBuf, PathBuf, Attachment) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (ledger, file) = (folder.path().join("ledger"), folder.path().join("scan.jpg"));
    fs::create_dir(&ledger).expect("a folder");
    fs::write(&file, bytes).expect("a file");
    (folder, ledger, file, attachment(bytes))
}

#[test]
fn what_a_file_is_stands_in_its_first_bytes() {
    let of_bytes = |name: &str, bytes: &[u8]| Attachment::of(of(name), bytes).map(|attachment| attachment.media);
    assert_eq!(of_bytes("a.jpg", &[0xFF, 0xD8, 0xFF]), Ok(Media::Jpeg));
    assert_eq!(of_bytes("a.b.JPEG", &[0xFF, 0xD8, 0xFF, 0]), Ok(Media::Jpeg));
    assert_eq!(of_bytes("a.png", b"\x89PNG\r\n\x1a\n"), Ok(Media::Png));
    assert_eq!(of_bytes("a.Pdf", b"%PDF-"), Ok(Media::Pdf));
    assert_eq!(of_bytes("a.jpg", b""), Err(AttachmentFlaw::Empty));
    assert_eq!(of_bytes("a.jpg", &[0xFF, 0xD8]), Err(AttachmentFlaw::UnknownMedia));
    assert_eq!(of_bytes("a.png", b"\x89PNG\r\n\x1a"), Err(AttachmentFlaw::UnknownMedia));
    assert_eq!(of_bytes("a.pdf", b" %PDF-1.7"), Err(AttachmentFlaw::UnknownMedia));
    for name in ["a.png", "a", "jpg", "a.jpg.exe"] {
        assert_eq!(of_bytes(name, &[0xFF, 0xD8, 0xFF]), Err(AttachmentFlaw::Extension(Media::Jpeg)), "{name}");
    }
    let longest = usize::try_from(ATTACHMENT_BYTES_MAX).expect("it fits");
    assert_eq!(of_bytes("a.jpg", &scan(1, longest)), Ok(Media::Jpeg));
    assert_eq!(of_bytes("a.jpg", &scan(1, longest + 1)), Err(AttachmentFlaw::TooLarge));
}

#[test]
fn a_scan_is_kept_once_under_its_digest() {
    let bytes = scan(1, 200_000);
    let (_folder, ledger, file, attachment) = place(&bytes);
    assert_eq!(look(&ledger, &attachment).expect("it reads"), AttachmentFile::Missing);
    for _ in 0..2 {
        keep(&ledger, &attachment, &file).expect("there is room");
        assert_eq!(look(&ledger, &attachment).expect("it reads"), AttachmentFile::There);
        assert_eq!(files_below(&ledger), [ledger.join(name(&attachment))]);
    }
    assert_eq!(fs::read(ledger.join(name(&attachment))).expect("it reads"), bytes);
    // What is there is not asked for again.
    keep(&ledger, &attachment, Path::new("nowhere")).expect("it is there");
    fs::write(ledger.join("attachments/holiday.jpg"), "sand").expect("a file");
    let named = BTreeSet::from([attachment.blake3]);
    assert_eq!(unnamed(&ledger, &named).expect("it lists"), ["holiday.jpg"]);
}

#[test]
fn whatever_was_altered_is_found_and_put_right() {
    let bytes = scan(2, 100_000);
    let (_folder, ledger, file, attachment) = place(&bytes);
    keep(&ledger, &attachment, &file).expect("there is room");
    let path = ledger.join(name(&attachment));
    let mut changed = vec![Vec::new(), bytes[..99_999].to_vec(), [&bytes[..], &[0]].concat()];
    changed.extend([0, 65_535, 65_536, 99_999].map(|at| {
        let mut other = bytes.clone();
        other[at] ^= 0x80;
        other
    }));
    for (number, other) in (1..).zip(changed) {
        fs::write(&path, &other).expect("it writes");
        assert_eq!(look(&ledger, &attachment).expect("it reads"), AttachmentFile::Altered);
        keep(&ledger, &attachment, &file).expect("there is room");
        assert_eq!(look(&ledger, &attachment).expect("it reads"), AttachmentFile::There);
        assert_eq!(aside(&ledger).len(), number, "nothing is thrown away");
    }
    for digests in [
        Attachment { sha256: attachment.blake3, ..attachment.clone() },
        Attachment { bytes: attachment.bytes - 1, ..attachment.clone() },
    ] {
        assert_eq!(
            look(&ledger, &digests).expect("it reads"),
            AttachmentFile::Altered,
            "both digests and the length count"
        );
        assert_eq!(hold(&digests, &file).expect("it reads"), Offered::Other);
    }
}

#[test]
fn what_is_offered_is_held_against_what_was_signed() {
    let bytes = scan(3, 1000);
    let (folder, ledger, file, attachment) = place(&bytes);
    assert_eq!(hold(&attachment, &file).expect("it reads"), Offered::Same);
    assert_eq!(hold(&attachment, folder.path()).expect("a folder is no scan"), Offered::Missing);
    assert_eq!(hold(&attachment, &folder.path().join("n".repeat(300))).expect("no such name"), Offered::Missing);
    let device = folder.path().join("device.jpg");
    symlink("/dev/zero", &device).expect("a link");
    assert_eq!(hold(&attachment, &device).expect("a device is no scan"), Offered::Missing);
    let link = folder.path().join("link.jpg");
    symlink(&file, &link).expect("a link");
    assert_eq!(hold(&attachment, &link).expect("it leads to the scan"), Offered::Same);

    // Between the two looks it was changed: nothing stays.
    fs::write(&file, scan(4, 1000)).expect("it writes");
    assert_eq!(hold(&attachment, &file).expect("it reads"), Offered::Other);
    assert!(keep(&ledger, &attachment, &file).is_err());
    assert_eq!(files_below(&ledger), [""; 0].map(PathBuf::from));
    let media = Attachment { media: Media::Png, ..attachment };
    assert_eq!(hold(&media, &link).expect("it reads"), Offered::Other);
}

/// The child: keeps scans until it is killed, and tells each that is kept.
#[test]
#[ignore = "the child of the test below"]
fn child() {
    let Some(folder) = std::env::var_os(LEDGER) else { return };
    let (folder, mut out) = (PathBuf::from(folder), std::io::stdout());
    let file = folder.join("scan.jpg");
    for number in 0.. {
        let bytes = scan(number, 1_000_000);
        fs::write(&file, &bytes).expect("it writes");
        keep(&folder.join("ledger"), &attachment(&bytes), &file).expect("there is room");
        writeln!(out, "kept below {}", number + 1).and_then(|()| out.flush()).expect("the parent listens");
    }
}

#[test]
fn a_kill_leaves_whole_scans_and_at_most_one_part() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let ledger = folder.path().join("ledger");
    fs::create_dir(&ledger).expect("a folder");
    let mut most = 0;
    for round in 0..6 {
        let mut child = Command::new(std::env::current_exe().expect("this very test"))
            .args(["--exact", "folder::attachments::child", "--ignored", "--nocapture"])
            .env(LEDGER, folder.path())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the test runs itself");
        let lines = BufReader::new(child.stdout.take().expect("it is piped")).lines();
        let killer = std::thread::spawn(move || {
            std::thread::sleep(Duration::from_millis(150 + 61 * round));
            child.kill().expect("it runs until it is killed");
            child.wait().expect("it ended")
        });
        let told = |line: String| line.split("kept below ").nth(1).and_then(|n| n.parse::<usize>().ok());
        let acknowledged = lines.map_while(Result::ok).filter_map(told).max().unwrap_or(0);
        assert!(!killer.join().expect("the killer lives").success());
        most = most.max(acknowledged);
        for number in 0..acknowledged {
            let kept = look(&ledger, &attachment(&scan(number, 1_000_000))).expect("it reads");
            assert_eq!(kept, AttachmentFile::There, "round {round}: scan {number}");
        }
        let all: BTreeSet<_> = (0..=most).map(|n| attachment(&scan(n, 1_000_000)).blake3).collect();
        let left = unnamed(&ledger, &all).expect("it lists");
        assert!(left.iter().all(|name| name.ends_with(".part")) && left.len() <= 1, "round {round}: {left:?}");
    }
    assert!(most > 0, "the child never kept anything");
    // Whoever hands the same scan in again writes over the part.
    let bytes = scan(usize::MAX, 1000);
    let (file, attachment) = (folder.path().join("scan.jpg"), attachment(&bytes));
    let part = ledger.join(name(&attachment)).with_extension("part");
    let elsewhere = folder.path().join("elsewhere");
    fs::write(&elsewhere, &bytes[..500]).expect("it writes");
    symlink(&elsewhere, &part).expect("a link");
    fs::write(&file, &bytes).expect("it writes");
    keep(&ledger, &attachment, &file).expect("there is room");
    assert!(part.symlink_metadata().is_err());
    assert_eq!(fs::read(elsewhere).expect("it reads"), bytes[..500], "nothing is written through it");
    assert_eq!(look(&ledger, &attachment).expect("it reads"), AttachmentFile::There);
}
