//! Scans that come with a submission, or after it.

use protokol::crypto::hash::{Digester, Digests};
use protokol::domain::protocol::{Attachment, Media};
use protokol::domain::statement::Body;

use super::{Answer, BYTES, Served};
use crate::kit::program::Machine;
use crate::kit::small::{SMALL, after, figures, of, paper, protocol, quorum, signed};

const JPEG: &[u8] = &[0xFF, 0xD8, 0xFF, 0xE0];

fn scan(length: usize) -> Vec<u8> {
    JPEG.iter().copied().chain((0..=250).cycle()).take(length).collect()
}

fn attachment(name: &str, scan: &[u8]) -> Attachment {
    let mut digester = Digester::default();
    digester.update(scan);
    let Digests { blake3, sha256, bytes } = digester.finish();
    Attachment { name: of(name), media: Media::Jpeg, bytes, blake3, sha256 }
}

/// A form as curl writes it.
fn form(served: &Served, parts: &[(&str, &[u8])]) -> Answer {
    let mut body = Vec::new();
    for (name, bytes) in parts {
        let head = format!(
            "--ab12\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"x\"\r\nContent-Type: image/jpeg\r\n\r\n"
        );
        body.extend(head.as_bytes());
        body.extend(*bytes);
        body.extend(b"\r\n");
    }
    body.extend(b"--ab12--\r\n");
    served.post(&[("Content-Type", "multipart/form-data; boundary=ab12"), ("Accept", "application/json")], &body)
}

#[test]
fn scans_come_with_the_paper_or_later_and_the_answer_says_how_many_are_missing() {
    let served = Served::ready(&SMALL);
    let (front, back) = (scan(30_000), scan(20_001));
    let mut said = protocol(paper("round-1", "01.001"), figures([1, 2, 3]));
    said.attachments = vec![attachment("front.jpg", &front), attachment("back.jpg", &back)];
    let body = Body::ProtocolSubmitted(said);
    let one = signed(SMALL.ledger(), after(9), body, &quorum("01.001")).to_file();
    let kept = |scan: &[u8]| served.machine.has(&format!("ledger/attachments/{}", attachment("x", scan).blake3));

    // One that is refused leaves nothing behind.
    let mut forged = one.clone();
    *forged.last_mut().expect("a signature") ^= 1;
    form(&served, &[("submission", &forged), ("attachment", &front)]).is(403);
    assert!(!kept(&front));
    // A form without a submission, or with what is none of ours, is none.
    form(&served, &[("attachment", &front)]).is(400).problem("U3");
    form(&served, &[("submission", &one), ("other", &front)]).is(400).problem("U3");

    let bare = served.post(&[BYTES], &one).is(201);
    let digest = |name: &str, scan: &[u8]| attachment(name, scan).blake3.to_string();
    let both = [digest("front.jpg", &front), digest("back.jpg", &back)].join(", ");
    assert_eq!(bare.header("protokol-scans-missing"), Some(both.as_str()));
    // The same statement brings one of them later, and what belongs to nobody is not kept.
    let told = form(&served, &[("submission", &one), ("attachment", &front), ("attachment", &scan(7))]).is(200).json();
    assert_eq!(
        told["data"]["attachments"],
        serde_json::json!({"named": 2, "missing": 1, "lacking": ["back.jpg"]}),
        "{told}"
    );
    assert!(kept(&front) && !kept(&back) && !kept(&scan(7)));
    let told = form(&served, &[("submission", &one), ("attachment", &back)]).is(200).json();
    assert_eq!(told["data"]["attachments"]["missing"], 0, "{told}");
    assert!(kept(&back));
    let tray = served.machine.path("ledger/incoming");
    assert!(std::fs::read_dir(tray).is_ok_and(|mut left| left.next().is_none()), "the tray is empty");

    let (machine, status) = served.stop();
    assert!(status.success(), "{status}");
    machine.ok("verify ledger --attachments");
}

#[test]
fn the_clerk_is_told_which_scans_are_missing_and_they_go_along_when_they_lie_beside_the_paper() {
    let served = Served::ready(&SMALL);
    let (front, back) = (scan(30_000), scan(20_001));
    let mut said = protocol(paper("round-1", "01.001"), figures([1, 2, 3]));
    said.attachments = vec![attachment("front.jpg", &front), attachment("back.jpg", &back)];
    let one = signed(SMALL.ledger(), after(9), Body::ProtocolSubmitted(said), &quorum("01.001"));
    let clerk = Machine::new();
    clerk.write("queue/01.001.submission", one.to_file());
    let typed = format!("submit queue --to http://{}", served.address);
    let attachments = |typed: &str| clerk.json(typed)["submissions"][0]["attachments"].clone();

    // Nobody is told that a paper is in whose scans were to come along and are not there.
    assert_eq!(clerk.run(&format!("{typed} --json")).json()["submissions"][0]["error"]["code"], "U10");
    let bare = format!("{typed} --without-attachments");
    let missing = serde_json::json!({"named": 2, "missing": 2, "lacking": ["front.jpg", "back.jpg"]});
    assert_eq!(attachments(&bare), missing);
    // Somebody else brings one of them: the service knows which is left, and the paper alone does not.
    form(&served, &[("submission", &one.to_file()), ("attachment", &front)]).is(200);
    assert_eq!(attachments(&bare), serde_json::json!({"named": 2, "missing": 1, "lacking": ["back.jpg"]}));
    let told = clerk.ok(&bare);
    assert!(told.err.contains("back.jpg") && !told.err.contains("front.jpg"), "{told}");
    assert!(told.err.contains("without --without-attachments"), "{told}");

    clerk.write("queue/front.jpg", &front);
    clerk.write("queue/back.jpg", &back);
    assert_eq!(attachments(&typed), serde_json::json!({"named": 2, "missing": 0}));
    assert!(served.machine.has(&format!("ledger/attachments/{}", attachment("x", &back).blake3)));
    assert_eq!(attachments(&bare)["missing"], 0, "they are there, whoever hands the paper in again");
    let (machine, status) = served.stop();
    assert!(status.success(), "{status}");
    machine.ok("verify ledger --attachments");
}
