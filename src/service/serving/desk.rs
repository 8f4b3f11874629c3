//! One turn of a writer to whom many hand in at once: scans kept, durable and sealed, answered in the order in which they
//! came.

use std::path::Path;

use crate::ledger::submission::SignedStatement;
use crate::service::clock::{ClockTrust, compare};
use crate::service::error::Error;
use crate::service::parallel::Cores;
use crate::service::scans::{self, Scans};
use crate::service::setting::Setting;
use crate::service::submit::{HandedIn, ScansAre};
use crate::store::open::Held;
use crate::store::writer::Accepted;

/// What became of one submission.
pub type Answer = Result<Accepted, Error>;

/// Takes submissions in one turn, at most [`FRAME_EVENTS_MAX`](crate::ledger::files::frame::FRAME_EVENTS_MAX). Scans are
/// put beside the ledger only for what would be taken.
///
/// # Errors
/// What keeps the whole turn out, and ends the writer if it is the disk: [`Error::Clock`]; [`Error::Store`].
pub fn turn(
    setting: &Setting<'_>,
    held: &mut Held,
    clock: ClockTrust,
    submissions: Vec<HandedIn>,
) -> Result<Vec<Answer>, Error> {
    if clock == ClockTrust::Compared {
        compare(setting, held, None)?;
    }
    let (mut answers, mut ready) = (Vec::new(), Vec::new());
    for (place, HandedIn { submission, scans }) in submissions.into_iter().enumerate() {
        answers.push(None);
        let kept = match scans {
            ScansAre::Owed => Ok(()),
            ScansAre::In(folder) => keep(setting, held, &submission, &folder),
        };
        match kept {
            Ok(()) => ready.push((place, submission)),
            Err(error) => answers[place] = Some(Err(error)),
        }
    }
    let (places, submissions): (Vec<_>, Vec<_>) = ready.into_iter().unzip();
    let now = setting.now();
    let timed = submissions.into_iter().map(|submission| (submission, now)).collect();
    let answered = held.writer.turn(timed, &Cores).map_err(Error::store(setting.ledger))?;
    for (place, answer) in places.into_iter().zip(answered) {
        answers[place] = Some(answer.map_err(Error::from));
    }
    Ok(answers.into_iter().flatten().collect())
}

/// Puts the scans of a submission beside the ledger, where it would be taken now.
fn keep(setting: &Setting<'_>, held: &Held, submission: &SignedStatement, folder: &Path) -> Result<(), Error> {
    let found = Scans::find(&scans::named(submission), folder, setting.ledger)?;
    if !found.is_empty() {
        held.writer.ask(submission, setting.now())?;
        found.keep(setting.ledger)?;
    }
    Ok(())
}
