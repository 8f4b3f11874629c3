//! Handing in: the one way to change anything. A submission is answered when it is durable and sealed.

use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::{CONTENT_TYPE, LOCATION};
use axum::response::{IntoResponse, Response};
use axum::routing::post;

use super::answer::{not_taken, public, refused};
use super::asking::Asker;
use super::service::Service;
use crate::ledger::submission::SignedStatement;
use crate::service::error::Error;
use crate::service::submit::{HandedIn, ScansAre};
use crate::store::error::Refusal;
use crate::store::writer::AcceptedStatus;

/// A receipt, as C2SP calls it.
const RECEIPT: &str = "text/plain; charset=utf-8";

pub(super) fn routes() -> Router<Arc<Service>> {
    Router::new().route("/v1/submissions", post(hand_in))
}

async fn hand_in(State(service): State<Arc<Service>>, asker: Asker, body: Bytes) -> Response {
    let submission = match SignedStatement::from_file(&body) {
        Ok(submission) => submission,
        Err(error) => return refused(&service, &asker, &Error::Refused(Refusal::Bytes(error))),
    };
    match service.writer.hand_in(HandedIn { submission, scans: ScansAre::Owed }).await {
        Ok(accepted) => {
            let status = match accepted.status {
                AcceptedStatus::Sealed => StatusCode::CREATED,
                AcceptedStatus::Already => StatusCode::OK,
            };
            let headers = [(LOCATION, format!("/v1/receipts/{}", accepted.event)), (CONTENT_TYPE, RECEIPT.to_owned())];
            public((status, headers, accepted.receipt.to_string()).into_response())
        }
        Err(why) => not_taken(&service, &asker, why),
    }
}
