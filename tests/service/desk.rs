//! The desk of a ledger officer who has no program: a folder, a clock that stands still, and the small election.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use protokol::crypto::key::SecretKey;
use protokol::domain::id::EventHash;
use protokol::domain::time::Millis;
use protokol::ledger::files::receipt::Receipt;
use protokol::ledger::submission::SignedStatement;
use protokol::service::error::Error;
use protokol::service::found::found;
use protokol::service::observer::{Nobody, Observer};
use protokol::service::paper::HandedIn;
use protokol::service::receipts::History;
use protokol::service::receipts::shelf::Kept;
use protokol::service::scans::ScansAre;
use protokol::service::setting::Setting;
use protokol::service::submit::{Prepared, Submitted, prepare};
use protokol::service::writing::Writing;
use tempfile::TempDir;

use super::kit::small::{ORIGIN, SMALL, after};

/// The clock of everything that comes after the founding: a week.
fn clock() -> Millis {
    after(7 * 86_400_000)
}

/// A ledger's name is the hash of its first envelope, and that states when it was founded.
fn founding_clock() -> Millis {
    after(0)
}

/// A folder with a ledger in it, and whatever its officer keeps beside that.
pub struct Desk {
    pub folder: TempDir,
}

impl Desk {
    /// The small election is founded.
    pub fn founded() -> Self {
        let desk = Self { folder: tempfile::tempdir().expect("a temporary folder") };
        let ledger = desk.path("ledger");
        let setting = Setting { clock: &founding_clock, ..desk.setting_of(&ledger, &Nobody) };
        found(&setting, &SMALL.founding(), log_key()).expect("nothing is there");
        desk
    }

    /// The small election on the morning of the polling day.
    pub fn enrolled() -> Self {
        let desk = Self::founded();
        desk.hand_in(SMALL.structure());
        desk
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("it lies in the folder")).expect("a folder");
        fs::write(&path, bytes).expect("it can be written");
        path
    }

    /// What an operation on a ledger is handed here.
    pub fn setting_of<'a>(&self, ledger: &'a Path, observer: &'a dyn Observer) -> Setting<'a> {
        Setting { ledger, clock: &clock, observer }
    }

    /// Hands in at the desk's own ledger, and gives what became of each and every receipt in the order in which they
    /// were kept.
    pub fn submit(
        &self,
        submissions: Vec<HandedIn>,
        next_log_key: Option<SecretKey>,
    ) -> Result<(Submitted, Vec<Receipt>), Error> {
        let (ledger, mut receipts) = (self.path("ledger"), Vec::new());
        let mut keep = |_: usize, receipt: &Receipt, _: &History<'_>| {
            receipts.push(receipt.clone());
            Ok(nowhere())
        };
        let setting = self.setting_of(&ledger, &Nobody);
        let submitted = match prepare(setting, submissions)? {
            Prepared::Ready(ready) => ready.hand_in(setting, writing(), next_log_key, &mut keep)?,
            Prepared::Answered(submitted) => submitted,
        };
        Ok((submitted, receipts))
    }

    /// Hands in what must all come in; gives the events in the order of the submissions.
    pub fn hand_in(&self, submissions: Vec<SignedStatement>) -> Vec<EventHash> {
        let count = submissions.len();
        let (submitted, receipts) = self.submit(without_scans(submissions), None).expect("the ledger takes it");
        assert_eq!(receipts.len(), count, "one receipt for each");
        let mut events: Vec<_> = submitted
            .answers
            .into_iter()
            .map(|answer| (answer.place, answer.outcome.expect("it is admissible").event))
            .collect();
        events.sort_by_key(|(place, _)| *place);
        events.into_iter().map(|(_, event)| event).collect()
    }
}

/// The log's key.
pub fn log_key() -> SecretKey {
    SecretKey::demonstration("log:", ORIGIN)
}

/// What the officer brings to every writing.
pub fn writing() -> Writing<'static> {
    Writing { key: log_key(), policy: None, replica: None, patience: Duration::from_secs(1), doing: "test", pages: &[] }
}

/// Submissions without scans.
pub fn without_scans(submissions: Vec<SignedStatement>) -> Vec<HandedIn> {
    submissions.into_iter().map(|submission| HandedIn { submission, scans: ScansAre::Owed }).collect()
}

/// Hands in anywhere, for whoever keeps no receipts.
pub fn submit(
    setting: Setting<'_>,
    writing: Writing<'_>,
    submissions: Vec<SignedStatement>,
) -> Result<Submitted, Error> {
    match prepare(setting, without_scans(submissions))? {
        Prepared::Ready(ready) => ready.hand_in(setting, writing, None, &mut |_, _, _| Ok(nowhere())),
        Prepared::Answered(submitted) => Ok(submitted),
    }
}

/// A receipt that nobody keeps in a file.
fn nowhere() -> Kept {
    Kept { file: PathBuf::new(), older: None }
}
