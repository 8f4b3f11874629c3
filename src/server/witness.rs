//! A witness that answers (C2SP tlog-witness 1.0.0; the forms and the decision are `ledger/note/witness.rs`).
//!
//! | request | answer |
//! | --- | --- |
//! | `POST /add-checkpoint` | 200 and a cosignature line; 400, 403, 404, 409 with the size, 413, 422; 503 if it cannot store |
//! | `GET /<hex SHA-256 of the origin>/checkpoint` | the last cosigned checkpoint; 404 if there is none |
//! | `GET /` | who this is, for people |
//!
//! The optional `sign-subtree` is not there: it is for ML-DSA cosignatures.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::io;
use std::net::TcpListener;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::StatusCode;
use axum::http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};

use super::limits::Limits;
use super::running::{Running, until_signal};
use super::setting::Setting;
use crate::crypto::vkey::{KeyKind, PosixSeconds, VerifierKey};
use crate::domain::number::Size;
use crate::domain::origin::Origin;
use crate::ledger::note::checkpoint::Checkpoint;
use crate::ledger::note::witness::{ADD_CHECKPOINT_BYTES_MAX, AddCheckpoint, SIZE_CONTENT_TYPE, WitnessRefusal};
use crate::store::witness::{CosignAnswer, EvidenceKeeping, HeldState, WitnessStateError, origin_hash};

const TEXT: &str = "text/plain; charset=utf-8";
/// How long a cache may keep what monitors read: they may be an hour behind, and nobody needs that.
const CACHE: &str = "public, max-age=5";

/// What a witness tells its operator.
#[derive(Debug)]
#[non_exhaustive]
pub enum WitnessNotice<'a> {
    /// The witness cosigned this checkpoint.
    Cosigned(&'a Checkpoint),
    /// It refused what a log signed in contradiction to itself, and this became of the evidence.
    Refused {
        /// The checkpoint that it was asked to cosign.
        checkpoint: &'a Checkpoint,
        /// Why it does not.
        refusal: &'a WitnessRefusal,
        /// What became of the evidence: the file that has it, or why none does.
        evidence: &'a EvidenceKeeping,
    },
    /// The witness cannot answer any more: its disk failed.
    Failed(&'a WitnessStateError),
}

/// A witness: its state, and the keys of the logs that it watches.
pub struct Witness {
    state: HeldState,
    logs: Vec<VerifierKey>,
    tell: Box<dyn Fn(&WitnessNotice<'_>) + Send + Sync>,
    /// What the operator was told of, and at which size.
    told: Mutex<BTreeMap<String, Size>>,
    /// Why it cannot answer any more.
    failed: OnceLock<String>,
}

/// Why it is not ready: nothing is cosigned any more.
const STATE: &str = "state";

impl Witness {
    /// A witness that watches the logs of these keys, and tells its operator what it cosigned and refused.
    pub fn new(
        state: HeldState,
        logs: Vec<VerifierKey>,
        tell: impl Fn(&WitnessNotice<'_>) + Send + Sync + 'static,
    ) -> Self {
        Self { state, logs, tell: Box::new(tell), told: Mutex::default(), failed: OnceLock::new() }
    }

    /// Begins to answer on a thread of its own.
    ///
    /// # Errors
    /// Those of the system.
    pub fn start(self, listener: TcpListener) -> io::Result<Running> {
        Running::start(listener, Arc::new(self).routes(), Limits::WITNESS)
    }

    /// Answers until Ctrl-C or SIGTERM.
    ///
    /// # Errors
    /// Those of the system.
    pub fn serve(self, listener: TcpListener, setting: impl Into<Setting>) -> io::Result<()> {
        let (witness, setting) = (Arc::new(self), setting.into());
        let shown = Arc::downgrade(&witness);
        setting.operating.readiness.when_asked(move |readiness| {
            let witness = shown.upgrade();
            if let Some(why) = witness.as_ref().and_then(|witness| witness.failed.get()) {
                readiness.is_not(STATE, why);
            }
        });
        until_signal(listener, witness.routes(), setting)
    }

    fn routes(self: Arc<Self>) -> Router {
        Router::new()
            .route("/", get(who))
            .route("/add-checkpoint", post(add_checkpoint))
            .route("/{origin_hash}/checkpoint", get(checkpoint))
            .layer(DefaultBodyLimit::max(ADD_CHECKPOINT_BYTES_MAX))
            .with_state(self)
    }

    /// Reads a request, decides, stores and cosigns. It blocks for as long as the disk does.
    fn add(&self, body: &[u8]) -> Result<CosignAnswer, WitnessStateError> {
        let request = match AddCheckpoint::parse(body) {
            Ok(request) => request,
            Err(error) => return Ok(CosignAnswer::Refused(error.into(), None)),
        };
        let answer = self.state.add(&self.logs, &request, now());
        let checkpoint = request.checkpoint().checkpoint();
        let Checkpoint { origin, size, .. } = checkpoint;
        match &answer {
            Ok(CosignAnswer::Cosigned(_)) => {
                self.tell_once(format!("cosigned {origin}"), *size, &WitnessNotice::Cosigned(checkpoint));
            }
            Ok(CosignAnswer::Refused(refusal, Some(evidence))) => {
                let notice = WitnessNotice::Refused { checkpoint, refusal, evidence };
                match evidence {
                    EvidenceKeeping::Kept(_) => (self.tell)(&notice),
                    EvidenceKeeping::Known(_) => {}
                    EvidenceKeeping::Full => self.tell_once(format!("full {origin}"), Size(1), &notice),
                    EvidenceKeeping::Lost(_) => self.tell_once(format!("lost {origin}"), Size(1), &notice),
                }
            }
            Ok(CosignAnswer::Refused(_, None)) => {}
            Err(error) => {
                self.failed.get_or_init(|| error.to_string());
                self.tell_once("failed".to_owned(), Size(1), &WitnessNotice::Failed(error));
            }
        }
        answer
    }

    /// Tells what anybody can make happen as often as he likes, with what a log has published: once, and again where the
    /// log has grown.
    fn tell_once(&self, subject: String, size: Size, notice: &WitnessNotice<'_>) {
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        let before = told.insert(subject, size);
        if before < Some(size) {
            (self.tell)(notice);
        }
    }

    /// Tells people who this witness is and which logs it watches.
    fn describe(&self) -> String {
        let key = self.state.key();
        let (cosigner, plain) = (key.spelled(KeyKind::Cosigner), key.spelled(KeyKind::Ed25519));
        let mut text = format!(
            "The witness {} (C2SP tlog-witness: POST add-checkpoint).\n\nIts key, as trust files spell it, and as older \
             programs read it:\n{cosigner}\n{plain}\n\nThe logs that it watches, and where the last cosigned checkpoint \
             of each is:\n",
            key.name(),
        );
        let mut origins: Vec<&str> = self.logs.iter().map(|log| log.name().as_str()).collect();
        origins.sort_unstable();
        origins.dedup();
        for origin in origins {
            let place = origin.parse::<Origin>().map(|origin| origin_hash(&origin));
            let place = place.map_or_else(|_| "-".to_owned(), |hash| format!("/{hash}/checkpoint"));
            writeln!(text, "{origin} {place}").expect("a text takes every line");
        }
        text
    }
}

/// The system's clock; before 1970 it is 1970.
fn now() -> PosixSeconds {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    seconds.try_into().expect("the clock is before the year 292 277 026 596")
}

async fn add_checkpoint(State(witness): State<Arc<Witness>>, body: Bytes) -> Response {
    let adding = tokio::task::spawn_blocking(move || witness.add(&body));
    match adding.await {
        Ok(Ok(CosignAnswer::Cosigned(line))) => text(StatusCode::OK, TEXT, format!("{line}\n")),
        Ok(Ok(CosignAnswer::Refused(refusal, _))) => refused(&refusal),
        _ => text(StatusCode::SERVICE_UNAVAILABLE, TEXT, "this witness cannot store what it signs\n".to_owned()),
    }
}

fn refused(refusal: &WitnessRefusal) -> Response {
    let status = StatusCode::from_u16(refusal.status()).expect("a status of the table above");
    match refusal.stored() {
        Some(stored) => text(status, SIZE_CONTENT_TYPE, format!("{stored}\n")),
        None => text(status, TEXT, format!("{refusal}\n")),
    }
}

async fn checkpoint(State(witness): State<Arc<Witness>>, Path(origin_hash): Path<String>) -> Response {
    match witness.state.of_hash(&origin_hash) {
        Some(signed) => ([(CACHE_CONTROL, CACHE)], text(StatusCode::OK, TEXT, signed.to_string())).into_response(),
        None => text(StatusCode::NOT_FOUND, TEXT, "nothing of such a log was cosigned here\n".to_owned()),
    }
}

async fn who(State(witness): State<Arc<Witness>>) -> Response {
    text(StatusCode::OK, TEXT, witness.describe())
}

/// A text that any browser may read, whatever page it stands on.
fn text(status: StatusCode, content_type: &'static str, body: String) -> Response {
    (status, [(CONTENT_TYPE, content_type), (ACCESS_CONTROL_ALLOW_ORIGIN, "*")], body).into_response()
}
