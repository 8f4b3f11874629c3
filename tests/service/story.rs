//! The whole story of a ledger, told through the service alone: founded, enrolled, the evening, a correction,
//! summaries, the result, a witness, what leaves, and a stranger who restores it.

use std::fs;
use std::path::Path;

use protokol::crypto::key::SecretKey;
use protokol::crypto::note::NoteSigner;
use protokol::crypto::parallel::Signatures;
use protokol::crypto::vkey::{KeyKind, VerifierKey};
use protokol::domain::closing::{LedgerClosed, ResultCertified};
use protokol::domain::code::{Code, FindingCode};
use protokol::domain::number::{Sequence, Size};
use protokol::domain::statement::{Body, LogKeyRotated};
use protokol::domain::summary::SummarySubmitted;
use protokol::domain::text::Text;
use protokol::export::FORMATS;
use protokol::export::format::Format;
use protokol::ledger::note::policy::Quorum;
use protokol::ledger::submission::SignedStatement;
use protokol::service::error::{Error, Kind};
use protokol::service::export::{described_in, export, snapshot};
use protokol::service::observer::Nobody;
use protokol::service::policy::PolicyFile;
use protokol::service::publish::{Cosignatures, publish, write_log};
use protokol::service::query::{Point, Query};
use protokol::service::reading::read;
use protokol::service::receipts::{self, Wanted};
use protokol::service::restore::{Restoration, Restored, Survivor, restore};
use protokol::service::source::LogSource;
use protokol::service::verify::{self, Attachments};
use protokol::service::witness::{Cosigned, Looking, Watch, witness};
use protokol::store::publish::restore::Continues;
use protokol::store::read::Reading;
use protokol::store::witness::HeldState;
use protokol::tally::findings::findings;
use protokol::tally::moment::Moment;
use protokol::tally::summaries::recompute;
use protokol::tally::totals::tallies;
use protokol::verify::conclude::TrustAnchors;
use protokol::verify::fault::Verdict;
use protokol::verify::receipt;

use super::desk::{Desk, log_key, submit, without_scans, writing};
use super::kit::small::{
    ORIGIN, SMALL, after, corrected, decision, figures, log_signer, of, paper, protocol, quorum, signed,
};

impl Desk {
    fn reading(&self) -> Reading {
        read(&self.setting_of(&self.path("ledger"), &Nobody), &TrustAnchors::default()).expect("a sound ledger")
    }

    /// Says something under the signatures of a unit's quorum.
    fn say(&self, unit: &str, body: Body) -> SignedStatement {
        signed(SMALL.ledger(), after(10_000), body, &quorum(unit))
    }

    /// What the precincts of a unit come to, as its commission would sign it now.
    fn summary(&self, unit: &str) -> SummarySubmitted {
        let (contest, unit, reading) = (of("round-1"), of(unit), self.reading());
        let made_at = reading.checkpoint.checkpoint().size;
        let sum = recompute(&reading.model, &contest, &unit, made_at, &[]).expect("the contest is known");
        SummarySubmitted {
            contest,
            unit,
            totals: sum.totals,
            counters: sum.counters,
            made_at,
            left_out: Vec::new(),
            root: sum.root,
            form_serial: Text::default(),
            completed_at: None,
        }
    }

    /// The votes of the whole election, by candidate.
    fn votes(&self) -> Vec<u64> {
        let reading = self.reading();
        let tally = tallies(&reading.model, &of("round-1"), reading.checkpoint.checkpoint().size);
        tally[&of("T")].votes.iter().map(|(_, votes)| votes.expect("protocols are in force").0).collect()
    }

    /// How a witness of this name and key sees the log that is published at a place.
    fn witnessed(&self, name: &str, at: &Path, looking: Looking) -> Cosigned {
        let signer = witness_signer(name);
        let (state, key) = (self.path(&format!("{name}/state")), self.write(&format!("{name}/key"), b"held, not read"));
        let held = HeldState::open(&state, &key, signer).expect("nobody else holds it");
        let watch = Watch { logs: &[log_signer().verifier().clone()], state: &held, place: &state };
        let source = LogSource::open(at, &Nobody).expect("a published log");
        witness(&self.setting_of(Path::new(""), &Nobody), &source, watch, looking).expect("it grew, and is sound")
    }
}

fn witness_signer(name: &str) -> NoteSigner {
    let seed = [u8::try_from(name.len()).expect("a short name"); 32];
    NoteSigner::new(of(&format!("party.example/{name}")), SecretKey::from_seed(&seed))
}

/// The policy of an auditor: this log, and both of the party's witnesses.
fn policy(desk: &Desk) -> PolicyFile {
    let mut text = format!("log {}\n", log_signer().verifier());
    for name in ["w", "recomputed"] {
        text += &format!("witness {name} {}\n", witness_signer(name).verifier().spelled(KeyKind::Cosigner));
    }
    text += "group both all w recomputed\nquorum both\n";
    let path = desk.write("auditor.policy", text.as_bytes());
    PolicyFile::read(&path).expect("it was just written")
}

#[test]
fn an_election_from_its_founding_to_a_ledger_that_a_stranger_restores() {
    let desk = Desk::founded();
    desk.hand_in(SMALL.structure());

    // The evening: six precincts have [n, 7, 2n] votes.
    let evening = desk.hand_in(SMALL.protocols());
    assert_eq!(desk.votes(), [21, 42, 42]);

    // One of them counts again.
    let again = protocol(paper("round-1", "01.001"), figures([11, 7, 2]));
    desk.hand_in(vec![desk.say("01.001", Body::ProtocolCorrected(corrected(evening[0], again)))]);
    assert_eq!(desk.votes(), [31, 42, 42]);

    // Summaries from the bottom up, each of what stands below it.
    for unit in ["01", "02", "T"] {
        desk.hand_in(vec![desk.say(unit, Body::SummarySubmitted(desk.summary(unit)))]);
    }
    let reading = desk.reading();
    let moment = Moment { size: reading.checkpoint.checkpoint().size, clock: after(10_000) };
    let found = findings(&reading.model, moment);
    let wrong = [Code::S1, Code::S2, Code::S3].map(FindingCode::BuiltIn);
    assert!(found.iter().all(|finding| !wrong.contains(&finding.code)), "{found:?}");
    drop(reading);

    // The result.
    let certified = ResultCertified {
        contest: of("round-1"),
        body: of("the court"),
        elected: vec![of("2")],
        nobody: false,
        decision: decision(),
    };
    desk.hand_in(vec![desk.say("T", Body::ResultCertified(certified))]);

    witnesses_look_and_their_word_is_published(&desk);
    receipts_of_the_evening_are_witnessed(&desk);
    the_data_leaves_in_every_format(&desk);
    a_stranger_restores_it(&desk);
}

/// One witness sees that the log grew, another recomputes the election; both lines come by hand.
fn witnesses_look_and_their_word_is_published(desk: &Desk) {
    let (ledger, policy) = (desk.path("ledger"), policy(desk));
    let published = ledger.join("published");
    let seen =
        [desk.witnessed("w", &published, Looking::Growth), desk.witnessed("recomputed", &published, Looking::Election)];
    assert!(seen.iter().all(|cosigned| cosigned.before == Size(0)), "each sees it for the first time");
    let lines = |cosigned: &Cosigned| Cosignatures { file: "line".into(), lines: format!("{}\n", cosigned.line) };
    let writing = || protokol::service::writing::Writing { policy: Some(&policy), ..writing() };
    let setting = || desk.setting_of(&ledger, &Nobody);
    let one = publish(setting(), writing(), &[lines(&seen[0])]).expect("a line that counts");
    assert_eq!((one.quorum, one.unpublished), (Quorum::NotMet, None), "one of two is not enough");
    let both = publish(setting(), writing(), &[lines(&seen[1])]).expect("a line that counts");
    assert_eq!(both.quorum, Quorum::Met, "the first line was kept");
}

/// The receipt of an evening's protocol stands under the witnessed checkpoint, whoever makes it.
fn receipts_of_the_evening_are_witnessed(desk: &Desk) {
    let (ledger, policy) = (desk.path("ledger"), policy(desk));
    let policy = policy.parse(after(u64::MAX >> 24)).expect("a policy");
    let wanted = [Wanted::Sequence(Sequence(20))];
    let own = receipts::of_ledger(&desk.setting_of(&ledger, &Nobody), &TrustAnchors::default(), &wanted)
        .expect("the event is there");
    let published = LogSource::open(&ledger.join("published"), &Nobody).expect("it is published");
    let theirs = receipts::of_log(&published, &TrustAnchors::default(), &wanted).expect("the tiles prove it");
    assert_eq!(own, theirs);
    let report = receipt::check(&own[0], &policy);
    assert!(report.faults.is_empty() && report.event.is_some(), "{:?}", report.faults);
    // Brought up to date from either, it is the same again.
    let older = [Wanted::Older("old".to_owned(), Box::new(own[0].clone()))];
    assert_eq!(receipts::of_log(&published, &TrustAnchors::default(), &older).expect("one history"), own);
}

/// What was written: a file, or every file of a folder, as far as it is text.
fn written(out: &Path) -> String {
    if !out.is_dir() {
        return String::from_utf8_lossy(&fs::read(out).expect("it was just written")).into_owned();
    }
    let mut files: Vec<_> = fs::read_dir(out).expect("it was just written").map(|file| file.expect("a file")).collect();
    files.sort_by_key(fs::DirEntry::file_name);
    files.iter().map(|file| written(&file.path())).collect()
}

/// Every format names the checkpoint, has the same bytes twice, and is never written over another file.
fn the_data_leaves_in_every_format(desk: &Desk) {
    let (ledger, reading) = (desk.path("ledger"), desk.reading());
    let query = Query { ledger: &ledger, reading: &reading };
    let fingerprint = reading.checkpoint.checkpoint().fingerprint().to_string();
    let leaves = |name: &str, format: &Format, at: Point| {
        let out = desk.path(&format!("data/{name}"));
        fs::create_dir_all(desk.path("data")).expect("a folder");
        let snapshot = snapshot(query, at).expect("the point is there");
        export(query, snapshot, format, &out)?;
        // A table is described beside it, by the name that it has.
        let described = fs::read_to_string(described_in(&out)).unwrap_or_default();
        Ok::<_, Error>(written(&out) + &described.replace(name, format.name))
    };
    for format in FORMATS.iter().filter(|format| format.lacks().is_none()) {
        let text = leaves(format.name, format, Point::Latest).expect("nothing is there");
        assert!(text.contains(&fingerprint), "{}", format.name);
        assert_eq!(leaves("again", format, Point::Latest).expect("nothing is there"), text);
        let again = desk.path("data/again");
        if again.is_dir() { fs::remove_dir_all(again) } else { fs::remove_file(again) }.expect("it is there");
        let _ = fs::remove_file(described_in(&desk.path("data/again")));
        let refused = leaves(format.name, format, Point::Latest).expect_err("it is there already");
        assert_eq!(refused.code(), Code::U5);
    }
    // One row a paper: before the evening none has a figure.
    let csv = &FORMATS[0];
    let reported = |text: String| text.lines().filter(|line| line.contains(",\"reported\",")).count();
    assert_eq!(reported(leaves("late", csv, Point::Latest).expect("nothing is there")), 6);
    let before = Size(1 + SMALL.structure().len() as u64);
    assert_eq!(reported(leaves("early", csv, Point::Size(before)).expect("nothing is there")), 0);
    let too_far = snapshot(query, Point::Size(Size(u64::MAX))).expect_err("the ledger has not come so far");
    assert_eq!(too_far.code(), Code::U1);
}

/// The whole log leaves in a folder and in one file; from either a ledger comes back, and only a whole seal lets it go
/// on.
fn a_stranger_restores_it(desk: &Desk) {
    let (ledger, policy) = (desk.path("ledger"), policy(desk));
    let (folder, tar) = (desk.path("out/log"), desk.path("out/log.tar"));
    for out in [&folder, &tar] {
        write_log(&desk.setting_of(&ledger, &Nobody), Some(&policy), &[], out).expect("it leaves");
        let source = LogSource::open(out, &Nobody).expect("a published log");
        let trusted = policy.parse(after(u64::MAX >> 24)).expect("a policy");
        let anchors = TrustAnchors { policy: Some(&trusted), expected: None };
        let inspected =
            verify::log(&source, &anchors, Signatures::OneByOne, &Nobody, &mut |_| {}).expect("it can be read");
        assert_eq!(inspected.report.verdict(), Verdict::Verified, "{:?}", inspected.report.faults);
    }
    let seal = Survivor::read(&ledger.join("seal")).expect("a whole seal");
    let (second, third) = (desk.path("second"), desk.path("third"));
    let restored = |at: &Path, from: &Path, seal: Option<&Survivor>| -> Restored {
        match restore(&desk.setting_of(at, &Nobody), from, None, seal).expect("nothing is there") {
            Restoration::Done(restored) => restored,
            Restoration::NotVerified(report) => panic!("{:?}", report.faults),
        }
    };
    let fingerprint = desk.reading().checkpoint.checkpoint().fingerprint();
    let goes_on = restored(&second, &folder, Some(&seal));
    assert_eq!((goes_on.continues, goes_on.checkpoint.fingerprint()), (Continues::Yes, fingerprint));
    assert_eq!(restored(&third, &tar, None).continues, Continues::Unknown);
    for at in [&second, &third] {
        let report = verify::ledger(at, &TrustAnchors::default(), Signatures::Together, Attachments::Asked, &Nobody)
            .expect("it can be read");
        assert_eq!(report.verdict(), Verdict::Verified, "{:?}", report.faults);
    }

    let closing = || vec![desk.say("T", Body::LedgerClosed(LedgerClosed { decision: decision() }))];
    let hand_in = |at: &Path| submit(desk.setting_of(at, &Nobody), writing(), closing());
    assert!(hand_in(&second).expect("its log goes on").answers[0].outcome.is_ok());
    let refused = hand_in(&third).expect_err("nobody knows what else its log signed");
    assert_eq!((refused.code(), refused.kind()), (Code::U13, Kind::Refused));
}

/// Whoever changes the log's key cannot forget the file that names it: it is the writer's own doing.
#[test]
fn the_logs_key_changes_and_its_file_with_it() {
    let desk = Desk::founded();
    let ledger = desk.path("ledger");
    let next = || SecretKey::from_seed(&[9; 32]);
    let new = VerifierKey::ed25519(of(ORIGIN), next().public()).expect("a key of this log");
    let rotated = LogKeyRotated {
        old: of(&log_signer().verifier().to_string()),
        new: of(&new.to_string()),
        reason: of("the officer changed"),
    };
    let everybody: Vec<_> = quorum("T").into_iter().chain([log_key(), next()]).collect();
    let statement = signed(SMALL.ledger(), after(10_000), Body::LogKeyRotated(rotated), &everybody);
    let named = || fs::read_to_string(ledger.join("log.vkey")).expect("it is there");

    // Without the new key the writer could not seal the change, and refuses it.
    let (submitted, receipts) = desk.submit(without_scans(vec![statement.clone()]), None).expect("the queue is heard");
    let refused = submitted.answers[0].outcome.as_ref().expect_err("nobody could sign the next checkpoint");
    assert_eq!((refused.code(), receipts.len()), (Code::R38, 0));
    assert_eq!(named(), format!("{}\n", log_signer().verifier()));

    let (submitted, receipts) = desk.submit(without_scans(vec![statement]), Some(next())).expect("the ledger takes it");
    assert!(submitted.answers[0].outcome.is_ok());
    assert_eq!(named(), format!("{new}\n"));
    assert!(receipts[0].checkpoint().verify(&new).is_ok(), "the new key signs the checkpoint that covers the change");

    // Who brings an older file back finds it renewed by the next writer.
    fs::write(ledger.join("log.vkey"), format!("{}\n", log_signer().verifier())).expect("it can be written");
    let writing = protokol::service::writing::Writing { key: next(), ..writing() };
    submit(desk.setting_of(&ledger, &Nobody), writing, SMALL.structure()).expect("it goes on");
    assert_eq!(named(), format!("{new}\n"));
}
