//! Whoever checks submissions ahead of the writer: as many threads as the machine has cores, so that the next turn's
//! signatures are checked while this turn's writes reach the disk.

use std::path::Path;
use std::sync::Arc;
use std::thread;

use crossbeam_channel::{Receiver, Sender};
use tokio::sync::oneshot;

use super::ending::Ending;
use super::not_taken::NotTaken;
use super::state::State;
use crate::service::paper::HandedIn;
use crate::service::serving::desk::{Checked, Taken};
use crate::store::known_keys::KnownKeys;

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
            for Waiting { handed_in, asker } in waiting {
                match Checked::of(&handed_in, &keys, &ledger) {
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
        });
    }
}
