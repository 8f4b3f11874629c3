//! What whoever listens is told: values, in their order, and nothing that changes the answer.

use std::cell::RefCell;
use std::fs;

use protokol::crypto::parallel::Signatures;
use protokol::service::observer::{Nobody, Notice, Observer, Work};
use protokol::service::publish::write_log;
use protokol::service::reading::read;
use protokol::service::source::LogSource;
use protokol::service::verify::{self, Attachments};
use protokol::service::writing;
use protokol::verify::conclude::TrustAnchors;

use super::desk::{Desk, log_key};

/// Remembers what it is told.
#[derive(Default)]
struct Listener {
    /// Each stretch of work: what, how much was expected, how far it came, and whether its end was told.
    stretches: RefCell<Vec<(Work, u64, u64, bool)>>,
    notices: RefCell<Vec<String>>,
}

impl Observer for Listener {
    fn begins(&self, work: Work, total: u64) {
        self.stretches.borrow_mut().push((work, total, 0, false));
    }

    fn reaches(&self, done: u64) {
        let mut stretches = self.stretches.borrow_mut();
        let (_, _, reached, ended) = stretches.last_mut().expect("it began");
        assert!(!*ended && *reached <= done, "it goes on, and only forwards");
        *reached = done;
    }

    fn ends(&self) {
        self.stretches.borrow_mut().last_mut().expect("it began").3 = true;
    }

    fn notices(&self, notice: &Notice<'_>) {
        self.notices.borrow_mut().push(match notice {
            Notice::Opened(recovery) => format!(
                "opened rebuilt={} quarantined={} torn={}",
                recovery.rebuilt,
                recovery.published_quarantined,
                recovery.torn.is_some()
            ),
            other => format!("{other:?}"),
        });
    }
}

#[test]
fn every_stretch_of_work_is_told_from_its_beginning_to_its_end() {
    let desk = Desk::enrolled();
    let (ledger, listener) = (desk.path("ledger"), Listener::default());
    let size = read(&desk.setting_of(&ledger, &Nobody), &TrustAnchors::default())
        .expect("a ledger")
        .checkpoint
        .checkpoint()
        .size
        .0;
    let setting = || desk.setting_of(&ledger, &listener);
    write_log(&setting(), None, &[], &desk.path("out")).expect("it leaves");
    verify::ledger(&ledger, &TrustAnchors::default(), Signatures::Together, Attachments::Unasked, &listener)
        .expect("it can be read");
    let source = LogSource::open(&ledger, &listener).expect("a ledger");
    verify::log(&source, &TrustAnchors::default(), Signatures::OneByOne, &listener, &mut |_| {})
        .expect("it can be read");
    drop(source);
    let told = listener.stretches.into_inner();
    let whole = |work| (work, size, size, true);
    assert_eq!(told, [Work::Publishing, Work::Verifying, Work::Reading, Work::Verifying].map(whole));
    assert!(listener.notices.into_inner().is_empty());
}

#[test]
fn what_recovery_did_is_told_to_whoever_listens_and_done_for_whoever_does_not() {
    for is_heard in [true, false] {
        let desk = Desk::enrolled();
        let (ledger, listener) = (desk.path("ledger"), Listener::default());
        let fingerprint = || {
            let reading = read(&desk.setting_of(&ledger, &Nobody), &TrustAnchors::default()).expect("a ledger");
            reading.checkpoint.checkpoint().fingerprint()
        };
        let before = fingerprint();
        fs::write(ledger.join("published/checkpoint"), "somebody was here").expect("it can be written");
        let observer: &dyn Observer = if is_heard { &listener } else { &Nobody };
        let opened =
            writing::write(desk.setting_of(&ledger, observer), log_key(), None, None, "test").expect("it recovers");
        opened.writer.close().expect("its disk is sound");
        let told = ["opened rebuilt=false quarantined=true torn=false"];
        assert_eq!(listener.notices.into_inner(), if is_heard { &told[..] } else { &[] });
        assert_eq!(fingerprint(), before);
        let source = LogSource::open(&ledger.join("published"), &Nobody).expect("it is published again");
        assert!(protokol::verify::published::checkpoint(&source).expect("it can be read").is_ok());
    }
}
