//! The desk of a writer to whom many hand in at once, in two steps: what follows from a submission's bytes is checked
//! ahead, on as many threads as there are; then a turn keeps scans, decides, and makes durable and sealed, in the order in
//! which they were checked.

use std::path::Path;

use crate::crypto::parallel::Serial;
use crate::domain::protocol::Attachment;
use crate::domain::time::Millis;
use crate::ledger::submission::CheckedSubmission;
use crate::service::clock::{ClockTrust, compare};
use crate::service::error::Error;
use crate::service::paper::HandedIn;
use crate::service::scans::Scans;
use crate::service::setting::Setting;
use crate::store::error::Refusal;
use crate::store::known_keys::KnownKeys;
use crate::store::open::Held;
use crate::store::writer::Accepted;

/// What became of one submission.
pub type Answer = Result<Taken, Error>;

/// A submission that is in.
#[derive(Clone, Debug)]
pub struct Taken {
    /// Where, and its receipt.
    pub accepted: Accepted,
    /// How many scans it names.
    pub named: usize,
    /// Which of them the ledger does not have.
    pub owed: Vec<Attachment>,
}

/// A submission whose bytes, signatures and scans are right: whether it may come in is for the ledger of its turn to say.
pub struct Checked {
    submission: CheckedSubmission,
    /// The scans that the ledger does not have yet.
    scans: Scans,
    named: usize,
    owed: Vec<Attachment>,
}

impl Checked {
    /// Checks submissions ahead of their turn, with all their signatures together.
    ///
    /// # Errors
    /// Of each, what no later event can mend: [`Error::Refused`] for its bytes; [`Error::Scan`]; [`Error::Store`].
    pub fn of_all(
        handed_in: &[HandedIn],
        keys: &KnownKeys,
        ledger: &Path,
    ) -> impl Iterator<Item = Result<Self, Error>> {
        let submissions: Vec<_> = handed_in.iter().map(|handed_in| &handed_in.submission).collect();
        let checked = keys.check_all(&submissions, &Serial);
        // Each only when it is asked for: one with many scans holds up none of those before it.
        handed_in.iter().zip(checked).map(|(handed_in, submission)| Self::of(handed_in, submission, ledger))
    }

    fn of(handed_in: &HandedIn, submission: CheckedSubmission, ledger: &Path) -> Result<Self, Error> {
        let named = match submission.opened() {
            Ok(opened) => opened.submission.statement.body.attachments().to_vec(),
            Err(error) => return Err(Refusal::Bytes(error.clone()).into()),
        };
        let (scans, owed) = Scans::wanted(&named, &handed_in.scans, ledger)?;
        Ok(Self { submission, scans, named: named.len(), owed })
    }

    /// Puts its scans beside the ledger, where it would be taken now or is in already.
    fn keep_scans(&self, setting: &Setting<'_>, held: &Held) -> Result<(), Error> {
        if self.scans.is_empty() {
            return Ok(());
        }
        held.writer.ask_checked(&self.submission, setting.now())?;
        self.scans.keep(setting.ledger)
    }
}

/// Takes submissions in one turn, at most [`FRAME_EVENTS_MAX`](crate::ledger::files::frame::FRAME_EVENTS_MAX). Scans are
/// put beside the ledger only for what would be taken. `heard` is what time it is now by each witness that answered last.
///
/// # Errors
/// What keeps the whole turn out, and ends the writer if it is the disk: [`Error::Clock`]; [`Error::Store`].
pub fn turn(
    setting: &Setting<'_>,
    held: &mut Held,
    clock: ClockTrust,
    heard: &[Millis],
    submissions: Vec<Checked>,
) -> Result<Vec<Answer>, Error> {
    if clock == ClockTrust::Compared {
        compare(setting, held, heard)?;
    }
    let (mut answers, mut ready) = (Vec::new(), Vec::new());
    for (place, checked) in submissions.into_iter().enumerate() {
        answers.push(checked.keep_scans(setting, held).err().map(Err));
        if answers[place].is_none() {
            ready.push((place, checked));
        }
    }
    let now = setting.now();
    let (mut scans, mut timed) = (Vec::new(), Vec::new());
    for (place, Checked { submission, named, owed, .. }) in ready {
        scans.push((place, named, owed));
        timed.push((submission, now));
    }
    let answered = held.writer.turn_checked(timed).map_err(Error::store(setting.ledger))?;
    for ((place, named, owed), answer) in scans.into_iter().zip(answered) {
        let taken = |accepted| Taken { accepted, named, owed };
        answers[place] = Some(answer.map(taken).map_err(Error::from));
    }
    Ok(answers.into_iter().flatten().collect())
}
