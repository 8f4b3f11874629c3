//! The pulse of the machine that writes, as one that stands by hears it: whether its service says that it takes submissions.
//! When nothing was heard for long enough, whoever was told to takes over. Nothing hangs on it but the moment: a writer that
//! is only out of reach loses its place as one that is gone.

use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::thread::{Builder, sleep};
use std::time::{Duration, Instant};

use serde::Deserialize;

use crate::remote::http::Http;

/// How often it is listened to.
const EVERY: Duration = Duration::from_secs(1);
/// How long an answer may take.
const TIMEOUT: Duration = Duration::from_secs(5);
/// The most bytes of the answer that says so.
const BYTES_MAX: usize = 64 * 1024;

/// When the writer was heard last; none before its service was.
type Heard = Mutex<Option<Instant>>;

/// The writer, as it is heard.
pub(super) struct Pulse(Arc<Heard>);

/// What a service says of itself, as far as it is listened to.
#[derive(Deserialize)]
struct Says {
    data: Takes,
}

#[derive(Deserialize)]
struct Takes {
    takes_submissions: bool,
}

impl Pulse {
    /// Listens to the service at a URL, for as long as this is there; to nobody, where none is named.
    pub fn of(writer: Option<String>) -> Self {
        let heard = Arc::new(Heard::default());
        if let Some(url) = writer {
            let of = Arc::downgrade(&heard);
            let thread = Builder::new().name("pulse".to_owned());
            thread.spawn(move || listen(&url, &of)).expect("failed to spawn thread");
        }
        Self(heard)
    }

    /// There was a sign of somebody who writes: it prolongs what was heard. Whose it was is not known, so it begins nothing.
    pub fn goes_on(&self) {
        let mut heard = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *heard = heard.map(|_| Instant::now());
    }

    /// For how long nothing was heard; none before its service answered: whoever listens at a wrong address hears nothing of a
    /// machine that lives, whatever is read at the replica.
    pub fn silent_for(&self) -> Option<Duration> {
        Some(self.0.lock().unwrap_or_else(PoisonError::into_inner).as_ref()?.elapsed())
    }
}

fn listen(url: &str, heard: &Weak<Heard>) {
    let (http, url) = (Http::within(TIMEOUT), format!("{}/v1", url.trim_end_matches('/')));
    loop {
        let writes = writes(&http, &url);
        let Some(heard) = heard.upgrade() else { return };
        if writes {
            *heard.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
        }
        drop(heard);
        sleep(EVERY);
    }
}

fn writes(http: &Http, url: &str) -> bool {
    // With no query, by which others get past caches: the service refuses one that it does not know.
    let answer = http.get(url, BYTES_MAX).ok().filter(|answer| answer.status == 200);
    let says = answer.and_then(|answer| serde_json::from_slice::<Says>(&answer.body).ok());
    says.is_some_and(|says| says.data.takes_submissions)
}
