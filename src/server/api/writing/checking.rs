//! Whoever checks submissions ahead of the writer: as many threads as the machine has cores, so that the next turn's
//! signatures are checked while this turn's writes reach the disk; of many that wait, together.

use std::path::Path;
use std::sync::Arc;
use std::thread;

use crossbeam_channel::{Receiver, Sender};
use tokio::sync::oneshot;

use super::ending::Ending;
use super::not_taken::NotTaken;
use super::state::State;
use crate::ledger::files::frame::FRAME_EVENTS_MAX;
use crate::service::error::Error;
use crate::service::paper::HandedIn;
use crate::service::serving::desk::{Checked, Taken};
use crate::store::known_keys::KnownKeys;

/// With how many signatures no further submission is checked together: some hundredths of a second.
const SIGNATURES_TOGETHER: usize = 1_024;

/// Who waits for an answer.
pub(super) type Asker = oneshot::Sender<Result<Taken, NotTaken>>;

/// A submission that waits to be checked.
pub(super) struct Waiting {
    pub handed_in: HandedIn,
    pub asker: Asker,
}

/// A submission that waits for a turn of the writer.
pub(super) struct Ready {
    pub checked: Checked,
    pub asker: Asker,
}

/// Starts to check. The threads end when nobody hands in any more and what waited is checked, or nobody writes any more.
/// Where one of them panics, the writing ends.
pub(super) fn start(
    ledger: &Path,
    keys: &KnownKeys,
    state: &Arc<State>,
    ending: &Ending,
    waiting: &Receiver<Waiting>,
    ready: &Sender<Ready>,
) {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    for _ in 0..threads {
        let (ledger, keys, state) = (ledger.to_owned(), keys.clone(), Arc::clone(state));
        let (waiting, ready) = (waiting.clone(), ready.clone());
        ending.thread("checking", move || {
            while let Ok(first) = waiting.recv() {
                let gathered = gather(first, &waiting, FRAME_EVENTS_MAX.div_ceil(threads));
                let (handed_in, askers): (Vec<_>, Vec<_>) =
                    gathered.into_iter().map(|w| (w.handed_in, w.asker)).unzip();
                let checked = Checked::of_all(&handed_in, &keys, &ledger);
                askers.into_iter().zip(checked).for_each(|(asker, checked)| pass_on(asker, checked, &ready, &state));
            }
        });
    }
}

/// What waits, to be checked together: so many at the most, and fewer where they carry many signatures, so that nobody waits
/// long for those beside him.
fn gather(first: Waiting, waiting: &Receiver<Waiting>, most: usize) -> Vec<Waiting> {
    let signatures = |waiting: &Waiting| waiting.handed_in.submission.signers().len();
    let (mut carried, mut gathered) = (signatures(&first), vec![first]);
    while gathered.len() < most
        && carried < SIGNATURES_TOGETHER
        && let Ok(next) = waiting.try_recv()
    {
        carried += signatures(&next);
        gathered.push(next);
    }
    gathered
}

/// Hands a submission on to the writer, or tells its asker what is wrong with it.
fn pass_on(asker: Asker, checked: Result<Checked, Error>, ready: &Sender<Ready>, state: &State) {
    match checked {
        Ok(checked) => {
            // Where nobody writes any more, the asker hears that.
            let _ = ready.send(Ready { checked, asker });
        }
        Err(error) => {
            state.refused(&error);
            // Whoever does not wait any more can ask again.
            let _ = asker.send(Err(NotTaken::Refused(Arc::new(error))));
        }
    }
}
