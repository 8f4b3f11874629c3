//! The receipt of an event, by its hash or its sequence: under the last checkpoint that enough witnesses cosigned, or under
//! the one that is sealed now.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;

use super::answer::{Keeps, gate, read_as};
use super::asking::Asker;
use super::service::Service;
use crate::service::serving::live::Live;

/// A receipt, as C2SP calls it.
const RECEIPT: &str = "text/plain; charset=utf-8";

pub(super) fn routes() -> Router<Arc<Service>> {
    Router::new().route("/v1/receipts/{event}", get(receipt))
}

async fn receipt(State(service): State<Arc<Service>>, asker: Asker, Path(event): Path<String>) -> Response {
    // A receipt holds what the event says.
    if let Some(closed) = gate(&service, &asker) {
        return closed;
    }
    let look = move |live: &Live, _| Ok(live.receipt(live.query().find(&event)?)?.to_string().into_bytes());
    read_as(RECEIPT, service, asker, Keeps::Now, look).await
}
