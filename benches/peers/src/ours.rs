//! A ledger of ours, which is handed what people signed: it checks every signature, decides by the rules, sums and seals each
//! turn, and publishes behind that.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use protokol::crypto::keyfile;
use protokol::crypto::note::NoteSigner;
use protokol::crypto::vkey::VerifierKey;
use protokol::crypto::parallel::Signatures;
use protokol::ledger::files::frame::FRAME_EVENTS_MAX;
use protokol::ledger::submission::SignedStatement;
use protokol::service::observer::Nobody;
use protokol::service::parallel::Cores;
use protokol::service::verify::{self, Attachments};
use protokol::store::confirm;
use protokol::store::founding::{Founding, found};
use protokol::store::open::{self, Held};
use protokol::verify::conclude::TrustAnchors;

use crate::event::Event;
use crate::peer::{Peer, Setting, taken};

pub const NAME: &str = "protokol";

struct Ours {
    ledger: PathBuf,
    /// The rehearsal's own demonstration key: the founding act names it.
    rehearsal: PathBuf,
    held: Option<Held>,
}

pub fn open(setting: &Setting, folder: &Path) -> Box<dyn Peer> {
    Box::new(Ours { ledger: folder.join("ledger"), rehearsal: setting.ledger.clone(), held: None })
}

impl Ours {
    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.rehearsal.join(name)).expect("a rehearsal keeps its log's key, and its manifest")
    }

    fn signer(&self) -> NoteSigner {
        let key = keyfile::open(&self.text("log.key"), || None).expect("a key");
        let name = self.text("log.vkey").trim().parse::<VerifierKey>().expect("its name").name().clone();
        NoteSigner::new(name, key)
    }

    fn found(&self, first: &Event) -> Held {
        let submission = SignedStatement::decode(&first.submission).expect("it was recorded");
        let (signer, manifest) = (self.signer(), self.text("manifest.toml"));
        let founding = Founding {
            submission: &submission,
            clock: first.arrival,
            signer: &signer,
            manifest: &manifest,
            rehearsal_key: None,
        };
        found(&self.ledger, &founding).expect("nothing is there");
        open::write(&self.ledger, self.signer(), Cores, "a benchmark", &mut confirm::without_witnesses, &mut |_| {})
            .expect("a ledger")
    }
}

impl Peer for Ours {
    fn append(&mut self, events: &[Event]) {
        let founding = self.held.is_none();
        let mut held = self.held.take().unwrap_or_else(|| self.found(&events[0]));
        let submission = |event: &Event| SignedStatement::decode(&event.submission).expect("it was recorded");
        let timed: Vec<_> =
            events[usize::from(founding)..].iter().map(|event| (submission(event), event.arrival)).collect();
        let writer = &mut held.writer;
        // What is one turn comes in as at the service; what is more, as an import.
        let answers = if timed.len() <= FRAME_EVENTS_MAX {
            let checked = writer.known_keys().check_timed(&timed, &Cores);
            writer.turn_checked(checked)
        } else {
            writer.commit_timed(timed, &Cores)
        };
        assert!(answers.expect("the disk holds").iter().all(Result::is_ok), "it was admitted before");
        if writer.catches_up_in() == Some(Duration::ZERO) {
            writer.catch_up();
        }
        self.held = Some(held);
    }

    fn room(&mut self) -> Vec<(&'static str, u64)> {
        if let Some(Held { mut writer, .. }) = self.held.take() {
            writer.catch_up();
            assert!(writer.unpublished().is_none(), "readers would not see it");
            writer.close().expect("the disk holds");
        }
        let of = |name: &str| taken(&self.ledger.join(name));
        vec![
            ("journal and seal", of("journal") + of("seal")),
            ("store of answers", of("sled") + of("snapshots")),
            ("published files", of("published")),
        ]
    }

    fn verify(&mut self) -> usize {
        let (anchors, together) = (TrustAnchors::default(), Signatures::Together);
        let report = verify::ledger(&self.ledger, &anchors, together, Attachments::Unasked, &Nobody).expect("a ledger");
        assert!(report.faults.is_empty(), "{:?}", report.faults);
        1
    }
}
