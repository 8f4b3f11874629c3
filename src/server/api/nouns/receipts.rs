//! The receipt of an event, by its hash or its sequence: under the last checkpoint that enough witnesses cosigned, or under
//! the one that is sealed now.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use crate::server::api::answering::answer::{Keeps, TEXT, read_as};
use crate::server::api::answering::problems::gate;
use crate::server::api::asking::asker::Asker;
use crate::server::api::query::{Asked, Named, Nothing};
use crate::server::api::route::Route;
use crate::server::api::service::Service;
use crate::service::serving::live::Live;

pub(super) fn routes() -> Vec<Route> {
    let says = "The receipt of an event, by its hash or its sequence: a C2SP tlog-proof that anybody verifies without this service.";
    let problems = &[StatusCode::BAD_REQUEST, StatusCode::FORBIDDEN, StatusCode::NOT_FOUND];
    vec![Route::get("/v1/receipts/{event}", "receipt", says, receipt).asked::<Nothing>().bytes(TEXT).or(problems)]
}

async fn receipt(
    State(service): State<Arc<Service>>,
    asker: Asker,
    Named(event): Named<String>,
    _: Asked<Nothing>,
) -> Response {
    // A receipt holds what the event says.
    if let Some(closed) = gate(&service, &asker) {
        return closed;
    }
    let look = move |live: &Live, _| Ok(live.receipt(live.query().find(&event)?)?.to_string().into_bytes());
    read_as(TEXT, service, asker, Keeps::Now, look).await
}
