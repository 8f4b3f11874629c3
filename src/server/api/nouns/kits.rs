//! Kits: what a clerk drafts, checks and signs with, of a unit and those above it or of the whole election. Where a kit has
//! figures, of a voting that is repeated, it waits for the publication gate.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::server::api::answering::answer::{Keeps, answer, saved};
use crate::server::api::answering::problems::{closed, full, refused};
use crate::server::api::asking::asker::Asker;
use crate::server::api::query::Asked;
use crate::server::api::route::Route;
use crate::server::api::service::Service;
use crate::server::visit::Visit;
use crate::tally::gate::Gate;

const BYTES: &str = "application/octet-stream";

pub(super) fn routes() -> Vec<Route> {
    let says = "A kit: what papers are drafted, checked and signed with, without the ledger.";
    let problems = &[StatusCode::BAD_REQUEST, StatusCode::FORBIDDEN, StatusCode::NOT_FOUND];
    vec![Route::get("/v1/kit", "kit", says, kit).asked::<AskedKit>().bytes(BYTES).or(problems)]
}

/// Whose kit.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct AskedKit {
    /// For this unit, with those above it; for the whole election where it is left out.
    unit: Option<String>,
}

async fn kit(
    State(service): State<Arc<Service>>,
    visit: Visit,
    asker: Asker,
    Asked(asked): Asked<AskedKit>,
) -> Response {
    let Ok(_waits) = visit.slow() else { return full(&asker) };
    let (making, of) = (Arc::clone(&service), asker.clone());
    let make = move || {
        let gate = Gate::at(&making.manifest, (making.clock)());
        let kit = making.kit(asked.unit.as_deref(), &gate);
        let kit = kit.map_err(|error| Box::new(refused(&making, &of, &error)))?;
        kit.map(|kit| kit.encode()).ok_or_else(|| Box::new(closed(&making, &of, &gate)))
    };
    let response = answer(BYTES, &service, &asker, Keeps::Now, make).await;
    if response.status() == StatusCode::OK { saved(response, "kit.protokol") } else { response }
}
